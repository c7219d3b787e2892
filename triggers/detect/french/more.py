"""More French phrases, by kind: what newsrooms write besides the plain verb."""

from __future__ import annotations

from triggers.detect.french.base import _A, _END, _P, _R, _p
from triggers.detect.phrases import Phrase
from triggers.types import EventKind as K
from triggers.types import Status

_OF = r"(?:de la |de l['’]|du |des |de |d['’]|chez |à la |à l['’]|au |aux )"
_KIND = (
    r"(?:(?:start-?up|scale-?up|société|entreprise|groupe|pépite|licorne|plateforme|fintech|biotech|medtech|assureur|"
    r"banque|distributeur|constructeur|enseigne|marque|spécialiste|éditeur|opérateur|mutuelles?|fabricant|"
    r"transporteur) )"
)
_B = r"(?:le |la |l['’]|les |son |sa )?(?:concurrent |rival )?(?P<b>[^,:;–|]{2,60}?)"
_MONEY = r"(?:million|M€|M\$|milliard|k€|euros|dollars|levée|tour de table|série [A-Z]|amorçage|financement|fonds)"
_POST = (
    r"(?P<r>PDG|DG|DAF|DRH|CEO|CFO|CTO|COO|patron(?:ne)?|président(?:e)?|directeur(?: général)?|directrice(?: "
    r"générale)?|"
    r"fondateur|fondatrice|cofondateur|cofondatrice|dirigeant(?:e)?|numéro (?:un|deux))"
)

DEALS: tuple[Phrase, ...] = (
    _p(
        K.ACQUISITION,
        r"(?P<v>[Ff]usion|[Rr]approchement|[Mm]ariage) [^,;|]{0,30}?entre (?:les? |la |l['’])?"
        + _KIND
        + r"?(?P<a>[^,:;–|]{2,50}?) "
        r"et (?P<b>[^,:;–|]{2,50}?)" + _END,
    ),
    _p(
        K.ACQUISITION,
        _A + r" (?P<v>entre en (?:négociations?|discussions?)|est en (?:négociations?|discussions?|pourparlers)|en "
        r"(?:négociations?|discussions?|pourparlers)|négocie|discute|envisage|étudie|veut|souhaite|pourrait|projette)\b"
        r"[^,;|]{0,40}? (?:l['’]acquisition |le rachat |la reprise |racheter |acquérir |reprendre |s['’]offrir )"
        r"(?:de la |de l['’]|du |des |de |d['’])?" + _B + _END,
        Status.RUMOURED,
    ),
    _p(
        K.ACQUISITION,
        _A + r" (?:va |vient de |a |veut |souhaite |s['’]apprête à )?(?P<v>prend(?:re)? le contrôle|pris le contrôle|"
        r"prend(?:re)? une "
        r"participation majoritaire|devient (?:l['’])?actionnaire majoritaire|jette(?:r)? son dévolu|annonce(?:r)? "
        r"(?:le "
        r"rachat|l['’]acquisition|la reprise|l['’]absorption)|lance(?:r)? une (?:OPA|offre)|conclut (?:le rachat|"
        r"l['’]acquisition)"
        r"|boucle(?:r)? (?:le rachat|l['’]acquisition)|monte(?:r)? à (?:100|\d\d) ?%) "
        r"(?:au capital |du capital )?(?:de la |de l['’]|du |des |de |d['’]|dans |sur |chez )(?:la |le |l['’])?"
        + _KIND
        + r"?(?P<b>[^,:;–|]{2,60}?)"
        + _END,
    ),
    _p(
        K.ACQUISITION,
        _A
        + r" (?P<v>met(?:tre)? la main|mis la main|fait main basse|fait l['’]acquisition|a fait l['’]acquisition|vient "
        r"d['’]acquérir|vient de racheter|vient de s['’]offrir|croque|s['’]adjuge|englobe|gobe|avale|absorbe|"
        r"rachètent|acquièrent|"
        r"s['’]offrent|reprennent|se paie|se paye|se porte acquéreur)(?: sur| de| du| d['’])? ?(?!(?:ses|des|\d)\b)"
        + _B
        + _END,
    ),
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )(?P<b>[^,:;–|]{2,60}?) (?P<v>passe|passent|tombe|(?:rejoint|rejoignent|"
        r"intègre)(?![^;|]{0,80}(?:en tant que|comme|nommée?|directeur|directrice|présidente?)\b)) "
        r"(?:sous|dans|"
        r"entre|aux mains|le "
        r"giron|au sein|sous le contrôle|le groupe)(?: pavillon| le giron| les mains| les bras| le contrôle)? ?"
        r"(?:de la |de l['’]|du |des |de |d['’])?(?P<a>[A-ZÀ-Ý][^,:;–|]{1,50}?)" + _END,
    ),
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )(?P<b>[^,:;–|]{2,60}?) (?:est |sera |a été |va être )?(?P<v>vendue?s?|cédée?s?|se vend|"
        r"racheté\w*) (?:à|au|par) "
        r"(?:le |la |l['’])?" + _KIND + r"?(?P<a>[^,:;–|]{2,50}?)" + _END,
    ),
)
MONEY: tuple[Phrase, ...] = (
    _p(
        K.FUNDING,
        _A + r",? (?:est |serait |entre )?(?P<v>en (?:discussions?|négociations?|pourparlers|passe|train)|cherche|veut|"
        r"souhaite|"
        r"envisage|prévoit|prépare|s['’]apprête|négocie|vise|compte|discute|pourrait) [^;|]{0,40}?(?:lever|levée|"
        r"boucler|tour de "
        r"table|augmentation de capital)\b",
        Status.RUMOURED,
    ),
    _p(
        K.FUNDING,
        _A + r" (?:vient |viennent |a |ont |va )?(?P<v>(?:de |d['’])?(?:lever|levé|lèvent|lève|boucle|bouclé|boucler|"
        r"récolte|récolté|"
        r"récolter|empoche|empoché|rafle|amasse|engrange|mobilise|mobilisé|rassemble|conclut|conclu|signe|réunit|"
        r"réuni|attire|"
        r"clôture|clôturé|sécurise|sécurisé|glane|s['’]assure|capte|injecte|ramasse|enregistre|complète|accueille|"
        r"obtenir|reçu))\b"
        r"(?=[^;|]{0,100}"
        + _MONEY
        + r")(?![^;|]{0,60}(?:commande|contrat|chiffre d|bénéfice|perte|amende|nouveau fonds|premier "
        r"fonds|subvention|acquisition|rachat|(?:un|son) fonds (?:de|d['’])))",
        money=False,
    ),
    _p(
        K.FUNDING,
        _A + r"(?: (?:arrive|suit|vient|termine|se classe|se distingue)(?: \w+){0,2})?,? (?P<v>avec) (?:une? |sa |son "
        r")?(?:nouvelle |nouveau |première |deuxième )?(?:levée|opération|tour|tour "
        r"de table|augmentation de capital|financement|transaction|série [A-Z])\b",
        money=True,
    ),
    _p(
        K.FUNDING,
        r"(?P<v>million|millions|M€|M\$|milliard|milliards|[Ll]evée|[Ss]érie [A-Z]|[Tt]our de table|[Aa]morçage)[^,;|"
        r"]{0,40}? "
        r"(?:pour|chez|par) (?:la |le |l['’])?" + _KIND + r"?(?P<a>[^,:;–|]{2,50}?)" + _END,
        money=True,
    ),
    _p(
        K.FUNDING,
        r"(?:^|[:–|.] )(?P<b>[^,:;–|]{2,60}?) (?P<v>entre|entrent|investit|investissent|prend|prennent|injecte|"
        r"injectent|monte|mise|"
        r"participe) (?:au capital|une participation|[^,:;|]{2,40}?) (?:de la |de l['’]|du |de |d['’]|dans |chez |au "
        r"capital de )(?:la |le |"
        r"l['’])?" + _KIND + r"?(?!(?:une|un|le|la|les|des|son|sa|ses)\b)(?P<a>[A-ZÀ-Ý][^,:;–|]{1,50}?)" + _END,
        money=True,
    ),
)
TOLD_LATE: tuple[Phrase, ...] = (
    _p(
        K.FUNDING,
        _A + r" (?P<v>rejoint|entre|intègre|devient|accède)\b[^;|]{0,50}?licornes?\b",
    ),
    _p(
        K.FUNDING,
        r"(?:^|[.–|] )(?P<a>[A-ZÀ-Ý][^,:;–|]{1,40}?) ?(?P<v>:|,) (?:une? )?(?:nouvelle |grosse |deuxième )?(?:levée|"
        r"tour de table|série [A-Z])\b",
        money=True,
    ),
    _p(
        K.FUNDING,
        r"\b(?:vient|viennent|arrive|suit|figure|apparaît) (?:ensuite |enfin |juste derrière )?(?P<a>[A-ZÀ-Ý][^,:;–|"
        r"]{1,50}?),? (?P<v>avec) "
        r"(?:une? |sa |son )?(?:\w+ )?(?:levée|opération|tour de table|augmentation|financement)",
        money=True,
    ),
    _p(
        K.FUNDING,
        r"(?:^|, )(?P<a>[A-ZÀ-Ý][\w.&-]+(?: [A-ZÀ-Ý][\w.&-]+){0,3}) (?:a |vient de )?(?P<v>conclut|lève|levé|boucle|"
        r"bouclé|signe|réalise|"
        r"lever|boucler|récolte|complète)\b[^;|]{0,80}(?:levée|tour de table|million|opération)",
        money=True,
    ),
)
PEOPLE: tuple[Phrase, ...] = (
    _p(
        K.EXECUTIVE_HIRE,
        _A + r" (?:vient de |a |va )?(?P<v>nomme[r]?|nommé|recrute[r]?|recruté|promeut|désigne|choisit|débauche|"
        r"accueille|embauche|"
        r"intronise|appelle|confie|place|porte)(?: sa direction \w+ à| les rênes à| la direction à)? "
        + _P
        + r"(?: comme| en tant que| "
        r"au poste de| à la tête de| en qualité de| à la| au|,)? ?(?:son |sa |nouveau |nouvelle |nouvel )*"
        r"(?P<r>[a-zA-ZÀ-ÿ-]+(?: (?:général\w*|financi\w+|marketing|technique|commercial\w*|exécuti\w+|délégué\w*))?)",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        _P
        + r"(?:, [^,]{3,50},)? (?:est |a été |sera |va |vient d['’]être )?(?P<v>nommée?|promue?|désignée?|élue?|prend|"
        r"prendra|"
        r"prendre|devient|rejoint|succède|arrive|remplace|choisie?|propulsée?|à la tête|aux commandes)\b[^;|]{0,60}?(?:"
        + _R
        + r"|[Ll]es (?:rênes|commandes)|tête|commandes|direction|présidence) "
        + _OF
        + r"(?P<a>[A-ZÀ-Ý][^,:;–|]{1,50}?)"
        + _END,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        r"(?P<v>[Nn]ouve(?:au|lle|l)|[Uu]ne? nouve(?:au|lle|l)) "
        + _POST
        + r"(?: \w+)? (?:pour|chez|à la tête de|de|du|d['’]) ?"
        r"(?P<a>[A-ZÀ-Ý][^,:;–|]{1,50}?)" + _END,
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        r"(?:^|[:–|.] )(?:[Ll]e |[Ll]a |[Ll]['’])?"
        + _POST
        + r"(?: \w+)? "
        + _OF
        + r"(?P<a>[A-ZÀ-Ý][^,:;–|]{1,40}?)(?:, "
        + _P
        + r",)? (?P<v>démissionne|quitte|part|va quitter|quittera|est limogée?|est débarquée?|annonce son départ|"
        r"s['’]en va|cède sa "
        r"place|quitte ses fonctions|jette l['’]éponge|tire sa révérence|passe la main|se retire|prend sa retraite|"
        r"rend son tablier|"
        r"est remerciée?|est évincée?|sur le départ|claque la porte)\b",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        r"(?P<v>[Dd]émission|[Dd]épart|[Éé]viction|[Ll]imogeage|[Rr]etrait)(?: \w+)? (?:de la |de l['’]|du |de |d['’])"
        + _POST
        + r"(?: \w+)? (?:de la |de l['’]|du |des |de |d['’]|chez )(?P<a>[A-ZÀ-Ý][^,:;–|]{1,50}?)"
        + _END.replace("|d['’]", ""),
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        _A + r" (?P<v>se sépare|limoge|débarque|évince|remercie|perd|congédie) (?:de )?(?:son |sa )" + _POST,
    ),
)
WORK: tuple[Phrase, ...] = (
    _p(
        K.LAYOFFS,
        r"(?P<v>[Pp]lan social|[Ss]uppressions? (?:de postes|d['’]emplois)|[Ll]icenciements?|[Rr]estructuration|PSE|"
        r"[Pp]lan de "
        r"(?:départs|licenciement|sauvegarde))[^,;|]{0,30}? (?:chez|à|au sein de|dans le groupe|annoncé chez) (?:la |"
        r"le |l['’])?"
        r"(?P<a>[A-ZÀ-Ý][^,:;–|]{1,50}?)" + _END,
    ),
    _p(
        K.LAYOFFS,
        _A + r" (?:va |veut |prévoit de |envisage de |s['’]apprête à |pourrait |compte )?(?P<v>supprim\w+|licenci\w+|"
        r"annonce|ferme[r]?|"
        r"réduit|réduire|taille[r]?|dégraisse[r]?|se sépare[r]?|lance[r]?|coupe[r]?|met|mettre|prévoit|"
        r"réduira)\b(?=[^;|]{0,80}(?:postes|"
        r"emplois|salariés|licenciement|plan social|suppressions?|effectifs|employés|collaborateurs|départs))(?![^;|"
        r"]{0,60}(?:"
        r"recrut|embauch|créer|création))",
    ),
    _p(
        K.EXPANSION,
        _A + r" (?:va |veut |vient de |prévoit d['’]|prévoit de |compte |s['’]apprête à )?(?P<v>ouvre|ouvrir|"
        r"s['’]implante[r]?|inaugure[r]?"
        r"|construi\w+|investi\w*|installe[r]?|s['’]installe[r]?|bâti\w*|déploie|déployer|agrandi\w*|double[r]?|"
        r"débarque[r]?|pose[r]?|crée[r]?|"
        r"recrute[r]?|embauche[r]?|met)\b(?=[^;|]{0,90}(?:usine|bureau|bureaux|magasin|\bsite\b|siège|centre de|data "
        r"?center|boutique|"
        r"entrepôt|laboratoire|campus|filiale|\d+ (?:emplois|personnes|salariés|postes|collaborateurs|ingénieurs)|"
        r"(?:en|au|aux) "
        r"(?:Allemagne|Espagne|Italie|France|Europe|Belgique|Suisse|États-Unis|Etats-Unis|Royaume-Uni|Chine|Inde|Asie|"
        r"Afrique|"
        r"Amérique|Portugal|Pologne|Maroc|Canada|Brésil)))(?![^;|]{0,60}(?:start-?up|capital de|levée|supprim))",
    ),
    _p(
        K.EARNINGS,
        r"(?:^|[:–|.] )(?P<a>[A-ZÀ-Ý][^,:;–|]{1,50}?) ?(?P<v>:|,) ?(?:(?:un|une|le|la|son|des|les) )?(?:chiffre "
        r"d['’]affaires|bénéfice|"
        r"résultats?|perte|ventes|croissance|revenus|trimestre|marge)\b(?=[^;|]{0,80}(?:hausse|baisse|recul|progress|"
        r"bond|%|million|"
        r"milliard|trimestre|semestre|annuel|record|stable))",
    ),
    _p(
        K.EARNINGS,
        _A
        + r" (?P<v>affiche|publie|enregistre|annonce|voit|relève|abaisse|confirme|réalise|dégage|accuse|creuse|double|"
        r"améliore|vise|"
        r"table|revoit|maintient|termine|clôt|bat|manque|dépasse|renoue|essuie|creuse)\b(?=[^;|]{0,80}(?:bénéfice|"
        r"chiffre "
        r"d['’]affaires|résultats?\b|pertes?\b|prévisions|objectifs?|trimestre|ventes|marge|semestre|rentabilité|"
        r"exercice|revenus))"
        r"(?![^;|]{0,60}(?:partenariat|levée|acquisition))",
    ),
    _p(
        K.EARNINGS,
        r"(?P<v>[Ll]e bénéfice|[Ll]e chiffre d['’]affaires|[Ll]es ventes|[Ll]es résultats|[Ll]es pertes|[Ll]a perte|"
        r"[Bb]énéfice|[Rr]ésultats) "
        r"(?:net |annuels? |trimestriels? |semestriels? )*(?:de la |de l['’]|du |des |de |d['’])(?P<a>[A-ZÀ-Ý][^,:;–|"
        r"]{1,40}?) (?:a |ont |s['’]"
        r"|est |sont )?(?:bondi\w*|recul\w*|progress\w*|chut\w*|baiss\w*|grimp\w*|augment\w*|doubl\w*|tomb\w*|"
        r"dépass\w*|plong\w*|envol\w*)",
    ),
    _p(
        K.PRODUCT_LAUNCH,
        _A
        + r" (?:va |vient de |s['’]apprête à )?(?P<v>lance[r]?|dévoile[r]?|présente[r]?|sort(?:ir)?|commercialise[r]?|"
        r"déploie|introduit|"
        r"propose|met sur le marché|mise sur)\b (?=(?:une? |son |sa |le |la |ses |l['’]|de nouve))(?!(?:une? |son |sa "
        r"|le |la |ses |l['’])"
        r"(?:\w+ )?(?:fonds|enquête|offre publique|OPA|appel|usine|bureau|partenariat|levée|procédure|plan|"
        r"recrutement|siège|"
        r"résultats?|chiffre|stratégie|alerte|concours|tour|filiale|coentreprise|étude|programme))",
    ),
    _p(
        K.PARTNERSHIP,
        _A
        + r" et (?P<b>[^,:;–|]{2,50}?) (?P<v>s['’]associent|s['’]allient|nouent|signent|annoncent|collaborent|lancent|"
        r"créent|scellent|"
        r"unissent|concluent|vont|renforcent|main dans la main)\b(?=[^;|]{0,70}(?:partenariat|coentreprise|alliance|"
        r"ensemble|"
        r"accord|forces|co-entreprise|joint|collabor|pour))(?![^;|]{0,40}(?:fusion))",
    ),
    _p(
        K.PARTNERSHIP,
        r"(?P<v>[Pp]artenariat|[Aa]lliance|[Cc]oentreprise|[Aa]ccord)(?: \w+)? entre (?P<a>[^,:;–|]{2,50}?) et "
        r"(?P<b>[^,:;–|]{2,50}?)" + _END,
    ),
    _p(
        K.CONTRACT_WIN,
        r"(?:^|[:–|.] )(?P<b>[^:;–|]{2,80}?) (?P<v>choisit|sélectionne|retient|confie|commande|mandate|opte pour|"
        r"désigne|attribue)\b"
        r"(?: [^,:;|]{0,60}?(?:à|chez|auprès de))? (?P<a>[A-ZÀ-Ý][^,:;–|]{1,40}?)(?= (?:pour|afin|comme|en vue)\b)",
    ),
    _p(
        K.CONTRACT_WIN,
        _A + r" (?:va |vient de |a )?(?P<v>remport\w+|décroch\w+|gagn\w+|rafl\w+|signe|obtient|équipe\w*|fourni\w+|"
        r"livre[r]?|choisie?|retenue?"
        r"|sélectionnée?)\b(?=[^;|]{0,80}(?:contrats?|commandes?|marché (?:de|public|pour)|appel d['’]offres|\d+ "
        r"(?:trains|rames|bus|"
        r"avions|hélicoptères|satellites|navires|tramways)|par (?:la|le|l['’])))",
    ),
    _p(
        K.IPO,
        _A + r" (?:a |va |vient de |s['’]apprête à )?(?P<v>fait|faire|réussit|rate|signe|boucle|entre|s['’]introduit|"
        r"débute|s['’]invite|"
        r"débarque)\b(?=[^;|]{0,50}(?:[Bb]ourse|IPO|Euronext|Nasdaq))",
        Status.ANNOUNCED,
    ),
    _p(
        K.IPO,
        _A + r" (?P<v>reporte|annule|renonce|repousse|suspend|abandonne|décale)\b(?=[^;|]{0,50}(?:[Bb]ourse|IPO))",
        Status.DENIED,
    ),
    _p(
        K.REGULATORY,
        r"(?P<b>(?:[Ll]a |[Ll]['’]|[Ll]e |[Ll]es )?[\w'’ -]{2,50}?) (?P<v>inflige|condamne|sanctionne|autorise|"
        r"épingle|bloque|"
        r"interdit|met en demeure|enquête|poursuit|approuve|retire|suspend|(?:lance|ouvre)(?=[^;|]{0,40}(?:enquête|"
        r"procédure|instruction))|met à l['’]amende|valide|rappelle à l['’ordre]+|assigne|"
        r"accuse|perquisitionne)\b[^;|]{0,80}?(?: à| sur| contre| visant| par| de| chez| concernant)?(?: les? [^,;|"
        r"]{2,40}? par)? "
        r"(?P<a>(?!(?:Paris|France|Europe|Bruxelles)\b)[A-ZÀ-Ý][^,:;–|]{1,40}?)" + _END,
    ),
    _p(
        K.REGULATORY,
        _A + r" (?!(?:obtient|reçoit)[^;|]{0,60}(?:euros|M€|dollars))(?P<v>condamnée?|sanctionnée?|"
        r"épinglée?|visée?|écope|obtient|reçoit|mise? en demeure|mise? en examen|"
        r"poursuivie?|paiera|"
        r"devra payer|sous enquête)\b(?=[^;|]{0,80}(?:amende|CNIL|AMF|enquête|autorisation|agrément|justice|tribunal|"
        r"concurrence|"
        r"Commission|licence|feu vert|régulateur|euros))",
    ),
    _p(
        K.SECURITY_INCIDENT,
        r"(?P<v>[Cc]yberattaque|[Ff]uites? de données|[Pp]iratage|[Rr]ançongiciel|[Vv]ol de données|[Aa]ttaque "
        r"informatique|[Hh]ackers?|"
        r"[Cc]yber-attaque|[Rr]ansomware|[Ii]ntrusion)(?: \w+)? (?:chez|au|à la|à l['’]|à|contre|de|du|aux|visant|"
        r"paralyse|frappe|"
        r"touche|vise|cible|perturbe|bloque|d['’]) ?(?:le |la |l['’])?(?P<a>[A-ZÀ-Ý][^,:;–|]{1,50}?)" + _END,
    ),
    _p(
        K.SECURITY_INCIDENT,
        _A + r" (?:a été |est |se dit |de nouveau )?(?P<v>victime|piratée?|ciblée?|touchée?|visée?|confirme|subit|"
        r"paralysée?|frappée?|"
        r"alerte|avertit|annonce|reconnaît|prévient)\b(?=[^;|]{0,80}(?:cyberattaque|fuite|piratage|ransomware|"
        r"rançongiciel|vol de "
        r"données|attaque informatique|données (?:volées|personnelles)|hackers?))",
    ),
)
MORE = DEALS + MONEY + TOLD_LATE + PEOPLE + WORK
