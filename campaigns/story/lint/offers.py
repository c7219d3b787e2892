"""What we would do for them, told by the shape of a sentence rather than by its words: our people or things beside the
reader, we as those who act, or our house in a place where something is chosen, bought or praised. What only says that
we know, met, read or owe something offers nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from campaigns.story.lexicon import Phrases, phrases, words
from campaigns.story.masked import BOUND, SENDER

_MINDS_EN = words(
    """know knew think thought hope believe feel felt see saw hear heard read remember wonder suspect guess assume mean
    meant say said ask write wrote owe admit doubt fear regret like love want wish need understand understood gather
    notice learn live sit sat meet met miss worry expect imagine agree disagree look hate thank apologise apologize
    would should could may might must shall will do don did does am is are was were have had has got go went come came
    leave left lose lost tell told give gave send sent speak spoke stand stood begin began get find found keep kept
    make made take took become became cannot can happen seem tend never rarely seldom hardly still only just too all
    both ourselves myself share stay pay paid last once ever then first also
    suppose presume reckon dare bet follow followed watch watched track grew
    spent fell broke chose drove rose drew threw wore slept forgot quit"""
)
_WE_EN = re.compile(
    r"\b(?:we|I)(?:['’]ve)?(?: (?:also|now|often|usually|always|already|regularly|happily|gladly|can|could))*"
    r" (?P<verb>[a-z]{3,})(?!['’\w])",
    re.IGNORECASE,
)
_FIND_EN = re.compile(
    r"\b(?:we|I)(?: \w+ly)? (?:find|keep|make|get|give|take|send) (?!that|it|this|you)\w+(?: \w+){0,2} for\b",
    re.IGNORECASE,
)
_OUR_EN = re.compile(r"\bour (?P<noun>[\w-]+(?: [\w-]+){0,2})", re.IGNORECASE)
_SHARED_EN = words(
    """colleague colleagues conversation talk talks meeting meetings call agreement contract yardstick notes records
    file files exchange mail letter last first paths mutual friend friends team people side part mistake mistakes fault
    promise word words own thoughts hearts site page blog newsletter text report piece piece's way turn doing silence
    lunch dinner paper previous earlier firm house research reading"""
)
# Somebody other than the reader comes to us; something is done, made or priced here.
_OFFER_EN, _OFFER_DE = phrases("offer.en"), phrases("offer.de")
_BY_READER = re.compile(r"\b(?:you|you['’]ve|you have)\s+\Z", re.IGNORECASE)
# Our house by name: told of, spoken with and read at it is fine; what it stands behind, does or is known for is not.
_HOUSE = re.compile(rf"{SENDER}+(?:['’]s)?")
_HOUSE_MINDS = words(
    """has had have read owes owed promised heard learned failed forgot missed knows knew wrote asked said told should
    would hat hatte haben hatten schuldet las hörte erfuhr versprach vergaß schrieb fragte sagte sollte weiß wusste"""
)
_BESIDE_EN = re.compile(
    r"(?:\b(?:at|from|of|with|told|tell|asked|and|or|by|since|here at|owed?|for|in|here is|name is|I am|"
    r"I['’]m|joined|left|reached|wrote)|"
    r"[\n,(–—-]|\b(?:spoke|spoken|talked|said|wrote|written|mentioned|owed?|reported|belongs?|yours?) to|"
    r"\Athis is|^)\s*\Z",
    re.IGNORECASE,
)
# The reader: by a pronoun, or by a name, which is bound.
_READER_EN = re.compile(rf"\b(?:you|your|yours)\b|{BOUND}", re.IGNORECASE)

_MINDS_DE = words(
    """wissen haben sind hatten waren lesen lasen hören hörten sehen sahen denken dachten glauben hoffen kennen kannten
    schreiben schrieben sprechen sprachen möchten wollen wollten können konnten dürfen durften sollen sollten müssen
    mussten würden hätten wären meinen fragen fragten bitten danken wünschen werden fürchten vermuten ahnen erinnern
    schulden lassen bleiben blieben treffen trafen kommen kamen gehen gingen stehen standen sitzen saßen melden merken
    merkten verfolgen verfolgten beobachten staunen gratulieren beglückwünschen grüßen begrüßen applaudieren gedenken
    trauern fühlen leiden nehmen verstehen lernen lernten erfahren erfuhren freuen bedauern entschuldigen sagen
    sagten beiden selten
    gestern zusammen oben unten eben morgen neben einen keinen uns euch ihnen allen fanden finden"""
)
_WE_DE = re.compile(
    r"\b[Ww]ir (?P<verb>[a-zäöüß]{3,}(?:en|eln|ern))(?!\w|,)|\b(?P<turned>[a-zäöüß]{4,}(?:en|eln|ern)) wir\b"
)
# The same of one person: "ich begleite", "ich richte".
_MIND_DE = frozenset(verb[:-1] for verb in _MINDS_DE if verb.endswith("en")) | words(
    """lese sehe spreche treffe nehme würde hätte wäre frage bitte danke werde erinnere meine habe gebe heiße eine keine
    heute gerne gerade diese jene ohne beide"""
)
_I_DE = re.compile(r"\b[Ii]ch (?P<verb>[a-zäöüß]{3,}e)(?![\w,])|\b(?P<turned>[a-zäöüß]{4,}e) ich\b")
# Something happens at our place; a customer's contract, question or complaint does, too.
_BY_US_DE = re.compile(r"\b[Bb]ei uns\b")
_CUSTOMER_DE = re.compile(
    r"\b(?:Vertrag\w*|Kund\w+|Konto|gemeldet|nachgefragt|angerufen|angefragt|beschwert|unterschrieben|gefragt|bestellt|"
    r"angefangen|begonnen|sind Sie|Sie sind|waren Sie|Sie waren|seid ihr|bist du|liegt|lag|liegen|angekommen|Fehler|"
    r"Schuld|"
    r"vergessen|versäumt|untergegangen|passiert|niemand|keiner|geblieben|lange her)\b"
)
_BESIDE_DE = re.compile(
    r"(?:\b(?:bei|von|aus|mit|an|für|und|oder|zu|in|im|seit|gegenüber|Firma|Hause?|hier ist|heiße|"
    r"[Nn]ame ist|ich bin|schuldet|Ihnen|uns|vom)|"
    r"[\n,(–—-]|^)\s*\Z",
    re.IGNORECASE,
)
_FIND_DE = re.compile(r"\b(?:[Ww]ir finden|[Ff]inden wir) (?:\w+ ){0,3}(?:für|Ersatz|Ihnen)\b")
_OUR_DE = re.compile(r"\b[Uu]nser(?:e|em|en|er|es)? (?P<noun>(?:[a-zäöüß-]+ ){0,2}[A-ZÄÖÜ][\w-]+)")
# Our people as those who do something, told in the present: who knows, met or read something is left alone.
_OUR_PEOPLE_EN = re.compile(
    r"\bour (?:\w+ )?(?:team|people|house|firm|colleagues|crew|experts|specialists|consultants|engineers|trainers|"
    r"staff|side) (?:\w+ly |also |always |often )*(?P<verb>[a-z]{3,})\b",
    re.IGNORECASE,
)
_OUR_PEOPLE_DE = re.compile(
    r"\b[Uu]nsere?[nm]? (?:\w+ )?(?:Haus|Team|Leute|Kolleg\w+|Firma|Expert\w+|Fachleute|Mannschaft|Berater\w*|"
    r"Spezialist\w*|Büro|Agentur) "
    r"(?P<verb>[a-zäöüß]{3,}(?:t|en|ern|eln))\b"
)
_HOUSE_VERBS_DE = words(
    """hat ist war kennt weiß liest sieht hört denkt meint fragt steht liegt sitzt wollt sagt schreibt spricht schuldet
    bittet bleibt kommt geht nicht seit gibt lernt trifft verfolgt erinnert dazu mit"""
)
_SHARED_DE = re.compile(
    r"(?:Gespräch|Treffen|Telefonat|Begegnung|Austausch|Vertrag|Vereinbarung|Notiz|Unterlagen|Akten|Seite|Fehler|Schuld|"
    r"Versäumnis|Zusage|Versprechen|Wort|Team|Leute|Kolleg|Mail|Brief|Text|Bericht|Blog|Beitrag|Termin|Sicht|Haus|Anfang|"
    r"Wege?|Recherche|Lektüre|Kontakt|Bekannt|Freund|Schweigen|Entschuldigung|Gedanken|letzte|erste|früher|gemeinsam)"
)
_AT_US_DE = re.compile(
    r"\bbei uns (?:gibt|finden|bekommen|erhalten)\b|"
    r"\b(?:gibt es|haben Sie|finden Sie|bekommen Sie|erhalten Sie) (?:\w+ )?bei uns\b|"
    r"\bprofitier\w*\b|\b(?:Ihnen|dir) (?:\w+ ){0,3}(?:abnimmt|abnehmen)\b|"
    r"\b(?:nehmen|nimmt) (?:\w+ ){0,2}(?:Ihnen|dir) (?:[^.,!?]*\bab\b|(?:\w+ ){0,2}(?:Last|Arbeit|Mühe|Sorge))"
)
_READER_DE = re.compile(r"\b(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?|[Dd]u|[Dd]ir|[Dd]ich|[Dd]ein(?:e[mnrs]?)?)\b|" + BOUND)


# In an opening we may be those who were told, met or asked; in any other place we are brought in for what we do.
_TALKED_EN, _TALKED_DE = phrases("talked.en"), phrases("talked.de")
_BROUGHT_EN, _BROUGHT_DE = phrases("brought_in.en"), phrases("brought_in.de", sender=SENDER)
_JOINTS_EN = words("and who that which with from for but not nor here there about than when where because")


@lru_cache(maxsize=1_000)  # the drafts of a story share most of their sentences
def offered(said: str, *, german: bool) -> str:
    """The words with which a sentence offers what we have or do, or nothing. Sentences that ask are judged, too."""
    return _offered_de(said) if german else _offered_en(said)


def praised(signed: str, *, german: bool) -> str:
    """The words with which a sentence puts our house forward by its name. `signed` as `Telling.signed`."""
    if SENDER not in signed:
        return ""
    beside = _BESIDE_DE if german else _BESIDE_EN
    for found in _HOUSE.finditer(signed):
        before, after = signed[max(0, found.start() - 40) : found.start()], signed[found.end() :].split()[:2]
        if not beside.search(before) and not _HOUSE_MINDS.intersection(word.lower().strip(".,") for word in after):
            return signed[max(0, found.start() - 24) : found.end() + 24]
    return ""


@lru_cache(maxsize=1_000)
def brought_in(said: str, *, german: bool) -> str:
    """The words with which an opening brings us in where nothing was told, asked or talked over between us and them."""
    if (_TALKED_DE if german else _TALKED_EN).search(said):
        return ""
    found = (_BROUGHT_DE if german else _BROUGHT_EN).search(said)
    return found.group() if found and not _YOU.search(said[: found.start()]) else ""


# "You put it to us": what the reader did with us offers nothing.
_YOU = re.compile(r"\b(?:[Yy]ou(?:rs?)?|Sie|Ihnen|Ihre?[nmrs]?|[Dd]u|[Dd]eine?[nmrs]?|[Ii]hr)\b")


def _first(patterns: Iterable[Phrases | re.Pattern[str]], said: str) -> str:
    """What one of the patterns finds that the reader is not said to have done: "you chose us" offers nothing."""
    found = (one for pattern in patterns for one in pattern.finditer(said))
    return next((one.group() for one in found if not _BY_READER.search(said[: one.start()])), "")


def _offered_en(said: str) -> str:
    direct = _first((_OFFER_EN, _FIND_EN), said)
    if direct:
        return direct
    for found in _WE_EN.finditer(said):
        verb = found["verb"].lower()
        if verb not in _MINDS_EN and not verb.endswith(("ed", "ing", "ly")):
            return found.group()
    for found in _OUR_PEOPLE_EN.finditer(said):
        verb = found["verb"].lower()
        if not {verb, verb.removesuffix("s")} & (_MINDS_EN | _JOINTS_EN) and not verb.endswith(("ed", "ing", "ly")):
            return found.group()
    return of_ours(said, german=False) if _READER_EN.search(said) else ""


def _offered_de(said: str) -> str:
    direct = _first((_OFFER_DE, _AT_US_DE, _FIND_DE), said)
    if direct:
        return direct
    for found in _WE_DE.finditer(said):
        if (found["verb"] or found["turned"]) not in _MINDS_DE:
            return found.group()
    for found in _I_DE.finditer(said):
        verb = found["verb"] or found["turned"]
        if verb not in _MIND_DE and not verb.endswith("te"):
            return found.group()
    at_us = _BY_US_DE.search(said)
    if at_us and not _CUSTOMER_DE.search(said):
        return at_us.group()
    for found in _OUR_PEOPLE_DE.finditer(said):
        if found["verb"] not in _HOUSE_VERBS_DE and found["verb"] not in _MINDS_DE:
            return found.group()
    return of_ours(said, german=True) if _READER_DE.search(said) else ""


# "Our founder left us": what became of ours is no offer where nobody is helped and no reader is near.
_BEFELL = re.compile(
    r"\b[Oo]ur (?:[\w-]+ ){1,3}?"
    r"(?!(?:help|serv|support|build|built|design|develop|train|guid|solv|sav|made|fix|turn)\w*)"
    r"(?:left|lost|was|were|had|went|came|fell|broke|died|quit|told|felt|knew|took|stood|ran|got|heard|"
    r"saw|said|read|spoke|met|thought|wrote|slept|\w{3,}ed)\b|"
    r"\b[Uu]nsere?[nmrs]? [A-ZÄÖÜ][\w-]+ (?!(?:half|rettete|unterstützte|baute|löste|machte)\w*)"
    r"(?:war|hatte|ging|verlor|verließ|kam|blieb|fiel|stand|starb|\w{3,}te)n?\b"
)


def befell(said: str) -> bool:
    """Whether a sentence tells what happened to somebody or something of ours, and no reader stands in it."""
    return bool(_BEFELL.search(said)) and not (_READER_EN.search(said) or _READER_DE.search(said))


def of_ours(said: str, *, german: bool) -> str:
    """A thing or people of ours that are no part of what we share with the reader, or nothing."""
    for found in (_OUR_DE if german else _OUR_EN).finditer(said):
        noun = found["noun"]
        if not (_SHARED_DE.search(noun) if german else _SHARED_EN.intersection(noun.lower().split())):
            return found.group()
    return ""
