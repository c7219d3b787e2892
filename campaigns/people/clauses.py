"""What somebody told us, put so that it can stand in a sentence of ours. Pure."""

from __future__ import annotations

import re

from campaigns.people.clauses_de import to_sie
from campaigns.story.known_names import COMPANIES, FIRST_NAMES
from campaigns.story.lexicon import words
from campaigns.words import commonness, proper_name


def as_clause(statement: str, language: str) -> str:
    """A statement so that it can follow "that": no mark at its end, no capital that only starts a sentence, and who
    spoke of themselves is spoken to ("we lose sellers" -> "you lose sellers"), or quoted where that is not sure."""
    text = _THAT.sub("", " ".join(statement.split())).rstrip(".!?… ").strip()
    first = text.split(" ", 1)[0]
    if first[:1].isupper() and first[1:].islower() and _starts_only(first, language):
        text = text[:1].lower() + text[1:]
    if language not in _TURNED:
        return text
    turned = _TURNED[language](text)
    return turned if turned is not None else _QUOTED[language].format(text)


_THAT = re.compile(r"\A(?:that|dass)\s+(?=\w)", re.IGNORECASE)


def _starts_only(word: str, language: str) -> bool:
    """Whether a word has its capital from its place. In German any noun has one, so there only those that are none."""
    plain = word.casefold()
    if plain in _OPENERS.get(language, ()):
        return True
    if language != "en" or proper_name(plain) or word in COMPANIES or word in FIRST_NAMES:
        return False
    return any(commonness(form) for form in (plain, plain.removesuffix("ers"), plain.removesuffix("er")))


_YOU = {
    "we": "you", "us": "you", "our": "your", "ours": "yours", "ourselves": "yourselves", "i": "you", "me": "you",
    "my": "your", "mine": "yours", "myself": "yourself", "we're": "you're", "we've": "you've", "we'll": "you'll",
    "we'd": "you'd", "i'm": "you're", "i've": "you've", "i'll": "you'll", "i'd": "you'd",
}  # fmt: skip
_FIRST_EN = re.compile(
    r"\b(?:I (?:am|was)\b|I['’]m\b|(?:I|we)['’](?:ve|ll|d|re)\b|(?:" + "|".join(_YOU) + r")\b)", re.I
)
_SECOND_EN = re.compile(r"\byou(?:rs?|rself|rselves)?\b", re.IGNORECASE)
_BE = {"i am": "you are", "i was": "you were"}


def _to_you(text: str) -> str | None:
    """English: verbs stay as they are, but for those of "to be". Beside a "you" it is not clear who is meant: None."""
    if _SECOND_EN.search(text):
        return None if _FIRST_EN.search(text.replace("US", "")) else text

    def turned(found: re.Match[str]) -> str:
        said = found.group().replace("’", "'").casefold()
        return found.group() if found.group() == "US" else _BE.get(said) or _YOU.get(said) or found.group()

    return _FIRST_EN.sub(turned, text)


_TURNED = {"en": _to_you, "de": to_sie}
_QUOTED = {"en": "“{}”", "de": "„{}“"}
_OPENERS = {
    "en": words(
        """a an the our my we it they this that these those new most many some every each all no nobody nothing when if
        people customers sellers teams managers half getting making keeping finding hiring there what how with after
        too two three"""
    ),
    "de": words(
        """ein eine der die das den dem unser unsere unserem unseren unserer mein meine meinem meinen meiner wir es sie
        ich mir mich uns bei für dieser diese neue neuer alle viele jeder jede jedes kein keine niemand wenn wer was wie
        zu nach seit zwei drei"""
    ),
}
