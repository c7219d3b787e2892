"""Verbs of leaving a post, and what must follow for them to mean it."""

from __future__ import annotations

import re

from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.tokens import Line
from triggers.detect.grammar.verbs import inflect
from triggers.detect.scene import text_after

LEAVES = inflect("resign depart exit quit leave retire step stand bow hand pass relinquish vacate") | words(
    """quitting left out heads moves moving bids goes going transition transitions transitioning verlässt
    tritt geht scheidet quitte démissionne part dimite deja lascia dimette ausscheidet"""
)

# Verbs that mean leaving a post only together with what follows.
_ONLY_WITH = {
    "step": re.compile(r"\s+(?:down|aside|away|back)\b", re.I),
    "stand": re.compile(r"\s+(?:down|aside)\b", re.I),
    "bow": re.compile(r"\s+out\b", re.I),
    "hand": re.compile(
        r"\s+(?:over )?(?:the )?(?:reins|baton|helm|keys|control|top job)\b|"
        r"\s+in (?:his|her|their) (?:notice|resignation)",
        re.I,
    ),
    "pass": re.compile(r"\s+(?:on )?(?:the )?(?:reins|baton|torch)\b", re.I),
    "out": re.compile(r"\s+as\b", re.I),
    "head": re.compile(r"\s+(?:for|to) (?:the )?(?:door|exits?)\b", re.I),
    "mov": re.compile(r"\s+(?:[oO]n(?:$|[,;.]| from| after)|to (?:rival )?[A-Z])"),
    "transition": re.compile(
        r"\s+(?:in)?to (?:an? |the )?(?:role (?:as|of) )?(?:executive chair|chair|advis|board|new role|senior adv)",
        re.I,
    ),
    "bid": re.compile(r"\s+(?:farewell|goodbye|adieu)\b", re.I),
    "go": re.compile(r"$|\s*[,;.]", re.I),
}
_ELSEWHERE = re.compile(
    r"\s+(?:the market|market|deal|behind|room|open|question|ceasefire|bankruptcy|stealth|beta|"
    r"crypto|china|russia|ipo|business|segment|no |little|many|it\b|of absence)",
    re.I,
)


def goes(line: Line, i: int) -> bool:
    """Whether the verb means leaving a post here: "steps down", not "steps up"; "leaves", not "leaves doubts"."""
    low, rest = line.toks[i].low, text_after(line, i)
    if low in ("geht", "deja", "part"):
        return re.search(r"\b(?:chef|ceo|cfo|vorstand|pdg|directeur|consejero)\b", line.content, re.I) is not None
    if low == "tritt":
        return "zurück" in rest or "ab" in rest.split()
    for stem, wanted in _ONLY_WITH.items():
        if low.startswith(stem):
            return wanted.match(rest) is not None
    if low.startswith("leave") and (i and line.toks[i - 1].low in _ABSENCE):
        return False
    return _ELSEWHERE.match(rest) is None


_ABSENCE = words("takes take taking took on medical parental paternity maternity sick annual paid unpaid extended")
