"""Spanish and Italian phrases: funding, deals, people, and the plainest shapes of the other kinds."""

from __future__ import annotations

from triggers.detect.phrases import Phrase
from triggers.types import EventKind as K
from triggers.types import Status

_A = (
    r"(?:^|[:–|.] )(?:[^:–|,]{0,40}: )?(?P<a>(?!(?:Cómo|Por qué|Come|Perché|Estas?|Estos)\b)[^,:;–|]{2,70}?)(?:, "
    r"[^;]{4,260}?,)?"
)
_END = (
    r"(?=$|[,.:;–|!?(]| (?:por|para|con|en|a|al|y|que|tras|mediante|desde|sobre|según|valorad\w+|per|da|dal|dalla|di|"
    r"e|dopo|"
    r"in|nel|nella|valutat\w+|come|como|su|sul|contra|contro|il cui|cuya?)\b)"
)
_HAS = r"(?:ha |han |acaba de |acaban de |va a |hanno |sta per |aveva |ya |también |anche )*"
_B = r"(?:el |la |los |las |a |al |il |lo |l['’]|i |le |un[ao]? |su |sua |suo )*(?P<b>[^,:;–|]{2,70}?)"
_TO = r"(?:el |la |los |al |il |lo |l['’]|su )?(?P<a>[^,:;–|]{2,50}?)"
_MONEY = (
    r"(?:mill[oó]n|millones|M€|€|euros|d[oó]lares|ronda|financiaci[oó]n|capital|inversi[oó]n|milion|miliard|euro|round|"
    r"finanziamento|aumento|serie [A-K]|seed|pre-?seed|equity|bridge|venture debt|deuda|crowdfunding|investiment)"
)
_NOT_MONEY = (
    r"(?![^;|]{0,70}(?:contrato|pedido|multa|ingresos|beneficio|p[eé]rdidas|contratto|ordine|appalto|ricavi|utile|"
    r"perdite|"
    r"usuarios|clientes|utenti|fondo de|fondo da|nuevo fondo|nuovo fondo|subvenci|ventas|facturaci|fatturato|premio|"
    r"donaci))"
)
_P = r"(?P<p>[A-ZÁÉÍÓÚ][\w'’.-]+(?: (?:de|del|di|la|van))?(?: [A-ZÁÉÍÓÚ][\w'’.-]+){1,2})"
_R = (
    r"(?P<r>(?:nuev[oa] |nuov[oa] )?(?:CEO|CFO|COO|CTO|CMO|CIO|consejer[oa] delegad[oa]|president[ea]|director[a]?(?: "
    r"general| "
    r"financier[oa]| comercial| de [\w]+)?|directora general|amministrat(?:ore|rice) delegat[oa]|diret(?:tore|"
    r"trice)(?: generale|"
    r" finanziario| commerciale)?|ad|country manager|responsable|responsabile|presidente ejecutiv[oa]|primer ejecutivo|"
    r"co-?fundador[a]?|fondat(?:ore|rice)))\b"
)
_SITE = (
    r"(?:oficinas?|f[aá]brica|planta|sede|tiendas?|centro (?:de|log)|almac[eé]n|hub|stabilimento|negozi[o]?|uffici[o]?|"
    r"magazzino|data center|filial[ei]?|laboratori[o]?|impianto|mercad?o)"
)


def _p(kind: K, pattern: str, status: Status | None = None, *, money: bool = False) -> Phrase:
    return Phrase(kind, pattern, status, money)


PHRASES: tuple[Phrase, ...] = (
    _p(
        K.ACQUISITION,
        r"(?:^|[:–|.] )(?P<b>[^,:;–|]{2,60}?) (?:ha sido |es |fue |è stata? |è |viene |será |sarà |ha |se "
        r")?(?P<v>comprad[oa]|"
        r"adquirid[oa]|absorbid[oa]|acquisit[oa]|acquistat[oa]|comprat[oa]|rilevat[oa]|vendid[oa]|vendut[oa]|vende) "
        r"(?:por|da|dal|dalla|a) " + _TO + _END,
    ),
    _p(
        K.ACQUISITION,
        _A
        + " "
        + _HAS
        + r"(?P<v>compra|comprar|comprado|compró|adquiere|adquirir|adquirido|adquirió|absorbe|absorber|se hace con|"
        r"hacerse con|se queda con|toma el control de|se impone en la puja por|cierra la compra de|completa la compra "
        r"de|anuncia la "
        r"compra de|cierra la adquisición de|completa la adquisición de|anuncia la adquisición de|acquisisce|"
        r"acquisito|acquisire|"
        r"compra|rileva|rilevato|acquista|acquistato|incorpora|ingloba|annuncia l['’]acquisizione di|completa "
        r"l['’]acquisizione "
        r"di|si compra|mette le mani su|prende il controllo di|sale al 100% di) "
        r"(?!(?:acciones|una participación|el \d+ ?%|azioni|una quota|il \d+ ?%|[1-4]?\d ?%))" + _B + _END,
    ),
    _p(
        K.ACQUISITION,
        r"(?P<v>[Cc]ompra|[Aa]dquisición|[Aa]cquisizione|[Oo]pa) (?:de|del|di|della|sobre|su) (?P<b>[^,:;–|]{2,50}?) "
        r"(?:por parte de|por|"
        r"da parte di|de|da) " + _TO + _END,
    ),
    _p(
        K.ACQUISITION,
        _A + r" (?:y|e) (?P<b>[^,:;–|]{2,50}?) (?P<v>se fusionan|anuncian su fusión|acuerdan fusionarse|si fondono|"
        r"annunciano la fusione|"
        r"acuerdan su fusión|negocian su fusión)",
    ),
    _p(
        K.FUNDING,
        _A
        + r" (?P<v>ultima|negocia|busca|prepara|quiere|planea|espera|sondea|estudia|cerca|punta a|vuole|tratta|aspira "
        r"a) "
        r"(?=[^;|]{0,80}(?:ronda|levantar|captar|financiaci|raccogliere|round|aumento di capitale))",
        Status.PLANNED,
    ),
    _p(
        K.FUNDING,
        _A
        + " "
        + _HAS
        + r"(?P<v>levant\w+|capt\w+|cierr\w+|cerr\w+|consig\w+|consegui\w+|obt\w+|recib\w+|logr\w+|recaud\w+|anunci\w+|"
        r"complet\w+|sum\w+|asegur\w+|atra\w+|amarr\w+|se embolsa|firma|da entrada|amplía|ampli[aó]\w*|raccogli\w+|"
        r"raccolt\w+|chiud\w+|"
        r"chius\w+|ottien\w+|ottenut\w+|incass\w+|ricev\w+|annunci\w+|conclud\w+|conclus\w+|perfezion\w+|riceve|"
        r"complet\w+|levar|sigla|"
        r"porta a casa|mette a segno|protagonista|suma|inyecta|se hace) (?=[^;|]{0,110}" + _MONEY + r")" + _NOT_MONEY,
    ),
    _p(
        K.FUNDING,
        r"(?P<v>[Rr]onda|[Rr]ound|[Ii]nversión|[Ff]inanciación|[Aa]umento di capitale|[Ii]nvestimento|millones(?: de "
        r"(?:euros|dólares))?|"
        r"milioni(?: di (?:euro|dollari))?|M€|€)[^,;|]{0,40}? (?:para|per|en|in|de|di) (?:la startup |la |el |il |lo "
        r")?(?:startup |"
        r"scaleup |plataforma )?(?P<a>(?!Seri|Seed|Pre-)[A-ZÁÉÍÓÚ][^,:;–|]{1,50}?)" + _END,
        money=True,
    ),
    _p(
        K.FUNDING,
        r"(?P<b>[A-ZÁÉÍÓÚ][^,:;–|]{2,60}?) (?P<v>invierte|invierten|inyecta|lidera|investe|investono|punta|entra|"
        r"entran|guida) "
        r"[^,:;|]{2,60}? (?:en el capital de|nel capitale di|en|in|de|di) (?:la startup |la |el |il |lo )?(?:startup |"
        r"scaleup )?"
        r"(?P<a>[A-ZÁÉÍÓÚ][^,:;–|]{1,50}?)" + _END,
        money=True,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        _A
        + " "
        + _HAS
        + r"(?P<v>nombra|nombrar|nombrado|ficha|fichar|fichado|incorpora|contrata|designa|designado|elige|promociona|"
        r"nomina|nominato|assume|sceglie|chiama|promuove) (?:a |come |al |il |la )?"
        + _P
        + r" (?:como|come|para|nuev[oa]|nuov[oa]|a|per "
        r"il ruolo di|en el cargo de|quale)? ?(?:su |il |la |al )?(?:nuev[oa] |nuov[oa] )?" + _R,
    ),
    _p(
        K.EXECUTIVE_HIRE,
        _P
        + r",? (?:es |ha sido |será |è |è stat[oa] )?(?P<v>nombrad[oa]|nuev[oa]|nuov[oa]|nominat[oa]|asume|elegid[oa]|"
        r"ficha por|se "
        r"incorpora a|llega a|se une a|entra in|arriva in|designad[oa]|è il nuovo|è la nuova) (?:como )?(?:nuev[oa] |"
        r"nuov[oa] )?(?:" + _R + r" )?(?:de |del |di |della |en |in |a )?(?P<a>[A-ZÁÉÍÓÚ][^,:;–|]{1,50}?)" + _END,
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        r"(?:^|[:–|.] )(?:[Ee]l |[Ll]a |[Ii]l |[Ll]['’])?"
        + _R
        + r" (?:de |del |di |della )(?P<a>[A-ZÁÉÍÓÚ][^,:;–|]{1,40}?)(?:, "
        + _P
        + r",)? (?P<v>dimite|deja|abandona|se va|sale|renuncia|lascia|si dimette|dejará|cesa|se despide|se marcha|"
        r"lascerà)\b",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        _P
        + r",? (?:"
        + _R
        + r"(?: de [\w ]+)?, )?(?P<v>deja|abandona|dejará|sale de|se marcha de|lascia|dimite de|lascerà) "
        r"(?:la dirección de |la presidencia de |la guida di |el cargo en )?(?!(?:su|el|la|"
        r"un)\b)(?P<a>[A-ZÁÉÍÓÚ][^,:;–|]{1,40}?)" + _END,
    ),
    _p(
        K.LAYOFFS,
        _A
        + " "
        + _HAS
        + r"(?P<v>despide|despedir|despedirá|recorta|recortará|plantea|anuncia|prepara|ejecuta|presenta|prescinde|"
        r"reduce|"
        r"licenzia|taglia|annuncia|taglierà|cierra|echa|elimina|suprime|negocia|afronta)\b(?=[^;|]{0,80}(?:empleos|"
        r"empleados|"
        r"trabajadores|despidos|puestos|plantilla|\bERE\b|dipendenti|posti di lavoro|esuberi|licenziamenti|personas "
        r"de su))"
        r"(?![^;|]{0,60}(?:contrat|crear|assum))",
    ),
    _p(
        K.LAYOFFS,
        r"(?P<v>ERE|[Dd]espidos|[Ll]icenziamenti|[Ee]suberi|[Rr]ecorte de plantilla)(?: \w+)? (?:en|de|in|alla|a|per) "
        r"(?P<a>[A-ZÁÉÍÓÚ][^,:;–|]{1,40}?)" + _END,
    ),
    _p(
        K.EXPANSION,
        _A
        + " "
        + _HAS
        + r"(?P<v>abre|abrirá|abrir|inaugura|invertirá|invierte|construirá|construye|desembarca|aterriza|llega|apre|"
        r"aprirà|"
        r"investe|costruisce|sbarca|arriva|contratará|creará|duplica|entra)\b(?=[^;|]{0,80}(?:"
        + _SITE
        + r"|\d+ (?:empleos|personas|"
        r"puestos|posti)|(?:en|in) (?:España|Italia|Francia|Alemania|Germania|Portugal|México|Reino Unido|Estados "
        r"Unidos|EEUU|"
        r"Europa|Spagna|Polonia|Brasil|Colombia)))(?![^;|]{0,50}(?:capital|startup|ronda|bolsa|borsa))",
    ),
    _p(
        K.IPO,
        _A
        + " "
        + _HAS
        + r"(?P<v>sale|salir|saldrá|debuta|debutar|saltará|salta|se estrena|prepara|planea|sbarca|sbarcare|si quota|"
        r"quotarsi|debutta|debuttare|punta)\b(?=[^;|]{0,50}(?:[Bb]olsa|[Bb]orsa|IPO|OPV|BME|Nasdaq|Piazza Affari|"
        r"Euronext|listino))",
    ),
    _p(
        K.EARNINGS,
        _A
        + " "
        + _HAS
        + r"(?P<v>gana|ganó|factura|facturó|factur[óa]\w*|pierde|perdió|cerró|cierra|supera|superó|eleva|dispara|"
        r"duplica|"
        r"multiplica|reduce|registra|registró|ingresa|ingresó|obtiene|obtuvo|alcanza|alcanzó|logra|aumenta|chiude|"
        r"chiuso|fattura|"
        r"cresce|crece|reporta|presenta|segna|archivia|mejora|recorta)\b(?=[^;|]{0,90}(?:ingresos|beneficio|"
        r"p[eé]rdidas|ventas|"
        r"facturaci|resultados|trimestre|ejercicio|ebitda|ricavi|utile|fatturato|perdite|perdita|semestre|margen|"
        r"margine|esercizio))"
        r"(?![^;|]{0,60}(?:ronda|ERE|despid))",
    ),
    _p(
        K.PARTNERSHIP,
        _A + r" (?:y|e) (?P<b>[^,:;–|]{2,50}?) (?P<v>se alían|se unen|firman|colaboran|sellan|crean|lanzan|si alleano|"
        r"firmano|siglano|"
        r"annunciano|collaborano|acuerdan)\b(?=[^;|]{0,60}(?:alianza|acuerdo|para|joint|accordo|partnership|insieme|"
        r"per|colabora))",
    ),
    _p(
        K.PARTNERSHIP,
        _A
        + " "
        + _HAS
        + r"(?P<v>se alía|firma|colabora|se asocia|cierra|sella|anuncia|stringe|sigla|annuncia|collabora|si allea|"
        r"amplía)\b"
        r"(?=[^;|]{0,50}(?:alianza|acuerdo|colabora|alía|asocia|partnership|accordo|collabora|allea|joint))[^,;|"
        r"]{0,60}? con "
        r"(?P<b>[A-ZÁÉÍÓÚ][^,:;–|]{1,50}?)" + _END,
    ),
    _p(
        K.CONTRACT_WIN,
        r"(?:^|[:–|.] )(?P<b>[^,:;–|]{2,60}?) (?P<v>elige|escoge|selecciona|adjudica|contrata|encarga|sceglie|"
        r"seleziona|affida|si affida "
        r"a|confía en|apuesta por)(?: [^,:;|]{0,50}? a)? (?:a )?(?P<a>[A-ZÁÉÍÓÚ][^,:;–|]{1,40}?)(?= (?:para|como|per|"
        r"come|quale)\b)",
    ),
    _p(
        K.CONTRACT_WIN,
        _A
        + " "
        + _HAS
        + r"(?P<v>gana|logra|se adjudica|consigue|obtiene|firma|suministrará|vince|ottiene|si aggiudica|fornirà)\b"
        r"(?=[^;|]{0,70}(?:contrato|pedido|licitación|concurso|adjudic|contratto|commessa|appalto|gara|ordine|trenes|"
        r"treni))",
    ),
    _p(
        K.PRODUCT_LAUNCH,
        _A + " " + _HAS + r"(?P<v>lanza|presenta|estrena|lancia|svela|introduce|lanzar|lanciare|pone en marcha)\b "
        r"(?=(?:su |un |una |el |la |il |lo |nuev|nuov|la sua |il suo ))(?![^;|]{0,40}(?:ERE|fondo|OPA|oferta|"
        r"resultados|ronda|bono|"
        r"risultati|offerta|plan |piano|concurso|informe|campaña))",
    ),
    _p(
        K.REGULATORY,
        r"(?P<b>[A-ZÁÉÍÓÚ][\w .-]{1,50}?) (?P<v>multa|sanciona|investiga|expedienta|autoriza|aprueba|bloquea|prohíbe|"
        r"multa|sanziona|indaga|"
        r"autorizza|blocca|abre (?:una investigación|expediente)|apre un['’]istruttoria) (?:con [^,;|]{3,50}? )?(?:a |"
        r"contra |sobre |la "
        r"|el |su |contro |compra de )*(?P<a>[A-ZÁÉÍÓÚ][^,:;–|]{1,40}?)" + _END,
    ),
    _p(
        K.SECURITY_INCIDENT,
        r"(?P<v>[Cc]iberataque|[Ff]iltración de datos|[Hh]ackeo|[Rr]ansomware|[Aa]ttacco (?:hacker|informatico)|"
        r"[Dd]ata breach|[Rr]obo de "
        r"datos|[Ff]uga de datos)(?: \w+)? (?:a|al|contra|en|de|contro|alla|a|di|ai) (?:la |el |il "
        r")?(?P<a>[A-ZÁÉÍÓÚ][^,:;–|]{1,50}?)" + _END,
    ),
    _p(
        K.SECURITY_INCIDENT,
        _A
        + " "
        + _HAS
        + r"(?P<v>sufre|sufrido|confirma|víctima|hackead[oa]|subisce|subito|vittima|reconoce)\b(?=[^;|]{0,70}(?:"
        r"ciberataque|filtración|hackeo|ransomware|robo de datos|attacco|data breach|violazione|brecha))",
    ),
)
