"""English frames of posts filled and left, told around the verb: a search that ends, a role handed on, a door shown."""

from __future__ import annotations

from triggers.detect.english.base import ROLE
from triggers.detect.english.people import NO_SPORT
from triggers.detect.english.pieces import CAP, NAME
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

_P = r"(?P<p>(?-i:[A-Z])[\w.'’-]+(?: (?-i:[A-Z])[\w.'’-]+){1,2})"
_POST = (
    "ceo cfo coo cto cmo cio ciso chro cpo cro chief chairman chairwoman chair president founder "
    "co-founder head counsel "
    "director boss vp"
)
_NEW = r"(?:(?:an?|its|the|their|new|next|first|first-ever|permanent|interim|global|group|deputy) )*"
_SEAT = r"(?:role|post|job|position|seat|slot|spot|title|vacancy|duties)"
_TEAM = r"(?:leadership|management|executive|senior|top|c-suite|boardroom)"
_TELLS = r"(?:announc(?:es|ed)|confirm(?:s|ed)|sa(?:ys|id)|reveal(?:s|ed)|disclos(?:es|ed)|report(?:s|ed))"
_GONE = (
    r"(?:resign(?:ed|s)?|quit|left|depart(?:ed)?|step(?:ped)? (?:down|aside|back)|retired?|leave|stood down|stand down|"
    r"been (?:fired|dismissed|sacked|ousted|removed|terminated|let go)|be (?:leaving|stepping down|retiring|departing)|"
    r"leaving|stepping (?:down|aside)|retiring|departing|resigning)"
)
_EXIT = r"(?:exodus|departures|exits|turnover)"
_NO_POST = NO_SPORT + r"|\b(?:committee|panel|inquiry|probe|summit|session|hearing|task force|jury|charity)\b"

FILLED: tuple[Frame, ...] = (
    frame(  # "Acme finds new boss at rival Globex"
        K.EXECUTIVE_HIRE,
        _POST,
        rf"\b(?:finds?|found|hires?|hired|poache[sd]|plucks|plucked|recruits?|recruited|picks|lures|lured|gets) "
        rf"{_NEW}(?P<r>{ROLE}) (?:at|from|in) (?!the ranks)",
        no=NO_SPORT,
    ),
    frame(  # "Mara Lind to chair Acme"
        K.EXECUTIVE_HIRE,
        "chair",
        rf"\b(?:to|will) chair (?:the )?{CAP}",
        Who.OBJECT,
        no=_NO_POST,
    ),
    frame(  # "Acme fills finance chief post with Mara Lind", "Acme hands CEO job to Mara Lind"
        K.EXECUTIVE_HIRE,
        _POST,
        rf"\b(?:fill(?:s|ed)? {_NEW}(?:vacant )?(?P<r>{ROLE})(?: {_SEAT})? with {CAP}|"
        rf"(?:gives?|gave|hands?|handed|offers?) {_NEW}{ROLE} (?:{_SEAT}|reins) to {_P})",
        no=NO_SPORT,
    ),
    frame(  # "Acme has created the role of CFO and given it to Mara Lind"
        K.EXECUTIVE_HIRE,
        _POST,
        rf"\bcreate[sd] (?:the |a )?(?:new |additional )?{_SEAT} of (?P<r>{ROLE})"
        rf"[^.;]{{0,30}}? (?:to|for|and|as|with) [^.;]{{0,30}}?{_P}",
        no=NO_SPORT,
    ),
    frame(  # "Acme ends search for chief executive"
        K.EXECUTIVE_HIRE,
        "search hunt",
        rf"\b(?P<v>end(?:s|ed)?|conclud(?:es|ed)|complet(?:es|ed)|wraps up|finish(?:es|ed)) (?:[\w’'-]+ ){{0,4}}?"
        rf"(?:search|hunt) for {_NEW}(?P<r>{ROLE})\b",
        no=NO_SPORT,
    ),
    frame(  # "Acme's search for a new CEO is over"
        K.EXECUTIVE_HIRE,
        "search hunt",
        rf"\b(?:search|hunt) for {_NEW}(?P<r>{ROLE}) (?:is over|ends?|ended|comes to an end|is complete)\b",
        Who.OWNER,
        no=NO_SPORT,
    ),
    frame(  # "Acme announced that Mara Lind is its new managing director"
        K.EXECUTIVE_HIRE,
        _POST,
        rf"\b(?P<v>{_TELLS})(?: (?:on )?\w+)?(?: that)? {_P}(?:,[^,;:]{{2,60}},)? (?:is|will be|will become|would be|"
        rf"would become|has become|becomes|is to be|is to become|will (?:take over|join|serve|start|step in) as|"
        rf"will succeed [^.;]{{4,40}} as|(?:has|had) been (?:named|appointed|promoted to|hired as|chosen as)) "
        rf"(?:as )?(?:the (?:company|group|firm|bank)['’]s )?{_NEW}(?P<r>{ROLE})\b",
        no=NO_SPORT,
    ),
    frame(  # "Meet Acme's new CEO"
        K.EXECUTIVE_HIRE,
        "meet introducing welcome hello",
        rf"^(?:meet|introducing|welcome|say hello to) (?:the )?(?={NAME}['’]s? (?:new|next|first|incoming) "
        rf"(?P<r>{ROLE})\b)",
        Who.OBJECT,
        no=NO_SPORT,
    ),
    frame(  # "Acme's next CEO will be Mara Lind"
        K.EXECUTIVE_HIRE,
        _POST,
        rf"\b(?:new|next|incoming|first) (?P<r>{ROLE})(?: (?:is|will be|to be|is to be|named|revealed)|:) {_P}",
        Who.OWNER,
        no=NO_SPORT,
    ),
    frame(  # "Acme goes outside for new CEO", "Acme gains a CFO in Mara Lind"
        K.EXECUTIVE_HIRE,
        _POST,
        rf"\b(?:(?:goes|looks|turns|reaches) (?:outside|inside|within|abroad|to [\w’'-]+) for {_NEW}(?P<r>{ROLE})\b|"
        rf"(?:gain(?:s|ed)|finds?|found|gets?|got|has) {_NEW}{ROLE} in {_P})",
        no=NO_SPORT,
    ),
    frame(  # "Acme shakes up management with new CFO", "Acme unveils new leadership team"
        K.EXECUTIVE_HIRE,
        "team structure lineup line-up bench leadership management board c-suite",
        rf"\b(?:(?:shakes|shook) up|overhaul(?:s|ed)|reshuffle[sd]|revamp(?:s|ed)|refreshe[sd]|reorgani[sz]e[sd]|"
        rf"announce[sd]|unveil(?:s|ed)|names|named|introduce[sd]|presents|appoint(?:s|ed)|reveals) (?:its |an? |the )?"
        rf"(?:(?:new|expanded|refreshed) (?:[\w-]+ )?{_TEAM} (?:team|structure|line-?up|bench)\b|"
        rf"(?:{_TEAM}|board)(?: team| ranks| bench| line-?up)? with (?:new|\w+ new|appointment|fresh|addition))",
        no=NO_SPORT,
    ),
    frame(  # "Mara Lind has been poached by Acme to become its chief executive"
        K.EXECUTIVE_HIRE,
        "poached hired recruited lured headhunted tapped picked snapped signed enlisted",
        rf"\b(?:poached|hired|recruited|lured(?: away)?|headhunted|tapped|picked|snapped up|signed up|enlisted) by "
        rf"(?:rival |the )?{CAP}(?={NAME},? (?:as|to|for) (?:(?:be|become|its|the|a|an|new|first|next|their) )*"
        rf"(?P<r>{ROLE}|lead\b|head\b|run\b))",
        Who.OBJECT,
        no=NO_SPORT,
    ),
    frame(  # "Another big hire for Acme"
        K.EXECUTIVE_HIRE,
        "hire signing appointment recruit",
        rf"^(?:another|big|key|major|latest|new|senior|top|high-profile|star) (?:[\w-]+ )?(?:hire|signing|appointment|"
        rf"recruit) (?:for|at) (?:the )?{CAP}",
        Who.OBJECT,
        no=NO_SPORT,
    ),
    frame(  # "Acme founder Mara Lind back in charge"
        K.EXECUTIVE_HIRE,
        "back",
        r"\b(?:founder|co-founder|ceo|boss|chief|chairman)(?: (?-i:[A-Z])[\w.'’-]+){1,3} (?:is |comes |goes )?back "
        r"(?:in charge|at the helm|in the (?:hot|driving|driver['’]s) seat|in the top job)\b",
        Who.BEFORE,
        no=NO_SPORT,
    ),
)

LEFT: tuple[Frame, ...] = (
    frame(  # "Acme said its CFO, Otto Karg, has resigned"
        K.EXECUTIVE_DEPARTURE,
        _POST,
        rf"\b(?P<v>{_TELLS})(?: (?:on )?\w+)?(?: that)? (?:its|the (?:company|group|firm|bank)['’]s) "
        rf"(?:[\w-]+ ){{0,3}}?(?P<r>{ROLE}),?(?: {_P},?)? (?:(?:has|had|will|would|is|was|plans|"
        rf"intends|to|also) )+{_GONE}\b",
        no=NO_SPORT,
    ),
    frame(  # "Acme shows CEO the door", "Acme dumps CEO Otto Karg"
        K.EXECUTIVE_DEPARTURE,
        _POST,
        rf"\b(?:show(?:s|ed) (?:its )?(?P<r>{ROLE})(?: (?-i:[A-Z])[\w.'’-]+){{0,3}} the door\b|"
        rf"(?:dump(?:s|ed)|ditche[sd]|drop(?:s|ped)|jettisons|discards|ejects|terminate[sd]) (?:its |"
        rf"embattled )*{ROLE}\b)",
        no=NO_SPORT + r"|\b(?:lawsuit|case against|charges|tweet|hint)\b",
    ),
    frame(  # "Otto Karg out at Acme"
        K.EXECUTIVE_DEPARTURE,
        "out",
        rf"^{_P} (?:is )?(?P<v>out) at (?:the )?{CAP}",
        Who.OBJECT,
        no=NO_SPORT,
    ),
    frame(  # "Two directors leave Acme board"
        K.EXECUTIVE_DEPARTURE,
        "directors executives members managers partners bosses execs officers",
        rf"\b(?:two|three|four|five|six|several|top|senior|\d+)(?: [\w-]+){{0,2}} (?:directors|"
        rf"executives|board members|"
        rf"managers|partners|bosses|execs|officers) (?:(?:to|are|have|will) )*(?:leave|leaving|left|quit|exit|depart|"
        rf"resign(?:ed)? from|step down from) (?:the )?{CAP}",
        Who.OBJECT,
        no=NO_SPORT,
    ),
    frame(  # "Executive exodus continues at Acme"
        K.EXECUTIVE_DEPARTURE,
        "exodus departures exits turnover",
        rf"\b{_TEAM} {_EXIT} (?:\w+ )?(?:at|hits?|rocks?|from) (?:the )?{CAP}",
        Who.OBJECT,
        no=NO_SPORT,
    ),
    frame(  # "Otto Karg relinquishes CEO post at Acme"
        K.EXECUTIVE_DEPARTURE,
        "relinquishes relinquish relinquished gives gave vacates vacated surrenders quits quit leaves left resigns",
        rf"\b(?:relinquish(?:es|ed)?|gives? up|gave up|vacate[sd]?|surrenders|quits?|leaves?|left|resigns?) "
        rf"(?:(?:the|his|her|from) )*(?P<r>{ROLE}) (?:{_SEAT}) (?:at|of|with) (?:the )?{CAP}",
        Who.OBJECT,
        no=NO_SPORT,
    ),
    frame(  # "Otto Karg will no longer serve as CEO of Acme"
        K.EXECUTIVE_DEPARTURE,
        "longer",
        rf"\bno longer (?:be|serv(?:e|ing) as|hold the (?:role|post|title) of|the|lead as)? ?(?:the |"
        rf"its )?(?P<r>{ROLE}) "
        rf"(?:of|at|for) (?:the )?{CAP}",
        Who.OBJECT,
        no=NO_SPORT,
    ),
)

POSTS = FILLED + LEFT
