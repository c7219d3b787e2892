"""English frames of shares that are sold: a first listing by its price and number, and placements of those listed."""

from __future__ import annotations

from triggers.detect.english.pieces import NAME, NOT_FIRMS, SUM, TARGET
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K
from triggers.types import Status

_EACH = r"(?:US\$|[$€£¥])\s?\d[\d.,]*(?: (?:per|a) share| apiece| each)?"
_LATER = (
    r"\b(?:secondary|follow-on|existing (?:share|stock)holders?|selling (?:share|stock)holders?|insiders?|director "
    r"(?:buys|sells)|buyback|"
    r"repurchas\w+|tender offer|block trade|stake|bought \d|warrants)\b"
)
_FIRST = (
    r"(?:ipo|initial public offering|debut|first day|market cap\w*|midpoint|mid-point|(?:expected|price|proposed|"
    r"marketed|indicated) range|range of|"
    r"high end|low end|top end|bottom end|top of|upsized|downsized|begin trading|start trading|popped|opened at|"
    r"closed up|offer price)"
)
_NO_MONEY = (
    NOT_FIRMS + r"|\b(?:product placement|job placement|placement (?:test|students?|exam)|data placement|government|"
    r"council|charity|sovereign|treasury|ministry|republic|initial public|ipo|buyback|settle\w*|debut)\b"
)
_RAISE = (
    r"(?:capital rais(?:e|ing)|private placement|placement|placing|share purchase plan|rights issue|entitlement "
    r"offer|open offer|equity rais(?:e|ing)|"
    r"registered direct(?: offering)?|share (?:sale|issue|placing|placement|offering)|equity (?:offering|financing)|"
    r"capital increase|"
    r"subscription(?: offer)?|bought deal|unit offering|flow-through (?:financing|offering)|at-the-market offering|"
    r"accelerated bookbuild)"
)
_SIZE = (
    rf"(?:oversubscribed|fully|underwritten|non-brokered|brokered|upsized|first|second|final|tranche|discounted|"
    rf"accelerated|two-tranche|equity|share|"
    rf"institutional|retail|heavily|strategic|proposed|emergency|fresh|new|{SUM}|\S*\d\S*|million|billion|of|the|via|"
    rf"a|an|its)"
)

LISTED: tuple[Frame, ...] = (
    frame(  # "Acme sold 6 million shares at $21, above the expected range"
        K.IPO,
        "priced prices sold sells offered offers offering selling",
        rf"\b(?:pric(?:es|ed)|s(?:ells|old)|offer(?:s|ed)|plans to (?:offer|sell)|(?:is |are )?(?:offering|selling)|"
        rf"will (?:offer|sell)) (?:its |an? )?"
        rf"(?:upsized |downsized )?(?:ipo )?(?:[\d.,]+ (?:million |m |mn )?"
        rf"(?:class a |ordinary |american depositary |ads |common )?(?:shares|adss?|units|stock) )?"
        rf"(?:at|in|for) (?:an? |the )?(?:upsized |downsized |price |range |of |between |estimated ){{0,6}}{_EACH}"
        rf"(?=[^;]{{0,160}}\b{_FIRST}\b)",
        no=_LATER,
    ),
    frame(  # "Acme priced 4 million shares at $11, and trades on the Nasdaq from today"
        K.IPO,
        "priced debut debuted nasdaq nyse",
        rf"\b(?:pric(?:es|ed)|s(?:ells|old)|offer(?:s|ed)) [\d.,]+ (?:million |m )?(?:shares|adss?) (?:at|for) {_EACH}"
        r"(?=[^;]{0,200}\b(?:nasdaq|nyse|new york|london|hong kong|trading|exchange)\b)",
        status=Status.ANNOUNCED,
        no=_LATER,
    ),
    frame(  # "Acme hopes to move 3 million shares at $8 to $9 each"
        K.IPO,
        "shares",
        rf"\b(?:mov(?:e|es|ing)|pric(?:e|ing)|sell|selling|offer|offering|market(?:ing)?) (?:(?:its|"
        rf"[\d.,]+|million|m|class a|ordinary|common) ){{0,6}}"
        rf"(?:shares|adss?|units) (?:(?:at|in|for|with|between|from|a|the|an|price|range|of|expected|"
        rf"estimated|target) ){{1,6}}{_EACH}",
        status=Status.PLANNED,
        no=_LATER + r"|\b(?:fell|rose|traded|closed at|down \d|up \d)\b",
    ),
    frame(  # "Acme rescinds its plans for a public listing", "Acme shelves Nasdaq debut"
        K.IPO,
        "listing ipo debut float flotation offering",
        r"\b(?:rescind(?:s|ed)|withdr(?:aws|ew|awn)|shelv(?:es|ed)|pull(?:s|ed)|scrap(?:s|ped)|"
        r"abandon(?:s|ed)|cancel(?:s|led|ed)|postpon(?:es|ed)|"
        r"delay(?:s|ed)|pauses?|paused|drop(?:s|ped)|suspend(?:s|ed)|puts? off|calls? off|reviv(?:es|"
        r"ed)|resum(?:es|ed)|restart(?:s|ed)) (?:(?:its|the|a|an|plans?|for|planned|"
        r"proposed|long-awaited|public|stock|market|nasdaq|nyse|new york|london|hong kong|us|u\.s\.|"
        r"amsterdam|[$€£]\S+|million|billion|m|bn|to|of) ){0,6}"
        r"(?:listing|ipo|debut|float|flotation|initial public offering|go public)\b",
        status=Status.DENIED,
        no=_LATER + r"|\b(?:product|album|film|season|game|ipo (?:market|candidates)|reviv\w+|resum\w+|restart\w*)\b",
    ),
    frame(  # "Acme could seek a valuation of $10bn when it lists in New York"
        K.IPO,
        "lists floats offering valuation",
        rf"\b(?:seek|fetch|command|reach|achieve|target|targets|targeting|eyes|eyeing)[^.;]{{0,20}}? "
        rf"(?:valuation|market value)[^.;]{{0,40}}? (?:when|if|as|once) it (?:lists|floats|"
        rf"goes public|debuts)\b|\b(?:outlines?|details?|sets out|lays out|unveils?) (?:its |an? "
        rf")?{SUM} (?:stock |share |public )?(?:offering|flotation|float|listing)\b",
        status=Status.PLANNED,
        no=_LATER,
    ),
    frame(  # "Acme aims to raise £150m by floating", "Acme is heading for the stock market"
        K.IPO,
        "floating flotation float bound destined heading headed debut listing",
        r"\b(?:rais(?:e|es|ing)|sell|selling) [^.;]{2,50}? (?:by|through|via|with) (?:an? "
        r")?(?:floating|listing|going public|flotation|float|ipo|initial public offering)\b|"
        r"\b(?:head(?:s|ing|ed)?|bound|destined|set) (?:for|to) (?:the )?(?:stock (?:market|exchange)|"
        r"public markets?|aim|nasdaq|nyse)\b|"
        r"\bmak(?:es|ing) (?:an? |its )?(?:[a-z-]+ )?debut on (?:the )?(?:euronext|aim|nasdaq|nyse|"
        r"tsx|asx|sgx|bursa|lse|\w+ (?:stock )?exchange)\b",
        no=_LATER + r"|\b(?:etf|fund|token|product|season)\b",
    ),
    frame(  # "Owners of Acme are lining up a £1bn float"
        K.IPO,
        "float flotation ipo listing",
        rf"^(?:the )?(?:owners?|backers|founders?|shareholders|investors) (?:of|in|behind) "
        rf"(?={NAME}[^.;]{{2,60}}\b(?:float|flotation|ipo|listing|initial public offering)\b)",
        Who.OBJECT,
        Status.PLANNED,
        no=_LATER,
    ),
    frame(  # "Acme lowers price range for its offering", "Acme sets price range"
        K.IPO,
        "range",
        r"\b(?:lower(?:s|ed)?|cuts?|rais(?:es|ed)|ups|upped|lift(?:s|ed)?|narrow(?:s|ed)?|widen(?:s|ed)?|set(?:s)?|"
        r"trim(?:s|med)?|revis(?:es|ed)|announc(?:es|ed)) "
        r"(?:its |the |an? )?(?:expected |proposed |ipo |offer ){0,6}pric(?:e|ing) (?:range|band)(?=$|"
        r"[.,]| (?:for|of|to|"
        r"at)\b)",
        status=Status.PLANNED,
        no=_LATER + r"|\b(?:home|house|gas|car|oil|products?|models?|tickets?)\b",
    ),
    frame(  # "Acme plans to list its shares by mid-2027", "Acme is to float on AIM"
        K.IPO,
        "list float listing",
        r"\b(?:(?:plans?|aims?|wants?|hopes?|intends?|expects?|looks?|set|going|due|is|are|will|prepar(?:es|ing)|"
        r"ready|considering) ){1,6}(?:to )?(?:list|float) "
        r"(?:(?:its|their) (?:shares|stock|business|company|uk arm|unit)|on (?:the )?(?:AIM|(?-i:[A-Z])\w+)|in "
        r"(?:london|new york|hong kong|frankfurt|paris|"
        r"amsterdam|stockholm|sydney|toronto|mumbai|zurich)|publicly)\b",
        status=Status.PLANNED,
        no=_LATER + r"|\b(?:bonds?|notes|property|homes?|for sale|etf)\b",
    ),
    frame(  # "Acme closed its merger with blank-cheque firm Globex Acquisition Corp"
        K.IPO,
        "acquisition spac blank-check blank-cheque holding holdings capital",
        r"\b(?:clos(?:es|ed)|complet(?:es|ed)|finali[sz](?:es|ed)|consummat(?:es|ed)|(?:agree[sd]|plans|set) to "
        r"(?:merge|combine)|merges?|merged) (?:(?:its|a|the|deal|"
        r"merger|business|combination|transaction|de-spac|previously|announced) ){0,6}with (?:(?:a |the )?(?:spac|"
        r"blank[- ]che(?:ck|que|cque)\w*|special purpose)|"
        r"(?-i:(?:[A-Z][\w&.-]* ){1,4}(?:Acquisition|Holding|Merger|Opportunity|Opportunities)(?: (?:Holdings|"
        r"Corp\w*|Co\.?|Company|Inc|Ltd|Limited|[IVX]+)){1,4}))",
        no=r"\b(?:terminat\w+|calls? off|scraps?)\b",
    ),
)
PLACED: tuple[Frame, ...] = (
    frame(  # "Acme priced its public offering of $30 million": of a company that is listed already
        K.FUNDING,
        "offering",
        rf"\b(?:pric(?:es|ed)|clos(?:es|ed)|complet(?:es|ed)|upsiz(?:es|ed)|announc(?:es|ed) (?:the )?(?:pricing|"
        rf"closing|completion) of) (?:of )?(?:its |an? |the )?"
        rf"(?:previously |announced |upsized |underwritten |proposed |oversubscribed |{SUM} |\S*\d\S* |million "
        rf"){{0,6}}(?:public|follow-on|secondary|registered direct|"
        r"common stock|equity|share) offering\b",
        no=r"\b(?:initial|ipo|debut|first[- ]time|maiden|selling (?:share|stock)holders?|notes|bonds?)\b",
    ),
    frame(  # "Acme has received binding commitments for a A$9M placement"
        K.FUNDING,
        "commitments subscriptions",
        r"\b(?:receiv(?:es|ed|ing)|secur(?:es|ed|ing)|obtain(?:s|ed)|has|gets|got|w[io]ns?|won) (?:firm |binding |"
        r"strong |irrevocable ){0,6}(?:commitments?|subscriptions?) "
        r"(?:for|to raise|from|of|to subscribe)\b",
        no=_NO_MONEY,
        money=True,
    ),
    frame(  # "Acme completes oversubscribed share placing", "Acme launches A$20m share purchase plan"
        K.FUNDING,
        "raise raising placement placing plan issue offer offering direct sale increase subscription deal bookbuild "
        "financing",
        rf"\b(?:undert(?:akes|ook|aken|aking)|launch(?:es|ed)|complet(?:es|ed|ing)|announc(?:es|ed)|conduct(?:s|ed|"
        rf"ing)|clos(?:es|ed)|plans|open(?:s|ed)|upsiz(?:es|ed)|"
        rf"pric(?:es|ed)|arrang(?:es|ed)|finali[sz](?:es|ed)|undergo\w*|kick(?:s|ed) off|wrap(?:s|ped) up|via|"
        rf"through|entered into (?:an |the )?agreement\b[^;]{{3,160}}?) "
        rf"(?:{_SIZE} ){{0,6}}{_RAISE}\b",
        no=_NO_MONEY + r"|\b(?:closes? (?:the )?(?:door|gap)|fund closes|hires? banks?)\b",
    ),
    frame(  # "Last week saw Acme land $12m"
        K.FUNDING,
        "land raise secure close net bag",
        rf"\b(?:saw|sees|seen|watched|helped|let|lets|made) (?:[a-z-]+ ){{0,3}}?(?={NAME} (?:land|"
        rf"raise|secure|close|net|bag|pocket|pick up|pull in|bank|scoop|attract) {SUM})",
        Who.OBJECT,
        no=_NO_MONEY,
        money=True,
    ),
    frame(  # "Acme's latest raise brings its total funding to $88m"
        K.FUNDING,
        "raise round funding financing injection given handed granted crowdfunding",
        rf"\b(?P<v>raise|round|funding|financing|investment|injection) (?:brings|takes|pushes|lifts|"
        rf"brought|took) (?:its |the (?:company|firm|startup)['’]s |their )?(?:total |overall "
        rf")?(?:funding|financing|"
        rf"capital|raised|equity|money)\b|\b(?:has been |was |been |is |gets |got )?(?:given|handed|"
        rf"granted) (?:an? )?{SUM} (?:cash |funding |investment |capital )?(?:boost|injection|"
        rf"investment|lifeline) "
        rf"(?:by|from)\b|\bcrowdfunding (?:campaign|round|raise|drive|push) (?:hits|tops|passes|"
        rf"reaches|closes|raises|exceeds|smashes|overfunds)\b",
        Who.BEFORE,
        no=_NO_MONEY,
    ),
    frame(  # "A $20 million Series A will help Acme open in Asia"
        K.FUNDING,
        "series seed pre-seed round funding financing investment equity",
        rf"^(?:an? |the )?(?:fresh |new )?{SUM} (?:series [a-k]|seed|pre-seed|funding|round|investment|"
        rf"financing|equity|venture)[^.;,]{{0,40}}? (?:(?:will|to|is|set|should|can) ){{0,6}}"
        rf"(?:help|allow|enable|let|fuel|propel|support|boost|back)s? {TARGET}",
        Who.OBJECT,
        no=_NO_MONEY,
        money=True,
    ),
    frame(  # "Acme taps investors for £30m", "Acme asks shareholders for €50m"
        K.FUNDING,
        "taps tapped asks asked turns calls raises",
        rf"\b(?:tap(?:s|ped|ping)?|ask(?:s|ed|ing)?|go(?:es)? back to|turn(?:s|ed)? to|call(?:s|ed)? on) (?:its |"
        rf"existing |new |the |city ){{0,6}}(?:investors?|shareholders?|"
        rf"backers|owners|market|markets) for (?:another |a further |up to |about |fresh |more ){{0,6}}{SUM}",
        no=_NO_MONEY,
        money=True,
    ),
    frame(  # "Acme opens its capital to Globex", "Acme welcomes Globex as a shareholder"
        K.FUNDING,
        "capital shareholder shareholders investor",
        rf"\b(?:open(?:s|ed|ing)?(?: up)? its (?:share )?capital to|welcom(?:es|ed|ing) (?=(?-i:[A-Z])[^.;]{{2,60}} "
        rf"(?:as (?:an? |its |new |a new )?(?:minority |strategic )?"
        rf"(?:shareholders?|investors?)|into its capital))) {TARGET}",
        no=_NO_MONEY,
    ),
)
