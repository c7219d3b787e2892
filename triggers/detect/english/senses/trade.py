"""English clauses of pacts and of orders won."""

from __future__ import annotations

from triggers.detect.clause_table import Clause, clause
from triggers.detect.english.senses.places import STATE
from triggers.types import EventKind as K

_NO_PACT = (
    r"\b(?:trade|peace|nuclear|climate|paris|union|unions|pay deal|wage|minister|government|plea|player|coach|trial|"
    r"acqui\w+|takeover|buys?|buyout|merger|stake|loan|credit|financing|settle\w*|plea|lawsuit|investigat\w+|"
    r"prosecut\w+|"
    r"end(?:s|ed|ing)?|terminat\w+|cancel\w*|quits?|exit\w*|divorce|collaps\w+|save|rescue|restructur\w+|debt|"
    r"creditors?|"
    r"lease|tax|sale of|sells?|sold|supply|order|iran|china deal|trump|brexit|franchise)\b"
)

ALLIANCES: tuple[Clause, ...] = (
    clause(
        K.PARTNERSHIP,
        "form forge create establish launch announce unveil enter ink sign strike seal cement expand extend renew "
        "deepen broaden build mull discuss explore plan set agree conclude pen negotiate finalize finalise",
        "partnership alliance collaboration jv tie-up cooperation co-operation consortium mou memorandum venture "
        "codeshare",
        also=r"^.*(?:\bjoint venture|(?<!new )(?<!business )(?<!first )\b(?:partnership|alliance|collaboration|jv|"
        r"tie-up|"
        r"co-?operation|consortium|mou|memorandum|codeshare))",
        no=_NO_PACT,
    ),
    clause(
        K.PARTNERSHIP,
        "sign ink strike seal reach conclude enter announce agree pen negotiate extend",
        "pact deal agreement accord",
        also=r"\b(?:licen[cs]\w+|distribution|marketing|research|development|collaboration|cooperation|partnership|"
        r"co-?\w+|codeshare|sponsorship|content|data|reseller|franchise|commerciali[sz]ation|joint)\b.*\bwith\b",
        no=_NO_PACT,
    ),
    clause(
        K.PARTNERSHIP,
        "license out-license in-license licence sublicense",
        "right candidate drug antibody vaccine technology patent compound therapy molecule platform brand program "
        "programme asset treatment",
        also=r"\b(?:to|from) (?:[a-z]\S* ){0,3}(?-i:[A-Z])",
        no=STATE,
    ),
    clause(
        K.PARTNERSHIP,
        "receive collect get earn obtain",
        "fee payment money",
        also=r"\b(?:upfront|up-front|up front|licen[cs]\w+|milestone)\b.*\b(?:from|to|with)\b",
        no=STATE,
    ),
    clause(
        K.PARTNERSHIP,
        "join",
        "force hand",
        no=STATE + r"|\b(?:armed|air|task|police|special|security|labou?r|merge\w*|trump)\b",
    ),
    clause(
        K.PARTNERSHIP,
        "enlist recruit tap bring pick engage",
        "",
        also=r"^ (?-i:[A-Z])[\w.&'-]*(?: (?-i:[A-Z])[\w.&'-]*){0,3} (?:to help|on board as|as) (?:\w+ ){0,4}"
        r"(?:distribut\w+|partner|sell|develop|market)\b",
        no=STATE + r"|\b(?:ceo|cfo|chief|director|president|head)\b",
    ),
    clause(
        K.PARTNERSHIP,
        "distribute market resell sell",
        "",
        also=r"^ (?:the )?(?-i:[A-Z])[\w.&-]*(?:(?: (?-i:[A-Z])[\w.&-]*){0,2})['’]s? (?:\w+ ){1,4}(?:in|across|"
        r"through)\b",
        no=r"^(?!.*\b(?:agreement|deal|pact|partnership)\b)|" + _NO_PACT.replace("sells?|sold|", ""),
    ),
)

_ORDERS = (
    "contract order tender mandate framework subcontract engagement assignment commission job work project account deal"
)
_NO_ORDER = (
    r"\b(?:acqui\w+|buyout|takeover|merger|stake|court|judge|injunction|restraining|executive order|player|coach|"
    r"record|record deal|funding|loan|credit|union|licen[cs]e|grant|approval|restore|law and order|in order|peace|"
    r"trade deal|"
    r"protest\w*|strike|lawsuit|election|voters?|rental|contract worker|los(?:e|es|ing|t)|cancel\w*|terminat\w*|"
    r"suspend\w*|"
    r"tentative|short order|tax|series [a-k]|ipo)\b"
)

ORDERS: tuple[Clause, ...] = (
    clause(
        K.CONTRACT_WIN,
        "win land secure clinch bag receive book gain score garner scoop net capture nab snag collect pick get obtain",
        "contract order tender mandate framework subcontract engagement assignment commission",
        no=_NO_ORDER,
    ),
    clause(
        K.CONTRACT_WIN,
        "win land secure clinch bag scoop walk",
        "job work project account deal business",
        also=r"\b(?:worth|valued|from|with|to (?:build|supply|run|provide|deliver|install|design|clean|manage|"
        r"maintain|"
        r"make|upgrade|operate|refit|construct))\b",
        no=_NO_ORDER + r"|\b(?:deal with (?:unions?|creditors|banks|lenders)|heart|approval)\b",
    ),
    clause(
        K.CONTRACT_WIN,
        "hand award give offer",
        "contract order mandate commission deal job",
        behind="to",
        no=_NO_ORDER,
    ),
    clause(
        K.CONTRACT_WIN,
        "order commission",
        "locomotive train tram bus aircraft jet plane helicopter ship vessel ferry turbine truck engine ventilator "
        "system unit machine vehicle car satellite battery module robot printer locomotives missile drone rig crane",
        behind="from",
        no=_NO_ORDER + r"|\b(?:recall\w*|fda|judge|ordered to)\b",
    ),
    clause(
        K.CONTRACT_WIN,
        "hire retain engage select choose appoint pick tap contract name",
        passive=True,
        also=r"^(?: by (?:the )?[A-Z][^,;]{1,50}?)? (?:to (?:build|supply|run|provide|deliver|install|design|"
        r"manage|maintain|"
        r"upgrade|operate|develop|construct|handle|print|make|implement|redesign|replace|support)|as (?:the |its )?"
        r"(?:[\w-]+ ){0,3}(?:supplier|contractor|vendor|provider|operator|bidder)|(?:the )?(?:[\w-]+ ){0,2}"
        r"(?:supplier|contractor|bidder))\b",
        no=_NO_ORDER + r"|\b(?:ceo|chief|president|director|chairman|succeed|replace (?:him|her)|role|film|team)\b",
    ),
    clause(
        K.CONTRACT_WIN,
        "use adopt deploy choose go switch",
        behind="with to on use deploy adopt",
        also=r"^ (?:with|to) (?-i:[A-Z])[\w.&-]*(?: (?-i:[A-Z])[\w.&-]*){0,2} for (?:its|their|new|the|"
        r"all)\b[^;]{0,50}"
        r"\b(?:software|systems?|platform|service|services|network|technology|payroll|cloud|billing|fleet|"
        r"equipment)\b",
        no=_NO_ORDER,
    ),
)
