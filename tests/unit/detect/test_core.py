"""The same news in every build of sentence: what stands around or between a company and its verb changes nothing."""

from __future__ import annotations

import pytest

from triggers.detect import detect
from triggers.types import EventKind, Reading, Status

TOLD = {
    EventKind.FUNDING: ("raised $25 million in a Series B round led by Initech", "closed a $40 million Series C round"),
    EventKind.ACQUISITION: ("acquired Globex Systems for $120 million", "has agreed to buy Globex Systems"),
    EventKind.IPO: ("filed for an initial public offering in New York", "plans to go public next year"),
    EventKind.EXECUTIVE_HIRE: ("named Mara Lind as its chief executive", "has hired Mara Lind as its CFO"),
    EventKind.EXECUTIVE_DEPARTURE: ("announced the resignation of its CFO, Mara Lind",),
    EventKind.LAYOFFS: ("is laying off 200 workers", "plans to cut 10 percent of its workforce"),
    EventKind.EXPANSION: ("will open a new plant in Ohio", "plans to build a $300 million factory in Texas"),
    EventKind.PRODUCT_LAUNCH: ("launched a new payments app for small shops", "has unveiled its first electric van"),
    EventKind.PARTNERSHIP: ("has partnered with Globex Systems to build charging stations",),
    EventKind.CONTRACT_WIN: ("won a $60 million contract from the Navy", "was selected by Oslo to supply 40 trams"),
    EventKind.EARNINGS: ("posted a quarterly loss of $14 million", "raised its full-year profit forecast"),
    EventKind.REGULATORY: ("was fined $5 million by the SEC", "received FDA approval for its heart pump"),
    EventKind.SECURITY_INCIDENT: ("suffered a data breach affecting 200,000 users", "was hit by a ransomware attack"),
}  # fmt: skip
BUILDS = (
    "{who} {does}",
    "Software maker {who} {does}",
    "Boulder, Colo.-based {who} {does}",
    "Toronto-based cloud software company {who} {does}",
    "{who} (NYSE: ACM), a provider of data tools, {does}",
    "{who}, which makes pumps for breweries, {does}",
    "{who}, one of the oldest pump makers in the Midwest and a supplier to breweries, {does} on Monday",
    "{who}, led by founder Otto Berg, {does}",
    "{who} — which has 400 customers in Europe — {does}",
    "{who} pump company {does}",
    "After months of talks, {who} {does}",
    "LONDON (Reuters) - {who} {does}",
    "{who} announced today that it {does}",
    "{who}'s shares fell 4% after the company said it {does}",
    "Shares of {who} rose after the company {does}",
)


def told(title: str) -> dict[EventKind, set[str]]:
    reading = Reading(id="1", title=title, summary="", source="courier", url=None, published=None)
    found: dict[EventKind, set[str]] = {}
    for mention in detect(reading, rules_only=True).mentions:
        found.setdefault(mention.kind, set()).add(mention.company)
        for one in mention.evidence:
            assert title[one.start : one.end] == one.text
    return found


@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.parametrize("kind", TOLD, ids=str)
def test_every_build_of_sentence_tells_its_news(kind: EventKind, build: str) -> None:
    for does in TOLD[kind]:
        title = build.format(who="Acme Robotics", does=does)
        assert "Acme Robotics" in told(title).get(kind, set()), title


@pytest.mark.parametrize(
    "title",
    [
        "Acme Robotics — which Globex bought in 2014 — publishes its pictures of the year",
        "Mobile health companies suffered a data breach each, a study finds",
        "Silicon Valley startup founders raised their voices (and $5 million) for charity",
    ],
)
def test_an_aside_is_no_news(title: str) -> None:
    assert told(title) == {}


def test_falls_opens_a_condition_in_german_only() -> None:
    assert told("Falls Church-based Acme Robotics has been awarded a $20 million contract by the Navy") == {
        EventKind.CONTRACT_WIN: {"Acme Robotics"}
    }


def test_both_sides_of_a_deal_are_read_across_an_aside() -> None:
    found = detect(
        Reading("1", "Acme — once a garage firm — has agreed to buy Globex Systems", "", "courier", None, None, None)
    ).mentions
    assert {(one.company, one.facts.other_party) for one in found} == {
        ("Acme", "Globex Systems"),
        ("Globex Systems", "Acme"),
    }
    assert {one.status for one in found} <= {Status.ANNOUNCED, Status.PLANNED}
