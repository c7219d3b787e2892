"""English clauses of jobs cut and works closed, of sites opened and markets entered."""

from __future__ import annotations

from triggers.detect.clause_table import Clause, clause
from triggers.types import EventKind as K

STATE = (
    r"\b(?:government|ministry|council|county|city of|army|police|police force|nhs|school|university|union|unions|"
    r"minister|president|senate|congress|club|coach|player|players|league|season|squad|fans|doge|federal)\b"
)
_JOBS_TOLD = r"\b(?:jobs?|workers|staff|employees|redundanc\w+|out of work|laid off|layoffs|people)\b"

_WORKS = (
    r"\b(?:plant|factory|factories|mill|smelter|depot|refinery|brewery|bakery|foundry|facility|site|works|"
    r"warehouse)s?\b"
)
_NO_CLOSING = (
    r"|\b(?:strike|reopen\w*|fire|flood|storm|hurricane|protest\w*|no (?:jobs|layoffs)|without|deal|acquisition|"
    r"purchase|sale|"
    r"temporar\w+|briefly|covid\w*|coronavirus|maintenance|power plant|nuclear|coal|reactor|websites?|"
    r"construction site|"
    r"outage|blaze|explosion|bid|offer|round|ipo|books?|bug|leak|close to)\b"
)

WORKFORCE: tuple[Clause, ...] = (
    clause(
        K.LAYOFFS,
        "trim pare thin prune shrink slim whittle shed downsize cull axe slash eliminate decimate reduce cut",
        "staff workforce headcount team personnel payroll rank employee worker job position role post",
        no=STATE + r"|\b(?:hours|pay|bonus\w*|salar\w+|emissions|costs per)\b",
    ),
    clause(K.LAYOFFS, "hand issue send serve give", "redundancies", no=STATE),
    clause(
        K.LAYOFFS,
        "hand issue send serve give deliver",
        "notice slip letter",
        also=r"\b(?:redundancy|layoff|dismissal|termination|pink)\b",
        no=STATE,
    ),
    clause(  # a works that closes sends its people home, whether the line says so or not
        K.LAYOFFS,
        "shutter shut close mothball idle axe shutdown",
        "plant factory mill smelter depot refinery brewery bakery foundry facility site line works",
        no=STATE + _NO_CLOSING,
    ),
    clause(
        K.LAYOFFS,
        "announce confirm plan propose reveal consider begin start",
        "closure closing shutdown closedown",
        also=_WORKS,
        no=STATE + _NO_CLOSING,
    ),
    clause(
        K.LAYOFFS,
        "shutter shut close mothball idle axe wind scale restructure consolidate cease end",
        "warehouse store office branch centre center unit operation arm division business studio newsroom production",
        also=_JOBS_TOLD,
        no=STATE + _NO_CLOSING,
    ),
)

_SITES = (
    "plant factory facility office site warehouse hub store branch centre center headquarters bakery bakehouse "
    "brewery "
    "distillery mine mill smelter refinery foundry laboratory lab campus studio clinic hotel restaurant cafe outlet "
    "depot showroom boutique dairy hall hangar shipyard greenhouse farm terminal complex subsidiary gigafactory "
    "flagship dealership supermarket hypermarket megastore cinema gym pub bar line workshop kitchen outpost shop "
    "plants building"
)
_NO_SITE = (
    r"\b(?:museum|church|schools?|university|hospital|council|government|minister|police|prison|library|strike|"
    r"layoffs?|closes?|closing|closure|close[sd] down|shut\w*|fire|lawsuit|probe|line of|assembly line of|stake|"
    r"app store|play store|product line|credit line|picket|fund|series [a-k]|acquir\w+|buys?|bought|museum|"
    r"shelter|mosque|temple|front office|box office|pet|protest\w*|season|film|store brand)\b"
)

GROWTH: tuple[Clause, ...] = (
    clause(
        K.EXPANSION,
        "open build erect construct inaugurate establish commission convert",
        _SITES,
        no=_NO_SITE + r"|\b(?:to help|open source)\b",
    ),
    clause(
        K.EXPANSION,
        "expand extend enlarge double triple quadruple",
        _SITES.replace(" line ", " ") + " capacity footprint presence network floorspace",
        no=_NO_SITE + r"|\b(?:partnership|collaboration|contract|deal|agreement)\b",
    ),
    clause(
        K.EXPANSION,
        "double triple quadruple boost increase raise expand",
        "size capacity output",
        also=r"\b(?:plant|factory|site|facility|laborator\w+|warehouse|mill|line|mine|brewery|production)\b",
        no=_NO_SITE,
    ),
    clause(K.EXPANSION, "break", "ground", no=_NO_SITE),
    clause(
        K.EXPANSION,
        "add create hire recruit employ",
        "engineer job worker people employee position role staff",
        also=r"\b(?:in|at) (?:its |the )?(?:new |\w+ )?(?-i:[A-Z])",
        no=STATE + r"|\b(?:cuts?|axe[sd]?|layoffs?|lose|lost|replace\w*|minister|ceo|chief)\b",
    ),
    clause(
        K.EXPANSION,
        "enter penetrate tap",
        "market",
        also=r"\bmarket\b",
        no=_NO_SITE + r"|\b(?:bear|bull|stock|bond|labou?r|junk|debt|capital) market\b",
    ),
    clause(
        K.EXPANSION,
        "set",
        "sight",
        also=r"^ (?:its|their) sights? on (?-i:[A-Z])",
        no=STATE + r"|\b(?:rival|"
        r"record)\b",
    ),
    clause(
        K.EXPANSION,
        "invest plough plow pour sink pump inject channel",
        _SITES + " expansion production capacity",
        also=r"\b(?:in|into|on)\b",
        no=_NO_SITE,
    ),
)
