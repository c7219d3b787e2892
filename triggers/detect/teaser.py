"""Headlines that keep the name back: "Anvil maker picks Ohio for plant". The text below then says whose news it is."""

from __future__ import annotations

import re

from triggers.detect.grammar.lexicon import DESCRIPTORS
from triggers.detect.grammar.verbs import VERBS
from triggers.types import EventKind

_LOOK = 8  # words in which such a subject ends
_MARKS = "\"'“”‘’.,:;!?()"


def unnamed_subject(title: str) -> bool:
    """Whether the first verb of a headline is done by a kind of company, not by a name."""
    said = [w.strip(_MARKS) for w in title.split(maxsplit=_LOOK)[:_LOOK]]
    words = [w.lower() for w in said]
    verb = next((i for i, w in enumerate(words) if i and (w in VERBS or w in ("to", "will"))), 0)
    if verb > 0 and words[verb - 1] in DESCRIPTORS:
        return True
    return any(
        words[i] in DESCRIPTORS and said[i + 1].islower() and words[i + 1].endswith("s") and len(words[i + 1]) > 3
        for i in range(len(words) - 1)
    )


def of_people(title: str) -> bool:
    """Whether a headline speaks of posts and people: "New finance chief named", "Changes at the top"."""
    return _OF_PEOPLE.search(title) is not None


_OF_PEOPLE = re.compile(
    r"\b(?:appoint(?:s|ed|ment|ments)|(?:new|next|finance|sales|marketing|interim) (?:\w+ )?(?:ceo|"
    r"cfo|coo|cto|chief|head|boss|"
    r"director|president|chairman|chair|manager|leader)|chief executive|(?:leadership|management|board|executive|"
    r"c-suite|personnel|people|staff) (?:changes?|moves?|appointments?|shake-?up|reshuffle|transition|team|news)|"
    r"changes? at the top|takes? (?:the )?(?:helm|reins|over)|new (?:hire|role|job|post|face)|promot(?:ed|ion|es)|"
    r"(?:steps|stepping|stands|standing) down|resign(?:s|ed|ation)|retire(?:s|ment)|successor|succeed(?:s|ed)?|"
    r"(?:ceo|cfo|coo|cto|vp|md|director|president|chairman) (?:named|hired|chosen|leaves|quits|exits|out))\b",
    re.I,
)
_KIND_OF_FIRM = re.compile(
    r"\b\w*(?:konzern|hersteller|bauer|anbieter|händler|spezialist|zulieferer|unternehmen|firma|"
    r"start-?up|kette|bank|riese|"
    r"gigant|discounter|versicherer|betreiber|molkerei|entwickler|gruppe|brauerei|verlag|dienstleister|produzent|"
    r"fabricants?|groupe|géant|spécialiste|enseigne|éditeur|constructeur|équipementier|fintech|laboratoire|société|"
    r"entreprise|pépite|distributeur|empresa|compañía|grupo|fabricante|gruppo|società|azienda|startup)\b",
    re.I,
)
_SHORT = 5  # words of a headline that only says what kind of news follows


def kept_back(title: str, company: str, kind: EventKind) -> bool:
    """Whether a headline of the continent leaves room for an event that only the text below it tells.

    It names the company, or a kind of company in its place, or is no more than a label.
    """
    if " von " in company:
        return False
    said = title.split()
    first = company.split()[0].lower()
    if any(word.strip(_MARKS).lower().startswith(first) for word in said):
        return kind is not EventKind.PRODUCT_LAUNCH
    return len(said) <= _SHORT or _KIND_OF_FIRM.search(title) is not None
