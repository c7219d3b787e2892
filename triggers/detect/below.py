"""What only the text under a headline tells, and whether it is worth reading at all."""

from __future__ import annotations

import re

from triggers.detect.grammar.datelines import dateline
from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line
from triggers.detect.heard import bare_word
from triggers.detect.kinds.funding import headline_round
from triggers.detect.of_line import TABLE_ONLY, of_line
from triggers.detect.registry import HEARD, OF_MONEY, PHRASES
from triggers.detect.scene import Scene
from triggers.detect.teaser import kept_back, of_people, unnamed_subject
from triggers.detect.vetoes import background
from triggers.types import EventKind

_BUT_MONEY = frozenset(EventKind) - {EventKind.FUNDING}
_FUNDING_WORDS = words(
    "raised raises raise raising secured secures closed closes funding round financing series seed "
    "investment led million lève levé millions millionen mio sammelt eingesammelt"
)
_SUM = re.compile(
    r"[$€£₹¥]\s?\d|\d\s?(?:million|billion|mio|mrd|mln|bn|crore|lakh|m€|m\b)|\bseries [a-k]\b|\bseed (?:round|"
    r"funding)",
    re.I,
)
_LOOK = 320  # characters under the headline in which a hit of its own may start
_POSTS = frozenset({EventKind.EXECUTIVE_HIRE, EventKind.EXECUTIVE_DEPARTURE})
_HEADLINE_SHAPES = frozenset({"its round", "money for", "round values", "row of a table", "deal", "for sale"})
_TELLS_DEAL = re.compile(
    r"(?:\S+ ){1,8}?(?:announc|complet|clos|finali[sz]|confirm|conclud|agree)\w* (?:on )?(?:the |"
    r"its |an? )?(?:[\w-]+ ){0,3}"
    r"(?:acquisition|purchase|takeover|merger|sale) of\b",
    re.I,
)
_FIRM = 0.7  # weaker shapes are not believed below a headline
_FROM_SUMMARY = 0.12  # how much less sure we are of what only the text below the headline says


_PASSING = re.compile(r"^(?:A few (?:days|weeks|months)|Years ago|Months ago|Weeks ago|I)\b")


def told_below(scene: Scene, *, whole: bool, anybody: bool = False) -> list[Hit]:
    """What only the text under the headline says. News opens with its subject; anything else there is background.

    Of its second sentence only new money is believed, so nothing else is looked for there unless `whole` asks for all
    that was considered; where one phrase silences the general rules, they are all tried. `anybody`: whoever opens it,
    for the headline tells the event of nobody.
    """
    worth = anybody or _worth_reading(scene)
    if not worth and scene.language not in PHRASES:
        return []
    phrased = scene.language in PHRASES
    whole = whole or scene.language in TABLE_ONLY
    opening = scene.opening if whole else scene.opening_with(OF_MONEY)
    for at, line in enumerate(opening):
        if _PASSING.match(line.content):
            continue
        found = of_line(scene, line, _BUT_MONEY if at and not whole else frozenset())
        hits = [
            h
            for h in found
            if _opens(scene, line, h, first=at == 0, anybody=anybody) and background(line, h.at) is None
        ]
        if phrased:  # these tables listen for no single words
            hits = [
                h for h in hits if h.kind is EventKind.FUNDING or kept_back(scene.clean.title, h.company.text, h.kind)
            ]
        for hit in hits:
            hit.confidence -= _FROM_SUMMARY
        if hits:
            return hits
    return []


def _worth_reading(scene: Scene) -> bool:
    """Most texts under a headline cannot hold a hit of their own: no sum of money and no name from the headline."""
    start = scene.clean.summary[dateline(scene.clean.summary) : _LOOK]
    heard = set(map(bare_word, start.lower().split()))
    if heard.isdisjoint(HEARD):
        return False
    if not scene.clean.title or not (heard.isdisjoint(_FUNDING_WORDS) or _SUM.search(start) is None):
        return True
    capitals = {bare_word(w.lower()) for w in scene.clean.title.split() if not w.islower()}
    named = any(bare_word(w.lower()) in capitals for w in start[:90].split() if not w.islower())
    return named or unnamed_subject(scene.clean.title) or of_people(scene.clean.title)


def _opens(scene: Scene, line: Line, hit: Hit, *, first: bool, anybody: bool = False) -> bool:
    """Whether the sentence opens with the company, and the headline names it or the hit is new money with a sum."""
    headline = bool(scene.title) and headline_round(scene) is not None
    if hit.at > (70 if headline or scene.language in PHRASES else 26) or hit.company.start - line.start > 90:
        return False
    shaped = hit.rule in _HEADLINE_SHAPES and not headline and _TELLS_DEAL.match(line.content) is None
    if hit.confidence < _FIRM or shaped:
        return False
    if hit.kind is EventKind.FUNDING and ("amount" in hit.facts or "round" in hit.facts):
        return True
    told = {bare_word(w) for w in scene.clean.title.lower().split()}
    named = not told or not told.isdisjoint(_sides(line, hit)) or unnamed_subject(scene.clean.title)
    named = named or (hit.kind in _POSTS and of_people(scene.clean.title))
    return first and (named or anybody or scene.language in PHRASES)


def _sides(line: Line, hit: Hit) -> set[str]:
    """First words of those whose news it is: the company, the other side of a deal, the customer who gives an
    order."""
    names = [hit.company.text]
    if hit.kind is EventKind.ACQUISITION and (other := hit.facts.get("other_party")):
        names.append(other[0])
    if hit.kind is EventKind.CONTRACT_WIN:
        names += [t.word for t in line.toks[:4] if t.cap and t.low not in ("the", "a", "an")][:1]
    return {name.split()[0].lower() for name in names}
