"""Names in literal text. English marks them by capitals; in German every noun has one, so there shape and company
decide. What is not sure stays unflagged: a reader of the draft sees it anyway."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from campaigns.story.known_names import COMPANIES, DOUBLE, FIRST_NAMES
from campaigns.story.lexicon import words
from campaigns.story.masked import BOUND
from campaigns.story.surnames import family
from campaigns.words import commonness

Span = tuple[int, int]
_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ](?:[\w&]|['’](?=\w)|-(?=\w))*")
_ENGLISH_PLAIN = words(
    """I I'm I'd I'll I've Mr Mrs Ms Dr Prof English German French Spanish Italian Dutch Portuguese European Europe
    American British Swiss Austrian Nordic Western Eastern Chief Executive Officer Officers Head Heads Director
    Directors Vice President VP VPs Manager Managers Lead Leads Sales Marketing Finance Financial Product Products
    Engineering Operations Operating People Revenue Customer Customers Success Support Technology Technical
    Information Commercial Growth Human Resources Legal Board Day One Year Hello Hi Dear Hey Internet Excel Best
    Kind Regards OK Ok PS God Christmas Easter Thanksgiving Team Account Partner Partners Founder CEO-s Round Seed
    Series"""
)
_ACRONYM = re.compile(r"[A-Z][A-Z&/]{1,4}s?\Z")
_CAMEL = re.compile(r"[A-ZÄÖÜ][a-zäöü]+[A-Z]\w*\Z|[a-z]+[A-Z][a-z]\w+\Z")
_FOREIGN = re.compile(
    r"[a-z]{3,}(?:tech|soft|(?<![dmt])ware|works|labs|flow|desk|hub)\Z|[b-z]\w{3,}[oiu]x\Z", re.IGNORECASE
)
_NOT_FOREIGN = words(
    """malware warehouse workflow cashflow overflow inflow outflow networks frameworks
    fireworks clockworks helpdesk aware unaware beware homeworks glassware biotech fintech hightech lowtech
    roadworks waterworks"""
)
_ODD_END_EN = re.compile(r"\w{4,}(?:[aiou]|ex|ix|yx|ay)\Z")
_PLAIN_END_EN = words(
    """data media idea agenda quota area era extra also into demo info video hello menu ratio radio studio portfolio
    schema formula criteria phenomena dilemma drama panorama today yesterday away okay delay essay display relay
    index complex appendix matrix annex latex reflex suffix prefix memo euro logo motto video you thou alibi taxi
    alumni stimuli tempo crescendo beta alpha delta gamma visa plus persona stamina saga trivia propaganda alfalfa
    quinoa"""
)
_ODD_END_DE = re.compile(r"\w{3,}(?:[aiouy]|th|ex|ix|sh|tech|soft|ify)\Z")
_ENGLISH_MADE = re.compile(
    r"(?:bright|north|south|green|blue|black|white|silver|cloud|smart|next|quick|true|clear)[a-z]{3,}\Z|"
    r"[a-z]{3,}(?:water|wood|stone|field|ford|bridge|ville|peak|labs|path)\Z",
    re.IGNORECASE,
)
_MADE_UP = re.compile(r"[A-Z][a-z]{2,}(?:water|wood|stone|field|ford|bridge|ville|peak|labs|wind|forge|crest)\Z")
_NOT_MADE_UP = words(
    """afford underwater wastewater milestone cornerstone battlefield midfield driftwood rewind unwind whirlwind
    downwind headwind tailwind plywood"""
)
_PLAIN_END_DE = words(
    """Thema Firma Agenda Kamera Komma Drama Schema Villa Cola Aura Ära Alpha Beta Delta Dilemma Klima Panorama Asthma
    Dogma Trauma Prisma Koma Skala Viola Pasta Pizza Sauna Lava Mama Papa Oma Opa Büro Konto Risiko Tempo Motto
    Porto Auto Kino Info Video Studio Portfolio Radio Foto Euro Kilo Limo Tango Echo Ego Kommando Fiasko Manko
    Embargo Memo Demo Logo Inferno Casino Abo Trio Solo Credo Fazit Zero Saldo Netto Brutto Ratio Taxi Profi Party
    Story City Hobby Handy Baby Ski Gummi Juni Juli Mai Kuli Zombie Uni Alibi Safari Party Jury Lobby Pony Teddy
    Story Menü Neu Tabu Blau Bau Schau Frau Niveau Plateau Ihr Du Tau Stau Frau Aufbau Umbau Ausbau Abbau Anbau
    Hausbau Neubau Rückbau Knowhow Wow Zu Nu Na Ja Da So Wo Wie Zwei Drei Bei Sei Frei Partei Polizei Datei Brei Ei
    Abtei Kartei Bücherei Schlägerei Spielerei Lauferei Sucherei Fragerei Ai Vertrau Genau Kakao Zoo Go Pro Contra
    Etwa Prima Sofa Firmware Index Mix Fix Komplex Reflex Präfix Crash Cash Push Flash Path Moskau Boy Play Display
    Essay Day Delay Party Energy Policy Company"""
)
_NOUN_END_DE = re.compile(
    r"(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|sion|sionen|ität|täten|täten|nis|nisse|nissen|tum|"
    r"ling|ismus|ment|mente|ik|ie|ien|ur|uren|enz|anz|chen|lein|en|er|ern|el|eln|e|ei|eien|um|ns|es|os|us|age|eur|or|"
    r"oren|ant|ent|and|end|ist|ing|ang|ung|ort|alt|aft|acht|icht|ucht|all|auf|aus|ein|eit|eid|eil|eis|eg|ieg|uck|ück|"
    r"ack|eck|ick|ock|atz|itz|utz|etz|otz|iel|ier|ahl|ahr|uhr|ohr|aum|auf|and|ind|und|ark|erk|ärk|arf|orf|urf)\Z"
)
_DETERMINER_DE = re.compile(
    r"(?:d(?:er|ie|as|en|em|es)|ein(?:e|em|en|er|es)?|(?:k|m|d|s)ein(?:e|em|en|er|es)?|[iI]hr(?:e|em|en|er|es)?|unser(?:e|em|en|"
    r"er|es)?|eu(?:er|re|rem|ren|rer|res)|dies(?:e|em|en|er|es)|jed(?:e|em|en|er|es)|jen(?:e|em|en|er|es)|welch\w*|manch\w*|"
    r"viel(?:e|en|er)?|wenig\w*|mehr|weniger|am|im|zum|zur|beim|vom|ins|ans|aufs|fürs|durchs|genug|etwas|\w+(?:e|en|er|es|em))\Z",
    re.IGNORECASE,
)
_TITLES_DE = words("Herr Herrn Frau Dr Prof")
_FIRMS_DE = words(
    "Kunde Kunden Kundin Lieferant "
    "Stadtwerke Stadtwerken Sparkasse Spedition Reederei Werft Molkerei Druckerei Kanzlei Gebrüder "
    "Firma Konzern Agentur Marke Brauerei Hersteller Anbieter Bank Versicherung Kollegin Kollege Beraterin Berater"
)
_PLAIN_DE = words(
    """Sie Ihnen Ihr Ihre Ihrem Ihren Ihrer Ihres Du Dir Dich Dein Deine Head Sales Customer Success Marketing Finance
    Product Series Serie Day One Team Chief Officer Executive Vice President Ende Anfang Mitte Guten Tag Hallo Liebe
    Lieber Beste Grüße Excel Internet Board Account Operations People Engineering Herr Herrn Frau Dr Prof Runde Seed"""
)


def find_names(text: str, masked: str, language: str, known: Collection[str] = ()) -> Iterator[Span]:
    """Spans of literal names of people, companies and products. `known` are the names of our own house."""
    yield from _known(masked, known)
    start = _starts(text)
    tokens = list(_WORD.finditer(masked))
    for position, token in enumerate(tokens):
        before = tokens[position - 1] if position else None
        word = token.group()
        if word.islower() or not _is_capital(word):
            continue
        judge = _german if language == "de" else _english
        if judge(token, before, masked, start(token.start())):
            yield token.span()


def _known(masked: str, known: Collection[str]) -> Iterator[Span]:
    for name in known:
        if len(name) > 1:
            for found in _whole(name).finditer(masked):
                if found.group()[:1].isupper() or found.group() == name:
                    yield found.span()


@lru_cache(maxsize=512)
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)


def _is_capital(word: str) -> bool:
    return word[:1].isupper() or bool(_CAMEL.match(word))


class _starts:  # noqa: N801 - used like a function
    """Whether an offset starts a sentence, judged on the whole text with its bound pieces."""

    _BEFORE = re.compile(r"(?:\A|[.!?:…]|\n)[\s\"'“”„‚‘«»(\-–—*•]*\Z")
    _VOCATIVE = re.compile(r"\A\s*(?:[^\s,!?.]+\s+){0,4}[^\s,!?.]+[,!]\s*\Z")

    def __init__(self, text: str) -> None:
        self._text = text

    def __call__(self, offset: int) -> bool:
        before = self._text[max(0, offset - 80) : offset]
        whole = offset <= 80
        found = self._BEFORE.search(before)
        if found and (found.group()[:1] or whole):
            return not re.search(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St)\.\s*\Z", before)
        return whole and bool(self._VOCATIVE.match(before))


def _base(word: str) -> str:
    return re.sub(r"['’]s?\Z", "", word)


_ACTS = re.compile(r" (?:let|lets|had|put|made|gave|told|taught|asked|wrote|hired|did|ran|tried|began|built)\b")


def _english(token: re.Match[str], before: re.Match[str] | None, masked: str, starts: bool) -> bool:
    word = _base(token.group())
    if word.replace("’", "'") in _ENGLISH_PLAIN or re.match(r"I['’]", word):
        return False
    if word in COMPANIES and not (starts and word in DOUBLE and not _ACTS.match(masked, token.end())):
        return True
    if _ACRONYM.match(word):
        return False
    if not starts:
        parts = [part for part in word.split("-") if part not in _ENGLISH_PLAIN and not _ACRONYM.match(part)]
        return any(part[:1].isupper() for part in parts) or bool(_CAMEL.match(word))
    return (
        _sure(word)
        or (bool(_MADE_UP.match(word)) and word.lower() not in _NOT_MADE_UP)
        or _unheard(word)
        or bool(_ODD_END_EN.match(word) and word.lower() not in _PLAIN_END_EN)
        or _followed(token, masked)
    )


def _sure(word: str) -> bool:
    return (word in FIRST_NAMES and word not in DOUBLE) or bool(
        _CAMEL.match(word) or (_FOREIGN.match(word) and word.lower() not in _NOT_FOREIGN)
    )


def _unheard(word: str) -> bool:
    """A word that no English list knows, written as names are: `Maersk`."""
    plain = word.isascii() and word.isalpha() and word[1:].islower() and 3 < len(word) < 13
    low = word.lower()
    return (
        plain
        and not any(map(commonness, (low, low.removesuffix("s"), low.removesuffix("ly"))))
        and not _MADE_OF.search(low)
    )


_MADE_OF = re.compile(r"\A(?:un|re|over|out|non)|(?:ise|ising|isation|our|able|ness|less|ful|ish|wise|ward)\w{0,2}\Z")


def _followed(token: re.Match[str], masked: str) -> bool:
    """The first word of a sentence, directly before another capital that is no plain word: `Contoso Ltd`."""
    after = _WORD.match(masked, token.end() + 1) if masked[token.end() : token.end() + 1] == " " else None
    if after is None or not after.group()[:1].isupper() or _ACRONYM.match(after.group()):
        return False
    return _base(after.group()).replace("’", "'") not in _ENGLISH_PLAIN and token.group().lower() not in _OPENING_EN


_OPENING_EN = words(
    """if when what who where why how is are was were do does did has have had can could will would should may might as
    at in on of for from by with after before since until while because and but or so yet then than that this these
    those the a an your our my their his her its no not nothing one every each some any all most both perhaps maybe
    once first today now here there it he she they we you i thanks like unlike about for only even just did tell ask
    let"""
)


def _german(token: re.Match[str], before: re.Match[str] | None, masked: str, starts: bool) -> bool:
    word = re.sub(r"['’]\w?\Z", "", token.group())
    if word in _PLAIN_DE:
        return False
    previous = before.group() if before and masked[before.end() : token.start()].strip(".") == " " else ""
    of_firm = previous in _FIRMS_DE and before is not None and masked[before.end() : token.start()] == " "
    if of_firm or previous in _TITLES_DE or word in COMPANIES - DOUBLE or _sure(word) or _legal(masked, token.end()):
        return True
    if family(word, previous, masked[token.end() :]):
        return True
    if _ACRONYM.match(word) or starts:
        return False
    if word in COMPANIES or (word in FIRST_NAMES and not _DETERMINER_DE.match(previous)):
        return True
    if "-" in word or _DETERMINER_DE.match(previous):
        return False
    if (_ODD_END_DE.search(word) and word not in _PLAIN_END_DE) or _ENGLISH_MADE.match(word):
        return True
    doubled = previous[:1].isupper() and previous not in _PLAIN_DE and _noun_like(previous) and not _starts(masked)(
        before.start() if before else 0
    )  # fmt: skip
    return doubled or (previous.lower() == "bei" and word not in _AFTER_BEI and not _AFTER_BEI_END.search(word))


# "bei" without an article stands before a name, before a plural, or before one of these.
_AFTER_BEI_END = re.compile(r"(?:n|ung|heit|keit|schaft|ion|tät|tum|ismus|ie|s)\Z")
_AFTER_BEI = words(
    """Bedarf Gelegenheit Licht Nacht Tag Tisch Regen Wind Interesse Beginn Ende Anfang Wachstum Ärger Streit Verlust
    Erfolg Krankheit Stress Not Geld Druck Laune Ihnen Frage Kritik Sonne Schnee Kaffee Abschluss Verzug Eile Umsatz
    Vertrieb"""
)


def _noun_like(word: str) -> bool:
    return bool(_NOUN_END_DE.search(word))


def _legal(masked: str, offset: int) -> bool:
    return bool(re.match(r"\s(?:GmbH|AG|SE|KG|UG|Inc|Ltd|LLC|Corp|plc|SA|NV|AB)\b", masked[offset : offset + 6]))


def literal(text: str) -> bool:
    """Whether a run of masked text holds a word of its own."""
    return bool(re.search(r"\w", text.replace(BOUND, " ")))
