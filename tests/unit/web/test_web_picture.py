"""The picture of ties: the same ties give the same picture, no box lies on another, it says what the table says."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from overture.web.show.account import numbered
from overture.web.show.picture import HIGH, MOST_CONTACTS, Picture, picture

TODAY = date(2026, 11, 19)
ACME = {"id": "acme", "name": "Acme Robotics", "parent": None}


def contact(id_: str, name: str = "", **more: Any) -> dict[str, Any]:
    return {"id": id_, "name": name or f"Contact {id_}", "role": "VP Sales", **more}


def tie(mate: str, who: str, strength: int = 3, **more: Any) -> dict[str, Any]:
    return {
        "id": f"{mate}-{who}", "teammate_id": mate, "teammate": mate.title(), "contact_id": who, "contact": who.title(),
        "contact_role": "CFO", "account_id": "acme", "kind": "worked_with", "strength": strength, "last_touch": TODAY,
        **more,
    }  # fmt: skip


def drawn(contacts: list[dict[str, Any]], ties: list[dict[str, Any]], group: list[dict[str, Any]] | None = None) -> Any:
    by_strength = sorted(ties, key=lambda one: -one["strength"])
    return picture(ACME, group or [], contacts, numbered(by_strength, "acme"), today=TODAY)


def test_without_anybody_there_is_no_picture() -> None:
    assert drawn([], []) is None


def test_ties_carry_the_numbers_of_the_table_and_the_warmest_is_marked() -> None:
    shown = drawn([contact("jo"), contact("kim")], [tie("mara", "jo", 2), tie("otto", "kim", 4, kind="met")])
    labels = [(line.label, line.warm) for line in shown.lines if line.kind == "tie"]
    assert labels == [("1 met, warmest", True), ("2 worked with", False)]
    assert shown.words == "2 of us know 2 of 2 contacts here."


def test_what_was_long_ago_is_told_apart() -> None:
    shown = drawn([contact("jo")], [tie("mara", "jo", last_touch=TODAY - timedelta(days=400)), tie("otto", "jo", 2)])
    assert [line.past for line in shown.lines if line.kind == "tie"] == [True, False]


def test_each_box_leads_to_what_says_more() -> None:
    labs = {"id": "labs", "name": "Acme Labs", "owner": False}
    shown = drawn([contact("jo")], [tie("mara", "lee", account_id="labs"), tie("otto", "jo", 1)], [labs])
    hrefs = {node.id: node.href for node in shown.nodes}
    assert hrefs == {"mara": "#tie-2", "otto": "#tie-1", "jo": "#contact-jo", "lee": "#tie-2", "acme": "#relations",
                     "labs": "/accounts/labs"}  # fmt: skip
    assert shown.words == "2 of us know 1 of 1 contacts here, and 1 elsewhere in the group."


def test_whom_nobody_knows_is_drawn_without_a_line() -> None:
    shown = drawn([contact("jo")], [])
    assert [line.kind for line in shown.lines] == ["works"]
    assert shown.words == "Nobody of ours is known to know any of the 1 contacts."


def test_a_long_name_is_cut_and_said_whole() -> None:
    shown = drawn([contact("jo", "Wilhelmina Featherstonehaugh-Cholmondeley the Younger")], [])
    (node,) = [node for node in shown.nodes if node.kind == "contact"]
    assert node.name.endswith("…")
    assert node.full == "Wilhelmina Featherstonehaugh-Cholmondeley the Younger, VP Sales"


def test_for_whom_there_is_no_room_is_counted() -> None:
    shown = drawn([contact(f"c{n}") for n in range(MOST_CONTACTS + 5)], [tie("mara", "c3")])
    assert shown.left_out == 5
    assert any(node.id == "c3" for node in shown.nodes)


@given(
    st.integers(1, 30),
    st.lists(st.tuples(st.integers(0, 25), st.integers(0, 29), st.integers(1, 5)), max_size=60),
    st.integers(0, 3),
)
def test_no_box_lies_on_another_and_none_leaves_the_picture(
    people: int, known: list[tuple[int, int, int]], near: int
) -> None:
    contacts = [contact(f"c{n}") for n in range(people)]
    group = [{"id": f"g{n}", "name": f"Firm {n}", "owner": n == 0} for n in range(near)]
    ties = [tie(f"m{mate}", f"c{who}", strength) for mate, who, strength in known if who < people]
    ties += [tie("m0", f"far{n}", 1, account_id=f"g{n}") for n in range(near)]
    shown = drawn(contacts, ties, group)
    assert isinstance(shown, Picture)
    assert shown == drawn(contacts, ties, group)
    boxes = [(node.x, node.y, node.wide) for node in shown.nodes]
    assert len({node.id for node in shown.nodes}) == len(boxes) <= 50
    for at, (x, y, wide) in enumerate(boxes):
        assert 0 <= x <= 900 - wide
        assert 0 <= y <= shown.high - HIGH
        assert all(ox != x or abs(oy - y) >= HIGH for ox, oy, _ in boxes[at + 1 :])
