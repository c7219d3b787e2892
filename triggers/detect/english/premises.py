"""English frames of sites told around them: works that begin, money and jobs that a place gets, where a firm opens."""

from __future__ import annotations

from triggers.detect.english.pieces import CAP, SUM
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

_SITE = (
    r"(?:plants?|factor(?:y|ies)|works|mills?|facilit(?:y|ies)|sites?|warehouses?|distribution cent(?:re|er)s?|"
    r"depots?|hubs?|"
    r"headquarters|hq|offices?|stores?|shops?|outlets?|hotels?|resorts?|restaurants?|brewer(?:y|ies)|"
    r"distiller(?:y|ies)|"
    r"bakehouses?|baker(?:y|ies)|smelters?|refiner(?:y|ies)|foundr(?:y|ies)|laborator(?:y|ies)|labs?|campus(?:es)?|"
    r"data cent(?:re|er)s?|gigafactor(?:y|ies)|terminals?|wind farms?|solar (?:farms?|parks?)|shipyards?|dair(?:y|ies)|"
    r"showrooms?|clinics?|buildings?|premises|subsidiar(?:y|ies)|branch(?:es)?|dealerships?|mines?|pipelines?|towers?|"
    r"manufacturing|production|print(?:ing)? (?:hub|works)|(?:paper|production|bottling|assembly|coating|packing) "
    r"(?:lines?|machines?))"
)
_WORDS = r"(?:[\w$€£.,'’&-]+ ){0,6}?"
_NO = (
    r"\b(?:museum|church|schools?|university|council(?:lors)?|government|minister|police|prison|library|strike|"
    r"layoffs?|"
    r"clos(?:es?|ed|ing|ure)|shut\w*|fire|lawsuit|stake|acquir\w+|to buy|bought|sale of|sells?|sold|film|season|"
    r"club|coach|protest\w*|bookshop|power plant workers|halt(?:s|ed)?|scrap(?:s|ped)?|cancel\w*|talks|doors)\b"
)

PREMISES: tuple[Frame, ...] = (
    frame(  # "Acme reveals $200m investment to expand its distillery", "Acme revamps print works with £2m spend"
        K.EXPANSION,
        "investment spend boost upgrade outlay refit overhaul programme program",
        rf"\b(?:reveal(?:s|ed)?|announc(?:es?|ed)|unveil(?:s|ed)?|confirm(?:s|ed)?|commit(?:s|ted)?|pledg(?:es|"
        rf"ed)|mak(?:es|"
        rf"ing)|outlin(?:es|ed)|approv(?:es|ed)|revamp(?:s|ed)?|upgrad(?:es|ed)|overhaul(?:s|ed)?|continu(?:es|"
        rf"ed)|launch(?:es|"
        rf"ed)|green-?lights?) {_WORDS}(?:{SUM} {_WORDS}investment|investment drive|investment program(?:me)?|"
        rf"(?:works?|hub|"
        rf"site|plant|factory|mill) with {SUM} (?:[\w-]+ )?(?:spend|investment|outlay|refit|overhaul|"
        rf"upgrade))\b(?=$|[.,]| "
        rf"(?:to (?:expand|build|upgrade|double|modernise|modernize|boost|increase|extend|develop|create)|in|at|"
        rf"into|for|on) )",
        no=_NO + r"|\b(?:raises?|raised|seed|series [a-k]|venture|round|investors?|startup|fund)\b",
    ),
    frame(  # "Acme has laid the cornerstone for a new factory", "Acme has begun development of a factory"
        K.EXPANSION,
        "cornerstone foundation stone development construction digging building",
        rf"\b(?:la(?:ys|id|ying) (?:the )?(?:cornerstone|foundation stone|first stone|foundations?)|(?:ha[sd] "
        rf")?(?:beg[aiu]ns?|"
        rf"start(?:s|ed)?|commence[sd]?|resume[sd]?|to (?:start|begin|resume)) (?:the )?(?:development|construction|"
        rf"building|digging|erection|expansion)(?: work)? (?:of|on|at)) {_WORDS}{_SITE}\b",
        no=_NO,
    ),
    frame(  # "Construction of Acme's £40m factory begins", "Work starts on Acme's new headquarters"
        K.EXPANSION,
        "construction work works building opening plans extension expansion",
        rf"\b(?:construction|work|building work|building|extension|expansion|completion)(?: work)? (?:(?:ha[sd] |"
        rf"to |will )?"
        rf"(?:beg[aiu]ns?|start(?:s|ed)?|continues|resumes|is under way|under way|completed) )?(?:of|on|at) "
        rf"(?:the |a |an )?"
        rf"{CAP}(?=[\w&.'’ -]{{2,40}}['’]s? {_WORDS}{_SITE}\b)",
        Who.OBJECT,
        no=_NO,
    ),
    frame(  # "Acme's Ohio plant to get $50m upgrade", "Acme plant in Georgia to resume construction"
        K.EXPANSION,
        "plant factory mill site works brewery distillery facility warehouse refinery foundry dairy hotel store",
        rf"(?P<v>(?:(?-i:[A-Z])[\w-]+ )?{_SITE}(?: in [\w ,-]{{2,30}}?)? (?:to (?:get|receive|undergo|see|have|"
        rf"resume|be "
        rf"(?:expanded|extended|enlarged|upgraded|doubled))|gets|receives|undergoes|lands|wins|set for|in line "
        rf"for|expands|expanding)"
        rf" {_WORDS}(?:boost|upgrade|investment|expansion|extension|construction|production|refit|revamp|overhaul|"
        rf"shift|line|{SUM})\b)",
        Who.OWNER,
        no=_NO,
    ),
    frame(  # "Acme plant in Georgia to resume construction": the name alone before it
        K.EXPANSION,
        "plant factory mill site brewery distillery facility warehouse hotel",
        r"(?P<v>(?:plant|factory|mill|brewery|distillery|facility|warehouse|hotel)(?: in [\w ,-]{2,30}?)? (?:to "
        r"(?:get|receive|"
        r"resume|be (?:expanded|extended|enlarged|upgraded))|(?:is |are )?(?:set |due )?to open|gets|expands) )"
        r"(?=[^;:]*\b(?:boost|upgrade|investment|expansion|construction|production|in|near|at|by)\b)",
        Who.BEFORE,
        no=_NO,
    ),
    frame(  # "The opening of a new plant by Acme", "A bakery is being built by Acme"
        K.EXPANSION,
        "opening built construction opened developed building",
        rf"(?:\b(?:opening|construction|building|launch|inauguration) of {_WORDS}{_SITE}|{_SITE} {_WORDS}(?:is|"
        rf"are|was|were|has "
        rf"been|will be|to be) (?:being )?(?:built|opened|developed|constructed|erected|set up|planned|"
        rf"inaugurated)) (?:[^;:]"
        rf"{{0,30}} )?(?:by|for) (?:the |[a-z][\w-]* ){{0,5}}?{CAP}",
        Who.OBJECT,
        no=_NO,
    ),
    frame(  # "400 jobs to be created at Acme", "Miami is chosen for Acme's new warehouse"
        K.EXPANSION,
        "jobs posts chosen picked selected home",
        r"(?:\b\d[\d,]* (?:new )?(?:jobs|posts|roles|positions) (?:to be |will be |are being |set to be |being "
        r")?(?:created|"
        r"added) (?:at|by|with|as) (?:the )?(?:[a-z][\w-]* ){0,3}?|\b(?:chosen|picked|selected|named) (?:for|"
        r"as (?:the )?(?:site|home|"
        r"base|location) (?:for|of)) )(?=(?-i:[A-Z])[\w&.'’ -]{1,30})",
        Who.OBJECT,
        no=_NO + r"|\b(?:ambassador|agency|captain|squad|role|award|contract|supplier|trial)\b",
    ),
    frame(  # "Acme announces the addition of 800 jobs", "Acme increases UK manufacturing"
        K.EXPANSION,
        "addition creation manufacturing production output capacity capabilities size footprint workforce headcount",
        rf"\b(?:announc\w+|confirm\w*|reveal\w*|plans?|planning)(?: \w+)? (?:the )?(?:addition|creation) of "
        rf"{_WORDS}(?:jobs|posts|"
        rf"positions|roles)\b|\b(?:is |are |to |plans? to |will |aims? to |looks? to |has |have )+(?:increas(?:e|"
        rf"ing|ed)|boost(?:ing|"
        rf"ed)?|rais(?:e|ing|ed)|ramp(?:ing|ed)? up|scal(?:e|ing|ed) up|doubl(?:e|ing|ed)|tripl(?:e|ing|ed)|"
        rf"step(?:ping|ped)? up) "
        rf"(?:its |the )?(?:[\w-]+ (?:and )?){{0,4}}?(?:manufacturing|production|output|capacity|capabilities|"
        rf"size of (?:its |the )?"
        rf"(?:business|company|estate|network|chain)|footprint|workforce|headcount)\b",
        no=_NO + r"|\b(?:opec|oil output|cuts?|prices?|debt|stake|dividend)\b",
    ),
    frame(  # "Acme has signed a 15-year lease for a warehouse in Hull", "Acme takes space at Pioneer Park"
        K.EXPANSION,
        "lease leases space sq footage letting",
        rf"\b(?:sign(?:s|ed)|tak(?:es|en|ing)|took|agree[sd]?|secur(?:es|ed)|ink(?:s|ed)) (?:up "
        rf")?{_WORDS}(?:lease (?:for|on|at|to "
        rf"occupy|of) {_WORDS}(?:{_SITE}|sq|square)|space (?:at|in|on) [^;]{{2,40}}?\b(?:base|new|first)\b)",
        no=_NO + r"|\b(?:landlord|owner lets|reit|outer space)\b",
    ),
    frame(  # "Acme to open in Boca Raton", "Acme returns to Japan", "Acme is going into Vietnam"
        K.EXPANSION,
        "open opens returns return going debuts arrives lands",
        r"\b(?:(?:to|will|set to|due to|plans? to) open in (?-i:[A-Z])[\w ]{2,20}(?:$|[.,]| (?:next|this|in|by|"
        r"with|later)\b)|"
        r"(?:returns?|will return|is returning|to return|returned) to (?:the )?(?-i:Japan|China|India|US|U\.S\.|"
        r"UK|Britain|Germany|"
        r"France|Italy|Spain|Brazil|Mexico|Canada|Australia|Russia|Africa|Europe|Asia|Poland|Turkey|Ireland|"
        r"Sweden|Norway)"
        r"(?= (?:after|with|market|within|by|in)\b|$|[.,])|(?:is |are )?(?:going|moving|heading|expanding|"
        r"pushing) into "
        r"(?:the )?(?-i:[A-Z])[a-z]+(?: market)?(?=$|[.,]| (?:with|by|next|this|after|through|market)\b))",
        no=_NO
        + r"|\b(?:trading|shares|profit|growth|theat\w+|cinemas|exhibition|play|fly\w*|work|court|film|visit|trip|"
        r"administration|liquidation|receivership|Chapter|normal|office after)\b",
    ),
    frame(  # "Acme has installed a second press to raise output"
        K.EXPANSION,
        "installed installs commissions commissioned adds added second third new",
        r"\b(?:install(?:s|ed|ing)?|commission(?:s|ed|ing)?|add(?:s|ed|ing)?|invest(?:s|ed|ing) in) (?:an? |its "
        r")?(?:second|third|"
        r"fourth|new|additional|further) (?:[\w-]+ ){0,4}?(?:press|line|machine|shift|furnace|kiln|reactor|oven|"
        r"extruder|metalli[sz]er|"
        r"paper machine|laminator|turbine hall|production hall)\b(?! of defen[cs]e| of (?:products|clothing))",
        no=_NO + r"|\b(?:product line|clothing line)\b",
    ),
)
