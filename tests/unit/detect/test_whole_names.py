"""Names that hold a joint, a place, an owner's mark or a people's name stay whole, whatever is told of them."""

from __future__ import annotations

import pytest
from support.headlines import told

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
