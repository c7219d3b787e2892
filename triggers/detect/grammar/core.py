"""The core of a sentence: what is left when asides between a company and its verb are put aside.

"Acme (NYSE: ACM) — which makes pumps in Ohio — fell victim to a breach" says what "Acme fell victim to a breach" says.
Rules and frames look close around a verb; a sentence in which they find nothing is read once more without its asides.
Those are blanked, not cut out, so that every token stands where it stood and every quotation still fits the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from triggers.detect.grammar.lexicon import DESCRIPTORS
from triggers.detect.grammar.spans import Hit, Span
from triggers.detect.grammar.tokens import Line, line

_NAME = r"[A-Z0-9][\w.&'’+-]*(?: (?:of |and |& |the |de )?[A-Z0-9][\w.&'’+-]*){0,5}"
_PLACE = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}(?:, [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?)?"
_SEVERAL = ("startups", "firms", "makers", "giants", "companies")
_FIRM = "|".join(
    sorted((re.escape(word) for word in DESCRIPTORS if word.isascii() and word not in _SEVERAL), key=len, reverse=True)
)
_THE_FIRM = rf"(?:it|the (?:[\w’'-]+ ){{0,3}}(?:group|bank|{_FIRM}))"
_REACTS = rf"[^,;]{{0,80}}? (?:after|as|when|because|(?:on|following) news)(?: that)? {_THE_FIRM}(?= )"
_OPENS_ASIDE = (
    "an?|the|one of|which|who|whose|where|formerly|part of|owned|backed|based|headquartered|makers?|provider|parent|"
    "operator|publisher|known|founded|developer|another|home|led|listed|best known|together with|through|via"
)
_ASIDES = (
    re.compile(r" ?\((?![$€£])[^()]{1,80}\)"),
    re.compile(rf"(?<![\w-]){_PLACE}[- ](?:based|headquartered)(?: and [\w-]+)?,? (?=(?:[a-z][\w-]* ){{0,6}}[A-Z0-9])"),
    re.compile(rf"(?<=[\w.!’')]), (?:{_OPENS_ASIDE})\b[^,;–—]{{2,140}}(?:, [A-Z][\w.]*)?,(?= )"),
    re.compile(r" (?:—|–|--|-) [^—–]{3,160}? (?:—|–|--|-)(?= [a-z])"),
    re.compile(rf"(?<=\w)(?:['’]s?)? (?:stock|shares?|share price)\b{_REACTS}"),
    re.compile(rf"^(?:Shares|Stock) (?:of|in) (?P<kept>{_NAME}) {_REACTS}"),
    re.compile(  # "Acme Foods grocery chain suffers …"; one word alone may be an adjective
        rf"^(?=The |\S+ [A-Z]|[A-Z]\S*[A-Z0-9])(?P<kept>(?:The )?{_NAME})"
        rf" (?:[a-z][\w-]* (?:and |& )?){{0,3}}(?:{_FIRM})"
        r"(?= (?:ha[sd]|is|was|will|[a-z]+(?:s|ed|t|ght|on|ew|aid))\b)"
    ),
)
_WORDS = 3  # that a core has to keep


def core(told: Line) -> Line | None:
    """The line without its asides; None where it has none."""
    bare = told.content
    for pattern in _ASIDES:
        bare = pattern.sub(_blank, bare)
    if bare == told.content or len(bare.split()) < _WORDS:
        return None
    start = told.start + len(bare) - len(bare.lstrip())
    return line(told.text[: told.start] + bare + told.text[told.end :], told.field, start, told.end)


def opens_with_place(title: str) -> bool:
    """ "Elkhart, Indiana based Acme": a town and its state in front of the name."""
    return _TOWN.match(title) is not None


_TOWN = re.compile(r"(?:The )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}, [A-Z][\w.]*[- ](?:based|headquartered) ")


def _blank(found: re.Match[str]) -> str:
    """Spaces, but for the part of the pattern that is kept where it stands."""
    if "kept" not in found.re.groupindex:
        return " " * len(found.group())
    before, after = found.start("kept") - found.start(), found.end() - found.end("kept")
    return " " * before + found["kept"] + " " * after


def still_quoted(hit: Hit, text: str) -> bool:
    """Whether everything the hit points at stands in `text` as it says, and in one piece."""
    return all(text[one.start : one.end] == one.text for one in _spans(hit))


def _spans(hit: Hit) -> Iterator[Span]:
    yield hit.company
    for _, where in hit.facts.values():
        yield where
