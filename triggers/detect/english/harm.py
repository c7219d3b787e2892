"""English frames of breaches told around the victim: halts after an attack, data taken, gangs that claim it."""

from __future__ import annotations

from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

ATTACK = (
    r"(?:cyber ?-?attacks?|"
    r"(?:data|privacy|system|network|vendor)(?: security)? (?:incident|event)|"
    r"cyber ?-?(?:security )?(?:incident|event|breach|intrusion|hack|crisis|extortion)|ransomware(?: attack| "
    r"incident)?|hack(?:ing|ers?)?(?: attack| incident)?|data "
    r"(?:breach(?:es)?|theft|leaks?)|security (?:breach(?:es)?|incidents?)|"
    r"breach(?:es)?|network intrusion|malware(?: attack)?|ddos(?: attack)?|phishing attack|it (?:security "
    r")?incident|unauthori[sz]ed (?:access|activity|party|intrusion)|extortion (?:attempt|gang)|"
    r"intrusion|attackers?|credential[- ]stuffing(?: attack)?)"
)
_TAKEN = (
    r"(?:drain(?:s|ed)?|siphon(?:s|ed)?|loot(?:s|ed)?|make off with|stole|steals?|stolen|accessed|"
    r"access|obtained|took|taken|leak(?:s|ed)?|publish(?:es|ed)?|"
    r"post(?:s|ed)?|dump(?:s|ed)?|exfiltrated|downloaded|copied|compromised|exposed|breached|"
    r"hacked|got into|gain(?:s|ed) access to|broke into|swiped|offer(?:s|ed)? for sale|sell(?:s|"
    r"ing)?)"
)
_DATA = (
    r"(?:data|records?|information|files|documents|emails?|passwords?|details|accounts?|customers?|"
    r"users?|patients?|employees|members|passengers|source code|database|vaults?|credentials|"
    r"wallets?|pictures|photos|applications)"
)
_HINT = (
    "credential-stuffing stuffing cyber cyberattack cyberattacks cyber-attack cyber-attacks cybersecurity "
    "ransomware hack "
    "hacked hacking hackers hacker breach breached malware intrusion ddos phishing unauthorized unauthorised "
    "extortion "
    "attackers attack incident stolen leaked leak exposed compromised accessed theft"
)
_NEVER = (
    r"\b(?:who (?:are|is)|government|police|ministry|election|army|city of|county|council|school district|study|"
    r"survey|report finds|vulnerabilit\w+|sentenced|arrested|jailed|charged|pleads|extradited|how "
    r"to|tips|protects?|prevents?|launches|raises|"
    r"cyber ?insurance|insurers? (?:say|raise|cut)|class[- ]action|settlement|payments? fell|on "
    r"the rise|surge|statistics|"
    r"biggest|top \d+|patches|flaws?|zero-?days?|bug|warns of|fbi|cisa|nsa|ncsc|interpol|gas leak|"
    r"oil leak|research(?:ers)?|analysis|opinion|"
    r"guide|understanding|explained|phone of|ex-\w+|trial|lawsuit|exploitation)\b"
)

HARM: tuple[Frame, ...] = (
    frame(
        K.SECURITY_INCIDENT,
        _HINT,
        rf"\b(?:halt(?:s|ed)?|paus(?:es|ed)|suspend(?:s|ed)|stop(?:s|ped)|shuts?(?: down)?|takes?|took|"
        rf"clos(?:es|ed)|restor(?:es|ed|ing)|resum(?:es|ed)|battl(?:es|ing)|grappl(?:es|ing)|reel(?:s|"
        rf"ing)|recover(?:s|ing|ed)|scrambl(?:es|ing)|struggl(?:es|ing)|"
        rf"warns?|warned|delay(?:s|ed)|disconnects?|cancel(?:s|led)|los(?:es|t)|forced (?:to|offline)|"
        rf"investigat(?:es|ing)|apologi[sz](?:es|ed)|notif(?:ies|ied|ying)|alerts?|tells?|told|sends?|"
        rf"back (?:online|up)|working|hit|pa(?:ys|id)|caught(?: up)?|suffers?|admits?) [^.;:]{{0,90}}?"
        rf"\b(?:amid|after|following|due to|from|as|because of|in (?:the )?wake of|by|over|to|about|of|"
        rf"in (?:an? |the )?(?:wave|spate|string) of|"
        rf"days after|weeks after) (?:an? |the |its |major |suspected |massive |apparent |ongoing |"
        rf"recent |third-party |last month's |\w+ )*{ATTACK}\b",
        no=_NEVER,
    ),
    frame(
        K.SECURITY_INCIDENT,
        _HINT,
        rf"\b(?:says?|said|confirm(?:s|ed)|admit(?:s|ted)|disclos(?:es|ed)|reveal(?:s|ed)|report(?:s|"
        rf"ed)|acknowledg(?:es|ed)|warn(?:s|ed)|announc(?:es|ed)|detect(?:s|ed)|discover(?:s|ed)|identif(?:ies|ied)|"
        rf"notif(?:ies|ied|ying)|inform(?:s|ed)|tells|told|sends|"
        rf"sent|issues?) [^;:]{{0,110}}?"
        rf"\b(?:{ATTACK}|{_DATA} (?:\w+ ){{0,3}}(?:was|were|may have been|been|being)? ?(?:stolen|"
        rf"exposed|compromised|leaked|accessed|taken|hacked|breached)|(?:steal|stole|take|took|"
        rf"access(?:ed)?|obtain(?:ed)?) (?:\w+ ){{0,3}}{_DATA}|breach notices?|was hacked|were "
        rf"hacked|been hacked)\b",
        no=_NEVER,
    ),
    frame(
        K.SECURITY_INCIDENT,
        "hacker hackers attacker attackers gang group criminals cybercriminals intruder intruders "
        "thieves ransomware crooks extortionists",
        rf"\b(?:hackers?|attackers?|(?:ransomware |cyber |hacking |extortion )?(?:gang|group|crew)s?|"
        rf"criminals|cyber ?-?criminals|intruders?|thieves|crooks|extortionists)\b "
        rf"[^.;:]{{0,40}}?\b{_TAKEN} (?:the |over |more than |up to |nearly |about |some |all |"
        rf"sensitive |"
        rf"personal |private |customer |client |confidential |stolen |internal |\d[\d.,]*(?:m|mn|gb|tb|"
        rf"k)?|million|billion|thousand|of|gb|tb|[$€£]\S+|worth|from|in|at|{_DATA}| )*(?=(?-i:[A-Z]))",
        Who.OBJECT,
        no=_NEVER,
    ),
    frame(
        K.SECURITY_INCIDENT,
        "claims claim claimed",
        rf"\b(?:claims?|claimed) (?:responsibility for |credit for |to have |the |it |having "
        rf")*(?:{ATTACK}|hacked|breached|stolen (?:data|\S+ (?:of|from)) ?(?:from)?) (?:on |of |at |"
        rf"against |from )?(?:the |us |uk |major |giant )*(?=(?-i:[A-Z]))",
        Who.OBJECT,
        no=_NEVER,
    ),
    frame(
        K.SECURITY_INCIDENT,
        "stolen exposed compromised leaked breach cyberattack cyber-attack attack hack hacked hackers "
        "attackers ransomware incident cyber",
        rf"(?: outage| breach| hack| incident)?\s?: (?=[^:]{{0,120}}?\b(?:{_DATA} (?:\w+ "
        rf"){{0,4}}(?:stolen|exposed|compromised|leaked|"
        rf"taken|at risk)|{ATTACK}|hackers? (?:stole|leak|post|claim|had)|(?:stolen|exposed|leaked) "
        rf"(?:in|by|after)))",
        Who.BEFORE,
        no=_NEVER + r"|^(?:report|exclusive|watch|live|update|breaking|analysis|video|revealed)\b",
    ),
    frame(
        K.SECURITY_INCIDENT,
        "cyberattack cyber-attack cyber breach hack hacked ransomware attack attacks incident "
        "intrusion extortion outage leak",
        rf"\b(?:supply[- ]chain |third-party |customer |client |payroll |cloud |loyalty |network |"
        rf"website |app |email |database |systems? )*(?:outage (?:caused by|blamed on|linked to|tied "
        rf"to) (?:\w+ ){{0,2}}{ATTACK}|{ATTACK}(?! (?:on|at|of|against)\b))"
        r"(?=[:,]? (?:\w+ ){0,3}?(?:hits?|affects?|affected|exposes?|exposed|disrupts?|disrupted|"
        r"impacts?|impacted|leaves|left|forces|forced|may|tied|linked|traced|blamed|worse|puts|spreads|"
        r"compromises|leaks?|grows|prompts|costs?|caused|claims|was|has|"
        r"delays|delayed|knocks|takes|took|attackers|hackers|hacker|what we know)\b)",
        Who.BEFORE,
        no=_NEVER,
    ),
    frame(
        K.SECURITY_INCIDENT,
        "loses lost drained exploited exploit hacked stolen suffers",
        r"\b(?:los(?:es|t)|drained of|robbed of|suffers|suffered) (?:over |more than |nearly |about |"
        r"around |up to |at least |an? )?(?:[$€£]\s?[\d.,]+\s?\w*|\d[\d.,]* ?(?:million|btc|eth)) "
        r"(?:\S+ ){0,6}?(?:hack|exploit|theft|heist|attack|breach)\b",
        no=_NEVER,
    ),
)
