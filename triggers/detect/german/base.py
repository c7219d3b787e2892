"""German headlines and first sentences."""

from __future__ import annotations

from triggers.detect.phrases import Phrase
from triggers.types import EventKind as K
from triggers.types import Status

_A = (
    r"(?:^|(?<!\d)[:–|.] )(?:[^:–|,]{0,30}: )?(?:(?:Die |Der )?(?:Gründer\w*|Macher\w*|Erfinder\w*|Kunden|"
    r"Mitarbeiter|(?:IT-)?Systeme|Website|Aktionäre) (?:von|des|"
    r"der|hinter) )?(?P<a>(?!(?:In (?:[A-ZÄÖÜ][a-zäöüß]+ (?:hat|will|wird)|einer|der|seiner|ihrer|dieser|den)|"
    r"Im|Am|Für|Um|Wegen|Laut|Über|Mit|Bei|Zum|Seit|Nun|Jetzt|Zudem|"
    r"Unterdessen|Zuletzt|Außerdem|Kürzlich|Gerade|Inzwischen|Bereits|Derweil|Zuvor|Damit|Dabei|"
    r"Wie|Warum|Was|So|Diese|Wer|Wenn|Als|Ob|Wo|Weshalb|Nach|Trotz|"
    r"Kreise|Medien|Spenden\w*)\b)[^,:;–|]{2,70}?)(?:, [^,]{4,80},)?"
)
_END = (
    r"(?=$|[,.:;–|!?(]| (?:für|um|und|mit|nach|an|aus|in|im|bei|zu|zum|zur|ab|auf|als|ein|vor|von|"
    r"wegen|durch|bis|vollständig|komplett)\b)"
)
_P = r"(?P<p>(?:Dr\. )?[A-ZÄÖÜ][\w'’.-]+(?: (?:von|van|de|zu|der))?(?: [A-ZÄÖÜ][\w'’.-]+){1,2})"
_R = (
    r"(?P<r>(?:(?:Co-|stellvertretende[rn]? |neue[rn]? )?(?:CEO|CFO|COO|CTO|CMO|CIO|CHRO|CPO|"
    r"Chef(?:in)?|Geschäftsführer(?:in)?|Vorstand|Vorständin|Präsident(?:in)?|Partner(?:in)?|"
    r"Leiter(?:in)?|"
    r"[\w-]+-(?:Chef|Leiter|Manager|Direktor|Vorstand|Geschäftsführer|Verantwortliche)(?:in|r)?|"
    r"(?:Co-|Mit)?[Gg]ründer(?:in)?|\w*(?:chef|chefin|vorstand|vorständin|vorsitzende[rn]?|leiter|"
    r"leiterin|direktor|direktorin|"
    r"geschäftsführer|geschäftsführerin|präsident|präsidentin))|Head of [\w ]{2,24}|Managing "
    r"Director|Chief \w+(?: \w+)? Officer)\b)"
)
_MONEY = r"(?:\d Euro|Mio|Million|Milliard|Mrd|€|Finanzierung|Kapital|Investment|Runde|Dollar|Seed|Serie)"


def _p(kind: K, pattern: str, status: Status | None = None, *, money: bool = False) -> Phrase:
    return Phrase(kind, pattern, status, money)


PHRASES: tuple[Phrase, ...] = (
    _p(
        K.ACQUISITION,
        _A + r" (?:will|möchte|plant|könnte|darf|soll|kann) (?P<b>[^,:;–|]{2,60}?)(?: (?:für|um|komplett|"
        r"vollständig)\b[^,:;]*?)? (?P<v>übernehmen|kaufen|schlucken|erwerben)\b",
        Status.PLANNED,
    ),
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )(?P<b>[^,:;–|]{2,60}?) (?:wird|werden|ist|wurde|geht) (?:[\w ]{0,20})?(?:von|"
        r"durch) (?P<a>[^,:;–|]{2,60}?) (?P<v>übernommen|gekauft|geschluckt|erworben)",
    ),
    _p(
        K.ACQUISITION,
        r"(?P<v>Übernahme) (?:von|der|des) (?P<b>[^,:;–|]{2,50}?) durch (?P<a>[^,:;–|]{2,50}?)(?=$|"
        r"[,.:;–|!?]| (?:abgeschlossen|perfekt|genehmigt|gescheitert|geplatzt|vor|ist|steht|rückt)\b)",
    ),
    _p(
        K.ACQUISITION,
        _A + r" (?:schließt|schliesst|gibt|vollzieht|bestätigt|plant|kündigt) (?:die |eine "
        r")?(?P<v>Übernahme|Kauf|Akquisition) (?:von|der|des) (?P<b>[^,:;–|]{2,50}?)" + _END,
    ),
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )(?P<b>[^,:;–|]{2,60}?) (?P<v>verkauft) [^,:;–|]{3,60}?(?:sparte|geschäft|"
        r"Geschäft|Tochter|tochter|Anteile|Mehrheit|Werk|Marke|Bereich|einheit)\b[^,:;–|]{0,30}? an "
        r"(?P<a>[^,:;–|]{2,50}?)" + _END,
    ),
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )(?P<b>[^,:;–|]{2,60}?) (?P<v>prüft|erwägt|plant|sucht) (?:den |einen )?(?:Verkauf|Käufer)\b",
        Status.RUMOURED,
    ),
    _p(
        K.ACQUISITION,
        _A + r" und (?P<b>[^,:;–|]{2,50}?) (?:wollen )?(?P<v>fusionieren|schließen sich zusammen|gehen zusammen)",
    ),
    _p(
        K.ACQUISITION,
        _A + r" (?P<v>übernimmt|übernahm|kauft|kaufte|schluckt|erwirbt|akquiriert|greift nach) (?!(?:sich "
        r"(?:bei|in)|zum|zur|ab|am|Anfang|Mitte|Ende|Vor|"
        r"zum|zur|ab|am|als|Anfang|Mitte|Ende|Posten|Leitung|Ruder|Führung|Aufgabe|Verantwortung|Amt|"
        r"Trainer|Aktien|eigene|Anteile|Strom|\d+ "
        r"Prozent|Kosten)\w*\b)(?:(?:die )?(?:Mehrheit|Kontrolle|Mehrheitsanteile) (?:an|bei|von|über) )?(?:die "
        r"|den |"
        r"das |auch |weitere |sich )?(?P<b>[^,:;–|]{2,60}?)" + _END,
    ),
    _p(
        K.FUNDING,
        _A + r" (?P<v>sammelt|sammelte|erhält|erhielt|bekommt|holt|sichert|schließt|schliesst|nimmt|"
        r"kassiert|verkündet|meldet|wirbt) (?=[^;|]{0,80}"
        + _MONEY
        + r")(?![^;|]{0,60}(?:auftrag|Auftrag|Strafe|Bußgeld|Förder|Zuschuss|Fonds\b|Verlust|Gewinn|"
        r"Umsatz|Übernahme|[Ss]pende))",
    ),
    _p(
        K.FUNDING,
        _A
        + r" hat (?=[^;|]{0,120}"
        + _MONEY
        + r")[^;|]{3,120}? (?P<v>eingesammelt|erhalten|abgeschlossen|gesichert|eingeworben|aufgenommen)\b",
    ),
    _p(
        K.FUNDING,
        r"(?P<v>Millionen(?: Euro| Dollar)?|Mio\.?(?: Euro| Dollar| €)?|€|"
        r"\w*[Ff]inanzierung(?:srunde)?|[Mm]illionenspritze|Finanzspritze|Wachstumskapital|Investment|"
        r"Kapital) für (?!(?:sein|ihr)\w* )(?:das |die |den )?(?P<a>[^,:;–|]{2,50}?)" + _END,
    ),
    _p(
        K.FUNDING,
        r"(?:^|[:–|.] )(?P<b>[^,:;–|]{2,60}?) (?P<v>investiert|investieren|steckt)\b(?=[^;|]*(?:"
        + _MONEY
        + r")|[^;]*$)[^,:;|]{0,50}? in (?:das |die |den )?(?!(?:neue|den|die|das|eine|KI|Ausbau|Standort|"
        r"Werk|Deutschland|Europa)\b)(?P<a>[^,:;–|]{2,40}?)" + _END,
        money=True,
    ),
    _p(
        K.FUNDING,
        r"[Ff]inanzierungsrunde: (?P<b>[^,:;–|]{2,50}?) (?P<v>investiert|steigt) (?:in|bei) (?P<a>[^,:;–|]{2,40}?)"
        + _END,
    ),
    _p(
        K.FUNDING,
        r"(?P<b>[A-ZÄÖÜ][\w.& -]{2,40}?) (?P<v>steigt|beteiligt sich) (?:[\w ]{0,20})?(?:bei|an) "
        r"(?P<a>[^,:;–|]{2,40}?)(?: ein)?" + _END,
        money=True,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        _A
        + r" (?P<v>ernennt|beruft|bestellt|holt|macht|befördert|verpflichtet|gewinnt) "
        + _P
        + r" (?:zum|zur|als|in den|in die) (?:neuen |neuem |neuer )?"
        + _R.replace("|Managing", "|Vorstand|Aufsichtsrat|Geschäftsführung|Managing"),
    ),
    _p(
        K.EXECUTIVE_HIRE,
        _P
        + r" (?:ist |wird |rückt |steigt )?(?:ab \w+ |zum \w+ )?(?P<v>neue[rs]?|wird|als) (?:neue[rs]? )?"
        + _R
        + r" (?:bei|von|der|des|beim) (?P<a>[^,:;–|]{2,50}?)"
        + _END,
    ),
    _p(K.EXECUTIVE_HIRE, _P + r" (?P<v>wird|ist) (?:neue[rs]? )?(?P<a>[A-ZÄÖÜ][\w.& ]{1,30})-" + _R),
    _p(
        K.EXECUTIVE_HIRE,
        _P + r" (?P<v>wechselt|geht|kommt|stößt) als " + _R + r" (?:zu|zum|zur|bei) (?P<a>[^,:;–|]{2,50}?)" + _END,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        _P + r" (?P<v>übernimmt) (?:den |die |das )?(?P<r>Vorstandsvorsitz|Leitung|Führung|Geschäftsführung|"
        r"CEO-Posten|Chefposten|Vorsitz)[\w ]{0,20}? (?:bei|von|der|beim) (?P<a>[^,:;–|]{2,50}?)" + _END,
    ),
    _p(K.EXECUTIVE_HIRE, _A + r" (?P<v>bekommt|erhält|hat|findet|stellt) (?:einen |eine )?neue[nr]? " + _R),
    _p(
        K.EXECUTIVE_DEPARTURE,
        r"(?:^|[:–|.] )(?P<a>[A-ZÄÖÜ][\w.& ]{1,40})[- ]"
        + _R
        + r"(?: "
        + _P
        + r")? (?P<v>verlässt|tritt|geht|wirft|hört|scheidet|muss|legt|kündigt|nimmt)\b(?=[^,;|"
        r"]*(?:zurück|verlässt|geht|hin\b|auf|aus|gehen|nieder|ab|Unternehmen|Konzern|Hut)|$)",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        r"(?:" + _R + r" )?" + _P + r" (?P<v>verlässt|tritt bei|scheidet bei|geht bei|hört bei) (?:den |die |das "
        r")?(?!(?:Unternehmen|Konzern|Firma|Vorstand|Deutschland)\b)(?P<a>[A-ZÄÖÜ][^,:;–|]{1,40}?)(?=$|"
        r"[,.:;–|!?]| (?:zum|nach|im|und|ab|aus|zurück|auf|vor|mit|Ende)\b)",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        _A
        + r" (?P<v>trennt|entlässt|feuert|verliert) (?:sich von )?(?:seine[nmr]? |ihre[nmr]? )?"
        + _R
        + r"(?: "
        + _P
        + r")?",
    ),
    _p(
        K.LAYOFFS,
        _A + r" (?P<v>streicht|baut|entlässt|kündigt|will|plant)\b(?=[^;|]{0,80}(?:Stellen|Arbeitsplätze|"
        r"Jobs|Mitarbeiter|Beschäftigte|Stellenabbau))(?![^;|]{0,60}(?:einstellen|schaffen|neue "
        r"Stellen))",
    ),
    _p(
        K.LAYOFFS,
        r"(?P<v>Stellenabbau|Massenentlassungen|Entlassungen|Jobabbau) bei (?:der |dem )?(?P<a>[^,:;–|"
        r"]{2,40}?)" + _END,
    ),
    _p(
        K.EARNINGS,
        _A + r" (?P<v>steigert|senkt|erhöht|verdient|verbucht|meldet|schreibt|bestätigt|übertrifft|verfehlt|"
        r"macht|hebt|kappt)\b(?=[^;|]{0,70}(?:Gewinn|Umsatz|Verlust|Prognose|Ergebnis|Quartal|"
        r"Ausblick))",
    ),
    _p(
        K.EXPANSION,
        _A + r" (?P<v>eröffnet|baut|errichtet|plant|investiert|expandiert)\b(?=[^;|]{0,70}(?:Werk|Fabrik|"
        r"Standort|Büro|Niederlassung|Rechenzentrum|Filiale|Produktion|expandiert nach|Zentrale))",
    ),
    _p(
        K.PARTNERSHIP,
        _A + r" und (?P<b>[^,:;–|]{2,50}?) (?P<v>kooperieren|arbeiten zusammen|gründen (?:ein )?Joint|"
        r"schließen (?:eine )?(?:strategische )?Partnerschaft|vereinbaren)",
    ),
    _p(
        K.PARTNERSHIP,
        _A + r" (?P<v>kooperiert|arbeitet|schließt Partnerschaft|vereinbart (?:eine )?Partnerschaft)\b[^,;|"
        r"]{0,30}? mit (?P<b>[^,:;–|]{2,50}?)" + _END,
    ),
    _p(
        K.CONTRACT_WIN,
        _A + r" (?P<v>erhält|gewinnt|sichert|bekommt|ergattert|holt)\b(?=[^;|]{0,60}(?:[Aa]uftrag|Aufträge|"
        r"Zuschlag|Ausschreibung))",
    ),
    _p(
        K.IPO,
        _A + r" (?P<v>plant|erwägt|strebt|bereitet|will|wagt|geht|verschiebt)\b(?=[^;|]{0,50}(?:Börsengang|"
        r"an die Börse|IPO))",
        Status.PLANNED,
    ),
    _p(
        K.IPO,
        r"(?P<v>Börsengang|Börsendebüt|IPO) (?:von|der|des) (?P<a>[^,:;–|]{2,40}?)(?! (?:ist|wird|bleibt) )" + _END,
    ),
    _p(
        K.REGULATORY,
        r"(?P<b>[A-ZÄÖÜ][\w. -]{2,50}?) (?P<v>verhängt|verklagt|ermittelt|untersucht|genehmigt|"
        r"verbietet|eröffnet)\b[^,;|]{0,60}?(?:gegen|Klage gegen|bei) (?P<a>[^,:;–|]{2,40}?)" + _END,
    ),
    _p(
        K.SECURITY_INCIDENT,
        r"(?P<v>Hackerangriff|Cyberangriff|Cyberattacke|Datenleck|Ransomware-Angriff|Hacker-Angriff|"
        r"Hackerattacke) (?:auf|bei|beim|trifft) (?:den |die |das )?(?P<a>[^,:;–|]{2,50}?)" + _END,
    ),
    _p(
        K.SECURITY_INCIDENT,
        _A + r" (?P<v>wird|wurde|meldet|bestätigt|von|nach)\b(?=[^;|]{0,50}(?:Hackerangriff|Cyberangriff|"
        r"gehackt|Datenleck|Datendiebstahl|Cyberattacke|Hackern))",
    ),
    _p(
        K.PRODUCT_LAUNCH,
        _A + r" (?P<v>stellt)\b(?=[^;|]{3,70} vor\b)(?![^;|]{0,60}(?:Zahlen|Bilanz|Pläne|Strategie|Bericht|Konzept))",
    ),
    _p(
        K.PRODUCT_LAUNCH,
        _A + r" (?P<v>präsentiert|launcht|startet|enthüllt|lanciert) (?=(?:neue|eigene|ersten?|erste|smarte|KI)\b)",
    ),
)
