"""ASK001: exactly one ask, and one that costs no more than a reply."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from campaigns.story.lexicon import phrases
from campaigns.story.lint.beats import beat_line
from campaigns.story.lint.requests import count_requests, joined_request
from campaigns.story.lint.text import Telling
from campaigns.story.masked import BOUND, Sentence
from campaigns.types import Finding

_TALK_EN = r"(?:call|meeting|demo|chat|talk|conversation|session|coffee|lunch|workshop|walk-?through|tour|visit|sync)"
_TALK_DE = r"(?:Gespräch|Treffen|Austausch|Call|Kaffee|Kennenlernen|Besuch|Workshop|Mittagessen)"
COST_EN = phrases("costly_ask.en", talk=_TALK_EN)
COST_DE = phrases("costly_ask.de", talk=_TALK_DE)
ERRAND_EN, ERRAND_DE = phrases("errand.en"), phrases("errand.de")
# "Which meeting would your team drop?": what is theirs already is not asked of them.
_THEIRS_EN = re.compile(r"\b(?:which|whose|what|their|those|these|every|each|your) (?:(?!free|next)[\w-]+ )?\Z", re.I)
_THEIRS_DE = re.compile(r"\b(?:welche\w*|wessen|deren|diese\w*|jede\w*|Ihre?\w?|dein\w*|eure?\w*) (?:[\w-]+ )?\Z", re.I)
_OFTEN_THEIRS = re.compile(
    r"(?:meeting|call|demo|calendar|diary|slot|webinar|trial|pilot|appointment|visit|register|demonstration|zoom|"
    r"Termin|Anruf|Telefonat|Umfrage|"
    r"Bewertung|Fragebogen|Kalender|Anmeldung|Besichtigung|Rundgang)(?:s|e|en)?\Z",
    re.I,
)
# "Shall we show you", "dürfen wir vorbeikommen": what we would do beyond writing, sending or leaving it costs more.
_MAY_WE_EN = re.compile(
    r"\b(?:can|could|may|shall|should|might) (?:I|we|one of us|our \w+|my \w+) "
    r"(?:(?:just|also|maybe|perhaps|ever|\w+ly) )*"
    r"(?!(?:send|forward|write|ask|stop|leave|wait|read|keep|drop|close|strike|know|assume|guess|pass|add|remove|note|"
    r"delete|be|take it|tell|say|share|mention|mean|finish|deliver|settle|mend|repair|fix|try|do|have|not|still|"
    r"expect|hear|learn|put it|"
    r"name|blame|trust|believe|count|return|get (?:it|this) wrong|quote|tick|cross)\b)[a-z]+\b",
    re.IGNORECASE,
)
_MAY_WE_DE = re.compile(
    r"\b(?i:darf|dürfen|dürfte|dürften|wollen|"
    r"kann|können|könnte|könnten|soll|sollen|sollte|sollten) (?:ich|wir|unser\w* \w+)\b[^,?!.]*?"
    r"\b(?!(?:\w*schicken|\w*senden|\w*schreiben|\w*fragen|weiterleiten|warten|lassen|nachreichen|streichen|aufhören|"
    r"wissen|sagen|nennen|erfahren|teilen|antworten|liefern|erledigen|nachholen|einstellen|\w*lesen|schweigen|"
    r"bleiben|haben|hören|lernen|"
    r"verstehen|annehmen|glauben|werden|machen|tun)\b)[a-zäöüß]+(?:en|ern|eln)(?=\s*[?,])"
)
_HOW_IT_IS = re.compile(
    r"\W*(?:[\w ]{0,20}, )?(?:which|what|who|whom|whose|where|why(?! not| don)|how(?! about)|does|welche\w*|was|wer|"
    r"wen|wem|wessen|wo|"
    r"woher|warum|wie|wieso|woran|wofür|womit)\b",
    re.IGNORECASE,
)
_HOW_IT_WAS = re.compile(
    r"\W*(?:(?:did|was|were|had)\b|(?:has|have) (?:\w+ ){1,3}(?:\w{2,}ed|found|had|come|been|gone|met|seen|"
    r"made|said|told|taken|kept)\b|"
    r"(?:hat|haben|hatten?|ist|sind|waren?|wurden?)\b.*\b(?:ge|be|ver|er)\w+(?:t|en)\b)",
    re.IGNORECASE,
)
_A_DAY = re.compile(
    r"\b(?:passt|suits?|works?|free|date|slot|day|time|calendar|diary|lunch|coffee|termine?|kalender|zeit|woche|tag|"
    r"minutes?|"
    r"minuten|interesse|lust|about|stunde|look\w*|sieht|moment|gap|lücke|luft|augenblick)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|me|us|my|our|ich|wir|mir|mich|uns|unser\w*|mein\w*)\b", re.I)
_DECISION_DE = re.compile(r"(?:Entscheidung|Maßnahme)\w*\s+(?:\w+\s+){0,3}(?:zu )?treffen", re.IGNORECASE)


def one_ask(telling: Telling) -> Iterator[Finding]:
    """Questions, rhetorical ones too, and requests to act: exactly one in the body."""
    asks = [(sentence, kind) for sentence in telling.sentences for kind in _asks_of(telling, sentence)]
    if not asks and telling.known_language:
        start = telling.sentences[-1].start if telling.sentences else 0
        found = telling.finding("ASK001", "error", "no ask: end with one question that costs a reply", start)
        # What stands last differs from telling to telling; where the ask belongs does not.
        yield replace(found, line=beat_line(telling.story, "ask") or found.line, column=1)
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
    costs, theirs = (COST_DE, _THEIRS_DE) if telling.german else (COST_EN, _THEIRS_EN)
    words = _DECISION_DE.sub(" ", words) if telling.german else words
    may = (_MAY_WE_DE if telling.german else _MAY_WE_EN).search(words) if "?" in words else None
    if may:
        return may.group()
    ours = _FIRST_PERSON.search(words)
    errands = ERRAND_DE if telling.german else ERRAND_EN
    # "Wie kommen die Zettel zu Ihnen ins Büro?": who asks how it is, and not for a day, asks for nothing.
    if not ours and _HOW_IT_WAS.match(words):
        return ""
    told = not ours and _HOW_IT_IS.match(words)
    for found in (*costs.finditer(words), *errands.finditer(words)):
        if told and not _A_DAY.search(found.group()):
            continue
        if ours or not (_OFTEN_THEIRS.match(found.group()) and theirs.search(words[: found.start()])):
            return found.group()
    return ""
