"""French plain sentences, built by class: who, a verb group of any tense, a verb of one class, an object of another.

Tables of phrases spell a turn out. Here the verb group is one piece ("va", "vient de", "prévoit de"), and
so is what it acts on, so that each kind needs only its two lists.
"""

from __future__ import annotations

from triggers.detect.french.base import _P, _R, _p
from triggers.detect.french.sentences import _FIRM, _FORE, _OF, _WHO, _WHOM
from triggers.detect.phrases import Phrase
from triggers.types import EventKind as K
from triggers.types import Status

_LONG = r"(?: ?\([^)]{1,60}\))?(?:, [^;|]{3,160}?,)?"
_SUBJECT = rf"(?:^|[.|:,] ){_WHO}{_LONG}"
_VERBS = (
    r"(?:(?:a|ont|va|vont|vient de|viennent de|vient d['’]|veut|veulent|souhaite|compte|prévoit de|prévoit d['’]|"
    r"envisage de|envisage d['’]|s['’]apprête à|s['’]est|est|sera|doit|devrait|projette de|annonce|a annoncé|a pu|peut|"
    r"a décidé de|a décidé d['’]|a choisi de|a choisi d['’]|entend|espère) ?)?(?:[a-zà-ÿ]+ment |"
    r"aussi |ainsi |également )?"
)
_ENDS = r"(?=$|[ .,;:!?(–|])"
_SITES = (
    r"(?:usines?|sites?|filiales?|brasseries?|ateliers?|entrepôts?|magasins?|boutiques?|bureaux?|siège|agences?|"
    r"centres?|plateformes?|laboratoires?|restaurants?|hôtels?|lignes? de production|campus|antennes?|showrooms?|"
    r"implantations?|succursales?|points? de vente|chaîne de production|unité de production|fonderie|distillerie|"
    r"surface|capacités?|locaux|bâtiments?|hangars?|dépôts?|cave|chai|laiterie|boulangerie|data ?centers?)"
)
_SUM = r"\d[\d.,]* ?(?:M€|M ?\$|millions?|milliards?|K€|k€|000 (?:euros|€))"
_NO_SITE = r"(?![^;|]{0,80}(?:piscine|école|musée|mairie|ses portes|procès|enquête|start-?up|fintech|biotech))"
_WORKERS = r"(?:emplois?|postes?|salariés?|personnes|collaborateurs|recrutements|embauches|ingénieurs|techniciens)"
_ROLE = r"(?:nouveau |nouvelle )?(?:patron(?:ne)?|PDG|DG|directeur|directrice|président(?:e)?|CEO|dirigeant(?:e)?|boss)"
_PERSON_OUT = r"(?:évincée?|débarquée?|limogée?|écartée?|poussée? vers la sortie|remerciée?|révoquée?)"
_NAMED = r"(?:est |a été |vient d['’]être |sera )?(?P<v>nommée?|promue?|élue?|désignée?|reconduite?)"


def _does(stems: str) -> str:
    return rf"{_SUBJECT} {_VERBS}(?P<v>(?:{stems})[a-zà-ÿ]*)"


FIRST: tuple[Phrase, ...] = (
    _p(
        K.ACQUISITION,
        rf"{_SUBJECT} {_VERBS}[^;|]{{3,90}}? (?P<v>croissance externe)[^;|]{{0,20}}? (?:avec|par) "
        rf"(?:l['’]acquisition|le "
        rf"rachat|la reprise) {_OF}{_WHOM}{_ENDS}",
    ),
    _p(
        K.ACQUISITION,
        rf"{_SUBJECT} {_VERBS}(?:pri[st]\w*|prend\w*|acqui\w+|détenir|détient) (?:une |la |le )?(?P<v>participation "
        rf"majoritaire|majorité|contrôle) (?:dans |de |du |d['’])(?:le capital (?:de |du |d['’]))?{_WHOM}{_ENDS}",
    ),
    _p(
        K.ACQUISITION,
        rf"{_SUBJECT} (?:est |se met |figure )?(?P<v>sur les rangs|candidat|en lice|en course) (?:pour|à) (?:reprendre|"
        rf"racheter|acquérir|la reprise (?:de|du|d['’])|le rachat (?:de|du|d['’])) ?{_WHOM}{_ENDS}",
        Status.PLANNED,
    ),
    _p(
        K.ACQUISITION,
        rf"(?:^|[.|] )(?P<v>Reprise?|Rachetée?|Acquise?|Absorbée?) (?:[a-zà-ÿ]+ )?par {_WHO}{_LONG},? {_WHOM} [a-zà-ÿ]",
    ),
    _p(
        K.ACQUISITION,
        rf"(?P<v>OPA|[Oo]ffre publique(?: d['’]achat)?|[Oo]ffre) (?:amicale |hostile )?{_OF}{_WHO} sur {_WHOM}{_ENDS}",
    ),
    _p(
        K.ACQUISITION,
        rf"(?P<v>[Cc]ession|[Vv]ente) {_OF}{_WHOM} (?:à|au|aux) {_WHO}(?= (?:a|est|sera|devrait|va)\b|$|[.,;|])",
    ),
    _p(
        K.ACQUISITION,
        rf"(?:[Tt]ribunal|juges?|administrateur)[^;|]{{0,60}}? (?:a|ont) (?P<v>choisi|retenu|désigné|"
        rf"préféré) {_WHO} pour "
        rf"(?:reprendre|racheter|la reprise (?:de|du|d['’])) ?{_WHOM}{_ENDS}",
    ),
    _p(
        K.ACQUISITION,
        rf"(?:^|[.|] ){_WHOM} change de (?:propriétaire|mains|actionnaire) ?[:,] {_WHO} (?P<v>en prend|prend|reprend|"
        r"rachète|devient)",
    ),
    _p(  # "Laura Lind rejoint le groupe Acme en tant que directrice générale"
        K.EXECUTIVE_HIRE,
        rf"{_P} (?P<v>rejoint|intègre|arrive chez) (?:le groupe |la société |l['’]entreprise |la direction d['’]|"
        rf"la direction de )?{_WHO} (?:en tant que|comme|au poste de|en qualité de|et est nommée?|et devient|pour en "
        rf"prendre) ?{_R}",
    ),
    _p(  # "La fintech Acme a convaincu Globex d'investir 12 millions d'euros"
        K.FUNDING,
        rf"{_SUBJECT} (?:a )?(?P<v>convain\w+|séduit|attir\w+) [^;|]{{3,60}}? (?:d['’]investir|de miser|d['’]injecter|"
        rf"de mettre) {_SUM}",
        money=True,
    ),
    _p(  # "Globex injecte 8 millions d'euros dans la biotech Acme"
        K.FUNDING,
        rf"(?P<v>injecte|investit|met|mise|place|apporte|a injecté|a investi) {_SUM}(?: d['’]euros| de "
        rf"dollars)? (?:dans|"
        rf"à|au capital de|chez) (?:la |le |l['’])?(?:[a-zà-ÿ-]+ ){{1,4}}(?P<a>{_FIRM}){_ENDS}",
        money=True,
    ),
    _p(  # "La levée de 5 millions d'euros d'Acme", "Avec une levée de 100 millions d'euros, Acme prend la tête"
        K.FUNDING,
        rf"(?P<v>[Ll]evée|[Tt]our de table|[Aa]ugmentation de capital)(?: de fonds)? (?:de |"
        rf"d['’])(?:près de |plus de )?"
        rf"{_SUM}(?: d['’]euros| de dollars)?(?: {_OF}{_FORE}|, )(?P<a>{_FIRM}){_ENDS}",
        money=True,
    ),
)

PLAIN: tuple[Phrase, ...] = (
    _p(
        K.ACQUISITION,
        rf"{_SUBJECT} [^;|]{{3,80}}? en (?P<v>rachetant|acquérant|reprenant|absorbant) {_WHOM}{_ENDS}",
    ),
    _p(K.EXECUTIVE_HIRE, rf"{_P}, [^,;|]{{2,60}}? {_OF}{_WHO}(?: depuis \d{{4}})?, {_NAMED} {_R}"),
    _p(
        K.EXECUTIVE_HIRE,
        rf"{_P} {_NAMED} (?:au poste de |comme |en tant que |à la )?{_R}(?: [a-zà-ÿ'’]+){{0,5}}? (?:de "
        rf"|du |d['’]|chez ){_WHO}",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"{_P} (?:va |vient de )?(?:(?P<v>diriger|dirigera) |prendra |prendre |reprendre |reprend |prend )(?:(?:la |"
        rf"les )(?P<r>tête|direction|présidence|rênes|commandes)(?: [a-zà-ÿ]+)? {_OF}|(?<=diriger )|"
        rf"(?<=dirigera )){_WHO}(?=$|[.,;|])",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"{_SUBJECT} (?:a|tient|a trouvé|accueille) (?:un |une |son |sa )?(?P<v>{_ROLE})(?: :|,) {_P}",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"(?:^|[.|] )[CcÀà](?:hez)? ?{_WHO}, {_P} (?P<v>prend|devient|est nommée?|arrive|succède|remplace|assure)\b",
    ),
    _p(K.EXECUTIVE_HIRE, rf"{_SUBJECT} {_VERBS}(?P<v>nomination|arrivée) (?:d['’]une? |de sa |de son )[^;|]{{3,60}}"),
    _p(
        K.EXECUTIVE_DEPARTURE,
        rf"(?:^|[.|:,] )(?:[Ll]e |[Ll]a |[Ll]['’]){_R} {_OF}(?P<a>{_FIRM}?),? {_P},? (?P<v>a présenté sa démission|"
        r"démissionne|a démissionné|quitte\w*|s['’]en va|part\b|cède|tire)",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        rf"{_P} (?:est |a été )?(?P<v>{_PERSON_OUT}) (?:de |du |d['’])(?:la |son |l['’])?(?:présidence|"
        rf"direction|poste|tête|"
        rf"conseil)?(?: [a-zà-ÿ]+)? ?{_OF}{_WHO}{_ENDS}",
    ),
    _p(K.LAYOFFS, rf"(?:^|[.|] )(?P<a>{_FIRM}) : (?:près de |plus de |environ )?(?P<v>\d[\d. ]* {_WORKERS})"),
    _p(
        K.LAYOFFS,
        rf"{_SUBJECT} {_VERBS}[^;|]{{0,60}}?(?P<v>départs volontaires|licenciements?|plan social|se "
        rf"séparer de (?:près de |plus "
        rf"de )?\d[\d. ]* {_WORKERS}|suppression de \d[\d. ]* {_WORKERS}|\d[\d. ]* (?:emplois|postes) supprimés)",
    ),
    _p(
        K.LAYOFFS,
        rf"(?:\d[\d. ]* |[Ll]es )(?:salariés|employés|ouvriers|collaborateurs) {_OF}(?:l['’]usine "
        rf")?{_WHO}[^;|]{{0,50}}? "
        r"(?P<v>licenci\w+|vont perdre|perdent leur|sont menacés|sur le carreau|lettre de)",
    ),
    _p(
        K.LAYOFFS,
        rf"(?:quart|tiers|moitié|cinquième|dixième|\d+ ?%) des (?P<v>effectifs|postes|emplois|"
        rf"salariés) {_OF}{_WHO}{_ENDS}",
    ),
    _p(
        K.EXPANSION,
        _does(
            "ouvr|ouvert|inaugur|implant|install|agrand|doubl|tripl|étend|construi|bâti|déménag|modernis|démarr|lanc|"
            "augment|repren|occup"
        )
        + rf"\b[^;|]{{0,80}}?\b{_SITES}\b{_NO_SITE}",
    ),
    _p(
        K.EXPANSION,
        _does("invest|consacr|débours|inject")
        + rf"\b[^;|]{{0,40}}?{_SUM}[^;|]{{0,40}}? (?:sur|dans|pour|à) (?:ses |son |sa |"
        rf"le |la |les |l['’]|un |une |trois |deux )?(?:[a-zà-ÿ]+ )?{_SITES}\b{_NO_SITE}",
    ),
    _p(
        K.EXPANSION,
        rf"{_SUBJECT} (?P<v>prévoit|annonce|vise|programme|prépare) (?:de nouvelles |une? (?:nouvelle? "
        rf")?|deux |trois |quatre |"
        r"cinq |dix |\d+ )(?:nouve(?:lles?|aux?) )?(?:implantations?|ouvertures?|magasins?|"
        r"restaurants?|hôtels?|agences?|"
        r"boutiques?)",
    ),
    _p(
        K.EXPANSION,
        _does("cré|recrut|embauch") + rf"\b (?:près de |plus de |jusqu['’]à |environ |une centaine de )?(?:\d[\d. ]* )?"
        rf"(?:nouveaux )?{_WORKERS}\b",
    ),
    _p(
        K.PARTNERSHIP,
        _does("distribu|commercialis|reven")
        + rf"\b (?:en exclusivité )?(?:les |la |le |l['’])?(?:produits?|gammes?|solutions?|"
        rf"logiciels?|machines|vins|marques?|robots|offre) {_OF}{_WHOM}{_ENDS}",
    ),
    _p(
        K.PARTNERSHIP,
        rf"{_SUBJECT} (?:devient|est devenue?|est désormais) (?:le |la |l['’])?(?:[a-zà-ÿ]+ "
        rf")?(?P<v>partenaire|distributeur|"
        rf"revendeur|licenciée?|fournisseur)(?: [a-zà-ÿ]+)? {_OF}{_WHOM}{_ENDS}",
    ),
    _p(
        K.PARTNERSHIP,
        rf"{_SUBJECT}[^;|]{{0,20}}? et {_WHOM}{_LONG} (?:ont |viennent de )?(?P<v>sign\w+|conclu\w*|"
        rf"noué\w*|scell\w+) un "
        r"(?:protocole d['’]accord|accord|partenariat|pacte|mémorandum)(?![^;|]{0,60}(?:rachat|fusion|"
        r"acquisition|cession))",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"(?:marché|contrat|commande|chantier|appel d['’]offres|budget)[^;|]{{0,60}}? (?:a été |est |sera |ont été )?"
        rf"(?P<v>attribuée?|confiée?|décrochée?|remportée?|adjugée?|passée?) (?:à|par|au|auprès de) {_WHO}(?=$|[.,;|])",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"{_SUBJECT} (?:est |a été |vient d['’]être )?(?P<v>retenue?|choisie?|sélectionnée?|"
        rf"désignée?) (?:par [^;|]{{3,40}}? )?"
        r"(?:pour|comme) (?:construire|équiper|fournir|livrer|exploiter|rénover|moderniser|la "
        r"construction|la fourniture|"
        r"l['’]exploitation|la rénovation|fournisseur|prestataire)",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"(?P<v>(?:[Nn]ouvelle |[Gg]rosse |[Ii]mportante )?[Cc]ommande|(?:[Nn]ouveau |[Gg]ros |"
        rf"[Ii]mportant )?[Cc]ontrat) "
        rf"(?:géante? |record )?pour {_WHO}(?=$|[.,;|])",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"{_SUBJECT} (?:a |va )?(?P<v>renouvelle|renouvelé|prolonge|prolongé|reconduit) (?:son |le |"
        rf"un )(?:contrat|marché) avec ",
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"(?:[Dd]onnées|[Ii]nformations|[Mm]ots de passe|[Cc]oordonnées)[^;|]{{0,60}}? {_OF}{_WHO}[^;|"
        rf"]{{0,20}}? (?P<v>ont fuité|"
        r"compromises?|dans la nature|ont été (?:volé|dérobé|piraté|exposé|publié)\w*|en vente|exposées)",
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"(?:^|[.|:,] |qu['’]| que ){_WHO} (?:a |vient de )?(?P<v>informé|informe|prévenu|prévient|"
        rf"averti|avertit|alerte|alerté) "
        r"[^;|]{2,120}?(?:données|informations|comptes|mots de passe)[^;|]{0,40}?(?:compromis|vol|"
        r"dérob|pirat|fuit|expos)\w*",
    ),
    _p(
        K.PRODUCT_LAUNCH,
        rf"(?:^|[.|] )(?:[Ll]e |[Ll]a |[Ll]es )(?:nouve(?:au|lle|aux|lles) )(?:[a-zà-ÿ-]+ "
        rf"){{1,3}}{_OF}{_WHO} (?P<v>arrive\w*|"
        r"débarque\w*|est disponible|sont disponibles|sort\b|sortira|sera commercialisée?)",
    ),
)
