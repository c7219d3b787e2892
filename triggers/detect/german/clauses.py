"""What German sentences are built from: who, what kind of company, the two orders of verb and subject, and nouns."""

from __future__ import annotations

from triggers.detect.german.base import _A, _p
from triggers.detect.phrases import Phrase
from triggers.types import EventKind as K
from triggers.types import Status

_CAP = r"[A-ZÄÖÜ]"
_THING = (
    r"(?:Stellen|Arbeitsplätze\w*|Jobs|Mitarbeiter\w*|Beschäftigte\w*|Umsatz\w*|Gewinn\w*|Ergebnis\w*|Millionen|"
    r"Anteile|"
    r"Mehrheit|Verlust|Werk|Investoren|Kapital|Kunden\w*|Partnerschaft|Auftrag\w*|Großauftrag\w*|Zuschlag|Ende|Anfang|Mitte|Januar|Februar|März|"
    r"April|Mai|"
    r"Juni|Juli|August|September|Oktober|November|Dezember)\b"
)
_FIRM = (
    rf"(?!{_THING})(?:{_CAP}|\d+{_CAP})[\w.&+'’/-]*"
    rf"(?: (?!{_THING})(?:(?:{_CAP}|\d+{_CAP}|& )[\w.&+'’/-]*|\d+(?= (?!{_THING}){_CAP})|"
    rf"und(?= {_CAP}\w+ (?:GmbH|AG|KG|"
    rf"SE)))){{0,4}}"
)
_KIND = (
    r"(?:(?!" + _CAP + r"\w+(?:Gruppe|Konzern)\b)[\w-]*(?:[Uu]nternehmen|[Ff]irma|[Ss]tart-?[Uu]ps?|[Aa]nbieter|"
    r"[Hh]ersteller|[Kk]onzerns?|[Dd]ienstleister|[Hh]ändlers?|[Ss]pezialist(?:en)?|[Kk]onkurrent(?:en)?|[Rr]ivalen?|"
    r"[Pp]lattform|[Vv]ersicherer|[Bb]auer|[Zz]ulieferers?|[Bb]etreiber|[Kk]ette|[Bb]ank|[Mm]olkerei|[Ee]ntwickler|"
    r"[Gg]ruppe|[Ww]ettbewerbers?|[Ss]chmiede|[Tt]ochter\w*|[Ff]amilienunternehmen|[Mm]arke|[Gg]iganten?|[Rr]iesen?|"
    r"[Pp]roduzent(?:en)?|[Dd]iscounter|[Ff]iliali?sten?|[Gg]esellschaft|[Ff]intech|[Bb]iotech\w*|[Ee]rzeuger|"
    r"[Dd]esigner)) "
)
_FORE = (
    rf"(?:(?:der|die|das|den|dem|des|Der|Die|Das) )?(?:[a-zäöüß-]+(?:en|er|e|es|em) ){{0,2}}(?:{_CAP}[a-zäöüß]+er )?"
    rf"(?:{_KIND}){{0,2}}"
)
_WHO = rf"(?P<a>{_FIRM})"
_WHOM = rf"{_FORE}(?P<b>{_FIRM})"
_INVERTED = (
    r"(?:^|(?<!\d)[.|!?:–] )(?!Im Jahre? (?:19|20)\d\d)(?:In|Im|Mit|Bei|Nach|Seit|Zum|Zur|Zu|Am|Ab|An|Auf|Aus|"
    r"Für|Vor|"
    r"Um|Durch|Wie|Wegen|Trotz|Rund|"
    r"Insgesamt|Bereits|Jetzt|Nun|Zudem|Außerdem|Damit|Künftig|Ende|Anfang|Mitte|Bis|Laut|Während|Gemeinsam|Heute|"
    r"Gestern|Über|Unter|Erst|Kürzlich|Zuletzt|Derzeit|Voraussichtlich|Rückwirkend|Überraschend|Weltweit|Mehr als|"
    r"Knapp|Fast|Etwa|\d[\d.,]*)\b[^:;|]{0,150}? "
)
_HAS = r"(?P<v>hat|haben|konnte|konnten|wird|werden|will|wollen|möchte|plant|soll)"
_ASIDE = r"(?: \([^)]{1,40}\))?(?: (?:aus|mit Sitz in|mit Hauptsitz in) [^,;:]{2,30}?)?(?:, [^,;:]{3,80},)?"
_NO_NEWS = r"(?![^;|]{0,160}\b(?:vor (?:\w+ )?Jahren|Jubiläum|Studie|Umfrage|Branche|Verband)\b)"


def _told(kind: K, finite: str, middle: str, final: str, status: Status | None = None) -> tuple[Phrase, ...]:
    """Both orders of a kind: by its finite verbs with `middle` behind, and by auxiliaries with `final` at the end."""
    ahead = rf"\b(?=[^;|]{{0,150}}(?:{middle})){_NO_NEWS}"
    end = rf"{ahead}[^;|]{{3,220}}? (?:{final})\b"
    return (
        _p(kind, rf"{_A} {_HAS}{end}", status),
        _p(kind, rf"{_INVERTED}{_HAS} (?:auch |nun |jetzt )?{_FORE}{_WHO}{_ASIDE}{end}", status),
        _p(kind, rf"{_A} (?P<v>{finite}){ahead}", status),
        _p(kind, rf"{_INVERTED}(?P<v>{finite}) (?:sich )?{_FORE}{_WHO}{ahead}", status),
    )


_SHARES = (
    r"(?:(?:sämtliche|alle|die|eine|einen|100 Prozent|[\d.,]+ ?(?:%|Prozent)|Mehrheit\w*|\w*[Aa]nteile|"
    r"\w*[Bb]eteiligung|"
    r"restlichen|verbliebenen|übrigen|weitere) )*(?:(?:an|der|des|am|an der|an dem|von|vom) )?"
)
_BUYS = r"(?:übernimmt|übernahm|kauft|kaufte|erwirbt|erwarb|akquiriert|schluckt|schluckte|erwerben)"
_BOUGHT = r"(?:übernommen|erworben|gekauft|akquiriert|geschluckt|zugekauft|übernehmen|kaufen|erwerben)"
_SITE = (
    r"\w*(?:[Ww]erk|[Ff]abrik|[Ss]tandort|[Pp]roduktion|[Aa]nlage|[Nn]iederlassung|[Bb]üro|[Ff]iliale|[Zz]entrum|"
    r"[Hh]alle|[Nn]eubau|[Gg]rundstein|[Ss]patenstich|[Zz]entrale|[Ss]tore|[Ll]ager|[Kk]äserei|[Ll]abor|[Cc]ampus|"
    r"[Mm]arkt|[Kk]apazität\w*)\b"
)
_CUT = r"Stellen\b|Arbeitsplätze|Arbeitsplatz\b|Jobs\b|Mitarbeiter\w*|Beschäftigte|Stellenabbau"
_FIGURE = (
    r"\w*(?:[Uu]msatz|[Gg]ewinn|[Ee]rgebnis|[Vv]erlust|[Ee]rlöse?|[Aa]bsatz|EBITDA?|[Üü]berschuss|"
    r"[Bb]etriebsergebnis)\b"
)
