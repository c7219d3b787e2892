"""German turns of wires and trade papers: heads that change, works that close, orders placed, figures told
shortly."""

from __future__ import annotations

from triggers.detect.german.base import _A, _P, _R, _p
from triggers.detect.german.clauses import _ASIDE, _CAP, _FIRM, _FORE, _INVERTED, _WHO, _WHOM, _told
from triggers.detect.phrases import Phrase
from triggers.types import EventKind as K
from triggers.types import Status

_ENDS = r"(?=$|[ .,;:!?(–|])"
_HEAD = (
    r"(?P<r>(?:neuen? |neuer )?(?:\w+-)?(?:CEO|CFO|COO|CTO|[\w-]*[Cc]hef(?:in)?|Geschäftsführer(?:in)?|"
    r"Vorstandschef(?:in)?|"
    r"Vorstandsvorsitzenden?|Finanzvorst(?:and|ändin)|Präsident(?:en|in)?|Führung|Spitze))"
)
_OPENS = r"(?:^|(?<!\d)[.|:–] )"
_FIGURES = (
    r"(?:Umsatz|Gewinn|Ergebnis|Verlust|Überschuss|Betriebsergebnis|Erlös|Absatz|Nettogewinn|Reingewinn|"
    r"EBITDA?|Ebitda?)"
)

TURNS: tuple[Phrase, ...] = (
    _p(
        K.ACQUISITION,
        rf"{_A} (?P<v>stockt) (?:[^;|]{{0,40}}? )?(?:Beteiligung|Anteil) an {_WHOM} [^;|"
        rf"]{{0,60}}\bauf\b",
    ),
    _p(
        K.ACQUISITION,
        rf"{_INVERTED}(?P<v>kaufte|übernahm|erwarb|übernimmt|kauft|erwirbt) (?:der Konzern|das Unternehmen|die "
        rf"Gruppe|sie|er|es) "
        rf"{_WHOM}{_ENDS}",
    ),
    _p(
        K.ACQUISITION,
        rf"{_A} [^;|]{{3,120}}? und (?P<v>kaufte|übernahm|erwarb|übernimmt|kauft|erwirbt) "
        rf"{_WHOM}{_ENDS}",
    ),
    _p(K.ACQUISITION, rf"{_A} (?P<v>steigt|stieg) [^;|]{{0,20}}?(?:bei|beim) {_WHOM} (?:mehrheitlich )ein\b"),
    _p(
        K.EXECUTIVE_HIRE,
        rf"{_P} (?P<v>übernimmt|übernahm) (?:[^;|]{{0,30}}? )?(?P<r>(?:die (?:\w+ )?(?:Leitung|Führung|"
        rf"Geschäftsführung|Spitze)|den "
        rf"(?:\w+)?(?:[Vv]orsitz|[Cc]hefposten|Posten)|das Ruder|das Amt|das Zepter)[^;|]{{0,40}}?) (?:von|bei|"
        rf"beim|der|des) {_FORE}{_WHO}{_ENDS}",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"(?P<v>Zum|Zur) (?:neuen |neuer )?{_R} (?:der|des|von|bei) {_FORE}{_WHO} (?:wurde|wird|ist|hat)\b[^;|"
        rf"]{{0,40}}? ?{_P}",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"{_P} (?P<v>verstärkt|ergänzt|komplettiert|unterstützt|erweitert) (?:[^;|]{{0,20}}? )?als {_R} (?:das |"
        rf"die )?(?:\w+)?(?:[Tt]eam|"
        rf"Geschäftsleitung|Geschäftsführung|Vorstand|Führung\w*) (?:von|der|des|bei) {_FORE}{_WHO}{_ENDS}",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"{_A} (?P<v>erhält|bekommt|ernennt|beruft|findet|holt|präsentiert|hat|sucht sich|bestellt) (?:[^;|"
        rf"]{{0,25}}? )?(?:eine[nr]? )?"
        rf"neue[nr]? (?:\w+ )?(?P<r>(?:\w+-)?(?:CEO|CFO|COO|CTO|[\w-]*[Cc]hef(?:in)?|Geschäftsführer(?:in)?|"
        rf"Vorstandsvorsitzenden?|"
        rf"Finanzvorst(?:and|ändin))){_ENDS}",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"(?P<v>erhielt|erhält|bekommt|bekam) (?:auch |nun )?{_FORE}{_WHO} (?:[^;|]{{0,25}}? )?(?:eine[nr]? "
        rf")neue[nr]? {_HEAD}",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"(?P<v>Führungswechsel|Chefwechsel|Wechsel an der Spitze|Wachwechsel) (?:bei|beim|von) "
        rf"{_FORE}{_WHO}{_ENDS}",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"{_A} [^;|]{{3,120}}? und (?P<v>beruft|ernennt|bestellt|holt) (?:[^;|]{{0,60}}? )?{_P}(?: [^;|"
        rf"]{{0,40}}?)?(?: zum| zur| als| auf diesen "
        rf"Posten)",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        rf"{_P} (?P<v>legt|gibt|legte|gab) (?:sein|ihr) (?:Amt|Mandat|Vorstandsmandat) als {_R} (?:von|der|des|"
        rf"bei|beim) {_FORE}{_WHO}{_ENDS}",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        rf"{_P} hat (?:sein|ihr) (?:Amt|Mandat) als {_R} (?:von|der|des|bei|beim) {_FORE}{_WHO} "
        rf"(?P<v>niedergelegt|abgegeben)",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        rf"{_P} (?P<v>scheidet|schied|geht|hört) (?:[^;|]{{0,40}}? )?(?:bei|beim|aus dem Vorstand von|aus dem "
        rf"Vorstand der|von) {_FORE}{_WHO} "
        rf"(?:aus|auf|von Bord)\b",
    ),
    _p(
        K.LAYOFFS,
        rf"{_A} (?:(?P<v>schließt|schloss) |(?:macht|stellt|legt) (?=[^;|]{{3,80}} (?:dicht|ein|still)\b))"
        r"(?:[^;|]{0,30}? )?"
        r"\w*(?:[Ww]erk|[Ff]abrik|[Pp]roduktion|[Ss]tandort)e?\b(?! in Betrieb)"
        r"(?=[^;|]{0,40}(?:$|dicht|ein|still|in|bis|zum|Ende))"
        r"(?![^;|]{0,40}\b(?:fertig|vor|her|auf|um)\b)",
    ),
    _p(K.LAYOFFS, rf"(?P<v>zwingt|zwingen) {_FORE}{_WHO} zu[mr]? (?:Abbau|Streichung|Kündigung|Entlassung)"),
    _p(
        K.LAYOFFS,
        rf"(?:bei|beim) {_FORE}{_WHO}(?: [^;|]{{0,60}}?|: [^;|]{{0,60}}?)(?P<v>verlieren|stehen|bangen|zittern) "
        rf"[^;|]{{0,30}}?\b(?:Mitarbeiter\w*|"
        rf"Beschäftigte\w*|Stellen|Jobs|Arbeitsplätze)\b",
    ),
    _p(
        K.LAYOFFS,
        rf"{_A}: (?:[^;|]{{0,20}} )?\d[\d.]* (?:Stellen|Jobs|Arbeitsplätze|Mitarbeiter|Beschäftigte) (?P<v>in "
        rf"Gefahr|bedroht|auf der Kippe|vor dem "
        r"Aus|fallen weg|betroffen)",
    ),
    *_told(
        K.EXPANSION,
        r"erweitert|erweiterte|vergrößert|baut",
        r"\w*(?:[Pp]roduktion|[Ff]ertigung|[Kk]apazität\w*|[Ll]ager)\b[^;|]{0,30}(?: in | am | um | aus\b)",
        r"erweitert|vergrößert|ausgebaut|ausbauen|erweitern",
    ),
    _p(
        K.EXPANSION,
        rf"(?P<v>Spatenstich|Grundsteinlegung|Richtfest|Einweihung|Eröffnung) (?:für|von|beim|bei) (?:das |den |"
        rf"die |dem )?(?:neue\w* )?"
        rf"(?P<a>{_CAP}[\w&.]{{1,30}})-(?:Werk|Neubau|Fabrik|Zentrale|Logistikzentrum|Standort|Halle|Zentrum)\b",
    ),
    _p(
        K.EXPANSION,
        rf"(?P<v>Mit) (?:einer|einem|der|dem) (?:\w+ )?\w*(?:Niederlassung|Standort|Büro|Werk|Filiale|Tochter\w*|"
        rf"Vertriebs\w+) in [^,;|]{{2,40}}? "
        rf"(?:will|geht|expandiert|startet|wächst|möchte|erschließt) {_FORE}{_WHO}{_ENDS}",
    ),
    _p(
        K.EXPANSION,
        rf"{_A} (?P<v>entschied|entscheidet) sich für [^;|]{{3,60}} als (?:\w+ )?(?:Standort|Sitz)",
    ),
    *_told(
        K.PRODUCT_LAUNCH,
        r"präsentiert|präsentierte|zeigt|enthüllt|lanciert|launcht",
        r"(?:neue[nrs]?|erste[nrs]?|elektrische[nrs]?|eigene[nrs]?|smarte[nrs]?|digitale[nrs]?) "
        r"[\w-]*(?:[Tt]ablet|App|[Rr]oboter|[Pp]lattform|"
        r"[Ss]oftware|[Ww]agen|[Tt]ransporter|[Mm]aschine|[Gg]erät|[Ss]marthphone|[Ss]martphone|[Mm]odell|"
        r"[Dd]ienst|[Ll]ösung|[Ss]ystem|[Ll]inie|"
        r"[Gg]eneration|[Ss]erie|[Kk]arte|[Uu]hr|[Kk]amera|[Cc]hip|[Aa]uto)\b",
        r"vorgestellt|präsentiert|eingeführt|gelauncht|auf den Markt gebracht|enthüllt|vorstellen|einführen",
    ),
    _p(
        K.PRODUCT_LAUNCH,
        rf"(?:[Dd]ie|[Dd]er|[Dd]as) neue \w+ (?:von|des|der) {_FORE}{_WHO} (?P<v>ist|kommt|startet|geht) [^;|"
        rf"]{{0,40}}?(?:verfügbar|erhältlich|auf den "
        rf"Markt|in den Handel|im Handel|an den Start)\b",
    ),
    *_told(
        K.CONTRACT_WIN,
        r"ergattert|gewinnt|erhält|bekommt|sichert|holt|meldet|erhielt|gewann",
        r"\w*(?:[Aa]uftrag|[Aa]ufträge|[Zz]uschlag|[Aa]usschreibung|[Rr]ahmenvertrag)\b",
        r"an Land gezogen|gewonnen|erhalten|bekommen|gesichert|ergattert|eingesammelt",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"[Dd]en Zuschlag (?:für [^;|]{{3,60}}? )?(?P<v>erhielt|erhält|bekam|bekommt|ging an|geht an) "
        rf"{_FORE}{_WHO}{_ENDS}",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"(?P<v>bestellt|bestellte|ordert|orderte|kauft) (?:[^;|]{{0,20}}? )?\d[\d.]* [^;|]{{2,40}}? (?:bei|"
        rf"beim) {_FORE}{_WHO}{_ENDS}",
    ),
    _p(
        K.EARNINGS,
        rf"(?:^|(?<!\d)[.|:] )(?:[Dd]er |[Dd]ie |[Dd]as )?\w*{_FIGURES} (?:von|der|des|bei|beim) {_FORE}{_WHO} "
        rf"(?P<v>ist|sind|brach|stieg|sank|fiel|"
        rf"kletterte|wuchs|schrumpfte|legte|ging|hat|halbierte|verdoppelte|sprang|sackte)\b",
    ),
    _p(
        K.EARNINGS,
        rf"{_A} (?P<v>verdient|verdiente) [^;|]{{0,50}}?\b(?:mehr|weniger|besser|Millionen|Milliarden|Geld)\b",
    ),
    _p(
        K.EARNINGS,
        rf"{_A} (?P<v>verbessert|steigert|bestätigt|kappt|senkt|hebt|erhöht|übertrifft|verfehlt|schraubt|"
        rf"konkretisiert|kürzt|verdoppelt|halbiert) "
        rf"(?:[^;|]{{0,40}}? )?(?:\w*[Pp]rognose|\w*[Ee]rgebnis|\w*[Gg]ewinn|\w*[Uu]msatz|\w*[Ee]rwartungen|"
        rf"\w*[Aa]usblick|\w*[Zz]iele?){_ENDS}",
    ),
    *_told(
        K.EARNINGS,
        r"verbuchte|verbucht|meldet|meldete|schreibt|schrieb",
        r"(?:Verluste?|\w*[Gg]ewinn\w*|rote Zahlen|schwarze Zahlen|Umsatz\w*)\b",
        r"geschrieben|verbucht|eingefahren|erzielt|gemeldet|gesteigert",
    ),
    _p(
        K.IPO,
        rf"{_A} hat (?:seinen|ihren|den) (?:geplanten )?Börsengang (?P<v>verschoben|abgesagt|gestoppt|angekündigt|"
        rf"bestätigt|vorbereitet)",
    ),
    _p(
        K.IPO,
        rf"{_A} (?P<v>strebt|drängt|will|zieht|wagt) (?:[^;|]{{0,40}}? )?(?:aufs|auf das|an die|den) (?:Parkett|"
        rf"Börse|Börsengang|Sprung an die Börse)",
        Status.PLANNED,
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"{_OPENS}(?P<a>{_CAP}[\w&.-]{{1,30}}?)-(?P<v>Hack|Datenleck|Datenpanne|Cyberangriff|Hackerangriff)\b",
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"Nach (?:einem |dem )?(?P<v>Cyberangriff|Hackerangriff|Cyberattacke|Ransomware-Angriff)\b[^;|]{{0,30}}? "
        rf"(?:steht|stehen|ruht|liegt|läuft|ist|"
        rf"sind) (?:bei|beim) {_FORE}{_WHO} ",
    ),
    _p(
        K.ACQUISITION,
        rf"(?:^|[.|] ){_FORE}(?P<b>{_FIRM}){_ASIDE} (?P<v>bekommt|erhält|hat) (?:einen )?neuen (?:Eigentümer|"
        rf"Besitzer|Eigner|Investor)\b",
    ),
)
