"""LANG001: a text, or a sentence of it, in another language. Judged by the small words that no text does without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from campaigns.story.lexicon import words
from campaigns.story.lint.text import Telling
from campaigns.story.masked import BOUND, Sentence
from campaigns.types import Finding

_SMALL = {
    "en": words(
        """the and of to in is that it for was on are with as be this have from or had but not what all were we when
        your can there an which their has will each if them then so these would her him they you how who did our
        than about into he she at by do my would could should more some no help sent it's after before while me us i
        a"""
    ),
    "de": words(
        """der die das und ist nicht ein eine einen einem einer zu den dem mit sich auf für von im sie es auch als an
        nach wie aus bei dass daß oder aber noch nur wenn so wir ihr ihnen ihre ihren ihrem wird werden wurde hat
        haben hatte sind war kann können über unter vor zum zur was wer welche welcher welches mir mich uns um ich
        er des man mehr am hier dann"""
    ),
    "fr": words(
        """le la les un une des et est que qui dans pour pas vous nous avec sur au aux du ce cette il elle sont votre
        vos plus par je se ne mais ou où quand comment être avez avons leur ont été fait"""
    ),
    "es": words(
        """el la los las un una y que de en es por para con no se su sus lo como más pero usted ustedes le les del al
        cuando qué está son fue ha han nos nuestro si este esta muy sobre"""
    ),
    "it": words(
        """il lo la gli le un una e che di in è per con non si suo sua come più ma lei voi del della dei delle nel
        nella sono quando cosa ha hanno questo questa molto al alla"""
    ),
    "nl": words(
        """de het een en van is dat niet voor met op zijn aan er te als bij ook maar door naar wat wordt worden heeft
        hebben uw u jullie wij zij deze dit nog of om over uit dan"""
    ),
    "pt": words(
        """o os as um uma e que de em é por para com não se seu sua como mais mas você do da dos das no na quando está
        são foi tem têm este esta muito sobre ao à"""
    ),
}
# Each small word -> the languages that have it.
_LANGUAGES_OF = {
    word: tuple(code for code, small in _SMALL.items() if word in small) for word in set().union(*_SMALL.values())
}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
SENTENCE_WORDS, MARGIN = 5, 2


@lru_cache(maxsize=512)  # of a sentence and its draft several rules ask, and the drafts of a story share sentences
def language_of(text: str, expected: str) -> str:
    """The language that a text is plainly in, else the expected one."""
    found = _WORD.findall(text.lower())
    if len(found) < SENTENCE_WORDS or expected not in _SMALL:
        return expected
    scores = dict.fromkeys(_SMALL, 0)
    for word in found:
        for code in _LANGUAGES_OF.get(word, ()):
            scores[code] += 1
    best = max(scores, key=lambda code: (scores[code], code == expected))
    enough = scores[best] >= 2 and scores[best] >= scores[expected] + MARGIN and scores[best] >= 2 * scores[expected]
    return best if enough else expected


def abroad_of(telling: Telling) -> list[Sentence]:
    """The sentences in another language, and those beside them that hold no small word of the expected one."""
    expected, all_of = telling.story.language, telling.sentences
    said = [telling.literal_of(one) for one in all_of]
    away = [language_of(text, expected) != expected for text in said]
    lost = [not any(expected in _LANGUAGES_OF.get(word, ()) for word in _WORD.findall(text.lower())) for text in said]
    for order in (range(1, len(away)), range(len(away) - 2, -1, -1)):
        step = 1 if order.step > 0 else -1
        for at in order:
            away[at] = away[at] or (away[at - step] and lost[at])
    return [one for one, gone in zip(all_of, away, strict=True) if gone]


def tongue(telling: Telling) -> Iterator[Finding]:
    """Sentence by sentence, and the whole; one finding for each run of sentences in one other language."""
    expected = telling.story.language
    if telling.draft and telling.brief.get("contact.language") not in (None, expected):
        message = f"the story is told in {expected}, the contact reads {telling.brief.get('contact.language')}"
        yield telling.finding("LANG001", "warn", message)
    last = expected
    for sentence in telling.sentences:
        text = sentence.text if telling.draft else telling.literal_of(sentence).replace(BOUND, " ")
        found = language_of(text, expected)
        if found not in (expected, last):
            message = f"this is {found}, the story is in {expected}"
            yield telling.finding("LANG001", "warn", message, sentence.start, sentence.end)
        last = found
    yield from _subject(telling, expected)


def _subject(telling: Telling, expected: str) -> Iterator[Finding]:
    parts = telling.rendered.subject_segments
    head = " ".join(part.text for part in parts if not part.paths)
    found = language_of(head, expected)
    if found != expected:
        message = f"the subject is {found}, the story is in {expected}"
        yield Finding("LANG001", "warn", message, telling.story.file, parts[0].line, 1)
