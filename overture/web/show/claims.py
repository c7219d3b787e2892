"""The draft's text as pieces: what is bound, which claim it is, where a finding stands; pure.

A *claim* is bound text that says something which a reader could doubt. Names by which we address people are bound
too, but make no claim. Claims are numbered in the order in which they are read; the same origin through the same
path has one number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_ADDRESSING = frozenset(
    {
        "account.name", "account.short_name", "account.domain", "contact.name", "contact.first_name",
        "contact.last_name", "contact.salutation", "contact.language", "today",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text with one meaning. `chip` is the number printed after it, where a claim ends here."""

    text: str
    bound: bool = False
    claim: int | None = None
    chip: int | None = None
    finding: str | None = None  # level of the finding that covers it
    title: str = ""  # what the tooltip says
    parts: bool = False  # a blank line: it parts two paragraphs


@dataclass(frozen=True, slots=True)
class Claim:
    """One numbered claim: its words, the paths it was read from and its origins."""

    number: int
    text: str
    paths: tuple[str, ...]
    origins: tuple[str, ...]

    @property
    def kind(self) -> str:
        """Which drawer its evidence lies in: entry, concern, case, promise, account …"""
        return self.origins[0].split(":", 1)[0] if self.origins else ""


@dataclass(frozen=True, slots=True)
class Bound:
    """Subject and body with one numbering."""

    subject: tuple[Piece, ...]
    paragraphs: tuple[tuple[Piece, ...], ...]
    claims: tuple[Claim, ...]


def bind(
    subject: Sequence[Mapping[str, Any]], body: Sequence[Mapping[str, Any]], findings: Sequence[Mapping[str, Any]]
) -> Bound:
    """Stored segments and findings as pieces to show. Findings point into the body in code points."""
    numbers: dict[tuple[str, ...], Claim] = {}
    body_pieces = _pieces(body, numbers, chips=True)
    subject_pieces = _pieces(subject, numbers, chips=False)
    under = [(f["start"], f["end"], f["level"], f["message"]) for f in findings if _placed(f)]
    return Bound(subject_pieces, _paragraphs(_cut(body_pieces, under)), tuple(numbers.values()))


def _placed(finding: Mapping[str, Any]) -> bool:
    start, end = finding.get("start"), finding.get("end")
    return isinstance(start, int) and isinstance(end, int) and end > start


def makes_claim(paths: Sequence[str]) -> bool:
    """Does text read from these paths say something that needs evidence?"""
    return any(path not in _ADDRESSING and not path.startswith("sender.") for path in paths)


def _pieces(
    segments: Sequence[Mapping[str, Any]], numbers: dict[tuple[str, ...], Claim], *, chips: bool
) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for segment in segments:
        paths, origins = tuple(segment["paths"]), tuple(segment["evidence"])
        if not paths or not makes_claim(paths):
            found.append(Piece(segment["text"], bound=bool(paths), title=", ".join(paths)))
            continue
        claim = numbers.get((*paths, *origins))
        if claim is None:
            claim = Claim(len(numbers) + 1, segment["text"], paths, origins)
            numbers[(*paths, *origins)] = claim
        chip = claim.number if chips else None
        found.append(Piece(segment["text"], bound=True, claim=claim.number, chip=chip, title=", ".join(paths)))
    return tuple(found)


Under = tuple[int, int, str, str]


def _cut(pieces: Iterable[Piece], under: Sequence[Under]) -> list[Piece]:
    """Cut pieces where a finding or a blank line begins or ends, and mark those within a finding."""
    pieces = list(pieces)
    text = "".join(piece.text for piece in pieces)
    gaps = [gap.span() for gap in _BLANK.finditer(text)]
    edges = sorted({at for span in (*(found[:2] for found in under), *gaps) for at in span})
    found: list[Piece] = []
    place = 0
    for piece in pieces:
        end = place + len(piece.text)
        for low, high in pairwise([place, *(at for at in edges if place < at < end), end]):
            found.append(_part(piece, (low - place, high - place), under, gaps, place))
        place = end
    return found


def _part(
    piece: Piece, cut: tuple[int, int], under: Sequence[Under], gaps: Sequence[tuple[int, int]], place: int
) -> Piece:
    low, high = cut
    level, message = _worst(under, place + low, place + high)
    last = high == len(piece.text)
    parts = any(start <= place + low and place + high <= end for start, end in gaps) and high > low
    return replace(
        piece,
        text=piece.text[low:high],
        finding=level,
        title=message or piece.title,
        chip=piece.chip if last else None,
        parts=parts,
    )


def _worst(under: Sequence[Under], low: int, high: int) -> tuple[str | None, str]:
    over = [(level, message) for start, end, level, message in under if start <= low and high <= end]
    return min(over, key=lambda item: item[0] != "error", default=(None, ""))


def _paragraphs(pieces: Iterable[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """Blank lines part paragraphs. A claim that ends in one keeps its number, at the end of what was said."""
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        if not piece.parts:
            found[-1].append(piece)
            continue
        if piece.chip:
            found[-1].append(replace(piece, text=""))
        if found[-1]:
            found.append([])
    return tuple(tuple(run) for run in found if run)
