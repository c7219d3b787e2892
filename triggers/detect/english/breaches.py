"""English frames of breaches: whose data turned up where, who is a victim or is extorted, what an attack put out."""

from __future__ import annotations

from triggers.detect.english.harm import ATTACK
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

_HOLDERS = (
    r"(?:users?|customers?|clients?|consumers?|passengers?|patients?|employees?|staff|workers?|members?|guests?|"
    r"subscribers?|drivers?|riders?|players?|students?|donors?|policyholders?|shoppers?|travell?ers?|cardholders?|"
    r"account holders?|people)['’]?s?"
)
_OF_WHAT = (
    r"(?:internal|confidential|sensitive|personal|private|payment|login|credit|debit|card|bank|medical|health|"
    r"loyalty|contact|corporate|company|stolen|social security|voter|booking|source|over|more than|nearly|about|up to|"
    r"at least|\d[\d.,]*\s?(?:m|mn|gb|tb|k)?|million|billion|thousands|millions|hundreds|of)"
)
_THINGS = (
    r"(?:data(?:bases?|sets?)?|records?|information|files|documents|e-?mails?|email addresses|passwords?|details|"
    r"accounts?|code|credentials|wallets?|numbers|cards?|photos|pictures|images|messages|chats|names|passports?|"
    r"keys|tokens|backups?|vaults?|logins?)"
)
_WENT = (
    r"(?:for sale|(?:put |offered )?up for sale|offered|sold|auctioned|posted|published|dumped|surfac(?:es?|ed)|"
    r"appear(?:s|ed)? (?:on|online)|turn(?:s|ed)? up|leak(?:s|ed)?|spill(?:s|ed)?|exposed|stolen|scraped|accessed|"
    r"taken|compromised|breached|hacked|swiped|harvested|exfiltrated|at risk|in the wild|found (?:online|on)|held to "
    r"ransom|left (?:exposed|open|unsecured|unprotected)|hijacked)"
)
_GANG = (
    r"(?:hackers?|attackers?|intruders?|thieves|crooks|fraudsters|extortionists|(?:cyber-?)?criminals|"
    r"(?:ransomware|hacking|extortion|cyber-?crime) (?:gang|group|crew|outfit)s?|[\w-]+ (?:ransomware )?gang)"
)
_NEVER = (
    r"\b(?:government|police|ministry|election|army|city of|county|council|school district|study|survey|report finds|"
    r"vulnerabilit\w+|sentenced|arrested|jailed|charged|pleads|extradited|how to|tips|protects?|prevents?|launches|"
    r"raises|class[- ]action|settlement|settles?|on the rise|surge|statistics|top \d+|patch\w*|flaws?|zero-?days?|"
    r"cisa|fbi|nsa|ncsc|interpol|gas leak|oil leak|researchers?|opinion|guide|explained|trial|lawsuit|sues?|renders?|"
    r"specs?|trailer|episode|box office|trump|biden|russia|ukraine|iran|iphone|galaxy|pixel|film|album|ahead of "
    r"launch|memo|jobs?|voters?|map|photos of|test scores)\b"
)

_INCIDENT = (
    r"(?:data (?:breach|theft|leak|exposure)|(?:cyber|ransomware|malware|phishing|ddos)[ -]?attack|"
    r"cyber[- ](?:incident|"
    r"breach|intrusion|heist|theft)|ransomware|(?:security|privacy|network) breach|hack(?:ing)?|(?:crypto|bitcoin|"
    r"online|"
    r"digital) heist|(?:records|data|details) of [\d.,]+ ?\w* (?:customers|users|people) (?:leak|appear|surface|"
    r"stolen))"
)

BREACHES: tuple[Frame, ...] = (
    frame(  # "Acme customer records leaked online", "Acme user data for sale"
        K.SECURITY_INCIDENT,
        "sale offered sold auctioned posted published dumped surfaces surfaced appears appeared turns leaked leaks "
        "leak spilled exposed stolen scraped accessed taken compromised breached hacked swiped harvested exfiltrated "
        "risk left found held hijacked",
        rf"(?:\s?: )?\b(?:{_HOLDERS} |{_OF_WHAT} )*{_THINGS} (?:(?:was|were|is|are|been|being|may be|have been|"
        rf"has been|put|reportedly|allegedly|briefly|of [\w ]{{3,30}}?) ){{0,3}}?{_WENT}\b",
        Who.BEFORE,
        no=_NEVER,
    ),
    frame(  # "Data of 500m Acme users scraped", "Millions of Acme customers' passwords leaked"
        K.SECURITY_INCIDENT,
        "data details records information passwords millions thousands hundreds customers users patients accounts",
        rf"^(?:(?:personal|private|sensitive|payment|card|medical|health|login|bank|contact|source|stolen|the) )*"
        rf"(?:{_THINGS} (?:of|on|about|from|belonging to) )?(?:over |more than |nearly |about |up to |some )?"
        rf"(?:(?:\d[\d.,]*\s?(?:m|mn|k)?|million|billion|millions|thousands|hundreds|of|the) )*"
        rf"(?=(?-i:[A-Z])[\w&.-]*(?: (?-i:[A-Z])[\w&.-]*){{0,2}}(?:['’]s?)? (?:{_HOLDERS}|{_THINGS})\b[^;]{{0,40}}?"
        rf"\b(?:{_WENT}|affected|hit|caught|impacted|at risk)\b)",
        Who.OBJECT,
        no=_NEVER,
    ),
    frame(  # "Acme left customer data exposed", "Acme exposed passport scans of users"
        K.SECURITY_INCIDENT,
        "leaves left leaks leaked leaking exposes exposed exposing spills spilled lets let",
        rf"\b(?:(?:left|leaves|leaving) (?:{_HOLDERS} |{_OF_WHAT} )*{_THINGS} (?:exposed|open|unsecured|unprotected|"
        rf"online|accessible)|(?:leak(?:s|ed)|expos(?:es|ed)|spill(?:s|ed)) (?:the )?(?:{_HOLDERS} |{_OF_WHAT} )*"
        rf"(?:{_THINGS}|(?:passport )?scans)\b)",
        no=_NEVER
        + r"|\b(?:breach|hack|attack|error|glitch|bug|server|lapse)\b[^;]{0,12}\b(?:leaves|left|leaks|exposes)",
    ),
    frame(  # "server error exposes Acme data"
        K.SECURITY_INCIDENT,
        "exposes exposed exposing leaks leaked",
        r"\b(?:server|bucket|database|error|glitch|lapse|blunder|mishap|bug|misconfiguration|loophole|portal|api|"
        r"supplier|vendor|contractor|breach|hack)s? (?:has |have |that )?(?:expos(?:es|ed)|leak(?:s|ed)|left) "
        r"(?:\w+ ){0,4}?(?=(?-i:[A-Z])[\w&.-]*(?: (?-i:[A-Z])[\w&.-]*){0,2}(?:['’]s?)? (?:"
        + _HOLDERS
        + r"|"
        + _THINGS
        + r")\b)",
        Who.OBJECT,
        no=_NEVER,
    ),
    frame(  # "Acme falls victim to ransomware", "Acme latest victim of hackers"
        K.SECURITY_INCIDENT,
        "victim victims prey target casualty",
        rf"\b(?:(?:falls?|fell|fallen) (?:victim|prey) to|(?:is |becomes? |became |was )?(?:the )?(?:latest|newest|"
        rf"another|next|a|an?) (?:[\w-]+ ){{0,3}}?(?:victim|casualty|target)(?: (?:of|in|to))?|(?:named|listed|"
        rf"claimed|"
        rf"posted) as (?:an? |its |the |latest )*victim(?: by| of)?) (?=[^;]{{0,70}}?\b(?:{ATTACK}|ransomware|"
        rf"hackers?|"
        rf"hack|gang|scam|breach))",
        no=_NEVER,
    ),
    frame(
        K.SECURITY_INCIDENT,
        "leak added listed named posted",
        r"\b(?:(?:was |been )?(?:added|listed|named|posted|appears|shows up)) (?:to|on) (?:the |an? )?"
        r"[^.;:]{0,40}?\b(?:leak|extortion|dark web|ransomware|shaming) (?:site|blog|page|portal|list)\b",
        no=_NEVER,
    ),
    frame(  # "Acme becomes latest retailer hit by hackers"
        K.SECURITY_INCIDENT,
        "latest newest another",
        rf"\b(?:becomes?|became|is|was) (?:the )?(?:latest|newest|another|second|third) (?:[\w-]+ ){{1,4}}?(?:to "
        rf"be |to "
        rf"get |to )?(?:hit|struck|breached|hacked|targeted|suffer|disclose|confirm|report|fall)\b [^.;:]{{0,40}}?"
        rf"\b(?:{ATTACK})",
        no=_NEVER,
    ),
    frame(  # "Acme refuses to pay ransom", "Acme paid hackers to delete data"
        K.SECURITY_INCIDENT,
        "ransom hackers extortion extort extorted blackmail blackmailed",
        r"\b(?:refus(?:es|ed) to pay|pays|paid|paying|rejects|rejected|receives|received|gets|got|faces|faced|"
        r"negotiates|negotiated|won['’]t pay|will not pay|hit (?:with|by)|declines to pay) (?:an? |the |its |their )?"
        r"(?:[$€£]?[\d.,]+\s?\w* (?:\w+ )?(?:in )?)?(?:\w+['’]? )?(?:ransom|hackers?|extortion|blackmail)\b|"
        r"\b(?:being |is "
        r"|was )?(?:extorted|blackmailed|held to ransom) by\b",
        no=_NEVER + r"|\b(?:kidnap\w*|hostages?|pirates?|child|daughter|son|shipping)\b",
    ),
    frame(  # "Hackers drain $1.5bn in crypto from Acme", "Hackers demand $50m from Acme"
        K.SECURITY_INCIDENT,
        "hackers hacker attackers attacker gang group thieves criminals cybercriminals crooks intruders",
        rf"\b{_GANG} (?:\w+ )?(?:drain|steal|stole|swipe|siphon|loot|grab|take|took|nab|make off|walk(?:ed)? off|made "
        rf"off|got away|get away|demand|extort|seek|sell|leak|post|dump|publish|obtain|scrape|access|download|copy|"
        rf"copied|exfiltrate)(?:s|es|ed|d)? [^.;:]{{0,60}}? (?:from|at|of) (?:the |us |uk |crypto |exchange |defi |"
        rf"[a-z-]+ (?:giant|firm|group|exchange|platform|lender|protocol|retailer|maker) )*(?=(?-i:[A-Z]))",
        Who.OBJECT,
        no=_NEVER,
    ),
    frame(  # "Acme deliveries halted by 'cyber incident'", "Acme systems offline after hack"
        K.SECURITY_INCIDENT,
        "cyber cyberattack cyber-attack cyberattacks hack hackers ransomware breach cybersecurity malware it ddos "
        "attack incident intrusion security",
        rf"\b(?:(?:customer |online |overseas |food |car |uk |us |some |most |all )?(?:deliver(?:y|ies)|production|"
        rf"operations|services?|systems?|networks?|websites?|site|apps?|orders|shipments|plants?|factor(?:y|ies)|"
        rf"stores|"
        rf"flights|check-in|trading|output|computers|servers|platform|sales|payments|phones|it) )?(?:(?:is|are|"
        rf"was|were|"
        rf"been|go|goes|went|remain|still|severely|partly|temporarily|taken|knocked|thrown) ){{0,3}}(?:halted|"
        rf"disrupted|"
        rf"crippled|paraly[sz]ed|offline|down|delayed|stopped|suspended|interrupted|shut(?: down)?|closed|hit|"
        rf"affected|impacted|hobbled|in chaos|unavailable|grounded|frozen) (?:by|after|following|due to|amid|"
        rf"because of|"
        rf"in) (?:an? |the |what it calls |its |suspected |major |apparent |massive )*[\"'“‘]?(?:\w+ )?(?:{ATTACK}|"
        rf"cyber\w*|ransomware|hack)",
        Who.BEFORE,
        no=_NEVER + r"|\b(?:shares|stock|stocks) (?:down|hit|halted)",
    ),
    frame(
        K.SECURITY_INCIDENT,
        "outage disruption shutdown blackout",
        rf"\b(?:outage|disruption|shutdown|downtime)\b ?[:,–-] ?[^;]{{0,50}}?\b(?:claims? (?:responsibility|credit|"
        rf"attack)|{ATTACK}|{_GANG})",
        Who.BEFORE,
        no=_NEVER,
    ),
    frame(  # "Acme probing cyber incident", "Acme resets passwords after hack", "Acme caught up in Globex breach"
        K.SECURITY_INCIDENT,
        "probing probes investigating looking resets reset forces apologises apologizes apologised caught swept "
        "embroiled dragged files filed responds responding deals dealing copes fights fighting contains contained "
        "thwarts repels foils blames blamed regains restores rebuilds offers",
        rf"\b(?:prob(?:es|ing)|investigat(?:es|ing)|looking into|looks into|resets?|forc(?:es|ed) (?:users|customers|"
        rf"password)|apologi[sz](?:es|ed)|caught(?: up)?|swept up|embroiled|dragged|fil(?:es|ed) (?:an? )?8-?k|"
        rf"responds?|"
        rf"responding|deal(?:s|ing)|cop(?:es|ing)|fight(?:s|ing)|contain(?:s|ed)|thwart(?:s|ed)|repel(?:s|led)|"
        rf"foil(?:s|"
        rf"ed)|blames?|blamed|restor(?:es|ing)|rebuild(?:s|ing)|offer(?:s|ed) (?:free )?credit monitoring) "
        rf"[^.;:]{{0,70}}?\b(?:{ATTACK}|hack|hacked|(?:{_HOLDERS} )?{_THINGS} (?:\w+ )?(?:leaked|stolen|exposed|"
        rf"compromised))\b",
        no=_NEVER + r"|\b(?:ransomware protection|defen[cs]e|tool|platform|bug bounty)\b",
    ),
    frame(  # "Acme bridge hacked for $600 million", "Acme wallet drained"
        K.SECURITY_INCIDENT,
        "hacked exploited drained breached compromised",
        r"(?:\b(?:bridge|wallets?|protocol|exchange|network|pool|contract|platform|servers?|systems?|website|e-?mail|"
        r"account|accounts|app) )?\b(?:(?:was|is|been|gets?|got) )?(?:hacked|exploited|drained|breached|"
        r"compromised)(?: "
        r"(?:for|of|in) (?:an? |over |about |nearly |more than )?(?:[$€£]?\d[\d.,]*\s?\w*\b)|$|[,;:]| again| by "
        r"hackers)",
        Who.BEFORE,
        no=_NEVER + r"|\b(?:who|was your|account of|x account|twitter account)\b",
    ),
    frame(  # whatever Acme does after, amid or in a breach: "Acme contacts guests after data theft"
        K.SECURITY_INCIDENT,
        "breach theft leak attack cyberattack cyber-attack ransomware hack hacking heist cyber",
        rf"\b(?:contacts?|writes? to|emails?|reassures?|compensates?|refunds?|urges? customers|locks? out|"
        rf"reset(?:s|ting)|"
        rf"los(?:es|t)|suspends?|freezes?|revokes?|re-?opens?|reviews?|hires? \w+|calls? in|brings? in|counts? "
        rf"cost|sees?|"
        rf"says?|said|blam(?:es|ed)|confirms?|warns?|braces?|struggles?|works?|still|remains?) "
        rf"[^.;:]{{0,70}}?\b(?:after|"
        rf"following|amid|in|due to|from|over|by|of) (?:an? |the |its |what it calls |major |massive |biggest |"
        rf"suspected |"
        rf"[\"'“‘]?\w+[\"'”’]? ){{0,3}}{_INCIDENT}\b",
        no=_NEVER + r"|\b(?:customers? of|insur\w+|banks are|firms|companies|industry|sector|warns? (?:of|that|"
        r"about)|report|"
        r"russian|chinese|iranian|north korean|lessons|gangs?)\b",
    ),
    frame(  # "40,000 Acme patients affected by breach"
        K.SECURITY_INCIDENT,
        "breach hack cyberattack cyber-attack leak ransomware",
        rf"^(?:(?:over|more than|nearly|about|some|up to|at least) )?(?:\d[\d.,]*\s?(?:m|k|million|thousand)?|"
        rf"thousands of|"
        rf"millions of|hundreds of) (?=(?-i:[A-Z])[^;:]{{2,40}}? (?:{_HOLDERS}|{_THINGS}) (?:\w+ )?(?:affected|hit|"
        rf"exposed|caught(?: up)?|impacted|warned|notified) (?:by|in|after|of|about) [^;:]{{0,30}}?\b{ATTACK})",
        Who.OBJECT,
        no=_NEVER,
    ),
    frame(  # "Acme owner confirms unauthorised activity", "Acme flags security issue"
        K.SECURITY_INCIDENT,
        "unauthorised unauthorized suspicious security cybersecurity it",
        r"\b(?:confirms?|confirmed|says?|said|discloses?|disclosed|reports?|reported|flags?|detects?|detected|finds?|"
        r"found|discovers?|discovered|identifies|identified|hit by|suffers?|suffered|experiences|experiencing|admits?|"
        r"facing|faces) (?:an? |the |it |was |of |to |potential |major |ongoing |\w+ing "
        r")*[\"'“‘]?(?:(?:unauthori[sz]ed|"
        r"suspicious|malicious) (?:\w+ )?(?:activity|access|transactions|transfers|login)|(?:cyber ?-?security|"
        r"cyber|it "
        r"security|security|it|network security) (?:issue|incident|event|problem|matter|lapse|compromise))\b",
        no=_NEVER + r"|\b(?:national|border|airport|food|job|social) security\b",
    ),
)
