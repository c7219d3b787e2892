"""German news told in whole sentences, as trade papers and company pages tell it.

A sentence opens with its subject ("Der Anbieter Acme hat ein Werk eröffnet") or with when, where and how, and then the
verb comes before the subject ("In Jena hat Acme ein Werk eröffnet"). What it tells is said by the noun in the middle
field and the participle or infinitive at the end. Each kind is a pair of word lists; the two orders are built from it.
"""

from __future__ import annotations

from triggers.detect.german.base import _A, _P, _R, _p
from triggers.detect.german.clauses import (
    _ASIDE,
    _BOUGHT,
    _BUYS,
    _CAP,
    _CUT,
    _FIGURE,
    _FIRM,
    _FORE,
    _INVERTED,
    _SHARES,
    _SITE,
    _WHO,
    _WHOM,
    _told,
)
from triggers.detect.phrases import Phrase
from triggers.types import EventKind as K
from triggers.types import Status

GERMAN: tuple[Phrase, ...] = (
    _p(
        K.ACQUISITION,
        rf"{_A} (?:hat|haben|wird|will) (?:[^;|]{{0,60}}? )?{_SHARES}{_WHOM}{_ASIDE} (?:vollständig |komplett |"
        rf"mehrheitlich )?(?P<v>{_BOUGHT})\b",
    ),
    _p(
        K.ACQUISITION,
        rf"{_INVERTED}(?:hat|haben|wird|will) {_FORE}{_WHO}{_ASIDE} {_SHARES}{_WHOM}{_ASIDE} (?:vollständig |"
        rf"komplett |"
        rf"mehrheitlich )?(?P<v>{_BOUGHT})\b",
    ),
    _p(K.ACQUISITION, rf"{_INVERTED}(?P<v>{_BUYS}) {_FORE}{_WHO}{_ASIDE} {_SHARES}{_WHOM}(?=$|[ .,;(])"),
    _p(
        K.ACQUISITION,
        rf"(?:Zusammenschluss|Fusion|Zusammenlegung) (?:von|zwischen) {_FORE}(?P<a>{_FIRM}) (?P<v>und|mit) "
        rf"{_WHOM}(?=$|[ .,;(])",
    ),
    _p(
        K.ACQUISITION,
        rf"(?:^|(?<!\d)[.|:] ){_WHOM} (?P<v>geht|gehen|wandert) (?:komplett |mehrheitlich |vollständig )?an "
        rf"(?!die Börse|den Start|der Börse|einen|eine\b){_FORE}{_WHO}" + r"(?=$|[.,;|])",
    ),
    _p(
        K.ACQUISITION,
        rf"(?:Mit|Durch) (?:dem|den|der) (?P<v>Zukauf|Kauf|Erwerb|Übernahme) (?:der |des |von |am )?{_WHOM} "
        rf"(?:[a-zäöüß]{(3,)}t|will) {_FORE}{_WHO}\b",
    ),
    _p(
        K.ACQUISITION,
        rf"(?P<v>Verkauf|Veräußerung|Übernahme) (?:der |des |von )?{_WHOM}(?= (?:unter Dach|perfekt|abgeschlossen|"
        r"vollzogen|besiegelt)|$)",
    ),
    _p(
        K.ACQUISITION,
        rf"(?:^|(?<!\d)[.|] )(?:Die |Der |Das )?(?P<b>{_FIRM}) (?P<v>plant|will|möchte|erwägt|prüft), sich von [^;|"
        rf"]{{3,60}} zu trennen",
        Status.PLANNED,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"{_P} (?P<v>ist|wird) (?:[^,;|]{{0,30}}? )?(?:neue[rs]? |als neue[rs]? ){_R} (?:der|von|bei|beim|des|"
        rf"für|in der) "
        rf"{_FORE}{_WHO}",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"{_P} (?:seit|ab|zum) [^,;|]{{3,20}} (?P<v>neue[rs]?) {_R} (?:der|von|bei|beim|des) {_FORE}{_WHO}",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"(?:[Aa]ufsichtsrat|[Vv]erwaltungsrat|[Bb]eirat|[Gg]esellschafter\w*|[Kk]uratorium) (?:der|des|von) "
        rf"{_FORE}{_WHO} "
        rf"(?:hat|haben) (?:[^;|]{{0,60}}? )?{_P} (?:[^;|]{{0,40}}? )?(?:zum|zur|als) (?:neuen |neuer )?{_R}[^;|"
        rf"]{{0,40}} "
        r"(?P<v>bestellt|ernannt|berufen|gewählt)",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"{_A} (?:hat|haben) (?:[^;|]{{0,40}}? )?{_P} (?:[^;|]{{0,40}}? )?(?:zum|zur|als) (?:neuen |neuer "
        rf")?{_R}[^;|]{{0,40}} "
        r"(?P<v>bestellt|ernannt|berufen|gewählt|befördert|verpflichtet|geholt)",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"(?P<v>übernimmt|übernahm) {_P} (?:[^;|]{{0,20}}? )?(?P<r>(?:den Vorsitz|die Leitung|die Führung|die "
        rf"Geschäftsführung|den Posten|die Position|das Amt|die Verantwortung)[^;|]{{0,40}}?) (?:der|von|bei|"
        rf"des|beim) {_FORE}"
        rf"{_WHO}(?=$|[.,;|])",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        rf"(?P<v>verlässt) (?:{_R} )?{_P} {_FORE}(?!(?:das|den) (?:Unternehmen|Konzern)){_WHO}",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        rf"(?:^|(?<!\d)[.|:] )(?P<a>{_CAP}[\w.&]{{1,30}})-{_R}(?: {_P})? (?P<v>legt|gibt|räumt|stellt) (?:sein|"
        rf"ihr|den|"
        rf"das)\w* "
        r"(?:Amt|Posten|Chefposten|Mandat)",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        rf"(?:bei|von) {_FORE}{_WHO}: {_R}(?: {_P})? (?P<v>geht|tritt|hört|scheidet|"
        rf"verlässt|wirft)\b",
    ),
    *_told(
        K.LAYOFFS,
        r"schließt|streicht|entlässt|baut|reduziert|kürzt|verlagert",
        _CUT,
        r"abgebaut|gestrichen|entlassen|abbauen|streichen|wegfallen|geschlossen|schließen|verlagern|gekündigt|"
        r"einsparen",
    ),
    *_told(
        K.EXPANSION,
        r"eröffnet|eröffnete|errichtet|errichtete|baut|baute|erweitert|erweiterte|weiht|investiert|investierte|"
        r"verdoppelt|"
        r"legt|plant",
        _SITE,
        r"gelegt|eröffnet|errichtet|gebaut|ausgebaut|erweitert|eingeweiht|in Betrieb genommen|bezogen|investiert|"
        r"investieren|bauen|errichten|eröffnen|ausbauen|erweitern|aufbauen|aufgebaut|verdoppeln",
    ),
    _p(
        K.EXPANSION,
        rf"(?:^|(?<!\d)[.|] ){_FORE}{_WHO}: (?P<v>\w*[Ee]röffnung|Spatenstich|Grundsteinlegung|Richtfest|"
        rf"Neubau)\b",
    ),
    _p(
        K.EXPANSION,
        rf"(?P<v>entsteht|entstehen) (?:[^,;|]{{0,20}} )?(?=\w+ ?[^,;|]{{0,30}}{_SITE})[^,;|]{{3,60}}? (?:von|"
        rf"der|des) {_FORE}"
        rf"{_WHO}",
        Status.PLANNED,
    ),
    *_told(
        K.EARNINGS,
        r"steigerte|erzielte|erwirtschaftete|verzeichnete|verbuchte|erzielt|erwirtschaftet|verzeichnet|schrieb|"
        r"erhöhte|"
        r"verdoppelte",
        _FIGURE,
        r"gesteigert|steigern|erzielt|erzielen|erwirtschaftet|verzeichnet|verzeichnen|erhöht|erhöhen|verbessert|"
        r"verbessern|verbucht|ausgewiesen|verdoppelt|verdoppeln|ausgeweitet|vorgelegt|geschrieben|verdient",
    ),
    *_told(
        K.CONTRACT_WIN,
        r"erhielt|gewann|liefert|lieferte",
        r"[Aa]uftrag\b|[Aa]ufträge|[Zz]uschlag|[Rr]ahmenvertrag|[Gg]roßbestellung",
        r"erhalten|gewonnen|bekommen|gesichert|verbucht|ergattert",
    ),
    *_told(
        K.PARTNERSHIP,
        r"kooperiert|kooperieren",
        r"Partnerschaft|Kooperation|Zusammenarbeit|Joint Venture|Gemeinschaftsunternehmen| mit ",
        r"(?:Partnerschaft|Kooperation\w*|Zusammenarbeit|Joint Venture|Gemeinschaftsunternehmen) (?:vereinbart|"
        r"geschlossen|"
        r"unterzeichnet|gegründet|beschlossen|gestartet|bekannt gegeben)",
    ),
    _p(
        K.PRODUCT_LAUNCH,
        rf"{_INVERTED}(?P<v>bringt|brachte|stellt|stellte|präsentiert|präsentierte|führt) {_FORE}{_WHO} (?=[^;|"
        rf"]{{3,110}} "
        r"(?:auf den Markt|vor$|vor\.|ein$|ein\.|neue[nrs]?\b))",
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"(?:[Bb]ei|[Bb]eim|[Vv]on) {_FORE}{_WHO} (?:[^;|]{{0,40}} )?(?P<v>Kundendaten|Daten|Nutzerdaten|"
        rf"Patientendaten) (?:\w+ )?"
        r"(?:erbeutet|gestohlen|abgegriffen|entwendet|kopiert|abgeflossen|veröffentlicht)",
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"(?:[Bb]ei|[Bb]eim) {_FORE}{_WHO} (?:steht|ruht|stockt|läuft|liegt) [^;|]{{0,40}}(?P<v>[Hh]acker\w*|"
        rf"[Cc]yber\w*|"
        r"[Rr]ansomware\w*)",
    ),
    _p(K.REGULATORY, rf"(?:ermitteln|ermittelt|klagen|klagt|vorgehen) gegen {_FORE}(?P<a>{_FIRM})(?P<v>$|[,.;])"),
    _p(
        K.REGULATORY,
        rf"(?P<v>Bußgeld|Millionenstrafe|Strafe|Geldbuße|Kartellstrafe)\b[^:;|]{{0,30}} (?:für|"
        rf"gegen) {_FORE}{_WHO}",
    ),
    _p(
        K.IPO,
        rf"(?:^|(?<!\d)[.|:] ){_FORE}{_WHO} (?P<v>feiert|gibt|wagt|schafft) (?:ein |sein |ihr )?(?:\w+ "
        rf")?(?:Debüt|Börsendebüt)",
    ),
    _p(
        K.FUNDING,
        rf"{_INVERTED}(?P<v>hat|haben) {_FORE}{_WHO} (?:von|in|bei|aus) [^;|]{{3,80}}? "
        r"(?:erhalten|eingesammelt|eingeworben|aufgenommen|bekommen)\b",
        money=True,
    ),
    _p(
        K.FUNDING,
        rf"[Ii]nvestoren (?:[^:;|]{{0,30}} )?(?P<v>stecken|pumpen|geben|investieren) [^:;|]{{3,40}}? (?:in|an) "
        rf"{_FORE}{_WHO}",
        money=True,
    ),
    _p(
        K.FUNDING,
        rf"(?:[Bb]ei|in) {_FORE}{_WHO} (?:sind|ist|steigen|steigt) [^;|]{{0,60}}(?:[Ii]nvestor\w*|Capital|"
        rf"Ventures|Fonds?)\b"
        r"[^;|]{0,40}(?P<v>eingestiegen|ein\b)",
    ),
)
