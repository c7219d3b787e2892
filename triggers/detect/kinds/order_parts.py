"""Whom an order names: the vendor behind a verb, and whether "to" opens a task instead of naming who receives."""

from __future__ import annotations

import re

from triggers.detect.grammar.lexicon import PLACES, words
from triggers.detect.grammar.names import Name, named, objects
from triggers.detect.grammar.tokens import Line
from triggers.detect.grammar.verbs import VERBS
from triggers.detect.scene import text_after


def infinitive(line: Line, i: int) -> bool:
    """Whether "to" before token `i` opens a task ("to Design", "to improve"), not a receiver."""
    low = line.toks[i].low
    return (low in VERBS or low in _TASKS or low.endswith(("ize", "ise", "ify", "ate"))) and line.toks[i].low.isalpha()


_TASKS = words(
    """design build test support help drive power redefine improve supply deliver provide operate upgrade replace run
    manage host lead train equip study explore fuel launch bring make turn fly land map clean protect secure defend
    monitor track print scale convert produce ship move serve integrate reduce boost enhance extend expand maintain
    advance speed streamline transform modernise overhaul rebuild repair refurbish renovate retrofit install deploy
    construct conduct perform develop demonstrate prototype evaluate research enable ensure sustain strengthen"""
)


def vendor_at(line: Line, start: int) -> Name | None:
    """The firm behind the verb; the owner where its product is named: "Acme's Forge planning software"."""
    name = objects(line, start)
    owner = next((j for j in range(start, name.first if name else start) if line.toks[j].poss), None)
    if name is None or owner is None or line.toks[owner].low in PLACES:
        return name
    coded = any("-" in t.word or not t.word.isalpha() for t in line.toks[name.first : name.last])
    return named(line, start, owner + 1) if coded or _PRODUCT.match(text_after(line, name.last - 1)) else name


_PRODUCT = re.compile(
    r"\s(?:(?:for|and|[a-z][\w-]*|[A-Z]\w+) ){0,6}?(?:system|software|solution|platform|suite|tools?|technology|"
    r"service|equipment|app|modules?|robots?|machines?|cloud)\b"
)
