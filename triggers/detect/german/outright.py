"""German sentences that say outright what happened, by a noun or a closed frame; asked before the tables of verbs."""

from __future__ import annotations

from triggers.detect.german.base import _P, _R, _p
from triggers.detect.german.clauses import (
    _CAP,
    _FIRM,
    _FORE,
    _KIND,
    _SHARES,
    _WHO,
    _WHOM,
)
from triggers.detect.phrases import Phrase
from triggers.types import EventKind as K
from triggers.types import Status

FIRST: tuple[Phrase, ...] = (
    _p(
        K.REGULATORY,
        rf"(?:^|(?<!\d)[.|] )[^;|]{{3,70}}? (?:hat|haben) gegen {_FORE}{_WHO} [^;|]{{0,60}}?(?:Bußgeld|Strafe|"
        rf"Verfahren|Klage|"
        r"Ermittlungen|Geldbuße|Anklage|Untersuchung)\b[^;|]{0,60} (?P<v>verhängt|eingeleitet|eingereicht|erhoben|"
        r"aufgenommen|eröffnet)",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        rf"{_P} (?:hat|wird) {_FORE}(?!(?:das|den) (?:Unternehmen|Konzern)){_WHO} (?:[^,;|]{{0,40}} "
        rf")?(?P<v>verlassen)\b",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"(?P<v>verantwortet|leitet|führt|lenkt|steuert) {_P} (?:[^;|]{{0,20}}? )?als (?:neue[rs]? ){_R}[^;|"
        rf"]{{0,40}}? "
        rf"(?:der|von|bei|beim|des) {_FORE}{_WHO}",
    ),
    _p(
        K.PARTNERSHIP,
        rf"(?:^|(?<!\d)[.|:] ){_FORE}{_WHO} und {_WHOM} (?P<v>gehen|bündeln|machen|schließen|starten|"
        rf"vereinbaren|gründen|"
        r"vertiefen|besiegeln|bauen|weiten|intensivieren) [^;|]{0,60}(?:Kooperation|Zusammenarbeit|"
        r"Partnerschaft|Kräfte|"
        r"gemeinsame Sache|Allianz|Joint Venture|Gemeinschaftsunternehmen)",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"(?P<v>beauftragt|beauftragte|beauftragen|haben|hat) {_FORE}{_WHO} mit (?:der|dem|den) "
        r"(?![^;|]{0,80}(?:zusammen|kooper))[^;|]{3,90}?(?:beauftragt|$|\.|Bau|Lieferung|Planung|Umbau|Wartung|"
        r"Ausbau)",
    ),
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
