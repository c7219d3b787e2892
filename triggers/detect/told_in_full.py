"""News of the continent told in a full sentence, not in a headline's clipped form.

Roundups and first sentences put an adverb in front, so that verb and subject change places ("In der neuen Runde hat
Acme fünf Millionen eingesammelt"), push an aside between auxiliary and participle ("Acme a, de son côté, levé") or
hang the event on a participle ("Acme, acquisita da Globex"). These shapes are read last: what a headline says "
"outright
goes before.
"""

from __future__ import annotations

from triggers.detect.phrases import Phrase
from triggers.types import EventKind as K
from triggers.types import Status


def _p(kind: K, pattern: str, status: Status | None = None, *, money: bool = False) -> Phrase:
    return Phrase(kind, pattern, status, money)


_CAP = r"[A-ZÄÖÜÀ-Þ]"
_FIRM = rf"(?:{_CAP}|\d+[A-Z])[\w.&'’-]*(?: (?:{_CAP}|\d+[A-Z])[\w.&'’-]*){{0,3}}"
_OWN = rf"(?P<a>{_FIRM})"
_OTHER = rf"(?P<b>{_FIRM})"
_OF_P = rf"(?P<p>{_CAP}[\w'’-]+(?: (?:von|van|de))?(?: {_CAP}[\w'’-]+){{1,2}})"

# German: an article, the town, the kind of company; then the name.
_KIND = (
    r"(?:[\w-]*(?:[Uu]nternehmen|[Ff]irma|[Ss]tart-?[Uu]ps?|[Aa]nbieter|[Hh]ersteller|[Kk]onzern|[Dd]ienstleister|"
    r"[Hh]ändler|[Ss]pezialist(?:en)?|[Kk]onkurrent(?:en)?|[Rr]ivalen?|[Pp]lattform|[Vv]ersicherer|[Pp]ortal|"
    r"[Ee]ntwickler|[Gg]ruppe)|" + _CAP + r"[\w]*-" + _CAP + r"[a-zäöüß]+)"
)
_FORE = rf"(?:(?:der|die|das|den|dem|des) (?:[a-zäöüß]+ )?(?:{_CAP}[a-zäöüß]+er )?(?:{_KIND} )?)?"
_OPENS = (
    r"(?:^|[.|] )(?:In|Im|Mit|Bei|Nach|Seit|Zum|Nun|Jetzt|Zudem|Unterdessen|Zuletzt|Außerdem|Kürzlich|Gerade|"
    r"Inzwischen|Bereits|Derweil|Zuvor|Erst|Auch|Damit|Dabei|Vor|Am|Heute|Gestern)\b[^,:;|]{0,60}?"
)
_SUM_DE = (
    r"(?:\d[\d.,]* (?:Mio|Million|Mrd|Milliard)|(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf) M|"
    r"(?:ein|zwei|drei)stellige|\w*stelligen?\b|Millionen|Kapital\b|\w*[Ff]inanzierung)"
)

GERMAN: tuple[Phrase, ...] = (
    _p(
        K.ACQUISITION,
        rf"{_OPENS} ?(?P<v>hat|haben) {_FORE}{_OWN} (?:(?:das|den|die|seinen|ihren|seine|ihre) "
        rf"(?:[a-zäöüß]+ )?(?:{_CAP}[a-zäöüß]+er )?{_KIND} )?{_OTHER} (?:vollständig |komplett |mehrheitlich )?"
        r"(?:übernommen|gekauft|erworben|geschluckt)\b",
    ),
    _p(
        K.FUNDING,
        rf"{_OPENS} ?(?P<v>hat|haben) {_FORE}{_OWN} (?=[^;|]{{0,40}}{_SUM_DE})(?![^;|]{{0,80}}(?:Fonds\b|Umsatz|"
        rf"Gewinn|"
        r"Verlust|[Ss]pende|Förder|[Aa]uftrag))[^;|]{3,110}? "
        r"(?:eingesammelt|eingeworben|aufgenommen|erhalten|abgeschlossen|gesichert|eingefahren)\b",
    ),
    _p(
        K.EXECUTIVE_DEPARTURE,
        r"(?:^|[.|] )Nach [^,:;|]{2,24}? (?:Jahren|Monaten|Jahrzehnten|Jahrzehnt|Jahr) an der Spitze "
        rf"(?:von|des|der) (?:{_KIND} )?{_OWN} (?P<v>geht|tritt|hört|verlässt|gibt|zieht|scheidet|legt) {_OF_P}",
    ),
)

_SUM_FR = r"(?:plus de |près de |environ )?\d[\d.,\u00a0 ]* ?(?:M€|M\$|millions?|milliards?|K€|€)"
_STARTS_FR = (
    r"(?:^|[,.;|] |\b(?:puisque|tandis que|alors que|car|et que) )(?:[Ll]a |[Ll]e |[Ll]['’])?(?:[a-zà-ÿ-]+ ){0,2}"
)
_BUYS_FR = r"(?:l['’]acquisition|le rachat|l['’]achat) (?:de |du |d['’])(?:la |l['’])?(?:[a-zà-ÿ-]+ ){0,2}"

FRENCH: tuple[Phrase, ...] = (
    _p(
        K.ACQUISITION,
        rf"{_STARTS_FR}{_OWN} (?:a|ont|vient|viennent|vont|va)(?: de| d['’])?,? ?(?:[a-zà-ÿ]+ment |ainsi |aussi |"
        rf"également )?(?P<v>fait|faire|réalisé|réaliser|finalisé|finaliser|conclu|conclure|bouclé|boucler|"
        rf"officialisé|"
        rf"officialiser) {_BUYS_FR}{_OTHER}",
    ),
    _p(
        K.FUNDING,
        rf"{_STARTS_FR}{_OWN} (?:a|ont|vient|viennent), [^,;|]{{3,40}}, (?:de )?(?P<v>levé|lever|bouclé|boucler|"
        rf"récolté|récolter|obtenu|obtenir|décroché|collecté|empoché) (?={_SUM_FR})",
    ),
    _p(
        K.FUNDING,
        rf"{_STARTS_FR}{_OWN} (?:est|reste|devient|sera) (?:la |le |l['’])[^,;|]{{3,40}}? qui (?P<v>lève|a levé|"
        r"réalise|boucle|a bouclé|récolte)\b",
    ),
    _p(
        K.FUNDING,
        rf"{_STARTS_FR}{_OWN} (?P<v>[a-zà-ÿ]+) [^,;|]{{3,60}}? (?:avec|grâce à) (?:une|sa) (?:[a-zà-ÿ]+ )?levée "
        rf"(?:de fonds )?(?:record )?de {_SUM_FR}",
    ),
    _p(
        K.LAYOFFS,
        rf"{_STARTS_FR}{_OWN} (?:est |serait )?(?P<v>sur le point d[e'’]|s['’]apprête(?:rait)? à|pourrait|"
        r"envisagerait|prévoirait|supprimerait|préparerait|réfléchirait à) ?(?=[^;|]{0,50}(?:suppressions? d|"
        r"supprimer|postes|licenci|plan social))(?![^;|]{0,60}(?:créer|créations?|recrut|ouvrir|embauch))",
        Status.RUMOURED,
    ),
)

_SUM_SO = r"(?:€ ?\d[\d.,]* ?M?|\d[\d.,]* ?(?:M€|mill[oó]n|millones|mln|milion[ei]|miliardi|M\b|€|mila euro))"
_FORE_SO = r"(?:[Ll]['’]|dell['’]|(?:[Ee]l|[Ll]a|[Ii]l|[Ll]o|un|una) )?(?:[a-zà-ÿ-]+ ){0,3}"
_LET_GO = r"(?:\bEREs?\b|\bERO\b|[Ee]xpediente de regulación de empleo|[Dd]espido colectivo)"

_SAYS_SO = (
    r"(?P<v>ha anunciado|anunció|anuncia|ha annunciato|annuncia|ha comunicado|ha cerrado|cierra|ha completado|"
    r"ha firmado|ha completato|ha concluso|conclude|"
)
_OF_SO = r"(?:de |del |di |della |dell['’]|dello |dei |de la |de los )"

SOUTHERN: tuple[Phrase, ...] = (
    _p(
        K.ACQUISITION,
        rf"(?:^|[.|:] ){_FORE_SO}{_OWN}(?:, [^,;|]{{3,80}},)? {_SAYS_SO}ha perfezionato|ha finalizzato|"
        rf"perfeziona|finalizza|"
        rf"completa|ultima|negocia|tratta) (?:[a-zà-ÿ]+ )?(?:la compra|la adquisición|l['’]acquisizione|"
        rf"l['’]acquisto|la "
        rf"toma de control|l['’]intero capitale) (?:del \d+ ?% )?{_OF_SO}{_FORE_SO}{_OTHER}",
    ),
    _p(
        K.ACQUISITION,
        rf"(?:^|[.|:] ){_FORE_SO}{_OWN}(?:, [^,;|]{{3,80}},)? (?P<v>ha comprado|ha adquirido|compró|adquirió|ha "
        rf"acquisito|ha "
        rf"comprato|ha rilevato|ha acquistato|rileva|prende|rilevò) (?:il|el|la|lo|l['’])? ?(?:\d+ ?% {_OF_SO}|"
        rf"mayoría "
        rf"{_OF_SO}|maggioranza {_OF_SO}|controllo {_OF_SO})?{_FORE_SO}{_OTHER}(?=$|[.,;|(]| (?:por|per|a|con|"
        rf"en|in|da|y|e|al)\b)",
    ),
    _p(
        K.ACQUISITION,
        rf"(?:^|[.|:] ){_FORE_SO}{_OTHER} (?P<v>passa|passano|pasa|pasan|è passata|è passato) (?:al|alla|ai|"
        rf"all['’]|a manos de|a) "
        rf"{_FORE_SO}{_OWN}",
    ),
    _p(
        K.FUNDING,
        rf"(?:^|[.|:] ){_FORE_SO}{_OWN}(?:, [^,;|]{{3,80}},)? (?P<v>logra|obtiene|consigue|capta|cierra|ha "
        rf"cerrado|ha captado|ha "
        rf"levantado|ha chiuso|ha raccolto|ha ottenuto|incassa|ottiene) (?=[^;|]{{0,60}}{_SUM_SO})(?![^;|"
        rf"]{{0,60}}(?:contrat|"
        r"commess|ventas|ricavi|fondo|premio|multa|beneficio|utile|perdit|pérdid|préstamo|subvenc|appalt))",
    ),
    _p(
        K.ACQUISITION,
        rf"{_OTHER}, (?:appena |recién |ora )?(?P<v>acquisit[oa]|comprat[oa]|rilevat[oa]|acquistat[oa]|adquirid[oa]|"
        rf"comprad[oa]) (?:da |dal |dalla |dai |dall['’]|por )(?:el |la )?(?:[a-zà-ÿ-]+ ){{0,3}}{_OWN}"
        r"(?=$|[.;|]| (?:per|por|con|tramite|a cambio|en una)\b)(?![^;|]{0,60}(?:\b(?:19|20)\d\d|, ))",
    ),
    _p(
        K.FUNDING,
        rf"{_OWN},? (?P<v>con|chiude|cierra|tras) (?:un |una )(?:[a-zà-ÿ]+ )?(?:round|ronda|aumento di capitale|"
        rf"ampliación de capital)\b[^,;|]{{0,50}}? (?:da|di|de) {_SUM_SO}",
    ),
    _p(
        K.FUNDING,
        rf"(?:aumento di capitale|round|ampliación de capital|ronda)\b[^,;|]{{0,20}}? (?:da|di|de) {_SUM_SO}"
        r"[^,;|]{0,14}? (?P<v>deliberat[oa]|sottoscritt[oa]|chius[oa]|varat[oa]|lanciat[oa]|cerrad[oa]|completad[oa]|"
        rf"raccolt[oa]) (?:da |dalla |dal |por |dall['’]){_FORE_SO}{_OWN}",
    ),
    _p(
        K.FUNDING,
        rf"(?:^|[.|] ){_FORE_SO}(?:[\w-]+ (?:para|per|de|di) [^,;:|]{{3,60}} )?{_OWN} (?P<v>reúne|suma|mette insieme|"
        rf"se embolsa|intasca) (?={_SUM_SO})(?![^;|]{{0,60}}(?:usuari|client|utent|ventas|ricavi|ingres|fondo|premio|"
        r"multa|subvenc|contrat))",
    ),
    _p(
        K.LAYOFFS,
        rf"(?P<v>{_LET_GO})(?: \w+)? (?:en|a|de|del|para) (?:[a-zà-ÿ-]+ ){{0,6}}{_OWN}",
    ),
)
