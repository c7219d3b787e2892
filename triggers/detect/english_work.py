"""English frames of what companies do: people, jobs, places, products, partners, orders."""

from __future__ import annotations

from triggers.detect.english import ROLE
from triggers.detect.frames import Frame, Who, frame
from triggers.detect.lexicon import PLACES
from triggers.types import EventKind as K

_PLACE = "|".join(sorted(PLACES - {"west", "cape", "valley", "east", "jersey", "york", "lanka", "nadu"}))
_SPORT = (
    r"\b(?:coach|striker|midfielder|defeat|season|match|league|football|cricket|rugby|squad|club|minister|senator|"
    r"governor|party|parliament|police|army|university|school|church|band|actor|film)\b"
)

PEOPLE: tuple[Frame, ...] = (
    frame(
        K.EXECUTIVE_HIRE,
        "new next first interim permanent",
        rf"\b(?:new|next|first|interim|permanent|first-ever) (?:global |group |deputy |co-)?(?P<r>{ROLE}) (?:at|for|"
        rf"of|takes "
        r"(?:over|charge|the helm) at|named at|appointed at|joins) (?:the )?(?!its\b)",
        Who.OBJECT,
        no=_SPORT,
    ),
    frame(
        K.EXECUTIVE_HIRE,
        "gets has finds taps names picks welcomes unveils lands announces appoints selects",
        rf"\b(?:gets|has|finds|names|picks|welcomes|unveils|announces|appoints|selects|hires|installs) (?:an? |its |"
        rf"his |"
        rf"her )?(?:new|next|first|interim|permanent|first-ever) (?:global |group |deputy |co-)?(?P<r>{ROLE})\b",
        no=_SPORT,
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
        no=_SPORT + r"|\b(?:probe|investigation|round|investigate)\b",
    ),
    frame(
        K.EXECUTIVE_HIRE,
        "helm reins charge top",
        r"\b(?:takes?|took|taking|assum(?:es|ed|ing)|handed) (?:over )?(?:the )?(?:helm|reins|charge|top job|top role|"
        r"leadership|top post|ceo role|ceo post|chief executive role) (?:at|of|as \w+ (?:at|of)) (?:the )?",
        Who.OBJECT,
        no=_SPORT,
    ),
    frame(
        K.EXECUTIVE_HIRE,
        "joins joined join",
        rf"\b(?:joins|joined|to join) (?:the )?(?=[^.;,]{{2,40}} as (?:its |the |an? )?(?:new |next |first |interim "
        rf")?(?P<r>{ROLE})\b)",
        Who.OBJECT,
        no=_SPORT,
    ),
    frame(
        K.EXECUTIVE_HIRE,
        "joins joined join",
        r"\b(?:joins|joined|to join) (?:the )?(?=[^.;,]{2,40} (?P<r>board)\b)",
        Who.OBJECT,
        no=_SPORT + r"|\b(?:joins the board of trustees|on board)\b",
    ),
    frame(
        K.EXECUTIVE_HIRE,
        "returns return back",
        rf"\b(?:returns?|comes back|is back|back) as (?:interim |new |its )?(?P<r>{ROLE})\b",
        no=_SPORT,
    ),
    frame(
        K.EXECUTIVE_HIRE,
        "replaced succeeded",
        r"\b(?:replaced|succeeded) by (?P<p>(?-i:[A-Z])[\w.'’-]+ (?-i:[A-Z])[\w.'’-]+)",
        Who.BEFORE,
        no=_SPORT,
    ),
    frame(
        K.EXECUTIVE_DEPARTURE,
        "leaves left walks departs exits quits resigns leaving stepping out",
        r"\b(?:walk(?:s|ed)? (?:out of|away from)|(?:part(?:s|ed)|cuts?) (?:ways|ties) with|bow(?:s|ed) out (?:of|at)|"
        r"step(?:s|ped) "
        r"down (?:at|from)|resign(?:s|ed) from|depart(?:s|ed)(?: from)?|quits?|exits?|leaves|left|out at) (?:the |his "
        r"|her )?",
        Who.OBJECT,
        no=_SPORT
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
        no=_SPORT,
    ),
    frame(
        K.EXECUTIVE_DEPARTURE,
        "ceo cfo coo cto cmo cio ciso chief president chairman chairwoman chair head founder co-founder boss director "
        "vp counsel",
        rf"\b(?P<r>{ROLE})(?:['’]s)? (?:\S+ ){{0,3}}?(?:to (?:leave|depart|exit|step (?:down|aside|back)|retire|"
        rf"resign|go|stand "
        r"down)|out\b|ousted|fired|departs|exits|resigns|retires|quits|leaves|leaving|departing|stepping (?:down|aside|"
        r"back)|steps (?:down|aside|back|away)|stands? down|bows out|moves on|hands over|calls it quits|passes (?:the "
        r")?"
        r"baton|sacked|dismissed|shown the door|forced out|pushed out|is out|departure|resignation|exit|ouster|"
        r"(?:will|to) be (?:replaced|succeeded)|replaced|succeeded)\b",
        Who.BEFORE,
        no=_SPORT,
    ),
    frame(
        K.EXECUTIVE_DEPARTURE,
        "fires fired sacks ousts parts dismisses removes axes boots ejects loses replaces",
        rf"\b(?:fires|fired|sacks|sacked|ousts|ousted|dismiss(?:es|ed)|remov(?:es|ed)|axes|axed|boots|ejects|los(?:es|"
        rf"t)|replac"
        rf"(?:es|ed)|parts (?:ways )?with|split(?:s)? with) (?:its |an? |another |longtime |embattled |second |top )*"
        rf"(?P<r>{ROLE})\b",
        no=_SPORT,
    ),
)

JOBS: tuple[Frame, ...] = (
    frame(
        K.LAYOFFS,
        "lose losing lost risk",
        r"(?:,|;| as| with) (?:[\w,.-]+ ){0,4}(?:to lose|losing|lose|will lose) (?:their )?jobs\b",
        Who.BEFORE,
        no=r"\b(?:economy|sector|industry|government|ai will|million jobs)\b",
    ),
    frame(
        K.LAYOFFS,
        "layoffs layoff redundancies jobs staff workers roles employees workforce cuts pink positions furlough "
        "furloughs headcount job",
        r"\b(?:lays? off|laid off|laying off|lets? go(?: of)?|part(?:s|ing) ways with|parted ways with|cut(?:s|ting)? "
        r"(?:loose)?"
        r"|slash(?:es|ed|ing)?|ax(?:es|ed|ing)|trim(?:s|med)?|shed(?:s|ding)?|eliminat(?:es?|ed|ing)|furlough(?:s|ed|"
        r"ing)?|"
        r"hand(?:s|ed|ing) out|issues|downsiz(?:es|ed|ing)|thin(?:s|ned)|sack(?:s|ed)|fir(?:es|ed|ing)|dismiss(?:es|"
        r"ed)|"
        r"mak(?:es|ing)|(?:puts|places)|scrap(?:s|ped)?|culls?|culled|purges?|reduc(?:es|ed|ing)|announc(?:es|ed)|"
        r"conduct(?:s|ed|ing)|begins|began|starts|implements|kicks off|carries out|faces|hit by|undergoes|confirms) "
        r"(?:[^.,;:]|[.,](?=\d)){0,60}?\b(?:layoffs?|jobs|roles|staff(?:ers)?|workers|employees|positions|posts|"
        r"headcount|"
        r"workforce|pink slips|redundan\w+|people|job cuts)\b",
        no=r"\b(?:ceo|cfo|tax|emissions|hiring|creat\w+|adds|new jobs|tech layoffs|strike|wages|pay|visa|minister|"
        r"government|"
        r"federal|state|data|breach|stolen|leak|records?|prices?|rates?|companies|sector)\b",
    ),
    frame(
        K.EXPANSION,
        "adding add adds create creates creating hire hires hiring recruit recruits",
        r"\b(?:add(?:s|ing)?|creat(?:es?|ing)|hir(?:es?|ing)|recruit(?:s|ing)?|bring(?:s|ing)?|tak(?:es|ing) on) "
        r"(?:up to |over |"
        r"more than |about |around |nearly |some |an additional |another |at least )?\d[\d,.]* (?:new |additional |"
        r"more |"
        r"high-paying |full-time |skilled |tech |local |permanent )*(?:\w+ )?(?:jobs|positions|roles|employees|people|"
        r"staff|"
        r"workers|engineers|hires|posts)\b",
        no=r"\b(?:cut|slash|lay|eliminat|shed|government|state|minister|economy|u\.s\. adds)\b",
    ),
    frame(
        K.EXPANSION,
        "doubling doubles double expanding expands grow grows growing tripling triples enlarges extends relocating "
        "moving "
        "relocates moves moved opening signs leases takes upsizes",
        r"\b(?:doubl(?:es?|ing)|tripl(?:es?|ing)|expand(?:s|ing)?|grow(?:s|ing)?|enlarg(?:es?|ing)|extend(?:s|ing)?|"
        r"relocat(?:es?|"
        r"ing)|mov(?:es?|ing)|opening|upsiz(?:es?|ing)|leas(?:es|ing)|signs? (?:a )?lease (?:for|on)|takes|ramp(?:s|"
        r"ing) up|"
        r"build(?:s|ing)? out) [^.;:]{0,50}?\b(?:offices?|hqs?|headquarters|campus|plants?|factory|facility|"
        r"facilities|warehouses?|"
        r"team in|footprint|manufacturing|production (?:capacity|site|line)|capacity|stores?|presence|labs?|hub|data "
        r"cent\w+|"
        r"square f\w+|sq\.? ft|operations(?! (?:chief|head|officer|manager|team|center|centre)))\b",
        no=r"\b(?:revenue|profit|sales (?:grow|double)|app store|layoffs|play store|deal to|funding|partnership|"
        r"office chair)\b",
    ),
    frame(
        K.EXPANSION,
        "invest invests investing spend spends pour pours plow plans commits commit sink",
        r"\b(?:invest(?:s|ing)?|spend(?:s|ing)?|pours?|plows?|commits?|sinks?|earmarks?) (?:up to |over |more than |"
        r"about |"
        r"another |an additional |nearly |around )?(?:[$€£¥₹]|US\$|Rs\.? ?)[\d.,]+\s?\w* (?:\S+ ){0,4}?(?:in|into|on|"
        r"to (?:build|"
        r"expand|open|grow|upgrade)|at) [^.;:]{0,50}?(?:expansion|plants?|factor(?:y|ies)|facilit(?:y|ies)|campus|site|"
        r"manufacturing|operations|production|capacity|data cent\w+|headquarters|hub|warehouses?|distribution cent\w+|"
        r"stores|mill|refinery|brewery|lab\b)",
        no=r"\b(?:stake|startup|series [a-k]|fund\b|round)\b",
    ),
    frame(
        K.EXPANSION,
        "investing invest invests growing expanding grows grow expand expands doubling doubles coming moving bringing "
        "brings bring add adds "
        "locate establish",
        rf"\b(?:growing|expanding|expands?|grows?|doubl(?:es|ing) down|coming|moving|heading|headed|planting roots|"
        rf"putting down roots|"
        rf"establish(?:es|ing)?|locat(?:e|es|ing)|adds?|brings?|bringing|adding|shift(?:s|ing)?|invest(?:s|ing)?) "
        rf"(?:[\w$.,-]+ ){{0,6}}?"
        rf"(?:in|on|to|into) (?:[\w.-]+, |(?:south|north|west|east|new|northern|southern|central|upstate|greater) )?"
        rf"(?:{_PLACE})\b",
        no=r"\b(?:cut|slash|lay|layoffs|government|minister|ceo|cfo|app\b|war|tariffs?|funding|series [a-k]|jobless|"
        r"stake|shares|"
        r"ai mode|feature|service to|tv|beta|bonds?|team|coach|exports?|oil|troops|stock|deal|prices|startups?|fund)\b",
    ),
    frame(
        K.EXPANSION,
        "hire hires hiring recruit",
        r"\b(?:hires?|hiring|recruits?|recruiting) (?:up to |over |more than |about |another |at least )?\d[\d,]* "
        r"(?:at|in|for|across|"
        r"by)\b",
        no=r"\b(?:cut|lay|layoffs|government|police|army)\b",
    ),
    frame(
        K.EXPANSION,
        "lands wins gets attracts scores welcomes secures",
        r"\b(?:lands|wins|gets|attracts|scores|welcomes|secures) (?=[^.;]{2,50}['’]s? [^.;]{0,50}\b(?:plant|factory|"
        r"hq|headquarters|"
        r"campus|hub|data cent\w+|facility|gigafactory|warehouse)\b)",
        Who.OBJECT,
    ),
    frame(
        K.EXPANSION,
        "moving moves relocating relocates shifting shifts moved move relocate scouts scouting targets eyes seeks",
        r"\b(?:mov(?:es?|ing|ed)|relocat(?:es?|ing|ed)|shift(?:s|ing)?) [^.;:]{0,40}?\b(?:teams?|hq|headquarters|jobs|"
        r"employees|"
        r"operations|production|manufacturing|offices?) to\b|\b(?:scouts|scouting|eyes|seeks|targets) (?:for )?(?:\d+ "
        r")?(?:new )?"
        r"(?:\w+ ){0,2}(?:sites?|locations?|stores?|factory|factories|plants?|offices|data cent\w+) (?:for|in|by|"
        r"across|to)\b",
        no=r"\b(?:layoffs|ceo|cfo|court|funding|stake)\b",
    ),
    frame(
        K.EXPANSION,
        "breaks broke groundbreaking cuts plants lands arrives debuts",
        r"\b(?:br(?:eaks|oke) ground (?:on|for|in|at)|cuts (?:the )?ribbon (?:on|at)|plants (?:its )?flag in|sets? up "
        r"(?:shop|"
        r"base|office|operations|production|factory|plant|subsidiary|hub|a )|lands in|makes (?:its )?(?:\w+ "
        r")?(?:entry|foray) "
        r"into (?=(?-i:[A-Z])))",
        no=r"\b(?:government|minister|museum|church|park|court|hot water|trouble|jail)\b",
    ),
)
