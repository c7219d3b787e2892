"""A person edits a text: what stays bound, and which claims are new."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support.stories import told

from campaigns.story.binding import rebind
from campaigns.types import Segment

RENDERED = told(
    "Hello {{ contact.first_name }}, {{ account.short_name }} closed its {{ trigger.round | round_name }}. Good?"
)


def bound(segments: tuple[Segment, ...]) -> set[str]:
    return {part.text for part in segments if part.paths}


def test_an_unchanged_text_keeps_every_binding() -> None:
    segments, claims = rebind(RENDERED.segments, RENDERED.body)

    assert bound(segments) == {"Ines", "Acme", "Series B"}
    assert claims == []


def test_words_around_a_bound_piece_may_change() -> None:
    segments, claims = rebind(RENDERED.segments, "Dear Ines, so Acme has its Series B at last. Is that good?")

    assert bound(segments) == {"Ines", "Acme", "Series B"}
    assert claims == []


def test_a_new_figure_is_an_unbound_claim() -> None:
    _, claims = rebind(RENDERED.segments, RENDERED.body.replace("closed", "closed with 40 people"))

    assert [(claim.text, claim.kind) for claim in claims] == [("40", "number")]


def test_a_changed_value_loses_its_origin() -> None:
    segments, claims = rebind(RENDERED.segments, RENDERED.body.replace("Series B", "Series C"))

    assert bound(segments) == {"Ines", "Acme"}
    assert [(claim.text, claim.kind) for claim in claims] == [("Series C", "round")]


def test_a_part_of_a_value_has_lost_its_origin() -> None:
    segments, _ = rebind(RENDERED.segments, RENDERED.body.replace("Series B", "Series"))

    assert bound(segments) == {"Ines", "Acme"}


def test_who_vouches_for_a_claim_takes_it_off_the_list() -> None:
    text = RENDERED.body.replace("Good?", "Jonas said in March that it was hard. Good?")

    assert [claim.text for claim in rebind(RENDERED.segments, text)[1]] == ["Jonas", "March"]
    assert rebind(RENDERED.segments, text, ["jonas", "March"])[1] == []


def test_what_was_cut_out_is_gone_and_the_rest_holds() -> None:
    segments, _ = rebind(RENDERED.segments, "Acme closed its Series B.")

    assert bound(segments) == {"Acme", "Series B"}


def test_names_of_our_own_house_are_claims_too() -> None:
    _, claims = rebind(RENDERED.segments, RENDERED.body + " tidewell knows.", names=["tidewell"])

    assert [claim.text for claim in claims] == ["tidewell"]


def test_german_edits_are_judged_in_german() -> None:
    _, claims = rebind((), "Die Hälfte Ihrer Leute sprach gestern mit Frau Weber.", language="de")

    assert [claim.text for claim in claims] == ["Hälfte", "gestern", "Weber"]


@given(st.text(max_size=120))
def test_whatever_is_typed_the_segments_joined_are_the_text(text: str) -> None:
    segments, _ = rebind(RENDERED.segments, text)

    assert "".join(part.text for part in segments) == text
    assert all(part.text in ("Ines", "Acme", "Series B") for part in segments if part.paths)
