"""The walk of one entry through detection; see the package's docstring for the line."""

from __future__ import annotations

from triggers.detect import (
    acquisition,
    contract_win,
    earnings,
    executive_departure,
    executive_hire,
    expansion,
    funding,
    ipo,
    layoffs,
    partnership,
    product_launch,
    regulatory,
    security_incident,
)
from triggers.detect.explain import candidates
from triggers.detect.language import READ, language_of
from triggers.detect.scene import Rule, Scene
from triggers.detect.settle import settle
from triggers.detect.spans import Hit
from triggers.detect.text import clean
from triggers.detect.tokens import Line, lines
from triggers.detect.vetoes import background, veto
from triggers.types import Clean, Detection, EventKind, Reading

RULES: tuple[Rule, ...] = (
    funding.RULE,
    acquisition.RULE,
    ipo.RULE,
    executive_hire.RULE,
    executive_departure.RULE,
    layoffs.RULE,
    expansion.RULE,
    product_launch.RULE,
    partnership.RULE,
    contract_win.RULE,
    earnings.RULE,
    regulatory.RULE,
    security_incident.RULE,
)
_EUROPEAN = frozenset(
    {EventKind.FUNDING, EventKind.ACQUISITION, EventKind.EXECUTIVE_HIRE, EventKind.EXECUTIVE_DEPARTURE}
)
_MOST = 3  # events an entry may tell by name; a longer list is a digest
_FROM_SUMMARY = 0.12  # how much less sure we are of what only the text below the headline says


def detect(reading: Reading, *, explain: bool = False) -> Detection:
    """All events that the entry tells. Raises nothing, whatever the text; `explain` adds the candidates."""
    cleaned = clean(reading.title, reading.summary)
    language = language_of(f"{cleaned.title} {cleaned.summary}", reading.language)
    if language not in READ:
        return Detection(cleaned, language, (), vetoed=f"language {language} is not read")
    scene = Scene(cleaned, language, lines(cleaned.title, "title"), [])
    _summary(scene)
    if why := veto(scene.title, scene.summary):
        return Detection(cleaned, language, (), vetoed=why[0])
    hits = _hits(scene)
    kept, refused = settle(scene, hits, reading.published.date() if reading.published else None)
    events = {(m.kind, m.facts.other_party if m.facts.side else m.company) for m in kept}
    if len(events) > _MOST + 1:
        return Detection(cleaned, language, (), vetoed="a list of events")
    shown = candidates(scene, kept, refused) if explain else ()
    return Detection(cleaned, language, tuple(kept), shown)


def _summary(scene: Scene) -> None:
    if scene.clean.summary:
        scene.summary = [x for x in lines(scene.clean.summary, "summary") if x.toks]


def _hits(scene: Scene) -> list[Hit]:
    hits = [h for line in scene.title for h in _of_line(scene, line)]
    if not hits:
        for line in scene.summary[:2]:
            below = [h for h in _of_line(scene, line) if background(line, h.at) is None]
            for hit in below:
                hit.confidence -= _FROM_SUMMARY
            hits += below
            if hits:
                break
    return hits


def _of_line(scene: Scene, line: Line) -> list[Hit]:
    out: list[Hit] = []
    for rule in RULES:
        if rule.words.isdisjoint(line.lows) or (scene.language != "en" and rule.kind not in _EUROPEAN):
            continue
        out += rule.find(scene, line)
    return out


def read_clean(scene: Scene) -> Clean:
    return scene.clean
