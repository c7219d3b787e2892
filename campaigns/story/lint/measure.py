"""LEN001 LEN002 READ001: length and reading level."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaigns.story.lint.text import Telling
from campaigns.story.reading import words_of, words_read
from campaigns.types import Finding

BODY_WORDS, SUBJECT_CHARS, SENTENCE_WORDS = 125, 60, 25
LIX_LIMIT = {"de": 55}
LIX_DEFAULT = 45
SALUTATION = re.compile(r"\A[^.!?]{1,80},\n\n")  # a line of its own is no part of the sentence after it


def length(telling: Telling) -> Iterator[Finding]:
    count = len(words_of(telling.rendered.body))
    if count > BODY_WORDS:
        yield telling.finding(
            "LEN001", "warn", f"{count} words; a body of more than {BODY_WORDS} is not read (aim 50-110)"
        )
    subject = telling.rendered.subject
    if len(subject) > SUBJECT_CHARS:
        line = telling.rendered.subject_segments[0].line if telling.rendered.subject_segments else 1
        message = f'the subject has {len(subject)} characters as told, more than {SUBJECT_CHARS}: "{subject}"'
        yield Finding("LEN002", "warn", message, telling.story.file, line, 1)


def reading(telling: Telling) -> Iterator[Finding]:
    limit = LIX_LIMIT.get(telling.story.language, LIX_DEFAULT)
    level = telling.lix
    if level > limit:
        yield telling.finding(
            "READ001", "warn", f"LIX {level:.0f}, more than {limit}: shorter sentences, shorter words"
        )
    for sentence in telling.sentences:
        told = SALUTATION.sub("", sentence.text) if sentence.start == 0 else sentence.text
        count = len(words_read(told))
        if count > SENTENCE_WORDS:
            message = f"a sentence of {count} words, more than {SENTENCE_WORDS}"
            yield telling.finding("READ001", "warn", message, sentence.start, sentence.end)
