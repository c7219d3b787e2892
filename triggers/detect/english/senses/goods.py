"""English clauses of products shown and of figures reported, of shares sold for the first time."""

from __future__ import annotations

from triggers.detect.clause_table import Clause, clause
from triggers.types import EventKind as K

_THINGS = (
    "app service platform phone smartphone tablet laptop tool model feature range card assistant chatbot headset "
    "console watch speaker camera printer drone robot car suv sedan van truck bike scooter toy game device "
    "product line "
    "collection version edition engine chip processor software suite dashboard plugin browser api sdk marketplace "
    "subscription tier wallet portal kit machine tractor mower drill hammer oven system solution offering "
    "option "
    "programme beer drink snack burger sandwich menu cereal sauce cream shampoo perfume lotion mascara battery "
    "charger "
    "router headphone earbud earphone television tv display monitor keyboard lens sensor scanner module series "
    "line-up lineup "
    "bot copilot agent search limit button badge filter label mode pack packaging bottle cooker"
)
_NO_THING = (
    r"\b(?:probe|investigation|lawsuit|appeal|ipo|bid|offer for|takeover|tender|campaign|search for|recall\w*|"
    r"strike|fund|"
    r"layoffs?|attack|operation|hackers?|malware|police|government|minister|museum|university|film|movie|album|"
    r"trailer|season|episode|acqui\w+|stake|sues?|sued|ban(?:s|ned)?|refund|bankruptcy|discontinu\w+|kills?|"
    r"drops?|halts?|"
    r"pulls?|shut\w*|how to|review|rumou?r mill|business plan|pension plan|rescue plan|restructuring|turnaround|"
    r"share plan|"
    r"(?:business|agency|pricing|sales|operating|channel|distribution|staffing|delivery) model|buyback|savings "
    r"plan|job cuts|ceo|clinical trial|phase [123i]+|plan to|plans to (?:cut|sell|buy|raise|list))\b"
)

PRODUCTS: tuple[Clause, ...] = (
    clause(
        K.PRODUCT_LAUNCH,
        "launch unveil introduce release debut reveal showcase tease preview roll bring premiere relaunch",
        _THINGS,
        no=_NO_THING,
    ),
    clause(
        K.PRODUCT_LAUNCH,
        "refresh upgrade enhance redesign update test trial pilot prepare ready consider mull plan develop add offer",
        _THINGS,
        no=_NO_THING
        + r"|\b(?:its business|model year|management|internal|the system|its systems|own|school|portfolio)\b",
    ),
    clause(
        K.PRODUCT_LAUNCH,
        "open-source opensource",
        "model engine tool framework library code software platform agent",
        no=_NO_THING,
    ),
    clause(
        K.PRODUCT_LAUNCH,
        "take pull lift",
        "wrap",
        also=r"^ (?:the )?wraps off",
        no=_NO_THING,
    ),
    clause(
        K.PRODUCT_LAUNCH,
        "work",
        "",
        also=r"^ on (?:an?|its own|the next|new) (?:[\w-]+ ){0,4}(?:app|phone|ring|headset|glasses|chip|tablet|"
        r"speaker|car|"
        r"truck|watch|browser|device|version|assistant|chatbot|model|console|robot|tv|service|feature)s?\b",
        no=_NO_THING,
    ),
    clause(K.PRODUCT_LAUNCH, "give offer", "look glimpse preview peek", also=r"\b(?:at|of)\b", no=_NO_THING),
    clause(
        K.PRODUCT_LAUNCH,
        "let allow enable",
        "",
        also=r"^ (?:its )?(?:users|customers|creators|players|drivers|members) \w+",
        no=_NO_THING + r"|\b(?:data|breach|hack|flaw|bug|vulnerab\w+|die|down|go)\b",
    ),
)


_NO_FIGURE = (
    r"\b(?:job|student|data|hearing|weight|hair|life|team|club|season|learning|game|match|election|minister|"
    r"economy|gdp|"
    r"industry|sector|analysts?|fund|brain|memory|casualt\w+|insured|world bank|stocks|pct stake)\b"
)
FIGURES: tuple[Clause, ...] = (
    clause(
        K.EARNINGS,
        "report post book record see suffer deliver unveil announce disclose reveal notch register generate swing "
        "slip "
        "sink slump slide tumble crash dive plunge fall return rebound swell turn rack enjoy log chalk incur make "
        "produce "
        "print clock achieve",
        "profit loss revenue earnings income turnover ebitda margin black red sales",
        no=_NO_FIGURE + r"|\b(?:sales (?:of|to)|for sale|black friday)\b",
    ),
    clause(
        K.EARNINGS,
        "report post deliver turn announce unveil record see enjoy log hail suffer",
        "quarter half year result growth trading figure number performance increase rise jump drop fall decline gain "
        "slump surge dip slide uplift",
        also=r"\b(?:sales|revenues?|profits?|earnings|quarter|results?|quarterly|annual|half|trading|interim|"
        r"like-for-like|turnover)\b",
        no=_NO_FIGURE + r"|\b(?:user|subscriber|trial|study|clinical|phase|exit|test|poll|partnership|contract)\b",
    ),
    clause(
        K.EARNINGS,
        "raise lower lift trim slash cut boost reaffirm reiterate maintain withdraw scrap hike upgrade downgrade "
        "narrow "
        "increase reduce bump revise confirm affirm suspend issue miss beat top exceed keep nudge",
        "guidance outlook forecast projection target estimate expectation view",
        also=r"\b(?:profit|sales|revenue|earnings|year|quarter\w*|annual|guidance|fiscal|outlook|eps|ebitda|"
        r"growth|wall street|"
        r"analysts?|full-year|consensus)\b",
        no=_NO_FIGURE.replace("|analysts?", "")
        + r"|\bprice targets?\b|\banalysts? (?:raise|cut|lower|lift|say)|climate|emission",
    ),
    clause(
        K.EARNINGS,
        "push drag plunge tip lift boost propel help drive",
        "loss profit revenue sales earnings",
        behind="",
        also=r"^ (?:(?:the |its )?(?:[a-z-]+ ){0,2})?(?-i:[A-Z])[^,;]{1,40} (?:to an? |into (?:an? )?|quarterly |"
        r"(?:first|second|"
        r"third|fourth|full|half)-?\w* |annual |revenue|profit|sales)",
        no=_NO_FIGURE,
    ),
)


FLOATS: tuple[Clause, ...] = (
    clause(
        K.IPO,
        "offer sell market price",
        "share unit",
        also=r"\b(?:price range|to the public|between|\$\d[\d.]* (?:to|and) \$?\d|initial|first time|ipo)\b",
        no=r"\b(?:secondary|follow-?on|block|stake|buyback|rights issue|registered direct|investor sells|insider)\b",
    ),
    clause(
        K.IPO,
        "put shelve postpone delay pull scrap abandon drop revive resume restart mothball cancel halt pause "
        "withdraw file "
        "launch plan prepare seek",
        "plan listing flotation float ipo offering debut",
        also=r"\b(?:stock market|ipo|listing|flotation|initial public|go(?:ing)? public|public offering|stock "
        r"exchange)\b",
        no=r"\b(?:secondary|follow-?on|product|store listing|property|delist\w*|bond|debt|banks? for)\b",
    ),
    clause(
        K.IPO,
        "pull raise reap fetch net",
        "million billion",
        also=r"\b(?:initial public offering|ipo|nasdaq debut|stock market debut|share sale)\b",
        no=r"\b(?:since its ipo|after (?:its )?ipo|ahead of|pre-ipo|before|to date)\b",
    ),
)

_DEALS_NO = (
    r"\b(?:minority|shares? in|shares of|player|club|league|minister|house in|home in|mansion|bonds?|notes|"
    r"tickets?|users?|"
    r"subscribers|customers|copies|drugs?|cars to|vehicles|units to|products|on sale|sold out|weapons|arms|oil|"
    r"gas|gold|"
    r"cocaine|fake|counterfeit|data to|ads to|contract|fleet)\b"
)
DEALS: tuple[Clause, ...] = (
    clause(
        K.ACQUISITION,
        "sell offload",
        behind="",
        also=r"^ (?:its |the |[A-Z]?[a-z-]+ ){0,5}(?-i:[A-Z])[\w.&'’-]*(?: (?-i:[A-Z])[\w.&'’-]*){0,3}(?: "
        r"[a-z-]+){0,3} to "
        r"(?:an? |the |private )?(?:[\w-]+ ){0,3}(?:group|consortium|private equity|investors?|fund|firms?|buyer|"
        r"(?-i:[A-Z])[\w.&-]+)[^;]* for (?:about |around |some |up to )?(?:[$€£¥]|usd|eur)",
        no=_DEALS_NO,
    ),
)
