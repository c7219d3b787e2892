"""Events on which nothing is sold: by their kind, or since a death, an illness or a scandal is told with them. Pure."""

from __future__ import annotations

import re

_SENSITIVE = ("layoffs", "security_incident")
_UNLESS_CUSTOMER = "executive_departure"
# Of other events such words say little: firms fight fraud, insure lives, and sell to hospitals.
PERSONAL = frozenset(("executive_hire", "executive_departure"))
_GRAVE = re.compile(
    r"(?<!\w)(?:deaths?|died|dies (?:at|aged|of|after|suddenly|unexpectedly)|"
    r"pass(?:es|ed) away|mourn\w*|killed|suicide|fatal\w*|funeral|obituary|"
    r"(?:health|medical) (?:reasons|grounds|problems)|(?:serious |sudden )?illness|"
    r"(?:amid|after|over|following|facing|accused of) (?:[\w’'-]+ ){0,3}?"
    r"(?:misconduct|harassment|fraud|scandal|allegations?|accusations?|investigation|probe|arrest|"
    r"indictment|lawsuit|bribery|charges)|"
    r"Tod(?:es\w*)?|gestorben\w*|verstorben\w*|starb|trauer[nt]?|Unglück\w*|Freitod|"
    r"gesundheitliche[nr]? Gründen?|(?:schwere[rn]? )?(?:Krankheit|Erkrankung)|"
    r"(?:nach|wegen|unter|trotz|inmitten) (?:[\w-]+ ){0,3}?"
    r"(?:Vorwürfen?|\w*[Ee]rmittlungen|\w*[Ss]kandals?|\w*[Bb]etrugs?|Festnahme|Belästigung|Untreue|Anklage))(?!\w)",
    re.IGNORECASE,
)


def is_sensitive(kind: str, *told: object, customer: bool) -> bool:
    """Whether an event of this kind, of which title and words were `told`, allows no pitch and no congratulation."""
    return kind in _SENSITIVE or (kind == _UNLESS_CUSTOMER and not customer) or is_grave(kind, *told)


def is_grave(kind: str, *told: object) -> bool:
    """Whether what was `told` of an event of this kind, title or words, makes it a sensitive one."""
    return kind in PERSONAL and any(isinstance(text, str) and _GRAVE.search(text) for text in told)
