"""PROMISE001 SAFE001 PITCH001: what is offered, and when it may not be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from campaigns.story.lexicon import phrases
from campaigns.story.lint.asks import COST_DE, COST_EN, is_ask
from campaigns.story.lint.offers import brought_in, of_ours, offered, praised
from campaigns.story.lint.setbacks import GAIN_DE, GAIN_EN, REAL_COST_DE, REAL_COST_EN
from campaigns.story.lint.text import Telling
from campaigns.story.masked import BOUND, PROMISE, SENDER, Sentence
from campaigns.types import Finding

_VOW_EN = phrases("vow.en")
_VOW_DE = phrases("vow.de")
_THINGS_EN = (
    r"(?:platform|product|solution|software|tool|toolkit|service|app|application|system|offer|offering|technology|package|suite|"
    r"programme|program|methodology|method|framework|training|course|workshop|consultants?|consulting|consultancy|experts|agency|"
    r"playbook|approach|dashboard|engine|assistant|features?|customers|clients)"
)
_PITCH_EN = phrases("pitch.en", bound=BOUND, sender=SENDER, things=_THINGS_EN)
_THINGS_DE = (
    r"(?:Plattform|Produkte?n?|Lösung(?:en)?|Software|Werkzeuge?|Tools?|Dienst(?:e|leistung(?:en)?)?|App|System|Angebote?|Technologie|Paket|"
    r"Programm|Methode|Training|Kurse?|Workshops?|Berat(?:ung|er)|Agentur|Ansatz|Assistent|Kunden|Experten)"
)
_PITCH_DE = phrases("pitch.de", bound=BOUND, sender=SENDER, things=_THINGS_DE)
_CONGRATULATION = phrases("congratulation")
_ON_SENSITIVE = phrases("sensitive")
_BUSINESS_EN = phrases("business.en")
_BUSINESS_DE = phrases("business.de")


_SEND_EN = re.compile(r"\b(?:I|we)(?:['’]ll| will) (?:\w+ )?(?:send|forward|share|pass|mail)\b", re.IGNORECASE)
_SWORN_DE = re.compile(r"[,–—-]\s*versprochen\s*[.!]|^\W*versprochen\b", re.IGNORECASE)
_SEND_DE = re.compile(r"\b(?:schicke|sende|schicken|senden|maile|leite) (?:ich|wir)\b", re.IGNORECASE)


def unkept(telling: Telling) -> Iterator[Finding]:
    """A promise that is not of the catalogue, or more than one."""
    found = [sentence for sentence in telling.sentences if _vow(telling, sentence)]
    for sentence in found:
        message = "a promise that is not in the catalogue: promise.text is the only place for promises"
        yield telling.finding("PROMISE001", "error", message, sentence.start, sentence.end)
    yield from _beat_without_catalogue(telling, found)
    made = [start for start, _, part in telling.spans() if "promise.text" in part.paths]
    if len(made) > 1:
        yield telling.finding("PROMISE001", "error", "more than one promise in one message", made[1])
    ids, wanted = telling.promise_ids, telling.story.promise
    if ids is not None and wanted and wanted not in ids:
        message = f'promise: "{wanted}" is not in the catalogue'
        yield telling.in_front_matter("PROMISE001", "error", message, "promise")


def _beat_without_catalogue(telling: Telling, found: list[Sentence]) -> Iterator[Finding]:
    spans = [(start, end, part) for start, end, part in telling.spans() if part.beat == "promise"]
    told = "".join(part.text for _, _, part in spans).strip()
    bound = any(path.startswith("promise.") for _, _, part in spans for path in part.paths)
    if told and not bound and not any(sentence.beat == "promise" for sentence in found):
        message = "the promise beat promises something that is not in the catalogue (promise.*)"
        yield telling.finding("PROMISE001", "error", message, spans[0][0] + 2, spans[-1][1])


def _vow(telling: Telling, sentence: Sentence) -> bool:
    words = telling.signed_of(sentence)
    if words.rstrip("\"'”“»« )").endswith("?"):
        return False
    if is_ask(telling, sentence) and (_SEND_DE if telling.german else _SEND_EN).search(words):
        return False  # "say yes and I'll send it" tells what the reply is for
    if sentence.beat not in _LOOKS_AHEAD and _foretold(words, german=telling.german):
        return True
    if telling.german and _SWORN_DE.search(words):
        return True
    vows = (_VOW_DE if telling.german else _VOW_EN).finditer(words)
    return any(not _DISCLAIMED.search(words[: found.start()]) for found in vows)


# "Nobody can guarantee you that": said against vows.
_DISCLAIMED = re.compile(
    r"\b(?:nobody|no one|not|cannot|can['’]t|never|neither|niemand|keiner|nicht|nie)"
    r"(?: (?:can|could|will|would|may|kann|könnte|wird))?(?: \w+)?\s+\Z",
    re.IGNORECASE,
)


# Beats that name what is hard may look ahead; elsewhere a bright future of the reader's is promised to them.
_LOOKS_AHEAD = frozenset({"problem", "setback"})
_WILL_EN = re.compile(
    r"\b(?:you|your(?: [\w-]+){1,3}?)(?:['’]ll| will| are going to| can look forward to| is going to)\b"
    r"(?! (?:be asked|have to|need|want to|notice|hear|see (?:who|what|where|that|how)|find out|wonder|know))"
    r"(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_WILL_DE = re.compile(
    r"\b(?:Sie|Ihre?[nmrs]? (?:\w+ ){1,2}?|du|[Dd]eine?[nmrs]? (?:\w+ ){1,2}?) ?(?:werden|wird|wirst)\b(?P<rest>.*)|"
    r"\b(?:[Ww]erden|[Ww]irst|[Ww]ird) (?:Sie|du|Ihre?[nmrs]?)\b(?P<turned>.*)",
    re.DOTALL,
)
_EVERY = re.compile(
    r"\b(?:every(?: single)?|always|from (?:then|now|that day|day one) on|without (?:a single|fail|effort)|"
    r"for good|ever after|at last|in no time|jede[nmrs]?|immer|von da an|ab (?:da|sofort|dann)|endlich|mühelos|"
    r"im Handumdrehen)\b",
    re.IGNORECASE,
)
_ONCE_AND_FOR_ALL = phrases("for_good")


@lru_cache(maxsize=1_000)  # the drafts of a story share most of their sentences
def _foretold(words: str, *, german: bool) -> bool:
    """Whether a sentence claims a bright outcome for the reader: the future of "you" with a gain or an "every", and no
    word of cost."""
    if _ONCE_AND_FOR_ALL.search(words):
        return True
    ahead = (_WILL_DE if german else _WILL_EN).search(words)
    if not ahead:
        return False
    rest = ahead["rest"] or (ahead["turned"] if german else "")
    gains, costs = (GAIN_DE, REAL_COST_DE) if german else (GAIN_EN, REAL_COST_EN)
    return bool(_EVERY.search(rest) or gains.search(rest)) and not costs.search(rest)


def pitches(telling: Telling, sentence: Sentence) -> str:
    """The words with which a sentence offers our product, or nothing."""
    words = telling.signed_of(sentence)
    found = (_PITCH_DE if telling.german else _PITCH_EN).search(words)
    if found:
        return found.group()
    literal = telling.literal_of(sentence)
    named = next((name for name in telling.products if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", literal)), "")
    return named or ("a promise" if PROMISE in words else "")


def too_early(telling: Telling) -> Iterator[Finding]:
    """Our product or offer before the `problem` beat has named their need."""
    shape = telling.story.shape
    beats = telling.rendered.beats
    if shape in ("call", "note") and "problem" not in beats:
        return
    named = False
    for sentence in telling.sentences:
        offer = pitches(telling, sentence)
        if not offer and shape == "arc" and sentence.beat == "moment":
            offer = _put_forward(telling, sentence) or _in_opening(telling, sentence)
        if offer and not named and not _mends(telling, sentence):
            message = f"an offer before their need is named: {_shown(offer)}"
            yield telling.finding("PITCH001", "error", message, sentence.start, sentence.end)
        elif sentence.beat == "problem" or (shape == "arc" and sentence.beat not in (None, "moment")):
            named = True


# A customer has our house already, so that its name offers nothing.
_FOR_CUSTOMERS = ("renewal", "check_in", "day_one", "quiet", "champion", "milestone", "promise")


def _put_forward(telling: Telling, sentence: Sentence) -> str:
    """The words with which a sentence offers what we do, or puts our house forward."""
    offer = offered(telling.literal_of(sentence), german=telling.german)
    if offer or all(event.value.startswith(_FOR_CUSTOMERS) for event in telling.story.events):
        return offer
    return praised(telling.signed_of(sentence), german=telling.german)


def _in_opening(telling: Telling, sentence: Sentence) -> str:
    if all(event.value.startswith(_FOR_CUSTOMERS) for event in telling.story.events):
        return ""
    return brought_in(telling.signed_of(sentence), german=telling.german)


def _mends(telling: Telling, sentence: Sentence) -> bool:
    """In a repair what we mend is no pitch; in a share the gift is no pitch unless it names a product."""
    return telling.story.shape == "repair" and sentence.beat in ("repair", "fault")


def _shown(words: str) -> str:
    return " ".join(words.replace(SENDER, "").replace(BOUND, "").split()) or "the sender's company and what it does"


def sensitive(telling: Telling) -> Iterator[Finding]:
    """A pitch, promise, ask for business or congratulation on a sensitive event."""
    if not telling.sensitive:
        return
    if telling.story.promise:
        yield telling.in_front_matter("SAFE001", "error", "a promise on a sensitive event", "promise")
    for sentence in telling.sentences:
        reason = _unsafe(telling, sentence)
        if reason:
            message = f"{reason} on a sensitive event"
            yield telling.finding("SAFE001", "error", message, sentence.start, sentence.end)
    if _CONGRATULATION.search(telling.rendered.subject):
        yield telling.in_front_matter("SAFE001", "error", "a congratulation on a sensitive event", "subject")


def _unsafe(telling: Telling, sentence: Sentence) -> str:
    words = telling.literal_of(sentence)
    if _CONGRATULATION.search(words):
        return "a congratulation"
    if _ON_SENSITIVE.search(words):
        return "a pitch"
    if pitches(telling, sentence):
        return "a promise" if PROMISE in telling.signed_of(sentence) else "a pitch"
    if _vow(telling, sentence):
        return "a promise"
    if _put_forward(telling, sentence) or of_ours(words, german=telling.german):
        return "an offer"
    business = _BUSINESS_DE if telling.german else _BUSINESS_EN
    cost = COST_DE if telling.german else COST_EN
    if is_ask(telling, sentence) and (business.search(words) or cost.search(words)):
        return "an ask for business"
    return ""
