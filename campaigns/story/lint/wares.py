"""What is for sale though nobody says "our": a thing or helper that does something for the reader, a better world to be
imagined, a purchase that would have spared them the trouble; and, in an opening, we in any place but that of somebody
who read, heard, met or owes."""

from __future__ import annotations

import re
from functools import lru_cache

from campaigns.story.lexicon import phrases
from campaigns.story.masked import BOUND, SENDER

_THING_EN = (
    r"(?:tools?|software|gadgets?|apps?|platforms?|services?|methods?|machines?|systems?|program(?:me)?s?|devices?|"
    r"products?|kits?|packages?|solutions?|assistants?|robots?|courses?|crews?|dashboards?|plug-?ins?|templates?|"
    r"agenc(?:y|ies)|suppliers?|vendors?|providers?|partners?|consultants?|coach(?:es)?|specialists?|experts?)"
)
_THING_DE = (
    r"[\wäöüß-]*?(?:[Ww]erkzeuge?|[Ss]oftware|[Gg]eräte?|[Aa]pps?|[Pp]lattform(?:en)?|[Dd]ienste?|[Mm]ethoden?|"
    r"[Mm]aschinen?|"
    r"[Ss]ysteme?|[Pp]rogramme?|[Pp]rodukte?|[Pp]akete?|[Ll]ösung(?:en)?|[Aa]ssistent(?:en)?|[Rr]oboter|[Kk]urse?|"
    r"[Vv]orlagen?|"
    r"[Aa]gentur(?:en)?|[Aa]nbieter|[Pp]artner|[Bb]erater|[Bb]egleiter|[Ss]pezialist(?:en)?|[Ee]xperten?)"
)
# "A tool that takes the dull half of the week off your hands"; what nobody uses, what was bought, is no offer.
_DOES_EN = re.compile(
    rf"\b(?:an?|one|some|this|there (?:is|are)|about|of) (?:[\w-]+ ){{0,3}}{_THING_EN},? (?:that|which|who) "
    r"(?:\w+ly |can |could |will |would |already )?(?!is\b|was\b|has\b|had\b|nobody|no\b|never|does\b|needs?\b|"
    r"fails?\b)"
    r"[a-z]+(?:s|e|n|t|k|d|p)\b(?<!ed)[^.!?]*\b(?:you|your|people|teams?|firms|houses|them|for)\b",
    re.IGNORECASE,
)
_DOES_DE = re.compile(
    rf"\b(?:[Ee]ine?[nmrs]?|[Uu]m|[Ee]s gibt|[Vv]on|[Ff]ür) (?:[\wäöüß-]+ ){{0,3}}{_THING_DE}, (?:das|der|die|den|dem) "
    r"[^.!?,]*\b(?:Ihnen|Ihr\w*|dir|dein\w*|euch|Leuten?|Teams?|Häuser\w*|Firmen)\b[^.!?,]*"
    r"\b(?!niemand)\w+(?:t|en)\b",
)
_IMAGINE_EN = re.compile(
    r"\b(?:imagine|picture|suppose|what if|think of)\b[^.?!]*\b(?:half|without|never|no more|twice|free of|free from|"
    r"a single|one place|all of it|itself|themselves|already|in minutes|at a glance|with ease|instead)\b",
    re.IGNORECASE,
)
_IMAGINE_DE = re.compile(
    r"\b(?:[Ss]tellen Sie sich|[Ss]tell dir|[Ww]as wäre, wenn|[Mm]alen Sie sich)\b[^.?!]*\b(?:halb|ohne|nie|kein\w*|"
    r"doppelt|"
    r"einzige[nmrs]?|von selbst|auf einen Blick|bereits|schon|mühelos|statt)\b"
)
# Us in an opening as a place, a helper or an owner; what "I" and "we" do themselves is judged by its verb elsewhere.
_US_EN = re.compile(rf"(?<![\w'’])(?:us|Us|[Oo]urs?|[Mm]y|me)(?:['’](?:m|ve|d|ll|re))?(?!\w)|{SENDER}+")
_US_DE = re.compile(rf"(?<!\w)(?:mir|mich|mein(?:e[mnrs]?)?|uns|unser(?:e[mnrs]?)?)(?!\w)|{SENDER}+", re.IGNORECASE)
_QUOTE = re.compile(r"[\"“„«][^\"”“»]*\Z")  # words of somebody else
_TALKED_EN, _TALKED_DE = phrases("talked.en"), phrases("talked.de")
_READ_EN = phrases("read.en")
_READ_DE = phrases("read.de")
# Beside bad news: what could be bought, and that it would help.
_BUY_EN = phrases("wares.en")
_BUY_DE = phrases("wares.de")
_WOULD_EN = re.compile(
    r"\b(?:would|could|might|may|can|should|need|needs|deserves?|there (?:is|are)|time|moment|cost|costs|consider|"
    r"look(?:ing)? (?:at|into)|think(?:ing)? about|better|spare|save|help\w*|hand)\b",
    re.IGNORECASE,
)
_WOULD_DE = re.compile(
    r"\b(?:würden?|könnten?|dürften?|kann|können|sollten?|wären?|hätten?|brauch\w*|verdien\w*|es gibt|Zeit|Moment|"
    r"Augenblick|"
    r"kosten|kostet|nachdenk\w*|nachzudenken|überlegen|besser|erspar\w*|spart|sparen|hilft|helfen|geben)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1_000)  # the drafts of a story share most of their sentences
def displayed(said: str, *, german: bool) -> str:
    """The words with which a sentence shows a ware or a world in which one was bought, or nothing."""
    does, imagine = (_DOES_DE, _IMAGINE_DE) if german else (_DOES_EN, _IMAGINE_EN)
    found = does.search(said) or imagine.search(said)
    return found.group() if found else ""


@lru_cache(maxsize=1_000)
def brought_up(signed: str, *, german: bool) -> str:
    """Our place in an opening that tells of nothing we read, heard, met or owe. `signed` as `Telling.signed`."""
    us = (_US_DE if german else _US_EN).search(signed)
    if not us or _QUOTE.search(signed[: us.start()]) or (_TALKED_DE if german else _TALKED_EN).search(signed):
        return ""
    return "" if (_READ_DE if german else _READ_EN).search(signed) else us.group()


_MINE = re.compile(r"\b(?:my|mein\w*)\s+(?:\w+\s+)?partner\w*\Z", re.IGNORECASE)


@lru_cache(maxsize=1_000)
def for_sale(said: str, *, german: bool) -> str:
    """The words with which a sentence beside bad news thinks of a purchase, or nothing."""
    bought = (_BUY_DE if german else _BUY_EN).search(said)
    if bought and _MINE.search(said[: bought.end()]):
        return ""  # a partner in life or trade
    if bought and (_WOULD_DE if german else _WOULD_EN).search(said.replace(BOUND, " ")):
        return bought.group()
    return ""
