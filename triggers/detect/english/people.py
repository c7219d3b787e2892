"""English frames of who comes and goes at the top, besides what the rules read word by word."""

from __future__ import annotations

from triggers.detect.english.base import ROLE
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

NO_SPORT = (
    r"\b(?:coach|striker|midfielder|defeat|season|match|league|football|cricket|rugby|squad|club|minister|senator|"
    r"governor|party|parliament|police|army|defen[cs]e force|armed forces|navy|university|school|"
    r"church|band|actor|film)\b"
)

LEADERS: tuple[Frame, ...] = (
    frame(
        K.EXECUTIVE_HIRE,
        "new next first interim permanent",
        rf"\b(?:new|next|first|interim|permanent|first-ever) (?:global |group |deputy |co-)?(?P<r>{ROLE}) (?:at|for|"
        rf"of|takes "
        r"(?:over|charge|the helm) at|named at|appointed at|joins) (?:the )?(?!its\b)",
        Who.OBJECT,
        no=NO_SPORT,
    ),
    frame(
        K.EXECUTIVE_HIRE,
        "gets has finds taps names picks welcomes unveils lands announces appoints selects",
        rf"\b(?:gets|has|finds|names|picks|welcomes|unveils|announces|appoints|selects|hires|installs) (?:an? |its |"
        rf"his |"
        rf"her )?(?:new|next|first|interim|permanent|first-ever) (?:global |group |deputy |co-)?(?P<r>{ROLE})\b",
        no=NO_SPORT,
    ),
    frame(
        K.EXECUTIVE_HIRE,
        "head lead run oversee helm steer spearhead manage",
        r"\bto (?:head(?: up)?|lead|run|oversee|helm|steer|spearhead|manage|take charge of) (?P<r>(?:\w+ "
        r")?(?:research|sales|marketing|finance|engineering|product|design|operations|legal|strategy|communications|"
        r"security|technology|hr|policy|growth|data|ai|science|europe\w*|asia\w*|americas|business|team|division|unit|"
        r"office|investment banking|wealth)(?: \w+)?) (?:at|for) "
        r"(?:the )?",
        Who.OBJECT,
        no=NO_SPORT + r"|\b(?:probe|investigation|round|investigate)\b",
    ),
    frame(
        K.EXECUTIVE_HIRE,
        "helm reins charge top",
        r"\b(?:takes?|took|taking|assum(?:es|ed|ing)|handed) (?:over )?(?:the )?(?:helm|reins|charge|top job|top role|"
        r"leadership|top post|ceo role|ceo post|chief executive role) (?:at|of|as \w+ (?:at|of)) (?:the )?",
        Who.OBJECT,
        no=NO_SPORT,
    ),
    frame(
        K.EXECUTIVE_HIRE,
        "joins joined join",
        rf"(?<!who )\b(?:joins|joined|to join) (?:the )?(?=[^.;,]{{2,40}} as (?:its |the |an? )?(?:new "
        rf"|next |first |interim "
        rf")?(?P<r>{ROLE})\b)",
        Who.OBJECT,
        no=NO_SPORT,
    ),
    frame(
        K.EXECUTIVE_HIRE,
        "joins joined join",
        r"(?<!who )\b(?:joins|joined|to join) (?:the )?(?=[^.;,]{2,40} (?P<r>board)\b)",
        Who.OBJECT,
        no=NO_SPORT + r"|\b(?:joins the board of trustees|on board)\b",
    ),
    frame(
        K.EXECUTIVE_HIRE,
        "returns return back",
        rf"\b(?:returns?|comes back|is back|back) as (?:interim |new |its )?(?P<r>{ROLE})\b",
        no=NO_SPORT,
    ),
    frame(
        K.EXECUTIVE_HIRE,
        "replaced succeeded",
        r"\b(?:replaced|succeeded) by (?P<p>(?-i:[A-Z])[\w.'’-]+ (?-i:[A-Z])[\w.'’-]+)",
        Who.BEFORE,
        no=NO_SPORT,
    ),
    frame(
        K.EXECUTIVE_DEPARTURE,
        "leaves left walks departs exits quits resigns leaving stepping out",
        r"\b(?:walk(?:s|ed)? (?:out of|away from)|(?:part(?:s|ed)|cuts?) (?:ways|ties) with|bow(?:s|ed) out (?:of|at)|"
        r"step(?:s|ped) "
        r"down (?:at|from)|resign(?:s|ed) from|depart(?:s|ed)(?: from)?|quits?|exits?|leaves|left|out at) (?:the |his "
        r"|her )?",
        Who.OBJECT,
        no=NO_SPORT
        + r"|^(?!.*\b(?:ceo|cfo|coo|cto|cmo|cio|ciso|chief|chair\w*|president|founders?|co-?founders?|head|director|"
        r"executives?|boss|vp|counsel)\b)|\b(?:stealth|chapter 11|bankruptcy|market|beta|administration|deal|talks|"
        r"rivals|"
        r"investors|russia|china|brand|staff|workers)\b",
    ),
    frame(
        K.EXECUTIVE_DEPARTURE,
        "leaving leave stepping resigns quits departs out",
        r"\bwho (?:has )?(?:built|founded|co-founded|led|ran|runs|leads|started|heads|headed) (?=[^;]{3,80}\b(?:is "
        r"leaving|to leave|"
        r"steps down|is stepping|resigns|quits|departs|is out|to step))",
        Who.OBJECT,
        no=NO_SPORT,
    ),
    frame(
        K.EXECUTIVE_DEPARTURE,
        "ceo cfo coo cto cmo cio ciso chief president chairman chairwoman chair head founder co-founder boss director "
        "vp counsel",
        rf"\b(?P<r>{ROLE})(?:['’]s)? (?:\S+ ){{0,3}}?(?:to (?:leave|depart|exit|step (?:down|aside|back)|retire|"
        rf"resign|go|stand "
        r"down)|out\b|ousted|fired|departs|exits|resigns|retires|quits|leaves|leaving|departing|stepping (?:down|"
        r"aside|"
        r"back)|steps (?:down|aside|back|away)|stands? down|bows out|moves on|hands over|calls it quits|passes (?:the "
        r")?"
        r"baton|sacked|dismissed|shown the door|forced out|pushed out|is out|departure|resignation|exit|ouster|"
        r"(?:will|to) be (?:replaced|succeeded)|replaced|succeeded)\b",
        Who.BEFORE,
        no=NO_SPORT,
    ),
    frame(
        K.EXECUTIVE_DEPARTURE,
        "fires fired sacks ousts parts dismisses removes axes boots ejects loses replaces",
        rf"\b(?:fires|fired|sacks|sacked|ousts|ousted|dismiss(?:es|ed)|remov(?:es|ed)|axes|axed|boots|ejects|los(?:es|"
        rf"t)|replac"
        rf"(?:es|ed)|parts (?:ways )?with|split(?:s)? with) (?:its |an? |another |longtime |embattled |second |top )*"
        rf"(?P<r>{ROLE})\b",
        no=NO_SPORT,
    ),
)

_TOP = r"(?:executive|leadership|senior|management|board|c-suite)"
_TEAM = (
    rf"(?:(?:its |the )?(?:{_TOP} )?(?:leadership|executive|management|senior) (?:leadership |"
    rf"management )?(?:team|bench|"
    r"ranks)|leadership|(?:its )?board(?: of directors)?|(?:its )?c-suite|(?:its )?executive committee)"
)

TEAMS: tuple[Frame, ...] = (
    frame(
        K.EXECUTIVE_HIRE,
        "announces announced makes made unveils confirms",
        rf"\b(?:announc(?:es|ed)|mak(?:es|ing)|made|unveils|confirms) (?:[\w-]+ ){{0,3}}?(?:{_TOP}|key|major|star|"
        rf"strategic|new) (?:{_TOP} |team |level )*(?:appointments?|hires?|promotions?)\b",
        no=NO_SPORT + r"|\b(?:judges?|cabinet|jobs|apprentices|staff)\b",
    ),
    frame(
        K.EXECUTIVE_HIRE,
        "strengthens strengthen strengthened bolsters bolstered expands expanded boosts boosted rounds "
        "builds adds beefs "
        "enhances deepens grows shores fortifies bulks",
        rf"\b(?:strengthen(?:s|ed|ing)|bolster(?:s|ed|ing)|expand(?:s|ed|ing)|boost(?:s|ed|ing)|rounds out|"
        rf"builds? out|"
        rf"beefs up|enhanc(?:es|ed)|deepens|grows|shores up|fortifies|bulks up|adds to) (?:its |the )?(?:[\w-]+ )?"
        rf"{_TEAM} (?:\w+ )?with (?:the )?(?:[\w-]+ ){{0,5}}?(?:hires?|hiring|appointments?|additions?|addition of|"
        r"directors?|executives?|members?|veterans?|leaders?|promotions?)\b",
        no=NO_SPORT,
    ),
    frame(
        K.EXECUTIVE_HIRE,
        "adds added add welcomes welcomed brings names named appoints appointed hires hired promotes",
        rf"\b(?:adds|added|welcom(?:es|ed)|brings|names|named|appoints|appointed|hires|hired|promot(?:es|ed)) "
        rf"(?=[^.;:,]{{3,50}}? to {_TEAM}(?:$|\W))(?!.*\bboard (?:games?|seat at)\b)",
        no=NO_SPORT + r"|\b(?:features?|tools?|ai\b|device|app\b)\b",
    ),
    frame(
        K.EXECUTIVE_HIRE,
        "adds added hires hired names appoints recruits taps",
        r"\b(?:adds|added|hires|hired|names|appoints|recruits|has added|has hired) (?:two|three|four|five|six|several|"
        r"\d{1,2}|new|(?:\w+ )?trio of|pair of) (?:new |more |key |senior |top |veteran )*"
        r"(?P<r>(?:senior |executive |vice |managing |independent |non-executive |board |general |regional |equity )*"
        r"(?:executives|managers|vice presidents|directors|presidents|partners|board members|vps|leaders))\b",
        no=NO_SPORT + r"|\b(?:channel|reseller|launch|technology|delivery) partners\b",
    ),
    frame(
        K.EXECUTIVE_HIRE,
        "transition handover",
        rf"\b(?:announces?|announced|begins|completes) (?:planned |its |a |smooth )*(?P<r>{ROLE}) "
        rf"(?:transition|handover|"
        r"change)\b",
        no=NO_SPORT,
    ),
    frame(
        K.EXECUTIVE_HIRE,
        "lands nabs snags secures ids identifies finds scores grabs settles",
        rf"\b(?:lands|nabs|snags|secures|ids|identifies|scores|grabs|settles on|finds|finally finds) "
        rf"(?:an? |its )?(?:new|"
        rf"next|first|permanent|its) (?:global |group |deputy |co-)?(?P<r>(?:[\w&-]+ )?(?:{ROLE}))\b",
        no=NO_SPORT,
    ),
    frame(
        K.EXECUTIVE_DEPARTURE,
        "ways ties exit door",
        rf"\band (?:its )?(?P<r>{ROLE})(?: [^.,;]{{3,30}})? part ways\b",
        Who.BEFORE,
        no=NO_SPORT,
    ),
)

_GONE = (
    r"(?:fired|sacked|ousted|removed|terminated|dismissed|axed|dropped|replaced|deposed|toppled|suspended|"
    r"(?:forced|pushed|"
    r"voted|kicked|thrown) out|stepping (?:down|aside|back)|leaving|departing|resigning|retiring|quitting|exits?|out)"
)
_EXIT = r"(?:exit|departure|resignation|ouster|dismissal|firing|sacking|removal|retirement)"
_FIRM = r"(?-i:[A-Z])[\w&.'’-]*(?: (?-i:[A-Z])[\w&.'’-]*){0,2}"
_EXPERTS = (
    r"(?:lawyers?|designers?|scientists?|engineers?|economists?|dealmakers?|technologists?|editors?|strategists?|"
    r"buyers?|"
    r"merchants?|bankers?|researchers?|lobbyists?|spokes(?:man|woman|person)|accountants?|executives?|leaders?|"
    r"managers?)"
)

EXITS: tuple[Frame, ...] = (
    frame(  # "Otto Karg fired as Acme CEO", "Otto Karg removed as chief executive of Acme"
        K.EXECUTIVE_DEPARTURE,
        "fired sacked ousted removed terminated dismissed axed dropped replaced deposed toppled suspended out leaving "
        "departing resigning retiring quitting exits exit stepping",
        rf"\b{_GONE} as (?:the |its |interim )?(?:(?P<r>{ROLE}) (?:of|at) (?:the )?(?=(?-i:[A-Z]))|(?={_FIRM} "
        rf"{ROLE}\b))",
        Who.OBJECT,
        no=NO_SPORT,
    ),
    frame(  # "Otto Karg to hand over the reins at Acme"
        K.EXECUTIVE_DEPARTURE,
        "hand hands handed handing pass passes passed relinquish relinquishes gives vacates leaves",
        r"\b(?:hand(?:s|ed|ing)? over|hands?|pass(?:es|ed)?(?: on)?|relinquish(?:es|ed)?|gives? up|vacat(?:es|ed)|"
        r"leaves|"
        r"quits) (?:the )?(?:reins|baton|keys|helm|control|top job|top post|top role|corner office|chief "
        r"executive role|"
        r"ceo role|chairmanship) (?:at|of) (?:the )?(?=(?-i:[A-Z]))",
        Who.OBJECT,
        no=NO_SPORT,
    ),
    frame(  # "Exit of Acme CEO Otto Karg stuns investors", "Departure of Acme's CFO"
        K.EXECUTIVE_DEPARTURE,
        "exit departure resignation ouster dismissal firing sacking removal retirement",
        rf"^(?:(?:sudden|shock|abrupt|surprise|the|unexpected|planned) )*{_EXIT} of (?:the )?(?:(?={_FIRM}(?:['’]s?)? "
        rf"(?P<r>{ROLE})\b)|{ROLE} (?:of|at) (?=(?-i:[A-Z])))",
        Who.OBJECT,
        no=NO_SPORT,
    ),
    frame(  # "Acme confirms exit of marketing head", "Acme bids farewell to CEO"
        K.EXECUTIVE_DEPARTURE,
        "exit departure resignation ouster dismissal retirement farewell goodbye company",
        rf"\b(?:(?:confirm(?:s|ed)|announc(?:es|ed)|report(?:s|ed)|discloses?|disclosed|reveals?|accept(?:s|ed)) "
        rf"(?:the |an? "
        rf"|abrupt |sudden )*{_EXIT} of (?:its |the |an? )?(?:[\w-]+ ){{0,3}}?(?P<r>{ROLE}|head|{_EXPERTS})\b|"
        rf"(?:bids?|bade|"
        rf"says?|said) (?:farewell|goodbye) to (?:its |longtime )*{ROLE}|part(?:s|ed)? company with (?:its |the "
        rf")?(?:[\w-]+ )"
        rf"{{0,2}}?(?:{ROLE}))",
        no=NO_SPORT + r"|\bretirement of (?:debt|notes|shares)\b",
    ),
    frame(  # "Acme's top lawyer leaving amid turmoil"
        K.EXECUTIVE_DEPARTURE,
        "lawyer lawyers designer scientist engineer economist dealmaker technologist editor strategist buyer merchant "
        "banker researcher lobbyist leaving leaves departs quits exits resigns retires",
        rf"\b(?:top|chief|head|star|senior|longtime|lead|leading) (?:[\w-]+ )?{_EXPERTS} (?:(?-i:[A-Z])[\w.'-]* )"
        rf"{{0,3}}?(?:is |to |will |has )?(?:leav(?:es?|ing)|depart(?:s|ing)?|quit(?:s|ting)?|exit(?:s|ing)?|"
        rf"resign(?:s|ed|ing)?"
        rf"|retir(?:es?|ing)|step(?:s|ping)? (?:down|aside|back)|out\b)",
        Who.BEFORE,
        no=NO_SPORT,
    ),
    frame(  # "Acme's Karg quits over expenses"
        K.EXECUTIVE_DEPARTURE,
        "quits resigns retires departs steps bows exits leaves retire resign depart step leave",
        r"(?<=\w)['’]s (?P<p>(?-i:[A-Z])[\w.'’-]+(?: (?-i:[A-Z])[\w.'’-]+)?),? (?:is |to |will |abruptly |suddenly )*"
        r"(?:quits?|resigns?|retires?|departs?|steps? (?:down|aside|back)|bows? out|exits|stands? down|calls it quits|"
        r"leaving|stepping (?:down|aside|back)|retiring|resigning|ousted|fired)\b",
        Who.OWNER,
        no=NO_SPORT
        + r"|\b(?:market|business|unit|china|russia|europe|deal|talks|race|airlines?|bank|president|pm|senate|"
        r"premier|mp|wife|son|court)\b",
    ),
)

PEOPLE = LEADERS + TEAMS + EXITS
