"""PROMISE001 SAFE001 PITCH001: what is offered, and when it may not be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaigns.story.lexicon import phrases
from campaigns.story.lint.asks import COST_DE, COST_EN, is_ask
from campaigns.story.lint.futures import foretold
from campaigns.story.lint.offers import befell, brought_in, of_ours, offered, praised
from campaigns.story.lint.text import Telling
from campaigns.story.lint.wares import brought_up, displayed, for_sale
from campaigns.story.masked import BOUND, PROMISE, SENDER, Sentence
from campaigns.types import Finding

_VOW_EN = phrases("vow.en")
_VOW_DE = phrases("vow.de")
_THINGS_EN = (
    r"(?:platform|product|solution|software|tool|toolkit|service|app|application|system|offer|offering|technology|"
    r"package|suite|"
    r"programme|program|methodology|method|framework|training|course|workshop|consultants?|consulting|consultancy|"
    r"experts|agency|"
    r"playbook|approach|dashboard|engine|assistant|features?|customers|clients)"
)
_PITCH_EN = phrases("pitch.en", bound=BOUND, sender=SENDER, things=_THINGS_EN)
_THINGS_DE = (
    r"(?:Plattform|Produkte?n?|Lösung(?:en)?|Software|Werkzeuge?|Tools?|Dienst(?:e|leistung(?:en)?)?|App|System|"
    r"Angebote?|Technologie|Paket|"
    r"Programm|Methode|Training|Kurse?|Workshops?|Berat(?:ung|er)|Agentur|Ansatz|Assistent|Kunden|Experten)"
)
_PITCH_DE = phrases("pitch.de", bound=BOUND, sender=SENDER, things=_THINGS_DE)
_CONGRATULATION = phrases("congratulation")
_ON_SENSITIVE = phrases("sensitive")
_FLATTERY_EN, _FLATTERY_DE = phrases("flattery.en"), phrases("flattery.de")
_READER = re.compile(r"(?<!\w)(?:[Yy]ou(?:rs?)?|Sie|Ihnen|Ihr(?:e[mnrs]?)?|[Dd]u|[Dd]ir|[Dd]ein(?:e[mnrs]?)?)(?!\w)")
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
    if sentence.beat not in _LOOKS_AHEAD and foretold(words, german=telling.german, opening=_news(telling, sentence)):
        return True
    if telling.german and _SWORN_DE.search(words):
        return True
    vows = (_VOW_DE if telling.german else _VOW_EN).finditer(words)
    if sentence.beat == "setback":  # thanks foretold there make a setback that costs nothing, which has a code
        vows = (found for found in vows if not _THANKED.search(found.group()))
    return any(not _of_others(words[: found.start()], found.group()) for found in vows)


# Beats that name what is hard may look ahead; elsewhere a bright future of the reader's is promised to them.
_LOOKS_AHEAD = frozenset({"problem", "setback"})


def _news(telling: Telling, sentence: Sentence) -> bool:
    """Where the news is told, or one of us is briefed for a call, dates and orders promise the reader nothing."""
    return telling.story.medium == "call" or (sentence.beat == "moment" and not telling.sensitive)


_THANKED = re.compile(
    r"(?:will|would|['’]ll|going to|werden?|wird)\b.* (?:thank|love|praise|applaud|cheer|danken|lieben|loben|feiern)",
    re.I,
)
# "Our designers rely on it": what others do, where it would be an order to the reader.
_RELIES = re.compile(r"(?:count|depend|rely|bank)\b", re.IGNORECASE)
_THEY = re.compile(r"\b(?:they|we|I|who|people|others|to|that|nobody|\w{3,}s)(?: \w+ly)? \Z", re.IGNORECASE)


def _of_others(before: str, vow: str) -> bool:
    return bool(_DISCLAIMED.search(before) or (_RELIES.match(vow) and _THEY.search(before)))


# "Nobody can guarantee you that": said against vows.
_DISCLAIMED = re.compile(
    r"\b(?:nobody|no one|no|not|cannot|can['’]t|never|neither|niemand|keiner|nicht|nie)"
    r"(?: (?:can|could|will|would|may|kann|könnte|wird))?(?: \w+)?\s+\Z",
    re.IGNORECASE,
)


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
        elif not offer and shape == "arc" and sentence.beat == "problem":
            offer = _added(telling.literal_of(sentence))
        if offer and not named and not _mends(telling, sentence):
            message = f"an offer before their need is named: {_shown(offer)}"
            yield telling.finding("PITCH001", "error", message, sentence.start, sentence.end)
        elif sentence.beat == "problem" or (shape == "arc" and sentence.beat not in (None, "moment")):
            named = True


# "Your clinic can now add our night line": a thing of ours in their hands, where their need was to be named.
_ADD = re.compile(
    r"\b(?:[Yy]ou|[Yy]our [\w-]+)(?: [\w-]+){0,2} (?:can|could|may|might|should)(?: \w+)? (?!\w+ed\b)\w+ "
    r"our (?!\w*(?:call|meeting|letter|mail|agreement|contract|mistake|word|page|notes)\b)[\w-]+(?: [\w-]+)?|"
    r"\b(?:Sie|Ihre?[nmrs]? [\w-]+) (?:können|könnten|kann|könnte|sollten?|dürfen)(?: [\w-]+){0,3} unsere?[nmrs]? "
    r"(?!\w*(?:[Gg]espräch|[Bb]rief|[Vv]ertrag|[Ff]ehler|[Ww]ort|[Ss]eite|[Nn]otizen|[Mm]ail)\b)[A-ZÄÖÜ][\w-]+|"
    r"\b(?:können|könnten|kann|könnte|sollten?) (?:Sie|Ihre?[nmrs]? [\w-]+)(?: [\w-]+){0,3} "
    r"unsere?[nmrs]? [A-ZÄÖÜ][\w-]+"
)


def _added(words: str) -> str:
    found = _ADD.search(words)
    return found.group() if found else ""


# A customer has our house already, so that its name offers nothing.
_FOR_CUSTOMERS = ("renewal", "check_in", "day_one", "quiet", "champion", "milestone", "promise")


def _know_us(telling: Telling) -> bool:
    customer = telling.draft and telling.brief.get("account.lifecycle") == "customer"
    return customer or all(event.value.startswith(_FOR_CUSTOMERS) for event in telling.story.events)


def _put_forward(telling: Telling, sentence: Sentence) -> str:
    """The words with which a sentence offers what we do, or puts our house forward."""
    offer = offered(telling.literal_of(sentence), german=telling.german)
    if offer or _know_us(telling):
        return offer
    return praised(telling.signed_of(sentence), german=telling.german)


def _in_opening(telling: Telling, sentence: Sentence) -> str:
    if _know_us(telling):
        return ""
    signed, german = telling.signed_of(sentence), telling.german
    return brought_in(signed, german=german) or displayed(signed, german=german) or brought_up(signed, german=german)


def _mends(telling: Telling, sentence: Sentence) -> bool:
    """In a repair what we mend is no pitch; in a share the gift is no pitch unless it names a product."""
    return telling.story.shape == "repair" and sentence.beat in ("repair", "fault")


def _shown(words: str) -> str:
    return " ".join(words.replace(SENDER, "").replace(BOUND, "").split()) or "the sender's company and what it does"


def sensitive(telling: Telling) -> Iterator[Finding]:
    """A pitch, promise, ask for business or congratulation on a sensitive event."""
    if not telling.sensitive:
        return
    if telling.story.promise and (not telling.draft or _still_promises(telling)):
        yield telling.in_front_matter("SAFE001", "error", "a promise on a sensitive event", "promise")
    for sentence in telling.sentences:
        reason = _unsafe(telling, sentence)
        if reason:
            message = f"{reason} on a sensitive event"
            yield telling.finding("SAFE001", "error", message, sentence.start, sentence.end)
    if _CONGRATULATION.search(telling.rendered.subject):
        yield telling.in_front_matter("SAFE001", "error", "a congratulation on a sensitive event", "subject")


def _still_promises(telling: Telling) -> bool:
    """Whether a draft makes its story's promise: a person may have taken it out, or it had no words for this reader."""
    parts = telling.rendered.segments + telling.rendered.subject_segments
    bound = any(path.startswith("promise.") for part in parts for path in part.paths)
    return bound or bool(telling.beat("promise"))


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
    if _put_forward(telling, sentence) or (of_ours(words, german=telling.german) and not befell(words)):
        return "an offer"
    if for_sale(words, german=telling.german) or displayed(words, german=telling.german):
        return "an offer"
    if (
        sentence.beat != "setback"
        and _READER.search(words)
        and (_FLATTERY_DE if telling.german else _FLATTERY_EN).search(words)
    ):
        return "praise"
    business = _BUSINESS_DE if telling.german else _BUSINESS_EN
    cost = COST_DE if telling.german else COST_EN
    if is_ask(telling, sentence) and (business.search(words) or cost.search(words)):
        return "an ask for business"
    return ""
