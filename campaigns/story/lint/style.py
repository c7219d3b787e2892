"""CLICHE001 TONE001: phrases that everybody uses, and words that praise themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaigns.story.lexicon import Phrases, phrases
from campaigns.story.lint.text import Telling
from campaigns.types import Finding

_CLICHE_EN = phrases("cliche.en")
_CLICHE_DE = phrases("cliche.de")
_TONE_EN = phrases("tone.en")
_TONE_DE = phrases("tone.de")
# What a subject opens with that is no reply to anything, or says nothing.
_IDLE_SUBJECT = re.compile(
    r"\W*(?:(?:re|fwd?|aw|wg)\s*:|(?:following up|follow[- ]up|checking in|intro|introduction|hello|hi|hey|"
    r"kurze?[nmrs]? (?:frage|anfrage|nachfrage|rückfrage|hinweis)|nachgehakt|nachfassen|vorstellung|hallo)\b)",
    re.IGNORECASE,
)
_POSSESSED = re.compile(
    r"\b(?:your|their|his|her|its|whose|at|own|ihre?[nmrs]?|deine?[nmrs]?|eure[nmrs]?)\s+(?:\w+\s+)?\Z", re.IGNORECASE
)


# "All the best", "it would be good to hear": neither praise nor flattery.
_MILD = re.compile(r"\b(?:all|for|mak(?:e|es|ing)|(?:would|will) be)\s+\Z", re.IGNORECASE)


def cliche(telling: Telling) -> Iterator[Finding]:
    yield from _phrases(
        telling, "CLICHE001", _CLICHE_DE if telling.german else _CLICHE_EN, "a phrase that everybody uses"
    )


def tone(telling: Telling) -> Iterator[Finding]:
    yield from _phrases(telling, "TONE001", _TONE_DE if telling.german else _TONE_EN, "a superlative or jargon")


def _phrases(telling: Telling, code: str, pattern: Phrases, what: str) -> Iterator[Finding]:
    for found in pattern.finditer(telling.literal):
        if _MILD.search(telling.literal[: found.start()]):
            continue
        superlative = code == "TONE001" and re.search(r"st(?:e[nmrs]?)?\Z", found.group(), re.IGNORECASE)
        if superlative and _POSSESSED.search(telling.literal[: found.start()]):
            continue  # "your largest customers" is a fact about them
        yield telling.finding(code, "warn", f'{what}: "{" ".join(found.group().split())}"', *found.span())
    head = "".join(part.text for part in telling.rendered.subject_segments if not part.paths)
    in_subject = pattern.search(head) or (code == "CLICHE001" and _IDLE_SUBJECT.match(telling.rendered.subject))
    if in_subject:
        parts = telling.rendered.subject_segments
        message = f'{what} in the subject: "{in_subject.group()}"'
        yield Finding(code, "warn", message, telling.story.file, parts[0].line if parts else 1, 1)
