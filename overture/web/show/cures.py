"""Why each code of the lint exists and what mends it, one sentence each; the docs have examples."""

from __future__ import annotations

from dataclasses import dataclass

from campaigns.story.lint import CODES


@dataclass(frozen=True, slots=True)
class Cure:
    """`name` is what the code finds, `why` what a reader would suffer from, `cure` what to do."""

    name: str
    why: str
    cure: str


_WORDS: dict[str, tuple[str, str]] = {
    "TPL001": ("The file cannot be read as a story.", "Mend the line; a story needs id, event, language and subject."),
    "TPL002": ("A field that does not exist prints nothing.", "Take one from the list of fields."),
    "TPL003": ("Stories know a few tags and filters only.", "Use if, for, set, beat, abort and the filters listed."),
    "TPL004": (
        "For some readers this is not known, and the draft could not be written.",
        "Put the field into requires, wrap it in an if, or give it a default.",
    ),
    "TPL005": ("It takes too long or grows too large.", "Make it shorter; leave out loops over long lists."),
    "EVD001": (
        "It states a fact that nothing known supports, so it may be false for this reader.",
        "Print a field instead, or say it without the figure or name.",
    ),
    "EVD002": ("The evidence is old or was taken back.", "Tell it anew with what is known, or leave the sentence out."),
    "PRIVATE001": ("It was told in confidence.", "Leave it out; it may guide you, and must not be said."),
    "LEVEL001": ("It claims to know more of them than was heard.", "Lower the level, or ask them first."),
    "SAFE001": ("On such a day a pitch or a congratulation hurts.", "Offer help without selling, or write nothing."),
    "BEAT001": ("A reader follows the beats in their order.", "Keep moment, problem, journey, setback, promise, ask."),
    "SETBACK001": ("A story in which nothing goes wrong is an advertisement.", "Say what it cost, in plain words."),
    "SELF001": ("It speaks more of you than of them.", "Turn sentences round so that they begin with the reader."),
    "SELF002": ("The first words decide whether it is read on.", "Begin with them or with their news."),
    "PITCH001": ("You offer before they have said what hurts.", "Move it behind the problem, or leave it out."),
    "ASK001": ("Two questions get no answer, a meeting costs too much.", "Ask one thing that a reply can answer."),
    "PROMISE001": ("Nobody has agreed to keep it.", "Print promise.text of the catalogue, once."),
    "CLICHE001": ("Everybody writes this, so it says that nobody wrote it.", "Say what you mean, or nothing."),
    "TONE001": ("Big words make the true ones doubtful.", "Use the plain word."),
    "LEN001": ("Long letters are put off and forgotten.", "Cut to 50 to 110 words."),
    "LEN002": ("Phones cut the subject.", "Say it in 60 characters."),
    "READ001": ("It takes effort to read.", "Make two sentences of one, and take shorter words."),
    "LANG001": ("The reader does not read this language.", "Write the whole text in the language of the front matter."),
}


def cure(code: str) -> Cure:
    """The words for a code; an unknown one explains itself by its name alone."""
    why, mend = _WORDS.get(code, ("", ""))
    return Cure(CODES.get(code, code), why, mend)
