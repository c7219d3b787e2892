"""White space in its normal form, kept apart from origins: segments in, segments out, their texts joined are the body.

Beats and paragraphs are separated by one blank line, lines of the file flow together, runs of blanks become one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from campaigns.types import Segment

_BLANK_LINES = re.compile(r"[^\S\n]*\n[^\S\n]*(?:\n\s*)+")
_LINE = re.compile(r"[^\S\n]*\n[^\S\n]*")
_LIST_MARK = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s")
_RUN = re.compile(r" \s+|[^\S ]\s*")  # white space that is not a single blank already
_BREAK, _SOFT = "\n\n", "\n"


def one_line(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """For subjects: no breaks at all."""
    return _fold((segment, re.sub(r"\s+", " ", segment.text)) for segment in segments)


def paragraphs(segments: Sequence[Segment], *, keep_lists: bool = False) -> tuple[Segment, ...]:
    """For bodies. With `keep_lists` a line that starts with a list mark stays a line of its own."""
    joined = "".join(segment.text for segment in segments)
    shaped = list(_shape(joined, keep_lists))
    parts: list[tuple[Segment, str]] = []
    position = 0
    previous: Segment | None = None
    for segment in segments:
        text = "".join(shaped[position : position + len(segment.text)])
        position += len(segment.text)
        if previous is not None and segment.beat != previous.beat:
            text = _BREAK + text
        parts.append((segment, text))
        previous = segment
    return _fold(parts)


def _shape(text: str, keep_lists: bool) -> list[str]:
    """For each character what it becomes: itself, a blank, a break, or nothing."""
    out = list(text)

    def put(start: int, end: int, what: str) -> None:
        out[start:end] = [what, *[""] * (end - start - 1)]

    for found in _LINE.finditer(text):
        keep = keep_lists and _LIST_MARK.match(text, found.end())
        put(found.start(), found.end(), _SOFT if keep else " ")
    for found in _BLANK_LINES.finditer(text):
        put(found.start(), found.end(), _BREAK)
    return out


def _fold(parts: Iterable[tuple[Segment, str]]) -> tuple[Segment, ...]:
    """Let at most one blank or one break stand between words, across the borders of segments."""
    done: list[Segment] = []
    waiting = ""  # white space that is still to be written, if anything follows
    for segment, text in parts:
        core = text.strip()
        if not core:
            waiting += text
            continue
        lead = waiting + text[: len(text) - len(text.lstrip())]
        gap = _gap(lead) if lead and done else ""
        told = gap + _RUN.sub(_gap_of, core)
        _append(done, Segment(told, segment.paths, segment.evidence, segment.beat, segment.line))
        waiting = text[len(text.rstrip()) :]
    return tuple(done)


def _gap_of(found: re.Match[str]) -> str:
    return _gap(found.group())


def _gap(waiting: str) -> str:
    lines = waiting.count("\n")
    return _BREAK if lines > 1 else _SOFT if lines else " "


def _append(done: list[Segment], segment: Segment) -> None:
    """Neighbours of one origin, one line and one beat are one segment; a bound segment never starts with a gap."""
    text = segment.text
    gap = text[: len(text) - len(text.lstrip())]
    if segment.paths and gap and done:
        done[-1] = replace(done[-1], text=done[-1].text + gap) if not done[-1].paths else done[-1]
        if done[-1].paths:
            done.append(Segment(gap, (), (), segment.beat, segment.line))
        segment = replace(segment, text=text.lstrip())
    last = done[-1] if done else None
    if last and not last.paths and not segment.paths and (last.line, last.beat) == (segment.line, segment.beat):
        done[-1] = replace(last, text=last.text + segment.text)
    else:
        done.append(segment)


def beats_told(segments: Iterable[Segment]) -> tuple[str, ...]:
    """The beats that say something, in order."""
    return tuple(dict.fromkeys(segment.beat for segment in segments if segment.beat and segment.text.strip()))
