"""German verbs as far as it takes to speak to somebody of what they said of themselves. Pure."""

from __future__ import annotations

import re
from typing import Literal

from campaigns.story.lexicon import words

_SPLIT = words(
    """ab an auf aus bei ein fest her heraus hin hinaus hinterher klar los mit nach nieder statt teil um unter vor voran
    vorbei voraus weg weiter wieder zu zurecht zurück zusammen kaputt davon durch über frei hoch runter raus rein"""
)
_BEFORE = f"(?:{'|'.join(sorted(_SPLIT | words('be ver er ent zer ge miss')))}){{0,3}}"

_ODD = {
    "bin": "sind", "hab": "haben", "kann": "können", "muss": "müssen", "muß": "müssen", "darf": "dürfen",
    "soll": "sollen", "will": "wollen", "mag": "mögen", "weiß": "wissen", "tue": "tun", "tu": "tun",
}  # fmt: skip
_PAST = words(
    """war kam ging stand fand gab nahm sah ließ hielt lief rief schrieb sprach traf lor verlor gann blieb tat las saß
    trug schlug fuhr wuchs half warf bot flog zog schloss schnitt litt stieg schwieg griff aß trank fing hing lag
    rieb"""
)
_HELPS = words(
    """habe haben hatte hatten hätte hätten bin sind war waren wäre wären werde werden wurde wurden würde würden kann
    können konnte konnten könnte könnten muss müssen musste mussten müsste müssten darf dürfen durfte durften soll
    sollen sollte sollten will wollen wollte wollten mag mögen möchte möchten"""
)
_KNOWN = words(
    """acht änder arbeit antwort bau bekomm besuch bet bezahl bitt bleib brauch brems brenn bring dank denk dreh drück
    entscheid erfahr erinner erklär erreich erwart erzähl fahr fall fang fehl feil feier find flieg folg frag freu
    führ füll fühl fürcht geb geh glaub greif halt handl handel häng heb heiß helf hoff hol hör investier kämpf kauf
    kenn klag komm kümmer lach lass lauf leb leg lern les lieb lieg liefer lös mach meld merk mess mein nehm nenn
    nutz öffn pass plan prüf rechn red reich reis rett ruf sag samml sammel schaff schätz schick schlaf schließ
    schreib schul seh setz sitz sorg spar sprech spür steck steh stell streit such teil trag trau treff treib trenn
    tu überleg übernehm überseh verdien vergess verhandel verkauf verlier verlass versprech versteh versuch vertrau
    verwend verzicht wachs wähl wander wart warn wechsl wechsel weiß wend werb wiederhol wiss wohn wunder wünsch
    zahl zähl zeig zieh zweifl zweifel zwing"""
)
_NO_VERB = words(
    """alle alleine andere bange beide beinahe böse diese eine feige ganze gerade gerne halbe heute ihre
    infrage irre jede jene keine lange leise meine müde nahe neue ohne pleite solche träge unsere viele welche wenige
    zuhause zugrunde zugute zuliebe zunichte zustande imstande"""
)
_KEEPS_E = re.compile(r"(?:[ie]|schw|qu|sch)ere\Z")  # verliere, leere, erschwere, überquere: -eren
_STEMS = f"{_BEFORE}(?:{'|'.join(sorted(_KNOWN))})"
_KNOWN_STEM, _KNOWN_NOW = re.compile(rf"{_STEMS}(?:e|e?n|e?ten?)"), re.compile(rf"{_STEMS}e")
_LIKE_LE = re.compile(r"[^aeiouäöülhr]le\Z")  # sammle, wechsle: -eln
_PAST_FORM = re.compile(rf"{_BEFORE}(?:{'|'.join(sorted(_PAST))})")

_DATIVE = (
    "fehl|mangel|helf|hilf|half|holf|gehör|gefall|gefäll|gefiel|gel[aiu]ng|schad|trau|glaub|folg|antwort|dank|entgeh|"
    "entging|entgleit|ausgeh|ausging|ausgegang|weglauf|wegläuf|weglief|weggelauf|davonl[aäi]|wegbr[aio]ch|wegbrech|"
    "weggebroch|schwerf[aäi]|leichtf[aäi]|auff[aäi]ll|aufgefall|einf[aäi]ll|wehtu|zusteh|nütz|nutz|sag|geb|gib|gab|"
    "zeig|erzähl|erklär|schick|bring|brach|nehm|nimm|nahm|nomm|schreib|schrieb|verkauf|vorw[ae]rf|anbiet|überl[aä]ss|"
    "bleib|blieb|verspr[aeio]ch|verschw|bericht|zuarbeit|entgegen"
)
_ACCUSATIVE = (
    "kost|frag|nerv|ärger|stör|brems|kenn|kannt|h[aä]lt|hielt|find|fand|fund|versteh|verst[ae]nd|seh|sieh|sah|ruf|rief|"
    "verl[aä]ss|verließ|verg[aei]ss|vergaß|brauch|lob|prüf|warn|überrasch|treff|triff|traf|troff|erreich|umgeh|umging|"
    "vergl[ei]+ch|informier|hinder|wunder|freu|beschäftig|besuch|plag|drück|zw[aiu]ng|interessier|lähm|überforder|"
    "blockier|wähl|verwechsel|unterbr[aio]ch|unterschätz|ablenk|enttäusch|belast|bezahl|quäl|reiz|beunruhig|ermüd"
)
_JUDGED = re.compile(
    r"\b(?:klar|wichtig|egal|peinlich|bewusst|fremd|neu|recht|bekannt|lieb|lästig|zu \w+) "
    r"(?:ist|war|sind|waren|wird|bleibt)\b"
)
_TAKES = {
    "Ihnen": re.compile(rf"{_BEFORE}(?:{_DATIVE})\w{{0,4}}"),
    "Sie": re.compile(rf"{_BEFORE}(?:{_ACCUSATIVE})\w{{0,4}}"),
}


def as_sie(words: list[str], *, final: bool) -> list[str] | None:
    """The words of a clause of "ich" with its verb, the last word, in the form of "Sie". Behind a verb that helps two
    others ("hätte machen müssen") the verb stands before them, where the clause is `final`. None: no verb is there."""
    turned = _plural(words[-1])
    if turned:
        return [*words[:-1], turned]
    if (
        final
        and len(words) > 2
        and followed_by_two(words)
        and words[-3] in ("habe", "hatte", "hätte", "werde", "würde")
    ):
        return [*words[:-3], f"{words[-3]}n", *words[-2:]]
    return None


def _plural(verb: str) -> str | None:
    if verb != verb.lower() or verb in _NO_VERB - {"meine"}:
        return None
    if verb in _ODD:
        return _ODD[verb]
    if _PAST_FORM.fullmatch(verb):
        return f"{verb}en"
    if not verb.endswith("e") or len(verb) < 4:
        return None
    if verb.endswith("ere") and not _KEEPS_E.search(verb):
        return f"{verb[:-1]}n"
    return f"{verb[:-2]}eln" if _LIKE_LE.search(verb) else f"{verb}n"


def is_verb(word: str, subject: str) -> bool:
    """Whether a word is surely a finite verb of "ich", of "wir" or of "they", whoever that is ("mir fehlt"), or has a
    form that "only ich" has."""
    if word != word.lower():
        return False
    if subject == "only ich":
        return word in ("bin", "hab", "habe", "tu", "tue") or _KNOWN_NOW.fullmatch(word) is not None
    if subject == "ich":
        return _plural(word) is not None and (word in _HELPS | set(_ODD) or _surely(word))
    if subject == "wir":
        return word.endswith("n") and (word in _HELPS or _KNOWN_STEM.fullmatch(word) is not None)
    ends = re.search(r"(?:t|te|en|ten|n)\Z", word) is not None
    return helps(word) or (ends and case_of([word]) is not None)


def helps(word: str) -> bool:
    """Whether another verb may hang on this one."""
    return word in _HELPS or word in ("hat", "ist", "wird")


def followed_by_two(words: list[str]) -> bool:
    """Whether the words end in two verbs ("sagen müssen"), which the one that helps them stands before."""
    return len(words) > 1 and words[-1] in _HELPS | {"lassen"} and words[-2].endswith("n") and words[-2].islower()


def _surely(word: str) -> bool:
    return _KNOWN_STEM.fullmatch(word) is not None or _PAST_FORM.fullmatch(word) is not None


def is_prefix(word: str) -> bool:
    """Whether the word is one that a plain sentence splits off its verb."""
    return word in _SPLIT


def case_of(words: list[str]) -> Literal["Ihnen", "Sie"] | None:
    """What "uns" becomes before these words, which end in their verb; None where no known verb decides it."""
    tail = words[-3:]
    dative = bool(_JUDGED.search(" ".join(tail))) or any(_TAKES["Ihnen"].fullmatch(one) for one in tail)
    accusative = any(_TAKES["Sie"].fullmatch(one) for one in tail)
    if dative == accusative:
        return None
    return "Ihnen" if dative else "Sie"
