"""What keeps its origin when a person edits a text, and which claims the edit brings without one."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from campaigns.story.claims import Claim, find_claims
from campaigns.types import Segment

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


def rebind(
    old: Sequence[Segment],
    new_text: str,
    vouched: Collection[str] = (),
    *,
    language: str = "en",
    names: Collection[str] = (),
) -> tuple[tuple[Segment, ...], list[Claim]]:
    """The segments of an edited text, and the claims in it that have no origin and that nobody vouched for.

    A bound segment keeps its origin where it is unchanged, wherever it moved to; everything else counts as literal.
    `vouched` holds the words of claims that a person stands for.
    """
    segments = _relabel(old, new_text)
    stood_for = {" ".join(text.split()).casefold() for text in vouched}
    claims = find_claims(segments, language, names)
    return segments, [claim for claim in claims if " ".join(claim.text.split()).casefold() not in stood_for]


def _relabel(old: Sequence[Segment], new_text: str) -> tuple[Segment, ...]:
    owner = _owners(old, new_text)
    segments: list[Segment] = []
    start = 0
    for end in range(1, len(new_text) + 1):
        if end < len(new_text) and owner[end] == owner[start]:
            continue
        part, _ = owner[start] or (_literal(old), 0)
        segments.append(replace(part, text=new_text[start:end]))
        start = end
    return _merged(segments)


def _literal(old: Sequence[Segment]) -> Segment:
    return Segment("", beat=old[0].beat if old else None)


def _owners(old: Sequence[Segment], new_text: str) -> list[tuple[Segment, int] | None]:
    """For each character of the new text the old segment it came from, with the segment's number."""
    before = [token for part in old for token in _tokens(part)]
    after = _TOKEN.findall(new_text)
    offsets = [0]
    for token in after:
        offsets.append(offsets[-1] + len(token))
    owner: list[tuple[Segment, int] | None] = [None] * len(new_text)
    matcher = SequenceMatcher(None, [token for token, _, _ in before], after, autojunk=False)
    for block in matcher.get_matching_blocks():
        for shift in range(block.size):
            _, part, number = before[block.a + shift]
            position = block.b + shift
            owner[offsets[position] : offsets[position + 1]] = [(part, number)] * len(after[position])
    return _whole_only(owner, new_text)


def _tokens(part: Segment) -> list[tuple[str, Segment, int]]:
    return [(token, part, id(part)) for token in _TOKEN.findall(part.text)]


def _whole_only(owner: list[tuple[Segment, int] | None], text: str) -> list[tuple[Segment, int] | None]:
    """A bound segment of which only a part is left has lost its origin: "half of $25 million" is not what was read."""
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and owner[end] == owner[start]:
            continue
        held = owner[start]
        if held and held[0].paths and text[start:end] != held[0].text:
            owner[start:end] = [(replace(held[0], paths=(), evidence=()), held[1])] * (end - start)
        start = end
    return owner


def _merged(segments: list[Segment]) -> tuple[Segment, ...]:
    """New text takes the beat before it; literal neighbours of one beat and line become one."""
    done: list[Segment] = []
    for segment in segments:
        last = done[-1] if done else None
        new = last is not None and not segment.line and not segment.paths
        part = replace(segment, beat=last.beat, line=last.line) if last and new else segment
        if last and not last.paths and not part.paths and (last.beat, last.line) == (part.beat, part.line):
            done[-1] = replace(last, text=last.text + part.text)
        else:
            done.append(part)
    return tuple(done)
