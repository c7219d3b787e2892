"""English frames of figures, authorities, breaches and listings."""

from __future__ import annotations

from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K
from triggers.types import Status

FIGURES: tuple[Frame, ...] = (
    frame(
        K.EARNINGS,
        "results report figures update",
        r"\s?[:–—] ?(?:half-year|interim|full-year|annual|quarterly|q[1-4]|first|second|third|preliminary|final|"
        r"year-end|trading) (?:\S+ ){0,3}?"
        r"(?:results|figures|trading update|update)\b",
        Who.BEFORE,
        no=r"\b(?:election|exam|study|trial|survey)\b",
    ),
    frame(
        K.EARNINGS,
        "expectations estimates forecasts consensus",
        r"\b(?:smash|crush|beat|top|miss|exceed|surpass|shatter|trounc|trail|lag)(?:e?s|ed)? (?:wall street(?:['’]s)? "
        r"|analysts?['’]? |street |\w+ "
        r"){0,3}(?:expectations|estimates|forecasts|consensus)\b|\b(?:blows|blew|sails|flies) past (?:\w+ "
        r"){0,3}(?:expectations|estimates)",
        no=r"\b(?:industry|jobs report|inflation|gdp|retail sales|economists|exports|box office|week ahead|preview)\b",
    ),
    frame(
        K.EARNINGS,
        "outlook guidance forecast view target targets",
        r"\b(?:lifts?|rais(?:es?|ed)|cuts?|lower(?:s|ed)?|trim(?:s|med)?|hik(?:es|ed)|slash(?:es|ed)|reaffirms|"
        r"maintains|withdraws|withdrew|boosts|"
        r"narrows|reiterates|keeps|suspends|scraps|ups) (?:its |the )?(?:(?:full-year|annual|fy\S*|profit|sales|"
        r"revenue|earnings|20\d\d|growth|"
        r"delivery|q[1-4]|quarterly|margin|financial|medium-term|production) ){0,4}(?:outlook|guidance|forecasts?|"
        r"view)\b",
        no=r"\b(?:moody['’]?s|fitch|s&p|rating|analysts?|goldman|imf|opec|gdp|bank of|economy|growth forecast for|"
        r"central bank|iea|price target)\b",
    ),
    frame(
        K.EARNINGS,
        "shares stock share",
        r"\b(?:shares?|stock) (?:\S+ ){1,4}?(?:as|after|on) (?=[^.;]{0,60}\b(?:estimates|expectations|revenue|"
        r"profits?|sales|guidance|forecast|"
        r"outlook|results|earnings|quarter\w*|subscribers?|loss)\b)",
        Who.BEFORE,
        no=r"\b(?:analysts?|upgrade|downgrade|rivals?|peer|tariffs?|stake sale|share sale|bond sale|deal|takeover|ceo|"
        r"layoffs|preview|fed\b|industry|"
        r"sector|stocks)\b",
    ),
    frame(
        K.EARNINGS,
        "profits losses deliveries q1 q2 q3 q4 quarter quarterly profit loss revenue revenues earnings eps sales "
        "results half year fy outlook guidance "
        "view turnover profitable profitability",
        r"\b(?:q[1-4]|first|second|third|fourth|quarter(?:ly)?|annual|full[- ]year|half[- ]year|h[12]|fiscal|record|"
        r"net|operating|"
        r"pre-?tax)?(?:[- ](?:q[1-4]|quarter|half|year|net|operating|20\d\d|fy\d*))* ?(?:profits?|loss(?:es)?|"
        r"revenues?|earnings|"
        r"eps|sales|results|income|turnover) (?:(?:is|are|more than|nearly|almost|of|in|to|at|\S?\d[\d.,]*\S*) "
        r"){0,4}(?:wider?|"
        r"wid\w+|narrow\w*|beat\w*|miss\w*|lag\w*|top\w*|surpass\w*|exceed\w*|doubl\w+|tripl\w+|halv\w+|jump\w*|"
        r"ris\w+|rose|"
        r"climb\w*|soar\w*|surg\w+|grow\w*|grew|fall\w*|fell|drop\w*|declin\w+|slip\w*|slump\w*|plung\w+|tumbl\w+|"
        r"sink\w*|sank|"
        r"dip\w*|eas\w+|up|down|hits?|reach\w*|swell\w*|shrink\w*|shrank|decreas\w+|increas\w+|flat|ahead|in line|"
        r"above|below)\b",
        Who.BEFORE,
        no=r"\b(?:retail sales|home sales|new home|industry|exports|gdp|inflation|china['’]s|economy|stocks|analysts?|"
        r"wall street|"
        r"preview|season|to watch|what to expect|factory|box office|weight loss|job loss|ticket|auto sales|car sales "
        r"in)\b",
    ),
    frame(
        K.EARNINGS,
        "half quarter year",
        r"\b(?:reports?|reported|posts?|posted|delivers|hails|logs|books|enjoys|celebrates|caps|closes) (?:its |an? "
        r")?(?:\w+ )?(?:record|"
        r"best|strong|strongest|worst|weak|solid|robust) (?:ever )?(?:first |second |third |fourth |financial |fiscal "
        r"|q[1-4] )*(?:half|"
        r"quarter|year)\b",
        no=r"\b(?:industry|exports|hiring|market|deliveries of aid)\b",
    ),
    frame(
        K.EARNINGS,
        "reports report reported posts posted delivers announces logs books records turns swings withdraws withdrawn "
        "suspends "
        "scraps lifts raises cuts lowers reaffirms affirms reiterates tops beats misses issues updates trims narrows",
        r"\b(?:reports?|reported|posts?|posted|deliver(?:s|ed)|announc(?:es|ed)|logs|books|record(?:s|ed)|turns|"
        r"swings|withdraws?|"
        r"withdrew|suspend(?:s|ed)|scrap(?:s|ped)|pulls|lifts|raises|raised|cuts|lowers|lowered|reaffirm(?:s|ed)|"
        r"affirms|"
        r"reiterates|tops|beats|miss(?:es|ed)|issues|updates|trims|narrows|hikes|boosts|slashes) [^.;:]"
        r"{0,40}?\b(?:q[1-4]"
        r"|(?:first|second|third|fourth|record|strong|weak|best|worst|solid|robust|\w+)[- ](?:half|quarter)|half[- "
        r"]year|full[- ]"
        r"year|fy ?\d\d|fiscal (?:year|20\d\d|q\d|first|second|third|fourth)|quarterly|annual|interim|preliminary) "
        r"?(?:\S+ ){0,4}?"
        r"(?:results|profits?|loss(?:es)?|revenues?|earnings|sales|view|outlook|guidance|forecast|eps|figures|numbers|"
        r"half|quarter|"
        r"year|growth|turnover|trading)\b",
        no=r"\b(?:to (?:report|announce|release|host|publish|issue|hold) (?=.*\b(?:on|call|date|conference)\b)|"
        r"conference call|"
        r"date (?:of|for)|analysts?|industry|economy|gdp|retail sales|exports|preview|annual (?:report on|conference|"
        r"summit|"
        r"awards?|survey|meeting))\b",
    ),
    frame(
        K.REGULATORY,
        "oks ok okays clears approves backs greenlights grants authorizes fines fined probes sues orders bans blocks "
        "warns "
        "suspends revokes rejects raids charges investigates recalls penalizes penalises cautions",
        r"\b(?:fda|ema|european commission|eu|ftc|sec|fcc|doj|cma|fca|rbi|sebi|cci|epa|nhtsa|faa|cfpb|mhra|bafin|"
        r"regulators?|"
        r"watchdog|court|judge|china|health canada|antitrust \w+|commission|ofcom|ico|nmpa|tga|justice department|"
        r"prosecutors|authorit(?:y|ies)|agency|ministry|japan|india|italy|france|germany|uk|u\.s\.?|us|california|"
        r"texas)(?: panel| "
        r"advisers| staff| regulators?| court| watchdog| judge| authorities| government)? (?:oks|ok['’]s|okays|clears|"
        r"approves|"
        r"backs|greenlights|grants|authori[sz]es|expands|fines|probes|investigates|sues|orders|bans|blocks|warns|"
        r"suspends|revokes|"
        r"rejects|raids|charges|penali[sz]es|slaps|hits|cautions|accuses|targets|opens (?:\w+ ){0,3}(?:probe|"
        r"investigation|inquiry|"
        r"case) (?:into|against)|launches (?:\w+ ){0,3}(?:probe|investigation|inquiry|case) (?:into|against)|grounds|"
        r"upholds|"
        r"tentatively approves|conditionally approves|to (?:fine|probe|sue|investigate|ban|block)) (?:the |an? |new |"
        r"expanded |first "
        r"|label |use |of |for |against |into |over )*",
        Who.OBJECT,
        no=r"\b(?:tariffs?|war|troops|visa|migrants|citizens|hackers?|murder|ban on|sanctions|budget|bill|law\b|"
        r"merger|takeover)\b",
    ),
    frame(
        K.REGULATORY,
        "receives received gets wins secures earns gains obtains granted lands nabs",
        r"\b(?:receiv(?:es|ed)|gets|got|wins|won|secur(?:es|ed)|earns|gain(?:s|ed)|obtain(?:s|ed)|(?:is |was "
        r")?granted|lands|nabs|"
        r"scores|clinches) [^.;:]{0,50}?\b(?:approvals?|clearance|authori[sz]ation|nod|green light|"
        r"designation|"
        r"licen[cs]e|certification|ce[- ]mark(?:ing)?|510\(k\)|go-ahead|permit|all-clear)\b",
        no=r"\b(?:shareholders?|board|investor|planning|court approval|merger|takeover|deal|security clearance|voter|"
        r"rating)\b",
    ),
    frame(
        K.REGULATORY,
        "cleared approved authorized authorised ordered banned barred pleads grounded licensed recalled",
        r"\b(?:cleared (?:to|for)|(?:approved|authori[sz]ed|ordered|banned|barred|grounded|cleared|fined|rejected|"
        r"licensed|warned|cautioned|"
        r"sanctioned) (?:by|in|to) (?:the )?(?:us |u\.s\. |uk |eu |eu's |federal |european |indian |german |french "
        r")?(?:fda|ema|eu|ftc|sec|"
        r"fcc|doj|cma|fca|rbi|sebi|cci|regulators?|watchdog|court|judge|european commission|faa|mhra|bafin|china|"
        r"australia|canada|japan|"
        r"brazil|india|italy|germany|france|commission|us|u\.s\.|uk|mas|finra|ico|ofcom|tribunal|authorit\w+|"
        r"government)|pleads? guilty|"
        r"pleaded guilty)\b",
        no=r"\b(?:murder|rape|assault|man\b|woman|migrants?|citizens|players?|driver|teen\w*|hacker pleads|merger|ceo "
        r"pleads|founder pleads|"
        r"ex-\w+)\b",
    ),
    frame(
        K.REGULATORY,
        "under faces wins loses lawsuit",
        r"\bunder (?:\S+ ){0,3}?(?:investigation|probe|scrutiny|inquiry)\b|\b(?:wins|loses|beats|settles|faces) "
        r"(?:\S+ ){0,3}?(?:sec|ftc|doj|eu|"
        r"fda|antitrust|government|federal) (?:\S+ ){0,2}?(?:lawsuit|suit|case|appeal|probe|charges|complaint|fight|"
        r"trial)\b",
        no=r"\b(?:police|murder|minister|president|mayor|team|players?|coach)\b",
    ),
    frame(
        K.REGULATORY,
        "settle settles settled settlement pay pays fined penalty fine faces agrees",
        r"\b(?:to |will |agree[sd] to |agrees to )?(?:settles?|settled|pays?|paid|faces?|faced|fined|hit with|slapped "
        r"with|ordered "
        r"to pay) [^.;:]{0,50}?\b(?:settlement|fines?|penalt(?:y|ies)|civil claims?|charges|probe|"
        r"investigation|"
        r"allegations|antitrust|claims|lawsuit by|suit by)\b",
        no=r"\b(?:divorce|class[- ]action|former employee|musician|artist|author|players?|driver|parking|ransom|"
        r"investors? (?:sue|"
        r"suit)|shareholders?|price|patent)\b|^(?!.*\b(?:ftc|sec|doj|eu|attorneys?|state|states|regulator\w*|federal|"
        r"court|"
        r"consumer|overcharg\w+|antitrust|privacy|bribery|fraud|safety|violat\w+|watchdog|commission|government|"
        r"u\.?s\.?|"
        r"california|texas|new york|epa|cfpb|fine|penalty|data protection|gdpr)\b)",
    ),
    frame(
        K.SECURITY_INCIDENT,
        "breach breached hack hacked leak leaked exposed stolen compromised ransomware cyberattack attack outage",
        r"\b(?:exposed|compromised|stolen|leaked|affected|hit|impacted|lost|accessed|at risk|caught up|involved) "
        r"(?:in|by|after|"
        r"following|through|during) (?:an? |the |massive |major |latest )*(?=[^.;:]{2,40}?(?:breach|hack|leak|cyber "
        r"?-?attack|"
        r"ransomware|security incident|data theft))",
        Who.OBJECT,
        no=r"\b(?:suspect|teenage|government|police|ministry|election|army|study|survey|report finds|"
        r"vulnerabilit\w+)\b",
    ),
    frame(
        K.SECURITY_INCIDENT,
        "hacker hackers attacker attackers intruder intruders",
        r"\b(?:says?|said|admits|confirms|reveals|discloses|reports|warns)(?: that)? (?:an? )?(?:\w+ )?(?:hackers?|"
        r"attackers?|intruders?|"
        r"cyber ?criminals) (?:accessed|stole|breached|obtained|took|gained|may|had|have|got|downloaded|copied|"
        r"compromised)",
        no=r"\b(?:government|police|fbi|ministry|report|researchers|microsoft says (?:chinese|russian))\b",
    ),
    frame(
        K.SECURITY_INCIDENT,
        "hackers hacker breach ransomware attackers cyberattack",
        r"\s?: ?(?:hackers?|attackers?|data breach|ransomware|security breach|cyber ?attack)\b(?=[^;]{0,60}(?:stole|"
        r"steal|access|expos|"
        r"breach|leak|data|custom|user|attack|hit))",
        Who.BEFORE,
        no=r"\b(?:report|study|fbi|police|government|opinion|analysis|explained)\b",
    ),
    frame(
        K.SECURITY_INCIDENT,
        "halted disrupted crippled offline down hacked hobbled delayed stopped shut affected impacted breached "
        "compromised",
        r"\b(?:halted|disrupted|crippled|paraly[sz]ed|knocked offline|shut down|shut|hobbled|delayed|affected|"
        r"impacted|down|offline|"
        r"stopped|suspended|hit) (?:by|after|due to|following|amid|in) (?:an? |the |suspected |major |apparent "
        r")*(?:\w+ )?(?:cyber|hack|"
        r"ransomware|data breach|it security|security breach)|\b(?:hacked|breached)\b(?=,|;| and|:| in )",
        no=r"\b(?:government|police|ministry|council|city of|county|school|university|army|election|study|survey|"
        r"account of|x account|"
        r"sentenced|charged)\b",
    ),
    frame(
        K.SECURITY_INCIDENT,
        "stolen stole steal steals leaked leak exfiltrated swiped accessed",
        r"\b(?:stolen|stole|steals?|leak(?:ed|s)?|exfiltrat(?:e|es|ed)|swiped|accessed|obtained|grabbed|taken) (?:\w+ "
        r"){0,4}from "
        r"(?:the )?",
        Who.OBJECT,
        no=r"\b(?:government|police|ministry|army|museum|store|shop|home|car|vault|study|survey|charged|sentenced|"
        r"jailed|arrested"
        r"|cargo|jewel\w*|painting|goods|copper)\b|^(?!.*\b(?:data|records|files|code|credentials|passwords|hack\w*|"
        r"crypto|"
        r"million|information|accounts|breach|documents)\b)",
    ),
    frame(
        K.SECURITY_INCIDENT,
        "breach hack cyberattack ransomware attack hackers leak incident outage cyber-attack",
        r"\b(?:data breach|breach|hack|cyber ?-?attack|ransomware(?: attack)?|hackers?|data leak|cyber incident|"
        r"security incident|"
        r"data theft|extortion(?: group)?|ransomware (?:gang|group)) (?:at|of|on|hits|hit|strikes|struck|disrupts|"
        r"cripples|"
        r"paraly[sz]es|forces|knocks|takes down|targets|targeted|breach(?:es|ed)?|claims?(?: attack on| breach of)?|"
        r"affects|"
        r"impacts|halts|shuts(?: down)?|leak(?:s|ed)) (?:the |us |uk |major |giant |popular )*",
        Who.OBJECT,
        no=r"\b(?:government|police|ministry|election|army|hospitality|study|survey|vulnerabilit\w+|sentenced|"
        r"arrested|jailed|"
        r"charged|helps|protects?|prevent|targets with|raises|officials|car|by hacking|stuck)\b",
    ),
    frame(
        K.IPO,
        "ipo listing float flotation",
        r"\b(?:switches|moves|revives|restarts|resumes|weighs|considers|explores|readies|eyes|plans|prepares|files "
        r"for|kicks off|launches|"
        r"targets|seeks|taps [^.;]{2,40} for|hires [^.;]{2,40} for) (?:its |an? |the |plans? for |potential |possible "
        r"|new |blockbuster )*"
        r"(?:[$€£][\d.,]+\s?\w* )?(?:[\w.-]+ ){0,2}?(?:ipo|listing|flotation|float|stock market debut)\b",
        no=r"\b(?:ipo-bound|fund ipo|after (?:its )?ipo|ipos|property listing|job listing)\b",
    ),
    frame(
        K.IPO,
        "listing ipo flotation float list debut public",
        r"\b(?:shelv(?:es|ed)|shelf|pull(?:s|ed)|postpon(?:es|ed)|delay(?:s|ed)|scrap(?:s|ped)|cancel(?:s|led|ed)|"
        r"abandon(?:s|ed)|"
        r"halt(?:s|ed)|paus(?:es|ed)|call(?:s|ed) off|ditch(?:es|ed)|puts? off|drop(?:s|ped)|withdraw(?:s|n)?|"
        r"withdrew) (?:its |the |"
        r"plans? for |planned |an? |plans? to )*(?:\$?[\d.]+\S* )?(?:[\w.-]+ ){0,2}?(?:ipo|listing|flotation|float|"
        r"stock market "
        r"debut|public offering|list\b|go public|direct listing)",
        status=Status.DENIED,
    ),
    frame(
        K.IPO,
        "ipo listing public float list debut",
        r"\b(?:subsidiary|unit|arm|stake in|shares in|part of) (?=(?-i:[A-Z])[^.;:]{2,40}? (?:via|through|in) (?:an? |"
        r"its )?(?:ipo|listing))",
        Who.OBJECT,
        Status.PLANNED,
    ),
    frame(
        K.EARNINGS,
        "beats misses",
        r"\b(?:beats|misses) by [$€£]\s?\d[\d.]*",
        no=r"\b(?:industry|price|rival|auction)\b",
    ),
    frame(
        K.EARNINGS,
        "top beat miss exceed surpass trail lag",
        r"\b(?:q[1-4] )?(?:earnings|profits?|sales|revenues?|eps|ffo)(?:,? (?:&|and) \w+)? (?:top|beat|miss|exceed|"
        r"surpass|trail|lag)s? (?:\w+ )?(?:estimates|expectations|forecasts|consensus)\b",
        Who.BEFORE,
        no=r"\b(?:retail sales|industry|sector|companies|firms|stocks|preview|will|could|may)\b|\?",
    ),
)
