"""Questions under a name: what they stand for inside another one, and how a mistake is cured. Pure."""

from __future__ import annotations

import pytest

from campaigns.people.ask import Query, parse
from campaigns.people.ask_fields import AskError, Field
from campaigns.people.saved import cured, expand, keepable, name_fault, names_in

KEPT = {"warm-churn": 'concern:churn since:90d "white papers"', "warm": "tie:any"}


def query(text: str) -> Query:
    found = parse(text)
    assert isinstance(found, Query), found
    return found


def wrong(found: object) -> AskError:
    assert isinstance(found, AskError), found
    return found


def test_a_name_stands_for_all_terms_of_its_question() -> None:
    found = expand(query("saved:warm-churn -lifecycle:customer saved:warm"), KEPT)
    assert isinstance(found, Query)
    assert [term.field for term in found.terms] == [
        Field.CONCERN, Field.SINCE, Field.TEXT, Field.LIFECYCLE, Field.TIE,
    ]  # fmt: skip
    assert found.text == "saved:warm-churn -lifecycle:customer saved:warm"


def test_without_a_name_nothing_is_looked_up() -> None:
    plain = query("tie:any")
    assert expand(plain, {}) is plain


def test_an_unknown_name_is_pointed_at_with_the_one_that_was_meant() -> None:
    text = "tie:any saved:warm-chrn"
    error = wrong(expand(query(text), KEPT))
    assert text[error.at : error.end] == "saved:warm-chrn"
    assert cured(text, error) == "tie:any saved:warm-churn"


def test_what_does_not_go_together_is_told_at_the_name() -> None:
    error = wrong(expand(query("since:30d saved:warm-churn"), KEPT))
    assert "since: stands more than once" in error.message
    assert error.at == len("since:30d ")


@pytest.mark.parametrize("text", ["-saved:warm", "saved:warm,warm-churn", "saved:Two&Words"])
def test_a_name_stands_alone_and_without_a_dash(text: str) -> None:
    assert "saved:" in wrong(parse(text)).message


def test_what_is_kept_leans_on_nothing_else() -> None:
    assert isinstance(keepable("tie:any since:90d"), Query)
    assert wrong(keepable("tie:any saved:warm")).at == 8
    assert wrong(keepable("tie:maybe")).at == 4


@pytest.mark.parametrize(("name", "fits"), [("warm-churn", True), ("", False), ("Warm", False), ("-a", False),
                                            ("a" * 61, False), ("a b", False)])  # fmt: skip
def test_a_name_is_short_and_plain(name: str, fits: bool) -> None:
    assert (name_fault(name) is None) is fits


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("intrest:crm tie:any", "interest:crm tie:any"),
        ("concern:churn lifecycle:prospec", "concern:churn lifecycle:prospect"),
        ("tie:any event:fundng", "tie:any event:funding"),
        ("zzz:1", None),
    ],
)
def test_a_mistake_is_cured_where_it_stands(text: str, better: str | None) -> None:
    assert cured(text, wrong(parse(text))) == better


def test_a_campaigns_question_tells_the_names_it_leans_on() -> None:
    assert names_in("saved:warm country:DE") == ("warm",)
    assert names_in("tie:any") == names_in(None) == names_in("tie:maybe") == ()
