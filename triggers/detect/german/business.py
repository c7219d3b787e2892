"""German sentences of orders, sites, results, rulings, pacts and breaches in which the firm stands behind the news.

The noun comes first and the firm after "von", "durch", "bei", "gegen" or the finite verb: "Den Zuschlag hat die Firma
Acme bekommen", "Gegen Acme ermittelt", "Der Spatenstich für das Werk von Acme".
"""

from __future__ import annotations

from triggers.detect.german.base import _A, _p
from triggers.detect.german.clauses import _ASIDE, _FORE, _INVERTED, _SITE, _WHO, _WHOM
from triggers.detect.phrases import Phrase
from triggers.types import EventKind as K

_END = r"(?=$|[ .,;:!?(–|])"
_OF = rf"(?:von|der|des|bei|beim|durch|für) {_FORE}{_WHO}{_END}"
_FIGURE = r"(?:Umsatz\w*|Gewinn\w*|Ergebnis\w*|Verlust\w*|Überschuss|Erlös\w*|Absatz\w*|Minus|Plus|EBITDA?)"
_AIM = (
    r"(?:\w*[Pp]rognosen?|\w*[Zz]iele?|\w*[Zz]ielen|Ausblick|Erwartungen|Latte|\w*[Pp]lanung|Gewinnwarnung|"
    r"Guidance|Dividende)"
)
_PACT = (
    r"(?:\w*[Pp]artnerschaft|\w*[Kk]ooperation\w*|Allianz|Zusammenarbeit|Gemeinschaftsunternehmen|Joint Venture|"
    r"Bündnis|Lizenzvertrag|Absichtserklärung|Vertriebsvertrag)"
)
_BODY = (
    r"(?:Bundeskartellamt|Kartellamt|EU-Kommission|Kommission|Bafin|BaFin|Finanzaufsicht|Staatsanwaltschaft|Behörden?|"
    r"Wettbewerbsbehörde|Wettbewerbshüter|Datenschutz\w*|Bundesnetzagentur|Finma|FDA|EMA|FTC|SEC|Justizministerium|"
    r"Verbraucherzentrale|Landgericht|Gericht|Steuerfahnd\w+|Zollfahnd\w+|Regulierer|Aufsicht\w*|Brüssel)"
)
_NO = r"(?![^;|]{0,160}\b(?:Branche|Verband|Studie|Umfrage|vor (?:\w+ )?Jahren|Jubiläum|Stadt hat|Gemeinde)\b)"
_NEW = (
    r"(?:ein\w* |d\w{2} |sein\w* |ihr\w* |zwei |drei |mehrere )?(?:neu\w* |erst\w* |zweit\w* |weiter\w* |"
    r"groß\w* |eigen\w* )?"
)

FIRST: tuple[Phrase, ...] = (
    _p(
        K.EXPANSION,
        rf"{_INVERTED}(?P<v>will|möchte|plant|wird) {_FORE}{_WHO}{_ASIDE} [^;|]{{0,80}}?\b(?:Stellen|Arbeitsplätze|"
        r"Mitarbeiter\w*|Fachkräfte|Beschäftigte|Leute)\b [^;|]{0,30}?(?:einstellen|schaffen|einzustellen|"
        r"anstellen|suchen)",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"(?:[Aa]uftrag|[Aa]ufträge|Zuschlag)\b[^;|]{{0,60}}? (?P<v>geht|gehen|ging|gingen) an (?:die |den |das "
        rf")?{_FORE}{_WHO}"
        rf"{_END}",
    ),
    _p(
        K.PRODUCT_LAUNCH,
        rf"{_INVERTED}(?:hat|haben|will|wird) {_FORE}{_WHO}{_ASIDE} {_NEW}[^;|]{{3,80}}? (?P<v>vorgestellt|präsentiert|"
        rf"enthüllt|gezeigt|vorstellen|präsentieren|zeigen|lanciert|lancieren|auf den Markt (?:gebracht|bringen))\b"
        r"(?<!Zahlen vorgestellt)(?<!Bilanz vorgestellt)",
    ),
    _p(
        K.EXPANSION,
        rf"{_INVERTED}(?P<v>investiert|steckt|pumpt) {_FORE}{_WHO}{_ASIDE} [^;|]{{3,60}}? in (?:ein|d|sein|ihr|"
        rf"den|neu)\w* "
        rf"[^;|]{{0,50}}?(?:{_SITE}|\w*[Ll]inie|\w*[Mm]aschinen?)",
    ),
    _p(
        K.EXPANSION,
        rf"{_A} (?P<v>investiert|steckt|pumpt) [^;|]{{3,60}}? in (?:ein|d|sein|ihr|den|neu)\w* [^;|]{{0,60}}?"
        rf"(?:{_SITE}|\w*[Zz]entrums?\b|\w*[Ll]inie|\w*[Mm]aschinen?)",
    ),
    _p(
        K.REGULATORY,
        rf"(?:Übernahme|Kauf|Erwerb|Zusammenschluss|Beteiligung|Verkauf) (?:von|der|des|an|am|mit) [^;|]{{2,50}}? "
        rf"(?:durch|"
        rf"an) (?:den |die |das )?{_FORE}{_WHO} (?:[^;|]{{0,50}}? )?(?P<v>freigegeben|genehmigt|untersagt|"
        rf"gebilligt|erlaubt|"
        r"geprüft|verboten|abgesegnet|freigeben|untersagen)\b",
    ),
)

MORE: tuple[Phrase, ...] = (
    _p(
        K.EXPANSION,
        rf"{_A} (?P<v>zieht|bezieht|hat|wird|will) [^;|]{{0,50}}?(?:in (?:ein\w*|d\w+) (?:größer|neu|modern)\w+ "
        rf"[^;|]{{2,40}}? "
        rf"(?:um|ein)\b|den Bau (?:eines|einer|des|der|von) [^;|]{{0,30}}?{_SITE}[^;|]{{0,40}}? (?:beschlossen|"
        rf"begonnen|"
        r"angekündigt|gestartet|beschließen|beginnen|starten)\b)",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"{_A} (?P<v>darf) (?:für |die |den |das |künftig )[^;|]{{3,80}}? (?:bauen|liefern|betreiben|fertigen)\b",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"(?:^|[.|] )[A-ZÄÖÜ][^;|]{{2,50}}? (?P<v>setzt|vertraut|setzen|baut|wechselt|umgestellt) (?:künftig |"
        rf"weiterhin |jetzt )?"
        rf"(?:auf|zu) (?:die |das |den |der )?[^;|]{{0,40}}?(?:[Ss]oftware|[Tt]echnik|[Tt]echnologie|[Ss]ystem\w*|"
        rf"[Pp]lattform|"
        rf"[Ll]ösung\w*|Züge|Busse|Fahrzeuge|Maschinen|Roboter) (?:von|des|der) {_FORE}{_WHO}{_END}",
    ),
    _p(
        K.EARNINGS,
        rf"(?:^|[.|] )Bei(?:m)? (?:der |dem )?{_FORE}{_WHO} (?P<v>brach|bricht|stieg|steigt|sank|sinkt|fiel|fällt|"
        rf"wuchs|wächst|"
        rf"ging|geht|kletterte|schrumpfte|blieb) [^;|]{{0,20}}?{_FIGURE}",
    ),
    _p(
        K.EARNINGS,
        rf"{_INVERTED}(?P<v>hat|haben) {_FORE}{_WHO}{_ASIDE} [^;|]{{0,60}}?(?:mehr|weniger|besser|gut|"
        rf"schlecht)\w* [^;|]{{0,30}}?"
        r"(?:umgesetzt|verdient|verkauft|erlöst)\b",
    ),
    _p(
        K.REGULATORY,
        rf"{_BODY} (?P<v>entzog|entzieht|erteilte?|erteilt|verweigert|verweigerte|verurteilte|verurteilt|"
        rf"untersagte|untersagt|"
        rf"verbot|verbietet|erlaubt|erlaubte) (?:dem |der |den |die |das )?{_FORE}{_WHO}{_END}",
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"(?:Hacker|Angreifer|Unbekannte|Cyberkriminelle|Kriminelle|Erpresser) (?P<v>haben|legten|legen|griffen|"
        rf"drangen|kaperten|"
        rf"erbeuteten|stahlen) [^;|]{{0,50}}? (?:von|des|der|bei|beim) {_FORE}{_WHO}{_END}",
    ),
    _p(
        K.PRODUCT_LAUNCH,
        rf"{_A} (?P<v>erweitert|ergänzt|erneuert) (?:sein|ihr|das|die)\w* (?:Sortiment|Angebot|Portfolio|"
        rf"\w*[Pp]alette|Programm|"
        r"Produktreihe|Modellreihe) um\b",
    ),
    _p(
        K.EXPANSION,
        rf"(?P<v>Spatenstich|Grundsteinlegung|Richtfest|Startschuss|Baubeginn|Bauarbeiten|Einweihung|Inbetriebnahme|"
        rf"Großansiedlung|Neubau|Eröffnung)[^;|]{{0,60}}?{_SITE} {_OF}{_NO}",
    ),
    _p(
        K.EXPANSION,
        rf"\b(?:neue[sn]?|zweite[sn]?|weitere[sn]?|größte[sn]?) {_SITE} {_OF}(?=[^;|]{{0,60}}\b(?:entsteh\w+|"
        rf"entstanden|"
        rf"eröffne\w+|eingeweiht|gebaut|errichtet|in Betrieb|fertig\w*)\b)(?P<v>)",
    ),
    _p(
        K.EXPANSION,
        rf"\b(?:Mit|Durch) der (?P<v>Eröffnung|Gründung|Errichtung|Inbetriebnahme) [^;|]{{3,80}}? (?:wagt|"
        rf"expandiert|geht|"
        rf"kommt|startet|fasst|betritt|stärkt|baut|erweitert|setzt|macht|verdoppelt|will) {_FORE}{_WHO}{_END}",
    ),
    _p(
        K.EXPANSION,
        rf"Wie (?:der |die |das )?{_FORE}{_WHO} (?:[^;|]{{0,30}}? )?(?:mitteilte|mitteilt|bekanntgab|bekannt gab|"
        rf"ankündigte|"
        rf"berichtet|erklärte), (?P<v>errichtet|baut|eröffnet|investiert|schafft|erweitert) (?:das|der|die) "
        rf"(?:Unternehmen|Konzern|Firma|Gruppe|Hersteller|Betrieb) [^;|]{{0,80}}?(?:{_SITE}|Stellen|Arbeitsplätze)",
    ),
    _p(
        K.EXPANSION,
        rf"{_A} (?:hat sich |will sich )?(?P<v>entschied|entscheidet|entschieden|siedelt|lässt)(?: sich)? [^;|"
        rf"]{{0,60}}?"
        r"(?:als Standort|als neuen Standort| an\b(?= (?:und|in)|$|\.)|nieder\b)",
    ),
    _p(
        K.PARTNERSHIP,
        rf"{_PACT} (?P<v>haben|hat|vereinbarten|gründen|gründeten|bilden|schließen|schlossen|planen|wollen|"
        rf"unterzeichneten|"
        rf"verbindet) {_FORE}{_WHO} (?:und|mit) {_WHOM}{_END}",
    ),
    _p(
        K.PARTNERSHIP,
        rf"(?:Gemeinsam|Zusammen) mit (?:dem |der |den )?{_WHOM}{_ASIDE} (?P<v>gründet|entwickelt|startet|baut|"
        rf"will|bringt|"
        rf"arbeitet|plant|bietet|forscht|betreibt|hat|wird) {_FORE}{_WHO}{_END}",
    ),
    _p(
        K.PARTNERSHIP,
        rf"{_A} (?P<v>vertreibt|lizenziert|einlizenziert|vermarktet|kooperiert|verbündet|paktiert) [^;|]{{2,80}}? "
        rf"(?:von|mit) "
        rf"(?:dem |der )?{_WHOM}{_END}",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"(?:Auftrag|Zuschlag|Großauftrag|Auftrags|Folgeauftrag)\b[^;|]{{0,70}}? (?P<v>hat|haben|erhielt|erhält|bekam|"
        rf"bekommt|sicherte sich|sichert sich|ging an|geht an|gingen an) (?:die |der |das |den )?{_FORE}{_WHO}{_END}"
        r"(?![^;|]{0,60}\b(?:verloren|vergeben|storniert|gekündigt|erteilt)\b)",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"\b(?P<v>wurde|wird|ist) {_FORE}{_WHO} (?:[^;|]{{0,40}}? )?(?:beauftragt|ausgewählt|betraut)\b",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"{_A} (?P<v>rüstet|stattet) [^;|]{{3,70}}? mit [^;|]{{3,60}}? aus\b",
    ),
    _p(
        K.CONTRACT_WIN,
        rf"{_A} (?P<v>liefert|baut|übernimmt|betreibt) (?:künftig|ab \w+(?: \d+)?|weiterhin|für [\d.,]+ \w+ Euro) "
        rf"[^;|]{{3,60}}? "
        r"(?:für|an) (?:die|den|das|der) [^;|]{0,40}?[A-ZÄÖÜ]",
    ),
    _p(
        K.EARNINGS,
        rf"{_A} (?P<v>hat|haben|will|dürfte|muss) (?=[^;|]{{0,80}}{_AIM})[^;|]{{3,110}}? (?:gesenkt|angehoben|"
        rf"bestätigt|"
        rf"erhöht|gekappt|konkretisiert|kassiert|heraufgesetzt|übertroffen|verfehlt|gekürzt|senken|anheben|kürzen|"
        rf"erreichen|verfehlen|herausgegeben)\b",
    ),
    _p(
        K.EARNINGS,
        rf"{_A} (?P<v>hebt|senkt|erhöht|kappt|kassiert|bestätigt|kürzt|schraubt|legt|übertrifft|verfehlt|erreicht|"
        rf"streicht) "
        rf"[^;|]{{0,40}}?{_AIM}\b",
    ),
    _p(
        K.EARNINGS,
        rf"{_A} (?P<v>ist|kehrt|kehrte|rutscht|rutschte|schreibt|schrieb|steckt|bleibt|findet) [^;|"
        rf"]{{0,60}}?(?:Gewinnzone|"
        rf"Verlustzone|[Ss]chwarze\w? Zahlen|[Rr]ote\w? Zahlen|Gewinnschwelle)\b",
    ),
    _p(
        K.EARNINGS,
        rf"(?P<v>blieb|bleibt|stand|steht|verbuchte|fiel|stieg|sank|wuchs|schrumpfte) (?:bei|der) {_FORE}{_WHO} "
        rf"(?:ein |der |"
        rf"im )?[^;|]{{0,60}}?{_FIGURE}",
    ),
    _p(
        K.EARNINGS,
        rf"{_A} (?P<v>hat|haben) [^;|]{{3,80}}?(?:mehr|weniger|besser|so viel\w*) [^;|]{{0,30}}?(?:umgesetzt|verdient|"
        rf"verkauft|erlöst|ausgeliefert)\b",
    ),
    _p(
        K.EARNINGS,
        rf"{_INVERTED}(?P<v>rechnet|erwartet|verdiente|verdient|erzielte|erzielt|verbuchte|meldete|meldet|erlöste|"
        rf"setzte) "
        rf"{_FORE}{_WHO}{_ASIDE} [^;|]{{0,60}}?(?:{_FIGURE}|Millionen|Milliarden|Prozent)\b",
    ),
    _p(
        K.REGULATORY,
        rf"[Gg]egen (?:den |die |das |de[nr] )?{_FORE}{_WHO}{_ASIDE} (?P<v>ermittelt|ermitteln|läuft|laufen|wurde|wird|"
        rf"verhängt|verhängte|hat|erhebt|klagt|liegt) [^;|]{{0,60}}?\b(?:{_BODY}|Verfahren|Ermittlungen|Bußgeld|"
        rf"Strafe|Klage)",
    ),
    _p(
        K.REGULATORY,
        rf"{_A} (?P<v>hat|erhält|erhielt|bekommt|bekam|beantragt|verliert|verlor) (?=[^;|]{{0,70}}(?:Zulassung|"
        rf"Genehmigung|"
        rf"\w*[Ll]izenz|Erlaubnis|[Gg]rünes Licht|Freigabe|\w*[Zz]ertifizierung))[^;|]{{3,90}}?(?:{_END})"
        r"(?:(?<=t )|(?<=n )|(?<=r )|(?=[^;|]{0,80}(?:erhalten|bekommen|beantragt|verloren|für|von|der)))",
    ),
    _p(
        K.REGULATORY,
        rf"(?:Geschäftsräume|Büros?|Zentrale|Räume|Firmensitz|Sitz|Razzia|Durchsuchung\w*) (?:von|der|des|bei|"
        rf"beim) {_FORE}"
        rf"{_WHO}(?= (?P<v>wurden?|werden|wegen|durch|durchsucht|am|in|hat|haben)|$|[.,])",
    ),
    _p(
        K.REGULATORY,
        rf"{_BODY} (?:[A-Z]{{2,5}} )?(?P<v>prüft|untersucht|verklagt|durchsucht|rügt|mahnt|bestraft|stoppt|"
        rf"genehmigt)(?:, ob)? "
        rf"{_FORE}{_WHO}{_END}",
    ),
    _p(
        K.REGULATORY,
        rf"{_BODY} (?:[A-Z]{{2,5}} )?(?P<v>hat|haben) (?:gegen )?{_FORE}{_WHO} [^;|]{{0,80}}? (?:verklagt|"
        rf"verhängt|bestraft|"
        rf"abgemahnt|gestoppt|durchsucht|erhoben|eingeleitet|verurteilt)\b",
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"(?P<v>Zugang|Zugriff|Zutritt) (?:zu|auf|in) [^;|]{{0,60}}? (?:von|der|des|bei) {_FORE}{_WHO} (?:[^;|"
        rf"]{{0,30}}? )?"
        r"(?:verschafft|erlangt|gehabt|bekommen)\b",
    ),
    _p(
        K.SECURITY_INCIDENT,
        rf"(?P<v>\w*[Dd]aten|Kundeninformationen|Passwörter|Zugangsdaten)(?: \w+){{0,3}}? (?:von|der|des|bei|"
        rf"beim) {_FORE}{_WHO} "
        rf"(?:sind|wurden|waren|stehen|standen|liegen|lagen|tauchten|tauchen) [^;|]{{0,50}}?(?:Internet|Netz|gestohlen|"
        rf"entwendet|veröffentlicht|aufgetaucht|abgeflossen|offen|Darknet|erbeutet|kopiert|geleakt)\b",
    ),
    _p(
        K.PRODUCT_LAUNCH,
        rf"{_INVERTED}(?P<v>bietet|bringt|startet|führt|verkauft|stellt|zeigt|präsentiert|lanciert) "
        rf"{_FORE}{_WHO}{_ASIDE} "
        rf"(?:[^;|]{{0,30}}? )?(?:ein\w* |d\w{{2}} |sein\w* )?(?:neu\w* |erst\w* |eigen\w* )?\w*(?:[Aa]pp|"
        rf"[Dd]ienst\w*|[Mm]odell|"
        rf"[Gg]erät|[Ss]oftware|[Pp]lattform|[Aa]uto|[Rr]oboter|[Dd]rohne|[Ss]ystem|[Tt]arif\w*|[Kk]arte|"
        rf"[Pp]rodukt\w*|[Ss]erie|"
        r"[Vv]ersion|[Rr]eihe|[Bb]ike|[Ll]ösung|[Aa]bo)\b",
    ),
)
