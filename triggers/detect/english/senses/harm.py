"""English clauses of what authorities allow and punish, and of what attackers do."""

from __future__ import annotations

from triggers.detect.clause_table import Clause, clause
from triggers.types import EventKind as K

_LEAVE = (
    "approval clearance nod authorisation authorization permission licence license green-light go-ahead permit consent"
)
_PROBES = "investigation probe inquiry enquiry charge allegation claim case lawsuit suit penalty fine settlement"
_BODY = (
    r"\b(?:fda|ema|sec|ftc|doj|fca|cma|ofgem|ofcom|epa|nhtsa|cfpb|osha|regulators?|watchdog|authorit(?:y|ies)|agency|"
    r"commission|commissioner|ministry|department|prosecutors?|attorneys? general|states?|government|eu|european|"
    r"court|"
    r"central bank|customs|police|antitrust|u\.s\.|justice|federal|treasury|faa|rbi|cci|bafin|finra|nydfs)\b"
)
_NO_LAW = (
    r"\b(?:shareholders?|board approval|investor approval|patent|class[- ]action|lawsuit by|suit by|divorce|"
    r"minister|president|"
    r"senator|governor|mayor|player|coach|team|club|marijuana possession|driver|drivers|man|woman|ceo approval|"
    r"approval rating|"
    r"union|unions|fine-?tun\w+|fine dining|worker|insurance claim|jobless|patient|study|research)\b"
)
LEGAL: tuple[Clause, ...] = (
    clause(
        K.REGULATORY,
        "settle resolve",
        _PROBES + " complaint dispute violation",
        also=_BODY,
        no=_NO_LAW,
    ),
    clause(
        K.REGULATORY,
        "settle resolve",
        "investigation probe inquiry",
        no=_NO_LAW,
    ),
    clause(
        K.REGULATORY,
        "reach agree pay face cop get receive hit incur",
        "settlement fine penalty probe investigation inquiry question scrutiny sanction subpoena complaint "
        "censure charge",
        also=_BODY,
        no=_NO_LAW,
    ),
    clause(
        K.REGULATORY,
        "win get gain secure obtain receive earn score bag clinch",
        _LEAVE,
        also=r"\b(?:fda|ema|regulators?|regulatory|watchdog|banking|commission|authorit\w+|agency|ministry|ofgem|"
        r"ofcom|"
        r"health canada|european|eu|faa|clinical|drug|vaccine|device|treatment|therapy|licen[cs]e|antitrust|"
        r"merger|from the)\b",
        no=_NO_LAW,
    ),
    clause(
        K.REGULATORY,
        "deny refuse grant award give",
        _LEAVE,
        passive=True,
        no=_NO_LAW,
    ),
    clause(
        K.REGULATORY,
        "reject refuse approve clear authorise authorize fine penalise penalize reprimand sanction censure "
        "investigate "
        "probe blacklist raid subpoena",
        passive=True,
        also=r"\b(?:by|from|for|over|after|in)\b",
        no=_NO_LAW
        + r"|\b(?:cleared (?:of|for sale)|approved by (?:the )?(?:board|shareholders|council))\b|^(?!.*"
        + _BODY
        + ")",
    ),
    clause(
        K.REGULATORY,
        "issue send hand give serve slap levy",
        "letter fine penalty notice subpoena licence license order approval",
        behind="to on",
        also=r"\b(?:to|on)\b",
        no=_NO_LAW + r"|^(?!.*" + _BODY + ")",
    ),
    clause(
        K.REGULATORY,
        "raid search",
        "office headquarters premise building home site",
        behind="of at",
        no=_NO_LAW + r"|\b(?:gunmen|burglars?|thieves|hackers)\b",
    ),
    clause(
        K.REGULATORY,
        "look investigate probe fine sue penalise penalize order charge",
        behind="into",
        also=r"^ into (?-i:[A-Z])",
        no=_NO_LAW + r"|^(?!.*" + _BODY + ")",
    ),
)

_BREACHES = (
    "breach cyberattack cyber-attack attack ransomware hack leak incident intrusion intruder compromise hacker outage"
)
_CYBER = (
    r"\b(?:cyber\w*|cyber-\w+|ransomware|data|hack\w*|malware|phishing|security|network|systems?|intru\w+|passwords?|"
    r"records?|information|credentials?|accounts?|database|it|servers?|code|dark web)\b"
)
_NO_BREACH = (
    r"\b(?:heart|terror\w*|drone|missile|shark|gas|oil|chemical|water|breach of contract|breach of (?:duty|trust)|"
    r"antitrust|court|lawsuit|covenant|government|ministry|county|city|school|police|army|russian? attack|protects?|"
    r"prevent\w*|stops?|survey|study|report finds|simulated|tool|product|launch\w*|researchers (?:find|show))\b"
)
HARM: tuple[Clause, ...] = (
    clause(
        K.SECURITY_INCIDENT,
        "suffer disclose confirm report face experience investigate admit reveal announce battle fight contain probe "
        "acknowledge handle detect discover identify spot",
        _BREACHES,
        also=_CYBER,
        no=_NO_BREACH,
    ),
    clause(
        K.SECURITY_INCIDENT,
        "fall",
        "victim prey",
        also=_CYBER,
        no=_NO_BREACH,
    ),
    clause(
        K.SECURITY_INCIDENT,
        "expose leak leave spill lose",
        "database data record password detail information credential email address number file bucket server",
        also=r"\b(?:customers?|users?|online|patients?|passwords?|data|employees|personal|million|records)\b",
        no=_NO_BREACH,
    ),
    clause(
        K.SECURITY_INCIDENT,
        "steal access expose leak compromise take grab",
        "data record detail information password address file code number",
        behind="of from at on",
        also=r"\b(?:from|of|at)\b (?:[\d.,]+ |[a-z]+ ){0,4}(?-i:[A-Z])",
        no=_NO_BREACH
        + r"|^(?!.*\b(?:hackers?|thieves|attackers?|intruders?|criminals|gang|ransomware|breach|hack\w*)\b)",
    ),
    clause(
        K.SECURITY_INCIDENT,
        "take restore shut bring",
        "system service network website server operation platform",
        also=r"\b(?:cyber\w*|ransomware|hack\w*|intru\w+|malware|breach)\b",
        no=_NO_BREACH,
    ),
)
