"""What we would do for them, told by the shape of a sentence rather than by its words: our people or things beside the
reader, or we as those who act. What only says that we know, met, read or owe something offers nothing."""

from __future__ import annotations

import re

from campaigns.story.lexicon import words
from campaigns.story.masked import BOUND

_MINDS_EN = words(
    """know knew think thought hope believe feel felt see saw hear heard read remember wonder suspect guess assume mean
    meant say said ask write wrote owe admit doubt fear regret like love want wish need understand understood gather
    notice learn live sit sat meet met miss worry expect imagine agree disagree look hate thank apologise apologize
    would should could may might must shall will do don did does am is are was were have had has got go went come came
    leave left lose lost tell told give gave send sent speak spoke stand stood begin began get find found keep kept
    make made take took become became cannot can happen seem tend never rarely seldom hardly still only just too all
    both ourselves myself share stay pay paid last once ever then first also
    follow followed watch watched track grew"""
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
_TO_US_EN = re.compile(
    r"\b(?:bring|brings|call|calls|take|invite) us in\b|\b(?:turn|come|switch|look) to us\b|"
    r"\b(?:hire|choose|trust|use|rely on|count on|work with|partner with) us\b",
    re.IGNORECASE,
)
# The reader: by a pronoun, or by a name, which is bound.
_READER_EN = re.compile(rf"\b(?:you|your|yours)\b|{BOUND}", re.IGNORECASE)

_MINDS_DE = words(
    """wissen haben sind hatten waren lesen lasen hören hörten sehen sahen denken dachten glauben hoffen kennen kannten
    schreiben schrieben sprechen sprachen möchten wollen wollten können konnten dürfen durften sollen sollten müssen
    mussten würden hätten wären meinen fragen fragten bitten danken wünschen werden fürchten vermuten ahnen erinnern
    schulden lassen bleiben blieben treffen trafen kommen kamen gehen gingen stehen standen sitzen saßen melden merken
    merkten verfolgen verfolgten beobachten staunen
    nehmen verstehen lernen lernten erfahren erfuhren freuen bedauern entschuldigen sagen sagten beiden selten
    gestern zusammen oben unten eben morgen neben einen keinen uns euch ihnen allen fanden finden"""
)
_WE_DE = re.compile(
    r"\b[Ww]ir (?P<verb>[a-zäöüß]{3,}(?:en|eln|ern))(?!\w|,)|\b(?P<turned>[a-zäöüß]{4,}(?:en|eln|ern)) wir\b"
)
_FIND_DE = re.compile(r"\b(?:[Ww]ir finden|[Ff]inden wir) (?:\w+ ){0,3}(?:für|Ersatz|Ihnen)\b")
_OUR_DE = re.compile(r"\b[Uu]nser(?:e|em|en|er|es)? (?P<noun>(?:[a-zäöüß-]+ ){0,2}[A-ZÄÖÜ][\w-]+)")
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


def offered(said: str, *, german: bool) -> str:
    """The words with which a sentence offers what we have or do, or nothing. Sentences that ask are judged, too."""
    return _offered_de(said) if german else _offered_en(said)


def _offered_en(said: str) -> str:
    direct = _TO_US_EN.search(said) or _FIND_EN.search(said)
    if direct:
        return direct.group()
    for found in _WE_EN.finditer(said):
        verb = found["verb"].lower()
        if verb not in _MINDS_EN and not verb.endswith(("ed", "ing", "ly")):
            return found.group()
    for found in _OUR_EN.finditer(said):
        if _READER_EN.search(said) and not _SHARED_EN.intersection(found["noun"].lower().split()):
            return found.group()
    return ""


def _offered_de(said: str) -> str:
    direct = _AT_US_DE.search(said) or _FIND_DE.search(said)
    if direct:
        return direct.group()
    for found in _WE_DE.finditer(said):
        if (found["verb"] or found["turned"]) not in _MINDS_DE:
            return found.group()
    for found in _OUR_DE.finditer(said):
        if _READER_DE.search(said) and not _SHARED_DE.search(found["noun"]):
            return found.group()
    return ""
