"""English clauses of works begun, staff taken on and pacts, by classes of verbs."""

from __future__ import annotations

from triggers.detect.clause_table import Clause, clause
from triggers.detect.english.senses.places import STATE
from triggers.types import EventKind as K

_SITE = (
    r"(?:plant|factory|facility|store|shop|warehouse|depot|hub|office|headquarters|hq|campus|mill|brewery|bakery|hotel|"
    r"restaurant|distribution cent|fulfil?ment cent|data cent|logistics cent|service cent|r&d cent|"
    r"cold store|laborator|"
    r"lab|site|terminal|branch|showroom|refinery|production line|line|complex|premises|base|"
    r"supermarket|gigafactory|works)"
)
_NO_SITE = (
    STATE
    + r"|\b(?:museum|church|library|prison|hospital|homes|housing|closes?|closing|closure|shut\w*|strike|fire|lawsuit|"
    r"layoffs?|cuts?|sells?|sold|sale of|stake|app|website|online store|app store|film|season|bridge|road|stadium)\b"
)
STARTS: tuple[Clause, ...] = (
    clause(
        K.EXPANSION,
        "begin start commence mark celebrate kick launch resume complete finish hold",
        "construction work building start ceremony groundbreaking expansion extension commissioning topping-out",
        also=rf"\b(?:on|of|for|at|in)\b.*\b{_SITE}",
        no=_NO_SITE,
    ),
    clause(
        K.EXPANSION,
        "relocate move transfer shift upgrade",
        "",
        also=r"^ (?:to|into|its \w+ to) (?:an? |its |the |new |larger |bigger |purpose-built |modern |brand )*"
        r"(?:[\w,.-]+ ){0,4}(?:premises|offices?|headquarters|hq|facility|factory|warehouse|site|home|unit|building)\b",
        no=_NO_SITE,
    ),
    clause(
        K.EXPANSION,
        "take hire recruit add employ",
        "",
        also=r"^ (?:on )?(?:up to |around |about |over |more than |another |an extra |some )*\d[\d,.]* "
        r"(?:new |more |extra |"
        rf"additional )?(?:[a-z]+ )?(?:staff|people|workers|employees|engineers|drivers|pickers)\b.*\b{_SITE}",
        no=_NO_SITE,
    ),
    clause(
        K.EXPANSION,
        "announce unveil promise pledge bring confirm",
        "job role post",
        also=r"^ (?:up to |around |about |over |more than |another )*\d[\d,.]* (?:new |more |extra |"
        r"additional )(?:[\w-]+ )?"
        r"(?:jobs|roles|posts) (?:in|for|at|to) ",
        no=_NO_SITE,
    ),
    clause(
        K.EXPANSION,
        "roll",
        "",
        also=r"^ out (?:up to |another |some )?\d[\d,.]* (?:more |new |further )?(?:[a-z]+ )?(?:stores|"
        r"shops|restaurants|branches|"
        r"outlets|sites|cafes|gyms|hotels)\b",
        no=_NO_SITE,
    ),
    clause(
        K.EXPANSION,
        "sign ink strike agree seal",
        "",
        also=r"^ [^;]{0,60}?\b(?:deal|agreement|pact|lease)s? (?:with [^;]{2,40} )?(?:to open|for) (?:up to "
        r"|another )?\d[\d,.]* "
        r"(?:[a-z]+ ){0,2}(?:stores|shops|restaurants|branches|outlets|hotels|clinics|gyms|cafes)\b",
        no=_NO_SITE,
    ),
    clause(
        K.EXPANSION,
        "submit lodge file unveil reveal get gain secure win receive seek",
        "",
        also=r"^ (?:council |planning |outline |full |the |a |its |new )*(?:plans?|permission|consent|"
        r"approval|go-ahead|green light|"
        rf"application)(?: [a-z]+)? (?:for|to (?:build|open|extend|expand)) (?:an? |its |the |new "
        rf")*(?:[\w$£€.,'-]+ ){{0,5}}?{_SITE}",
        no=_NO_SITE,
    ),
    clause(
        K.EXPANSION,
        "make",
        "debut entry entrance foray",
        also=r"^ (?:its |a |an )?(?:\w+ )?(?:debut|entry|entrance|foray) (?:in|into|to) (?:the )?(?-i:[A-Z])",
        no=_NO_SITE + r"|\b(?:stock|nasdaq|nyse|exchange|euronext|aim|trading|market debut|premier league|league|"
        r"olympic\w*)\b",
    ),
    clause(
        K.EXPANSION,
        "establish set found form create",
        "",
        also=r"^ (?:up )?(?:an? |its |the |new |wholly[- ]owned |local |sales |regional |first )*(?:company|"
        r"subsidiary|entity|"
        r"operation|office|presence|branch|base|unit|arm) (?:in|at|for) (?:the )?(?-i:[A-Z])",
        no=_NO_SITE + r"|\b(?:joint venture|partnership|committee|fund|foundation|charity|task force)\b",
    ),
    clause(
        K.EXPANSION,
        "set",
        "",
        also=r"^ its sights? on (?:the )?(?:[\w-]+ )?(?:(?-i:[A-Z])\w+ )?(?:market|markets|expansion)\b",
        no=_NO_SITE,
    ),
)

_NO_TIE = STATE + (
    r"|\b(?:merger|takeover|acqui\w+|union|peace|trade deal|strike|lawsuit|sues?|match|game|final|"
    r"players?)\b"
)
_OTHER = r"(?:the )?(?-i:[A-Z])[\w.&'’-]*(?: (?-i:[A-Z])[\w.&'’-]*){0,4}"
TIES: tuple[Clause, ...] = (
    clause(
        K.PARTNERSHIP,
        "agree plan decide pledge intend",
        "",
        also=r"^ (?:to )?(?:work|cooperate|co-operate|collaborate|co-develop|develop|explore|pool|"
        r"share)(?:[a-z ]{0,20})? (?:together|jointly|"
        r"on)\b",
        no=_NO_TIE + r"|^(?!.*\band (?:the )?(?-i:[A-Z]))",
    ),
    clause(
        K.PARTNERSHIP,
        "appoint name sign choose select pick",
        "",
        also=rf"^ (?:up )?{_OTHER} as (?:its |an? |the |exclusive |sole |official |new |authorised |"
        rf"authorized |uk |us |\w+ )*"
        r"(?:distributor|reseller|dealer|agent|partner|licensee|franchisee|importer|stockist)\b",
        no=_NO_TIE + r"|\b(?:managing partner|general partner|senior partner|equity partner|law firm|as partner in)\b",
    ),
    clause(
        K.PARTNERSHIP,
        "award grant give hand",
        "",
        passive=True,
        also=rf"^ (?:the |exclusive |sole |worldwide |uk |us )*(?:rights|distribution rights|licen[cs]e|"
        rf"franchise|distributorship)\b"
        rf"[^;]{{0,24}}? (?:to|for) (?:exclusively )?(?:sell|distribute|market|make|produce|build|"
        rf"manufacture|use|import)?\b ?{_OTHER}",
        no=_NO_TIE,
    ),
    clause(
        K.PARTNERSHIP,
        "get gain obtain acquire secure win buy take receive",
        "",
        also=r"^ (?:the |an? |exclusive |global |worldwide |marketing |commercial |distribution |north "
        r"american |european |us |uk |"
        rf"rights and )*(?:rights|licen[cs]e) (?:to|for|from) {_OTHER}(?:['’]s?)? (?:\w+ "
        rf"){{0,3}}?(?:drug|vaccine|technology|therapy|"
        r"antibody|compound|treatment|product|products|candidate|software|engine|brand|system|patents?|device)s?\b",
        no=_NO_TIE,
    ),
    clause(
        K.PARTNERSHIP,
        "tie",
        "knot",
        also=r"\bwith (?-i:[A-Z])",
        no=_NO_TIE + r"|\b(?:wedding|married|bride|couple)\b",
    ),
    clause(
        K.PARTNERSHIP,
        "integrate connect link combine pair",
        "",
        also=rf"^ (?:its |the )(?:[\w-]+ ){{1,4}}(?:with|into|to) {_OTHER}(?:['’]s?)?(?:$|[.,]| \w+)",
        no=_NO_TIE + r"|\b(?:business|businesses|operations of)\b",
    ),
)
