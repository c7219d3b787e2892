"""The walk of one entry through detection; see the package's docstring for the line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from triggers.detect.below import told_below
from triggers.detect.beside import companions, one_sided
from triggers.detect.explain import candidates, listed, vetoed
from triggers.detect.grammar.core import core, opens_with_place, still_quoted
from triggers.detect.grammar.language import READ, language_of
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.text import clean
from triggers.detect.grammar.tokens import lines
from triggers.detect.heard import speaks
from triggers.detect.learned import LANGUAGES, may_tell, opinion_of
from triggers.detect.of_line import of_line
from triggers.detect.registry import PHRASES
from triggers.detect.said_below import hits_below, tells_moves
from triggers.detect.scene import Scene
from triggers.detect.settle import DOUBTED, settle
from triggers.detect.vetoes import veto
from triggers.types import Detection, EventKind, Mention, Reading

if TYPE_CHECKING:
    from triggers.detect.learned.reader import Opinion

_OF_FIRMS = frozenset(
    EventKind(kind) for kind in ("executive_hire", "executive_departure", "layoffs", "acquisition", "ipo")
)
TITLE_CHARS = 1_000
SUMMARY_CHARS = 4_000  # raw, markup included; longer texts are cut before they are cleaned
_MOST = 3  # events an entry may tell by name; a longer list is a digest


def detect(reading: Reading, *, explain: bool = False, rules_only: bool = False) -> Detection:
    """All events that the entry tells. Raises nothing, whatever the text; `explain` adds the candidates, `rules_only`
    asks no network, for those who write rules and for those who measure what the network adds."""
    cleaned = clean(reading.title[:TITLE_CHARS], reading.summary[:SUMMARY_CHARS])
    language = language_of(f"{cleaned.title} {cleaned.summary}", reading.language)
    if language not in READ:
        return Detection(cleaned, language, (), vetoed=f"language {language} is not read")
    scene = Scene(
        cleaned, language, lines(cleaned.title, "title") if language in PHRASES or speaks(cleaned.title) else []
    )
    hits = _hits(scene, whole=explain)
    asks = language in LANGUAGES and not rules_only
    weighed = asks and (bool(hits) or may_tell(cleaned.title, cleaned.summary))
    if not hits and not weighed and not explain:
        return Detection(cleaned, language, ())
    why = veto(cleaned.title)
    if why:
        return Detection(cleaned, language, (), vetoed(scene, hits, why) if explain else (), vetoed=why[0])
    told_on = reading.published.date() if reading.published else None
    opinion = opinion_of(scene) if weighed else None
    kept, refused = _kept(scene, hits, opinion, told_on)
    learned: list[Mention] = []
    if opinion is not None:
        learned, others = settle(scene, opinion.events(_decided(scene, kept, refused)), told_on)
        kept, refused = kept + learned, refused + others
    considered = candidates(scene, kept, refused) if explain else ()
    if opinion is not None and explain:
        considered = opinion.thoughts(considered, learned)
    if _is_list(kept, [hit for hit, why in refused if why == DOUBTED]):
        many = "a list of events"
        return Detection(cleaned, language, (), listed(considered, many), vetoed=many)
    return Detection(cleaned, language, tuple(kept), considered)


def _decided(scene: Scene, kept: list[Mention], refused: list[tuple[Hit, str]]) -> frozenset[EventKind]:
    """Kinds that the rules have decided on: told, or refused for what happened and not for want of a name."""
    noes = {hit.kind for hit, why in refused if why not in _OF_NOBODY}
    return frozenset({m.kind for m in kept} | noes | {kind for kind, _, _ in scene.notes})


def _kept(
    scene: Scene, hits: list[Hit], opinion: Opinion | None, told_on: date | None
) -> tuple[list[Mention], list[tuple[Hit, str]]]:
    """What stays of the rules' events, without those in which the network does not believe."""
    doubted = frozenset(hit.kind for hit in hits if opinion is not None and opinion.doubts(hit.kind))
    kept, refused = settle(scene, hits, told_on, doubted)
    believed = [(hit, why) for hit, why in refused if hit.kind not in doubted]
    if not kept and believed and scene.language == "en":
        kept, more = settle(scene, _named_below(scene, believed), told_on)
        refused += more
    return kept, refused


def _is_list(kept: list[Mention], doubted: list[Hit]) -> bool:
    """Too many events of too many firms, those that nobody believes included; the two sides of a deal are one."""
    several = {(m.kind, m.facts.other_party if m.facts.side else m.company) for m in kept}
    several |= {(h.kind, None if h.kind is EventKind.ACQUISITION else h.company.text) for h in doubted}
    return len(kept) + len(doubted) > _MOST and len(several) > _MOST + 1


def _hits(scene: Scene, *, whole: bool) -> list[Hit]:
    hits = [h for line in scene.title for h in of_line(scene, line)]
    if scene.language == "en" and (not hits or one_sided(hits) or opens_with_place(scene.clean.title)):
        cores = _of_cores(scene)
        told = {h.kind for h in cores}
        hits = cores + [h for h in hits if h.kind not in told]
    if hits:
        return hits + companions(scene, hits, of_line) + _besides(scene, hits)
    return told_below(scene, whole=whole) or (hits_below(scene, of_line) if scene.language == "en" else [])


def _besides(scene: Scene, hits: list[Hit]) -> list[Hit]:
    """What the text below tells beside a headline of figures, sites, goods or the like: who comes and goes, which jobs
    are cut."""
    if scene.language != "en" or not tells_moves(scene.clean.summary) or any(h.kind in _OF_FIRMS for h in hits):
        return []
    below = told_below(scene, whole=False) or hits_below(scene, of_line)
    return [hit for hit in below if hit.kind in _OF_FIRMS]


def _of_cores(scene: Scene) -> list[Hit]:
    """What the headline tells once its asides are put aside; nothing of a kind that a rule has refused."""
    found: list[Hit] = []
    for line in scene.title:
        bare = core(line)
        if bare is not None:
            scene.cores.append(bare)
            refused = frozenset(kind for kind, _, _ in scene.notes)
            found += [h for h in of_line(scene, bare, refused) if still_quoted(h, line.text)]
    return [] if one_sided(found) else found


# What says that a headline tells an event of nobody it names, or first speaks of another.
_OF_NOBODY = frozenset({"an ordinary word", "told as background", "no company's name"})


def _named_below(scene: Scene, refused: list[tuple[Hit, str]]) -> list[Hit]:
    """Hits of the text below of the kinds that the headline tells of nobody: "Contract win", then who won it."""
    if not all(why in _OF_NOBODY and hit.line.field == "title" for hit, why in refused):
        return []
    kinds = {hit.kind for hit, _ in refused}
    return [hit for hit in told_below(scene, whole=False, anybody=True) if hit.kind in kinds]
