"""Old events and good causes: told in the same words as news, and no news."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from support.headlines import read

from triggers.types import EventKind

NOW = datetime(2026, 11, 20, tzinfo=UTC)
HISTORY = (
    ("Initech, which raised its Series B two years ago, opens a bakery", ""),
    ("Initech, which raised its $20M Series B two years ago, is hiring", ""),
    ("Initech raised its Series B in 2024", ""),
    ("Initech raised a $20 million Series B last year", ""),
    ("Initech raised its Series B back in March 2021", ""),
    ("Two years ago Initech raised a $20 million Series B", ""),
    ("In 2021, Initech raised a $20 million Series B", ""),
    ("Initech at ten", "Initech raised its $20 million Series B two years ago."),
    ("Initech hat vor zwei Jahren 20 Millionen Euro eingesammelt", ""),
    ("Initech sammelte im vergangenen Jahr 20 Millionen Euro ein", ""),
    ("Initech a levé 20 millions d'euros il y a deux ans", ""),
    ("Initech a levé 20 millions d'euros en 2021", ""),
)
STILL_NEWS = (
    "Acme, founded two years ago, raises $20M Series B",
    "Acme, founded in 2019, raises $20M Series B",
    "Acme raises $20M, two years after its seed round",
    "Acme raises $20M Series B, having raised $5M last year",
    "Acme, which raised $5M last year, raises $20M Series B",
    "Acme raises $20M, up from the $5M it raised last year",
    "Acme raised $20 million in October 2026",
    "Acme raised $20 million in November",
    "Acme sammelt 20 Millionen Euro ein, zwei Jahre nach der Gründung",
    "Acme, créée il y a deux ans, lève 20 millions d'euros",
    "Acme raises £40 million for lifeboat drones",
    "Acme raises £4 million Series A for hospitals",
    "Acme raises $20M for hospitals",
    "Acme raises $40,000 for its app",
)
GOOD_CAUSES = (
    "Runners raise £40,000 for the lifeboat",
    "Walkers raise £5,000 for hospital",
    "Pupils raise €2,000 for refugees",
    "Village raises £40,000 for its church roof",
    "Acme raises £40,000 for children's hospice",
)


@pytest.mark.parametrize(("headline", "summary"), HISTORY)
def test_an_old_round_is_no_news(headline: str, summary: str) -> None:
    assert _funded(headline, summary) == set()


def test_an_old_deal_is_no_news() -> None:
    assert list(read("Initech acquired Globex two years ago", published=NOW).mentions) == []
    assert list(read("Initech acquired Globex in 2019", published=NOW).mentions) == []


@pytest.mark.parametrize("headline", STILL_NEWS)
def test_a_date_of_something_else_leaves_the_news(headline: str) -> None:
    assert _funded(headline) == {"Acme"}


@pytest.mark.parametrize("headline", GOOD_CAUSES)
def test_money_for_a_good_cause_is_no_round(headline: str) -> None:
    assert _funded(headline) == set()


def _funded(headline: str, summary: str = "") -> set[str]:
    return {m.company for m in read(headline, summary, published=NOW).mentions if m.kind is EventKind.FUNDING}
