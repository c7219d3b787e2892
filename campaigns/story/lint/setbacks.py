"""SETBACK001: that something is paid for on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from campaigns.story.lexicon import phrases, words
from campaigns.story.lint.balance import denied, spared
from campaigns.story.lint.beats import beat_line
from campaigns.story.lint.text import Telling
from campaigns.story.lint.tongue import language_of
from campaigns.types import Finding

REAL_COST_EN = phrases("cost.en")
_FAKE_EN = phrases("no_cost.en")
REAL_COST_DE = phrases("cost.de")
_FAKE_DE = phrases("no_cost.de")
GAIN_EN, GAIN_DE = phrases("gain.en"), phrases("gain.de")
_NOT_BEFORE = re.compile(
    r"(?:\b(?:not|never|rarely|hardly|seldom|no|(?<!\ba )little|nothing|without|nobody|no one|few|neither|nicht|nie|"
    r"selten|kaum|kein\w*|ohne|niemand|wenige)|"
    r"n['’]t)\s+(?:\w+\s+){0,2}\Z",
    re.IGNORECASE,
)

_SPOILT = re.compile(
    r"\b(?:fewer|less|rarely|seldom|hardly|nobody|no one|weniger|selten|kaum|niemand|keiner)\s+(?:\w+\s+){0,2}\Z",
    re.IGNORECASE,
)


def setback(telling: Telling) -> Iterator[Finding]:
    """(arc) no setback, one that costs nothing, or one that vanishes when the case is absent."""
    if telling.story.shape != "arc":
        return
    line = beat_line(telling.story, "setback")
    told = telling.beat("setback")
    if not line:
        yield _setback(telling, "no setback: a journey without one is a brochure", telling.story.body_line)
    elif not told:
        yield _setback(telling, "the setback vanishes when the case is absent; tell one as opinion in an else", line)
    elif language_of(told, telling.story.language) == telling.story.language and fake(told, german=telling.german):
        yield _setback(telling, "a setback that costs nothing: say what was lost, late or disliked", line)


# What a setback waves away costs nothing: "apart from a little grumbling", "the only cost is a bit of goodwill".
_WAVED_AWAY = re.compile(
    r"\b(?:apart|aside) from [^,.;]{1,40}|\bexcept for [^,.;]{1,40}|\b(?:abgesehen von|bis auf) [^,.;]{1,40}|"
    r"\b(?:only|sole|einzige[rn]?) (?:[\w-]+ )?(?:is|was|were|are|war|ist|waren|sind)\b|"
    r"\b(?:a (?:little|(?:tiny )?bit of|touch of|hint of|spot of)|some mild|ein wenig|ein bisschen|etwas|leichte[sr]?) "
    r"(?:\w+(?:ing|ness|will|wail|sion|ance|ment)|[A-ZÄÖÜ]\w+)\b|"
    r"\b(?:after|nach) (?:an? |some )?(?:short|brief|initial|little|slight|"
    r"kurze[mrn]|anfängliche[mrn]|leichte[mrn]|etwas) \w+",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)  # the drafts of a story share most of their setbacks
def fake(told: str, *, german: bool) -> bool:
    """Whether a setback costs nothing: it boasts, speaks of success or of nothing in particular, and no word of cost
    stands beside that; or the little that it costs is made good in the same breath."""
    boasts, costs, gains = (_FAKE_DE, REAL_COST_DE, GAIN_DE) if german else (_FAKE_EN, REAL_COST_EN, GAIN_EN)
    boast = next((found for found in boasts.finditer(told) if not _NOT_BEFORE.search(told[: found.start()])), None)
    rest = _WAVED_AWAY.sub(" ", boasts.sub(" ", told)) if boast else told
    losses = list(costs.finditer(rest))
    found = [one.group().lower() for one in losses if not spared(rest, one)]
    praise = list(gains.finditer(rest))
    nothing = len(found) < len(losses) and set(found) <= _NO
    if boast or nothing or len(praise) > 1:
        # Beside a boast, or praise upon praise, weak words are no sign of a cost.
        found = [word for word in found if word not in WEAK]
    if any(_SPOILT.search(rest[: one.start()]) and not one.group().lower().endswith("er") for one in praise):
        return False  # "fewer friends", "nobody thanked them"
    if not boast and any(denied(rest, one) for one in praise):
        return False  # "not good enough any more"
    if found:
        return _made_good(told, german=german)
    clear = [one for one in gains.finditer(told) if one.group().lower() not in FAINT]
    if boast or nothing or clear or len(praise) > 1:
        return not (boast and _turned(told[boast.end() :], german=german))
    return _made_good(told, german=german)


# "It costs neither money nor time, only the sleep of your welder": a "but" after the boast, and no joy behind it.
_BUT = re.compile(
    r"(?:[,;.:–—]|\band|\bund)\s+(?:but|only|except|save|yet|the (?:others|rest|older|old)|aber|nur|doch|allerdings|"
    r"sondern|außer|(?:die|der) (?:anderen?|Rest|Älteren|Alten))\b(?P<rest>(?:\W+\w+){3,})",
    re.IGNORECASE,
)


def _turned(rest: str, *, german: bool) -> bool:
    found = _BUT.search(rest)
    if not found:
        return False
    boasts, gains = (_FAKE_DE, GAIN_DE) if german else (_FAKE_EN, GAIN_EN)
    glad = any(one.group().lower() not in FAINT for one in gains.finditer(found["rest"]))
    return not glad and not boasts.search(found["rest"])


# Where a text turns from what it cost to what came of it, and words that make little of what stands before.
_TURN = re.compile(
    r"\b(?:then|until|before long|but|yet|soon|in the end|by the end|eventually|afterwards?|"
    r"(?:by|on|from) the (?:second|next|third)|the thing|"
    r"dann|danach|bis|aber|doch|bald|am Ende|schließlich|inzwischen|hinterher|seitdem|seither|"
    r"(?:am|beim|vom|ab dem) (?:zweiten|nächsten|dritten))\b",
    re.IGNORECASE,
)
_LITTLE = re.compile(
    r"\b(?:(?:a )?few|some|(?:a )?(?:little|bit|touch|moment|nudge)|slight\w*|brief\w*|short|small|minor|mild|"
    r"initial\w*|at first|the odd|occasional\w*|the first (?:day|morning|hour|try|time|round)|moment['’]s|"
    r"one (?:\w+ )?(?:night|day|morning|evening|hour)|"
    r"an? (?:whole |full |entire )?(?:afternoon|morning|day|evening|hour)|"
    r"ein(?:e|en|er)? (?:paar|wenig|bisschen|Moment|Anlauf)|"
    r"(?:der|die|das|am|beim) ersten? (?:Tag|Morgen|Mal|Stunde|Runde)|"
    r"eine?n? (?:\w+ )?(?:Nacht|Tag|Morgen|Abend|Stunde|Nachmittag|Vormittag)|"
    r"einige[nr]?|wenige[nr]?|leicht\w*|kurz\w*|klein\w*|gering\w*|anfangs|anfänglich\w*|zunächst|zuerst|"
    r"am Anfang|etwas)\b",
    re.IGNORECASE,
)


def _made_good(told: str, *, german: bool) -> bool:
    """ "A few grumbled, then everybody wanted one": little is said to be lost, and the last word is a gain."""
    turn = next(reversed(list(_TURN.finditer(told))), None)
    if not turn or not _LITTLE.search(told[: turn.start()]):
        return False
    boasts, costs, gains = (_FAKE_DE, REAL_COST_DE, GAIN_DE) if german else (_FAKE_EN, REAL_COST_EN, GAIN_EN)
    after = told[turn.end() :]
    glad = gains.search(after) or boasts.search(after) or _RIGHT.search(after)
    return bool(glad) and not costs.search(_RIGHT.sub(" ", boasts.sub(" ", after)))


_RIGHT = re.compile(
    r"\b(?:(?:gone|went|goes|going|was|is|all) (?:\w+ )?(?:right|fine|nicely)|running nicely|"
    r"(?:klappt|klappte|passt|passte)\b(?! (?:\w+ )?(?:nicht|nichts|kaum|nie)))",
    re.IGNORECASE,
)


# Alone these are no sign of success: "a good planner", "the better deal".
FAINT = words(
    """good well better more up best content name treat gut gute guten guter gutem gutes besser bessere besseren beste
    besten bester bestes mehr everybody everyone alle jeder"""
)
_NO = words("no not never nobody hardly barely rarely without nicht nie niemand kein keine keinen kaum ohne selten")
WEAK = words(
    """not never nobody hard harder again later late less fewer weeks months days hours quiet longer against tough long
    time only without away extra alone explain odd strange rows
    nicht nie kein keine keinen niemand wieder spät später weniger wochen monate muss müssen musste mussten schwer
    evenings nights weekends abende nächte wochenenden
    wobble wobbles wobbled grumble grumbles grumbled grumbling mutter mutters muttered sigh sighs sighed groan groaned
    länger gegen ging gingen schwierig zurück lange lang zeit stunden tage nur ohne kraft erklären allein dauert"""
) | {"had to"}


def _setback(telling: Telling, message: str, line: int) -> Finding:
    return Finding("SETBACK001", "error", message, telling.story.file, line, 1)
