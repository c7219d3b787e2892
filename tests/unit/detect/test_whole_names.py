"""Names that hold a joint, a place, an owner's mark or a people's name stay whole, whatever is told of them."""

from __future__ import annotations

import pytest
from support.headlines import read, told

from triggers.types import EventKind

NAMES = (
    "Ernst & Lind",
    "Acme & Globex",
    "Lind & Sons",
    "Royal Bank of Norway",
    "Green Cross of Ohio",
    "Premier Tech",
    "US Foods",
    "U.S. Bancorp",
    "Lindo's Pizza",
    "Otto's Sporting Goods",
    "Acme Retail Group",
    "South Lind Foods",
    "Lind Breweries of Canada",
    "Otto's Brewing Company",
    "Star Anvils Foods",
    "Five Anvils",
    "La Linde",
)
NEWS = (
    (EventKind.LAYOFFS, "{} to cut 500 jobs"),
    (EventKind.EXECUTIVE_HIRE, "{} names Mara Lind as chief financial officer"),
    (EventKind.ACQUISITION, "{} has agreed to acquire Initech Systems for $120 million"),
    (EventKind.EXPANSION, "{} will open a new plant in Ohio"),
    (EventKind.SECURITY_INCIDENT, "{} said hackers stole data of 90,000 customers"),
    (EventKind.CONTRACT_WIN, "{} wins $60 million contract from the Navy"),
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_stays_whole(name: str) -> None:
    assert [news for kind, news in NEWS if name not in told(kind, news.format(name))] == []


def test_two_firms_that_act_together_stay_two() -> None:
    assert told(EventKind.PARTNERSHIP, "Acme & Globex partner to build anvils") == {"Acme"}


# What a firm is called after, and what tells that it is a firm.
CALLED_AFTER = (
    (EventKind.LAYOFFS, "Peter Karg to cut 500 jobs", "Peter Karg"),
    (EventKind.SECURITY_INCIDENT, "Data breach at Peter Karg exposes 40,000 customers", "Peter Karg"),
    (EventKind.ACQUISITION, "Globex buys Peter Karg for $120 million", "Peter Karg"),
    (EventKind.FUNDING, "Peter Karg raises $30 million in Series B funding", "Peter Karg"),
    (EventKind.EXECUTIVE_DEPARTURE, "Peter Karg CEO Mara Lind to step down", "Peter Karg"),
    (EventKind.EXECUTIVE_HIRE, "Mara Lind joins Lindo's as CFO", "Lindo's"),
    (EventKind.EARNINGS, "Lindo's reports 12% rise in third-quarter profit", "Lindo's"),
    (EventKind.LAYOFFS, "Bicycle maker Raleigh to cut 500 jobs", "Raleigh"),
    (EventKind.PRODUCT_LAUNCH, "Lind Board launches new payments app", "Lind Board"),
)
# What stands before a name says what the firm does.
DESCRIBED = (
    "Food and drink group Acme to cut 500 jobs",
    "Oil and gas company Acme to cut 500 jobs",
    "Danish Brewer Acme Will Cut 500 Jobs at Plant",
    "Telecoms Group Acme Will Cut 500 Jobs at Plant",
    "Swedish-Swiss Group Acme Will Cut 500 Jobs at Plant",
    "Supermarket Chain Acme Will Cut 500 Jobs at Stores",
    "Globex Unit Acme Will Cut 500 Jobs at Plant",
    "Last Week Acme Laid Off 500 People",
    "The parent of Globex, Acme, has laid off 500 people",
)
NOBODY = (
    "Peter Karg, boss of Acme, to cut 500 jobs",
    "Peter Karg launches new album",
    "Peter Karg buys house for $12 million",
    "Five workers sacked",
)


@pytest.mark.parametrize(("kind", "news", "name"), CALLED_AFTER)
def test_a_firm_called_after_something_else_is_a_firm(kind: EventKind, news: str, name: str) -> None:
    assert name in told(kind, news)


@pytest.mark.parametrize("news", DESCRIBED)
def test_what_a_firm_does_is_no_part_of_its_name(news: str) -> None:
    assert told(EventKind.LAYOFFS, news) == {"Acme"}


@pytest.mark.parametrize("news", NOBODY)
def test_people_and_counts_are_no_firms(news: str) -> None:
    assert not [m for m in read(news).mentions if m.company in ("Peter Karg", "Five")]


# Headline, text below it, and the firm as the headline writes it.
TITLE_FORMS = (
    ("KB venture to build battery plant", "Karg Brothers will open a new plant in Ohio.", "KB"),
    ("Acme Foods goes east", "Acme will open a new plant in Ohio.", "Acme Foods"),
    ("New era at Lindholm", "Lindholm Electronics will open a new plant in Ohio.", "Lindholm"),
    ("Why Lindgrove AI tech is not for sale", "Lindgrove will open a new plant in Ohio.", "Lindgrove"),
    ("New home for Lindgrove AI", "Lindgrove will open a new plant in Ohio.", "Lindgrove AI"),
    ("General view of a new era at Acme Brothers", "Acme Brothers will open a new plant in Ohio.", "Acme Brothers"),
)


@pytest.mark.parametrize(("title", "below", "name"), TITLE_FORMS)
def test_a_firm_is_called_as_the_headline_calls_it(title: str, below: str, name: str) -> None:
    assert told(EventKind.EXPANSION, title, below) == {name}
