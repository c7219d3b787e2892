"""LEN001 LEN002 READ001: length and reading level.

LIX, after C. H. Björnsson: words per sentence plus the share of words over six letters in hundred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaigns.story.lint.text import Telling
from campaigns.types import Finding

BODY_WORDS, SUBJECT_CHARS, SENTENCE_WORDS = 125, 60, 25
LIX_LIMIT = {"de": 55}
LIX_DEFAULT = 45
LONG_WORD = 6
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]++@[\w.-]++|"
    r"(?<![\w.-])(?=[\w-]{1,63}\.)(?:[\w-]{1,63}\.){1,4}?(?:com|de|io|net|org|example)\b(?:/\S*)?"
)
SALUTATION = re.compile(r"\A[^.!?]{1,80},\n\n")  # a line of its own is no part of the sentence after it
_WORD = re.compile(r"\w+(?:['’\-.&/]\w+)*")


def words_of(text: str) -> list[str]:
    return _WORD.findall(text)


def lix(telling: Telling) -> float:
    """The reading level of the body; addresses are left out. 0 for an empty body."""
    found = words_of(_ADDRESS.sub(" ", telling.text))
    long_ones = sum(1 for word in found if sum(char.isalpha() for char in word) > LONG_WORD)
    return len(found) / max(1, len(telling.sentences)) + 100 * long_ones / len(found) if found else 0.0


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
    level = lix(telling)
    if level > limit:
        yield telling.finding(
            "READ001", "warn", f"LIX {level:.0f}, more than {limit}: shorter sentences, shorter words"
        )
    for sentence in telling.sentences:
        told = SALUTATION.sub("", sentence.text) if sentence.start == 0 else sentence.text
        count = len(words_of(_ADDRESS.sub(" ", told)))
        if count > SENTENCE_WORDS:
            message = f"a sentence of {count} words, more than {SENTENCE_WORDS}"
            yield telling.finding("READ001", "warn", message, sentence.start, sentence.end)
