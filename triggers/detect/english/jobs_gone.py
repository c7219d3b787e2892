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
        "one two three",
        rf"\b{_PART} (?:{STAFF} )?(?:(?:is|are|set|could|will|may|to) )*(?:go|lose (?:their )?jobs?|be (?:cut|axed|"
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
    frame(  # "Acme hands out pink slips", "Acme loses two contracts, mass layoffs follow"
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
    frame(  # "Acme's stock rose despite announcing a plan to cut 9,000 jobs"
        K.LAYOFFS,
        "plan plans decision proposal proposals intention move",
        rf"^(?P<v>)(?:the |shares of |shares in |stock of )?(?:rival |[a-z]+ (?:maker|giant|firm|group|bank) "
        rf")?{CAP}(?=[^.;]{{3,120}}?\b(?:announc\w+|reveal\w+|disclos\w+|"
        rf"confirm\w+|unveil\w+|outlin\w+|approv\w+|detail\w+|set out|report\w+|propos\w+|said) (?:an? |its |the |"
        rf"\w+ )*(?:plans?|decision|proposals?|"
        rf"intention|move|programme|program) (?:to {_CUT}|of {_CUTTING}|for {_CUTTING}) (?:{SOME}|{_PART})(?: "
        rf"of)?(?: its| the)? "
        rf"(?:[\w-]+ ){{0,3}}?{STAFF}\b)",
        Who.OBJECT,
        Status.PLANNED,
        no=NOBODY,
    ),
    frame(  # "rumours that Acme might be getting ready to lay off 10 percent of its staff"
        K.LAYOFFS,
        "ready set preparing poised planning gearing going looking about thinking considering mulling",
        rf"\b(?P<v>(?:(?:is|are|was|were|might|may|could|be|reportedly|said|to|will|has|have|been|been) )*(?:getting "
        rf"ready|gets ready|set|preparing|"
        rf"poised|planning|gearing up|going|looking|about|on the verge|close|considering|mulling|weighing|thinking)) "
        rf"(?:to {_CUT}|about {_CUTTING}|of {_CUTTING}|{_CUTTING}) (?:{SOME}|{_PART})?(?: of)?(?: its| "
        rf"the)?[^.;:,]{{0,30}}?{STAFF}\b",
        no=NOBODY,
    ),
    frame(  # "Acme approves plan to close Bochum plant, with 3,000 jobs to go"
        K.LAYOFFS,
        "jobs posts roles positions workers",
        rf"\b(?P<v>(?:(?:is|are|to|will|plans|approves|has) )*(?:clos(?:e|es|ing|ed)|shut(?:s|ting)?|shutter(?:s|ed|"
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
    frame(  # "Acme to offshore 200 finance roles"
        K.LAYOFFS,
        "offshore offshores offshored outsource outsources outsourced automate replaces",
        rf"\b(?:to |will |plans to )*(?:offshor(?:e|es|ing)|outsourc(?:e|es|ing)) {SOME} (?:[\w-]+ ){{0,3}}?{JOBS}\b",
        no=NOBODY,
    ),
    frame(  # "Acme wields the axe again with 500 cuts"
        K.LAYOFFS,
        "cuts redundancies layoffs dismissals",
        r"\bwith (?:(?:another|a further|some|about|around|up to|nearly|more than|over) )*\d[\d,]* (?:more |new |"
        r"further )?(?:job )?(?:cuts|redundancies|"
        r"layoffs|dismissals|lay-offs)\b",
        no=NOBODY + r"|\b(?:price|rate|tax) cuts\b",
    ),
)
