"""CLICHE001 TONE001: phrases that everybody uses, and words that praise themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaigns.story.lexicon import Phrases, phrases
from campaigns.story.lint.focus import GREETING
from campaigns.story.lint.setbacks import REAL_COST_DE, REAL_COST_EN
from campaigns.story.lint.text import Telling
from campaigns.story.masked import BOUND, Sentence
from campaigns.types import Finding

_CLICHE_EN = phrases("cliche.en")
_CLICHE_DE = phrases("cliche.de")
_TONE_EN = phrases("tone.en")
_TONE_DE = phrases("tone.de")
_FLATTERY_EN, _FLATTERY_DE = phrases("flattery.en"), phrases("flattery.de")
CRY_WORDS = 2
_CRIED = re.compile(r"\w+[\s\ufff8-\ufffc]*!\W*\Z")
_THANKS = re.compile(r"\b(?:thank|dank|sorry|apolog|entschuldig|verzeih)", re.IGNORECASE)
# What a subject opens with that is no reply to anything, or says nothing.
_IDLE_SUBJECT = phrases("idle_subject")
_MARKED = re.compile(r"(?:re|fwd?|aw|wg|urgent|important|dringend|wichtig|eilt)\s*[:!]", re.IGNORECASE)
_POSSESSED = re.compile(
    r"\b(?:your|their|his|her|its|whose|at|own|(?:ihr|sein|unser)(?:e[nmrs]?)?|deine?[nmrs]?|eure[nmrs]?|deren|"
    r"dessen)\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)


# "All the best", "it would be good to hear": neither praise nor flattery.
_MILD = re.compile(r"\b(?:all|for|mak(?:e|es|ing)|(?:would|will) be)\s+\Z", re.IGNORECASE)


def cliche(telling: Telling) -> Iterator[Finding]:
    yield from _phrases(
        telling, "CLICHE001", _CLICHE_DE if telling.german else _CLICHE_EN, "a phrase that everybody uses"
    )


def flattery(telling: Telling) -> Iterator[Finding]:
    """An opening that praises the reader, wishes them well or cries out; elsewhere such words may tell a fact."""
    said = _FLATTERY_DE if telling.german else _FLATTERY_EN
    for sentence in telling.sentences:
        if sentence.beat not in ("moment", "gift"):
            continue
        words = telling.literal_of(sentence)
        found = said.search(words) or _cried(sentence, words)
        if found and not _MILD.search(words[: found.start()]) and not _BY_OTHERS.search(words[: found.start()]):
            message = f'flattery: "{" ".join(found.group().replace(BOUND, "").split())}"'
            yield telling.finding("CLICHE001", "warn", message, sentence.start, sentence.end)


def _cried(sentence: Sentence, words: str) -> re.Match[str] | None:
    """The end of a sentence that cries out and is neither salutation nor thanks."""
    found = _CRIED.search(words)
    if not found or _THANKS.search(words) or len(re.findall(r"\w+", words)) < CRY_WORDS:
        return None
    greeting = GREETING.match(sentence.text)
    return None if greeting and greeting.end() >= len(sentence.text) else found


def tone(telling: Telling) -> Iterator[Finding]:
    yield from _phrases(telling, "TONE001", _TONE_DE if telling.german else _TONE_EN, "a superlative or jargon")


# Praise that others are said to give, and what others were sold or told.
_BY_OTHERS = re.compile(
    r"\b(?:people|everyone|everybody|others|many|they|colleagues|strangers|the board|"
    r"alle|viele|andere|manche|Leute|man)\b"
    r"[^.!?,]{0,25}\Z",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:said|says|(?:the|das) word|sagte|sagt|Wort|sold|told|promised|call(?:s|ed)?|claims?|supposedly|so-called|"
    r"verkauft|versprochen|angeblich|genannt|nennt|"
    r"heißt)\b[^.!?]{0,24}\Z",
    re.IGNORECASE,
)
# "The largest of your teams", "not with the best but with the worst": facts, and the worse half of a pair.
_AMONG = re.compile(
    r"\s+(?:of (?:your|the|them|these|us)|Ihrer|ihrer|unter|von (?:ihnen|Ihnen|den|Ihren))\b", re.IGNORECASE
)
_WORST = re.compile(
    r"\b(?:worst|weakest|poorest|slowest|dullest|ugliest|costliest|hardest|schlimmst|schlechtest|ärgst|schwächst|"
    r"langsamst|teuerst|ärmst|schwerst)",
    re.IGNORECASE,
)
_QUOTED = re.compile('["“”„«»]')
_SMALL = re.compile(r"\b[a-z]{2,} \Z")
_SUPERLATIVE = re.compile(r"[sß]t(?:e[nmrs]?)?\Z", re.IGNORECASE)
_CONGRATULATES = re.compile(r"(?:con)?gratul|celebrat|beglückwünsch|Glückw", re.IGNORECASE)


def _fact(telling: Telling, code: str, found: re.Match[str], flattery: Phrases) -> bool:
    """Whether what was found is no praise of ours: told of others, of what is bad, or flattery, which has a code."""
    text = telling.literal
    before = text[: found.start()]
    if code == "CLICHE001":
        return bool(_CONGRATULATES.match(found.group()) and _BY_OTHERS.search(before))
    if _in_quotes(found) or _named(found, german=telling.german):
        return True
    if re.search(r"(?:said|says|word|sagte|sagt|Wort)\s+\W?\Z", before):
        return True  # "somebody said synergy"
    if _SUPERLATIVE.search(found.group()):
        if _AMONG.match(text, found.end()) or _WORST.search(before[-60:]) or _WORST.search(found.group()):
            return True
        costs = REAL_COST_DE if telling.german else REAL_COST_EN
        if (
            _POSSESSED.search(before)
            or _REPORTED.search(before)
            or costs.match(text[found.end() : found.end() + 40].lstrip())
        ):
            return True  # "your largest customers", "the biggest mess": facts about them
    return any(one.start() <= found.start() and found.end() <= one.end() for one in flattery.finditer(text))


def _in_quotes(found: re.Match[str]) -> bool:
    """Somebody else's words, which are a claim."""
    return bool(len(_QUOTED.findall(found.string[: found.start()])) % 2 and _QUOTED.search(found.string, found.end()))


def _named(found: re.Match[str], *, german: bool) -> bool:
    """A capital within a line of small letters: "the segment that you call Solutions" is a name."""
    return not german and found.group()[0].isupper() and bool(_SMALL.search(found.string[: found.start()]))


def _idle(subject: str) -> re.Match[str] | None:
    words = subject.lstrip(" \"'“„([*-–—")
    return _MARKED.match(words) or _IDLE_SUBJECT.match(words)


def _phrases(telling: Telling, code: str, pattern: Phrases, what: str) -> Iterator[Finding]:
    for found in pattern.finditer(telling.literal):
        if _MILD.search(telling.literal[: found.start()]):
            continue
        if _fact(telling, code, found, _CLICHE_DE if telling.german else _CLICHE_EN):
            continue
        yield telling.finding(code, "warn", f'{what}: "{" ".join(found.group().split())}"', *found.span())
    head = "".join(part.text for part in telling.rendered.subject_segments if not part.paths)
    theirs = (one for one in pattern.finditer(head) if not _in_quotes(one) and not _named(one, german=telling.german))
    in_subject = next(theirs, None) or (code == "CLICHE001" and _idle(telling.rendered.subject))
    if in_subject:
        parts = telling.rendered.subject_segments
        message = f'{what} in the subject: "{in_subject.group()}"'
        yield Finding(code, "warn", message, telling.story.file, parts[0].line if parts else 1, 1)
