"""The ask language: what it reads, and how it points at what it cannot read."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from campaigns.campaign import Op
from campaigns.people.answers import say_tie, say_years
from campaigns.people.ask import Query, Term, parse
from campaigns.people.ask_fields import AskError, Bound, Choice, Field, Words


def query(text: str) -> Query:
    found = parse(text)
    assert isinstance(found, Query), found
    return found


def wrong(text: str) -> AskError:
    found = parse(text)
    assert isinstance(found, AskError), found
    return found


def only(text: str) -> Term:
    (term,) = query(text).terms
    return term


def test_a_question_is_a_list_of_typed_terms() -> None:
    asked = query('interest:"crm white papers" concern:churn since:90d tie:any lifecycle:prospect')
    assert [term.field for term in asked.terms] == ["interest", "concern", "since", "tie", "lifecycle"]
    assert asked.terms[0].values == (Words(("crm", "white", "papers")),)
    assert asked.terms[2].values == (Bound(Op.LTE, timedelta(days=90)),)
    assert asked.terms[3].values == (Choice("any"),)


def test_commas_are_alternatives_and_a_dash_turns_a_term_round() -> None:
    term = only("-tie:worked_with,met,>=4")
    assert term.negated
    assert term.values == (Choice("worked_with"), Choice("met"), Bound(Op.GTE, 4))


def test_quotes_of_any_shape_hold_words_together() -> None:
    assert only("concern:“first year”,„zweites Jahr“").values == (Words(("first", "year")), Words(("zweites", "jahr")))


def test_words_without_a_field_are_looked_for_everywhere() -> None:
    assert [term.field for term in query('payroll "Jo Meyer"').terms] == [Field.TEXT, Field.TEXT]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("renewal:<=90d", Bound(Op.LTE, timedelta(days=90))),
        ("renewal:2026-05-01", Bound(Op.LTE, date(2026, 5, 1))),
        ("renewal:none", Choice("none")),
        ("since:2026-01-31", Bound(Op.GTE, date(2026, 1, 31))),
        ("since:>2w", Bound(Op.GT, timedelta(weeks=2))),
        ("employees:>=1.000", Bound(Op.GTE, 1000)),
        ("employees:50", Bound(Op.IN, 50)),
        ("country:uk", Choice("GB")),
        ("country:Schweiz", Choice("CH")),
        ("level:makes-their-day", Choice("makes_their_day")),
        ("champion:left", Choice("left")),
        ("promise:overdue", Choice("overdue")),
        ("tag:Key-Account", Choice("Key-Account")),
    ],
)
def test_each_field_reads_its_own_kind_of_value(text: str, value: object) -> None:
    assert only(text).values == (value,)


def test_a_question_about_accounts_alone_has_accounts_for_answers() -> None:
    assert query("lifecycle:customer renewal:<=90d champion:left").of_accounts
    assert not query("lifecycle:customer tie:any").of_accounts
    assert not query("globex").of_accounts


@pytest.mark.parametrize(
    ("text", "word", "says"),
    [
        ("intrest:crm", "intrest", "did you mean interest:?"),
        ("concern:churn lifecycle:prospec", "prospec", "did you mean lifecycle:prospect?"),
        ("topic:crm", "topic", "did you mean interest:?"),
        ("zzz:1", "zzz", "there are interest, concern"),
        ("tie:>=7", ">=7", "1 to 5"),
        ("concern:churn since:soon", "soon", "write 90d"),
        ("country:Narnia", "Narnia", "its name or its two letters"),
        ("employees:many", "many", "write >=50"),
        ("event:fundng", "fundng", "did you mean event:funding?"),
        ("-since:90d", "-since:90d", "without a dash"),
        ("within:30d", "within:30d", "no event: beside it"),
        ("tie:none,met", "tie:none,met", "stands alone"),
        ("since:1d since:2d", "since:1d", "more than once"),
        ('tie:any concern:"churn', '"churn', "never closed"),
    ],
)
def test_errors_point_at_the_word_and_say_what_was_meant(text: str, word: str, says: str) -> None:
    error = wrong(text)
    assert text[error.at : error.end] == word
    assert says in str(error)


def test_an_error_shows_the_question_with_marks_under_the_word() -> None:
    text = "concern:churn lifecycle:prospec"
    question, marks, words = wrong(text).pointing(text).splitlines()
    assert (question, marks) == (text, " " * 24 + "^^^^^^^")
    assert words.startswith("lifecycle:")


@pytest.mark.parametrize("text", ["", "   ", "-", "concern:", "concern:a,", "x:", "since:999999999999d", "a " * 900])
def test_odd_questions_are_refused_in_words(text: str) -> None:
    assert wrong(text).message


def test_a_tie_is_told_in_words() -> None:
    since, last = date(2019, 1, 1), date(2022, 1, 1)
    words = say_tie("worked_with", teammate="Priya", contact="Ines", strength=4, since=since, last=last)
    assert words == "Priya worked with Ines 2019–22 (4 of 5)"
    assert say_years(date(1998, 1, 1), last) == "1998–2022"
    assert (say_years(since, None), say_years(None, last), say_years(None, None)) == ("since 2019", "2022", "")


def test_every_field_is_in_the_docs() -> None:
    page = (Path(__file__).parents[2] / "docs" / "people.md").read_text(encoding="utf-8")
    table = "\n".join(line for line in page.splitlines() if line.startswith("| `"))
    missing = [field.value for field in Field if field is not Field.TEXT and f"`{field.value}`" not in table]
    assert missing == []
