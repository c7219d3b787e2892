"""The article as it was read, with the spans that became facts; and how the outlets disagree. Pure.

Offsets are code points into the clean text, so the text is cut where Python counts. A claim names its origin as
`trigger:ID:FACT`, whose words are the spans of that fact, as `entry:ID:FIELD:START:END`, which is a span, or as
`entry:ID:publisher` and the like, which is the article itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from overture.web.show.claims import Claim
from overture.web.show.words import money, plain_words, round_name

Record = Mapping[str, Any]
TOLD = frozenset({"entry", "trigger"})  # origins that an article stands for


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of the article. `fact` is set where a fact was found; `claims` are the numbers that use it."""

    text: str
    fact: str | None = None
    claims: tuple[int, ...] = ()
    chips: tuple[int, ...] = ()  # those that are printed here


@dataclass(frozen=True, slots=True)
class Article:
    """One telling, ready to show."""

    entry_id: int
    publisher: str
    title: tuple[Mark, ...]
    excerpt: tuple[Mark, ...]
    cut: bool  # more text than is shown
    link: str | None
    published_at: Any
    fetched_at: Any
    language: str | None
    confidence: float
    about: tuple[int, ...]  # claims of the article itself or of another telling: its publisher, title, date


@dataclass(frozen=True, slots=True)
class Voice:
    """What one outlet says of a fact in dispute."""

    publisher: str
    link: str | None
    at: Any
    words: str
    value: str
    odd: bool  # not what most say


@dataclass(frozen=True, slots=True)
class Dispute:
    fact: str
    voices: tuple[Voice, ...]
    summary: str  # "$25M in three, €23M in one"


def article(telling: Record, claims: Sequence[Claim], *, longest: int = 600) -> Article:
    """The telling with its spans marked; used ones carry the numbers of the claims that rest on them."""
    title, text = telling["clean_title"] or telling["title"], telling["clean_text"] or ""
    spans = list(telling["evidence"])
    used = _used_spans(telling["entry_id"], spans, claims)
    last = max((s["end"] for s in spans if s["field"] == "summary" and s["end"] < 4 * longest), default=0)
    shown = _upto(text, max(longest, last + 80))
    of_title, of_text = marked(title, _of(spans, used, "title")), marked(shown, _of(spans, used, "summary"))
    named: set[int] = set()
    excerpt = _first_only(of_text, named)
    headline = _first_only(of_title, named)
    return Article(
        entry_id=telling["entry_id"],
        publisher=telling["publisher"],
        title=headline,
        excerpt=excerpt,
        cut=len(shown) < len(text),
        link=telling["link"],
        published_at=telling["published_at"],
        fetched_at=telling["fetched_at"],
        language=telling["language"],
        confidence=telling["confidence"],
        about=tuple(c.number for c in claims if c.kind in TOLD and c.number not in named),
    )


@dataclass(frozen=True, slots=True)
class Spot:
    """Words of a telling that a claim may rest on. `origin` as claims name it."""

    origin: str
    text: str


_SENTENCE = re.compile(r"[^.!?]+[.!?]?")


def spots(telling: Record) -> tuple[Spot, ...]:
    """What was found in a telling, then its first sentences."""
    found = [_spot(telling, s["field"], s["start"], s["end"], s["text"]) for s in telling["evidence"]]
    text = telling["clean_text"] or ""
    for sentence in list(_SENTENCE.finditer(text))[:8]:
        words = sentence.group().strip()
        start = sentence.start() + len(sentence.group()) - len(sentence.group().lstrip())
        if words:
            found.append(_spot(telling, "summary", start, start + len(words), words))
    return tuple({spot.origin: spot for spot in found}.values())


def _spot(telling: Record, field: str, start: int, end: int, text: str) -> Spot:
    return Spot(f"entry:{telling['entry_id']}:{field}:{start}:{end}", text)


def _first_only(marks: Sequence[Mark], named: set[int]) -> tuple[Mark, ...]:
    """Each number is printed once, where it stands first: in the text, else in the headline."""
    found: list[Mark] = []
    for mark in marks:
        new = tuple(number for number in mark.claims if number not in named)
        named.update(new)
        found.append(Mark(mark.text, mark.fact, mark.claims, new))
    return tuple(found)


def _upto(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    space = text.rfind(" ", 0, length)
    return text[: space if space > length // 2 else length]


Place = tuple[str, int, int]


def _used_spans(entry_id: int, spans: Sequence[Record], claims: Sequence[Claim]) -> dict[Place, list[int]]:
    """(field, start, end) → numbers of the claims whose origin it is."""
    found: dict[Place, list[int]] = {}
    for claim in claims:
        for origin in claim.origins:
            for place in _places(origin.split(":"), entry_id, spans):
                numbers = found.setdefault(place, [])
                if claim.number not in numbers:
                    numbers.append(claim.number)
    return found


def _places(parts: Sequence[str], entry_id: int, spans: Sequence[Record]) -> list[Place]:
    if parts[0] == "trigger" and len(parts) == 3:
        fact = {"kind": "event", "currency": "amount"}.get(parts[2], parts[2])
        return [(s["field"], s["start"], s["end"]) for s in spans if s["fact"] == fact]
    exact = len(parts) == 5 and parts[:2] == ["entry", str(entry_id)] and parts[3].isdigit() and parts[4].isdigit()
    return [(parts[2], int(parts[3]), int(parts[4]))] if exact else []


Span = tuple[int, int, str, tuple[int, ...]]


def _of(spans: Sequence[Record], used: Mapping[Place, list[int]], field: str) -> list[Span]:
    found = {
        (s["start"], s["end"]): (s["start"], s["end"], s["fact"], tuple(used.get((field, s["start"], s["end"]), ())))
        for s in spans
        if s["field"] == field
    }
    for (where, start, end), numbers in used.items():
        if where == field:
            found.setdefault((start, end), (start, end, "", tuple(numbers)))
    return list(found.values())


def marked(text: str, spans: Sequence[Span]) -> tuple[Mark, ...]:
    """Cut the text at its spans. Where spans overlap, the used and then the longer one is shown."""
    chosen: list[Span] = []
    for span in sorted(spans, key=lambda s: (not s[3], s[0] - s[1])):
        inside = 0 <= span[0] < span[1] <= len(text)
        if inside and all(span[1] <= other[0] or span[0] >= other[1] for other in chosen):
            chosen.append(span)
    found: list[Mark] = []
    place = 0
    for start, end, fact, numbers in sorted(chosen):
        if start > place:
            found.append(Mark(text[place:start]))
        found.append(Mark(text[start:end], fact, numbers))
        place = end
    if place < len(text):
        found.append(Mark(text[place:]))
    return tuple(found)


def disputes(disagreements: Sequence[Record], tellings: Sequence[Record]) -> tuple[Dispute, ...]:
    """Each fact that outlets tell differently, voice by voice."""
    return tuple(_dispute(item["fact"], item["values"], tellings) for item in disagreements)


def _dispute(fact: str, values: Sequence[Sequence[Any]], tellings: Sequence[Record]) -> Dispute:
    voices = [_voice(fact, telling) for telling in tellings]
    said = [voice for voice in voices if voice is not None]
    counts: dict[str, int] = {}
    for voice in said:
        counts[voice.value] = counts.get(voice.value, 0) + 1
    order = sorted(counts, key=lambda value: -counts[value])
    shown = tuple(Voice(v.publisher, v.link, v.at, v.words, v.value, bool(order) and v.value != order[0]) for v in said)
    summary = ", ".join(f"{value} in {_count(counts[value])}" for value in order)
    if not summary:
        summary = ", ".join(f"{value} in {_count(len(outlets))}" for value, outlets in values)
    return Dispute(plain_words(fact).lower(), shown, summary)


def _voice(fact: str, telling: Record) -> Voice | None:
    value = fact_value(fact, telling["facts"])
    if not value:
        return None
    words = next((s["text"] for s in telling["evidence"] if s["fact"] == fact), "")
    return Voice(telling["publisher"], telling["link"], telling["told_at"], words, value, odd=False)


def fact_value(fact: str, facts: Record) -> str:
    """A fact in words: money with its sign, rounds by name, lists joined."""
    value = facts.get(fact)
    if value in (None, "", []):
        return ""
    if fact in ("amount", "currency"):
        return money(facts.get("amount"), facts.get("currency"))
    if fact == "round":
        return round_name(str(value))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _count(many: int) -> str:
    names = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return names[many] if many < len(names) else str(many)
