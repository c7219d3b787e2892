"""English frames of what agencies win, what attackers hit, and who hands in a notice."""

from __future__ import annotations

from triggers.detect.english.pieces import CAP, NAME
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

_ACCOUNT = (
    r"(?:(?:creative|media|advertising|ad|pr|public relations|digital|marketing|social|communications|brand|"
    r"agency|planning|buying)"
    r"(?: and | & |, | )(?:[\w-]+ ){0,2}(?:accounts?|duties|business|brief|remit|assignment|mandate)|agency of "
    r"record|aor|"
    r"(?:lead|creative|media|pr|digital|advertising) (?:agency|lead)(?: of record| partner)?)"
)
_NOT_FIRMS = (
    r"\b(?:minister|president|senator|governor|mayor|player|coach|club|league|team|army|police|church|hackathon)\b"
)
_ROLE = (
    r"(?:ceo|cfo|coo|cto|cmo|cio|ciso|chief(?: [a-z]+){1,3}|president|chair(?:man|woman)?|managing director|"
    r"general manager|boss|"
    r"finance director|head of [a-z]+)"
)
_HIT = (
    r"(?:hit|hits|strikes?|struck|attack(?:s|ed)?|target(?:s|ed)?|breach(?:es|ed)?|hack(?:s|ed)?|"
    r"compromise[sd]?|cripple[sd]?|disrupt(?:s|ed)?)"
)
_CRIME = (
    r"(?:cyber[- ]?(?:attack|incident|threat)s?|ransomware(?: attack)?|data breach|hack(?:ing)?(?: attack)?|"
    r"malware(?: attack)?|security incident)"
)

NOTICES: tuple[Frame, ...] = (
    frame(  # "Globex sends its media account to Acme", "Globex names Acme agency of record"
        K.CONTRACT_WIN,
        "account accounts duties business agency aor brief remit assignment",
        rf"\b(?:sends?|sent|moves?|moved|awards?|awarded|hands?|handed|gives?|gave|shifts?|shifted|"
        rf"consolidate[sd]?) [^.;:]{{0,60}}?"
        rf"{_ACCOUNT} (?:to|with) (?:the |agency )?{CAP}",
        Who.OBJECT,
        no=_NOT_FIRMS,
    ),
    frame(
        K.CONTRACT_WIN,
        "agency aor account lead duties",
        rf"\b(?:names?|named|appoint(?:s|ed)?|select(?:s|ed)?|picks?|picked|chooses?|chose|hire[sd]?|taps?|tapped|"
        rf"retain(?:s|ed)?) {CAP}"
        rf"(?={NAME} (?:as |to (?:handle|lead|run|manage) )?(?:its |the |their |for )?(?:\w+ ){{0,4}}?{_ACCOUNT})",
        Who.OBJECT,
        no=_NOT_FIRMS,
    ),
    frame(  # "Acme wins lead creative duties on Globex"
        K.CONTRACT_WIN,
        "duties account accounts business brief agency remit",
        rf"\b(?:wins?|won|lands?|landed|secure[sd]?|picks? up|picked up|bags?|bagged|scoops?|scooped|retains?|"
        rf"retained|adds?|added|"
        rf"gains?|gained|nabs?|nabbed) [^.;:]{{0,50}}?{_ACCOUNT}\b",
        no=_NOT_FIRMS + r"|\b(?:wins? (?:back )?(?:award|prize)|savings account|bank account)\b",
    ),
    frame(  # "Ransomware hackers hit Acme in cyberattack"
        K.SECURITY_INCIDENT,
        "hackers gang ransomware attackers criminals cybercriminals hacker",
        rf"\b(?:hackers?|gang|attackers?|(?:cyber)?criminals|group|ransomware|crew|intruders?|thieves) (?:\w+ly "
        rf")?(?:has |have )?{_HIT} "
        rf"(?:the )?{CAP}(?!\w+ (?:users|flaw|bug|vulnerab\w+))",
        Who.OBJECT,
        no=r"\b(?:city of|county|government|ministry|parliament|schools?|army|embassy|vulnerab\w+|flaws?|"
        r"zero-?days?|extension|package|"
        r"stadium|fund manager)\b",
    ),
    frame(  # "Acme was targeted in a ransomware attack"
        K.SECURITY_INCIDENT,
        "targeted hit struck affected crippled attacked targets",
        rf"\b(?:was|were|been|is|are|being)(?: \w+ly)? (?:targeted|hit|struck|affected|crippled|attacked|"
        rf"compromised|impacted|disrupted|"
        rf"knocked offline|taken (?:down|offline)) (?:in|by|with|through|due to|after|following) (?:an? |the "
        rf")?(?:[\w-]+ ){{0,3}}?{_CRIME}",
        no=r"\b(?:city of|county|government|ministry|parliament|school district)\b",
    ),
    frame(  # "Acme noticed unusual activity on its network"
        K.SECURITY_INCIDENT,
        "unusual suspicious unauthorized unauthorised letters notices notifies notified",
        r"\b(?:(?:noticed|detect(?:s|ed)|discover(?:s|ed)|identif(?:ies|ied)|spotted|found|saw|report(?:s|ed)) "
        r"(?:\w+ )?[“\"']?(?:unusual|"
        r"suspicious|unauthori[sz]ed|malicious) (?:network |system |login )?(?:activity|access|behaviou?r|third "
        r"party)|(?:sen(?:t|ds|ding)"
        r"|mail(?:s|ed|ing)?|issu(?:es|ed)) (?:breach )?(?:letters|notices|notifications|emails) to "
        r"[^.;:]{0,60}?\b(?:breach|cyber|hack\w*|stolen|"
        r"exposed|compromised|unauthori[sz]ed))",
        no=r"\b(?:city of|county|government|ministry|trading activity|account activity alerts?|options)\b",
    ),
    frame(  # "The CFO at Acme handed in his resignation"
        K.EXECUTIVE_DEPARTURE,
        "resignation resigned notice retire",
        rf"\b{_ROLE}(?: \([\w ]+\))? (?:of|at|for) (?:the )?{CAP}(?={NAME}(?:,[^;:]{{3,60}}?,)? (?:has |have |"
        rf"had )?(?:hand(?:s|ed) in|"
        rf"tender(?:s|ed)|submit(?:s|ted)|announc(?:es|ed)) (?:his|her|their) (?:resignation|notice|retirement|"
        rf"departure|exit))",
        Who.OBJECT,
        no=_NOT_FIRMS.replace("|president", ""),
    ),
    frame(  # "Mara Lind is announcing plans to retire from Acme"
        K.EXECUTIVE_DEPARTURE,
        "retire resign leave depart",
        rf"\b(?:plans?|intention|decision|intends?|decided|set|ready) to (?:retire|resign|depart|step down)(?: as "
        rf"{_ROLE})? (?:from|of|at) "
        rf"(?:the )?(?:(?:[A-Z][\w.]+, )?[A-Z]{{2}}['’]s |[A-Z]\w+['’]s (?=[A-Z]))?{CAP}(?!\w+ (?:\d|on\b))",
        Who.OBJECT,
        no=_NOT_FIRMS.replace("|president", "") + r"|\b(?:senate|congress|parliament|court)\b",
    ),
    frame(  # "Initech terminated Acme CEO Mara Lind"
        K.EXECUTIVE_DEPARTURE,
        "terminated fired ousted sacked removed dismissed fires ousts sacks terminates dismisses",
        rf"\b(?:terminate[sd]|fire[sd]|oust(?:s|ed)|sack(?:s|ed)|remove[sd]|dismiss(?:es|ed)) {CAP}(?={NAME} "
        rf"(?:ceo|cfo|coo|cto|cmo|"
        rf"chief executive|president|chairman|boss|founder)\b)",
        Who.OBJECT,
        no=_NOT_FIRMS.replace("|president", ""),
    ),
    frame(  # "Acme has bid $5 billion for Globex"
        K.ACQUISITION,
        "bid bids offered offers",
        rf"\b(?:bids?|offer(?:s|ed)) (?:about |around |up to |more than )?(?:[$€£¥₹]|US\$|A\$)\s?\d[\d.,]*\s?(?:m|"
        rf"mn|million|bn|billion|b)?(?: in "
        rf"cash)? for (?:rival |the |[a-z][\w-]* ){{0,4}}{CAP}",
        Who.DOER_OBJECT,
        no=_NOT_FIRMS + r"|\b(?:minority|contract|stake|shares? in|rights|reward|information|bounty)\b",
    ),
    frame(  # "a new deal between Acme and Globex"
        K.PARTNERSHIP,
        "deal agreement partnership pact",
        rf"\b(?:deal|agreement|partnership|pact|alliance|collaboration|tie-up) (?:announced |signed |struck "
        rf")?between (?:the )?{CAP}"
        rf"(?={NAME} and (?:the )?(?-i:[A-Z]))",
        Who.OBJECT,
        no=_NOT_FIRMS
        + r"|\b(?:merger|takeover|acqui\w+|unions?|trade|peace|end(?:s|ed|ing)?|collapse[sd]?|government|russia|"
        r"china|iran|"
        r"israel|ukraine|congress|white house)\b",
    ),
)
