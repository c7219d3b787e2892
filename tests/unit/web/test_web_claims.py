"""The draft's text in pieces: what is a claim, which number it has, where a finding stands."""

from __future__ import annotations

from typing import Any

from overture.web.show.claims import Piece, bind, makes_claim


def seg(text: str, path: str = "", origin: str = "") -> dict[str, Any]:
    return {
        "text": text,
        "paths": [path] if path else [],
        "evidence": [origin] if origin else [],
        "beat": "moment",
        "line": 1,
    }


def warn(start: int, end: int, level: str = "warn") -> dict[str, Any]:
    return {"code": "READ001", "level": level, "message": "long", "start": start, "end": end}


BODY = [
    seg("Hello "),
    seg("Ines", "contact.first_name", "contact:1"),
    seg(",\n\n"),
    seg("The Post", "evidence.publisher", "entry:7:publisher"),
    seg(" says "),
    seg("Series B", "trigger.round", "trigger:3:round"),
    seg(".\n\nSo long."),
]


def flat(paragraphs: tuple[tuple[Piece, ...], ...]) -> str:
    return "\n\n".join("".join(piece.text for piece in run) for run in paragraphs)


def test_the_text_is_whole_after_cutting() -> None:
    bound = bind([], BODY, [warn(3, 12), warn(20, 30)])
    assert flat(bound.paragraphs) == "Hello Ines,\n\nThe Post says Series B.\n\nSo long."


def test_claims_are_numbered_in_reading_order() -> None:
    claims = bind([], BODY, []).claims
    assert [(claim.number, claim.text) for claim in claims] == [(1, "The Post"), (2, "Series B")]


def test_a_name_that_addresses_somebody_is_bound_but_claims_nothing() -> None:
    pieces = [piece for run in bind([], BODY, []).paragraphs for piece in run]
    ines = next(piece for piece in pieces if piece.text == "Ines")
    assert (ines.bound, ines.claim) == (True, None)


def test_the_same_fact_said_twice_has_one_number() -> None:
    body = [seg("B", "trigger.round", "trigger:3:round"), seg(" and "), seg("B", "trigger.round", "trigger:3:round")]
    assert len(bind([], body, []).claims) == 1


def test_two_paths_of_one_case_are_two_claims() -> None:
    body = [seg("Varga", "case.who", "case:v"), seg(" "), seg("went on", "case.way", "case:v")]
    assert [claim.number for claim in bind([], body, []).claims] == [1, 2]


def test_a_claim_of_the_subject_shares_the_number_and_prints_no_chip() -> None:
    bound = bind([seg("Series B", "trigger.round", "trigger:3:round")], BODY, [])
    assert (bound.subject[0].claim, bound.subject[0].chip) == (2, None)


def test_a_finding_marks_its_words_and_no_others() -> None:
    bound = bind([], [seg("one two three")], [warn(4, 7)])
    assert [(piece.text, piece.finding) for piece in bound.paragraphs[0]] == [
        ("one ", None),
        ("two", "warn"),
        (" three", None),
    ]


def test_the_worse_of_two_findings_wins() -> None:
    bound = bind([], [seg("word")], [warn(0, 4), warn(0, 4, "error")])
    assert bound.paragraphs[0][0].finding == "error"


def test_a_claim_that_is_cut_prints_its_chip_once_at_its_end() -> None:
    body = [seg("a long claim", "case.way", "case:v")]
    pieces = bind([], body, [warn(2, 6)]).paragraphs[0]
    assert [piece.chip for piece in pieces] == [None, None, 1]


def test_a_claim_that_ends_with_a_blank_line_keeps_its_chip() -> None:
    bound = bind([], [seg("kept\n\n", "case.way", "case:v"), seg("next")], [])
    assert any(piece.chip == 1 for run in bound.paragraphs for piece in run)


def test_a_finding_without_a_place_marks_nothing() -> None:
    bound = bind([], [seg("word")], [{"code": "ASK001", "level": "error", "message": "m", "start": None, "end": None}])
    assert bound.paragraphs[0][0].finding is None


def test_what_makes_a_claim() -> None:
    assert makes_claim(["trigger.amount"])
    assert not makes_claim(["account.short_name"])
    assert not makes_claim(["sender.company", "contact.first_name"])
