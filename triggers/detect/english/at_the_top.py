"""English frames of posts that change hands, told by pictures: the wheel, the hot seat, the door, the day called."""

from __future__ import annotations

from triggers.detect.english.base import ROLE
from triggers.detect.english.people import NO_SPORT
from triggers.detect.english.pieces import NAME, TARGET
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

_NO = NO_SPORT + r"|\b(?:committee|panel|inquiry|summit|hearing|jury|party leader|government|council|ministry|school)\b"
_SENIOR = (
    r"(?:top |senior |key |leading |veteran |long-?(?:time|serving|standing) |founding |chief |high-profile |several "
    r"|two |"
    r"three |more |another |other |its |the ){0,6}"
)
_EXECS = (
    r"(?:exec(?:utive)?s?|boss(?:es)?|directors?|chiefs?|founders?|co-?founders?|leaders?|managers?|partners?|"
    r"ceo|cfo|coo|cto|chair(?:man|woman)?|president|heads?|board members?|lieutenants?)"
)
_SEAT = (
    r"(?:wheel|helm|reins|hot seat|corner office|top (?:job|spot|post|role)|driver['’]s seat|big chair|big job|"
    r"controls|"
    r"tiller|throne|mantle)"
)
_GOING = (
    r"(?:stepp?(?:s|ed|ing)? down|leav(?:e|es|ing)|depart(?:s|ing|ed)?|exit(?:s|ing|ed)?|quit(?:s|"
    r"ting)?|resign(?:s|ed|ing)?|retir(?:e|es|ing)|out)"
)
_CHANGE = r"(?:transition|succession|handover|hand-over|changing of the guard|baton pass)"

HIRES: tuple[Frame, ...] = (
    frame(  # "Lind takes the wheel at biotech Acme"
        K.EXECUTIVE_HIRE,
        "wheel helm reins seat office job tiller controls mantle",
        rf"\b(?P<v>tak(?:es?|ing)|took|grab(?:s|bed)|assum(?:es|ed|ing)|slides? into|steps? into|stepped into|"
        rf"land(?:s|ed)|"
        rf"settles? into|gets|inherits?|climbs? into|mov(?:es|ed|ing) into) (?:over )?(?:the )?{_SEAT} (?:at|of) "
        rf"(?:the )?(?=(?:[\w/-]+ ){{0,5}}(?-i:[A-Z]))",
        Who.OBJECT,
        no=_NO,
    ),
    frame(  # "Acme launches with Globex veteran at helm", "Acme emerges with ex-Globex chief in charge"
        K.EXECUTIVE_HIRE,
        "helm charge wheel",
        r"\b(?P<v>launch(?:es|ed)?|emerg(?:es|ed)|debut(?:s|ed)|unveil(?:s|ed)|start(?:s|ed)|open(?:s|ed)|"
        r"relaunch(?:es|ed)|return(?:s|ed)|mov(?:es|ed)|turn(?:s|ed)|enter(?:s|ed)|kicks? off|begins?|spins? out|"
        r"splits? off)\b"
        r"[^.;:]{0,60}? with (?:[\w&.'’-]+ ){1,6}?(?:vet(?:eran)?|alum(?:na|nus)?|exec(?:utive)?|ex-\w+|insider|"
        r"founder|chief|"
        r"boss|ceo|hand|[A-Z]\w+) (?:at (?:the |its )?(?:helm|wheel)|in charge|in the driver)",
        no=_NO,
    ),
    frame(  # "Acme has lined up a new CEO", "Acme settles on insider as next chief executive"
        K.EXECUTIVE_HIRE,
        "lines lined settles settled decides decided turns looks plumps opts",
        rf"\b(?:lin(?:es|ed|ing) up|settl(?:es|ed) on|decid(?:es|ed) on|plump(?:s|ed) for|opt(?:s|ed) "
        rf"for|agree(?:s|d) on|clos(?:es|ed|ing) in on) "
        rf"(?:[\w'’.-]+ ){{0,6}}?(?:(?:as|to be|for) )?(?:its |the |a |an )?(?:new|next|permanent|"
        rf"first|future|interim) (?P<r>{ROLE})\b",
        no=_NO,
    ),
    frame(  # "Acme has handed the top job to its finance chief"
        K.EXECUTIVE_HIRE,
        "job role post reins position seat",
        r"\b(?:hand(?:s|ed)|giv(?:es|en)|gave|entrust(?:s|ed)|award(?:s|ed)|promis(?:es|ed)) (?:the |"
        r"its )?(?:top|ceo|chief executive(?:['’]s)?|chairman(?:['’]s)?|leadership|cfo|finance|"
        r"managing director(?:['’]s)?) (?:job|role|post|reins|position|seat) to ",
        no=_NO,
    ),
    frame(  # "Joining Acme as CTO is Mara Lind"
        K.EXECUTIVE_HIRE,
        "joining arriving rejoining",
        rf"^(?:also )?(?:re)?(?:joining|arriving at) (?:the )?(?={NAME} (?:as|in the role of|to be) "
        rf"[^,;]{{2,50}} (?:is|are|will be) (?-i:[A-Z]))",
        Who.OBJECT,
        no=_NO,
    ),
    frame(  # "Mara Lind is Acme's pick for CEO"
        K.EXECUTIVE_HIRE,
        "pick choice nominee man woman candidate",
        rf"\b(?:is|as|becomes|named) (?={NAME}['’]s? (?:new |surprise |first )?(?:pick|choice|nominee|candidate|man|"
        rf"woman) (?:for|as|to be) "
        rf"(?:its )?(?:next |new |the ){{0,6}}{ROLE})",
        Who.OBJECT,
        no=_NO,
    ),
    frame(  # "Long-time Globex exec named to Acme board"
        K.EXECUTIVE_HIRE,
        "board",
        rf"\b(?:named|appointed|elected|added|elevated|nominated|co-opted|voted) (?:to|on to|onto) (?:the "
        rf")?(?={NAME}(?:['’]s?)? "
        r"(?:supervisory |advisory )?board\b)",
        Who.OBJECT,
        no=_NO + r"|\b(?:state|federal|governor|trustees of)\b",
    ),
    frame(  # "Acme fills finance chief post with Mara Lind"
        K.EXECUTIVE_HIRE,
        "fills filled fill plugs plugged",
        rf"\b(?:fill(?:s|ed)?|plug(?:s|ged)?) (?:its |the |vacant |long-vacant |top "
        rf"){{0,6}}(?P<r>{ROLE})(?: (?:role|post|"
        rf"job|"
        rf"position|seat|slot|vacancy|gap|hole|void)){{1,3}} (?:with|by (?:hiring|promoting|naming|appointing)) ",
        no=_NO,
    ),
    frame(  # "CEO succession at Acme", "Acme announces CEO transition"
        K.EXECUTIVE_HIRE,
        "transition succession handover",
        rf"\b(?:announc(?:es|ed)|unveil(?:s|ed)|complet(?:es|ed)|confirm(?:s|ed)|outlin(?:es|ed)|detail(?:s|ed)|"
        rf"set(?:s)?|mak(?:es)) "
        rf"(?:its |a |an |the |planned |orderly ){{0,6}}(?:leadership|ceo|cfo|coo|chair(?:man)?|chief "
        rf"executive|president|"
        rf"executive|"
        rf"management) {_CHANGE}\b(?! plan)",
        no=_NO + r"|\bplanning\b",
    ),
    frame(  # "Acme boss Otto Karg makes way for Mara Lind", "Acme CEO hands over post to Mara Lind"
        K.EXECUTIVE_HIRE,
        "way post role job baton duties office",
        r"\b(?:mak(?:es?|ing) way|made way|step(?:s|ped)? aside|hand(?:s|ed|ing)? (?:over|on)(?: (?:the |his |her |"
        r"its )?(?:top |"
        r"chief executive |ceo )?(?:post|role|job|position|title|seat|duties|office|reins|baton))?) (?:for|to) "
        r"(?:successor |deputy |insider |newcomer |[\w-]+ (?:chief|head|boss|veteran) "
        r"){0,6}(?P<p>(?-i:[A-Z])[\w.'’-]+(?: (?-i:[A-Z])[\w.'’-]+){1,2})",
        no=_NO,
    ),
)
EXITS: tuple[Frame, ...] = (
    frame(  # "Otto Karg ends his 30-year career at Acme", "walks out of Acme"
        K.EXECUTIVE_DEPARTURE,
        "career tenure stint spell reign run walks walked walking",
        rf"\b(?:(?:end(?:s|ed|ing)?|conclud(?:es|ed)|bring(?:s|ing)? to an end|call(?:s|ed) time on|"
        rf"brought to an end) (?:his|her|their|a|an) [^.;]{{0,30}}?(?:career|tenure|stint|run|spell|"
        rf"reign|"
        rf"time|era|stay) (?:at|with|as [^,;]{{2,40}} (?:of|at))|walk(?:s|ed|ing)? (?:out (?:of|on|at)|"
        rf"away from)) {TARGET}",
        Who.OBJECT,
        no=_NO + r"|\b(?:strike|workers|staff|deal|talks|jail|prison|free)\b",
    ),
    frame(  # "Acme is without a finance director after Otto Karg walked out"
        K.EXECUTIVE_DEPARTURE,
        "without",
        rf"\b(?:(?:is|was|are|has been|been|be|finds itself|remains) )?(?:left )?without an? "
        rf"(?:permanent )?(?P<r>{ROLE})\b[^.;]{{0,20}} (?:after|as|following|when|since)\b",
        no=_NO,
    ),
    frame(  # "The chief executive of banknote printer Acme, Otto Karg, has resigned"
        K.EXECUTIVE_DEPARTURE,
        "resigned resigns quit quits retired retires retiring left leaves leaving stepped steps stepping departs",
        rf"\b(?:the )?(?:[\w-]+ )?{ROLE} (?:of|at) (?=(?:the )?(?:[\w’'-]+ ){{0,4}}?{NAME},? "
        rf"(?:(?-i:[A-Z])[\w.’'-]+ ){{1,3}}?(?-i:[A-Z])?[\w.’'-]+,? "
        r"(?:has |have |is |will |is to |to )?(?:resign\w*|quit\w*|stepp?\w* down|left|leav\w+|"
        r"retir\w+|depart\w*|stand\w* down)\b)"
        r"(?=(?:the )?(?:[\w’'-]+ ){0,4}?(?-i:[A-Z]))",
        Who.OBJECT,
        no=_NO,
    ),
    frame(  # "Two top execs stepping down at publisher Acme", "Chief executive out at Acme"
        K.EXECUTIVE_DEPARTURE,
        "stepping leaving departing exiting quitting resigning retiring depart leave exit quit resign step leaves",
        rf"\b{_SENIOR}{_EXECS} (?:(?:are|is|to|will|set to|has|have) ){{0,6}}{_GOING} (?:at|from) {TARGET}",
        Who.OBJECT,
        no=_NO,
    ),
    frame(  # "Shock exit at Acme", "Boardroom exit at Acme"
        K.EXECUTIVE_DEPARTURE,
        "exit departure resignation exits departures resignations",
        rf"\b(?:shock|surprise|sudden|abrupt|unexpected|boardroom|c-suite|executive|ceo|cfo|coo|chief executive|"
        rf"chairman|"
        rf"finance (?:chief|director)|top-level|high-profile) (?:exits?|departures?|resignations?|exodus) (?:at|"
        rf"from) {TARGET}",
        Who.OBJECT,
        no=_NO + r"|\b(?:brexit|market exit|exit from)\b",
    ),
    frame(  # "Acme loses another top executive"
        K.EXECUTIVE_DEPARTURE,
        "loses lost losing",
        rf"\b(?:los(?:es|ing)|lost) (?:its |another |a |an |yet |one |of |two |three |second |third |more "
        rf"){{0,6}}{_SENIOR}{_EXECS}\b(?! (?:jobs|vote|bid|appeal|case))",
        no=_NO + r"|\b(?:lawsuit|court|seat|vote|support|confidence)\b",
    ),
    frame(  # "Acme boss Otto Karg is to call it a day", "Acme chairman bows out"
        K.EXECUTIVE_DEPARTURE,
        "call calls called calling way notice term towel sword bags boots door",
        r"\b(?P<h>)(?P<v>(?:(?:is|to|will|has|set) ){0,6}(?:call(?:s|ed|ing)? (?:it a day|time on)|"
        r"mak(?:es?|ing) way\b|made "
        r"way\b|hand(?:s|ed)? in (?:his|her|"
        r"their) (?:notice|resignation)|throw(?:s|n)? in the towel|fall(?:s|en)? on (?:his|her) sword|pack(?:s|ed)? "
        r"(?:his|her|up) "
        r"bags|hang(?:s)? up (?:his|her) boots|head(?:s|ed|ing)? for the (?:door|exit)s?|not (?:seek|"
        r"stand for|run for) "
        r"(?:another term|"
        r"a (?:new|second|third|further) term|re-?election|reappointment)))",
        Who.BEFORE,
        no=_NO + r"|\b(?:trial|talks)\b",
    ),
    frame(  # "Otto Karg, who has led Acme since 2011, will not seek another term"
        K.EXECUTIVE_DEPARTURE,
        "term election re-election reappointment",
        rf"\bwho (?:has |had )?(?:led|chaired|headed|run|ran|steered|helmed) (?:the )?(?={NAME}[^;]{{0,40}}, (?:will|"
        rf"is|has|plans|"
        r"intends|says|said)[^;]{0,20} (?:not (?:seek|stand)|step(?:s|ping)? down|leav\w+|retir\w+|resign\w*|quit\w*|"
        r"hand(?:ing)? over))",
        Who.OBJECT,
        no=_NO,
    ),
    frame(  # "Acme cuts ties with sales chief", "Acme gives its CEO his marching orders"
        K.EXECUTIVE_DEPARTURE,
        "ties orders door company separates separated dispenses severs",
        rf"\b(?:(?:cut(?:s|ting)?|sever(?:s|ed)) ties with|part(?:s|ed|ing) company with|separat(?:es|ed) from|"
        rf"dispens(?:es|ed) with|"
        rf"show(?:s|ed)? the door to|(?:gives|hands|gave|handed) (?:marching|walking) (?:orders|papers) to) (?:its |"
        rf"the |a |an )?"
        rf"{_SENIOR}(?P<r>{ROLE})\b",
        no=_NO,
    ),
    frame(  # "Acme announces CEO transition"
        K.EXECUTIVE_DEPARTURE,
        "transition succession handover",
        rf"\b(?:announc(?:es|ed)|unveil(?:s|ed)|complet(?:es|ed)|confirm(?:s|ed)|outlin(?:es|ed)|detail(?:s|ed)|"
        rf"set(?:s)?|mak(?:es)) "
        rf"(?:its |a |an |the |planned |orderly ){{0,6}}(?:leadership|ceo|cfo|coo|chair(?:man)?|chief "
        rf"executive|president) "
        rf"{_CHANGE}\b(?! plan)",
        no=_NO + r"|\bplanning\b",
    ),
    frame(  # "After 18 years as CEO of Acme, Otto Karg will hand over"
        K.EXECUTIVE_DEPARTURE,
        "after",
        rf"^after [^,;]{{2,40}}?\b(?:years?|months|decades?) (?:as|in charge|at the helm|at the top|leading|running|"
        rf"heading) "
        rf"(?:[^,;]{{0,50}}? )?(?:(?:of|at) (?:the )?)?(?={NAME}[^;]{{0,40}}?, (?-i:[A-Z])[^;]{{3,40}}? (?:(?:will|"
        rf"is|has|to|be|decided) ){{0,6}}"
        r"(?:hand|step|retir|transition|leav|left|depart|mov|resign|quit|exit|bow|stand|call)\w*)",
        Who.OBJECT,
        no=_NO,
    ),
)
