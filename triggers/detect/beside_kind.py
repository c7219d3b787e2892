"""The last look at a German or French line: a firm named beside its kind, and a word that tells one event.

"Der Sensorhersteller Acme" and "le loueur de voitures Acme" name a company whatever stands around them. Where "
"no shape
of a sentence was known, such a name and one telling word are enough; the first kind in the table is taken, no other.
"""

from __future__ import annotations

from triggers.detect.german.base import _p
from triggers.detect.german.clauses import _FIRM as _GERMAN_FIRM
from triggers.detect.phrases import Phrase, Phrases
from triggers.types import EventKind as K

_SORTS = (
    r"(?:hersteller|konzern|bauer|zulieferer|anbieter|händler|betreiber|entwickler|dienstleister|spezialist|schmiede|"
    r"kette|riese|versicherer|versicherung|produzent|unternehmen|firma|start-?up|discounter|tochter|filialist|"
    r"marke|bank|"
    r"haus|linie|verbund|brauerei|molkerei|verlag|plattform|ausrüster|lieferant|reederei|werft|makler|optiker|"
    r"apotheke)"
)
_GERMAN = rf"\b(?:[A-ZÄÖÜ][\w-]*)?(?i:{_SORTS})(?:en|s|n|es)? (?P<a>{_GERMAN_FIRM})"
_FRENCH = (
    r"(?:\b(?:[Ll]e|[Ll]a|[Uu]ne?|[Dd]u|[Aa]u|[Cc]hez)(?: la)? |\b[LlDd]['’]|\b[Cc]hez l['’])"
    r"(?!(?:ville|ministre|président|directeur|directrice|région|département|commune|maire|gouvernement|juge|"
    r"tribunal|"
    r"syndicat|village|député|sénateur|fondateur|fondatrice|patron|patronne|club|stade|PDG|DG)\b)"
    r"[a-zà-ÿ][a-zà-ÿ'’-]{3,}(?: (?:de |d['’])?(?!de\b|du\b|des\b|à\b|au\b|en\b|dans\b|par\b|et\b|"
    r"pour\b)[a-zà-ÿ'’-]+){0,3} "
    r"(?P<a>[A-ZÀ-Þ][\w&'’-]+(?: [A-ZÀ-Þ][\w&'’-]+){0,2})"
)


def _cue(kind: K, cue: str, anchor: str, no: str = r"\bx{9}\b") -> Phrase:
    pattern = rf"(?=[^;|]*?(?P<v>{cue}))(?![^;|]*(?:{no}))[^;|]*?{anchor}"
    return _p(kind, pattern, money=kind is K.FUNDING)


_PAST = r"\b(?:vor \w+ Jahren|im Jahr (?:19|20)\d\d|Studie|Umfrage|Branche|Kommentar)\b"
_PASSÉ = r"\b(?:il y a \w+ ans|en (?:19|20)\d\d|étude|sondage|secteur|tribune|grève|homme|femme|voleurs?|volé chez)\b"
GERMAN = Phrases(
    (
        _cue(
            K.LAYOFFS,
            r"Stellenabbau|Jobabbau|Entlassungen|Kündigungen|streicht [^;|]*Stelle|(?:Stellen|Arbeitsplätze|"
            r"Jobs)\b[^;|]* "
            r"(?:weg|ab|gestrichen|abgebaut|bedroht)\b|fallen [^;|]*(?:Stellen|Arbeitsplätze|Jobs) weg",
            _GERMAN,
            _PAST,
        ),
        _cue(
            K.SECURITY_INCIDENT,
            r"Ransomware\w*|Hackerangriff\w*|Cyberattacke\w*|Cyberangriff\w*|Datenleck\w*",
            _GERMAN,
            rf"{_PAST}|warnt|schützt|Schutz",
        ),
        _cue(K.REGULATORY, r"Bußgeld|Geldbuße|Millionenstrafe|Strafe (?:an|von|in)|Kartellverfahren", _GERMAN, _PAST),
        _cue(
            K.EXECUTIVE_DEPARTURE,
            r"(?:[Cc]hef|[Vv]orstand|CEO|CFO|[Gg]eschäftsführer)(?:in)? [A-ZÄÖÜ]\w+ [A-ZÄÖÜ]\w+ verlässt",
            _GERMAN,
            _PAST,
        ),
        _cue(
            K.EXPANSION,
            r"nimmt [^;|]*in Betrieb|eröffnet\b|eröffnen\b|neue[ns]? (?:Werk|Fabrik|Standort|Filiale|Zentrale|"
            r"Logistikzentrum)",
            _GERMAN,
            rf"{_PAST}|Verfahren|Ausstellung|Kampf",
        ),
        _cue(
            K.EARNINGS,
            r"(?:Umsatz|Gewinn|Verlust|Ergebnis)\b[^;|]*(?:Prozent|Millionen|Milliarden|Plus|Minus|Rekord)",
            _GERMAN,
            rf"{_PAST}|Finanzierung|Übernahme|übernimmt|kauft",
        ),
        _cue(K.CONTRACT_WIN, r"(?:Groß|Millionen)?[Aa]uftrag (?:von|der|des|aus|über|für)|liefert \d+", _GERMAN, _PAST),
        _cue(K.PRODUCT_LAUNCH, r"launcht|bringt [^;|]*auf den Markt", _GERMAN, _PAST),
    )
)
FRENCH = Phrases(
    (
        _cue(
            K.LAYOFFS,
            r"[Pp]lan social|suppressions? (?:de|d['’])|licenciements?|postes? (?:menacés?|supprimés?)|"
            r"fermeture du site",
            _FRENCH,
            _PASSÉ,
        ),
        _cue(
            K.SECURITY_INCIDENT,
            r"[Cc]yberattaque|[Pp]iratage|[Rr]ansomware|[Rr]ançongiciel|[Ff]uite de données|données [^;|"
            r"]*(?:volées|dérobées)",
            _FRENCH,
            rf"{_PASSÉ}|protég|conseils",
        ),
        _cue(K.REGULATORY, r"condamnée? à|d['’]amende|mise? en demeure", _FRENCH, _PASSÉ),
        _cue(
            K.EXECUTIVE_DEPARTURE,
            r"quitte la (?:présidence|direction|tête)|quitte ses fonctions|démissionne",
            _FRENCH,
            _PASSÉ,
        ),
        _cue(
            K.EXECUTIVE_HIRE,
            r"dirige désormais|prend(?:ra)? la (?:tête|direction|présidence)|nommée?\b",
            _FRENCH,
            _PASSÉ,
        ),
        _cue(
            K.FUNDING,
            r"(?:millions|M€)[^;|]*(?:de financement|levés?|auprès d)|levée de fonds|tour de table",
            _FRENCH,
            rf"{_PASSÉ}|amende|chiffre d['’]affaires|contrat",
        ),
        _cue(
            K.EXPANSION,
            r"agrandit|usine flambant neuve|nouvelle usine|nouveau (?:site|siège|magasin)|inaugure",
            _FRENCH,
            rf"{_PASSÉ}|piscine|école",
        ),
        _cue(
            K.EARNINGS,
            r"(?:bénéfice|chiffre d['’]affaires|résultat)[^;|]*(?:bondi|recul|progress|hausse|baisse|chut|%)",
            _FRENCH,
            _PASSÉ,
        ),
        _cue(K.CONTRACT_WIN, r"(?:signe|décroche|remporte|obtient)[^;|]*(?:contrat|commande)", _FRENCH, _PASSÉ),
    )
)
LAST_LOOK = {"de": GERMAN, "fr": FRENCH}
