"""More German phrases, by kind: the verbs of newsrooms that the first table leaves out."""

from __future__ import annotations

from triggers.detect.german.base import _A, _END, _MONEY, _P, _R, _p
from triggers.detect.phrases import Phrase
from triggers.types import EventKind as K
from triggers.types import Status

_B = r"(?:das |die |den |der |dem |am |beim |an der )?(?P<b>[^,:;–|]{2,60}?)"
_OWN = r"(?:das |die |den |der |dem |beim |vom )?(?P<a>[^,:;–|]{2,50}?)"
_STAFF = r"(?:Stellen|Arbeitsplätze|Jobs|Mitarbeiter\w*|Beschäftigte\w*|Angestellte\w*|Leute|Kündigungen)"
_SITE = (
    r"(?:Werk\w*|Fabrik\w*|Standort\w*|Büro\w*|Niederlassung\w*|Rechenzentr\w+|Filiale\w*|Produktion\w*|Zentrale|"
    r"Campus|"
    r"Logistikzentr\w+|Lager\w*|Entwicklungszentr\w+|Forschungszentr\w+|Store\w*|Labor\w*|Flagship\w*|Gigafactory|Hub|"
    r"Tochtergesellschaft)"
)

DEALS: tuple[Phrase, ...] = (
    _p(
        K.ACQUISITION,
        r"(?P<v>Fusion|Zusammenschluss|Verschmelzung) (?:von|zwischen) (?P<a>[^,:;–|]{2,50}?) (?:und|mit) " + _B + _END,
    ),
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )(?P<b>[^,:;–|]{2,60}?) (?:geht|wechselt|fällt) (?:[\w ]{0,24} )?(?P<v>an) (?!die Börse|den "
        r"Start|den "
        r"Markt|Bord)(?:den |die |das )?(?P<a>[A-ZÄÖÜ][^,:;–|]{2,50}?)" + _END,
    ),
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )(?P<b>[^,:;–|]{2,60}?) (?:wird|werden|ist|wurde|gehört|gehören)(?: \w+)? (?P<v>Teil|künftig|"
        r"jetzt|nun) "
        r"(?:von |der |des |zu |zum |zur )(?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?)" + _END,
    ),
    _p(
        K.ACQUISITION,
        r"\b(?P<v>verkauft|verkauften|verkaufte|veräußert|veräußerte|gibt|trennt sich von)(?: (?:die|das|den|der|ihre?|"
        r"seine?|"
        r"ihren|seinen|Gründer|Gründerin))* (?P<b>[^,:;–|]{2,60}?) (?:[\w ]{0,30} )?an (?:den |die |das )?(?:[\w-]+ "
        r")?(?P<a>["
        r"A-ZÄÖÜ][^,:;–|]{1,50}?)" + _END,
    ),
    _p(
        K.ACQUISITION,
        r"(?P<v>Übernahme|Kauf|Akquisition|Zukauf|Verkauf|Exit)(?::| für| bei| von) (?P<a>[^,:;–|]{2,50}?) "
        r"(?:übernimmt|kauft|schluckt|erwirbt|schnappt sich|holt sich|sichert sich|greift nach) " + _B + _END,
    ),
    _p(
        K.ACQUISITION,
        _A + r" (?P<v>schnappt sich|sichert sich|holt sich|angelt sich|kauft sich(?! bei| in)|verleibt sich|"
        r"übernehmen|kaufen|erwerben|hat) "
        r"(?!(?:Finanz|Millionen|Kapital|Investment|Auftrag|Großauftrag|Frische|\d|rund|einen|eine|mehr|neue))(?:den |"
        r"die |das "
        r"|den )?(?:Mehrheit an |Rivalen |Konkurrenten )?(?P<b>[^,:;–|]{2,60}?)(?: (?:übernommen|gekauft|erworben|"
        r"geschluckt|"
        r"ein))" + _END,
    ),
    _p(
        K.ACQUISITION,
        _A
        + r" (?P<v>schnappt sich|angelt sich|greift sich|steigt mehrheitlich bei|übernimmt Mehrheit an|übernimmt die "
        r"Mehrheit an|übernimmt Kontrolle (?:über|bei)) (?:den |die |das |der )?(?P<b>[^,:;–|]{2,60}?)(?: ein)?" + _END,
    ),
    _p(K.ACQUISITION, r"(?P<v>Exit|Verkauf|Notverkauf) (?:für|von|des|der|beim?) (?P<b>[^,:;–|]{2,50}?)" + _END),
)
MONEY: tuple[Phrase, ...] = (
    _p(
        K.FUNDING,
        r"(?:^|[:–|.] )(?P<a>[A-ZÄÖÜ][\w.&]+(?: [A-ZÄÖÜ][\w.&]+)?)-(?P<v>Finanzierung\w*|Finanzierungsrunde|"
        r"Kapitalrunde|Investment)\b",
        money=True,
    ),
    _p(
        K.FUNDING,
        r"(?P<b>[A-ZÄÖÜ][\w.& -]{2,40}?) (?P<v>steigt|steigen|beteiligt sich|beteiligen sich) (?:\w+ )?(?:bei|an) "
        r"(?:der |dem )?"
        r"(?P<a>[A-ZÄÖÜ][^,:;–|]{1,40}?)(?: ein)?" + _END,
    ),
    _p(
        K.FUNDING,
        _A + r" (?:steht|stehen) (?:\w+ )?(?P<v>vor|kurz vor) (?=[^;|]{0,60}(?:[Ff]inanzierung|Kapitalrunde|Millionen))"
        r"(?![^;|]{0,40}(?:Übernahme|Insolvenz))",
        Status.RUMOURED,
    ),
    _p(
        K.FUNDING,
        _A + r" (?P<v>verhandelt|spricht|sucht|strebt|plant|peilt|will|möchte|bereitet|führt Gespräche)\b(?=[^;|]{0,80}"
        r"(?:[Ff]inanzierungsrunde|frisches Kapital|Kapitalrunde|Series [A-K]|Serie[- ][A-K]|Millionen\w* "
        r"(?:einsammeln|"
        r"aufnehmen|einwerben)|neue Investoren|Geldgeber))",
        Status.RUMOURED,
    ),
    _p(
        K.FUNDING,
        _A
        + r" (?P<v>konnte|kann|hat|haben|darf|freut sich) (?=[^;|]{0,140}"
        + _MONEY
        + r")[^;|]{3,160}? ?(?:verkünden|"
        r"einsammeln|eingesammelt|einwerben|abschließen|abgeschlossen|gesichert|erhalten|bekommen|aufgenommen|über "
        r"ein(?:e)? "
        r"[^.;|]{3,40}(?:runde|investment))\b",
    ),
    _p(
        K.FUNDING,
        _A + r" (?P<v>sammelt|sammeln|sammelte|wirbt|warb|nimmt|nahm|zieht|streicht|fährt|kassiert|ergattert|landet|"
        r"erhalten|"
        r"bekommen|holen|sichern|schließen|stemmt|meldet|verkündet|gibt|besorgt sich|bekam|erreicht|vermeldet|"
        r"akquiriert) "
        r"(?=[^;|]{0,90}"
        + _MONEY
        + r")(?![^;|]{0,60}(?:auftrag|Auftrag|Strafe|Bußgeld|Förder|Zuschuss|Fonds\b|Verlust|Gewinn|"
        r"Umsatz|Übernahme|Daten|Spende))",
    ),
    _p(
        K.FUNDING,
        r"(?P<b>[A-ZÄÖÜ][^,:;–|]{2,50}?) (?P<v>investieren|investiert|stecken|steckt|pumpt|pumpen|gibt|geben|"
        r"finanziert)\b"
        r"[^,:;|]{0,50}? (?:in|für) (?:das |die |den )?(?:\w+ )?(?!(?:neue|eine|KI|Ausbau|Standort|Werk|Deutschland|"
        r"Europa)\b)"
        r"(?P<a>[A-ZÄÖÜ][^,:;–|]{2,40}?)" + _END,
        money=True,
    ),
    _p(
        K.FUNDING,
        r"(?P<v>Millionen|Mio\.?|Finanzierung\w*|Finanzspritze|Kapital|Investoren|Geld|Runde|Seed-Runde|Investment) "
        r"(?:bei|an|"
        r"für) (?!(?:sein|ihr)\w* )(?:das |die |den |der )?(?P<a>[^,:;–|]{2,50}?)" + _END,
        money=True,
    ),
)
PEOPLE: tuple[Phrase, ...] = (
    _p(
        K.EXECUTIVE_HIRE,
        _A + r" (?P<v>holt|verpflichtet|gewinnt|wirbt|engagiert|ernennt|beruft|bestellt|macht|befördert|installiert|"
        r"stellt|lockt|"
        r"angelt sich)\b(?: sich)? (?:den |die |das )?(?:[\w-]+ ){0,3}?"
        + _P
        + r" (?:\w+ ){0,3}?(?:als|zum|zur|in die|in den|"
        r"an die|ins) (?:neue[nmrs]? |künftige[nmr]? )?(?P<r>[A-ZÄÖÜ][\w-]+(?: [A-Z][\w-]+){0,3})",
    ),
    _p(
        K.EXECUTIVE_HIRE,
        _P + r"(?:,? [^,]{0,40},)? (?:wird|übernimmt|steigt|rückt|folgt|kommt|zieht|soll|tritt|ist|wechselt|"
        r"startet)\b[^,;|]{0,60}?"
        r"(?P<v>neue[rs]?|als|zum|zur|in den|in die) (?:neue[rsnm]? )?(?P<r>CEO|CFO|COO|CTO|CMO|CIO|Chef(?:in)?|"
        r"\w*(?:chef|chefin|vorstand|vorsitzende[rn]?|führer|führerin|leiter|leiterin|präsident|präsidentin|rat)|"
        r"Geschäftsführung|Vorstand|Aufsichtsrat) (?:bei |beim |von |der |des |am )(?P<a>[^,:;–|]{2,50}?)" + _END,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        r"(?P<v>[Nn]eue[rs]?|[Kk]ünftige[rs]?|Wechsel|Chefwechsel|Führungswechsel|CEO-Wechsel) (?:"
        + _R
        + r" )?(?:bei|beim|für|"
        r"von|der|an der Spitze von) (?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?)" + _END,
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        r"(?:^|[:–|.!] )(?:[Dd]er |[Dd]ie )?(?P<a>(?!Wenn|Wie|Warum|Was|Als)[A-ZÄÖÜ][\w.& ]{1,40}?)[- "
        r"](?P<r>(?:Co-)?(?:Gründer(?:in)?|Mitgründer(?:in)?|Chef(?:"
        r"in)?|CEO|CFO|COO|CTO|Vorstand\w*|\w*[Cc]hef(?:in)?|Geschäftsführer(?:in)?|Manager(?:in)?|Präsident(?:in)?))\b"
        r"[^;|]{0,90}? (?P<v>treten|tritt|verlässt|verlassen|geht|gehen|hört|hören|scheidet|scheiden|zieht sich|"
        r"ziehen sich|"
        r"wirft|gibt|kündigt|muss|legt|räumt|nimmt|steigt)\b[^;|]{0,80}?(?:zurück|ab\b|aus\b|auf\b|hin\b|nieder|gehen|"
        r"Hut|"
        r"Unternehmen|Konzern|Posten|$)",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        r"(?P<v>Rücktritt|Abgang|Abschied|Abberufung|Ausscheiden|Rauswurf) (?:von|des|der|bei|beim)(?: "
        + _P
        + r")?[^;|]{0,40}?"
        r"(?:bei |beim |von |der )?(?P<a>[A-ZÄÖÜ][\w.&]+(?: [A-ZÄÖÜ][\w.&]+){0,2})-?(?:" + _R + r")?" + _END,
    ),
)
WORK: tuple[Phrase, ...] = (
    _p(
        K.EXPANSION,
        _A
        + r" (?P<v>will|stellt|schafft|plant|sucht|möchte|baut)\b(?=[^;|]{0,80}(?:"
        + _STAFF
        + r"[^;|]{0,40}(?:einstellen|schaffen|"
        r"aufbauen|ein\b)|neue (?:Stellen|Arbeitsplätze|Jobs|Mitarbeiter)))(?![^;|]{0,60}(?:streich|abbau|entlass))",
        Status.PLANNED,
    ),
    _p(
        K.LAYOFFS,
        _A + r" (?P<v>streicht|streichen|baut|entlässt|entlassen|kündigt|schließt|schliesst|kürzt|trennt sich|setzt|"
        r"spart|wirft|"
        r"reduziert|halbiert|macht)\b(?=[^;|]{0,110}(?:"
        + _STAFF
        + r"|Belegschaft|Stellenabbau|Personal))(?![^;|]{0,60}(?:"
        r"einstellen|schaffen|neue Stellen|Partnerschaft))",
    ),
    _p(
        K.LAYOFFS,
        _A
        + r" (?P<v>will|plant|könnte|muss|soll|erwägt|prüft|droht|kündigt)\b(?=[^;|]{0,110}(?:"
        + _STAFF
        + r")[^;|]{0,60}(?:"
        r"streichen|abbauen|entlassen|kürzen|Kahlschlag|kündigen|betroffen|an\b))",
        Status.PLANNED,
    ),
    _p(
        K.LAYOFFS,
        r"(?P<v>Stellenabbau|Massenentlassung(?:en)?|Entlassung(?:en|swelle)|Kündigungen|Jobabbau|Kahlschlag|"
        r"Sparprogramm|"
        r"Personalabbau|Werksschließung) (?:bei|beim|in|am|an|von|der|trifft) (?:der |dem |den )?(?P<a>[A-ZÄÖÜ][^,:;–|"
        r"]{1,40}?)" + _END,
    ),
    _p(
        K.EXPANSION,
        _A + r" (?P<v>eröffnet|baut|errichtet|plant|investiert|erweitert|gründet|startet|siedelt|zieht|kommt|will|"
        r"verdoppelt|"
        r"vergrößert|setzt|weiht|nimmt|mietet)\b(?=[^;|]{0,80}(?:"
        + _SITE
        + r"))(?![^;|]{0,70}(?:schließ|streich|verkauf))",
    ),
    _p(
        K.EXPANSION,
        _A + r" (?P<v>expandiert|geht|kommt|startet|drängt|wagt|betritt)\b (?:jetzt |nun |auch )?(?:nach|in die|in den|"
        r"in|auf den) "
        r"(?:(?:die )?(?:USA|Schweiz|Deutschland|Österreich|Frankreich|Spanien|Italien|Europa|Asien|Großbritannien|"
        r"Polen|"
        r"Niederlande|Indien|China|Skandinavien)|\w+markt|\w+ Markt)",
    ),
    _p(
        K.EARNINGS,
        _A + r" (?P<v>verdient|steigert|senkt|verbucht|verzeichnet|erzielt|schreibt|wächst|rutscht|erwirtschaftet|legt|"
        r"verfehlt|"
        r"übertrifft|meldet|macht|hebt|kappt|schraubt|kassiert|erhöht|bestätigt|streicht|rechnet|erwartet|überrascht|"
        r"enttäuscht|profitiert|knackt)\b(?=[^;|]{0,90}(?:[Gg]ewinn|[Uu]msatz|[Vv]erlust|[Pp]rognose|[Ee]rgebnis|"
        r"[Qq]uartal|"
        r"Ausblick|[Ee]rlös|Jahreszahlen|Halbjahr|schwarze Zahlen|rote[n]? Zahlen|Ebit|EBIT|Dividende|Zuwachs|"
        r"Geschäftsjahr))"
        r"(?![^;|]{0,80}(?:Übernahme|Stellen))",
    ),
    _p(
        K.EARNINGS,
        r"(?:^|[:–|.] )(?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?)(?::| mit) (?P<v>[^;|]{0,30}(?:[Gg]ewinn|[Uu]msatz|[Vv]erlust|"
        r"[Pp]rognose|"
        r"Quartalszahlen|Bilanz|Rekordjahr|Rekordumsatz))\b",
    ),
    _p(
        K.CONTRACT_WIN,
        _A + r" (?P<v>liefert|stattet|baut|soll|darf|gewinnt|erhält|bekommt|sichert|ergattert|holt|zieht|wird|rüstet|"
        r"beliefert)\b"
        r"(?=[^;|]{0,80}(?:[Aa]uftrag|Aufträge|Zuschlag|Ausschreibung|\d+ (?:\w+)?(?:züge|bahnen|busse|flugzeuge|"
        r"anlagen|turbinen|"
        r"systeme|fahrzeuge|satelliten|lokomotiven|panzer|hubschrauber)[^;|]{0,40}(?:nach|an|für)|Lieferant|"
        r"beliefern))",
    ),
    _p(
        K.CONTRACT_WIN,
        r"(?P<b>[A-ZÄÖÜ][^,:;–|]{2,50}?) (?P<v>beauftragt|bestellt|ordert|vergibt|setzt auf|entscheidet sich für|"
        r"wählt)\b"
        r"(?: [^,:;|]{0,50}?(?:bei|an))? (?P<a>[A-ZÄÖÜ][^,:;–|]{1,40}?)(?= (?:mit|für|als|bei|zur|zum)\b)",
    ),
    _p(
        K.PARTNERSHIP,
        _A + r" und (?P<b>[^,:;–|]{2,50}?) (?P<v>gründen|kooperieren|arbeiten|bauen|bündeln|entwickeln|schließen|"
        r"vereinbaren|"
        r"verkünden|starten|wollen|planen|machen|tun sich|bilden|unterzeichnen|besiegeln)\b(?=[^;|"
        r"]{0,60}(?:Gemeinschafts|Joint|"
        r"zusammen|gemeinsam|Kooperation|Partnerschaft|Kräfte|Allianz|Bündnis|kooperieren))",
    ),
    _p(
        K.PARTNERSHIP,
        _A + r" (?P<v>kooperiert|arbeitet|schließt|vereinbart|verbündet|tut|gründet|startet|geht|baut|vertieft|weitet|"
        r"unterzeichnet|besiegelt|integriert|setzt)\b[^,;|]{0,50}? (?:mit|auf) (?P<b>[A-ZÄÖÜ][^,:;–|]{1,50}?)(?: "
        r"(?:zusammen|ein|"
        r"aus))?(?=$|[,.:;–|!?]| (?:zusammen|ein|aus|für|bei|und|an|in)\b)(?=[^;|]*)",
    ),
    _p(
        K.PRODUCT_LAUNCH,
        _A + r" (?P<v>bringt|stellt|präsentiert|launcht|startet|enthüllt|lanciert|führt|zeigt|veröffentlicht|rollt|"
        r"kündigt|will)\b"
        r"(?=[^;|]{3,90}(?:auf den Markt|\bvor\b|in den Handel|Marktstart|herausbringen|heraus\b|an den Start|"
        r"\bein\b$|neue[nsr]? "
        r"(?:App|KI|Modell|Plattform|Dienst|Smartphone|Elektroauto|Funktion|Chip|Assistent|Produkt|Service|Software|"
        r"Karte|Tarif)|"
        r"KI-\w+|Assistent\w*))(?![^;|]{0,80}(?:Zahlen|Bilanz|Pläne|Strategie|Bericht|Konzept|Finanzierung|Fonds|Werk|"
        r"Vorstand|"
        r"Übernahme|Studie|Stellen|Chef))",
    ),
    _p(
        K.IPO,
        _A + r" (?P<v>gibt|schafft|feiert|legt|geht|debütiert|startet|wagt|vollzieht|meistert)\b(?=[^;|"
        r"]{0,50}(?:Börsengang|"
        r"an die Börse|Börsendebüt|an der Börse|Börsenstart|IPO))",
        Status.ANNOUNCED,
    ),
    _p(
        K.IPO,
        _A + r" (?P<v>sagt|verschiebt|bläst|stoppt|legt|cancelt|kippt|verzichtet)\b(?=[^;|]{0,50}(?:Börsengang|"
        r"Börsenpläne|IPO))",
        Status.DENIED,
    ),
    _p(
        K.REGULATORY,
        r"(?P<b>[A-ZÄÖÜ][\w. -]{2,50}?) (?P<v>verhängt|verklagt|ermittelt|untersucht|genehmigt|verbietet|eröffnet|"
        r"leitet|untersagt|"
        r"belegt|verurteilt|rügt|mahnt|stoppt|entzieht|erteilt|durchsucht|verdonnert|erlaubt|brummt)\b"
        r"[^;|]{0,80}?(?:gegen|bei|für|dem|der) (?P<a>[A-ZÄÖÜ][^,:;–|]{1,40}?)(?: (?:ein|vor|auf|ab|mit))?" + _END,
    ),
    _p(
        K.REGULATORY,
        _A
        + r" (?P<v>muss|erhält|bekommt|kassiert|zahlt|soll|droht|darf|verliert|wird)\b(?=[^;|]{0,80}(?:Bußgeld|Strafe|"
        r"Geldbuße|"
        r"Zulassung|Lizenz|Genehmigung|Freigabe|Kartell|Verfahren|Ermittlungen|Bafin|BaFin|EU-Kommission))",
    ),
    _p(
        K.SECURITY_INCIDENT,
        r"(?P<v>Hackerangriff|Cyberangriff|Cyberattacke|Datenleck|Ransomware\w*|Hacker-Angriff|Hackerattacke|Hacker|"
        r"Datenpanne|"
        r"IT-Angriff|Datendiebstahl|Angreifer|Cyber-Attacke|Cyber-Angriff)(?: \w+)? (?:legt|legen|lähmt|lähmen|trifft|"
        r"treffen|auf|bei|"
        r"beim|stehlen|erbeuten|greifen|attackieren|knacken|dringen|an|gegen|erpressen|erpresst) (?:[\w ]{0,20}(?:bei|"
        r"von|in) )?"
        r"(?:den |die |das |der )?(?P<a>[A-ZÄÖÜ][^,:;–|]{1,50}?)(?: (?:lahm|an|ein|aus))?" + _END,
    ),
    _p(
        K.SECURITY_INCIDENT,
        _A + r" (?P<v>wird|wurde|meldet|bestätigt|Opfer|ist|kämpft|informiert|fällt|räumt)\b(?=[^;|"
        r"]{0,70}(?:Hackerangriff|"
        r"Cyberangriff|gehackt|Datenleck|Datendiebstahl|Cyberattacke|Hackern|Ransomware|Datenpanne|IT-Angriff|"
        r"Hackerattacke))",
    ),
)
MORE = DEALS + MONEY + PEOPLE + WORK
