"""Shapes of Spanish and Italian headlines about money and deals that the table of verbs does not hold.

`FIRST` stands before that table, since what it names is narrower; `LAST` behind it.
"""

from __future__ import annotations

from triggers.detect.phrases import Phrase
from triggers.detect.southern.base import _END, _HAS, _p
from triggers.types import EventKind as K
from triggers.types import Status

# What stands before a name: "L'italiana Acme", "la francesa Acme", "il fondo Acme", "ai tedeschi di Acme".
_FORE = (
    r"(?:(?:[Ee]l|[Ll]a|[Ll]os|[Ll]as|[Ii]l|[Ll]o|[Ii]|[Gg]li|[Ll]e|al|alla|ai|agli|del|della|dei|"
    r"un|una|su|sua|suo|sus) |"
    r"[Ll]['’]|all['’]|dell['’])?(?:[a-zà-ÿ]+ ){0,3}?(?:de |di |dell['’])?"
)
_B = _FORE + r"(?P<b>[A-ZÁÉÍÓÚÀÈÌÒÙ0-9][^,:;–|]{1,50}?)"
_TO = _FORE + r"(?P<a>[A-ZÁÉÍÓÚÀÈÌÒÙ0-9][^,:;–|]{1,50}?)"
_OPEN = r"(?:^|[:–|.] )(?:[^:–|,]{0,40}: )?" + _FORE
_WHO = _OPEN + r"(?P<a>(?!(?:Cómo|Por qué|Come|Perché|Estas?|Estos|Las|Los|Le)\b)[A-ZÁÉÍÓÚÀÈÌÒÙ0-9][^,:;–|]{1,60}?)"
_WHOM = _OPEN + r"(?P<b>[A-ZÁÉÍÓÚÀÈÌÒÙ0-9][^,:;–|]{1,60}?)"
_SUM = r"(?:\d[\d.,]* ?(?:M€|mill[oó]n|millones|mln|milion[ei]|miliardi|M\b|€|mila euro|mil euros))"
_PART = (
    r"(?:la mayoría|una participación mayoritaria|el control|el \d+ ?%|il \d+ ?%|la maggioranza|il "
    r"controllo|la totalità)"
)

FIRST: tuple[Phrase, ...] = (
    _p(
        K.FUNDING,
        _WHOM
        + r" (?P<v>inyecta|invierte|aporta|destina|investe|inietta|mette|punta) (?:otros |altri |hasta )?"
        + _SUM
        + r"[^,:;|]{0,20}? (?:en|in|a) "
        + _TO
        + _END,
        money=True,
    ),
    _p(
        K.ACQUISITION,
        _WHO + r" [^,:;–|]{2,50}? (?P<v>con|tras|grazie a) (?:la compra|la adquisición|l['’]acquisizione|"
        r"l['’]acquisto) (?:de |del |di |"
        r"della |dell['’])" + _B + _END,
    ),
    _p(
        K.REGULATORY,
        r"(?P<b>(?:[Ll]a |[Ee]l |[Ll]['’])?(?:Competencia|CNMC|CNMV|Bruselas|Bruxelles|Antitrust|Agcm|"
        r"AGCM|Comisión|Commissione|UE|Ue|"
        r"Gobierno|Governo|Consob)) (?P<v>autoriza|aprueba|investiga|bloquea|autorizza|approva|blocca) "
        r"(?:con condiciones )?(?:la |l['’]|"
        r"el )?(?:compra|adquisición|opa|acquisizione|acquisto) (?:de |del |di |della |dell['’])[^,:;|"
        r"]{2,50}? (?:por parte de|por|da "
        r"parte di|da) " + _TO + _END,
    ),
    _p(
        K.ACQUISITION,
        r"(?:per|de|por) (?P<a>[A-ZÁÉÍÓÚÀÈ][^,:;–|]{1,40}?): (?P<v>acquisit[oa]|comprat[oa]|"
        r"rilevat[oa]|adquirid[oa]|comprad[oa]) " + _B + _END,
    ),
    _p(
        K.ACQUISITION,
        _WHOM + r" (?P<v>entra|se integra|confluisce|entrará|entrerà) (?:nel gruppo|en el grupo|en la órbita "
        r"de|nell['’]orbita di) " + _TO + _END,
    ),
    _p(
        K.ACQUISITION,
        _WHO
        + " "
        + _HAS
        + r"(?P<v>compra|adquiere|toma|acquisisce|rileva|acquista|prende|ottiene|sale al) "
        + _PART
        + r"(?: del capitale| del capital)? (?:de|del|di|della|dell['’]) ?"
        + _B
        + _END,
    ),
    _p(
        K.ACQUISITION,
        r"(?P<v>[Oo]pa|OPA|[Oo]fferta pubblica|[Oo]ferta) (?:de |del |di |della |dell['’])"
        + _TO
        + r" (?:sobre|por|su|sulla|per) "
        + _B
        + _END,
        Status.PLANNED,
    ),
    _p(
        K.ACQUISITION,
        _WHO + r" (?P<v>lanza|presenta|prepara|formula|lancia|promuove|presenta|annuncia|anuncia) (?:una |"
        r"un['’]|su |la sua )?"
        r"(?:opa|OPA|Opa|oferta|offerta)(?: \w+)?(?: de compra| pubblica| d['’]acquisto| de adquisición)? "
        r"(?:sobre|por|su|sulla|per) " + _B + _END,
        Status.PLANNED,
    ),
    _p(
        K.ACQUISITION,
        _WHOM
        + r" (?P<v>rechaza|respinge|rifiuta|descarta|declina) (?:la |l['’])?(?:oferta|opa|OPA|offerta|Opa)(?: \w+)? "
        r"(?:de |di |del |della |dell['’])" + _TO + _END,
        Status.DENIED,
    ),
    _p(
        K.ACQUISITION,
        _OPEN
        + r"[^,:;–|]{2,50}? (?P<v>estudia|sopesa|prepara|busca|plantea|negocia|valuta|studia|cerca|prepara|tratta) "
        r"(?:la |el |una |un )?(?:venta|vendita|cessione|comprador para|acquirente per) (?:de |di |"
        r"della |del |dell['’])?"
        r"(?:su |sus |sua |suo |la |il )?(?:filial|división|negocio|participada|filiale|controllata|"
        r"divisione|marchio|marca|"
        r"unidad|unità) " + _B + _END,
        Status.RUMOURED,
    ),
    _p(
        K.ACQUISITION,
        _WHO + r" (?:está |è |sono |está muy )?(?P<v>ultima|negocia|cerca de|in trattative|tratta|vicina|in "
        r"esclusiva|sopesa|"
        r"estudia|prossima)(?: avanzate| esclusive)? (?:per |para |a |la |el |l['’])*(?:compra|"
        r"adquisición|acquisire|comprare|"
        r"comprar|adquirir|rilevare|acquistare|acquisto|acquisizione|cerrar la compra) ?(?:de |del |di "
        r"|della |dell['’])?" + _B + _END,
        Status.RUMOURED,
    ),
    _p(
        K.ACQUISITION,
        _WHOM + r",? (?:ha sido |es |fue |è stata? |è |viene |ya es |finisce |va )?(?P<v>vendid[oa]|vendut[oa]|"
        r"cedut[oa]|passa|pasa|"
        r"finisce|se integra|confluisce|adquirid[oa]|acquisit[oa]|comprad[oa]|rilevat[oa])"
        r"(?: a manos| a formar parte| nelle mani| sotto il controllo| a far parte| en el grupo| nel "
        r"gruppo| por completo)? ?"
        r"(?:por |da |dal |dalla |dai |a |al |alla |ai |agli |en |de |di |del |della |nel |sotto )" + _TO + _END,
    ),
    _p(
        K.ACQUISITION,
        _WHO
        + " "
        + _HAS
        + r"(?P<v>si aggiudica|si prende|conquista|mette le mani su|fa suo|fa sua|se hace con|se adjudica|se "
        r"queda con|toma el control de|prende il controllo di|porta a casa) (?!(?:il contratto|la gara|"
        r"l['’]appalto|un |una |\d|"
        r"el contrato))" + _B + r"(?<!millones)(?<!milioni)" + _END,
    ),
    _p(
        K.FUNDING,
        _WHO + r" (?P<v>negocia|ultima|tratta|estaría|sarebbe) (?=[^;|]{0,60}(?:ronda|round|levantar|"
        r"raccogliere|aumento di "
        r"capitale|ampliación))(?![^;|]{0,40}(?:compra|acquisi))",
        Status.RUMOURED,
    ),
)

LAST: tuple[Phrase, ...] = (
    _p(
        K.FUNDING,
        _WHO
        + r", (?P<v>respaldad[oa]|financiad[oa]|impulsad[oa]|via libera|finanziat[oa]|sostenut[oa])\b(?=[^;|]{0,50}"
        + _SUM
        + r")",
    ),
    _p(
        K.FUNDING,
        _WHO
        + r" (?P<v>busca|buscará|cerca|punta a raccogliere|quiere captar|prepara) (?=[^;|]{0,50}(?:serie [A-K]|"
        + _SUM
        + r"))"
        r"(?![^;|]{0,60}(?:client|usuari|contrat|emple|ventas|compra))",
        Status.PLANNED,
    ),
    _p(
        K.FUNDING,
        r"(?P<v>[Rr]ound|[Rr]onda|[Ss]eed|[Pp]re-?[Ss]eed|[Ss]erie [A-K]|[Aa]umento di capitale|"
        r"[Aa]mpliación de capital|"
        r"[Ff]inanziamento|[Ff]inanciación|[Ii]nvestimento|[Ii]nversión)\b[^,:;|]{0,60}? (?:para|per|in|en) "
        + _TO
        + _END,
    ),
    _p(
        K.FUNDING,
        _OPEN + r"[A-ZÁÉÍÓÚ][^,:;–|]{2,50}? (?P<v>entra|entran|entrano|sube|sale) (?:en el|nel) (?:capital|"
        r"capitale|accionariado) "
        r"(?:de |del |di |della |dell['’])" + _TO + r"(?= con | tras |$)",
        money=True,
    ),
    _p(
        K.FUNDING,
        _WHO
        + " "
        + _HAS
        + r"(?P<v>incassa|raccoglie|ottiene|riceve|capta|levanta|obtiene|recibe|cierra|chiude|logra|consigue|"
        r"se asegura|si assicura|strappa|sube|aumenta|moviliza|mobilita|atrae|attira) (?=[^;|]{0,60}" + _SUM + r")"
        r"(?![^;|]{0,60}(?:contrat|usuari|client|utent|fondo|premio|ricavi|ingres|benefic|multa|subvenc|ventas|utile))",
    ),
    _p(
        K.FUNDING,
        _WHO + r", (?P<v>" + _SUM + r")[^,:;|]{0,40}? (?:per|para|en|in|da|de)\b",
    ),
)
