"""English frames of jobs that go, told by the jobs, the staff or the plan: "staff face the axe"."""

from __future__ import annotations

from triggers.detect.english.pieces import CAP
from triggers.detect.frames import Frame, Who, frame
from triggers.types import EventKind as K

JOBS = r"(?:jobs?|posts|roles|positions)"
STAFF = (
    r"(?:workers|employees|staff(?:ers)?|people|engineers|developers|managers|executives|contractors|journalists|"
    r"reporters|pilots|drivers|nurses|scientists|researchers|technicians|salespeople|team(?: members)?|workforce|jobs|"
    r"roles|positions|posts)"
)
SOME = (
    r"(?:(?:up to|about|around|nearly|more than|over|some|another|at least|almost|approximately|roughly|the|its) )*"
    r"(?:\d[\d,.]*(?:%| per ?cent| percent)?|half|a (?:third|quarter|fifth|tenth)|most|dozens|"
    r"hundreds|thousands|scores)"
)
_GO = (
    r"(?:lose (?:their )?jobs|lost (?:their )?jobs|be (?:laid off|made redundant|let go|axed|cut|dismissed|eliminated)|"
    r"been (?:laid off|made redundant|let go|axed|cut)|laid off|made redundant|(?:face|facing) (?:the axe|redundancy))"
)
_PLAN = (
    r"(?:restructuring|reorgani[sz]ation|closure|closures|shake-?up|overhaul|cost[- ]cutting|shutdown|(?:savings?|cost|"
    r"efficiency|cost[- ]saving|turnaround) (?:drive|plan|programme|program)|relocation|revamp)"
)
_TAKES = (
    r"(?:(?:will|to|could|would|may|is set to|set to|is expected to) )*(?:costs?|claims?|hits?|affects?|eliminates?|"
    r"threatens?|axes?|cuts?|results? in|leads? to|means?|puts?|sees?)"
)
NOBODY = (
    r"\b(?:government|federal|ministry|council|county|city of|army|police|nhs|school|university|minister|congress|club|"
    r"economy|economists?|sector|industry|nationwide|jobless|avoid\w*|no (?:jobs|job|layoffs|redundancies)|without|"
    r"denie[sd]|not\b|creat\w+|saved?|saves|saving (?:jobs|\d)|strike|protect\w*)\b"
)

CUTS: tuple[Frame, ...] = (
    frame(  # "About 200 workers at Acme's Ohio plant will lose their jobs"
        K.LAYOFFS,
        "workers employees staff people staffers jobs roles positions",
        rf"\b{STAFF} (?:at|of|from|with) (?:the )?{CAP}(?=[^;:]{{2,70}}? (?:(?:will|to|are|is|could|"
        rf"may|would|set|have|has|"
        rf"were|was) )*{_GO}\b)",
        Who.OBJECT,
        no=NOBODY,
    ),
    frame(  # "Hundreds of jobs at risk at Acme", "200 jobs to go as Acme shuts plant"
        K.LAYOFFS,
        "jobs job posts roles positions",
        rf"\b{JOBS}(?: (?:are|is|were|now|could be|will be))? (?:at risk|under threat|threatened|in "
        rf"jeopardy|on the line|"
        rf"in danger|in doubt|to go|set to go|to be (?:cut|lost|axed|slashed|eliminated)|axed|slashed|lost|to be shed|"
        rf"face the axe|facing the axe) (?:[\w-]+ )?(?:at|as|after) (?:the )?{CAP}",
        Who.OBJECT,
        no=NOBODY,
    ),
    frame(  # "Acme fires 200 engineers", "Acme pink-slips dozens"
        K.LAYOFFS,
        "fires fired sacks sacked dismisses dismissed terminates terminated culls axes axed lays laid lets let "
        "pink-slips pink-slipped",
        rf"\b(?:(?:fires|fired|sacks|sacked|dismisse[sd]|terminate[sd]|culls|culled|axes|axed|lays off|"
        rf"laid off|lets? go"
        rf"(?: of)?) {SOME}(?: of)?(?: (?:its|the|their))? (?:[\w-]+ ){{0,3}}?{STAFF}\b|pink-slip(?:s|ped) )",
        no=NOBODY + r"|\b(?:ceo|shots?)\b",
    ),
    frame(  # "Staff cuts at Acme", "Job losses loom at Acme"
        K.LAYOFFS,
        "cuts reductions losses redundancies layoffs",
        rf"\b(?:(?:staff|job|headcount|workforce|staffing|head office) (?:cuts|reductions|losses)|"
        rf"redundancies|layoffs) "
        rf"(?:\w+ )?(?:at|hit|loom at|for) (?:the )?{CAP}",
        Who.OBJECT,
        no=NOBODY,
    ),
    frame(  # "Acme workforce to shrink by 300"
        K.LAYOFFS,
        "workforce headcount staff payroll",
        r"\b(?:global |total |us |uk )?(?:workforce|headcount|staff numbers|staff|payroll) (?:(?:is|"
        r"set|expected|will|to|would"
        r"|going|due|be|are) )*(?:shrinks?|fall|cut|reduced|slashed|trimmed|halved|culled) by (?:[\w-]+ )?\d",
        Who.BEFORE,
        no=NOBODY,
    ),
    frame(  # "Acme's restructuring will cost 300 jobs"
        K.LAYOFFS,
        "jobs roles positions posts redundancies layoffs job workers staff",
        rf"\b{_PLAN}(?: (?:plan|programme|program|drive))? {_TAKES} (?:[\w,.%-]+ ){{0,5}}?(?:{JOBS}|"
        rf"redundancies|layoffs|"
        rf"job (?:cuts|losses)|workers|staff)\b",
        Who.BEFORE,
        no=NOBODY,
    ),
    frame(  # "The restructuring at Acme will see 300 jobs go"
        K.LAYOFFS,
        "jobs roles positions posts redundancies layoffs job workers staff",
        rf"\b{_PLAN} (?:at|of|by) (?:the )?{CAP}(?=[^;:]{{2,70}}? {_TAKES} (?:[\w,.%-]+ "
        rf"){{0,5}}?(?:{JOBS}|redundancies|"
        rf"layoffs|job (?:cuts|losses)|workers|staff)\b)",
        Who.OBJECT,
        no=NOBODY,
    ),
    frame(  # "Acme workers face the axe"
        K.LAYOFFS,
        "face faces facing brace braced fear",
        rf"\b{STAFF} (?:fac(?:e|es|ing)|brac(?:e|ed|ing) for|fear(?:ing)?|to face) (?:the )?(?:axe|ax|"
        rf"chop|sack|layoffs?|"
        rf"redundancy|dismissal|job (?:cuts|losses))\b",
        Who.BEFORE,
        no=NOBODY,
    ),
    frame(  # "Axe falls on 200 jobs at Acme"
        K.LAYOFFS,
        "axe ax",
        rf"\b(?:axe|ax) (?:falls|to fall|fell|hangs|looms|hovers|hanging) (?:on|over) (?:[\w,]+ "
        rf"){{0,4}}?{STAFF} (?:at|in) "
        rf"(?:the )?{CAP}",
        Who.OBJECT,
        no=NOBODY,
    ),
    frame(  # "Acme swings the axe on 200 jobs", "Acme takes the knife to its workforce"
        K.LAYOFFS,
        "axe ax knife scalpel",
        rf"\b(?:swings?|swung|wields?|wielded|takes?|took|taking|puts?) (?:the |an? )?(?:axe|ax|knife|"
        rf"scalpel) (?:on|to|at|"
        rf"through) (?:[\w,.’'-]+ ){{0,5}}?{STAFF}\b",
        no=NOBODY,
    ),
    frame(  # "Acme has entered consultation with staff over the closure of its Hull site"
        K.LAYOFFS,
        "consultation consultations",
        r"\b(?:enter(?:s|ed|ing)?(?: into)?|start(?:s|ed|ing)?|beg(?:in|ins|an|un|inning)|open(?:s|"
        r"ed)?|launch(?:es|ed)?|"
        r"announc(?:es|ed)) (?:an? |the )?(?:(?:\d+[- ]day|formal|statutory|collective|redundancy|"
        r"staff) )*consultations?\b"
        r"[^.;:]{0,60}? (?:over|on|about|regarding|into|concerning|that could) "
        r"[^.;:]{0,60}?\b(?:clos\w+|redundan\w+|jobs?|"
        r"layoffs|roles)\b",
        no=NOBODY.replace("|government", ""),
    ),
)
