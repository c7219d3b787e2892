"""ASK001: exactly one ask, and one that costs no more than a reply."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaigns.story.lexicon import phrases
from campaigns.story.lint.text import Telling
from campaigns.story.masked import BOUND, Sentence
from campaigns.types import Finding

_STRONG_EN = (
    r"let (?:me|us) know|tell (?:me|us)|reply(?: to| with|,| and| here| if)?|respond|write back|write (?:to )?(?:me|us)|"
    r"drop (?:me|us)|send (?:me|us)|call (?:me|us)|ring (?:me|us)|give (?:me|us)|book (?:a|an|your|some|time|in|now)|"
    r"schedule (?:a|an|your|some|time)|click|sign up|register|get in touch|get back to|contact (?:me|us)|reach out|"
    r"say (?:yes|the word|so)|ping me|e-?mail (?:me|us)|text me|hop on|jump on|request (?:a|your)|download|visit (?:us|our)|check out"
)
_ACT_EN = (
    rf"{_STRONG_EN}|answer (?:me|this|with)|pick (?:a|your) (?:slot|time|day|date)|choose (?:a|your) (?:slot|time|day|date)|"
    r"take (?:a|another) (?:quick |closer |short )?look|take (?:\w+ minutes|our|the (?:survey|tour|time))|have a look|"
    r"see (?:for yourself|the attached|our|how we)|watch (?:our|the|this)|join (?:us|our|the)|share (?:it|this|your|with)|"
    r"forward (?:it|this)|try (?:it|our|us)|start (?:your|with our)|grab (?:a|your|time)|meet (?:me|us)|come (?:to|by|and)|"
    r"ask (?:me|us)|read (?:our|more|the attached|it here)|find (?:a time|out)|use (?:our|this link|the link)|set up a|set aside|"
    r"order|buy|save (?:the|your) (?:date|seat|spot)|stop by|talk to us|speak to us|confirm|follow (?:us|the link|this)"
)
_LEAD_EN = r"(?:(?:please|just|simply|kindly|so|then|and|or|do|feel free to|go ahead and|why not|maybe|perhaps|now|or just|if so)[, ]+)*"
_IMPERATIVE_EN = re.compile(rf"\W*{_LEAD_EN}(?:{_ACT_EN})(?!\w)", re.IGNORECASE)
_PLEASE_EN = re.compile(
    r"(?<!\w)(?:please(?! (?:find|note))|feel free to|(?:let['’]s|let us)(?! (?:know|be|face|say|assume|call it))|"
    r"why don['’]t (?:we|you))\s+\w+",
    re.IGNORECASE,
)
_LATER_EN = re.compile(
    rf"(?:\b(?:if|when|whenever|should|once)\b[^,]*,|[;:–—]|\b(?:and|or|then|so)\b)\s*(?:please |just |simply |then |do )*"
    rf"(?:{_STRONG_EN})(?!\w)",
    re.IGNORECASE,
)
_WISH_EN = re.compile(
    r"\b(?:I|we)(?:['’]d| would)(?: really| very much)? (?:love|like|appreciate|welcome|value|be (?:glad|happy|grateful|keen|curious))"
    r"\b[^.]{0,40}\b(?:hear|know|learn|reply|answer|thoughts?|feedback|opinion|meet|talk|speak|chat|discuss|call|minutes?)\b",
    re.IGNORECASE,
)
_TALK_EN = r"(?:call|meeting|demo|chat|talk|conversation|session|coffee|lunch|workshop|walk-?through|tour|visit|sync)"
COST_EN = phrases("costly_ask.en", talk=_TALK_EN)
_VERBS_DE = (
    "sagen|schreiben|antworten|melden|rufen|buchen|klicken|schauen|vereinbaren|probieren|senden|schicken|besuchen|laden|testen|"
    "kommen|nennen|bestellen|fordern|reservieren|sprechen|registrieren|erzählen|verraten|kontaktieren|füllen|sichern|entdecken|"
    "erfahren|überzeugen|leiten|greifen"
)
_IMPERATIVE_DE = re.compile(
    rf"\W*(?:(?:bitte|dann|einfach|also|und|oder|gern|gerne|sonst)[, ]+)*(?:(?:{_VERBS_DE}) Sie\b|"
    r"(?:geben|lassen|teilen) Sie (?:mir|uns|mich)\b|(?:nehmen|lesen|sehen|werfen) Sie (?:sich|unser|mehr|einen Blick|selbst)|"
    r"(?:sag|schreib|melde?|gib|lass|ruf|buche?|klicke?|schau|antworte|schick|sende|lies|teste?|probiere?|erzähl|nenn)\s+"
    r"(?:mir|uns|dich|mich|einfach|kurz|mal|doch|an|hier|gern|es|dir)\b)",
    re.IGNORECASE,
)
_LATER_DE = re.compile(
    r"(?:,|[;:–—]|\b(?:und|oder)\b)\s*(?:dann |bitte |einfach |so )*(?:(?:sagen|schreiben|antworten|melden|rufen|buchen|klicken|"
    r"vereinbaren|schicken|senden|nennen|probieren|testen|besuchen|erzählen) Sie\b|(?:geben|lassen|teilen) Sie (?:mir|uns|mich)\b|"
    r"(?:sag|schreib|gib|schick|ruf) (?:mir|uns|mich)\b|melde dich\b)",
    re.IGNORECASE,
)
_PLEASE_DE = re.compile(
    r"(?<!\w)(?:lassen Sie uns|lass uns|ich bitte (?:Sie|dich)|bitte (?!um (?:Entschuldigung|Verzeihung|Nachsicht))\w+)\b",
    re.IGNORECASE,
)
_WISH_DE = re.compile(
    r"\b(?:ich|wir) (?:würden?|freuen?|hätten?|möchten?|wären?)\b[^.]{0,50}\b(?:hören|erfahren|wissen|Antwort|Rückmeldung|"
    r"Meinung|kennenlernen|sprechen|treffen|Gespräch|Termin|Feedback|austauschen|vorstellen)\b",
    re.IGNORECASE,
)
_TALK_DE = r"(?:Gespräch|Treffen|Austausch|Call|Kaffee|Kennenlernen|Besuch|Workshop|Mittagessen)"
COST_DE = phrases("costly_ask.de", talk=_TALK_DE)
_DECISION_DE = re.compile(r"(?:Entscheidung|Maßnahme)\w*\s+(?:\w+\s+){0,3}(?:zu )?treffen", re.IGNORECASE)


def one_ask(telling: Telling) -> Iterator[Finding]:
    """Questions, rhetorical ones too, and requests to act: exactly one in the body."""
    asks = [(sentence, kind) for sentence in telling.sentences for kind in _asks_of(telling, sentence)]
    if not asks:
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
        if _joined_request(words, german=telling.german):
            yield "a request"
        return
    patterns = (_IMPERATIVE_DE, _PLEASE_DE, _WISH_DE) if telling.german else (_IMPERATIVE_EN, _PLEASE_EN, _WISH_EN)
    later = _LATER_DE if telling.german else _LATER_EN
    starts = next(filter(None, (pattern.match(words) or _inside(pattern, words) for pattern in patterns)), None)
    if starts:
        yield "a request"
    for found in later.finditer(words):
        if not starts or found.start() >= starts.end():
            yield "a request"


def is_ask(telling: Telling, sentence: Sentence) -> bool:
    return any(True for _ in _asks_of(telling, sentence))


def _inside(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """Imperatives count at the start only; "please" and wishes anywhere."""
    return None if pattern in (_IMPERATIVE_EN, _IMPERATIVE_DE) else pattern.search(words)


def _joined_request(words: str, *, german: bool) -> bool:
    pattern = r"\b(?:und|oder) (?:buchen|rufen|klicken|vereinbaren) Sie\b" if german else (
        r"(?:[–—;]|\bor) (?:just )?(?:reply|book|call me|let me know|click|schedule|drop me)\b"
    )  # fmt: skip
    return bool(re.search(pattern, words, re.IGNORECASE))


def _cost(telling: Telling, words: str) -> str:
    if telling.german:
        found = COST_DE.search(_DECISION_DE.sub(" ", words))
    else:
        found = COST_EN.search(words)
    return found.group() if found else ""
