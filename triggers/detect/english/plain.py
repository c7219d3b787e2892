"""English frames of plain statements: a class of verbs beside a class of things, as press offices write them."""

from __future__ import annotations

from triggers.detect.english.pieces import SUM, TARGET
from triggers.detect.english.sites import SITE
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K
from triggers.types import Status

_SUM = rf"(?:up to |around |about |some )?{SUM}"
_MOVES = (
    r"(?:rise|increase|growth|jump|surge|gain|uplift|upturn|boost|fall|drop|decline|slump|"
    r"dip|slide|decrease|downturn|improvement|recovery)"
)
_FIGURES = r"(?:sales|profits?|revenues?|turnover|earnings|income|losses|ebitda|orders|results|margins?)"
_HOW = (
    r"(?:\S*\d[\d.,]*\S* |sharp |steep |strong |solid |healthy |modest |slight |further |big |huge |significant |"
    r"substantial |record |steady |robust |double-digit |single-digit |better-than-expected |worse-than-expected |"
    r"underlying |annual |first-half |full-year |half-year |quarterly |pre-?tax |net |operating |like-for-like |"
    r"percent |per cent |pct |exceptional |higher |lower |improved |impressive |christmas |festive )"
)
_TELLS = (
    r"(?:report(?:s|ed)?|post(?:s|ed)?|announc(?:es?|ed)|record(?:s|ed)?|deliver(?:s|ed)?|sees?|saw|notch(?:es|ed)?|"
    r"logg?(?:s|ed)|book(?:s|ed)?|hail(?:s|ed)?|achiev(?:es|ed)|enjoy(?:s|ed)?|celebrat(?:es|ed)|experienc(?:es|ed)|"
    r"unveil(?:s|ed)?|reveal(?:s|ed)?|generat(?:es|ed)|suffer(?:s|ed)?|warn(?:s|ed) of|register(?:s|ed)|showed|shows)"
)
_POST = (
    r"(?:ceo|cfo|coo|cto|cmo|chief [a-z]+(?: officer)?|chair(?:man|woman)?|president|finance (?:chief|director)|"
    r"managing director|boss|head of [a-z]+|general manager|vice president)"
)
_CROWD = r"\b(?:industry|retailers|sector|gdp|exports|economy|inflation|retail sales|market share|analysts?|stocks)\b"
_PRIVATE = r"\b(?:house|home|mansion|player|striker|club|team|coach|minority|minister|government)\b"

PLAIN: tuple[Frame, ...] = (
    frame(  # "Acme reports a sharp rise in profits", "Acme hails double-digit growth"
        K.EARNINGS,
        "profits profit sales revenue revenues turnover earnings income losses growth results orders margin margins",
        rf"\b(?:has |have )?{_TELLS} (?:an? |its |the )?(?:{_HOW}{{0,4}}{_MOVES} (?:in|of) (?:its |"
        rf"the )?{_HOW}{{0,3}}"
        rf"{_FIGURES}|{_HOW}{{1,4}}(?:{_FIGURES} )?{_MOVES}|{_HOW}{{1,4}}{_FIGURES})\b",
        no=_CROWD + r"|\b(?:job losses|test|trial|study|election|survey|user growth|jobs growth)\b",
    ),
    frame(  # "Acme boosted by strong Christmas sales"
        K.EARNINGS,
        "sales demand profits revenue",
        rf"\b(?:boosted|lifted|buoyed|hit|hurt|dented|helped) by {_HOW}{{1,3}}(?:{_FIGURES}|demand)\b",
        no=_CROWD,
    ),
    frame(  # "Acme acquires the assets and operations of Globex"
        K.ACQUISITION,
        "assets operations business trade",
        r"\b(?:acquir(?:es|ed|ing)|buys|bought|buying|purchas(?:es|ed|ing)|acquisition of|purchase of|takeover of) "
        r"(?:substantially |certain )?(?:all )?(?:of )?(?:the )?(?:trade and |business and |brand and )?"
        rf"(?:assets|operations|business)(?: and (?:assets|operations|brand|business))? (?:of|from) {TARGET}",
        Who.DOER_OBJECT,
        no=_PRIVATE,
    ),
    frame(  # "Acme bids for Globex", "Acme tables £40m bid for Globex"
        K.ACQUISITION,
        "bids bid offer approach",
        rf"\b(?:bids (?:{_SUM} )?for|(?:tables?|tabled|lodge[sd]|submit(?:s|ted)|launche[sd]|makes|"
        rf"made) (?:an? |its )?"
        rf"(?:[\w$£€.,-]+ ){{0,4}}(?:bid|offer|approach) for) {TARGET}",
        Who.DOER_OBJECT,
        Status.PLANNED,
        no=_PRIVATE + r"|\b(?:contract|olympic|world cup|tender|licen[cs]e|rights|games|freedom)\b",
    ),
    frame(  # "Acme nabbed Globex in an $8 billion deal", "Acme snaps up Globex"
        K.ACQUISITION,
        "nabs nabbed snaps snapped scoops scooped picks picked gobbles gobbled swallows swallowed",
        rf"\b(?:nab(?:s|bed)|(?:ha[sd] )?(?:snap(?:s|ped)|scoop(?:s|ed)|pick(?:s|ed)|gobble[sd]) up|swallow(?:s|"
        rf"ed)) {TARGET}"
        rf"(?=[^.;]* (?:in|for) (?:an? )?{_SUM})",
        Who.DOER_OBJECT,
        no=_PRIVATE + r"|\b(?:award|contract|order|shares of|funding|round)\b",
    ),
    frame(  # "Acme picks former Globex leader as new CEO", "Acme brings in new finance chief"
        K.EXECUTIVE_HIRE,
        "picks picked chooses chose brings brought nabs nabbed snags snagged snares snared lands landed unveils gets "
        "welcomes hires names appoints taps confirms announces finds has",
        r"\b(?:picks|picked|chooses|chose|brings (?:in|on|aboard)|brought (?:in|on|aboard)|nabs|nabbed|snags|snagged|"
        r"snares|snared|lands|landed|unveils|welcomes|gets|hires|names|appoints|taps|confirms|announces|finds|has) "
        rf"(?:an? |its |the )?(?:(?:[\w&.'’-]+ ){{1,7}}as (?:an? |its |the )?(?:(?:new|next|first|interim|"
        rf"permanent) )?"
        rf"(?P<r>{_POST})|(?:new|next|permanent) {_POST})\b",
        no=r"\b(?:investors?|police|school|university|government|minister|coach|player|not|no|fight|trouble|"
        r"warns?)\b",
    ),
    frame(  # "Acme strengthens leadership team with appointment of …"
        K.EXECUTIVE_HIRE,
        "leadership management executive board team",
        r"\b(?:strengthens|strengthened|bolsters|bolstered|expands|expanded|boosts|boosted|beefs up|beefed up|"
        r"reinforces|grows|adds to|builds out) (?:its |the )?(?:(?:senior|executive|global|sales|top|uk|us|"
        r"european) )*"
        r"(?:leadership|management|executive|board|c-suite|sales|team|suite)(?: team| bench| ranks| board)? "
        r"(?:with|by|through) ",
        no=r"\b(?:training|course|acquisition|partnership|software|platform)\b",
    ),
    frame(  # "Former Globex CEO resurfaces as chairman of Acme", "Globex veteran heads to Acme"
        K.EXECUTIVE_HIRE,
        "boss chief ceo cfo head exec executive veteran director chairman president leader",
        r"\b(?:boss|chief|ceo|cfo|coo|cto|exec(?:utive)?|veteran|director|chairman|president|leader|head) "
        r"(?:(?-i:[A-Z])[\w.'’-]+ ){0,3}(?:to (?:join|head|lead|run|chair)|joins|moves to|heads (?:to|for)|swings to|"
        rf"jumps to|decamps to|lands at|(?:is )?(?:to )?(?:resurface[sd]?|re-?emerge[sd]?) (?:at|"
        rf"as (?:the )?{_POST} (?:of|at))|"
        r"(?:is )?(?:named|elected|appointed) to (?:the )?(?:board of )?|takes? (?:the )?helm (?:at|of)|"
        r"to take up (?:an? )?(?:[\w-]+ ){0,4}(?:role|post|position) (?:at|with)) (?=(?-i:[A-Z]))",
        Who.OBJECT,
        no=r"\b(?:government|white house|congress|party|university|school|club|council|talks|trip|court|prison|"
        r"jail)\b",
    ),
    frame(  # "Acme plans to open 30 more stores", "Acme signs lease for a warehouse"
        K.EXPANSION,
        "stores shops restaurants branches outlets hotels warehouse centre center office headquarters plant factory "
        "lab facility",
        rf"\b(?:debut(?:s|ed)?|celebrat(?:es|ed) (?:the )?(?:grand )?opening of|kick(?:s|"
        rf"ed) off (?:the )?construction of|"
        rf"(?:is |are )?(?:plan(?:s|ning)|set|looking|aim(?:s|ing)|intend(?:s|ing)) to (?:open|build|add|create)|"
        rf"(?:ha[sd] )?(?:snap(?:s|ped) up|secure[sd]|taken|took)) (?:an? |its |the |"
        rf"another )?(?:[\w$£€.,'’-]+ ){{0,5}}?{SITE}\b",
        no=_PRIVATE
        + r"|\b(?:app store|layoffs|clos(?:es?|ing|ure)|schools?|council|state|university|museum|exhibition)\b",
    ),
    frame(  # "Acme begins production of its grass-fibre board", "Acme starts selling …", "Acme lifts lid on …"
        K.PRODUCT_LAUNCH,
        "production selling shipping offering wraps lid",
        r"\b(?:(?:begins|began|starts|started|kicks off|kicked off) (?:commercial |series |mass |"
        r"full )?(?:production|selling|shipping|"
        r"offering|deliveries|sales)(?: of)?|takes? (?:the )?wraps off|lifts? (?:the )?(?:lid|curtain) on) "
        r"(?:an? |its |the )?(?:[\w-]+ ){0,4}(?=[\w-]+)",
        no=r"\b(?:oil|gas|gold|copper|lithium|uranium|coal|mine|field|well|shares|stake|probe|secrets?|stolen|"
        r"assets)\b",
    ),
    frame(  # "Acme gains contract from Globex", "Acme takes $105M contract"
        K.CONTRACT_WIN,
        "contract order contracts orders tender",
        rf"\b(?:gain(?:s|ed)|tak(?:es|en)|took|enter(?:s|ed)(?: into)?|celebrat(?:es|ed)|pick(?:s|ed) up|"
        rf"captur(?:es|ed)|"
        rf"obtain(?:s|ed)|announc(?:es|ed)) (?:an? |its |the |new |major |"
        rf"another ){{0,3}}(?:{_SUM} )?(?:[\w-]+ ){{0,4}}?"
        r"(?:contracts?|orders?|tender)(?= (?:from|with|to|for|worth|in|by)\b|$|,)",
        no=r"\b(?:court|executive order|restraining|player|union|labou?r|employment|hit|smart contracts?|"
        r"futures|options|"
        r"ceo|price|expires?|dispute)\b",
    ),
    frame(  # "Globex has chosen Acme's radio system for its network", "Globex opts for Acme's platform"
        K.CONTRACT_WIN,
        "chosen chooses chose opts opted adopts adopted selected selects picks picked deploys deployed",
        r"\b(?:ha[sd] )?(?:chosen|chooses|chose|opts for|opted for|adopts|adopted|selected|selects|picks|"
        r"picked|deploys|deployed) "
        r"(?=(?-i:[A-Z])[\w&.-]*(?: (?-i:[A-Z])[\w&.-]*){0,3}['’]s? (?:[\w-]+ ){0,9}"
        r"(?:system|software|platform|solution|technology|service|suite|cloud|analytics|tools?|equipment)s?\b)",
        Who.OBJECT,
        no=r"\b(?:users|gamers|readers|editors?|police|court)\b",
    ),
    frame(  # "Acme has established a new $20 million term loan with Globex"
        K.FUNDING,
        "loan facility debt credit financing",
        rf"\b(?:establish(?:es|ed)|enter(?:s|ed)(?: into)?|clos(?:es|ed)|obtain(?:s|ed)|arrang(?:es|ed)|"
        rf"sign(?:s|ed)|agree[sd]) "
        rf"(?:an? )?(?:new |restructured |[\w-]+-year )*{_SUM} (?:[\w-]+ ){{0,3}}"
        r"(?:term loan|loan|credit facility|debt facility|debt financing|venture debt|facility)\b",
        no=r"\b(?:fund\b|government|imf|world bank|refinanc\w+|student)\b",
        money=True,
    ),
    frame(  # "Acme downsizes, letting go 50", "Acme lets 50 employees go"
        K.LAYOFFS,
        "lets letting redundancy redundancies consultation",
        r"\b(?:lets?|letting) (?:go (?:of )?\d[\d.,]*|\d[\d.,]* (?:[\w-]+ ){0,2}(?:employees|workers|staff|"
        r"people) go)\b|"
        r"\b(?:enters?|entered|opens?|begins?|starts?|"
        r"launche[sd]) (?:an? )?(?:redundancy )?consultations? (?:\w+ ){0,3}"
        r"(?:jobs|redundancies|staff|roles)\b|\boffers? voluntary redundancy\b",
    ),
    frame(  # "Acme to float", "Acme float delayed", "Acme shares jump in debut"
        K.IPO,
        "float flotation debut",
        r"(?:\bto float(?= (?:on|in|next|this)\b|$)|\b(?:float|flotation) (?:is |has been )?(?:delayed|"
        r"postponed|pulled|shelved|"
        r"priced|planned|confirmed)\b|\bshares (?:jump|soar|surge|rise|fall|drop|slip|slump|pop)(?:s|"
        r"ed)? (?:\S+ ){0,2}in "
        r"(?:\w+ ){0,2}(?:debut|first day of trading)\b|\bdebuts on (?:the )?(?:nasdaq|nyse|aim|new york|london))",
        Who.BEFORE,
        no=r"\b(?:carnival|parade|boat|rupee|currency|pound)\b",
    ),
)
