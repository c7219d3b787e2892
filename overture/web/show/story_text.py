"""A story's text and tellings as pages show them: findings at their places, beats, and what changed; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any, Literal

from campaigns.types import Finding, Rendered, Segment
from overture.web.show.claims import Piece
from overture.web.show.cures import Cure, cure
from overture.web.show.diff import Change, word_diff

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_MEANT = re.compile(r'^(?:[\w.]+: )?([\w.]+) .*did you mean "([\w.]+)"')
_MEASURED = frozenset({"SELF001", "LEN001", "LEN002"})  # said once of a text, with a figure
_AROUND = 3  # unchanged lines shown around a change


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding for people. `wrong` and `right`: words of the line that one press can put in place of each other."""

    code: str
    level: str
    message: str
    line: int
    column: int
    cure: Cure
    here: bool = False  # said of this telling, not of the text
    wrong: str = ""
    right: str = ""


def shown(findings: Iterable[Finding | Mapping[str, Any]], *, here: bool = False) -> list[Shown]:
    """Findings by line, the errors of a line first."""
    found = [_shown(one, here) for one in findings]
    return sorted(found, key=lambda one: (one.line, one.level != "error", one.column, one.code))


def _shown(finding: Finding | Mapping[str, Any], here: bool) -> Shown:
    def of(name: str) -> Any:
        return finding.get(name) if isinstance(finding, Mapping) else getattr(finding, name)

    message = str(of("message"))
    meant = _MEANT.match(message)
    wrong, right = meant.groups() if meant else ("", "")
    line, column = int(of("line") or 0), int(of("column") or 0)
    code = str(of("code"))
    return Shown(code, str(of("level")), message, line, column, cure(code), here, wrong, right)


def together(of_text: Iterable[Finding], of_telling: Iterable[Finding]) -> list[Shown]:
    """What is said of the text, then what only this telling shows. A figure is the one of this telling where it has
    one, so that it is the one that its preview shows."""
    text, telling = shown(of_text), shown(of_telling, here=True)
    said = {(one.code, one.line) for one in text}
    here = {(one.code, one.level, one.line): one.message for one in telling if one.code in _MEASURED}
    own = [replace(one, message=here.get((one.code, one.level, one.line), one.message)) for one in text]
    return own + [one for one in telling if (one.code, one.line) not in said]


# --- a telling ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Beat:
    """One beat as it reads."""

    name: str
    paragraphs: tuple[tuple[Piece, ...], ...]


def beats(told: Rendered) -> tuple[Beat, ...]:
    """The body by beats, bound words and findings marked."""
    under = [(f.start, f.end, f.level, f.message) for f in told.findings if f.start is not None and f.end is not None]
    found: list[tuple[str, list[list[Piece]]]] = []
    at = 0
    for segment in told.segments:
        name = segment.beat or (found[-1][0] if found else "")
        if not found or found[-1][0] != name:
            found.append((name, [[]]))
        for piece in _pieces(segment, at, under):
            _add(found[-1][1], piece)
        at += len(segment.text)
    told_beats = ((name, tuple(tuple(run) for run in runs if _says(run))) for name, runs in found)
    return tuple(Beat(name, runs) for name, runs in told_beats if runs)


def heading(told: Rendered) -> tuple[Piece, ...]:
    """The subject, bound words marked."""
    return tuple(piece for part in told.subject_segments for piece in _pieces(part, 0, []))


def _says(run: Sequence[Piece]) -> bool:
    return any(piece.text.strip() for piece in run)


def _pieces(segment: Segment, at: int, under: Sequence[tuple[int, int, str, str]]) -> Iterator[Piece]:
    """The segment, cut where a finding begins or ends."""
    end = at + len(segment.text)
    cuts = sorted({at, end} | {place for start, stop, *_ in under for place in (start, stop) if at < place < end})
    for start, stop in pairwise(cuts):
        over = next(((level, words) for a, b, level, words in under if a < stop and b > start), None)
        level, words = over or (None, ", ".join(segment.paths))
        yield Piece(segment.text[start - at : stop - at], bound=bool(segment.paths), finding=level, title=words)


def _add(runs: list[list[Piece]], piece: Piece) -> None:
    """Put a piece into the last paragraph; a blank line within begins another."""
    for number, part in enumerate(_BLANK.split(piece.text)):
        if number:
            runs.append([])
        if part:
            runs[-1].append(Piece(part, bound=piece.bound, finding=piece.finding, title=piece.title))


# --- what changed -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a difference. `old` and `new` are line numbers; a `skip` stands for unchanged lines left out."""

    kind: Literal["same", "ins", "del", "skip"]
    runs: tuple[Change, ...]
    old: int | None = None
    new: int | None = None


def line_diff(before: str, after: str) -> tuple[Line, ...]:
    """Line by line, with the words that changed inside lines that were rewritten."""
    old, new = before.splitlines(), after.splitlines()
    found: list[Line] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [Line("same", _whole("same", old[a + n]), a + n + 1, c + n + 1) for n in range(b - a)]
        else:
            found += _rewritten(old[a:b], new[c:d], a, c)
    return tuple(_folded(found))


def _rewritten(old: Sequence[str], new: Sequence[str], a: int, c: int) -> Iterator[Line]:
    pairs = [word_diff(one, other) for one, other in zip(old, new, strict=False)]
    for n, text in enumerate(old):
        runs = tuple(run for run in pairs[n] if run.kind != "ins") if n < len(pairs) else _whole("del", text)
        yield Line("del", runs, old=a + n + 1)
    for n, text in enumerate(new):
        runs = tuple(run for run in pairs[n] if run.kind != "del") if n < len(pairs) else _whole("ins", text)
        yield Line("ins", runs, new=c + n + 1)


def _whole(kind: Literal["same", "ins", "del"], text: str) -> tuple[Change, ...]:
    return (Change(kind, text),)


def _folded(lines: Sequence[Line]) -> Iterator[Line]:
    """Runs of unchanged lines cut down to those near a change."""
    changed = [at for at, line in enumerate(lines) if line.kind != "same"]
    near = {at + step for at in changed for step in range(-_AROUND, _AROUND + 1)}
    left_out = 0
    for at, line in enumerate(lines):
        if at in near:
            if left_out:
                yield Line("skip", _whole("same", f"{left_out} unchanged"))
            left_out = 0
            yield line
        else:
            left_out += 1
    if left_out:
        yield Line("skip", _whole("same", f"{left_out} unchanged"))
