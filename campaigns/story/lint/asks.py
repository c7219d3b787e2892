"""ASK001: exactly one ask, and one that costs no more than a reply."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaigns.story.lexicon import phrases
from campaigns.story.lint.requests import count_requests, joined_request
from campaigns.story.lint.text import Telling
from campaigns.story.masked import BOUND, Sentence
from campaigns.types import Finding

_TALK_EN = r"(?:call|meeting|demo|chat|talk|conversation|session|coffee|lunch|workshop|walk-?through|tour|visit|sync)"
_TALK_DE = r"(?:Gespräch|Treffen|Austausch|Call|Kaffee|Kennenlernen|Besuch|Workshop|Mittagessen)"
COST_EN = phrases("costly_ask.en", talk=_TALK_EN)
COST_DE = phrases("costly_ask.de", talk=_TALK_DE)
_DECISION_DE = re.compile(r"(?:Entscheidung|Maßnahme)\w*\s+(?:\w+\s+){0,3}(?:zu )?treffen", re.IGNORECASE)


def one_ask(telling: Telling) -> Iterator[Finding]:
    """Questions, rhetorical ones too, and requests to act: exactly one in the body."""
    asks = [(sentence, kind) for sentence in telling.sentences for kind in _asks_of(telling, sentence)]
    if not asks and telling.known_language:
        start = telling.sentences[-1].start if telling.sentences else 0
        yield telling.finding("ASK001", "error", "no ask: end with one question that costs a reply", start)
    for sentence, kind in asks[1:]:
        message = f"{len(asks)} asks; one is wanted, and this is another ({kind})"
        yield telling.finding("ASK001", "error", message, sentence.start, sentence.end)
    if telling.story.medium == "call" or telling.story.shape == "call":
        return
    for sentence, _ in asks:
        cost = _cost(telling, telling.literal_of(sentence))
        if cost:
            message = f'this ask costs more than a reply ("{cost}")'
            yield telling.finding("ASK001", "error", message, sentence.start, sentence.end)
            return


def _asks_of(telling: Telling, sentence: Sentence) -> Iterator[str]:
    words = telling.literal_of(sentence).replace(BOUND, "x")
    last = telling.literal[sentence.start : sentence.end].rstrip("\"'”“»« )")[-1:]
    if "?" in last:
        yield "a question"
        if joined_request(words, german=telling.german):
            yield "a request"
        return
    for _ in range(count_requests(words, german=telling.german, asking=sentence.beat == "ask")):
        yield "a request"


def is_ask(telling: Telling, sentence: Sentence) -> bool:
    return any(True for _ in _asks_of(telling, sentence))


def _cost(telling: Telling, words: str) -> str:
    if telling.german:
        found = COST_DE.search(_DECISION_DE.sub(" ", words))
    else:
        found = COST_EN.search(words)
    return found.group() if found else ""
