"""Shapes of French headlines that the tables of verbs do not hold: kickers, sales of units, talks and successions.

`FIRST` stands before those tables, since what it names is narrower; `LAST` behind them.
"""

from __future__ import annotations

from triggers.detect.french.base import _A, _END, _HAS, _P, _R, _p
from triggers.detect.phrases import Phrase
from triggers.types import EventKind as K
from triggers.types import Status

_ART = r"(?:le |la |les |l['’]|son |sa |ses )?(?:[a-zà-ÿ]+ )?(?:[a-zà-ÿ]+ )?"
_B = _ART + r"(?P<b>[A-ZÀ-Ý][^,:;–|]{1,50}?)"
_OWN = _ART + r"(?P<a>[A-ZÀ-Ý][^,:;–|]{1,50}?)"
_DE = r"(?:de |du |d['’]|des |de la |de l['’])"
_UNIT = r"(?:filiale|activité|activités|division|branche|marque|pôle|participation|réseau|enseigne|usine)"
_SUM = r"(?:\d[\d.,\u00a0 ]* ?(?:M€|M\b|millions?|milliards?|K€|€|Md€)|dizaines? de millions)"
_COUNTRY = (
    r"(?:France|Italie|Espagne|Allemagne|Belgique|Suisse|Pologne|Portugal|Europe|Inde|Chine|Japon|Afrique|Asie|"
    r"Royaume-Uni|États-Unis|Etats-Unis|Pays-Bas|Canada|Maroc|Lyon|Lille|Marseille|Bordeaux|Nantes|Toulouse|Londres|"
    r"Berlin|Madrid|New York)"
)
_TALKS = (
    r"(?:entre en |est en |mène des |a entamé des |ouvre des |engage des |poursuit des "
    r")?(?:discussions|négociations|pourparlers)"
    r"(?: exclusives| avancées)?"
)

FIRST: tuple[Phrase, ...] = (
    _p(
        K.FUNDING,
        _A + r" (?P<v>veut|souhaite|compte|vise|ambitionne|prévoit|prépare|espère)\b(?=[^;|"
        r"]{0,50}(?:\blever\b|levée|tour de "
        r"table))(?![^;|]{0,60}(?:rachat|racheter))",
        Status.PLANNED,
    ),
    _p(
        K.FUNDING,
        r"(?:^|[.|] )(?P<a>[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+)?), [^:;|]{0,60} : (?:la |le |l['’]|"
        r"cette )?(?:start-up|jeune "
        r"pousse|fintech|pépite|société|biotech|licorne|entreprise|scale-up|\w+tech)[^,:;|]{0,40}? "
        r"(?P<v>lève|boucle|récolte|"
        r"obtient|décroche)\b(?=[^;|]{0,60}" + _SUM + r")",
    ),
    _p(
        K.FUNDING,
        r"(?P<v>entrent?|prend une participation|montent?|investit|investissent) (?:au|dans le) "
        r"capital (?:de |du |d['’])" + _OWN + r"(?=$|[,.;|]| (?:et|pour|avec|à)\b)",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        r"(?:^|[:–|.] )(?P<a>[A-ZÀ-Ý][^,:;–|]{1,50}?) (?P<v>change|changement) de (?:patron|direction|"
        r"PDG|DG|tête|directeur \w+)"
        r"[^:;|]{0,20} : " + _P,
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        r"(?:^|[:–|.] )(?P<a>[A-ZÀ-Ý][^,:;–|]{1,50}?) change de (?:patron|direction|PDG|DG|tête|"
        r"directeur \w+)[^:;|]{0,20} : [^,;|]"
        r"{3,50}? (?P<v>remplace|succède à) " + _P,
    ),
    _p(
        K.ACQUISITION,
        _A
        + r" (?:se |s['’])?[^,:;–|]{2,50}? (?P<v>avec|grâce à|via|par) (?:le rachat|l['’]acquisition) (?:de |du |d['’])"
        + _B
        + _END,
    ),
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )"
        + _B
        + r" (?P<v>en passe d['’]être|sur le point d['’]être|pourrait être|serait) (?:rachetée?|reprise?|acquise?|"
        r"cédée?|vendue?)(?: par| à) " + _OWN + _END,
        Status.RUMOURED,
    ),
    _p(
        K.FUNDING,
        _A + r" (?P<v>chercherait|envisage|envisagerait|négocie|discute|serait|voudrait|cherche)\b(?=[^;|"
        r"]{0,50}(?:\blever\b|levée|tour de table|financement))(?![^;|"
        r"]{0,60}(?:rachat|racheter))",
        Status.RUMOURED,
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        r"(?P<v>[Dd]épart|[Dd]émission|[Ll]imogeage|[Éé]viction) (?:de |d['’])"
        + _P
        + r",? (?:"
        + _R
        + r" )?(?:de |du |d['’]|chez )"
        r"(?P<a>[A-ZÀ-Ý][^,:;–|]{1,50}?)" + _END,
    ),
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )[^,:;–|]{2,60}? (?P<v>cède|vend|a cédé|a vendu|va céder|va vendre) (?:sa |son |ses |la |les )"
        + _UNIT
        + r" (?:[a-zà-ÿ]+ )?"
        + r"(?P<b>[A-ZÀ-Ý][^,:;–|]{1,40}?) (?:à|au) "
        + _OWN
        + _END,
    ),
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )[^,:;–|]{2,60}? (?P<v>envisage|étudie|prépare|cherche|songe|réfléchit|pourrait|souhaite|veut)"
        r"(?: de| à)? ?(?:vendre|céder|la vente|la cession|un repreneur pour|un acquéreur pour|se séparer)(?: de)? "
        r"(?:sa |son |ses |la |les )?(?:" + _UNIT + r" )" + _B + _END,
        Status.RUMOURED,
    ),
    _p(
        K.ACQUISITION,
        _A + r" (?:est |serait )?(?:entre |en |mène |ouvre |engage )?(?:en |des )?(?P<v>discussions?|"
        r"négociations?|pourparlers)"
        r"(?: exclusives| avancées)? (?:pour|afin d['’e]|en vue d[’'e]) ?(?:acquérir|racheter|"
        r"reprendre|s['’]offrir|l['’]achat "
        + _DE
        + r"|le rachat "
        + _DE
        + r"|l['’]acquisition "
        + _DE
        + r") ?"
        + _B
        + _END,
        Status.RUMOURED,
    ),
    _p(
        K.ACQUISITION,
        _A + r" (?P<v>lance|dépose|annonce|prépare|formule|fait|soumet|remet) (?:une |son |sa )(?:\w+ "
        r")?(?:offre|OPA|proposition)"
        r"(?: publique| d['’]achat| de rachat| d['’]acquisition| ferme| amicale| hostile)*(?: sur| pour(?: racheter| "
        r"acquérir| reprendre)?) " + _B + _END,
        Status.PLANNED,
    ),
    _p(
        K.ACQUISITION,
        r"(?P<v>OPA|[Oo]ffre publique d['’]achat|[Oo]ffre de rachat) " + _DE + _OWN + r" (?:sur|pour) " + _B + _END,
        Status.PLANNED,
    ),
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )(?P<b>[^,:;–|]{2,60}?) (?P<v>rejette|refuse|repousse|décline) l['’](?:offre|OPA)(?: de rachat| "
        r"d['’]achat| publique)* " + _DE + _OWN + _END,
        Status.DENIED,
    ),
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )(?P<b>[^,:;–|]{2,60}?) (?P<v>passe|passent|tombe|(?:rejoint|intègre)(?![^;|"
        r"]{0,80}(?:en tant que|comme|nommée?|directeur|directrice|présidente?)\b)) (?:sous (?:le "
        r")?(?:contrôle|pavillon|"
        r"giron)|dans (?:le giron|les mains|l['’]escarcelle)|aux mains|le groupe|le giron) ?(?:de |du |d['’]|des )?"
        + _OWN
        + _END,
    ),
    _p(
        K.FUNDING,
        _A + r" (?:[a-zà-ÿ]+)[^,:;|]{2,60}? et (?P<v>lève|récolte|boucle|obtient|décroche|empoche) (?=" + _SUM + r")",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        r"(?:^|[:–|.] )(?P<a>(?!Nominations?\b|Carnet\b|Exclusi)[A-ZÀ-Ý][^,:;–|]{1,50}?) : "
        + _P
        + r" (?P<v>succède|remplace|prend la suite|prend la relève)",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        r"(?:^|[:–|.] )(?P<a>[A-ZÀ-Ý][^,:;–|]{1,50}?) : [A-ZÀ-Ý][\w'’.-]+(?: [A-ZÀ-Ý][\w'’.-]+){1,2} "
        r"(?P<v>succède à|remplace) " + _P,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        r"(?:^|[:–|.] )(?P<a>(?!Nominations?\b|Carnet\b|Exclusi)[A-ZÀ-Ý][^,:;–|]{1,50}?) : "
        + _P
        + r",? (?:est |a été )?(?P<v>élue?|nommée?|promue?|désignée?|"
        r"devient|recrutée?|reconduite?) (?:à la |au poste de |comme |en tant que |son |sa )?"
        + _R.replace(
            "(?P<r>", "(?P<r>(?:président(?:e)? du (?:conseil d['’]administration|directoire|conseil)|"
        ).replace("{0,3}))", "{0,3})))"),
    ),
    _p(
        K.EXECUTIVE_HIRE,
        _P
        + r" (?P<v>prend|reprend|assure|accède à|rejoint) (?:la |les )?(?P<r>tête|direction(?: générale| financière| "
        r"commerciale| marketing)?|présidence|rênes|commandes) " + _DE + r"(?P<a>[A-ZÀ-Ý][^,:;–|]{1,50}?)" + _END,
    ),
)

LAST: tuple[Phrase, ...] = (
    _p(
        K.FUNDING,
        r"(?:^|[:–|.] )(?:Avec|Grâce à|Forte? de) (?=[^,;|]{0,30}"
        + _SUM
        + r")[^,;|]{3,60}, "
        + _OWN
        + r" (?P<v>veut|compte|va|entend|"
        r"accélère|prépare|ambitionne|s['’]attaque|se)\b",
        money=True,
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        r"(?:^|[:–|.] )(?:Le |La |L['’])?(?P<r>patron(?:ne)?|PDG|DG|fondateur|fondatrice|(?:directeur|"
        r"directrice|président|présidente)"
        r"(?: \w+)?) (?:d['’]|de |du )(?P<a>[A-ZÀ-Ý][^,:;–|]{1,40}?),? (?:est )?(?P<v>écartée?|"
        r"limogée?|évincée?|débarquée?|remerciée?|"
        r"démissionne|quitte|s['’]en va|part|jette|claque)\b",
    ),
    _p(
        K.IPO,
        _A + r" (?P<v>choisit|prépare|envisage|vise|lance|prévoit|confirme|programme|annonce)\b(?=[^;|"
        r"]{0,60}(?:introduction|entrée|"
        r"cotation)[^;|]{0,10}[Bb]ourse)",
        Status.PLANNED,
    ),
    _p(
        K.FUNDING,
        r"(?P<v>[Ll]evée(?: de fonds)?|[Tt]our de table|[Ss]érie [A-K]|[Aa]morçage|[Ff]inancement|"
        r"[Aa]ugmentation de capital|"
        r"[Mm]illions d['’]euros|M€|[Nn]ouveau tour|[Pp]rêt)(?: de [^,:;|]{3,30}| menée? par [^,:;|"
        r"]{3,30}| d['’][^,:;|]{3,30})? "
        r"(?:pour|chez) " + _OWN + _END,
    ),
    _p(
        K.FUNDING,
        _A + " " + _HAS + r"(?P<v>réussit|annonce|se refinance|se finance|sécurise|mobilise|rassemble|réunit|engrange|"
        r"collecte|glane|amasse|"
        r"empoche|encaisse|dévoile|officialise|concrétise|signe|scelle|clôture|finalise|conclut|entre|"
        r"séduit|convainc|accueille)"
        r"\b(?=[^;|]{0,80}" + _SUM + r")(?![^;|]{0,80}(?:contrat|commande|amende|chiffre|perte|"
        r"bénéfice|usine|acquisition|rachat|clients|utilisateurs))",
    ),
    _p(
        K.FUNDING,
        r"(?:^|[:–|.] )" + _SUM + r"[^,:;|]{0,20} (?P<v>pour|dans|chez) " + _OWN + _END,
    ),
    _p(
        K.EXPANSION,
        _A
        + " "
        + _HAS
        + r"(?P<v>arrive|débarque|s['’]installe|s['’]étend|se lance|se déploie|pose ses valises|s['’]attaque|"
        r"accélère) (?:en|au|aux|à|sur le marché|dans) (?=(?:l['’]|la |le )?" + _COUNTRY + r"\b)",
    ),
    _p(
        K.CONTRACT_WIN,
        r"(?P<b>[A-ZÀ-ÝL][^,:;–|]{2,50}?) (?P<v>commande|confie|attribue|achète)\b[^,:;|]{3,50}? à "
        r"(?P<a>[A-ZÀ-Ý][\w.&’'-]+(?: [A-ZÀ-Ý][\w.&’'-]+)?)" + _END,
    ),
    _p(
        K.SECURITY_INCIDENT,
        r"(?P<v>[Dd]onnées|[Ff]ichiers)(?: personnelles| bancaires| de santé)?(?: de(?:s)? (?:\w+ "
        r")?(?:clients|patients|"
        r"utilisateurs|salariés|abonnés|assurés))? "
        + _DE
        + r"(?P<a>[A-ZÀ-Ý][^,:;–|]{1,50}?) (?:dérobées?|volées?|piratées?|"
        r"exposées?|en vente|compromises?|divulguées?|dans la nature|en ligne|en vente)\b",
    ),
    _p(
        K.LAYOFFS,
        r"(?P<v>[Pp]lan social|[Ll]icenciements|PSE|[Ss]uppressions? (?:de postes|d['’]emplois)|"
        r"[Rr]estructuration) (?:chez|à|au "
        r"sein de|dans) " + _OWN + _END,
        Status.ANNOUNCED,
    ),
)
