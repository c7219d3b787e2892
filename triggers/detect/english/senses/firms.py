"""English clauses of works begun and staff taken on, of pacts, of goods shown and of figures, by classes of verbs."""

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

_NO_SHOW = STATE + r"|\b(?:film|album|play|season|lawsuit|probe|plant|factory|store|office|ceo|chief|review|film)\b"
_GOODS = (
    r"(?:car|suv|sedan|hatchback|roadster|truck|van|bike|scooter|phone|tablet|laptop|watch|glasses|"
    r"headset|console|app|tool|"
    r"service|platform|robot|drone|camera|speaker|printer|press|machine|tractor|engine|battery|cup|"
    r"bottle|burger|drink|beer|"
    r"snack|cereal|card|account|insurance|loan|airline|system|software|builder|assistant|chip|"
    r"sensor|concept|model|range|line)s?\b"
)
SHOWN: tuple[Clause, ...] = (
    clause(
        K.PRODUCT_LAUNCH,
        "show tease preview revamp overhaul refresh revive resurrect present exhibit demonstrate trail",
        "",
        also=rf"^ (?:off )?(?:an? |its |the |new |first |all-new |latest |next-generation )*(?:[\w-]+ "
        rf"){{0,3}}?{_GOODS}",
        no=_NO_SHOW + r"|\b(?:strength|interest|profits?|board|bid|offer|supply|delivery)\b",
    ),
    clause(
        K.PRODUCT_LAUNCH,
        "come",
        "",
        also=rf"^ (?:up with|out with) (?:an? |the |its )(?:[\w-]+ ){{0,4}}?{_GOODS}",
        no=_NO_SHOW,
    ),
    clause(
        K.PRODUCT_LAUNCH,
        "begin start",
        "",
        also=r"^ (?:selling|offering|shipping|taking orders for|sales of|deliveries of|production of|series "
        r"production of|mass "
        rf"production of) (?:an? |its |the |new |first )*(?:[\w-]+ ){{0,4}}?{_GOODS}",
        no=_NO_SHOW,
    ),
    clause(
        K.PRODUCT_LAUNCH,
        "enter join jump muscle",
        "",
        also=r"^ (?:into )?(?:the )?(?:[a-z-]+ ){1,3}(?:market|business|race|fray|arena|sector)\b(?: "
        r"with (?:an? |its )?(?:[\w-]+ )*)?",
        no=_NO_SHOW + r"|\b(?:(?:stock|chinese|indian|german|french|uk|us|european|asian|japanese|american|african) "
        r"market|"
        r"bidding|presidential|acqui\w+)\b",
    ),
)

_FIGURE = r"(?:sales|revenues?|turnover|profits?|earnings|income|orders|order intake|net income|ebitda)"
_NO_FIGURE = STATE + (
    r"|\b(?:industry|sector|market sales|economy|car sales in|retail sales|analysts?|fund|"
    r"investors?|home sales)\b"
)
FIGURES: tuple[Clause, ...] = (
    clause(
        K.EARNINGS,
        "grow raise boost lift increase push improve expand double treble triple",
        "",
        also=rf"^ (?:its |annual |full-year |half-year |first-half |quarterly |pre-?tax |net |operating |"
        rf"group )*{_FIGURE} "
        r"(?:by|to|\d|in the|for the|in (?:19|20)\d\d|again|sharply|strongly)",
        no=_NO_FIGURE,
    ),
    clause(
        K.EARNINGS,
        "achieve record reach close end finish post generate pass top exceed surpass cross break",
        "",
        also=rf"^ (?:[^;]{{0,40}} )?(?:{_FIGURE} of|{_FIGURE}|the)? ?(?:about |around |over |more than |"
        rf"nearly |just over |almost )?"
        r"(?:the )?[$€£¥₹]\s?\d[\d.,]*\s?(?:m|million|bn|billion|crore)?\b",
        no=_NO_FIGURE + rf"|^(?!.*\b{_FIGURE}\b)|\b(?:rais\w+|funding|round|valuation|deal|contract|acqui\w+|fine|"
        rf"settle\w*|invest\w*|"
        r"buy\w*|sold|stake|loan|debt|bond|price|sales of (?:cars|homes)|box office)\b",
    ),
    clause(
        K.EARNINGS,
        "earn lose make",
        "",
        also=r"^ (?:an? |about |around |almost |nearly |over )*(?:(?:net |pre-?tax |operating )?(?:profit|loss) of )?"
        r"[$€£¥₹]\s?\d[\d.,]*\s?(?:m|million|bn|billion|crore)?\b[^;]{0,40}?\b(?:quarter|half|year|"
        r"months|a share|per share|period)\b",
        no=_NO_FIGURE + r"|\b(?:people|workers|ceo|boss|salary|paid|customers|hackers|court|lawsuit|fraud|investors)\b",
    ),
    clause(
        K.EARNINGS,
        "issue publish give release post announce deliver",
        "",
        also=r"^ (?:an? |its |the )*(?:upbeat |positive |strong |gloomy |bullish |cautious |"
        r"better-than-expected |worse-than-expected |"
        r"reassuring |christmas |third-quarter |interim )*(?:trading (?:update|statement)|profits? "
        r"(?:alert|upgrade)|quarter)\b",
        no=_NO_FIGURE,
    ),
    clause(
        K.EARNINGS,
        "upgrade downgrade raise lift cut lower trim",
        "forecast forecasts guidance outlook",
        also=r"\b(?:after|on|amid|following|as)\b.*\b(?:quarter|summer|winter|spring|autumn|christmas|sales|"
        r"demand|trading|half|"
        r"year|results|orders|costs)\b",
        no=_NO_FIGURE + r"|\b(?:growth forecast|gdp|weather|imf|bank of)\b",
    ),
)

TABLE: tuple[Clause, ...] = STARTS + TIES + SHOWN + FIGURES
