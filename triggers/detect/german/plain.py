"""German plain sentences, built by class: who, a finite verb or the end of a verb group, and what it acts on.

Where the tables spell turns out, each kind has two lists here, and both orders of verb and subject are built from them;
verbs that part ("führt … ein", "steigt … ein") name both their halves.
"""

from __future__ import annotations

from triggers.detect.german.base import _P, _R, _p
from triggers.detect.german.clauses import _ASIDE, _CAP, _FIRM, _FORE, _WHO, _WHOM
from triggers.detect.phrases import Phrase
from triggers.types import EventKind as K
from triggers.types import Status

_ENDS = r"(?=$|[ .,;:!?(–|])"
_SUBJECT = rf"(?:^|(?<!\d)[.|:,] ){_FORE}{_WHO}{_ASIDE}"
_SUM = (
    r"(?:\d[\d.,]*|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig) ?(?:Mio|Millionen|"
    r"Milliarden|Mrd)\w*\.?"
)
_SITES = (
    r"(?:Werk\w*|Fabrik\w*|Standorte?|Standorts|Niederlassung\w*|Filiale\w*|Büros?|Logistikzentrum|Zentrum|Lager\w*|"
    r"Produktions\w+|Halle\w*|Firmensitz|Hauptsitz|Zentrale|Firmenzentrale|Labor\w*|Kapazität\w*|Fertigung\w*|"
    r"Neubau\w*|Campus|Hotel\w*|Restaurant\w*|Märkte?|Markt|Geschäft|Laden|Läden|Produktion|Rechenzentrum|"
    r"Verteilzentrum|Anlage|Vertriebsbüro|Tochtergesellschaft)"
)
_ABROAD = (
    r"(?:China|Asien|Europa|Deutschland|Österreich|die Schweiz|der Schweiz|Frankreich|Polen|Indien|"
    r"Amerika|die USA|den USA|"
    r"Großbritannien|Spanien|Italien|Japan|Brasilien|Mexiko|Afrika|Kanada|Skandinavien|Osteuropa|"
    r"Nordamerika|den Niederlanden)"
)
_OFFICES = (
    r"(?:[Gg]eschäftsführ\w+|[Vv]orständ?\w*|[Cc]hef\w*|[Vv]orstandsvorsitzend\w+|CEO|CFO|COO|CTO|[Ff]inanzchef\w*|"
    r"[Vv]ertriebschef\w*|[Ll]eiter\w*|[Dd]irektor\w*|[Gg]eschäftsleitung|[Aa]ufsichtsrat\w*|[Pp]räsident\w*)"
)
_NO_SITE = r"(?![^;|]{0,100}\b(?:Schule|Museum|Schwimmbad|Rathaus|Kita|Verfahren|Ausstellung)\b)"
_GOODS = (
    r"(?:App|Software|Plattform|Dienst|Laptop|Smartphone|Handy|Tablet|Gerät\w*|Modell\w*|Maschine|Roboter|Mähroboter|"
    r"Auto|E-Auto|Elektro\w*|Transporter|Bus|Lkw|Fahrrad|E-Bike|Kamera|Drucker|Uhr|Lösung|Produkt\w*|Version|Marke|"
    r"Kollektion|Serie|Reihe|Karte|Tarif|Abo|Getränk|Bier|Sorte|Chip|Sensor|System|Werkzeug|"
    r"Assistent\w*|KI-\w+|Bohrhammer)"
)

FIRST: tuple[Phrase, ...] = (
    _p(  # "Der Wagniskapitalgeber Globex beteiligt sich mit acht Millionen Euro an Acme"
        K.FUNDING,
        rf"(?P<v>beteilig\w+|engagier\w+) sich (?:mit|in Höhe von) {_SUM} (?:Euro |Dollar |Franken "
        rf")?(?:an|bei) (?:dem |der )?"
        rf"{_FORE}{_WHO}{_ENDS}",
        money=True,
    ),
    _p(  # "Acme erwirbt sämtliche Anteile an Globex"
        K.ACQUISITION,
        rf"{_SUBJECT} (?P<v>erwirbt|kauft|übernimmt|erwarb|kaufte|übernahm) (?:sämtliche|alle|die "
        rf"restlichen|die Mehrheit der|"
        rf"\d+ Prozent der|die) (?:Geschäftsa|A)nteile (?:an|von|der) (?:der |dem )?{_WHOM}{_ENDS}",
    ),
    _p(  # "Acme steigt bei Globex ein und übernimmt 60 Prozent"
        K.ACQUISITION,
        rf"{_SUBJECT} (?P<v>steigt) (?:mehrheitlich |mit \d+ Prozent )?bei {_WHOM} ein\b(?=[^;|"
        rf"]{{0,60}}(?:Mehrheit|[5-9]\d|100|"
        r"mehrheitlich|übernimmt))",
    ),
    _p(  # "Acme hat Globex zum 1. Juli mehrheitlich übernommen"
        K.ACQUISITION,
        rf"{_SUBJECT} (?:hat|haben) {_FORE}(?P<b>(?!Leitung|Führung){_FIRM}) (?:zum|mit Wirkung|"
        rf"rückwirkend|im|am|Anfang|Ende|für) "
        rf"[^;|]{{2,50}}? (?P<v>übernommen|gekauft|erworben|geschluckt){_ENDS}",
    ),
    _p(  # "Neuer Geschäftsführer bei Acme ist Peter Karg"
        K.EXECUTIVE_HIRE,
        rf"(?:^|(?<!\d)[.|:] )(?P<v>Neue[rs]?) {_R} (?:bei|von|der|des|beim|im) {_FORE}{_WHO} (?:ist|wird|heißt) {_P}",
    ),
    _p(  # "Acme hat einen Auftrag der Bundeswehr über 50 Millionen Euro erhalten"
        K.CONTRACT_WIN,
        rf"{_SUBJECT} (?:hat|haben|konnte) (?:einen|den|zwei|mehrere) (?:\w+en "
        rf")?(?:\w*[Aa]uftr[aä]g\w*|Zuschlag)[^;|]{{0,100}}? "
        rf"(?P<v>erhalten|bekommen|gewonnen|gewinnen|ergattert|sichern|gesichert|an Land gezogen){_ENDS}",
    ),
)

PLAIN: tuple[Phrase, ...] = (
    _p(
        K.FUNDING,
        rf"{_SUBJECT} [^;|]{{0,40}}?(?P<v>Finanzspritze|Kapitalspritze|Geldregen|Geldsegen|"
        rf"Wachstumskapital|frisches Kapital|"
        rf"frisches Geld)[^;|]{{0,30}}?{_SUM}",
        money=True,
    ),
    _p(
        K.FUNDING,
        rf"{_SUM}(?: Euro| Dollar)? (?P<v>frische[sm] (?:Kapital|Geld)|Finanzierung|Wachstumskapital) "
        rf"(?:will|möchte|plant|kann|"
        rf"treibt|soll) {_FORE}{_WHO}{_ENDS}",
        money=True,
    ),
    _p(
        K.ACQUISITION,
        rf"(?:^|(?<!\d)[.|] ){_WHOM} (?:bekommt|erhält|hat) mit (?:dem |der )?{_FORE}{_WHO} einen "
        rf"neuen (?P<v>Eigentümer|Besitzer|"
        r"Eigner|Mehrheitseigner|Gesellschafter)",
    ),
    _p(
        K.ACQUISITION,
        rf"(?P<v>wechselt|geht|gehen) {_FORE}(?P<b>{_FIRM}) (?:zu|an|zur|zum) {_FORE}{_WHO}(?=$|[.,;|])",
    ),
    _p(
        K.ACQUISITION,
        rf"(?:^|[.|] )[Ww]ie {_FORE}{_WHO} [^,;|]{{0,40}}?(?:mitteilte|bekannt gab|ankündigte|"
        rf"meldete), (?:wird|wurde|soll) "
        rf"{_FORE}(?P<b>{_FIRM}) (?:[^;|]{{0,40}}? )?(?P<v>übernommen|gekauft|erworben)",
    ),
    _p(
        K.ACQUISITION,
        rf"{_SUBJECT} (?:baut|stärkt|erweitert|verstärkt|ergänzt|vergrößert) [^;|]{{3,60}}? (?:mit|"
        rf"durch) (?:der |den |die |dem )?"
        rf"(?P<v>Übernahme|Kauf|Zukauf|Erwerb|Milliardenübernahme) (?:von |der |des |vom )?{_WHOM}(?: "
        rf"aus)?(?=$|[ .,;|])",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"{_P} (?P<v>rückt|wechselt|steigt|kommt|tritt) (?:[^;|]{{0,30}}? )?(?:an die (?P<r>Spitze|"
        rf"Führungsspitze)|in (?:den|die) "
        rf"(?:Vorstand|Geschäftsführung|Geschäftsleitung|Chefetage)) (?:von |der |des |bei |beim "
        rf")?{_FORE}{_WHO}(?=$|[.,;|])",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        rf"{_P} (?P<v>verstärkt|ergänzt|leitet|führt|verantwortet) (?:ab |seit |künftig |nun |jetzt |"
        rf"zum )[^;|]{{0,40}}?(?:die |das |"
        rf"den )(?P<r>Geschäftsleitung|Geschäftsführung|Management|Vorstand|Vertrieb|Marketing|"
        rf"Entwicklung|Finanzressort|"
        rf"Führungsteam|Produktion|Einkauf) (?:von |der |des |bei |beim ){_FORE}{_WHO}(?=$|[.,;|])",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        rf"(?:^|(?<!\d)[.|:] )(?:Der |Die )?(?:[a-zäöüß]+e )?(?P<a>{_CAP}[\w.&]{{1,30}})-{_OFFICES} "
        rf"{_P} (?P<v>geht|gehen|tritt|verlässt|"
        r"scheidet|hört|muss|legt|wirft|kündigt|wechselt|nimmt)(?=[^;|]{0,60}?(?:Ruhestand|zurück|"
        r"Unternehmen|aus\b|auf\b|gehen|"
        r"Amt|hin\b|Rente|Abschied|$))",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        rf"(?:[Bb]eim?|[Bb]ei der) {_FORE}{_WHO}{_ASIDE} (?P<v>muss|müssen|geht|scheidet|tritt|hört|"
        rf"verlässt) (?:[^;|]{{0,60}}? )?{_P} "
        r"[^;|]{0,80}?(?:gehen|aus|zurück|auf|ab|von Bord)\b",
    ),
    _p(
        K.EXPANSION,
        rf"{_SUBJECT} (?P<v>investier\w+|steckt|gibt) (?=[^;|]{{0,40}}{_SUM})[^;|]{{3,80}}? in (?:den |"
        rf"die |das |seine?n? |ihre?n? |ein "
        rf"|eine |einen )?(?:[a-zäöüß]+ )?{_SITES}\b{_NO_SITE}",
    ),
    _p(
        K.EXPANSION,
        rf"{_SUBJECT} (?P<v>verlegt|verlagert|verdoppelt|vergrößert|bezieht|erweitert|eröffnet|"
        rf"errichtet|baut|plant|modernisiert|"
        rf"übernimmt|mietet|gründet|startet) (?:[^;|]{{0,40}}? )?{_SITES}\b{_NO_SITE}",
    ),
    _p(
        K.EXPANSION,
        rf"{_SUBJECT} (?P<v>nimmt|nahm) [^;|]{{3,60}}?(?:{_SITES}|linie|Anlage)\w*[^;|]{{0,40}}? in Betrieb",
    ),
    _p(
        K.EXPANSION,
        rf"{_SUBJECT} (?P<v>wagt|expandiert|startet|kommt|geht|drängt|schafft)(?: sich)? (?:den "
        rf"(?:Sprung|Schritt|Markteintritt) )?(?:nach|in|auf "
        rf"den) (?:den )?{_ABROAD}",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"(?P<v>(?:Groß|Millionen|Rekord|Folge|Milliarden)[Aa]uftrag|Neuer Auftrag|Auftrag) (?:aus "
        rf"[^;|]{{3,30}} |über [^;|]{{3,40}} )?für "
        rf"{_FORE}{_WHO}(?=$|[.,;|])",
    ),
    _p(
        K.EARNINGS,
        rf"(?:[Dd]ie |[Dd]er |[Dd]as )?(?P<v>Erlöse|Umsätze|Verkäufe|Einnahmen|Gewinne|Verluste|"
        rf"Überschuss|Ertrag|Betriebsgewinn|"
        rf"Nettogewinn|Jahresüberschuss) (?:von |der |des |bei )?{_FORE}{_WHO} [a-zäöüß]+\b(?=[^;|"
        rf"]{{0,100}}(?:{_SUM}|Prozent|\d))",
    ),
    _p(
        K.EARNINGS,
        rf"(?:Unterm Strich|Insgesamt|Netto|Operativ|Vor Steuern|Unter dem Strich) (?P<v>verdiente|"
        rf"verlor|erzielte|blieb\w*|machte|"
        rf"erwirtschaftete|verbuchte|lag|stand) (?:bei )?{_FORE}{_WHO}{_ENDS}",
    ),
    _p(
        K.EARNINGS,
        rf"{_SUBJECT} (?:blickt|schaut) [^;|]{{0,20}}?auf (?:ein|das) [^;|]{{0,30}}?(?P<v>\w*[Jj]ahr|"
        rf"Geschäftsjahr|Quartal)[^;|]{{0,20}}? zurück",
    ),
    _p(
        K.EARNINGS,
        rf"{_SUBJECT} (?:mit|meldet|verzeichnet|verbucht|erleidet) (?:\w+em |\w+en |einen |ein "
        rf")?(?P<v>(?:Gewinn|Umsatz|Ergebnis)"
        r"(?:einbruch|sprung|plus|minus|rückgang|wachstum|anstieg)|Rekord(?:gewinn|umsatz|ergebnis|"
        r"jahr|quartal|verlust)|"
        r"(?:Millionen|Milliarden)(?:verlust|gewinn))",
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"(?:[Nn]ach|[Ww]egen|[Dd]urch) (?:einem |einer |eines |einen )?(?:\w*[Hh]ackerangriff\w*|"
        rf"\w*[Cc]yber(?:angriff|attacke)\w*|"
        rf"Ransomware\S*|IT-\w+)[^;|]{{0,60}}? (?:bei|von) {_FORE}{_WHO}[^;|]{{0,20}}?(?P<v> still| "
        rf"lahm| offline| gestört| ausgefallen|$)",
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"{_SUBJECT} (?P<v>meldet|bestätigt|untersucht|räumt) [^;|]{{0,40}}?(?:IT-Sicherheitsvorfall|"
        rf"Sicherheitsvorfall|Datenleck|"
        r"Datenpanne|Hackerangriff|Cyberangriff|Cyberattacke|Datendiebstahl|Cybervorfall)",
    ),
    _p(
        K.REGULATORY,
        rf"{_SUBJECT} (?P<v>darf|muss) [^;|]{{3,80}}?(?:nicht mehr|einstellen|unterlassen|verkaufen|"
        rf"stoppen)[^;|]{{0,20}}?, "
        r"(?:entschied|urteilte|so|hat) [^;|]{0,30}?(?:Gericht|Behörde|Kartellamt|Landgericht|BGH)",
    ),
    _p(K.PRODUCT_LAUNCH, rf"{_SUBJECT} (?P<v>führt) [^;|]{{0,40}}?{_GOODS}[^;|]{{0,40}}? ein(?=$|[.,;|])"),
    _p(
        K.PRODUCT_LAUNCH,
        rf"{_SUBJECT} (?P<v>präsentiert|enthüllt|lanciert|zeigt|launcht) (?:[^;|]{{0,40}}? "
        rf")?(?:ersten? |neue[ns]? |ein(?:en|e)? )?{_GOODS}\b"
        r"(?![^;|]{0,60}\b(?:Ausstellung|Zahlen|Bilanz|Umfrage|Studie)\b)",
    ),
    _p(
        K.IPO,
        rf"{_SUBJECT} (?:plant|erwägt|prüft|wagt|bereitet|verschiebt|vertagt) [^;|]{{0,30}}?(?P<v>Gang "
        rf"(?:aufs|auf das) Parkett|Sprung aufs "
        r"Parkett|Gang an die Börse|Schritt an die Börse)",
        Status.PLANNED,
    ),
)
