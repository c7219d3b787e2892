"""Claims in literal text: what a reader could ask "how do you know?" about. English and German.

Digits, number words, fractions and multiples, percentages, dates, weekdays, months, "last week"; names; quotation
marks around literal words; addresses. Not: one, first, once, both, today, and marks around a bound value.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from campaigns.story.lexicon import Phrases, any_of
from campaigns.story.masked import BOUND, mask
from campaigns.story.names import find_names, literal
from campaigns.types import Segment


@dataclass(frozen=True, slots=True)
class Claim:
    """An unbound claim by its offsets in the joined text. `kind` is number, date, round, name, quotation or
    address."""

    start: int
    end: int
    text: str
    kind: str


_DIGITS = re.compile(
    r"(?:[$€£¥]\s?)?(?<![A-Za-z])\d(?:[\d.,:/]*\d)?(?:\s?[%€$£]|(?:st|nd|rd|th|x|k|m|bn)\b)?|\b(?:Q[1-4]|H[12])\b|\d+"
)
_ROUND = re.compile(r"(?<!\w)(?:[Pp]re-)?[Ss]eries?[- ][A-H]\d?(?:-\w+)?(?!\w)")
_PLAIN_DIGITS = re.compile(r"\bB2[BCG]\b|\b24/7\b", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"(?m)^\s*\d{1,2}[.)](?=\s)")
_ADDRESS = re.compile(
    # Possessive, so that a long run of letters costs no more than its length.
    r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+|https?://\S+|\bwww\.\S+|"
    r"(?<![\w-])[\w-]++\.(?:com|de|io|net|org|co|ai|eu|at|ch|uk|app|dev|tech|info|example)\b(?:/\S*)?",
    re.IGNORECASE,
)
# What costs little to look for, and without which the patterns above and below cannot match.
_MAY_BE_ADDRESS = re.compile(r"@|://|[\w-]\.\S")
_MAY_BE_QUOTED = re.compile(r"[“„”\"«»]|(?<!\w)[‘‚'][^‘’‚'\n]")
_DIGIT = re.compile(r"\d")
_QUOTED = re.compile(
    r"[“„\"]([^“”„\"\n]{1,400})[”“\"]|«([^«»\n]{1,400})»|»([^«»\n]{1,400})«|"
    r"(?<!\w)[‘‚']([^‘’‚'\n]{1,200}(?:['’]\w[^‘’‚'\n]*)?)[’‘'](?!\w)"
)
_NUMBERS_EN = any_of(
    r"""two|three|four|five|six|seven|eight|nine|ten|eleven|twelve
    thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen
    (?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|hundreds?|thousands?|millions?|billions?|dozens?
    zero|half|halves|halved|halving|thirds?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?
    eleventh|twelfth|twentieth
    (?:a|one|three|last|past|previous|next) quarters?|quarters? of
    twice|thrice|doubled?|doubles|doubling|tripled?|triples|tripling|quadrupled?|quadruples|quadrupling
    (?:two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|thousand)-?fold
    second(?=\s(?!(?:to|and|or|of|with|if|when|thoughts?|nature)\b)[a-z])"""
)
_PERCENT_EN = any_of(r"percent|per cent|percentage points?")
_IDIOMS_EN = any_of(
    r"""double-?check(?:s|ed|ing)?|third[- ]part(?:y|ies)|half-(?:hearted\w*|baked)|second-guess\w*|split second
    at sixes and sevens|zero in|ten to one|in two minds|(?:a|per) second"""
)
_MONTHS_EN = r"January|February|April|June|July|August|September|October|November|December|Sept"
_DATES_EN = any_of(
    rf"""(?:last|past|previous|next|coming) (?:week|weekend|month|year|quarter|night|decade|century)
    (?:last|past|previous|next|coming) (?:spring|summer|autumn|fall|winter)
    yesterday|tomorrow|tonight|fortnight
    Easter|Christmas|Thanksgiving|Ramadan|Halloween|Whitsun|Midsummer|Diwali|Eid|Lent|Hanukkah|Carnival
    New Year(?:['’]s)?(?: Eve| Day)?|Black Friday|year[- ]end
    (?:by|since|before|after|until|till) (?:the )?(?:spring|summer|autumn|winter|end of the (?:year|quarter|month))
    (?:in|this) (?:early |late )?(?:spring|summer|autumn|winter)|this fall
    (?:earlier|later) this (?:week|month|year|quarter|morning)
    (?:days?|weeks?|months?|years?|hours?|minutes?|decades?) ago
    (?:mon|tues|wednes|thurs|fri|satur|sun)days?|{_MONTHS_EN}"""
)
_MARCH_MAY = re.compile(
    r"(?<![\w'’])(?:March(?!\s+(?:through|on|ahead|past|into|them|with|up|out|off|back)\b)|May(?!\s+(?:I|we|you|it|this|that|they|the|be)\b)|(?:Jan|Feb|Mar|Apr|Aug|Oct|Nov|Dec)\.)"
)

_ONES_DE = "zwei|drei|vier|fünf|sechs|sieben|acht|neun"
_TENS_DE = "zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig"
_ANY_DE = (
    rf"{_ONES_DE}|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn|"
    rf"{_TENS_DE}|hundert|tausend"
)
_NUMBERS_DE = any_of(
    rf"""(?:(?:ein|{_ONES_DE})und)(?:{_TENS_DE})|{_ANY_DE}|(?:ein|{_ANY_DE})(?:hundert|tausend)\w*
    null|Hunderte|Tausende|Million(?:en)?|Milliarden?|Dutzend(?:e|en)?
    Hälften?|halb(?:e[nmrs]?)?|Halbjahr\w*|\w*halbjahr\w*|Drittel\w*|Viertel|Vierteljahr\w*|Fünftel|Zehntel|anderthalb|\w+einhalb
    doppelt(?= so | hoch)|doppelte[nmrs]?(?! (?:Arbeit|Buchführung|Boden|Buchhaltung|Pflege|Erfassung))
    (?:zwei|drei|vier|fünf|zehn|hundert|tausend)(?:fach|mal|stellig|köpfig|jährig|monatig|wöchig|tägig)\w*
    verdoppel\w*|verdreifach\w*|vervierfach\w*|halbier\w*|verzehnfach\w*
    (?:zwei|drit|vier|fünf|sechs|sieb|neun|zehn)te[nmrs]?
    zweitens|drittens|zu (?:zweit|dritt|viert)"""
)
_PERCENT_DE = any_of(r"Prozent\w*|\w+prozentig\w*")
_IDIOMS_DE = any_of(
    r"""(?:außer|in) Acht|Acht geben|achtgeben|sich in acht
    (?:geb\w*|gib|gibst|gibt|gab\w*) (?:\w+ ){0,4}acht(?=[,.;]| auf)
    null und nichtig|dritte[nr]? Seite|zwei Paar Schuhe|unter vier Augen"""
)
_SPANS_DE = "Woche|Monats?|Jahre?s?|Quartals?|Wochenende|Sommers?|Winters?|Herbst|Frühjahr|Frühling"
_AGO_DE = "Tag|Tagen|Wochen?|Monat|Monaten|Jahr|Jahren|Stunden?"
_DATES_DE = any_of(
    rf"""(?:vor)?(?:letzte|vergangene|vorige)[nmrs]? (?:{_SPANS_DE})
    (?:über)?(?:nächste|kommende)[nmrs]? (?:{_SPANS_DE})
    gestern|vorgestern|übermorgen|heuer
    Oster\w+|Weihnacht\w+|Pfingst\w+|Silvester\w*|Neujahr\w*|Karneval|Fasching|Advent\w*|Karfreitag|Himmelfahrt|Fronleichnam|Jahres(?:ende|anfang|beginn|wechsel|mitte)|Quartalsende|Monatsende
    (?:seit|bis|bis zum|seit dem|vor dem|nach dem|im) (?:Sommer|Herbst|Winter|Frühling|Frühjahr|Spätsommer)
    vor (?:(?:gut|rund|etwa|knapp|über) )?(?:(?:einem|einer|einigen|wenigen|vielen|mehreren|ein paar) )?(?:{_AGO_DE})
    Montag(?!en?\b|e\w{{3}})\w*|(?:Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)\w*
    montags|dienstags|mittwochs|donnerstags|freitags
    (?:Januar|Jänner|Februar|März|April|August|September|Oktober|November|Dezember)s?|Mai|Juni|Juli"""
)
_MORROW_DE = re.compile(r"(?<![\w'’])(?<!heute )(?<!guten )(?<!am )morgen(?!\w)")


def find_claims(segments: Sequence[Segment], language: str, names: Collection[str] = ()) -> list[Claim]:
    """The unbound claims of a text, in order. `names` are those of our company, its products and people."""
    text = "".join(part.text for part in segments)
    masked = mask(segments)
    found: dict[int, Claim] = {}
    for start, end, kind in _spans(text, masked, language, names):
        if any(one.start < end and start < one.end for one in found.values()):
            continue
        found[start] = Claim(start, end, text[start:end].strip(), kind)
    return [found[start] for start in sorted(found)]


def find_in_text(text: str, language: str, names: Collection[str] = ()) -> list[Claim]:
    """The claims of a text that is literal throughout."""
    return find_claims([Segment(text)], language, names)


def _spans(text: str, masked: str, language: str, names: Collection[str]) -> Iterator[tuple[int, int, str]]:
    for found in _ADDRESS.finditer(masked) if _MAY_BE_ADDRESS.search(masked) else ():
        yield *found.span(), "address"
    for found in _QUOTED.finditer(masked) if _MAY_BE_QUOTED.search(masked) else ():
        if literal(found.group()):
            yield *found.span(), "quotation"
    german = language == "de"
    plain = _without(masked, _IDIOMS_DE if german else _IDIOMS_EN)
    dates: tuple[Phrases | re.Pattern[str], ...] = (_DATES_DE, _MORROW_DE) if german else (_DATES_EN, _MARCH_MAY)
    for pattern in dates:
        for found in pattern.finditer(plain):
            if _dated(found.group(), german) and not _supposed(plain, found) and not _habit(plain, found):
                yield *found.span(), "date"
    if _DIGIT.search(plain):
        for found in _DIGITS.finditer(_without(_without(plain, _PLAIN_DIGITS), _LIST_NUMBER)):
            yield *found.span(), "number"
    for found in _ROUND.finditer(plain):
        yield *found.span(), "round"
    for found in (_NUMBERS_DE if german else _NUMBERS_EN).finditer(plain):
        yield *found.span(), "number"
    for found in (_PERCENT_DE if german else _PERCENT_EN).finditer(plain):
        if BOUND not in plain[max(0, found.start() - 3) : found.start()]:
            yield *found.span(), "number"
    for start, end in find_names(text, masked, language, names):
        yield start, end, "name"


def _dated(word: str, german: bool) -> bool:
    """Weekdays and months are written with a capital; "august" is an adjective."""
    return word[:1].isupper() or not re.match(r"(?:august|april|june|september)s?\Z", word.lower()) or german


_SUPPOSED = re.compile(r"(?<!\w)(?:if|suppose|imagine|wenn|falls|angenommen|stünde|wäre)(?!\w)", re.IGNORECASE)


def _supposed(text: str, found: re.Match[str]) -> bool:
    """ "If it were gone tomorrow" is no date."""
    if found.group().lower() not in ("tomorrow", "morgen"):
        return False
    before = re.split(r"[.!?\n]", text[: found.start()])[-1]
    after = re.split(r"[.!?\n]", text[found.end() :])[0]
    return bool(_SUPPOSED.search(before) or _SUPPOSED.search(after))


# "Who knows which press jams in winter": what is so each year is no date.
_SEASON = re.compile(
    r"(?:im|in) (?:spring|summer|autumn|winter|Sommer|Herbst|Winter|Frühling|Frühjahr)\Z", re.IGNORECASE
)
_ASKS = re.compile(
    r"\s*(?:\w+ ){0,4}?(?:which|what|who|whom|how|where|why|when|whether|"
    r"welche[nmrs]?|was|wer|wen|wem|wie|wo|warum|wann|ob)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?<!\w)(?:was|were|had|did|went|came|\w{3,}ed|war|waren|hatten?|wurden?|ging|kam|\w{3,}[^aeiou\W]ten?)(?!\w)"
)


def _habit(text: str, found: re.Match[str]) -> bool:
    if not _SEASON.match(found.group()):
        return False
    before = re.split(r"[.,;:!?\n]", text[: found.start()])[-1]
    after = re.split(r"[.,;:!?\n]", text[found.end() :])[0]
    return bool(_ASKS.match(before)) and not _PAST.search(before + after)


def _without(text: str, idioms: Phrases | re.Pattern[str]) -> str:
    return idioms.sub(lambda found: "_" * len(found.group()), text)
