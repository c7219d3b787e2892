"""Detection as a whole: facts, evidence, vetoes, explanation, the wire."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from support.headlines import only, read, told

from triggers.detect import RULES, detect
from triggers.detect.wire import explain_json, to_json
from triggers.types import NEWS_KINDS, Detection, EventKind, Reading, Side, Status

ROUND = "Acme raises $25M Series B led by Northgate Capital"


def test_every_news_kind_has_one_rule() -> None:
    assert tuple(rule.kind for rule in RULES) == NEWS_KINDS


def test_a_round_has_its_facts() -> None:
    mention = only(ROUND)
    facts = mention.facts
    assert (mention.company, mention.status) == ("Acme", Status.ANNOUNCED)
    assert (facts.round, facts.amount, facts.currency, facts.lead) == (
        "B",
        Decimal(25_000_000),
        "USD",
        "Northgate Capital",
    )


@pytest.mark.parametrize(
    ("title", "summary", "round_", "amount"),
    [
        ("Acme raises $25M", "The Series B round was led by Northgate.", "B", 25_000_000),
        ("Acme raises $25M at $2B valuation", "", None, 25_000_000),
        ("Acme hits $2B valuation, raises $25M", "", None, 25_000_000),
        ("Acme raises €6M (US$6.4M) in series B", "", "B", 6_000_000),
        ("Acme raises $25M", "Only months after its $10 million Series A.", None, 25_000_000),
        ("Acme raises $25M Series B to build anvils", "", "B", 25_000_000),
        ("Acme raises $25M Series B to Series C bridge", "", None, 25_000_000),
        ("Acme closes Series B", "The company took in €8 million in the round led by Northgate.", "B", 8_000_000),
        ("Acme sells $650 million of bonds", "", "debt", 650_000_000),
        ("Acme secures funding for $16 billion plant", "", None, None),
        (
            "$370M: Series B for Anvil Platform",
            "Acme Forge, whose platform shapes steel, raised $370 million.",
            "B",
            370_000_000,
        ),
    ],
)
def test_round_and_amount(title: str, summary: str, round_: str | None, amount: int | None) -> None:
    [mention] = [m for m in read(title, summary).mentions if m.kind is EventKind.FUNDING]
    if round_ is not None or "Series C" not in title:
        assert mention.facts.round == round_
    assert mention.facts.amount == (None if amount is None else Decimal(amount))


@pytest.mark.parametrize(
    ("headline", "person", "role"),
    [
        ("Acme names Mara Lind as new CFO", "Mara Lind", "CFO"),
        ("Acme appoints Mara Lind chief growth officer", "Mara Lind", "chief growth officer"),
        ("Acme Names Former Globex Executive Lind Its Next CEO", "Lind", "CEO"),
        ("Acme hires Globex's Mara Lind as head of Asia infrastructure", "Mara Lind", "head of Asia infrastructure"),
        ("Mara Lind named CEO and MD of Acme", "Mara Lind", "CEO and MD"),
        (
            "Mara Lind joins Acme as managing director for Europe, Asia, Africa",
            "Mara Lind",
            "managing director for Europe, Asia, Africa",
        ),
        ("Acme appoints new chairman", None, "chairman"),
        ("Acme CFO Mara Lind steps down", "Mara Lind", "CFO"),
        ("Acme's Mara Lind steps down as president", "Mara Lind", "president"),
        ("Acme ernennt Mara Lind zur Finanzchefin", "Mara Lind", "Finanzchefin"),
    ],
)
def test_person_and_role(headline: str, person: str | None, role: str) -> None:
    facts = only(headline).facts
    assert (facts.person, facts.role) == (person, role)


def test_a_deal_has_two_sides_with_a_price() -> None:
    buyer, target = read("Globex to buy Acme for $2 billion").mentions
    assert (buyer.facts.side, buyer.company, buyer.facts.other_party) == (Side.ACQUIRER, "Globex", "Acme")
    assert (target.facts.side, target.company, target.facts.other_party) == (Side.TARGET, "Acme", "Globex")
    assert buyer.facts.amount == target.facts.amount == Decimal(2_000_000_000)


TEXTS = (
    (ROUND, "The money goes into anvils, the company said on 3 March."),
    ("Globex to buy Acme for $2 billion, sources say", ""),
    ("Acme&nbsp;CFO <b>Mara Lind</b> steps down", ""),
    ("Acme\u00e2\u0080\u0099s Anvilo raises \u20b990 Crore", ""),
    ("Siemens-Finanzchef Otto Karg verlässt das Unternehmen", ""),
)


@pytest.mark.parametrize(("title", "summary"), TEXTS)
def test_every_fact_stands_where_its_evidence_says(title: str, summary: str) -> None:
    detection = read(title, summary)
    assert detection.mentions
    for mention in detection.mentions:
        named = {e.fact for e in mention.evidence}
        facts = {f for f in mention.facts.__slots__ if getattr(mention.facts, f)}
        assert {"company", "event"} | facts <= named
        for e in mention.evidence:
            assert getattr(detection.clean, e.field)[e.start : e.end] == e.text


@pytest.mark.parametrize(
    "title",
    [
        "[Weekly funding roundup] Acme raises $5M, Globex raises $9M and more",
        "Deals digest: Acme raises $5M, Globex buys Initech",
        "What is a Series B? How Acme raised $25M",
        "Opinion: Acme raises $25M and nobody asks why",
        "Will Acme raise $25M this year?",
        "Startup funding hits record as Acme raises $25M",
        "Premier League: Acme signs new head coach",
        "50% off anvils: Acme launches spring sale",
    ],
)
def test_some_texts_are_left_empty(title: str) -> None:
    assert read(title).mentions == ()


def test_three_events_by_name_count_and_a_longer_list_does_not() -> None:
    assert len(read("Acme raises $25M; Globex names Mara Lind CEO").mentions) == 2
    many = "; ".join(f"{name} raises $5M" for name in ("Acme", "Globex", "Initech", "Hooli", "Umbrella", "Stark Labs"))
    assert read(many).mentions == ()


def test_a_follow_up_does_not_tell_the_round_again() -> None:
    detection = read("Weeks after raising its $25M Series B, Acme hires Mara Lind as CFO")
    assert {m.kind for m in detection.mentions} == {EventKind.EXECUTIVE_HIRE}


def test_old_news_is_old() -> None:
    reading = Reading(id="1", title="Acme raised $25M in 2019", published=datetime(2026, 3, 1, tzinfo=UTC))
    assert detect(reading).mentions == ()


def test_a_date_to_come_is_kept() -> None:
    reading = Reading(
        id="1", title="Acme names Mara Lind CEO, effective 1 June 2026", published=datetime(2026, 3, 1, tzinfo=UTC)
    )
    [mention] = detect(reading).mentions
    assert mention.facts.effective_on == date(2026, 6, 1)


def test_the_text_below_speaks_only_of_the_company_in_the_headline() -> None:
    assert told(EventKind.ACQUISITION, "My week with an anvil", "Globex acquired Acme, and I love the anvil.") == set()
    assert told(EventKind.FUNDING, "A new way to forge", "Acme has raised $25 million in a Series B round.") == {"Acme"}


def test_detection_is_the_same_twice() -> None:
    assert read(ROUND) == read(ROUND)


def test_explaining_changes_nothing_and_shows_what_was_refused() -> None:
    plain, told_why = read(ROUND), _explained("Northgate Partners closes $400M Fund III")
    assert plain.candidates == ()
    assert [(c.kind, c.kept, c.reason) for c in told_why.candidates] == [
        (EventKind.FUNDING, False, "a fund raises for itself")
    ]
    kept = _explained(ROUND)
    assert kept.mentions == plain.mentions
    assert any(c.kept and c.cues for c in kept.candidates)


def test_explaining_shows_what_a_headline_took_back() -> None:
    told_why = _explained("Opinion: Acme raises $20 million Series B")
    assert (told_why.vetoed, told_why.mentions) == ("opinion", ())
    [candidate] = told_why.candidates
    assert (candidate.kind, candidate.kept, candidate.reason) == (
        EventKind.FUNDING,
        False,
        "the whole entry is left alone: opinion",
    )
    assert [cue.text for cue in candidate.cues if cue.weight < 0] == ["Opinion:"]


def test_explaining_shows_the_events_of_a_list_and_that_none_was_kept() -> None:
    many = _explained("Acme buys Globex; Initech names Mara Lind CEO; Hooli raises $5 million; Umbrella lays off 50")
    assert many.vetoed == "a list of events"
    assert len(many.candidates) > 3
    assert not any(candidate.kept for candidate in many.candidates)


def _explained(title: str) -> Detection:
    return detect(Reading(id="1", title=title), explain=True)


def test_the_wire_has_the_shape_scripts_rely_on() -> None:
    line = to_json("7", read(ROUND), lambda mention: (mention.company, "a1"))
    assert set(line) == {"id", "lang", "clean", "triggers"}
    [trigger] = json.loads(json.dumps(line))["triggers"]
    assert set(trigger) == {
        "event", "company", "account", "account_id", "status", "round", "amount", "currency", "person", "role",
        "other_party", "side", "confidence", "evidence",
    }  # fmt: skip
    assert (trigger["event"], trigger["amount"], trigger["account"], trigger["account_id"]) == (
        "funding",
        25_000_000,
        "Acme",
        "a1",
    )
    assert set(trigger["evidence"][0]) == {"fact", "field", "start", "end", "text"}


def test_an_explanation_names_words_for_and_against() -> None:
    line = explain_json("7", _explained("Northgate Partners closes $400M Fund III"))
    [candidate] = line["candidates"]
    assert candidate["kept"] is False
    assert candidate["against"]
    assert json.dumps(line)


@pytest.mark.parametrize(
    "title", ["", " ", "\x00", "?", "🚀", "a" * 10_000, "Acme", ";;;;", "’s", "’", "to to to", "raises"]
)
def test_odd_texts_raise_nothing(title: str) -> None:
    assert detect(Reading(id="1", title=title, summary=title), explain=True).mentions == ()
