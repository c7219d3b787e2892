"""English frames of jobs that go, told mildly or in passing: goodbyes, notices, plans that somebody revealed."""

from __future__ import annotations

from triggers.detect.english.cuts import JOBS, NOBODY, SOME, STAFF
from triggers.detect.english.pieces import CAP, TARGET
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K
from triggers.types import Status

_CUT = (
    r"(?:cut|axe|slash|shed|eliminate|trim|scrap|lose|drop|remove|lay off|let go|dismiss|sack|fire|"
    r"make redundant|reduce|pare|cull)"
)
_CUTTING = (
    r"(?:cutting|axing|slashing|shedding|eliminating|trimming|scrapping|losing|dropping|removing|laying off|letting go|"
    r"dismissing|sacking|firing|reducing|paring|culling)"
)
_PART = r"(?:one|two|three|\d+) in (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d+)"

GONE: tuple[Frame, ...] = (
    frame(  # "Acme says goodbye to 120 staff", "Acme parts with 40 people", "Acme lets dozens of engineers go"
        K.LAYOFFS,
        "goodbye farewell part parts parted parting let lets letting thins thinned dispenses jettisons sheds shed "
        "offload",
        rf"\b(?:(?:say(?:s|ing)?|said|bid(?:s|ding)?|wave[sd]?) (?:goodbye|farewell|adieu) to|part(?:s|ed|ing)?(?: "
        rf"ways| company)? with|"
        rf"let(?:s|ting)? go(?: of)?|thin(?:s|ned|ning)?(?: out)?|dispens(?:es|ed|ing) with|jettison(?:s|ed|ing)?|"
        rf"offload(?:s|ed|ing)?|"
        rf"do(?:es|ing)? away with|cast(?:s|ing)? off) (?:{SOME}|{_PART})(?: of)?(?: its| the| their)? (?:[\w-]+ "
        rf"){{0,3}}?{STAFF}\b|"
        rf"\blet(?:s|ting)? {SOME}(?: of)?(?: its| the| their)? (?:[\w-]+ ){{0,3}}?{STAFF} go\b",
        no=NOBODY,
    ),
    frame(  # "One in five to go at Acme", "One in ten jobs at Acme at risk"
        K.LAYOFFS,
        "go axed lose laid",
        rf"\b{_PART} (?:{STAFF} )?(?:(?:is|are|set|could|will|may|to) ){{0,6}}(?:go|lose (?:their "
        rf")?jobs?|be (?:cut|axed|"
        rf"laid off|let go)|"
        rf"cut|axed|laid off|face the axe) (?:at|as) (?:the )?{CAP}",
        Who.OBJECT,
        no=NOBODY,
    ),
    frame(  # "Pink slips at Acme", "P45s for 40 at Acme"
        K.LAYOFFS,
        "slips p45s axe knives bloodbath",
        rf"\b(?:pink slips?|p45s?|knives out|jobs? bloodbath|mass dismissals?)(?: \w+){{0,4}}? (?:at|for|hit) {TARGET}",
        Who.OBJECT,
        no=NOBODY,
    ),
    frame(  # "Acme hands out pink slips", "Acme shuts mill, layoffs follow"
        K.LAYOFFS,
        "slips layoffs lay-offs layoff lay-off redundancies",
        r"\b(?:hand(?:s|ed|ing)?(?: out)?|issu(?:es|ed|ing)|send(?:s|ing)?|sent|giv(?:es|ing)) (?:out )?(?:\S+ "
        r"){0,3}?pink slips\b|"
        r"\b(?P<v>los(?:es|t|ing)|clos(?:es|ed|ing)|shuts?|fil(?:es|ed|ing)|miss(?:es|ed)|halts?|idles?|idled|"
        r"struggl\w+|wind(?:s|ing) down)\b"
        r"[^.;:]{2,60}?[,—–-]+ (?:mass |major |more |further |sweeping |heavy )?(?:layoffs?|lay-offs?|redundancies|"
        r"job (?:cuts|losses))"
        r"(?: (?:to )?(?:follow|loom|ahead|likely|expected|coming|result))?(?=$|[.,])",
        no=NOBODY,
    ),
    frame(  # "Acme gained after unveiling a plan to cut 400 jobs"
        K.LAYOFFS,
        "cut cutting axe slash shed eliminate trim lay lose dismiss sack fire reduce pare cull",
        rf"^(?P<v>)(?:the |shares of |shares in |stock of )?(?:rival |[a-z]+ (?:maker|giant|firm|group|bank) "
        rf")?{CAP}(?=[^.;]{{3,120}}?\b(?:announc\w+|reveal\w+|disclos\w+|"
        rf"confirm\w+|unveil\w+|outlin\w+|approv\w+|detail\w+|set out|report\w+|propos\w+|said) (?:an? |its |the |"
        rf"\w+ ){{0,6}}(?:plans?|decision|proposals?|"
        rf"intention|move|programme|program) (?:to {_CUT}|of {_CUTTING}|for {_CUTTING}) (?:{SOME}|{_PART})(?: "
        rf"of)?(?: its| the)? "
        rf"(?:[\w-]+ ){{0,3}}?{STAFF}\b)",
        Who.OBJECT,
        Status.PLANNED,
        no=NOBODY,
    ),
    frame(  # "Acme is getting ready to lay off a tenth of its staff"
        K.LAYOFFS,
        "ready set preparing poised planning gearing going looking about thinking considering mulling",
        rf"\b(?P<v>(?:(?:is|are|was|were|might|may|could|be|reportedly|said|to|will|has|have|been|"
        rf"been) ){{0,6}}(?:getting "
        rf"ready|gets ready|set|preparing|"
        rf"poised|planning|gearing up|going|looking|about|on the verge|close|considering|mulling|weighing|thinking)) "
        rf"(?:to {_CUT}|about {_CUTTING}|of {_CUTTING}|{_CUTTING}) (?:{SOME}|{_PART})?(?: of)?(?: its| "
        rf"the)?[^.;:,]{{0,30}}?{STAFF}\b",
        no=NOBODY,
    ),
    frame(  # "Acme will shut its mill, with the loss of 85 jobs"
        K.LAYOFFS,
        "jobs posts roles positions workers",
        rf"\b(?P<v>(?:(?:is|are|to|will|plans|approves|has) ){{0,6}}(?:clos(?:e|es|ing|ed)|shut(?:s|"
        rf"ting)?|shutter(?:s|ed|"
        rf"ing)?|mothball(?:s|ed|ing)?|wind(?:s|ing) "
        rf"(?:up|down)|relocat(?:e|es|ing)|consolidat(?:e|es|ing)|merg(?:e|es|ing)|restructur(?:e|es|ing)|"
        rf"streamlin(?:e|es|ing)|approv(?:es|ed)))\b"
        rf"[^.;:]{{2,80}}?\b(?:with|putting|affecting|costing|threatening|resulting in|leading to|at (?:the |a "
        rf")?cost of|hitting|and|for) "
        rf"(?:the )?(?:loss of )?(?:{SOME} )(?:of (?:the |its )?)?(?:[\w-]+ )?{JOBS}(?: (?:to go|at risk|lost|"
        rf"affected|cut|under threat|set to go|losses|"
        rf"in doubt))?(?=$|[.,]| (?:at|in)\b)",
        no=NOBODY,
    ),
    frame(  # "Acme's decision to shut its plant will leave 600 out of work"
        K.LAYOFFS,
        "jobless redundant work unemployed job jobs",
        rf"\b(?P<v>(?:decision|plans?|moves?|closure|closing|collapse|shutdown|proposal)[^.;]{{0,90}}? "
        rf"(?:(?:will|would|could|may|to|has) ){{0,6}}"
        rf"(?:leave|leaves|left|leaving)) {SOME} (?:{STAFF} )?(?:out of (?:work|a job)|jobless|without "
        rf"(?:work|jobs|a job)|redundant|unemployed)\b",
        Who.BEFORE,
        no=NOBODY.replace("|without", ""),
    ),
    frame(  # "Acme leaves 600 out of work as it shuts plant"
        K.LAYOFFS,
        "jobless redundant work unemployed job jobs",
        rf"\b(?:leave|leaves|left|leaving) {SOME} (?:{STAFF} )?(?:out of (?:work|a job)|jobless|"
        rf"without (?:work|jobs|a job)|redundant)\b",
        no=NOBODY.replace("|without", ""),
    ),
    frame(  # "Acme is to cut the number of technicians it employs by around 300"
        K.LAYOFFS,
        "number numbers size",
        rf"\b(?:cuts?|cutting|reduc(?:e|es|ed|ing)|trim(?:s|med|ming)?|slash(?:es|ed|ing)?|halv(?:e|es|"
        rf"ed|ing)|shrink(?:s|ing)?|lower(?:s|ed|ing)?) (?:the |its )?"
        rf"(?:number|numbers|size) of (?:its |the )?(?:[\w-]+ ){{0,3}}?{STAFF}\b",
        no=NOBODY,
    ),
    frame(  # "Acme, which announced more cutbacks, where 10% of the workforce could go"
        K.LAYOFFS,
        "workforce staff employees jobs",
        rf"^(?P<v>)(?:the )?(?:[\w’'-]+ ){{0,8}}?{CAP}(?=[^;]{{2,140}}, where {SOME} of (?:the|its) "
        rf"[\w, -]{{0,24}}?{STAFF} (?:could|will|may|are to|is to|would) "
        rf"(?:go|lose their jobs|be cut|be lost))",
        Who.OBJECT,
        no=NOBODY,
    ),
    frame(  # "Acme has told 40 staff they no longer have a job", "Acme has put 60 workers on notice"
        K.LAYOFFS,
        "notice redundant rid laid job jobs let leave",
        rf"\b(?:(?:told|tells?|inform(?:s|ed)|notif(?:ies|ied)|warn(?:s|ed)) {SOME}(?: of)?(?: its| "
        rf"the)? (?:[\w-]+ ){{0,2}}?{STAFF} (?:that )?(?:they|their)\b[^.;]{{0,40}}?"
        rf"(?:job|redundant|laid off|positions?|let go|roles?)|(?:puts?|plac(?:es|ed)|serv(?:es|ed)) "
        rf"{SOME}(?: of)?(?: its| the)? (?:[\w-]+ ){{0,2}}?{STAFF} (?:on|with|under) "
        rf"(?:notice|garden(?:ing)? leave|redundancy)|(?:gets?|getting|got) rid of {SOME}(?: of)?(?: "
        rf"its| the)? (?:[\w-]+ ){{0,2}}?{STAFF})\b",
        no=NOBODY,
    ),
    frame(  # "Acme's new owner plans to get rid of 1,500 positions"
        K.LAYOFFS,
        "owner owners management boss parent",
        rf"['’]s? (?:new |private[- ]equity )?(?:owners?|management|boss|parent|buyer) (?P<v>(?:will|"
        rf"plans?|is|are|to|wants?|intends?|set|has|have|aims?|could|may) ){{1,6}}(?:get rid of|{_CUT}) "
        rf"(?:{SOME})(?: of)?(?: its| the)? (?:[\w-]+ ){{0,3}}?{STAFF}\b",
        Who.OWNER,
        no=NOBODY,
    ),
    frame(  # "Restructuring costs 90 jobs at Acme"
        K.LAYOFFS,
        "costs cost claims claim",
        rf"\b(?:costs?|claims?|claimed|eliminates?|axes|sheds|wipes out|hits|threatens?) {SOME} "
        rf"(?:more |further )?{JOBS} (?:at|from) {TARGET}",
        Who.OBJECT,
        no=NOBODY,
    ),
    frame(  # "Acme is seeking 300 voluntary redundancies"
        K.LAYOFFS,
        "redundancies redundancy severance departures volunteers",
        rf"\b(?:seek(?:s|ing)?|sought|invit(?:es|ed|ing)|ask(?:s|ed|ing)? for|call(?:s|ed|ing) for|"
        rf"offer(?:s|ed|ing)?|open(?:s|ed|ing)?|launch(?:es|ed|ing)?|target(?:s|ing)?|want(?:s)?|"
        rf"need(?:s)?|"
        rf"look(?:s|ing)? for|request(?:s|ed)?) (?:{SOME} )?(?:[a-z-]+ )?(?:voluntary |compulsory "
        rf")?(?:redundanc(?:y|ies)(?: scheme| programme| program| round| package)?|severance|"
        rf"volunteers for redundancy|"
        rf"early retirements?)\b",
        no=NOBODY,
    ),
    frame(  # "Acme employees were blindsided by another wave of layoffs"
        K.LAYOFFS,
        "layoffs redundancies cuts layoff dismissals",
        rf"\b{STAFF} (?:were|are|have been|was|is|being|hit|woke|wake)[^.;]{{0,40}}? (?:layoffs?|"
        rf"lay-offs?|job cuts|redundancies|dismissals)\b",
        Who.BEFORE,
        no=NOBODY + r"|\bformer\b",
    ),
    frame(  # "Acme to offshore 200 finance roles"
        K.LAYOFFS,
        "offshore offshores offshored outsource outsources outsourced automate replaces",
        rf"\b(?:to |will |plans to ){{0,6}}(?:offshor(?:e|es|ing)|outsourc(?:e|es|ing)) {SOME} "
        rf"(?:[\w-]+ ){{0,3}}?{JOBS}\b",
        no=NOBODY,
    ),
    frame(  # "Acme wields the axe again with 500 cuts"
        K.LAYOFFS,
        "cuts redundancies layoffs dismissals",
        r"\bwith (?:(?:another|a further|some|about|around|up to|nearly|more than|over) ){0,6}\d[\d,]* (?:more |new |"
        r"further )?(?:job )?(?:cuts|redundancies|"
        r"layoffs|dismissals|lay-offs)\b",
        no=NOBODY + r"|\b(?:price|rate|tax) cuts\b",
    ),
)
