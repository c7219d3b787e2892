"""German and French headlines as phrases: their word order makes a table of patterns safer than the English walk.

A pattern marks its parts by letter: `a` the company (the buyer of a deal), `b` the other side, `p` a person, `r` a
role. What it marks is a noun phrase; the name inside it is found by the same naming as everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from triggers.detect.grammar.gates import Gate, compiled
from triggers.detect.grammar.lexicon import PLACES
from triggers.detect.grammar.names import Name, named
from triggers.detect.grammar.spans import Hit, Span
from triggers.detect.grammar.tokens import Line
from triggers.detect.kinds import money_facts
from triggers.detect.scene import Scene, money_span, name_span
from triggers.types import EventKind, Side, Status

# What is built or run with money is no company that raises it, and what the state gives is no round.
_THING = re.compile(
    r"(?:fabrik|projekte?|zentrum|standort|anlagen?|ausbau|forschung|produktion|infrastruktur|"
    r"initiative|programm|neubau|aktion|"
    r"sanierung|schulen?|schwimmbad|hallenbad|stadion|museum|krankenhaus|vereine?|usine|"
    r"infrastructures?|recherche|hôpital|fábrica|planta|stabilimento)$",
    re.I,
)
_FUND = re.compile(
    r"\b(?:ein|einen|neuen|ersten|zweiten|dritten|vierten|son|un|nouveau|premier|deuxième|"
    r"troisième|\d+e|su|nuevo|primer|"
    r"segundo|tercer|nuovo|primo|secondo|terzo)(?: \w+)? (?:fonds|fondo)\b(?! de roulement)",
    re.I,
)
_STATE = re.compile(
    r"^(?:Der |Das |Die |La |L['’]|Le |El |Il )?(?:Bund|Land|Staat|EU|Stadt|Ministerium|"
    r"Bundesregierung|Freistaat|Kanton|"
    r"Region|région|[EÉé]tat|Gobierno|Governo|Regione|Junta|Comunidad|Commission)\b",
    re.I,
)
_REGIONS = frozenset(("Latinoamérica", "Europa", "Europe", "España", "Italia", "France", "Deutschland"))
_MANY = re.compile(
    r"^(?:\w+ )?(?:Gründer(?:innen)?|Startups|Start-ups|Jungunternehmen|Scale-ups|Unternehmen|Mittelstand|Firmen|"
    r"fondateurs|entrepreneurs|startuppers|emprendedores|imprenditori)$"
)
_PRONOUNS = frozenset(
    [
        "qui",
        "que",
        "il",
        "elle",
        "on",
        "ils",
        "elles",
        "die",
        "der",
        "das",
        "sie",
        "er",
        "es",
        "wer",
        "che",
        "chi",
        "ella",
        "quien",
    ]
)
_ARTICLES = frozenset(["la", "le", "les", "die", "das", "der", "el", "il", "una", "une", "un"])
_BRANCH = re.compile(r"[A-Z][a-zé]+Tech$")
_COMPOUND = re.compile(
    r"(?:[A-ZÄÖÜ][\w-]*)?(?:hersteller|konzern|bauer|zulieferer|anbieter|händler|betreiber|"
    r"entwickler|dienstleister|spezialist|"
    r"schmiede|(?:[Ss]ystem|[Mm]edien|[Aa]uto|[Kk]auf|[Mm]ode|[Vv]erlags|[Bb]ank|[Hh]andels|"
    r"[Vv]ersand)haus|designer|kette|riese|gigant|versicherer|produzent|unternehmen|firma|"
    r"[Ss]tart-?[Uu]p|discounter|tochter|"
    r"(?:Online|Direkt|Neo|Smartphone|Privat)bank|fluglinie|hotelkette|"
    r"[Mm]arke|filialist|konkurrent|rivale|wettbewerber)(?:en|s|n)?$"
)
_QUALITY = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+(?:er|es|e|en)$")
_ELIDED = re.compile(r"[Ll]['’][a-zà-ÿ]+$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One shape of a headline for one kind."""

    kind: EventKind
    told: str  # a pattern
    status: Status | None = None
    wants_money: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        return compiled(self.told)


@dataclass(frozen=True, slots=True)
class _Who:
    span: Span
    person: bool


class Phrases:
    """The phrases of one language in the order in which they are tried."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self.table = tuple(phrases)
        self.gate = Gate([one.told for one in phrases])

    def heard(self, line: Line) -> list[Phrase]:
        """Those that may fit the line."""
        return [self.table[at] for at in self.gate.open(line.content)]


def find(scene: Scene, line: Line, phrases: Phrases, but: frozenset[EventKind]) -> list[Hit]:
    """The hits of the first phrase of each kind that fits the line; `but`: of these kinds none is wanted."""
    out: list[Hit] = []
    done = set(but)
    for phrase in phrases.heard(line):
        if phrase.kind in done or (phrase.wants_money and not scene.money(line)):
            continue
        match = phrase.pattern.search(line.text, line.start, line.end)
        if match and (hits := _hits(scene, line, phrase, match)):
            out += hits
            done.add(phrase.kind)
    return out


def _hits(scene: Scene, line: Line, phrase: Phrase, match: re.Match[str]) -> list[Hit]:
    parts = match.re.groupindex
    own = _who(line, match, "a") if "a" in parts else None
    other = _who(line, match, "b") if "b" in parts else None
    if phrase.kind is EventKind.ACQUISITION:
        return _deal(scene, line, phrase, match, own, other)
    if own is None:
        return []
    hit = _hit(line, phrase, match, own.span)
    if phrase.kind is EventKind.FUNDING and no_round(line, hit.company.text, match["b"] if "b" in parts else ""):
        return []
    if other is not None:
        hit.put("other_party", other.span.text, other.span)
    for fact, letter in (("person", "p"), ("role", "r")):
        if letter in parts and match[letter]:
            where = Span(line.field, match.start(letter), match.end(letter), match[letter])
            hit.put(fact, where.text, where)
    if phrase.kind is EventKind.FUNDING:
        money_facts.fill(scene, hit)
    return [hit]


_ORDERED = re.compile(r"\b(?:\w*[Aa]uftr[aä]ge?s?|Ausschreibung|commandes?|contrats?|appel d['’]offres)\b")
_BACKED = re.compile(
    r"\b(?:Investor\w*|\w*[Rr]unde|\w*[Ff]inanzierung\w*|Kapital\w*|Series|Seed|levée|lève\w*|tour "
    r"de table|investisseurs?|"
    r"amorçage|série|capital)\b"
)


def no_round(line: Line, company: str, giver: str | None = None) -> bool:
    """What looks like new money for a company and is none: a fund of its own, a thing that is built, the state's."""
    if _FUND.search(line.content) is not None or (
        _ORDERED.search(line.content) is not None and _BACKED.search(line.content) is None
    ):
        return True
    if company.lower() in PLACES or company in _REGIONS or _MANY.match(company):
        return True
    if _of_its_own(line, company):
        return True
    return _THING.search(company) is not None or any(_STATE.match(name) for name in (giver or "", company))


def _of_its_own(line: Line, company: str) -> bool:
    """ "Dans son usine de Valence", "in eine zweite Fertigungslinie": what it spends on its own works is no round."""
    at = line.text.find(company, line.start, line.end)
    return at > 0 and _WORKS_AHEAD.search(line.text, max(line.start, at - 70), at) is not None


_WORKS_AHEAD = re.compile(
    r"\b(?:dans (?:son|sa|ses|leurs?) (?:[\w'’-]+ ){1,5}(?:de |d['’]|à |en )?|in (?:eine[nmrs]?|sein\w*|ihr\w*) "
    r"(?!Start-?[Uu]p|Unternehmen|Firma|namens)(?:[a-zäöüß-]+ ){0,3}|in (?:die|den|das) (?:Errichtung|Bau|Ausbau|"
    r"Erweiterung|Modernisierung|Neubau|Produktion|Sanierung|Digitalisierung) (?:[\w-]+ ){0,4}|"
    r"(?:Standort|Werk|Fabrik|Niederlassung|Produktion) (?:in )?)$"
)


def _deal(
    scene: Scene, line: Line, phrase: Phrase, match: re.Match[str], own: _Who | None, other: _Who | None
) -> list[Hit]:
    own, other = (None if n is not None and n.person else n for n in (own, other))
    sides = [(own, other, Side.ACQUIRER), (other, own, Side.TARGET)]
    hits = []
    for name, partner, side in sides:
        if name is None:
            continue
        hit = _hit(line, phrase, match, name.span)
        hit.put("side", side, hit.company)
        if partner is not None:
            hit.put("other_party", partner.span.text, partner.span)
        for money in scene.money(line)[:1]:
            hit.put("amount", money.amount, money_span(line, money))
            hit.put("currency", money.currency, money_span(line, money))
        hits.append(hit)
    return hits


def _hit(line: Line, phrase: Phrase, match: re.Match[str], company: Span) -> Hit:
    verb = match.start("v") if "v" in match.re.groupindex and match["v"] else match.start()
    at = next((i for i, t in enumerate(line.toks) if t.end > verb), 0)
    return Hit(phrase.kind, company, line, at, "phrase", status=phrase.status, confidence=0.8, verb=(at, at + 1))


def _who(line: Line, match: re.Match[str], letter: str) -> _Who | None:
    """The name inside what the pattern marks; the first half of a compound ("Acme-Übernahme") is one as it stands."""
    start, end = match.span(letter)
    if start < 0:
        return None
    inside = [i for i, t in enumerate(line.toks) if t.start >= start and t.end <= end]
    if not inside:
        half = Span(line.field, start, end, line.text[start:end])
        return _Who(half, person=False) if half.text[:1].isupper() and " " not in half.text else None
    name = named(line, inside[0], inside[-1] + 1)
    if name is not None and name.last - name.first > 1 and _ELIDED.match(line.toks[name.first].word):
        name = Name(name.first + 1, name.last, name.person)  # "L'italiana Acme"
    if name is not None and _after_branch(line, name):
        name = Name(name.first + 1, name.last, name.person)
    if (
        name is not None
        and name.last - name.first > 2
        and _QUALITY.match(line.toks[name.first].word)
        and _COMPOUND.match(line.toks[name.first + 1].word)
    ):
        name = Name(name.first + 1, name.last, name.person)  # "Insolventer Händler Acme"
    while name is not None and name.last - name.first > 1 and _COMPOUND.match(line.toks[name.first].word):
        name = Name(name.first + 1, name.last, name.person)  # "Der Lackhersteller Acme"
    if name is not None and name.last - name.first == 1 and line.toks[name.first].word in _PRONOUNS:
        return None  # "the start-up that raises": who it is stands elsewhere
    return _Who(name_span(line, name), name.person) if name else None


def _after_branch(line: Line, name: Name) -> bool:
    """ "La FoodTech Acme": behind an article a branch is what the company is, not its first name."""
    return (
        name.last - name.first > 1
        and name.first > 0
        and line.toks[name.first - 1].low in _ARTICLES
        and _BRANCH.match(line.toks[name.first].word) is not None
    )
