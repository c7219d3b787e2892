"""What does not happen is denied or left out, whatever the kind and the language; it is never announced."""

from __future__ import annotations

import pytest
from support.headlines import read, told

from triggers.types import EventKind, Status

NOT_NEWS = (
    "Acme Robotics is not raising a Series B, says CEO",
    "Acme has not raised a Series B",
    "Acme hasn't raised $20 million in Series B",
    "Acme never raised $20 million",
    "Acme has no plans to raise a $50 million Series B",
    "Acme denies raising a Series B",
    "Acme rules out raising a Series B",
    "Acme dismisses report of $50M Series B",
    "Acme walks away from $50 million Series B",
    "Acme Not Raising Series B, CEO Says",
    "No Series B for Acme, CEO says",
    "Acme's $50 million Series B falls through",
    "Keine Finanzierungsrunde für Acme",
    "FDA does not approve Acme's drug",
    "Acme won't acquire Globex",
    "Acme will not acquire Globex, chief executive says",
    "Acme walks away from deal to acquire Globex",
    "Acme is not laying off 200 employees",
    "Acme did not appoint Jane Doe as CFO",
    "Acme is not opening an office in Berlin",
    "Acme isn't going public",
    "Acme has not partnered with Globex",
    "Acme was not hacked, says CEO",
    "Acme übernimmt Globex nicht",
    "Acme sammelt keine 20 Millionen Euro ein",
    "Acme dementiert Finanzierungsrunde über 20 Millionen Euro",
    "Acme entlässt keine 200 Mitarbeiter",
    "Acme eröffnet keinen Standort in Berlin",
    "Acme ne lève pas 20 millions d'euros",
    "Acme n'a pas levé 20 millions d'euros",
    "Acme dément une levée de fonds de 20 millions d'euros",
    "Acme ne rachète pas Globex",
)
DENIED = (
    ("Acme Robotics is not raising a Series B, says CEO", EventKind.FUNDING),
    ("Acme will not acquire Globex, chief executive says", EventKind.ACQUISITION),
    ("Acme is not laying off 200 employees", EventKind.LAYOFFS),
    ("Acme sammelt keine 20 Millionen Euro ein", EventKind.FUNDING),
    ("Acme übernimmt Globex nicht", EventKind.ACQUISITION),
    ("Acme ne rachète pas Globex", EventKind.ACQUISITION),
)
STILL_NEWS = (
    ("Acme raises $20M after not raising for years", EventKind.FUNDING),
    ("Acme, no longer private, raises $20M", EventKind.FUNDING),
    ("Acme raises $20M Series B, not $30M as reported", EventKind.FUNDING),
    ("Acme, which did not raise money for years, raises $20M Series B", EventKind.FUNDING),
    ("Acme, which is not profitable, acquires Globex", EventKind.ACQUISITION),
    ("Acme has not only raised $20M Series B but also hired a CFO", EventKind.EXECUTIVE_HIRE),
    ("Acme has not only raised $20M Series B but also hired a CFO", EventKind.FUNDING),
    ("Acme not only raised $20M but hired a CFO", EventKind.FUNDING),
    ("Acme sammelt nicht nur 20 Millionen Euro ein, sondern holt auch eine Chefin", EventKind.FUNDING),
    ("Acme schließt Finanzierungsrunde über 12 Millionen Euro ab", EventKind.FUNDING),
    ("Acme lève 12 millions d'euros pour que les PME ne paient plus en retard", EventKind.FUNDING),
    ("Acme sammelt 20 Millionen Euro für nicht invasive Diagnostik ein", EventKind.FUNDING),
    ("Acme's Series B led by Northgate after deal with Globex collapsed", EventKind.FUNDING),
    ("Acme lève 12 millions d'euros et ne s'arrête pas là", EventKind.FUNDING),
)


@pytest.mark.parametrize("headline", NOT_NEWS)
def test_what_does_not_happen_is_never_announced(headline: str) -> None:
    assert Status.ANNOUNCED not in {m.status for m in read(headline).mentions}


@pytest.mark.parametrize(("headline", "kind"), DENIED)
def test_a_denial_is_kept_as_denied(headline: str, kind: EventKind) -> None:
    assert {m.status for m in read(headline).mentions if m.kind is kind} == {Status.DENIED}


def test_a_denial_stays_one_with_the_text_below_the_headline() -> None:
    summary = "The chief executive of Acme Robotics denied a report that it is about to raise a Series B."
    found = read("Acme Robotics is not raising a Series B, says CEO", summary)
    assert {m.status for m in found.mentions} == {Status.DENIED}


@pytest.mark.parametrize(("headline", "kind"), STILL_NEWS)
def test_a_negation_of_something_else_leaves_the_news(headline: str, kind: EventKind) -> None:
    assert "Acme" in told(kind, headline)
    assert {m.status for m in read(headline).mentions if m.kind is kind} == {Status.ANNOUNCED}
