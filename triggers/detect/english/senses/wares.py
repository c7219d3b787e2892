"""English clauses of goods shown and of figures, by classes of verbs."""

from __future__ import annotations

from triggers.detect.clause_table import Clause, clause
from triggers.detect.english.senses.places import STATE
from triggers.types import EventKind as K

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
