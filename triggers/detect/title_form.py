"""The name as the headline writes it: GM above "General Motors is forming", Acme Foods above "Acme has bought"."""

from __future__ import annotations

from triggers.detect.grammar.fields import FIELDS
from triggers.detect.grammar.inside import Name
from triggers.detect.grammar.lexicon import DEMONYMS, LEGAL, NOT_NAMES, PLACES, words
from triggers.detect.grammar.marks import COMPANY_TAILS
from triggers.detect.grammar.name_words import OF_PLACES
from triggers.detect.grammar.roles import ROLE_WORDS
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line
from triggers.detect.grammar.topics import runs
from triggers.detect.scene import Scene, name_span

_ORDINARY = ROLE_WORDS | FIELDS | DEMONYMS | NOT_NAMES | PLACES | OF_PLACES | COMPANY_TAILS
_GOODS = words("tech technology model models chatbot tool tools app apps software platform assistant chips products")


def as_in_headline(scene: Scene, hit: Hit) -> Hit:
    """The hit, with its company pointing to the headline where the headline names the same firm in another form."""
    if hit.line.field == "title":
        return hit
    told = [word for word in hit.company.text.lower().replace(",", " ").split() if word not in LEGAL]
    for line in scene.title:
        for name in runs(line):
            read = [t.low for t in line.toks[name.first : name.last] if t.low not in LEGAL and t.word != ","]
            if name.person or read == told or _beside_goods(line, name):
                continue
            if _same(read, told, line.toks[name.first].word):
                hit.company = name_span(line, name)
                return hit
    return hit


def _beside_goods(line: Line, name: Name) -> bool:
    """ "Acme AI tech": what follows the run may have a part of it for itself."""
    return name.last < len(line.toks) and line.toks[name.last].low in _GOODS


def _same(words: list[str], told: list[str], first: str) -> bool:
    if not words or not told:
        return False
    if len(words) == 1 and first.isupper() and 1 < len(first) < 6 and len(told) > 1:
        return words[0] == "".join(word[0] for word in told if word[0].isalpha())
    shorter, longer = sorted((words, told), key=len)
    if longer[: len(shorter)] != shorter or shorter[0] in _ORDINARY or len(shorter[0]) < 3:
        return False
    return longer is told or all(word in COMPANY_TAILS for word in longer[len(shorter) :])
