"""French headlines and first sentences."""

from __future__ import annotations

from triggers.detect.phrases import Phrase
from triggers.types import EventKind as K
from triggers.types import Status

_A = r"(?:^|[:–|.] )(?:[^:–|,]{0,40} : )?(?P<a>(?!(?:Comment|Pourquoi|Ces|Quand)\b)[^,:;–|]{2,70}?)(?:, [^,]{4,100},)?"
_END = (
    r"(?=$|[,.:;–|!?(]| (?:pour|et|avec|après|en|au|aux|dans|à|afin|par|chez|via|sur|qui|menée?|auprès|contre|d['’])\b)"
)
_P = r"(?P<p>[A-ZÀ-Ý][\w'’.-]+(?: (?:de|du|le|la|van))?(?: [A-ZÀ-Ý][\w'’.-]+){1,2})"
_R = (
    r"(?P<r>(?:nouvelle? |nouveau )?(?:PDG|DG|DAF|DRH|CEO|CFO|CTO|COO|CMO|(?:président(?:e)?|"
    r"vice-président(?:e)?|directeur|directrice|responsable|secrétaire général(?:e)?|associé(?:e)?|"
    r"head of)"
    r"(?: (?:général(?:e)?|délégué(?:e)?|adjoint(?:e)?|financi(?:er|ère)|marketing|technique|"
    r"commercial(?:e)?|industriel(?:le)?|exécuti(?:f|ve)|des [\w ]{3,24}|de la [\w ]{3,24}|du [\w "
    r"]{3,20})){0,3}))"
)
_HAS = r"(?:a |ont |va |vient (?:de |d['’]))?"


def _p(kind: K, pattern: str, status: Status | None = None, *, money: bool = False) -> Phrase:
    return Phrase(kind, pattern, status, money)


PHRASES: tuple[Phrase, ...] = (
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )(?P<b>[^,:;–|]{2,60}?) (?:est |a été |se fait |va être )?(?P<v>rachetée?s?|"
        r"acquise?|racheter|reprise?|absorbée?) par (?P<a>[^,:;–|]{2,50}?)" + _END,
    ),
    _p(
        K.ACQUISITION,
        _A + " " + _HAS + r"(?P<v>rachète|racheté|racheter|acquiert|acquis|acquérir|s['’]offre|s['’]offrir|met la main "
        r"sur|avale|absorbe|reprend|s['’]empare de|annonce (?:le rachat|l['’]acquisition) (?:de|du|"
        r"d['’])|finalise (?:le rachat|l['’]acquisition) (?:de|du|d['’])) ?(?!(?:ses|la main|des|"
        r"\d)\b)(?:le |la |l['’]|les )?(?P<b>[^,:;–|]{2,60}?)" + _END,
    ),
    _p(
        K.ACQUISITION,
        r"(?P<v>[Rr]achat|[Aa]cquisition) (?:de |du |d['’])(?P<b>[^,:;–|]{2,50}?) par (?P<a>[^,:;–|]{2,50}?)" + _END,
    ),
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )(?P<b>[^,:;–|]{2,60}?) (?P<v>cède|vend|a cédé|va céder) [^,:;–|"
        r"]{3,60}?(?:filiale|activité|activités|division|marque|branche|parts|usine)\b[^,:;–|]{0,40}? "
        r"à (?P<a>[^,:;–|]{2,50}?)" + _END,
    ),
    _p(
        K.ACQUISITION,
        _A + r" et (?P<b>[^,:;–|]{2,50}?) (?P<v>fusionnent|vont fusionner|annoncent leur fusion|se marient)",
    ),
    _p(
        K.FUNDING,
        _A + " " + _HAS + r"(?P<v>lève|lèvent|lever|levé|boucle|bouclé|boucler|réalise|réalisé|récolte|récolté|obtient|"
        r"obtenu|décroche|décroché|finalise|finalisé|annonce|annoncé|sécurise|sécurisé|collecte|"
        r"collecté|reçoit)\b(?=[^;|]{0,90}(?:million|M€|M\$|milliard|levée|tour de table|k€|série|"
        r"amorçage|euros|dollars|fonds))(?![^;|]{0,50}(?:commande|contrat|chiffre d|bénéfice|perte|"
        r"amende|fonds d['’]investissement|nouveau fonds|premier fonds|\b(?:un|son) fonds|subvention))",
    ),
    _p(
        K.FUNDING,
        r"(?P<v>millions? d['’]euros|millions? de dollars|M€|M\$|[Ll]evée de fonds|série [A-E]|"
        r"amorçage) pour (?:la (?:start-?up|fintech|société|pépite) |le |la |l['’])?(?P<a>[^,:;–|"
        r"]{2,50}?)" + _END,
    ),
    _p(
        K.FUNDING,
        r"(?:^|[:–|.] )(?P<b>[^,:;–|]{2,60}?) (?P<v>investit|injecte|mise) [^,:;|]{2,40}? (?:dans|"
        r"chez) (?:la (?:start-?up|fintech|société|pépite) |l['’])?(?!(?:une|un|le|la|les|des|son|sa|"
        r"ses)\b)(?P<a>[^,:;–|]{2,50}?)" + _END,
        money=True,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        _A
        + r" (?P<v>nomme|a nommé|recrute|promeut|désigne|choisit|débauche) "
        + _P
        + r"(?: au poste de| comme| en tant que| à la tête de| à la)? "
        + _R,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        _P + r",? (?:est |a été |devient |vient d['’]être )?(?P<v>nommée?|promue?|devient|désignée?|élue?) "
        r"(?:au poste de |comme |en tant que |à la )?(?:le |la |nouveau |nouvelle )*"
        + _R
        + r" (?:de |du |d['’]|chez |des |de la )(?P<a>[^,:;–|]{2,50}?)"
        + _END,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        _P + r" (?P<v>rejoint|intègre) (?P<a>[^,:;–|]{2,50}?)(?: en tant que| comme| au poste de| en "
        r"qualité de)(?: nouveau| nouvelle)? " + _R,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        _P + r" (?P<v>prend) (?P<r>la tête|la direction|les rênes|la présidence|la direction générale) "
        r"(?:de |du |d['’]|des |de la )(?P<a>[^,:;–|]{2,50}?)" + _END,
    ),
    _p(K.EXECUTIVE_HIRE, _A + r" (?P<v>se dote|nomme|accueille|a) (?:d['’])?(?:un |une )?(?:nouveau |nouvelle )" + _R),
    _p(
        K.EXECUTIVE_DEPARTURE,
        r"(?:^|[:–|.] )(?:[Ll]e |[Ll]a |[Ll]['’])?"
        + _R
        + r" (?:de |du |d['’]|des )(?P<a>[^,:;–|]{2,40}?)(?:, "
        + _P
        + r",)? (?P<v>démissionne|quitte|part|va quitter|quittera|est limogée?|est débarquée?|annonce "
        r"son départ|s['’]en va|cède sa place)\b",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        _P
        + r",? (?:"
        + _R
        + r"(?: de [\w ]+)?, )?(?P<v>quitte|va quitter|quittera|démissionne de|part de) (?:la direction "
        r"de |la tête de |la présidence de )?(?!(?:ses|son|sa|le|la|les)\b)(?P<a>[A-ZÀ-Ý][^,:;–|"
        r"]{1,40}?)" + _END,
    ),
    _p(
        K.LAYOFFS,
        _A + r" (?:va |veut |prévoit de |envisage de )?(?P<v>supprime|supprimer|licencie|licencier|"
        r"annonce)\b(?=[^;|]{0,60}(?:postes|emplois|salariés|licenciement|plan social|suppressions?))",
    ),
    _p(
        K.EARNINGS,
        _A + r" (?P<v>affiche|publie|enregistre|annonce|voit|relève|abaisse|confirme)\b(?=[^;|"
        r"]{0,60}(?:bénéfice|chiffre d['’]affaires|résultats?\b|perte|prévisions|objectifs|trimestre))",
    ),
    _p(
        K.PARTNERSHIP,
        _A + r" (?P<v>signe|noue|annonce|conclut|s['’]associe|s['’]allie|collabore|étend)\b"
        r"(?![^,;|]{0,40}(?:levée|tour de table))[^,;|]{0,50}? "
        r"(?:avec|à) (?P<b>[A-ZÀ-Ý0-9][^,:;–|]{1,50}?)" + _END,
    ),
    _p(
        K.PARTNERSHIP,
        _A + r" et (?P<b>[^,:;–|]{2,50}?) (?P<v>s['’]associent|s['’]allient|nouent|signent|annoncent un "
        r"partenariat|collaborent|lancent une coentreprise)",
    ),
    _p(
        K.EXPANSION,
        _A + r" (?:va |veut )?(?P<v>ouvre|ouvrir|s['’]implante|s['’]implanter|inaugure|construit|construire|"
        r"investit)\b(?=[^;|]{0,60}(?:usine|bureau|bureaux|magasin|site|siège|centre|data center|"
        r"datacenter|boutique|en |au |aux ))",
    ),
    _p(
        K.CONTRACT_WIN,
        _A + r" (?P<v>remporte|décroche|gagne|obtient|signe)\b(?=[^;|]{0,50}(?:contrat|commande|marché|"
        r"appel d['’]offres))",
    ),
    _p(
        K.IPO,
        _A + r" (?P<v>prépare|envisage|vise|lance|réussit|reporte|entre|annonce)\b(?=[^;|"
        r"]{0,50}(?:introduction en [Bb]ourse|entrée en [Bb]ourse|en Bourse|IPO))",
        Status.PLANNED,
    ),
    _p(
        K.REGULATORY,
        r"(?P<b>[A-ZÀ-Ýa-z][\w'’ -]{2,60}?) (?P<v>inflige|condamne|sanctionne|ouvre une enquête|"
        r"autorise|épingle)\b[^,;|]{0,70}?(?:à|sur|contre|visant) (?P<a>[A-ZÀ-Ý][^,:;–|]{1,40}?)" + _END,
    ),
    _p(
        K.SECURITY_INCIDENT,
        r"(?:^|[:–|.] )(?P<a>[^,:;–|]{2,60}?) (?P<v>victime|piratée?|ciblée?|touchée?|visée?|confirme|"
        r"subit)\b(?=[^;|]{0,60}(?:cyberattaque|fuite de données|piratage|ransomware|rançongiciel|vol "
        r"de données)|$)",
    ),
    _p(
        K.PRODUCT_LAUNCH,
        _A + r" (?P<v>lance|dévoile|présente|sort)\b (?=(?:un|une|son|sa|le|la|ses|de nouveaux|de "
        r"nouvelles) (?:nouvel|nouveau|nouvelle|premi|propre|[\w-]+ (?:application|IA|modèle|"
        r"plateforme|smartphone|voiture|assistant|service|outil|SUV|solution)|application|IA|modèle|"
        r"plateforme|smartphone|voiture|assistant|service|outil|solution))",
    ),
)
