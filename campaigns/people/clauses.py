"""What somebody told us, put so that it can stand in a sentence of ours. Pure."""

from __future__ import annotations

from campaigns.story.lexicon import words


def as_clause(statement: str, language: str) -> str:
    """A statement so that it can follow "that": no full stop, and no capital that only starts a sentence."""
    text = statement.strip().rstrip(".!… ").strip()
    first = text.split(" ", 1)[0]
    starts_sentence = first[:1].isupper() and first[1:].islower() and first.casefold() in _OPENERS.get(language, ())
    return text[:1].lower() + text[1:] if starts_sentence else text


_OPENERS = {
    "en": words(
        """a an the our my we it they this that these those new most many some every each all no nobody nothing when if
        people customers sellers teams managers half getting making keeping finding hiring there what how with after
        too two three"""
    ),
    "de": words(
        """ein eine der die das den dem unser unsere mein meine wir es sie ich dieser diese neue neuer alle viele jeder
        jede jedes kein keine niemand wenn wer was wie zu nach seit zwei drei"""
    ),
}
