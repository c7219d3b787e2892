"""A draft whose event is told anew: which facts changed, and how a person's edit keeps its words around them. Pure.

Only what the news says is renewed. What was known of people when the draft was written stays as it was, so that a
correction changes the corrected words and nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from campaigns.types import BriefValue, Known, Segment

_NEWS = ("trigger.", "evidence.")
_FACT = "trigger."


@dataclass(frozen=True, slots=True)
class Change:
    """A fact of the event, before and after; None where it is not known, or not said because outlets differ."""

    fact: str
    before: BriefValue | None
    after: BriefValue | None


def renewed(before: Mapping[str, Known], fresh: Mapping[str, Known]) -> dict[str, Known]:
    """The draft's brief with what the news says now."""
    kept = {path: known for path, known in before.items() if not path.startswith(_NEWS)}
    return kept | {path: known for path, known in fresh.items() if path.startswith(_NEWS)}


def without_news(before: Mapping[str, Known]) -> dict[str, Known]:
    """The draft's brief when nothing the news said holds any more."""
    return {path: known for path, known in before.items() if not path.startswith(_NEWS)}


def without(before: Mapping[str, Known], lost: Collection[str]) -> dict[str, Known]:
    """The draft's brief without what draws on these origins, `kind:id`."""
    return {path: known for path, known in before.items() if ":".join(known.origin.split(":")[:2]) not in lost}


_LOST = {
    "concern": "what they told us was taken back, or may not be said any more",
    "interest": "what they read is not known any more",
    "tie": "the tie is gone",
    "case": "the case was changed or taken back",
    "promise": "the promise was changed or taken back",
    "owed": "the promise was mended",
}


def lost_in_words(lost: Collection[str]) -> str:
    """ "the tie is gone; the case was changed or taken back"."""
    return "; ".join(_LOST[kind] for kind in dict.fromkeys(origin.partition(":")[0] for origin in sorted(lost)))


def changes(before: Mapping[str, Known], after: Mapping[str, Known]) -> tuple[Change, ...]:
    """Facts of the event that differ, by name. Another publisher for the same facts is no change."""
    paths = sorted({path for path in (*before, *after) if path.startswith(_FACT)})
    pairs = ((path, _value(before, path), _value(after, path)) for path in paths)
    return tuple(Change(path.removeprefix(_FACT), old, new) for path, old, new in pairs if old != new)


def _value(values: Mapping[str, Known], path: str) -> BriefValue | None:
    known = values.get(path)
    return known.value if known else None


def in_words(found: Sequence[Change]) -> str:
    """What changed, for the banner over the draft: "amount 25,000,000 → 27,000,000; status rumoured → announced"."""
    return "; ".join(f"{one.fact.replace('_', ' ')} {_say(one.before)} → {_say(one.after)}" for one in found)


def _say(value: BriefValue | None) -> str:
    if value is None:
        return "(nothing)"
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return f"{value:,}"
    if isinstance(value, date):
        return value.isoformat()
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def carry(
    edited: Sequence[Segment], old: Sequence[Segment], new: Sequence[Segment], values: Mapping[str, Known]
) -> tuple[Segment, ...] | None:
    """An edited text with its bound words as the new telling has them; None where a word has no successor.

    `old` and `new` are the story told with the facts before and after, `values` the brief after.
    """
    instead = _successors(old, new)
    found: list[Segment] = []
    for segment in edited:
        if not segment.paths:
            found.append(segment)
            continue
        text = instead.get((segment.paths, segment.text), segment.text)
        if text is None or any(path not in values for path in segment.paths if path.startswith(_NEWS)):
            return None
        origins = tuple(dict.fromkeys(values[path].origin for path in segment.paths if path in values))
        found.append(replace(segment, text=text, evidence=origins or segment.evidence))
    return tuple(found)


def _successors(old: Sequence[Segment], new: Sequence[Segment]) -> dict[tuple[tuple[str, ...], str], str | None]:
    """What each bound word of the old telling says in the new one, in order; None where the two do not line up."""
    before, after = _by_paths(old), _by_paths(new)
    found: dict[tuple[tuple[str, ...], str], str | None] = {}
    for paths, texts in before.items():
        theirs = after.get(paths, [])
        for at, text in enumerate(texts):
            found.setdefault((paths, text), theirs[at] if len(theirs) == len(texts) else None)
    return found


def _by_paths(segments: Sequence[Segment]) -> dict[tuple[str, ...], list[str]]:
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for segment in segments:
        if segment.paths:
            found[segment.paths].append(segment.text)
    return found
