"""The card of a concern: what the draft says stands before the words it was heard in."""

from __future__ import annotations

from overture.web.draft_page import _told


def test_the_statement_comes_first() -> None:
    heard = {"statement": "new people leave early", "quote": "They leave in ninety days."}
    assert _told(heard) == ("new people leave early", "“They leave in ninety days.”")


def test_a_concern_without_a_quote_is_its_statement() -> None:
    assert _told({"statement": "new people leave early", "quote": None}) == ("new people leave early",)
