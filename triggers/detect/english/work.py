"""English frames of what companies do: people, jobs, places, products, partners, orders."""

from __future__ import annotations

from triggers.detect.english.people import PEOPLE
from triggers.detect.frames import Frame, Who, frame
from triggers.detect.grammar.lexicon import PLACES
from triggers.types import EventKind as K

_PLACE = "|".join(sorted(PLACES - {"west", "cape", "valley", "east", "jersey", "york", "lanka", "nadu"}))

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
        no=r"\b(?:ceo|cfo|tax|emissions|hiring|creat\w+|adds|new jobs|exodus|shortages?|revolt|walkout|"
        r"backlash|step(?:s|ped|ping)? down|tech layoffs|strike|wages|pay|visa|minister|"
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

__all__ = ["JOBS", "PEOPLE"]
