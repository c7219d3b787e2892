"""English frames of growth: places opened and built, markets entered, heads added, plants paid for."""

from __future__ import annotations

from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K
from triggers.types import Status

SITE = (
    r"(?:offices?|outposts?|head ?offices?|headquarters|hqs?|plants?|factor(?:y|ies)|gigafactor(?:y|ies)|"
    r"(?:mega)?fabs?|foundry|mills?|sawmills?|smelters?|refiner(?:y|ies)|breweries|brewery|"
    r"distillery|bakery|shipyards?|hangars?|depots?|warehouses?|hubs?|campus(?:es)?|complex|"
    r"facilit(?:y|ies)|(?:distribution|fulfil?lment|data|research|innovation|delivery|design|"
    r"tech(?:nology|nical)?|service|support|training|logistics|manufacturing|engineering|"
    r"development|operations|experience|r&d|contact|call|capability|competence|excellence) "
    r"(?:cent(?:er|re)s?|base|line|sites?)|laborator(?:y|ies)|labs?|studios?|stores?|shops?|"
    r"outlets?|branch(?:es)?|showrooms?|boutiques?|flagships?|restaurants?|caf[eé]s|kitchens?|"
    r"drive-?(?:throughs?|thrus?)|hotels?|clinics?|dealerships?|subsidiary|(?:bottling|assembly|"
    r"production|packaging) (?:line|lines|hall|site)|square f(?:ee|oo)t|sq\.? ?ft|footprint)"
)
_BIG = (
    r"(?:[$€£¥₹]|US\$|C\$|A\$|NT\$|S\$|Rs\.? ?|EUR |USD )\s?\d[\d.,]*\s?(?:m|mn|mln|million|bn|"
    r"billion|b|crore|cr|trillion)?\b"
)
_OTHER = (
    r"\b(?:app store|play store|open[- ]source|layoffs|lays off|close[sd]?|closing|closures?|shut(?:s|ting)?|"
    r"government|governor|minister|mayor|council|hospital wing|museum|church|school|university|"
    r"library|stake|startup\b|series [a-k]|fund\b|round|film|festival|exhibition|probe|"
    r"investigation|lawsuit|strike|office market|factory output|orders?|checklist|art|prison|"
    r"police)\b"
)

_PLACES = (
    "office offices outpost outposts headquarters hq hqs plant plants factory factories "
    "gigafactory gigafactories fab fabs "
    "megafab foundry mill mills sawmill smelter refinery breweries brewery distillery bakery shipyard shipyards hangar "
    "depot depots warehouse warehouses hub hubs campus campuses complex facility facilities center "
    "centers centre centres "
    "base laboratory laboratories lab labs studio studios store stores shop shops outlet outlets "
    "branch branches showroom "
    "showrooms boutique flagship restaurant restaurants cafe café cafés kitchen kitchens drive-throughs hotel hotels "
    "clinic clinics dealership dealerships subsidiary line lines hall site sites feet foot ft footprint"
)

SITES: tuple[Frame, ...] = (
    frame(
        K.EXPANSION,
        "debut crosses crossed sets set setting puts plants stakes makes establishes cuts swings throws opens lays",
        r"\b(?:makes? (?:its )?(?:[\w-]+ ){1,2}debut(?= (?:with|at) [^;]{3,40}?\b(?:store|shop|office|"
        r"hotel|plant|restaurant|boutique|branch)\b)|cross(?:es|ed) the (?:atlantic|channel|pond)|"
        r"sets? up (?:shop|base|camp|home|a )|puts? "
        r"down roots|plants? (?:its |a )?flag|stakes? (?:its |a )?claim|cuts? (?:the )?ribbon|swings? "
        r"open (?:the |its )?doors|"
        r"throws? open (?:the |its )?doors|opens? (?:the |its )?doors|lays? (?:the )?(?:foundation|"
        r"first|corner) ?stone)\b",
        no=_OTHER,
    ),
    frame(
        K.EXPANSION,
        _PLACES,
        rf"\b(?:open(?:s|ed|ing)?|buil(?:ds?|ding|t)|unveil(?:s|ed)?|inaugurat(?:es|ed|ing)|"
        rf"commission(?:s|ed)|launch(?:es|ed)?|establish(?:es|ed|ing)?|erects?|construct(?:s|ing)?|"
        rf"expand(?:s|ing|ed)?|enlarg(?:es|ed|ing)|extend(?:s|ing|ed)|add(?:s|ing|ed)?|doubl(?:es|ed|"
        rf"ing)|upgrad(?:es|ed|ing)|renovat(?:es|ing)|leas(?:es|ed|ing)|signs? (?:a )?lease|tak(?:es|"
        rf"ing)|"
        rf"announc(?:es?|ed)|plan(?:s|ned)?(?: to (?:build|open|expand|add|construct))?|pledg(?:es|ed)|"
        rf"complet(?:es|ed)) [^.;:,]{{0,70}}?(?<!app )(?<!play )\b{SITE}(?= (?:in|at|near|outside|"
        rf"for|to|on|with|after|by)\b|$|,|;|\.)",
        no=_OTHER + r"|\b(?:deal|contract|probe|partnership|results|app|feature|data cent(?:er|re) (?:chip|gpu|"
        r"business)s?|tool|model|platform for|agent|acqui\w+|merger|sale of|for sale|hub for "
        r"(?:learning|news))\b",
    ),
    frame(
        K.EXPANSION,
        "put puts bring brings pump pumps plough ploughs plow plows sink sinks pour pours channel "
        "channels pledges pledge commits commit invests invest investing spends spending injects "
        "splashes earmarks",
        rf"\b(?:put(?:s|ting)?|bring(?:s|ing)?|pump(?:s|ing)?|plough(?:s|ing)?|plow(?:s|ing)?|sink(?:s|"
        rf"ing)?|pour(?:s|ing)?|channel(?:s|ing)?|pledg(?:es?|ing)|commit(?:s|ting)?|invest(?:s|ing)?|"
        rf"spend(?:s|ing)?|inject(?:s|ing)?|splash(?:es|ing)?|earmark(?:s|ing)?) (?:up to |over |more "
        rf"than |about |another |an additional |nearly |around |almost )?{_BIG} (?:investment )?"
        rf"(?:on|in|into|to|for|over|at) [^.;:]{{0,80}}?\b(?:{SITE}|expansion|upgrades?|operations|"
        rf"capacity|manufacturing|production)\b",
        no=_OTHER + r"|\b(?:in (?:ai )?startups?|shares|bonds?|acqui\w+|gas field|lawsuit|fine)\b",
    ),
    frame(
        K.EXPANSION,
        "investment investments",
        rf"\b(?:brings?|announc(?:es?|ed)|makes?|unveils?|confirms?|plans?|pledges?) (?:an? |its |new |"
        rf"major )*{_BIG} (?:\w+ ){{0,2}}(?:investment|expansion) (?:to|in|at|into|for|across) "
        rf"(?=(?-i:[A-Z]))",
        no=_OTHER,
    ),
    frame(
        K.EXPANSION,
        "headcount workforce staff team",
        r"\b(?:doubl(?:e|es|ing)|tripl(?:e|es|ing)|quadrupl(?:e|es|ing)|grow(?:s|ing)?|expand(?:s|"
        r"ing)?|boost(?:s|ing)?|swell(?:s|ing)?|increas(?:e|es|ing)|ramp(?:s|ing) up|beef(?:s|ing) up|"
        r"bolster(?:s|ing)?) (?:its |the |their )?(?:[\w.-]+ ){0,3}(?:headcount|workforce|staff|"
        r"teams?)\b(?! (?:health|safety|training|shortage))",
        no=r"\b(?:cut|layoffs?|slash|police|army|teacher|football|coach|racing|government|council|squad)\b",
    ),
    frame(
        K.EXPANSION,
        "enters enter entering expands expanding expand launches launch heads heading moves moving "
        "arrives lands debuts crosses touches goes comes ventures pushes steps rolls begins starts kicks landed",
        r"\b(?:enter(?:s|ing|ed)?|expand(?:s|ing|ed)?(?: its \w+)? (?:in|to|into|across)|(?:officially "
        r")?launch(?:es|ed)? (?:operations )?in|head(?:s|ing|ed) (?:to|for|into)|mov(?:es|ing|ed) "
        r"(?:in)?to|arriv(?:es|ed) in|"
        r"land(?:s|ed) in|debut(?:s|ed) in|cross(?:es|ed) (?:the )?border (?:in)?to|touch(?:es|ed) "
        r"down in|goes live in|comes to|ventur(?:es|ed) into|push(?:es|ed) into|steps into|"
        r"(?:begins|starts|kicks off|rolls) (?:(?:operations|trading|selling|deliveries|service|"
        r"service operations) )?(?:in|into)) (?:the )?(?=(?-i:[A-Z])[\w.]+(?: "
        r"(?-i:[A-Z])[\w.]+)?(?: (?:market|with|via|through|as|after|next|amid|following)\b|$| [-–—|]|"
        r",|;))",
        no=_OTHER + r"|\b(?:court|talks|phase|trial|peace|beta|bankruptcy|administration|chapter|race|war|deal|"
        r"contract|agreement|partnership|film|album|tour|movie|rocket|satellites?|mission|"
        r"android|ios|iphone|windows|mac|xbox|playstation|ps5|switch|steam|netflix|teams|slack|chrome|"
        r"youtube|spotify|s&p|ai\b|web3|metaverse|final|semi|top|league|hall of|senate|space|orbit|"
        r"mars|moon|"
        r"price|prices|starts at|variants?|specs|smartphones?|january|february|march|april|may|june|"
        r"july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday)\b",
    ),
    frame(
        K.EXPANSION,
        "facility plant factory campus center centre hq headquarters mill hub warehouse fab",
        rf"\bnew (?:{_BIG} )?(?:[\w&-]+ ){{0,4}}?(?:facility|plant|factory|campus|cent(?:er|re)|hq|"
        rf"headquarters|mill|hub|warehouse|fab) (?:to|will) (?:employ|create|bring|add|hire|house)\b",
        Who.BEFORE,
        status=Status.PLANNED,
        no=_OTHER,
    ),
    frame(
        K.EXPANSION,
        "opens opened open begins starts comes",
        rf"(?<=\w)['’]s? [^;:]{{0,60}}?\b{SITE} (?:opens?|opened|to open|will open|is open|begins? "
        rf"production|starts? production|"
        rf"comes online|goes online|goes live|inaugurated|officially opens)\b",
        Who.OWNER,
        no=_OTHER + r"|\bplay store\b",
    ),
    frame(
        K.EXPANSION,
        "stores shops restaurants branches outlets locations showrooms hotels clinics sites "
        "drive-throughs cafes cafés gyms",
        r"\b(?:eyes|eyeing|targets|targeting|plans|planning|to (?:open|add|launch|build)|opening|"
        r"adding|on (?:track|course) to (?:open|add|launch|build)|plots|pledges) (?:up to |more than |"
        r"over |about |another |some |as many as |at least "
        r")?\d[\d,]* "
        r"(?:net |new |more |further |additional |\w+ ){0,4}(?:stores|shops|restaurants|branches|outlets|"
        r"locations|showrooms|hotels|clinics|sites|drive-?(?:throughs|thrus)|caf[eé]s|gyms)\b",
        status=Status.PLANNED,
        no=_OTHER + r"|\b(?:clos\w+|shut\w*)\b",
    ),
    frame(
        K.EXPANSION,
        "bottling production manufacturing capacity output",
        r"\b(?:scales? up|ramps? up|steps? up|boosts?|doubles?|triples?|increases?|expands?|adds?|"
        r"lifts?) (?:[\w.-]+ ){0,3}(?:bottling|production|manufacturing|capacity|output) (?=(?:in|at|"
        r"with|by|to|for)\b)",
        no=_OTHER + r"|\b(?:oil|opec|gas|forecast|guidance|curbs?)\b",
    ),
    frame(
        K.EXPANSION,
        "growth expansion",
        r"\b(?:growth|expansion) (?:necessitates|requires|prompts|brings|means|to (?:bring|create|add)|"
        r"will (?:bring|create|add)|creates|adds) (?:an? )?(?:new |\d|larger|bigger|more|hundreds)",
        Who.BEFORE,
        no=_OTHER + r"|\b(?:economy|economic|population|gdp)\b",
    ),
    frame(
        K.EXPANSION,
        "choose chooses chose picks picked selects selected taps names",
        rf"\b(?:choos(?:es|ing)|chose|pick(?:s|ed)|select(?:s|ed)|settl(?:es|ed) on|taps|names) "
        rf"(?=[^.;:]{{2,50}}? (?:for|as|to (?:build|host|house))\b)[^.;:]{{2,60}}? (?:for|as|to "
        rf"(?:build|host|house)) [^.;:]{{0,60}}?"
        rf"\b(?:{SITE}|site|base|location)\b",
        no=r"\b(?:contractor|supplier|architect|provider|vendor|awards?|ceo|partner)\b",
    ),
    frame(
        K.EXPANSION,
        "jobs positions roles hires",
        r"\b(?:to |will |plans to |set to )?(?:create|creates|creating|bring|brings|bringing|add|adds|"
        r"adding|generate|generates|generating) (?:up to |over |more than |about |around |nearly |"
        r"another |at least |some |an additional )?"
        r"\d[\d,]*\+? (?:to the \d[\d,]* |new |local |full-time |permanent |skilled |high-paying |\w+ "
        r")?(?:jobs|positions|roles|hires|people)\b",
        no=r"\b(?:cut|layoffs?|government|council|scheme|programme|economy|u\.s\. adds|employers add|sector)\b",
    ),
    frame(
        K.EXPANSION,
        "capex expenditure spending",
        r"\b(?:lift(?:s|ed)?|rais(?:es|ed)|hik(?:es|ed)|boost(?:s|ed)?|ups|upped|doubl(?:es|ed)|increas(?:es|ed)) "
        r"(?:its |the )?"
        r"(?:20\d\d |annual |full-year |this year's )*(?:capex|capital (?:expenditure|spending))\b",
        status=Status.PLANNED,
        no=r"\b(?:government|ministry|railways?|budget|states?|sector|hyperscalers|analysts?)\b",
    ),
)
