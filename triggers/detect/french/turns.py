"""French turns of trade papers: works that close, customers that choose, data that are stolen, sums brought
together."""

from __future__ import annotations

from triggers.detect.french.base import _P, _R, _p
from triggers.detect.french.sentences import _OF, _SAYS, _SUBJECT, _WHO, _WHOM
from triggers.detect.phrases import Phrase
from triggers.types import EventKind as K

_SUM = r"\d[\d.,]* ?(?:M€|M ?\$|millions?|milliards?|K€|k€|000 (?:euros|€))"
_WORKS = r"(?:usine|site|sites|usines|atelier|ateliers|fonderie|raffinerie|abattoir|imprimerie|entrepôt|production)"
_ENDS = r"(?=$|[ .,;:!?(–|])"

TURNS: tuple[Phrase, ...] = (
    _p(
        K.FUNDING,
        rf"{_SUBJECT} (?:a (?:pu )?|ont |vient de |va |qui a (?:pu )?)?(?P<v>rassembl(?:é|er|e)|récolt(?:é|er|e)|"
        rf"engrang(?:é|er|e)|réuni[rt]?|collect(?:é|"
        rf"er|e)|sécuris(?:é|er|e)|obten(?:u|ir)|décroch(?:é|er|e)) (?:pas moins de |près de |plus de |environ "
        rf")?{_SUM}(?: d['’]euros| de dollars)?"
        rf"(?= (?:auprès|pour|dans|en|lors|afin|grâce)|[.,]|$)(?![^;|]{{0,60}}\b(?:contrat|commande|amende|"
        rf"subvention|chiffre)\b)",
        money=True,
    ),
    _p(
        K.FUNDING,
        rf"(?:[Aa]vec|[Aa]près) {_SUM}(?: d['’]euros)? (?P<v>levés|récoltés|collectés), {_WHO}{_ENDS}",
        money=True,
    ),
    _p(
        K.ACQUISITION,
        rf"{_SUBJECT} [^;|]{{3,80}}? (?:avec|par|grâce à) (?P<v>l['’]acquisition|le rachat|la reprise|"
        rf"l['’]intégration) {_OF}{_WHOM}{_ENDS}",
    ),
    _p(K.ACQUISITION, rf"{_SAYS} (?:reprendre|racheter|acquérir|absorber) {_WHOM}{_ENDS}"),
    _p(
        K.EXECUTIVE_HIRE,
        rf"(?P<v>[Nn]omination|[Aa]rrivée) {_OF}{_P} (?:à la (?:direction|tête|présidence)|au poste|comme|en tant "
        rf"que|au comité)[^;|]{{0,60}}? {_OF}{_WHO}{_ENDS}",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        rf"{_P} (?P<v>quitte|abandonne|laisse|cède) (?:ses fonctions|son poste|la direction|la présidence|le "
        rf"poste)(?: de {_R})?[^;|]{{0,40}}? {_OF}{_WHO}{_ENDS}",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        rf"{_P}, (?:jusque-là |jusqu['’]ici |actuel(?:le)? |le |la )?{_R} (?:de |du |d['’]){_WHO},[^;|]{{0,60}}? "
        rf"(?P<v>démissionne|quitte|a démissionné|a "
        rf"présenté sa démission|part\b)",
    ),
    _p(
        K.LAYOFFS,
        rf"{_SUBJECT} (?:va |a |veut |compte |s['’]apprête à |prévoit de |envisage de )?(?P<v>ferm(?:e|er|é|era)|"
        rf"cess(?:e|er|é) (?:la|l['’])) ?(?:son |sa |ses |une |l['’]|le |"
        rf"la |deux |trois )?(?:[a-zà-ÿ]+ )?{_WORKS}\b",
    ),
    _p(
        K.LAYOFFS,
        rf"{_SAYS} (?:la )?fermeture (?:de |du |d['’]|prochaine de )(?:son |sa |ses |une |l['’]|deux "
        rf")?(?:[a-zà-ÿ]+ )?{_WORKS}\b",
    ),
    _p(
        K.LAYOFFS,
        rf"{_SAYS} (?:supprimer|licencier|se séparer de|réduire) (?:[^;|]{{0,30}}? )?(?:emplois|postes|salariés|"
        rf"effectifs|collaborateurs)\b",
    ),
    _p(
        K.LAYOFFS,
        rf"\d[\d\u202f ]* (?:emplois|postes|salariés) (?P<v>menacés|supprimés|sur la sellette|en danger|en moins|"
        rf"concernés) (?:chez|à|dans le groupe|au sein de) "
        rf"{_WHO}{_ENDS}",
    ),
    _p(
        K.LAYOFFS,
        rf"(?P<v>supprimer|licencier) (?:[^;|]{{0,20}}? )?\d[\d\u202f ]* (?:emplois|postes|salariés)\b[^;|"
        rf"]{{0,30}}? (?:chez|au sein de) {_WHO}{_ENDS}",
    ),
    _p(
        K.PRODUCT_LAUNCH,
        rf"{_SUBJECT} (?:a |vient de )(?P<v>présenté|dévoilé|lancé|commercialisé|sorti|présenter|dévoiler|lancer|"
        rf"commercialiser) (?:son |sa |ses |une |un |le |la )"
        rf"(?:nouve(?:au|lle|l|lles|aux) |premi(?:er|ère) )",
    ),
    _p(
        K.PARTNERSHIP,
        rf"{_SUBJECT} (?:a |ont |vient de |va )?(?P<v>signé|conclu|noué|scellé|signer|conclure|nouer) (?:un |une "
        rf")(?:[a-zà-ÿ]+ )?(?:accord de |protocole "
        rf"d['’]accord|partenariat|alliance|collaboration)(?:partenariat|coopération|collaboration|"
        rf"distribution)?[^;|]{{0,60}}? avec {_WHOM}{_ENDS}",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"(?:^|[.|:] )[^;|,]{{3,60}}? (?:a |ont |vient de )?(?P<v>choisi|retenu|sélectionné|mandaté|choisit|"
        rf"retient|sélectionne|choisir|retenir) (?:le groupe |la société |"
        rf"l['’]entreprise )?{_WHO} (?:pour|comme|afin)\b(?![^;|]{{0,30}}\b(?:usine|implant|siège européen|poste|"
        rf"diriger|succéder)\b)",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"(?P<v>confie|confié|attribue|attribué|confient) (?:à|au) (?:groupe )?{_WHO} (?:la |le |l['’]|les |un |"
        rf"une )[^;|]{{3,}}",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"{_SUBJECT} (?:va )?(?P<v>fournira|livrera|construira|équipera|exploitera|fournir|livrer|équiper|"
        rf"exploiter) [^;|]{{2,60}}? (?:à|au|aux|de|pour) (?:la |le |l['’])?",
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"{_SUBJECT} (?:a été|est|avait été) (?P<v>la cible|victime|visée?|touchée?|frappée?|paralysée?) "
        rf"(?:d['’]|par )(?:une |un )?(?:[a-zà-ÿ]+ )?(?:cyber\w*|"
        rf"piratage|attaque informatique|rançongiciel|ransomware|fuite de données)",
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"(?:[Dd]onnées|[Ii]nformations|[Ff]ichiers|[Cc]omptes)[^;|]{{0,60}}? (?:clients?|salariés|abonnés|"
        rf"utilisateurs|patients|membres) {_OF}{_WHO} (?:ont été |auraient été |"
        rf"sont )?(?P<v>dérobée?s|volée?s|piratée?s|exposée?s|compromise?s|divulguée?s|en vente|publiée?s|dans la "
        rf"nature)",
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"(?:[Dd]es |[Ll]es )?(?:pirates|hackers|cybercriminels)(?: informatiques)? (?:ont |auraient "
        rf")?(?P<v>volé|dérobé|publié|piraté|exfiltré|attaqué|revendiquent|mis en vente)"
        rf"[^;|]{{0,60}}? {_OF}{_WHO}{_ENDS}",
    ),
)
