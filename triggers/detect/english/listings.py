"""English frames of going public: papers filed, prices set, first days of trading, blank-cheque mergers."""

from __future__ import annotations

from triggers.detect.frames import Frame, frame
from triggers.types import EventKind as K
from triggers.types import Status

_ON_MARKET = (
    r"(?:(?:nasdaq|nyse|new york|wall street|us|u\.s\.|london|hong kong|hkex|lse|euronext|"
    r"amsterdam|frankfurt|zurich|swiss|paris|milan|madrid|stockholm|oslo|copenhagen|toronto|tsx|"
    r"sydney|asx|mumbai|bse|nse|india|indian|tokyo|shanghai|"
    r"shenzhen|star market|singapore|riyadh|dubai|stock(?: market| exchange)?|market|trading|"
    r"public|exchange|bourse|blockbuster|long-awaited|record) )+"
)
_MARKET = f"(?:{_ON_MARKET})?"
_FLOAT = (
    rf"(?:{_MARKET}(?:ipos?|initial public offering|flotation|direct listing|public offering)|"
    rf"{_ON_MARKET}(?:float|listing|debut|share sale|offering))"
)
_NEVER = (
    r"\b(?:ipos\b|ipo (?:market|boom|window|wave|pipeline|calendar|recap|index|etf|fund|rules|"
    r"reforms?|investors|stocks?)|weekly|recap|since (?:its )?ipo|after (?:its )?ipo|post-ipo|"
    r"below ipo price|music festival|property listing|app listing|"
    r"album|season debut|premier league|film|product|earnings|results|quarter|fund ipo|planned for "
    r"the week|who['’]s next)\b"
)
# Of a company that is listed already.
_AGAIN = (
    r"|\bpric(?:es|ed|ing) (?:of )?(?:its |an? |the )?(?:(?!initial|first|debut|maiden)\S+ ){0,4}public "
    r"offering\b(?! price)"
)

FLOATS: tuple[Frame, ...] = (
    frame(
        K.IPO,
        "refiles refiled files file filed submits submitted lodges receives gets",
        r"\b(?:confidentially |publicly |secretly |quietly )*(?:(?:re-?)?files?|(?:re-?)?filed|"
        r"submit(?:s|ted)|lodg(?:es|"
        r"ed)) [^.;:]{0,40}?\b(?:draft (?:papers|prospectus|registration)|red herring|u?drhp|"
        r"prospectus|s-1|f-1|registration statement|to go public|for (?:\w+ )?(?:ipo|listing)|"
        r"to list|paperwork (?:for|to)|preliminary papers|papers (?:for|with))\b",
        status=Status.PLANNED,
        no=_NEVER + r"|\b(?:bankruptcy|shelf registration|bond|debt)\b",
    ),
    frame(
        K.IPO,
        "trading debut ipo listing offering float flotation day",
        rf"\b(?:(?:shares? |stock )?(?:jump|skyrocket|surg|soar|pop|climb|rall|ris|ros|leap|rocket|gain|doubl|"
        rf"tripl|slip|slid|sink|tumbl|drop|fall|slump|plung|open|edg|dip|shin)\w*|makes?|made|enjoys?|"
        rf"has|stages?|marks?) [^.;:]{{0,50}}?\b(?:on|in|at|as|after)? ?(?:its |the |a )?"
        rf"(?:(?:strong|muted|stellar|weak|flat|lacklustre|lackluster|blockbuster|first) )*(?:first "
        rf"day of trading|first[- ]day|opening day|{_ON_MARKET}debut|trading debut|debut on (?:the "
        rf")?(?:nyse|nasdaq|new york|london|hong kong|\w+ stock exchange)|[$€£]\S+(?: \w+)? "
        rf"{_FLOAT})\b",
        status=Status.ANNOUNCED,
        no=_NEVER,
    ),
    frame(
        K.IPO,
        "spac blank-check blank-cheque listing merger public",
        r"\b(?:agrees?|to|will|strikes?|signs?|announces?|plans?|seals?|nears?) "
        r"[^.;:]{0,60}?\b(?:go(?:es|ing)? public|spac|blank[- ]che(?:ck|que)|publicly (?:traded|"
        r"listed))\b",
        status=Status.PLANNED,
        no=_NEVER + r"|\b(?:scraps|terminates|calls off|abandons|spac boom|spacs)\b",
    ),
    frame(
        K.IPO,
        "ipo ipos listing float flotation debut offering",
        rf"\b(?:lines? up|sets?|hires?|taps?|picks?|appoints?|selects?|kicks? off|opens?|launch(?:es)?|"
        rf"pric(?:es|ed)|ups?|upsizes?|downsizes?|cuts?|targets?|seeks?|eyes?|gears? up|readies|plots?|"
        rf"preps?|mulls?|weighs?|explores?|nears?|aims?|revives?|relaunch(?:es)?) "
        rf"[^.;:]{{0,60}}?\b{_FLOAT}\b(?! (?:fund|index))",
        no=_NEVER
        + _AGAIN
        + r"|\b(?:stake|(?:bond|debt|note) offering|product debut|office|art|book|bids for|rights issue|"
        r"bonds?|service offering|product offering|new offering)\b",
    ),
    frame(
        K.IPO,
        "offering shares",
        r"\b(?:plans?|aims?|expects?|intends?|looks?|seeks?|hopes?) to raise [^;:]{0,60}?\bby "
        r"(?:offering|selling) [\d.,]+ (?:million )?shares\b",
        status=Status.PLANNED,
    ),
    frame(
        K.IPO,
        "offering shares priced",
        r"\b(?:raised|raises|priced|prices) [^;:]{0,60}?\bby (?:offering|selling) [\d.,]+ (?:million )?shares\b",
        status=Status.ANNOUNCED,
    ),
)
