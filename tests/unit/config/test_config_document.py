from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from overture.config.document import MAX_BYTES, MAX_VALUES, Document, read_document
from overture.config.places import Problem, nearest, path_text


def read(text: str) -> Document:
    document = read_document(text.encode(), "f.yaml")
    assert isinstance(document, Document), document
    return document


def refused(text: str) -> list[Problem]:
    problems = read_document(text.encode(), "f.yaml")
    assert isinstance(problems, list)
    return problems


def test_norway_is_a_country_and_not_a_no() -> None:
    assert read("a: [NO, yes, off, 012, 1_000, 2026-03-31, ~]\n").data == {
        "a": ["NO", "yes", "off", 12, 1000, date(2026, 3, 31), None]
    }


def test_every_key_and_value_knows_its_place() -> None:
    document = read("a: 1\nlist:\n  - {x: 1, y: [p, q]}\n  - z:\n      deep: 2\n")

    assert document.keys[("list", 0, "y")] == (3, 12)
    assert document.values[("list", 0, "y", 1)] == (3, 19)
    assert document.values[("list", 1, "z", "deep")] == (5, 13)


def test_a_missing_key_is_placed_at_the_group_that_lacks_it() -> None:
    problem = read("sources:\n  - {id: a}\n").problem(("sources", 0, "url"), "is missing")

    assert str(problem) == "f.yaml:2:5  error  sources[0].url: is missing"


def test_a_byte_order_mark_does_not_move_the_places() -> None:
    assert read("\ufeffa: 1\n").keys[("a",)] == (1, 1)


def test_a_key_without_a_value_counts_as_absent() -> None:
    assert read("a:\nb: 1\n").data == {"b": 1}
    assert read("# only a comment\n").data == {}


def test_an_alias_stands_for_its_anchor() -> None:
    assert read("a: &x [1, 2]\nb: *x\n").data == {"a": [1, 2], "b": [1, 2]}


def test_an_alias_bomb_is_defused() -> None:
    layers = [
        f"{name}: &{name} [{','.join(['*' + inner] * 9)}]" for inner, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    problems = refused("a: &a [" + ",".join("x" * 9) + "]\n" + "\n".join(layers))

    assert f"more than {MAX_VALUES:,} values" in problems[0].message


def test_an_anchor_that_holds_itself_is_refused() -> None:
    assert "nested deeper" in refused("a: &x [*x]\n")[0].message


def test_a_deep_document_is_refused_and_not_a_crash() -> None:
    assert "nested deeper" in refused("[" * 5_000)[0].message
    assert "nested deeper" in refused("a: " + "[" * 60 + "]" * 60)[0].message


def test_a_huge_file_is_refused_before_it_is_parsed() -> None:
    assert refused("#" * (MAX_BYTES + 1))[0].place == "f.yaml"


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab:-[]{}&*!|>'\"%@`,#?\t\n 01é\x00\u2028\ufeff"), max_size=60))
def test_whatever_the_text_there_is_a_document_or_a_place(text: str) -> None:
    found = read_document(text.encode(), "f.yaml")

    assert isinstance(found, Document) or all(problem.message for problem in found)


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_whatever_the_bytes_there_is_a_document_or_a_place(raw: bytes) -> None:
    found = read_document(raw, "f.yaml")

    assert isinstance(found, Document) or found[0].level == "error"


def test_paths_are_written_as_people_say_them() -> None:
    assert path_text(("sources", 1, "url")) == "sources[1].url"


def test_a_suggestion_is_made_only_where_it_helps() -> None:
    assert nearest("wieght", ["weight", "url"]) == "weight"
    assert nearest("colour", ["weight", "url"]) is None
