"""The name as the headline writes it: GM above "General Motors is forming", Acme Foods above "Acme has bought".

In one sentence the form that stands first counts, which is the full one as a rule.
"""

from __future__ import annotations

from triggers.detect.grammar.fields import FIELDS
from triggers.detect.grammar.inside import Name
from triggers.detect.grammar.lexicon import DEMONYMS, LEGAL, NOT_NAMES, PLACES, words
from triggers.detect.grammar.marks import COMPANY_TAILS
from triggers.detect.grammar.name_words import OF_PLACES
from triggers.detect.grammar.roles import ROLE_WORDS
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line, lines
from triggers.detect.grammar.topics import runs
from triggers.detect.scene import Scene, name_span

_ORDINARY = ROLE_WORDS | FIELDS | DEMONYMS | NOT_NAMES | PLACES | OF_PLACES | COMPANY_TAILS
_GOODS = words("tech technology model models chatbot tool tools app apps software platform assistant chips products")


def as_in_headline(scene: Scene, hit: Hit) -> Hit:
    """The hit, with its company pointing to the headline where the headline names the same firm in another form."""
    told = [word for word in hit.company.text.lower().replace(",", " ").split() if word not in LEGAL]
    if hit.line.field == "title":
        return _as_first_named(hit, told)
    for line in scene.title or lines(scene.clean.title, "title"):
        for run in runs(line):
            name = _bare(line, run, told) if line.titled else run
            read = [t.low for t in line.toks[name.first : name.last] if t.low not in LEGAL and t.word != ","]
            longer = read == told and len(line.slice(name.first, name.last)) >= len(hit.company.text)
            if name.person or longer or _beside_goods(line, name):
                continue
            if read == told or _same(read, told, line.toks[name.first].word):
                hit.company = name_span(line, name)
                return hit
    return hit


def _as_first_named(hit: Hit, told: list[str]) -> Hit:
    """The hit with the name in full where the sentence gave it so before: "Acme Foods Ltd. … charges that Acme"."""
    line = hit.line
    for name in runs(line):
        if line.toks[name.last - 1].end >= hit.company.start:
            return hit
        read = [t.low for t in line.toks[name.first : name.last] if t.low not in LEGAL and t.word != ","]
        initials = "".join(word[0] for word in read if word[0].isalpha())
        short = len(told) == 1 and hit.company.text.isupper() and len(initials) > 2 and told[0] == initials
        if short or (not name.person and len(read) > len(told) > 0 and _same(told, read, hit.company.text)):
            hit.company = name_span(line, name)
            return hit
    return hit


def _bare(line: Line, name: Name, told: list[str]) -> Name:
    """In a headline in which every word is a capital: as much of the run as opens the name that is told below."""
    k = name.first
    while k < name.last and k - name.first < len(told) and line.toks[k].low == told[k - name.first]:
        k += 1
    goes_on = k < name.last and line.toks[k].low in COMPANY_TAILS
    return name if k == name.first or goes_on else Name(name.first, k, name.person)


def _beside_goods(line: Line, name: Name) -> bool:
    """ "Acme AI tech": what follows the run may have a part of it for itself."""
    return name.last < len(line.toks) and line.toks[name.last].low in _GOODS


def _same(words: list[str], told: list[str], first: str) -> bool:
    if not words or not told:
        return False
    if len(words) == 1 and first.isupper() and 1 < len(first) < 6 and len(told) > 1:
        return words[0] in (told[0], "".join(word[0] for word in told if word[0].isalpha()))
    shorter, longer = sorted((words, told), key=len)
    if longer[: len(shorter)] != shorter or shorter[0] in _ORDINARY or len(shorter[0]) < 3:
        return False
    return longer is told or all(word in COMPANY_TAILS for word in longer[len(shorter) :])
