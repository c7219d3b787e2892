"""Which language a text is in. Scripts decide first, then small words; a statistical model only where both are silent.

Headlines are too short for the model alone, and most texts are settled by their small words in a few microseconds.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from triggers.detect.grammar.lexicon import words

READ = words("""en de fr es it pt nl""")
_ASKED = 160  # characters
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
)
_OTHER_SCRIPT = re.compile("[\u0370-\u1fff\u3040-\ud7af]")
_FOREIGN_SHARE = 0.25
_SMALL = {
    "en": "the of and to in for on with as at by from is are its it has after over new into that will "
    "says raises launches how why what your you an amid could who their his raised raises acquires "
    "confirms hackers data firms funding company launches startup million billion names appoints "
    "profit revenue shares deal plant jobs hits talks sells buys takes says agrees plans expands "
    "opens wins millions fusion exposed leaked",
    "de": "der die das und für mit von ein eine einen einem einer im zu zum zur auf bei ist nach wird "
    "sich dem den des nicht auch aus über neue neuer neuen als um am gegen will hat mehr übernimmt "
    "kauft verkauft senkt steigert erhält sammelt millionen milliarden umsatz gewinn prognose "
    "streicht stellen eröffnet verlässt wechselt beruft ernennt unternehmen investiert übernahme "
    "börsengang kooperiert kooperieren startet sichert finanzierungsrunde chefin konzern angriff "
    "hackerangriff cyberangriff fusionieren fusion stellenabbau werk finanzierung gründer mitarbeiter beim "
    "wechsel abgang holt bekommt plant kündigt bußgeld verfahren auftrag rücktritt insolvenz standort vor "
    "schließt betroffen beschäftigte steht offenbar treten wenn ab "
    "liefert gründen will wieder investieren exit dort fußballweltmeister folgt fallen zwischen strategische "
    "partnerschaft heuert launcht künftig neuer finanzchef finanzchefin vorstand vorständin geschäftsführer managerin "
    "bleibt muss soll nun jetzt seit ohne durch laut trotz wegen ihre seine ihrer seiner dieser diese vom ans ins rund "
    "weniger erste ersten deutsche deutschen tritt zurück bringt wächst baut geht kommt gewinnt verliert jahre jahren "
    "prozent tochter verkauf käufer beschäftigten arbeitsplätze kunden kundendaten investoren kapital frisches "
    "kapitalerhöhung gesellschaft konzerns gibt macht zieht löst leitet rückt hört scheidet steigt bestellt "
    "übernehmen kaufen erwirbt erwerben schluckt mehrheit neues quartalszahlen zahlen rutscht preise steigen mio "
    "franken an hebt strebt gelingt börse börsendebüt jahresprognose sucht findet vergibt verhandelt errichtet "
    "schreibt verlust heute unter zwei drei warum einen weil wer noch schon viele alle keine "
    "sein ihr legt amt nieder wurde wurden worden geworden werden können konnte konnten hatte hatten sind waren bis "
    "zudem damit dabei sowie jedoch erneut künftigen jährlich zum",
    "fr": "le la les des et du pour une dans sur avec au aux est par son sa ses qui l'ia d'euros plus en "
    "à se ce cette leur lève millions s'offre rachète rejoint nomme nommé nommée quitte acquiert "
    "annonce boucle levée fonds directeur directrice rachat entreprise société supprime postes "
    "signe partenariat tant que entre hausse baisse semestre trimestre recrute s'implante usine "
    "cyberattaque démission salariés emplois bourse enquête amende choisit ouvre lance dévoile bénéfice "
    "chiffre d'affaires vient va ont fusion licencie réunit prévoit chez inflige prend siège nouveau nouvelle "
    "arrive rejette l'offre devient succède élu élue après plusieurs groupe deux trois sera fait veut peut cède vendre "
    "commande données d'un d'une l'américain l'allemand l'italien française français vers contre sans sous depuis "
    "financement investit actionnaire actionnaires conseil d'administration pdg marché tour jeune pousse il "
    "pourquoi faut nos notre obtient auprès ans dix usines rachetait rachetée racheté "
    "piraté piratée doivent savoir été rentabilité sauve",
    "es": "el los las y del para con una por su al que en se más sus millones como es lanza de empresa "
    "compra levanta millones ronda cierra nombra despide ficha factura ingresos beneficio inversión "
    "financiación adquiere alianza plantilla año sale bolsa acaba capta española español vende el nueva nuevo "
    "entra venta filial estudia pasa manos grupo opa sobre fondo negocia recibe obtiene completa ampliación tras hasta "
    "ofrece anuncia fusionan vendida adquirida adquisición compró levantó ultima invierte tu cómo",
    "it": "il lo gli di e del della per con una nel che da al alla dei delle milioni è sono più dal "
    "nella acquisisce raccoglie nomina azienda ha chiude lancia annuncia finanziamento sceglie accordo "
    "acquista aumento capitale unicorno ricavi borsa società nuovo nuova passa venduta ceduta acquisita acquisizione "
    "la gruppo aggiudica rileva compra entra guida fondo quota maggioranza trattative offerta respinge italiana "
    "italiano francese tedeschi tedesca incassa ottiene completa investe raccolto guidato si su di da tra fra dopo",
    "pt": "o os as e do da para com uma por no na em que dos das milhões ao pela mais não é um",
    "nl": "het een van en voor met op naar bij uit zijn wordt aan niet miljoen over door haar ook als om",
    "sv": "och för att på som av är till ett den med från inte har nya miljoner sin i",
    "da": "og for at på som af er til et den med fra ikke har nye millioner sin i",
    "pl": "w i na z do się że nie jest po od dla za przez jak oraz",
    "tr": "ve bir için ile bu da de olarak milyon yeni dolar yatırım aldı",
    "id": "dan di yang untuk dengan dari ke pada ini akan juta baru dalam oleh",
    "vi": "và của cho các trong với là được tại một những đã vào",
    "fi": "ja on se että ei miljoonaa uusi sekä",
}
_OWNERS: dict[str, list[str]] = {}
for _code, _words in _SMALL.items():
    for _word in _words.split():
        _OWNERS.setdefault(_word, []).append(_code)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def language_of(text: str, claimed: str | None = None) -> str:
    """ISO 639-1 code of the text; `claimed` is what its feed says and settles what the text leaves open."""
    text = text[:_ASKED]
    if not text.isascii() and _OTHER_SCRIPT.search(text) and (script := _by_script(text)):
        return script
    counts: dict[str, float] = {}
    found = _WORD.findall(text)
    for i, word in enumerate(found):
        for code, weight in _votes(word, opens=not i):
            counts[code] = counts.get(code, 0.0) + weight
    hint = (claimed or "").lower()[:2]
    if hint in _SMALL and hint != "en":
        counts[hint] = counts.get(hint, 0.0) + 0.5
    best = max(counts, key=lambda code: (counts[code], code == "en"), default="en")
    english = counts.get("en", 0.0)
    enough = _ALONE if best in _SPOKEN and not english else _SURE  # "van" alone makes no Dutch
    if best != "en" and counts[best] >= enough and counts[best] > english + 0.4:
        return best
    if english or not any(c > "\u00bf" and c.isalpha() for c in text) or len(found) < 4:
        return "en" if english or hint not in _SMALL else hint
    return _by_model(text)


_GERMAN_TAILS = (
    "fabrik", "ungen", "keit", "schaft", "zentrum", "stellen", "runde", "konzern", "hersteller", "anbieter", "prognose",
    "finanzierung", "geschäft", "vorstand", "beteiligung", "eröffnung", "legung", "übernahme", "abbau", "standort",
)  # fmt: skip
_SURE = 1.5  # one long word, or two small ones
_SPOKEN = words("de fr es it")  # languages whose small words are rare in English names
_ALONE = 1.0  # one small word, where nothing speaks for English


@lru_cache(maxsize=16_384)  # news repeats its words
def _votes(word: str, *, opens: bool) -> tuple[tuple[str, float], ...]:
    """Languages that the word speaks for, and how much; `opens` is the first word of the text."""
    low = word.lower().replace("’", "'")
    owners = _OWNERS.get(low)
    if owners and (opens or not word[0].isupper() or len(low) > 4):  # "Los" in Los Angeles
        weight = (1.0 if len(owners) == 1 else 0.4) * (1.5 if len(low) > 4 else 1.0)
        return tuple((code, weight) for code in owners)
    return (("de", 1.0),) if len(low) > 8 and low.endswith(_GERMAN_TAILS) else ()


def _by_script(text: str) -> str | None:
    letters = sum(c.isalpha() for c in text)
    for code, pattern in _SCRIPTS:
        found = len(pattern.findall(text))
        if found and found >= _FOREIGN_SHARE * letters:
            return code
    return None


def _by_model(text: str) -> str:
    code, _ = _model().classify(text)
    return str(code)


@cache
def _model() -> Any:
    """Loaded on first need: it costs tens of milliseconds and memory that most processes never spend."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    model.set_languages(
        ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "pl", "cs", "tr", "id", "vi", "ro", "hu"]
    )
    return model
