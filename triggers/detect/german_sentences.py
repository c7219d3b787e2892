"""German news told in whole sentences, as trade papers and company pages tell it.

A sentence opens with its subject ("Der Anbieter Acme hat ein Werk eröffnet") or with when, where and how, and "
"then the
verb comes before the subject ("In Jena hat Acme ein Werk eröffnet"). What it tells is said by the noun in the middle
field and the participle or infinitive at the end. Each kind is a pair of word lists; the two orders are built from it.
"""

from __future__ import annotations

from triggers.detect.german import _A, _P, _R, _p
from triggers.detect.phrases import Phrase
from triggers.types import EventKind as K
from triggers.types import Status

_CAP = r"[A-ZÄÖÜ]"
_THING = (
    r"(?:Stellen|Arbeitsplätze\w*|Jobs|Mitarbeiter\w*|Beschäftigte\w*|Umsatz\w*|Gewinn\w*|Ergebnis\w*|Millionen|"
    r"Anteile|"
    r"Mehrheit|Verlust|Werk|Investoren|Kapital|Kunden\w*|Partnerschaft|Ende|Anfang|Mitte|Januar|Februar|März|"
    r"April|Mai|"
    r"Juni|Juli|August|September|Oktober|November|Dezember)\b"
)
_FIRM = (
    rf"(?!{_THING})(?:{_CAP}|\d+{_CAP})[\w.&+'’/-]*"
    rf"(?: (?!{_THING})(?:(?:{_CAP}|\d+{_CAP}|& )[\w.&+'’/-]*|\d+(?= {_CAP})|und(?= {_CAP}\w+ (?:GmbH|AG|KG|"
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

FIRST: tuple[Phrase, ...] = (
    _p(
        K.LAYOFFS,
        rf"(?P<v>Stellenabbau|Jobabbau|Personalabbau|Entlassungen|Kürzungen) (?:für|bei|beim|von) "
        rf"{_FORE}{_WHO}",
    ),
    _p(
        K.IPO,
        rf"(?P<v>Börsengang) (?:von|der|des) {_FORE}{_WHO} (?:ist |wird |bleibt )?(?:vorerst |zunächst )?(?:vom "
        rf"Tisch|"
        r"abgesagt|geplatzt|gescheitert|verschoben)",
        Status.DENIED,
    ),
    _p(
        K.ACQUISITION,
        rf"\bdass {_WHOM} (?:durch|von) {_FORE}{_WHO} (?P<v>übernommen|gekauft|geschluckt|erworben) ",
    ),
    _p(
        K.ACQUISITION,
        rf"\bdass {_FORE}{_WHO} {_SHARES}{_WHOM} (?P<v>übernimmt|kauft|schluckt|erwirbt|"
        rf"übernehmen (?:will|wird))",
    ),
    _p(
        K.ACQUISITION,
        rf"(?:^|(?<!\d)[.|] )(?P<b>{_FIRM}): (?P<v>Verkauf|Veräußerung|Abspaltung) [^:;|]{{3,60}} (?:unter Dach und "
        rf"Fach|perfekt|"
        r"abgeschlossen|vollzogen|besiegelt)",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        rf"(?P<v>Abgang|Abschied|Rücktritt|Ausscheiden|Weggang|Abberufung|Rauswurf) (?:von|des|der) {_P} (?:als "
        rf"{_R}[\w ]{{0,12}} "
        rf")?(?:bei|beim|von|aus) {_FORE}{_WHO}",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        rf"(?:^|(?<!\d)[.|] )(?P<a>{_FIRM}): (?:{_R} )(?P<p>{_CAP}[\w-]+(?: {_CAP}[\w-]+)?) (?P<v>tritt|geht|hört|"
        rf"scheidet|verlässt|"
        r"wirft|legt|räumt|gibt|kündigt|muss)\b",
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"(?:^|(?<!\d)[.|:,] |\b(?:Nun|Jetzt|Auch|Zuletzt) )(?:(?:wurde|wird|ist) )?{_FORE}{_WHO}:? "
        rf"(?:(?:wurde|wird|"
        rf"ist|Haben|hat|haben|"
        r"wehrt|konnte|meldet|kämpft) )(?=[^;|]{0,110}(?:[Hh]acker|[Cc]yber|[Rr]ansomware))[^;|"
        r"]{0,90}?(?P<v>[Hh]acker\w*|"
        r"[Hh]acker-Angriff\w*|[Cc]yber-?[Aa]\w+|[Rr]ansomware\w*)",
    ),
    _p(
        K.EARNINGS,
        rf"(?:^|(?<!\d)[.|] ){_FORE}{_WHO} (?P<v>gab|gibt|legt|legte|hat|veröffentlicht|veröffentlichte) (?=[^;|"
        rf"]{{0,60}}(?:\w*[Ee]rgebnisse|"
        r"\w*[Zz]ahlen|Quartalsbericht|Bilanz)\b)[^;|]{3,140}? (?:bekannt|vor|vorgelegt|veröffentlicht)\b",
    ),
    _p(
        K.EARNINGS,
        rf"(?:^|(?<!\d)[.|] ){_FORE}{_WHO} (?P<v>hebt|senkt|erhöht|kappt|bestätigt|schraubt|übertrifft|verfehlt|"
        rf"erreicht) "
        r"(?=[^;|]{0,50}\b(?:\w*[Zz]iele?|\w*[Pp]rognosen?|Jahresziele?|Ausblick|Erwartungen|Dividende)\b)",
    ),
    _p(
        K.PARTNERSHIP,
        rf"(?:^|(?<!\d)[.|] ){_FORE}{_WHO} (?P<v>ist|wird) (?:erster |neuer |offizieller |exklusiver |künftig |nun )+"
        rf"[\w-]*(?:[Pp]artner|[Dd]istributor|[Ll]ieferant) (?:von|der|des|für) {_WHOM}",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"\b[\w-]*(?P<v>[Vv]ertrag|[Aa]uftrag) (?:mit|an) {_FORE}{_WHO} (?:verlängert|vergeben|geschlossen|"
        rf"unterzeichnet|erteilt)",
    ),
    _p(
        K.FUNDING,
        rf"(?P<v>Series [A-F]|Serie [A-F]|Seed-Runde|Millionenrunde|Finanzierungsrunde) für (?:[a-zäöüß]+ "
        rf"){{0,2}}(?:{_CAP}[a-zäöüß]+ "
        rf")?(?:{_KIND})?{_WHO}(?=$|[.,:|])",
    ),
)

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
        rf"(?:erweitert|stärkt|baut|ergänzt|will|verstärkt|steigt|wird|sichert) {_FORE}{_WHO}\b",
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
