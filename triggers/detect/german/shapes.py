"""Shapes of German headlines that the tables of verbs do not hold: kickers, separable verbs, nominal style.

They stand before those tables, since what they name is narrower; `late` stands behind them.
"""

from __future__ import annotations

from triggers.detect.german.base import _A, _END, _P, _R, _p
from triggers.detect.phrases import Phrase
from triggers.types import EventKind as K
from triggers.types import Status

_ADJ = r"(?:(?:den |die |das |der |dem )?(?:[a-zäöüß]+(?:en|er|em|e|es) )?)"
_B = _ADJ + r"(?P<b>[^,:;–|]{2,60}?)"
_OWN = _ADJ + r"(?P<a>[A-ZÄÖÜ\d][^,:;–|]{1,50}?)"
_UNIT = (
    r"(?:Tochter\w*|\w*(?:sparte|geschäft|tochter|marke|kette|hersteller|anbieter|firma|unternehmen|plattform|einheit|"
    r"dienst|verlag|portal|spezialist(?:en)?|bereich|beteiligung)|Sparte|Marke|Firma|Bereich|Beteiligung)"
)
_SUM = r"(?:\d[\d.,]*[ -]?(?:Mio|Million|Mrd|Milliard|Euro|€|Tsd)|\w*[Mm]illionen\w*|\w*[Mm]illiarden\w*)"
_ROUND = (
    r"(?:\w*[Ff]inanzierung(?:srunde)?|[\w.-]*-Runde|Kapitalrunde|Runde|Seed\w*|Pre-Seed|Series[ "
    r"-][A-K]|Serie[ -][A-K]|"
    r"[Ff]risches Kapital|[Nn]eues Kapital|[Nn]eue Millionen|Millionen\w*|Wachstumskapital|Kapitalerhöhung|"
    r"Finanzspritze|Investment)"
)
_GETS = (
    r"(?:holt|gewinnt|sichert|erhält|bekommt|überzeugt|schließt|nimmt|sammelt|kassiert|baut|will|verkündet|wächst|"
    r"findet|legt|setzt|stockt|zieht|hat|freut|macht)"
)
_FOR_SALE = r"(?:Käufer|Verkauf|Teilverkauf|Abspaltung|Trennung)"
_CHANGE = r"(?:Führungswechsel|Chefwechsel|CEO-Wechsel|Wechsel|Stabwechsel|Generationswechsel|Stühlerücken)"
_TAKES = r"(?:übernimmt|folgt|kommt|wird|tritt|startet|rückt|leitet|führt|löst|steigt)"
_TOP = (
    r"(?:Vorstand|Geschäftsführung|Aufsichtsrat|Führungsteam|Management|Managementteam|Geschäftsleitung|Führung|"
    r"Führungsspitze|Beirat|Verwaltungsrat|Führungsriege|Leitungsteam)"
)
_NAMES_PLACE = (
    r"(?:USA|Schweiz|Deutschland|Österreich|Frankreich|Spanien|Italien|Europa|Asien|Großbritannien|Polen|Niederlande|"
    r"Belgien|Ungarn|Dresden|Leipzig|Stuttgart|Magdeburg|Sachsen|Bayern|Brandenburg|Indien|China|Japan|Skandinavien|Schweden|Dänemark|Tschechien|Portugal|Kanada|"
    r"Brasilien|Wien|Zürich|Berlin|"
    r"München|Hamburg|Köln|Frankfurt|Paris|London|Amsterdam|New York|Madrid|Mailand|Warschau)"
)

FIRST: tuple[Phrase, ...] = (
    _p(
        K.FUNDING,
        r"(?:^|[.|] )(?P<a>[A-ZÄÖÜ\d][^,:;–|]{1,50}?): (?:Mehr als |Rund |Knapp |Über )?(?P<v>"
        + _SUM
        + r")(?:[a-zö]*)(?: Euro| Dollar| Franken| €)? für (?=(?:den|die|das|ein|eine|mehr|[a-zäöü]{3,}e[nrs]?) )",
    ),
    _p(
        K.FUNDING,
        r"(?:^|[.|] )(?P<a>[A-ZÄÖÜ\d][^,:;–|]{1,50}?): (?P<v>"
        + _SUM
        + r"[\w. -]*(?:Runde|[Ff]inanzierung\w*|Investment|Kapital|Finanzspritze))(?![^;|"
        r"]{0,60}(?:Verlust|Umsatz|Gewinn))",
    ),
    _p(
        K.FUNDING,
        _A + r" (?P<v>verhandelt|spricht|sucht|sondiert|strebt|braucht|plant|hofft|wirbt)\b[^;|"
        r"]{0,40}?(?:über|nach|um|auf|eine|"
        r"frisches|neues)?[^;|]{0,20}(?:\b[Ff]inanzierung\w*|Kapital\b|Kapitalrunde|Investment\b|"
        r"Geldgeber)(?![^;|]{0,40}"
        r"(?:abgeschlossen|erhalten|ein$))",
        Status.RUMOURED,
    ),
    _p(
        K.FUNDING,
        r"(?P<b>[A-ZÄÖÜ][\w.& -]{2,40}?) (?P<v>steigt|steigen) (?:[^:;|]{0,40} )?bei " + _OWN + r"(?: ein)?" + _END,
        money=True,
    ),
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )"
        + _B
        + r" (?:wird|wurde|ist|soll) (?:[^:;|]{0,30}? )?an "
        + _OWN
        + r" (?P<v>verkauft|veräußert|abgegeben)",
    ),
    _p(
        K.ACQUISITION,
        _A + r" (?P<v>sagt|bläst) (?:die |den )?(?:\w*[Üü]bernahme|Fusion|Zusammenschluss|Kauf|Verkauf|"
        r"Fusionspläne) (?:von|mit|"
        r"der|des) " + _B + r" ab\b",
        Status.DENIED,
    ),
    _p(
        K.ACQUISITION,
        _A + r" (?P<v>übernimmt|kauft|erwirbt|sichert sich) (?:\d+ |mehrere |die |alle |das |weitere )?(?:\w+e[rsn]? )?"
        r"(?:Filialen|Standorte|Märkte|\w*[Gg]eschäft|\w*[Ss]parte|Patente|Vermögenswerte|Werke|"
        r"Kliniken|Hotels|Läden|Anteile|"
        r"\w*[Mm]arken?|Teile|Kunden|Verträge) (?:von|der|des) " + _B + _END,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        r"(?:^|[:–|.] )(?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?): (?:Der |Neuer )?(?:Aufsichtsrat|Verwaltungsrat|Vorstand) "
        r"(?P<v>bestellt|beruft|ernennt|wählt) " + _P + r" (?:zum|zur|in den|als) (?:neuen |neuer )?" + _R,
    ),
    _p(
        K.IPO,
        _A + r" (?P<v>geht|ist|startet|debütiert|notiert) (?:heute |jetzt |nun |am \w+ |erfolgreich )?(?:an "
        r"die|an der) Börse",
        Status.ANNOUNCED,
    ),
    _p(
        K.ACQUISITION,
        r"(?P<v>Übernahme|Kauf|Erwerb|Akquisition) (?:von |der |des |am )?"
        + _B
        + r" durch "
        + _OWN
        + r"(?=$|[,.:;–|!?]| "
        r"(?:abgeschlossen|perfekt|gescheitert|geplatzt|vor|ist|steht|rückt|soll|kommt|in|für|frei|offiziell|unter)\b)",
    ),
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )(?P<b>[A-ZÄÖÜ][^,:;–| ]{1,30}(?: [A-ZÄÖÜ][^,:;–| ]{1,30})?)(?:-(?:Vorstand|"
        r"Aktionäre|Aufsichtsrat|"
        r"Management|Führung|Chef))? (?P<v>lehnt|weist|schlägt) (?:das |die |eine? )?(?:(?:\w+ "
        r")?\w*(?:[Aa]ngebot|[Oo]fferte|"
        r"[Gg]ebot) (?:von |des |der )(?P<a>[A-ZÄÖÜ][\w.& ]{1,40}?)|[A-ZÄÖÜ][\w.&]{1,30}-(?:Offerte|Angebot|Gebot|"
        r"Übernahme\w*)) (?:ab|zurück|aus)\b",
        Status.DENIED,
    ),
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )(?P<b>[A-ZÄÖÜ][^,:;–|]{1,50}?) (?P<v>vor|steht vor|kurz vor) (?:dem |der |einem "
        r"|einer )?(?:Verkauf|"
        r"Übernahme|Eigentümerwechsel)(?: (?:an|durch) " + _OWN + r")?(?=$|[,.:;–|!?])",
        Status.RUMOURED,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        r"(?:^|[:–|.] )(?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?) (?P<v>findet|hat|bekommt|erhält|präsentiert|"
        r"ernennt|holt) (?:einen |eine )?"
        r"neue[nr]? " + _R + r": " + _P + r"(?=$|[,.;| ])",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        r"(?:^|[:–|.] )[Nn]eue[rs]? "
        + _R
        + r": "
        + _P
        + r" (?P<v>startet|kommt|wechselt|geht|übernimmt|folgt|beginnt)[^:;|]{0,30}? "
        r"(?:bei|von|zu|zum|für) (?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?)" + _END,
    ),
    _p(
        K.CONTRACT_WIN,
        r"(?P<b>[A-ZÄÖÜ][^,:;–|]{2,50}?) (?P<v>vergibt|erteilt|gibt) (?:\w+ )?(?:\w*[Aa]uftrag|"
        r"Aufträge|Zuschlag)\b[^;|]{0,50}? an " + _OWN + _END,
    ),
    _p(
        K.ACQUISITION,
        _A + r" (?P<v>(?:legt|macht|unterbreitet|gibt|plant|präsentiert) (?:ein |eine |sein |ihr )?(?:\w+ )?"
        r"(?:\w*[Aa]ngebot|\w*[Oo]fferte|\w*[Gg]ebot)|bietet (?:rund |etwa |bis zu )?"
        + _SUM
        + r"[^,:;|]{0,30}?) (?:für|an die Aktionäre von) "
        + _B
        + r"(?: vor| ab)?"
        + _END,
        Status.PLANNED,
    ),
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )[^,:;–|]{2,60}? (?P<v>prüft|erwägt|plant|sucht) (?:offenbar |angeblich |wohl "
        r")?(?:den |einen |die )?"
        + _FOR_SALE
        + r" (?:von|der|des|für|seiner|seines|ihrer|ihres) (?:die |den |das )?(?:\w*"
        + _UNIT
        + r" )"
        + _B
        + _END,
        Status.RUMOURED,
    ),
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )(?P<b>[A-ZÄÖÜ][^,:;–|]{1,50}?)-(?P<v>Übernahme|Kauf|Deal|Verkauf)\b[^:;|]{0,40}: "
        + _OWN
        + r" (?:zahlt|übernimmt|kauft|schließt|einigt|bekommt|erhält|schluckt|vollzieht|darf)\b",
    ),
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )(?:[^,:;–|]{2,60}? )(?P<v>trennt sich von|stößt|veräußert|verkauft) "
        r"(?:seine[rnm]? |ihre[rnm]? |der |"
        r"die |das |den )?"
        + _UNIT
        + r" (?P<b>[A-ZÄÖÜ][\w.&-]*(?: [A-ZÄÖÜ][\w.&-]*){0,3})(?: ab)?(?=$|[.!?|]| (?:und|nach|um|für|"
        r"–)\b)",
    ),
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )(?P<b>[^,:;–|]{2,60}?) (?P<v>geht|wechselt|fällt|kommt) (?:komplett |"
        r"vollständig |mehrheitlich |für "
        r"[^,:;|]{3,30} )?(?:an|zu) (?!die Börse|den Start|den Markt|Bord|Ende)" + _OWN + _END,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        r"(?:^|[:–|.] )(?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?): (?:\w+ )?"
        + _P
        + r" (?P<v>folgt) (?:auf|als) [^;|]{3,60}?(?=$|[.;|])",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        r"(?:^|[:–|.] )(?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?): [A-ZÄÖÜ][\w'’.-]+(?: [A-ZÄÖÜ][\w'’.-]+){1,2} (?P<v>folgt) "
        r"(?:als [^,;|]{3,30} )?auf (?:" + _R + r" )?" + _P,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        _CHANGE
        + r"(?: an der Spitze| im Vorstand| in der \w+)?(?: (?:bei|beim|von|der) (?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?))?"
        r": (?:[^;|]{0,60}? (?:übergibt|übergeben) an |)" + _P + r"(?=$|[,.;|]| " + _TAKES + r"\b)(?P<v>)",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        _CHANGE
        + r"[^:;|]{0,30} (?:bei|beim|von) (?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?): (?:"
        + _R
        + r" )?"
        + _P
        + r" (?P<v>übergibt|geht|tritt|hört|zieht|verlässt|gibt)\b",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        r"(?:^|[:–|.] )[Nn]eue[rs]? "
        + _R
        + r" (?:für|bei|beim|von|der) (?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?): "
        + _P
        + r"(?=$|[,.;|]| )(?P<v>)",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        _P + r" (?P<v>löst) [^;|]{3,60}? als (?P<a>[A-ZÄÖÜ][\w.& ]{1,40}?)-" + _R + r" ab\b",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        r" (?P<v>löst) " + _P + r" als (?P<a>[A-ZÄÖÜ][\w.& ]{1,40}?)-" + _R + r" ab\b",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        r"(?:^|[:–|.] )(?:(?:Der )?Aufsichtsrat |(?:Der )?Verwaltungsrat )?(?P<v>bestellt|beruft|ernennt|holt) "
        + _P
        + r" (?:zum|zur|als|in den|in die) (?:neuen |neuem |neuer )?"
        + _R
        + r" (?:der|von|bei|des) "
        r"(?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?)" + _END,
    ),
    _p(
        K.EXPANSION,
        _A + r" (?P<v>investiert|steckt|baut|errichtet|plant)\b(?=[^;|]{0,80}?(?:\w*fabrik|\w*werk\b|"
        r"\w*zentrum|\w*standort|"
        r"\w*anlage\b|Produktionslinie|Neubau|Campus)\b)(?![^;|]{0,60}(?:schließ|streich|verkauf|ab\b|ein\b))",
    ),
    _p(
        K.REGULATORY,
        r"(?P<b>(?:[\w-]*[Kk]artellamt|[\w-]*[Kk]artellwächter|EU(?:-Kommission)?|Brüssel|"
        r"Wettbewerbshüter|Bundesnetzagentur|"
        r"Ba[Ff]in|BaFin|FTC|CMA|WEKO|Weko|Behörde|Aufsicht|\w+behörde|Datenschützer|Finma|FINMA|FMA|Ministerium|"
        r"Bundesregierung)) (?P<v>genehmigt|erlaubt|prüft|untersagt|stoppt|gibt|winkt|blockiert|"
        r"verbietet)\b[^;|]{0,50}?"
        r"(?:Übernahme|Kauf|Fusion|Zusammenschluss|Verkauf)[^;|]{0,50}? durch "
        + _OWN
        + r"(?: durch| frei| ab)?"
        + _END,
    ),
    _p(
        K.REGULATORY,
        r"(?P<b>(?:[\w-]*[Kk]artellamt|EU-Kommission|Bundesnetzagentur|BaFin|Bafin|Finma|FINMA|FMA|"
        r"\w+behörde|EMA|EZB)) "
        r"(?P<v>erteilt|gewährt|entzieht|verweigert|verpasst|droht|rügt|verwarnt|ermahnt) (?:der |dem |den )?"
        r"(?:\w+ )?(?P<a>[A-ZÄÖÜ][^,:;–|]{1,40}?) (?:eine |die |mit )?(?=\w*(?:[Ll]izenz|[Zz]ulassung|[Gg]enehmigung|"
        r"[Bb]ußgeld|[Ss]trafe|[Ee]rlaubnis|[Ff]reigabe|[Kk]onsequenzen))",
    ),
    _p(
        K.REGULATORY,
        r"(?P<b>[A-ZÄÖÜ][\w -]{2,40}?) (?P<v>leiten|leitet|eröffnen|eröffnet|starten|startet) (?:ein "
        r")?(?:\w*[Vv]erfahren|"
        r"\w*[Uu]ntersuchung|\w*[Ee]rmittlungen|\w*[Pp]rüfung) gegen " + _OWN + r"(?: ein)?" + _END,
    ),
)
