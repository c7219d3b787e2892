"""The card of a concern: what the draft says stands before the words it was heard in."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from overture.web.draft_page import _source, _told


def test_the_statement_comes_first() -> None:
    heard = {"statement": "new people leave early", "quote": "They leave in ninety days."}
    assert _told(heard) == ("new people leave early", "“They leave in ninety days.”")


def test_a_concern_without_a_quote_is_its_statement() -> None:
    assert _told({"statement": "new people leave early", "quote": None}) == ("new people leave early",)


def test_accounts_people_and_ties_are_told_by_name_and_in_words() -> None:
    tie = {"teammate": "Mara Lind", "kind": "customer_of", "strength": 4, "since": None}
    view: Any = SimpleNamespace(
        account={"id": "acme", "name": "Acme Robotics"}, contact={"id": "jo", "name": "Jo Berg", "first_name": "Jo"},
        sender={"id": "mara", "name": "Mara Lind"}, tie=tie, concerns=(),
    )  # fmt: skip
    claims: Any = [SimpleNamespace(number=1, text="400")]
    notes = [_source(origin, claims, view).note for origin in ("account:acme", "contact:jo", "tie:t1")]
    assert notes == ["Acme Robotics", "Jo Berg", "Mara Lind knows Jo as a customer (4 of 5)"]
