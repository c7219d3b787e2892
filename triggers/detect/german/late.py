"""More shapes of German headlines, behind the tables of verbs: what is said the other way round, and rarer turns."""

from __future__ import annotations

from triggers.detect.german.base import _A, _END, _P, _R, _p
from triggers.detect.german.shapes import _ADJ, _GETS, _NAMES_PLACE, _OWN, _ROUND, _SUM, _TOP
from triggers.detect.phrases import Phrase
from triggers.types import EventKind as K
from triggers.types import Status

LAST: tuple[Phrase, ...] = (
    _p(
        K.FUNDING,
        _A
        + r" (?P<v>will|möchte|plant|hofft auf|peilt) (?=[^;|]{0,20}"
        + _SUM
        + r")[^;|]{3,60}?(?:einsammeln|aufnehmen|einwerben|"
        r"von Investoren|frisches Kapital)",
        Status.PLANNED,
    ),
    _p(
        K.ACQUISITION,
        r"(?P<v>Übernahme|Verkauf|Kauf) (?:von|der|des) (?P<b>[A-ZÄÖÜ][^,:;–|]{1,40}?) (?:ist "
        r")?(?:gescheitert|geplatzt|vom Tisch|"
        r"abgesagt)\b",
        Status.DENIED,
    ),
    _p(
        K.ACQUISITION,
        _A + r" [^,:;–|]{2,50}? (?P<v>mit|durch) (?:der |dem |einer |einem )?(?:Übernahme|Kauf|Zukauf|"
        r"Akquisition|Erwerb) (?:von|der|"
        r"des) (?P<b>[A-ZÄÖÜ][^,:;–|]{1,40}?)" + _END,
    ),
    _p(
        K.LAYOFFS,
        r"(?P<v>Sparkurs|Sparprogramm|Kahlschlag|Umbau|Krise|Einschnitte) (?:bei|im|beim) "
        r"(?P<a>[A-ZÄÖÜ][^,:;–|]{1,40}?)"
        r"[:,–](?=[^;|]{0,60}(?:Stellen|Beschäftigte|Mitarbeiter|Jobs|Arbeitsplätze))",
    ),
    _p(
        K.REGULATORY,
        r"(?P<b>[A-ZÄÖÜ][\w-]{2,40}(?: [A-ZÄÖÜ][\w-]+)?) (?P<v>nehmen|nimmt) (?P<a>[A-ZÄÖÜ][^,:;–|"
        r"]{1,40}?) (?:unter die Lupe|ins "
        r"Visier)",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        _P
        + r" (?P<v>wird|ist|kommt) (?:zum \d+\. \w+|ab \w+|im \w+|künftig|ab dem \d+\. \w+) (?:neue[rs]? |als )?"
        + _R
        + r" (?:bei|von|der|des) (?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?)"
        + _END,
    ),
    _p(
        K.FUNDING,
        r"(?:^|[:–|.] )Mit (?=[^,:;|]{0,30}"
        + _SUM
        + r")[^,:;|]{3,60}? (?P<v>will|baut|wächst|expandiert|möchte|greift|geht|plant) "
        + _OWN
        + _END,
        money=True,
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        r"(?:^|[:–|.] )"
        + _R
        + r" (?:von|bei|der|des) (?P<a>[A-ZÄÖÜ][^,:;–|]{1,40}?) (?P<v>kündigt Rück|kündigt Ab|tritt|geht|hört|"
        r"verlässt|wirft|scheidet|erklärt Rück|muss)",
    ),
    _p(
        K.REGULATORY,
        r"(?P<v>\w*[Bb]ußgeld|\w*[Ss]trafe|Geldbuße|Rüge|Verbot) (?:(?:in|von|über) [^,:;|]{3,40} )?(?:für|gegen) "
        r"(?P<a>(?!den\b|die\b|das\b)[A-ZÄÖÜ][^,:;–|]{1,40}?)" + _END,
    ),
    _p(
        K.LAYOFFS,
        _A + r" (?P<v>plant|prüft|erwägt|bereitet) (?:offenbar |angeblich |wohl |laut [^,;|]{3,30} )(?:[a-zäöü]+ )?"
        r"(?:Massenentlassung\w*|Entlassung\w*|Stellenabbau|Stellenstreichungen|Kündigungen|Sparprogramm)",
        Status.RUMOURED,
    ),
    _p(
        K.LAYOFFS,
        _A + r" (?P<v>plant|prüft|erwägt|bereitet|kündigt|verkündet|startet) (?:[a-zäöü]+ )?"
        r"(?:Massenentlassung\w*|Entlassung\w*|Stellenabbau|Stellenstreichungen|Kündigungen)",
        Status.PLANNED,
    ),
    _p(K.CONTRACT_WIN, _A + r" (?P<v>liefert|baut|fertigt) \d[\d.]* (?:\w+ )?[A-ZÄÖÜ]\w+ (?:an|nach|für)\b"),
    _p(
        K.PRODUCT_LAUNCH,
        r"(?:^|[:–|.] )Mit [^,:;|]{2,40}? (?P<v>startet|bringt|lanciert|führt|launcht|stellt) "
        r"(?P<a>[A-ZÄÖÜ][\w.&-]+(?: "
        r"[A-ZÄÖÜ][\w.&-]+)?) (?:eine?n? |das |die |den )",
    ),
    _p(
        K.FUNDING,
        r"(?:^|[.|] )(?=[^:]{0,90}"
        + _ROUND
        + r")[^:;|]{3,90}: "
        + _ADJ
        + r"(?P<a>[A-ZÄÖÜ\d][^,:;–|]{1,60}?) (?P<v>"
        + _GETS
        + r")\b(?![^;|]{0,60}(?:Börse|Fonds\b|übernehmen|Stellen))",
    ),
    _p(
        K.FUNDING,
        r"(?:^|[.|] )(?P<a>[A-ZÄÖÜ\d][^,:;–|]{1,50}?): (?P<v>(?:Series|Serie)[ -][A-K]\b|Seed\w*|Pre-Seed\w*|"
        + _SUM
        + r"[\w. -]*(?:Runde|[Ff]inanzierung\w*|Investment|Kapital|Finanzspritze)|[Nn]eue Millionen|"
        r"[Ff]risches Kapital|"
        r"[Ff]risches Geld|Neues Geld|Finanzierungsrunde|Millionen\w*)(?![^;|]{0,60}(?:Verlust|Umsatz|"
        r"Gewinn|Strafe|Auftrag))",
    ),
    _p(
        K.FUNDING,
        r"(?P<v>\w*[Mm]illionen(?:summe|betrag|runde|-Runde|investment|finanzierung|spritze|-Investment|-Finanzierung)|"
        r"\w*[Ff]inanzspritze|[Nn]eue Millionen|[Mm]ehr Kapital|\w*kapital|Series[ -][A-K]|Seed-Runde|"
        r"[Nn]eue Investoren|"
        r"Geldregen) (?:von [^,:;|]{3,30} |in [^,:;|]{3,30} )?(?:für|bei) " + _OWN + _END,
    ),
    _p(
        K.FUNDING,
        r"(?P<b>[A-ZÄÖÜ][^,:;–|]{2,50}?) (?=[^;|]{0,40}"
        + _SUM
        + r")[^,:;|]{3,50}? in "
        + _OWN
        + r" (?P<v>steckt|investiert|stecken|investieren|pumpt|pumpen)\b",
    ),
    _p(
        K.FUNDING,
        _SUM + r"[^,:;|]{0,20} (?P<v>fließen|fliessen|gehen|fließt) (?:in|an) " + _OWN + _END,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        _P
        + r" (?P<v>verstärkt|ergänzt|erweitert|komplettiert) (?:ab \w+ |künftig )?(?:den |die |das )?(?P<r>"
        + _TOP
        + r")(?: (?:von|bei|der|des) (?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?))"
        + _END,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        _P
        + r" (?P<v>rückt|zieht|steigt|kommt|wechselt) (?:neu |zum \w+ |ab \w+ )?(?:in den|in die|ins|in das) (?P<r>"
        + _TOP
        + r") (?:von|bei|der|des) (?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?)(?: auf| ein| nach)?"
        + _END,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        _P
        + r" (?P<v>leitet|führt|verantwortet|steuert) (?:künftig |ab sofort |jetzt |nun |ab \w+ )?(?:das |die |den )?"
        r"(?P<r>[\w-]*(?:[Gg]eschäft|Vertrieb|Marketing|Entwicklung|Produktion|Finanzen|Technik|Region|"
        r"Sparte|Bereich)[\w-]*)"
        r" (?:von|bei|der|des) (?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?)" + _END,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        _P
        + r" (?P<v>heuert|startet|beginnt|fängt) (?:ab \w+ |neu )?(?:als "
        + _R
        + r" )?bei (?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?)"
        r"(?: an| als [^,;|]{3,40})?" + _END,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        r"(?:[A-ZÄÖÜ][\w-]*-?(?:[Mm]anager(?:in)?|[Cc]hef(?:in)?|[Vv]orstand|[Vv]orständin) )"
        + _P
        + r" (?P<v>wechselt|geht|kommt|heuert|stößt) (?:zu|zum|zur|bei) (?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?)(?: an)?"
        + _END,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        r"(?:^|[:–|.] )(?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?): "
        + _P
        + r" (?P<v>wird|zum|zur|ist|übernimmt|neue[rs]?)\b (?:zum |zur |"
        r"neue[rs]? |als )*" + _R,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        _P + r" (?P<v>wird|ist|wurde) (?:zum |zur |als )?(?:neue[nmrs]? )?" + _R + r" (?:der |von |des |bei )"
        r"(?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?) (?:ernannt|berufen|bestellt|gewählt|befördert)\b",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        r"(?:^|[:–|.] )(?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?): (?:Auch )?"
        + _R
        + r" "
        + _P
        + r" (?P<v>geht|tritt|scheidet|verlässt|hört|gibt|räumt|zieht|"
        r"legt|wirft|kündigt|nimmt|muss)\b",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        r"(?:"
        + _R
        + r" )?"
        + _P
        + r" (?P<v>zieht sich|scheidet|hört|tritt|steigt) (?:\w+ )?(?:aus|bei|von der Spitze von) "
        r"(?:der |dem |den )?(?P<a>[A-ZÄÖÜ][^,:;–|]{1,40}?)(?: (?:zurück|aus|auf))" + _END,
    ),
    _p(
        K.LAYOFFS,
        r"(?:^|[:–|.] )(?:Bei|Beim) (?:der |dem )?(?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?) (?P<v>fallen|werden|"
        r"stehen|droht|drohen|"
        r"müssen|sollen|könnten|verlieren)\b(?=[^;|]{0,80}(?:Stellen|Jobs|Arbeitsplätze|Mitarbeiter|Beschäftigte))",
    ),
    _p(
        K.LAYOFFS,
        r"(?:Stellen|Jobs|Arbeitsplätze|Mitarbeiter|Beschäftigte) (?:bei|beim|von|der) (?:der |dem )?"
        r"(?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?) (?P<v>fallen|sind|werden|stehen|müssen|verlieren|bedroht|"
        r"betroffen|gestrichen)\b",
    ),
    _p(
        K.LAYOFFS,
        _A
        + r" (?P<v>baut|streicht|kürzt|entlässt)\b(?=[^;|]{0,60}(?:Arbeitsplatz|Stelle\b|Job\b|Prozent|Drittel|Hälfte)"
        r"[^;|]{0,40}(?:ab\b|Belegschaft|Mitarbeiter|Personal|$))",
    ),
    _p(
        K.PARTNERSHIP,
        r"(?P<v>[Pp]artnerschaft|[Kk]ooperation|[Aa]llianz|[Zz]usammenarbeit|Joint Venture|Gemeinschaftsunternehmen) "
        r"(?:zwischen|von) (?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?) und (?P<b>[A-ZÄÖÜ][^,:;–|]{1,50}?)" + _END,
    ),
    _p(
        K.CONTRACT_WIN,
        r"(?P<b>[A-ZÄÖÜ][^,:;–|]{1,50}?) (?P<v>bestellt|ordert|kauft|beauftragt) (?:bei |beim )(?P<a>[A-ZÄÖÜ][\w.&-]+"
        r"(?: [A-ZÄÖÜ][\w.&-]+)?)(?= )",
    ),
    _p(
        K.EXPANSION,
        _A + r" (?P<v>kommt|expandiert|geht|zieht|startet|wagt sich|drängt) (?:jetzt |nun |auch |erstmals "
        r")?(?:nach|in die|in "
        r"den) (?=" + _NAMES_PLACE + r"\b)",
    ),
    _p(
        K.EXPANSION,
        _A
        + r" (?P<v>investiert|steckt) "
        + _SUM
        + r"[^,:;|]{0,20}? in (?:den Standort |die Region )?(?="
        + _NAMES_PLACE
        + r"\b)",
    ),
    _p(
        K.SECURITY_INCIDENT,
        r"(?:Nach|Wegen|Trotz) (?P<v>\w*[Hh]ackerangriff|\w*[Cc]yber-?[Aa]ngriff|"
        r"\w*[Cc]yber-?[Aa]ttacke|Datenleck|Hack)"
        r"[^:;|]{0,40}[:,] "
        + _OWN
        + r" (?:stellt|informiert|arbeitet|fährt|meldet|kämpft|schließt|nimmt|warnt|bleibt)\b",
    ),
    _p(
        K.SECURITY_INCIDENT,
        r"(?:Unbekannte|Hacker|Kriminelle|Angreifer|Täter|Erpresser|Cyberkriminelle) (?P<v>stehlen|"
        r"erbeuten|kopieren|klauen|"
        r"veröffentlichen|legen|greifen|erpressen|dringen)\b[^;|]{0,50}?(?:von|bei|aus|in|auf) "
        + _OWN
        + r"(?: ein| an| lahm| zu)?"
        + _END,
    ),
    _p(
        K.SECURITY_INCIDENT,
        r"(?P<v>[Dd]aten|Kundendaten|Nutzerdaten|Patientendaten) (?:von|bei|der) "
        + _OWN
        + r" (?:gestohlen|im Netz|im Darknet|abgeflossen|erbeutet|geleakt|veröffentlicht|offen|entwendet)\b",
    ),
    _p(
        K.PRODUCT_LAUNCH,
        _A + r" (?P<v>launcht|lanciert|veröffentlicht) (?!(?:Zahlen|Bericht|Bilanz|Studie|Ergebnis\w*)\b)(?=[^;|]{3,})",
    ),
)
