"""Text in which bound pieces are hidden, so that rules look at literal words only, offsets unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from campaigns.types import Segment

BOUND = "\ufffc"  # stands for each character that has an origin
_LETTER = re.compile(r"\w")
_ABBREVIATIONS = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|e\.g|i\.e|vs|approx|bzw|ca|inkl|z\. ?B|z|d\. ?h|u\. ?a|Mio|Mrd|evtl|ggf)|\b\d{1,2})\.\Z"
)
# A blank line ends a sentence too, as after an address that stands alone; not after a salutation.
_END = re.compile(r"[.!?]+[\"'”“’»)]*(?=\s|\Z)|(?<=[^\s,])(?=\n\n)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body by its offsets; `beat` is the beat it stands in."""

    start: int
    end: int
    text: str
    beat: str | None


SENDER, PROMISE = "\ufff8", "\ufff9"  # stand for characters of the sender's names and of a promise


def mask(segments: Iterable[Segment]) -> str:
    """The joined text with every bound character replaced."""
    return "".join(BOUND * len(part.text) if part.paths else part.text for part in segments)


def marked(segments: Iterable[Segment]) -> str:
    """As `mask`, but bound pieces that name the sender or the company, or are a promise, stay recognisable."""
    return "".join(_sign(part) * len(part.text) if part.paths else part.text for part in segments)


def _sign(part: Segment) -> str:
    if any(path.startswith("sender.") for path in part.paths):
        return SENDER
    return PROMISE if any(path.startswith("promise.") for path in part.paths) else BOUND


def sentences(segments: Sequence[Segment], language: str) -> list[Sentence]:
    """Sentences end at . ! ? and at beats. Abbreviations, initials and German ordinals do not end one."""
    found: list[Sentence] = []
    offset = 0
    for beat, text in _by_beat(segments):
        start = 0
        for end in _END.finditer(text):
            before = text[: end.start() + 1]
            if end.group() and end.end() < len(text.rstrip()) and _abbreviated(before, end.group(), language):
                continue
            _add(found, text, start, end.end(), offset, beat)
            start = end.end()
        _add(found, text, start, len(text), offset, beat)
        offset += len(text)
    return found


def _abbreviated(before: str, mark: str, language: str) -> bool:
    if mark != "." or (before[-2:-1].isdigit() and language != "de"):
        return False
    return bool(_ABBREVIATIONS.search(before[-12:]))


def _add(found: list[Sentence], text: str, start: int, end: int, offset: int, beat: str | None) -> None:
    part = text[start:end]
    if _LETTER.search(part):
        start += len(part) - len(part.lstrip())
        found.append(Sentence(offset + start, offset + end, text[start:end].rstrip(), beat))


def _by_beat(segments: Sequence[Segment]) -> list[tuple[str | None, str]]:
    runs: list[tuple[str | None, str]] = []
    for part in segments:
        if runs and runs[-1][0] == part.beat:
            runs[-1] = (part.beat, runs[-1][1] + part.text)
        else:
            runs.append((part.beat, part.text))
    return runs
