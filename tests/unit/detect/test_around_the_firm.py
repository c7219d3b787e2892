"""What is told around its verb, below the headline, or of "the company": `tests/data/around_the_firm.txt`."""

from __future__ import annotations

from pathlib import Path

from support.headlines import read

from triggers.types import EventKind

KINDS = {
    EventKind.FUNDING,
    EventKind.ACQUISITION,
    EventKind.IPO,
    EventKind.EXECUTIVE_HIRE,
    EventKind.EXECUTIVE_DEPARTURE,
    EventKind.LAYOFFS,
}
TABLE = Path(__file__).parents[2] / "data" / "around_the_firm.txt"
LINES = [
    line.partition(" | ")[::2]
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _wanted(told: str) -> set[tuple[str, str]]:
    parts = [] if told == "nothing" else [part.strip().partition("=") for part in told.split(";")]
    return {(kind, name) for kind, _, names in parts for name in names.split(",")}


def _heard(text: str) -> set[tuple[str, str]]:
    title, _, below = text.partition(" || ")
    return {(m.kind.value, m.company) for m in read(title, below).mentions if m.kind in KINDS}


def test_what_is_told_around_the_firm_is_heard() -> None:
    told = [(wanted, text) for wanted, text in LINES if wanted != "nothing"]
    assert len(told) > 150
    assert [(text, _heard(text)) for wanted, text in told if _heard(text) != _wanted(wanted)] == []


def test_what_only_sounds_so_is_none() -> None:
    near = [text for wanted, text in LINES if wanted == "nothing"]
    assert len(near) > 30
    assert [(text, _heard(text)) for text in near if _heard(text)] == []


def test_what_the_company_does_points_at_its_name_in_the_headline() -> None:
    below = "The Leeds-based printer is cutting 70 jobs."
    [cut] = read("Difficult spring for Acme", below).mentions
    where = next(e for e in cut.evidence if e.fact == "company")
    assert (cut.company, where.field, where.start, where.text) == ("Acme", "title", 21, "Acme")
    [word] = [e for e in cut.evidence if e.fact == "event"]
    assert (word.field, below[word.start : word.end]) == ("summary", word.text)


def test_both_sides_of_a_deal_are_quoted_where_they_stand() -> None:
    title, below = "Globex is being bought by private equity", "Acme will pay $8 a share for the lender."
    for deal in read(title, below).mentions:
        for one in deal.evidence:
            assert (title if one.field == "title" else below)[one.start : one.end] == one.text


def test_a_name_keeps_its_own_mark() -> None:
    told = {m.company for m in read("Danish start-up Acme! has raised $5 million from two funds.").mentions}
    assert told == {"Acme!"}
