"""English frames of products, partners, orders, figures, authorities, breaches and listings."""

from __future__ import annotations

from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K
from triggers.types import Status as S

MARKET: tuple[Frame, ...] = (
    frame(
        K.PRODUCT_LAUNCH,
        "introducing announcing meet presenting unveiling launching",
        r"^(?:introducing|announcing|presenting|unveiling|launching|meet)\b [^:;]{2,60}?[:,–—-] (?:the |an? )?(?=(?:(?-i:[A-Z])[\w&.-]+ "
        r"?){1,3}['’]s\b)",
        Who.OBJECT,
        no=r"\b(?:funding|series [a-k]|ceo|fund|partnership)\b",
    ),
    frame(
        K.PRODUCT_LAUNCH,
        "release releases launch launches unveil unveils debut introduce introduces",
        r"(?<=(?-i:[a-z]))\s(?=(?:release|launch|unveil|debut|introduce|roll out|open-source) (?:an?|the|new|first|their|free)\b)",
        no=r"\b(?:fund|probe|joint venture|initiative|programme|program|study|report|bid|data|talks|investigation|to "
        r"(?:release|launch)|hacked|stolen|claim|statement|film|album|single)\b",
    ),
    frame(
        K.PRODUCT_LAUNCH,
        "premieres previews unwraps pilots wraps curtain live availability available brings market expands adds lineup line-up",
        r"\b(?:premieres|previews|unwraps|pilots|takes the wraps off|pulls (?:back )?the (?:curtain|wraps) (?:off|on)|goes live "
        r"with|announces (?:general )?availability of|makes [\w ]{2,30} (?:generally )?available|brings [\w ]{2,30} to (?:market|"
        r"android|ios|iphone|the web|windows|mac)|expands (?:its )?(?:\w+ ){0,3}(?:line-?up|portfolio|range|suite|platform|"
        r"offering) with|adds (?:new|ai|support) )",
        no=r"\b(?:fund\b|probe|investigation|takeover|bid for|lawsuit|offering|campaign|series [a-k]|funding|film|trailer|movie|"
        r"album|book|satellite|rocket|missile|initiative|programme|foundation|scholarship|jobs|review|legal|strategic plan|buyback|podcast|"
        r"contract|permission|futures|month|plan to|deal to|stake|plant|office|factory|store in|stores|data cent\w+|partnership|joint|results|report|study|survey|round|offer)\b",
    ),
    frame(
        K.PRODUCT_LAUNCH,
        "leaked leak leaks spotted rumor rumour renders images teaser reveal show",
        r"\b(?:leak(?:ed|s)?|images?|renders?|photos?|teaser|trailer|spec(?:s)?|filing) (?:\w+ )?(?:show(?:s)?|reveal(?:s)?|hint(?:s)? "
        r"at|point(?:s)? to|tease(?:s)?) ",
        Who.OBJECT,
        S.RUMOURED,
        no=r"\b(?:data|breach|memo|emails|passwords|customers|documents)\b",
    ),
    frame(
        K.PARTNERSHIP,
        "licenses licences license licensed licensing",
        r"\b(?:(?:out-?|in-?)?licen[sc]e[sd]?) (?!plate)[^,;:]{2,60}? (?:to|from) (?:[\w]+['’]s )?",
        no=r"\b(?:court|fda|regulator|bank licen|driv\w+|ban|liquor|central bank|licen[sc]ed to (?:sell|operate|run))\b",
    ),
    frame(
        K.PARTNERSHIP,
        "partnership partners alliance collaboration venture tie-up collaborate mou pact teams hands forces agreement "
        "cooperation leverages integrates integration jointly together",
        r"\b(?:announc(?:e|es|ed)|sign(?:s|ed)?|ink(?:s|ed)?|form(?:s|ed)?|forg(?:e|es|ed)|str(?:ike|ikes|uck)|enter(?:s|ed)?(?: "
        r"into)?|launch(?:es|ed)?|expand(?:s|ed)?|extend(?:s|ed)?|deepen(?:s|ed)?|renew(?:s|ed)?|seal(?:s|ed)?|unveil(?:s|ed)?|agree"
        r"(?:s|d)?|establish(?:es|ed)?|creat(?:e|es|ed)|ties? up|tied up|buddies up|pairs? (?:up )?|hooks up|links up|works|"
        r"joins (?:hands|forces)|leverages?|integrat(?:es|ed)) (?:[^.;:]){0,60}?\b(?:with|and) (?=(?-i:[A-Z]))",
        no=r"\b(?:funding|series [a-k]|acqui\w+|contract|lawsuit|ceo|minister|president|countries|peace|trade deal|merger|"
        r"sponsor\w*|order|round|player|loan|layoffs|with (?:us|china|india|iran|eu|russia|uk)\b|settlement|app|feature)\b"
        r"|^(?!.*\b(?:partnership|alliance|collaborat\w+|venture|tie-up|mou|pact|agreement|cooperation|forces|hands|up with|"
        r"works with|leverages?|integrat\w+|memorandum|deal)\b)",
    ),
    frame(
        K.PARTNERSHIP,
        "leverages leverage adopts uses",
        r"\b(?:leverag(?:es|ing)|builds on|standardi[sz]es on) (?=(?-i:[A-Z])[^.;:]{2,50}? to )",
    ),
    frame(
        K.CONTRACT_WIN,
        "awarded wins won secures lands bags nets clinches scores receives gets selected chosen picked tapped",
        r"\b(?:awarded|granted|handed|given|named|wins?|won|winning|secur(?:es|ed)|lands?|landed|bags|bagged|nets|clinch(?:es|ed)|"
        r"scor(?:es|ed)|receiv(?:es|ed)|gets|nabs|snags|snares|earns|captures|books|picks up|notches|seals|inks) (?:\S+ ){0,9}?"
        r"(?:contracts?|orders?|tender|task order|framework|mandate|deal to (?:supply|provide|build|deliver|manage|run|upgrade)|"
        r"idiq|blanket purchase agreement|bpa|purchase order|subcontract|contract award)\b",
        no=r"\b(?:player|coach|season|striker|court order|restraining|executive order|gag order|funding|series [a-k]|record deal|"
        r"book deal|film|rookie|quarterback|union|workers|labor contract|wage)\b",
    ),
    frame(
        K.CONTRACT_WIN,
        "awarded selected chosen named",
        r"(?:, )?\b(?:(?:is )?(?:part|one) of|among|one of) (?:[\w-]+ ){0,3}?(?:companies|firms|vendors|contractors|suppliers|team|"
        r"bidders|winners|awardees) (?:[\w-]+ ){0,3}?(?:awarded|selected|chosen|picked|named)\b",
        Who.BEFORE,
        no=r"\b(?:list of|best|fastest|top|award for|awards?\b|accelerator|cohort|programme|program)\b",
    ),
    frame(
        K.CONTRACT_WIN,
        "supply deliver provide build equip power supplies delivers equips build",
        r"\b(?:to|will) (?:supply|deliver|provide|equip|build|manufacture|furnish|ship) (?:up to |over |more than |another |an "
        r"additional )?(?:\d[\d,.]*|hundreds of|thousands of|dozens of)\b[^.;:]{2,60}? (?:to|for) (?:the )?(?=\S)",
        no=r"\b(?:jobs|homes|ukraine|aid|government to|free|students|households|plant|factory|meals|vaccines? to)\b",
    ),
    frame(
        K.CONTRACT_WIN,
        "picks pick selects select chooses chose taps hires names awards selected picked contracts appoints engages commissions",
        r"\b(?:picks|picked|selects|selected|chooses|chose|taps|tapped|awards|contracts|engages|commissions|enlists|turns to|goes "
        r"with|opts for) (?=[^.;:]{2,50}? (?:for|to (?:supply|build|provide|power|run|handle|deliver|develop|manage|moderni[sz]e|"
        r"host|design|operate|implement|upgrade|replace))\b)",
        Who.OBJECT,
        no=r"\bfor (?:\S+ ){0,4}(?:headquarters|hq|plant|facility|hub|offices?|site|campus|factory|expansion)\b|\b(?:ceo|cfo|coo|cto|"
        r"chief|president|chair\w*|director|head of|executive|veteran|advis[eo]rs?|banks? for|ipo|site|"
        r"city for|nominee|running mate|candidate|jury|voters|team for|investors?|squad|partner for)\b",
    ),
)

FIGURES: tuple[Frame, ...] = (
    frame(
        K.EARNINGS,
        "q1 q2 q3 q4 quarter quarterly profit loss revenue revenues earnings eps sales results half year fy outlook guidance "
        "view turnover profitable profitability",
        r"\b(?:q[1-4]|first|second|third|fourth|quarter(?:ly)?|annual|full[- ]year|half[- ]year|h[12]|fiscal|record|net|operating|"
        r"pre-?tax)?(?:[- ](?:q[1-4]|quarter|half|year|net|operating|20\d\d|fy\d*))* ?(?:profits?|loss(?:es)?|revenues?|earnings|"
        r"eps|sales|results|income|turnover) (?:(?:is|are|more than|nearly|almost|of|in|to|at|\S?\d[\d.,]*\S*) ){0,4}(?:wider?|"
        r"wid\w+|narrow\w*|beat\w*|miss\w*|lag\w*|top\w*|surpass\w*|exceed\w*|doubl\w+|tripl\w+|halv\w+|jump\w*|ris\w+|rose|"
        r"climb\w*|soar\w*|surg\w+|grow\w*|grew|fall\w*|fell|drop\w*|declin\w+|slip\w*|slump\w*|plung\w+|tumbl\w+|sink\w*|sank|"
        r"dip\w*|eas\w+|up|down|hits?|reach\w*|swell\w*|shrink\w*|shrank|decreas\w+|increas\w+|flat|ahead|in line|above|below)\b",
        Who.BEFORE,
        no=r"\b(?:retail sales|home sales|new home|industry|exports|gdp|inflation|china['’]s|economy|stocks|analysts?|wall street|"
        r"preview|season|to watch|what to expect|factory|box office|weight loss|job loss|ticket|auto sales|car sales in)\b",
    ),
    frame(
        K.EARNINGS,
        "half quarter year",
        r"\b(?:reports?|reported|posts?|posted|delivers|hails|logs|books|enjoys|celebrates|caps|closes) (?:its |an? )?(?:\w+ )?(?:record|"
        r"best|strong|strongest|worst|weak|solid|robust) (?:ever )?(?:first |second |third |fourth |financial |fiscal |q[1-4] )*(?:half|"
        r"quarter|year)\b",
        no=r"\b(?:industry|exports|hiring|market|deliveries of aid)\b",
    ),
    frame(
        K.EARNINGS,
        "reports report reported posts posted delivers announces logs books records turns swings withdraws withdrawn suspends "
        "scraps lifts raises cuts lowers reaffirms affirms reiterates tops beats misses issues updates trims narrows",
        r"\b(?:reports?|reported|posts?|posted|deliver(?:s|ed)|announc(?:es|ed)|logs|books|record(?:s|ed)|turns|swings|withdraws?|"
        r"withdrew|suspend(?:s|ed)|scrap(?:s|ped)|pulls|lifts|raises|raised|cuts|lowers|lowered|reaffirm(?:s|ed)|affirms|"
        r"reiterates|tops|beats|miss(?:es|ed)|issues|updates|trims|narrows|hikes|boosts|slashes) (?:[^.;:]|[.](?=\d)){0,40}?\b(?:q[1-4]"
        r"|(?:first|second|third|fourth|record|strong|weak|best|worst|solid|robust|\w+)[- ](?:half|quarter)|half[- ]year|full[- ]"
        r"year|fy ?\d\d|fiscal (?:year|20\d\d|q\d|first|second|third|fourth)|quarterly|annual|interim|preliminary) ?(?:\S+ ){0,4}?"
        r"(?:results|profits?|loss(?:es)?|revenues?|earnings|sales|view|outlook|guidance|forecast|eps|figures|numbers|half|quarter|"
        r"year|growth|turnover|trading)\b",
        no=r"\b(?:to (?:report|announce|release|host|publish|issue|hold) (?=.*\b(?:on|call|date|conference)\b)|conference call|"
        r"date (?:of|for)|analysts?|industry|economy|gdp|retail sales|exports|preview|annual (?:report on|conference|summit|"
        r"awards?|survey|meeting))\b",
    ),
    frame(
        K.REGULATORY,
        "oks ok okays clears approves backs greenlights grants authorizes fines fined probes sues orders bans blocks warns "
        "suspends revokes rejects raids charges investigates recalls penalizes penalises cautions",
        r"\b(?:fda|ema|european commission|eu|ftc|sec|fcc|doj|cma|fca|rbi|sebi|cci|epa|nhtsa|faa|cfpb|mhra|bafin|regulators?|"
        r"watchdog|court|judge|china|health canada|antitrust \w+|commission|ofcom|ico|nmpa|tga|justice department|"
        r"prosecutors|authorit(?:y|ies)|agency|ministry|japan|india|italy|france|germany|uk|u\.s\.?|us|california|texas)(?: panel| "
        r"advisers| staff| regulators?| court| watchdog| judge| authorities| government)? (?:oks|ok['’]s|okays|clears|approves|"
        r"backs|greenlights|grants|authori[sz]es|expands|fines|probes|investigates|sues|orders|bans|blocks|warns|suspends|revokes|"
        r"rejects|raids|charges|penali[sz]es|slaps|hits|cautions|accuses|targets|opens (?:\w+ ){0,3}(?:probe|investigation|inquiry|"
        r"case) (?:into|against)|launches (?:\w+ ){0,3}(?:probe|investigation|inquiry|case) (?:into|against)|grounds|upholds|"
        r"tentatively approves|conditionally approves|to (?:fine|probe|sue|investigate|ban|block)) (?:the |an? |new |expanded |first "
        r"|label |use |of |for |against |into |over )*",
        Who.OBJECT,
        no=r"\b(?:tariffs?|war|troops|visa|migrants|citizens|hackers?|murder|ban on|sanctions|budget|bill|law\b|merger|takeover)\b",
    ),
    frame(
        K.REGULATORY,
        "receives received gets wins secures earns gains obtains granted lands nabs",
        r"\b(?:receiv(?:es|ed)|gets|got|wins|won|secur(?:es|ed)|earns|gain(?:s|ed)|obtain(?:s|ed)|(?:is |was )?granted|lands|nabs|"
        r"scores|clinches) (?:[^.;:]|[.](?=\w)){0,50}?\b(?:approvals?|clearance|authori[sz]ation|nod|green light|designation|"
        r"licen[cs]e|certification|ce[- ]mark(?:ing)?|510\(k\)|go-ahead|permit|all-clear)\b",
        no=r"\b(?:shareholders?|board|investor|planning|court approval|merger|takeover|deal|security clearance|voter|rating)\b",
    ),
    frame(
        K.REGULATORY,
        "settle settles settled settlement pay pays fined penalty fine faces agrees",
        r"\b(?:to |will |agree[sd] to |agrees to )?(?:settles?|settled|pays?|paid|faces?|faced|fined|hit with|slapped with|ordered "
        r"to pay) (?:[^.;:]|[.](?=\d)){0,50}?\b(?:settlement|fines?|penalt(?:y|ies)|civil claims?|charges|probe|investigation|"
        r"allegations|antitrust|claims|lawsuit by|suit by)\b",
        no=r"\b(?:divorce|class[- ]action|former employee|musician|artist|author|players?|driver|parking|ransom|investors? (?:sue|"
        r"suit)|shareholders?|price|patent)\b|^(?!.*\b(?:ftc|sec|doj|eu|attorneys?|state|states|regulator\w*|federal|court|"
        r"consumer|overcharg\w+|antitrust|privacy|bribery|fraud|safety|violat\w+|watchdog|commission|government|u\.?s\.?|"
        r"california|texas|new york|epa|cfpb|fine|penalty|data protection|gdpr)\b)",
    ),
    frame(
        K.SECURITY_INCIDENT,
        "breach breached hack hacked leak leaked exposed stolen compromised ransomware cyberattack attack outage",
        r"\b(?:exposed|compromised|stolen|leaked|affected|hit|impacted|lost|accessed|at risk|caught up|involved) (?:in|by|after|"
        r"following|through|during) (?:an? |the |massive |major |latest )*(?=[^.;:]{2,40}?(?:breach|hack|leak|cyber ?-?attack|"
        r"ransomware|security incident|data theft))",
        Who.OBJECT,
        no=r"\b(?:suspect|teenage|government|police|ministry|election|army|study|survey|report finds|vulnerabilit\w+)\b",
    ),
    frame(
        K.SECURITY_INCIDENT,
        "stolen stole steal steals leaked leak exfiltrated swiped accessed",
        r"\b(?:stolen|stole|steals?|leak(?:ed|s)?|exfiltrat(?:e|es|ed)|swiped|accessed|obtained|grabbed|taken) (?:\w+ ){0,4}from "
        r"(?:the )?",
        Who.OBJECT,
        no=r"\b(?:government|police|ministry|army|museum|store|shop|home|car|vault|study|survey|charged|sentenced|jailed|arrested"
        r"|cargo|jewel\w*|painting|goods|copper)\b|^(?!.*\b(?:data|records|files|code|credentials|passwords|hack\w*|crypto|"
        r"million|information|accounts|breach|documents)\b)",
    ),
    frame(
        K.SECURITY_INCIDENT,
        "breach hack cyberattack ransomware attack hackers leak incident outage cyber-attack",
        r"\b(?:data breach|breach|hack|cyber ?-?attack|ransomware(?: attack)?|hackers?|data leak|cyber incident|security incident|"
        r"data theft|extortion(?: group)?|ransomware (?:gang|group)) (?:at|of|on|hits|hit|strikes|struck|disrupts|cripples|"
        r"paraly[sz]es|forces|knocks|takes down|targets|targeted|breach(?:es|ed)?|claims?(?: attack on| breach of)?|affects|"
        r"impacts|halts|shuts(?: down)?|leak(?:s|ed)) (?:the |us |uk |major |giant |popular )*",
        Who.OBJECT,
        no=r"\b(?:government|police|ministry|election|army|hospitality|study|survey|vulnerabilit\w+|sentenced|arrested|jailed|"
        r"charged|helps|protects?|prevent|targets with|raises|officials|car|by hacking|stuck)\b",
    ),
    frame(
        K.IPO,
        "listing ipo flotation float list debut public",
        r"\b(?:shelv(?:es|ed)|shelf|pull(?:s|ed)|postpon(?:es|ed)|delay(?:s|ed)|scrap(?:s|ped)|cancel(?:s|led|ed)|abandon(?:s|ed)|"
        r"halt(?:s|ed)|paus(?:es|ed)|call(?:s|ed) off|ditch(?:es|ed)|puts? off|drop(?:s|ped)|withdraw(?:s|n)?|withdrew) (?:its |the |"
        r"plans? for |planned |an? |plans? to )*(?:\$?[\d.]+\S* )?(?:[\w.-]+ ){0,2}?(?:ipo|listing|flotation|float|stock market "
        r"debut|public offering|list\b|go public|direct listing)",
        status=S.DENIED,
    ),
    frame(
        K.IPO,
        "ipo listing public float list debut",
        r"\b(?:subsidiary|unit|arm|stake in|shares in|part of) (?=(?-i:[A-Z])[^.;:]{2,40}? (?:via|through|in) (?:an? |its )?(?:ipo|listing))",
        Who.OBJECT,
        S.PLANNED,
    ),
)
