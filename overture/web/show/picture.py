"""Who knows whom at an account, drawn: our people on the left, contacts in the middle, companies on the right. Pure.

Everything is placed in whole pixels by rule, so that the same ties give the same picture. The table beside it has the
same numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

Record = Mapping[str, Any]

OURS, THEIRS, FIRMS = 10, 372, 716  # left edge of each column
WIDE = {OURS: 168, THEIRS: 212, FIRMS: 174}
HIGH, ROW, TOP = 44, 62, 20
WIDTH = FIRMS + WIDE[FIRMS] + 10
MOST_CONTACTS, MOST_OURS = 24, 18
_LONG_AGO = timedelta(days=365)
_LETTER = 6.6  # width of a letter of a label, on average
_PLACES = (0.5, 0.36, 0.64, 0.24, 0.76, 0.16, 0.84)  # where on its line a label may stand, the best first


@dataclass(frozen=True, slots=True)
class Node:
    """A box: `kind` is ours, contact, firm or near; `href` leads to the row or page that says more."""

    id: str
    kind: str
    name: str
    note: str
    x: int
    y: int
    wide: int
    href: str
    full: str  # name and note, never cut

    @property
    def middle(self) -> int:
        return self.y + HIGH // 2


@dataclass(frozen=True, slots=True)
class Line:
    """`kind`: tie or works or group. A tie has a number, that of its row in the table."""

    kind: str
    x1: int
    y1: int
    x2: int
    y2: int
    warm: bool = False
    past: bool = False
    label: str = ""
    lx: int = 0
    ly: int = 0
    wide: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    high: int
    left_out: int  # people for whom there is no room; the table has them
    words: str  # what the picture says, in a sentence or two


def picture(
    account: Record, group: Sequence[Record], contacts: Sequence[Record], ties: Sequence[Record], *, today: date
) -> Picture | None:
    """None where there is nobody to draw. `ties` come strongest first, those of the group's other companies too."""
    people = _people(account, contacts, ties)
    if not people:
        return None
    drawn = people[:MOST_CONTACTS]
    places = _in_column(THEIRS, [one["id"] for one in drawn])
    shown = [tie for tie in ties if tie["contact_id"] in places]
    mates = _mates(shown, places)
    ours = _in_column(OURS, list(mates)[:MOST_OURS], around=len(drawn))
    firms = _firms(account, group, drawn, places)
    nodes = [*_mate_nodes(ours, mates, shown), *_contact_nodes(drawn, places, shown), *firms.values()]
    lines = [*_works(drawn, places, firms), *_group(account, group, firms), *_tie_lines(ties, ours, places, today)]
    high = max(node.y for node in nodes) + HIGH + TOP
    left_out = len(people) - len(drawn) + max(0, len(mates) - len(ours))
    return Picture(tuple(nodes), tuple(lines), high, left_out, _words(account, contacts, ties))


def _people(account: Record, contacts: Sequence[Record], ties: Sequence[Record]) -> list[dict[str, Any]]:
    """Contacts in the order of their strongest tie, this account's own before those elsewhere in its group."""
    strength: dict[str, int] = {}
    for tie in ties:
        strength[tie["contact_id"]] = max(strength.get(tie["contact_id"], 0), tie["strength"])
    own = [{"id": c["id"], "name": c["name"], "role": c["role"], "account_id": account["id"]} for c in contacts]
    known = {one["id"] for one in own}
    for tie in ties:
        if tie["contact_id"] not in known and tie["account_id"] != account["id"]:
            known.add(tie["contact_id"])
            own.append({"id": tie["contact_id"], "name": tie["contact"], "role": tie["contact_role"],
                        "account_id": tie["account_id"]})  # fmt: skip
    away = account["id"]
    return sorted(own, key=lambda c: (c["account_id"] != away, c["account_id"], -strength.get(c["id"], 0), c["name"]))


def _in_column(x: int, ids: Sequence[str], *, around: int = 0) -> dict[str, tuple[int, int]]:
    """Places from the top down; a shorter column stands around the middle of the longer one."""
    begin = TOP + max(0, (around - len(ids)) * ROW // 2)
    return {id_: (x, begin + at * ROW) for at, id_ in enumerate(ids)}


def _mates(ties: Sequence[Record], places: Mapping[str, tuple[int, int]]) -> dict[str, str]:
    """Our people by where on average those whom they know stand, so that few lines cross."""
    heights: dict[str, list[int]] = {}
    names = {}
    for tie in ties:
        heights.setdefault(tie["teammate_id"], []).append(places[tie["contact_id"]][1])
        names[tie["teammate_id"]] = tie["teammate"]
    order = sorted(heights, key=lambda id_: (sum(heights[id_]) / len(heights[id_]), names[id_]))
    return {id_: names[id_] for id_ in order}


def _firms(
    account: Record, group: Sequence[Record], drawn: Sequence[Record], places: Mapping[str, tuple[int, int]]
) -> dict[str, Node]:
    """The account beside its people, companies of its group beside theirs; without people there, above or below."""
    found: dict[str, Node] = {}
    taken: list[int] = []
    for firm in sorted([account, *group], key=lambda one: one["id"] != account["id"]):
        heights = [places[one["id"]][1] for one in drawn if one["account_id"] == firm["id"]]
        y = _free((min(heights) + max(heights)) // 2 if heights else TOP, taken)
        taken.append(y)
        own = firm["id"] == account["id"]
        note = "this account" if own else "owns it" if firm["owner"] else "belongs to it"
        href = "#relations" if own else f"/accounts/{firm['id']}"
        found[firm["id"]] = _node(firm["id"], "firm" if own else "near", firm["name"], note, (FIRMS, y), href)
    return found


def _free(y: int, taken: Sequence[int]) -> int:
    """The height itself, or the next below where no other box stands."""
    while any(abs(y - other) < ROW - 6 for other in taken):
        y += 10
    return y


def _mate_nodes(places: Mapping[str, tuple[int, int]], names: Mapping[str, str], ties: Sequence[Record]) -> list[Node]:
    first = {tie["teammate_id"]: tie["number"] for tie in reversed(ties)}
    return [_node(id_, "ours", names[id_], "one of us", at, f"#tie-{first[id_]}") for id_, at in places.items()]


def _contact_nodes(
    drawn: Sequence[Record], places: Mapping[str, tuple[int, int]], ties: Sequence[Record]
) -> list[Node]:
    first = {tie["contact_id"]: tie["number"] for tie in reversed(ties)}
    home = {tie["contact_id"]: tie["account_id"] for tie in ties}
    found = []
    for one in drawn:
        own = one["account_id"] == drawn[0]["account_id"] or one["id"] not in home
        href = f"#contact-{one['id']}" if own else f"#tie-{first[one['id']]}"
        found.append(_node(one["id"], "contact", one["name"], one["role"] or "", places[one["id"]], href))
    return found


def _node(id_: str, kind: str, name: str, note: str, at: tuple[int, int], href: str) -> Node:
    room = int((WIDE[at[0]] - 44) / _LETTER)
    full = f"{name}, {note}" if note else name
    return Node(id_, kind, _cut(name, room), _cut(note, room + 3), *at, WIDE[at[0]], href, full)


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - 1].rstrip() + "…"


# --- lines --------------------------------------------------------------------------------------------------------


def _works(drawn: Sequence[Record], places: Mapping[str, tuple[int, int]], firms: Mapping[str, Node]) -> list[Line]:
    found = []
    for one in drawn:
        firm = firms.get(one["account_id"])
        if firm:
            x, y = places[one["id"]]
            found.append(Line("works", x + WIDE[x], y + HIGH // 2, firm.x, firm.middle))
    return found


def _group(account: Record, group: Sequence[Record], firms: Mapping[str, Node]) -> list[Line]:
    """From box to box along the right edge."""
    home, found = firms[account["id"]], []
    for one in group:
        near = firms[one["id"]]
        upper, lower = sorted((home, near), key=lambda node: node.y)
        x = FIRMS + WIDE[FIRMS] // 2
        found.append(Line("group", x, upper.y + HIGH, x, lower.y))
    return found


def _tie_lines(
    ties: Sequence[Record], ours: Mapping[str, tuple[int, int]], places: Mapping[str, tuple[int, int]], today: date
) -> list[Line]:
    taken: list[tuple[int, int, int]] = []  # x, y and half the width of labels
    found = []
    for tie in ties:
        if tie["teammate_id"] not in ours or tie["contact_id"] not in places:
            continue
        (ax, ay), (bx, by) = ours[tie["teammate_id"]], places[tie["contact_id"]]
        start, end = (ax + WIDE[ax], ay + HIGH // 2), (bx, by + HIGH // 2)
        word = "knows" if tie["kind"] == "other" else tie["kind"].replace("_", " ")
        label = f"{tie['number']} {word}" + (", warmest" if tie["warm"] else "")
        x, y, wide = _label(start, end, label, taken)
        past = tie["last_touch"] is not None and tie["last_touch"] < today - _LONG_AGO
        found.append(Line("tie", *start, *end, warm=tie["warm"], past=past, label=label, lx=x, ly=y, wide=wide))
    return found


def _label(
    start: tuple[int, int], end: tuple[int, int], text: str, taken: list[tuple[int, int, int]]
) -> tuple[int, int, int]:
    """Where on the line there is room for the label."""
    wide = int(len(text) * _LETTER) + 10
    spots = [(round(start[0] + (end[0] - start[0]) * t), round(start[1] + (end[1] - start[1]) * t)) for t in _PLACES]
    free = [
        (x, y)
        for x, y in spots
        if all(abs(y - oy) >= 19 or abs(x - ox) >= (wide + ow) / 2 for ox, oy, ow in taken)
        and x - wide / 2 > start[0] - 4 and x + wide / 2 < end[0] + 4
    ]  # fmt: skip
    x, y = free[0] if free else spots[0]
    taken.append((x, y, wide))
    return x, y, wide


def _words(account: Record, contacts: Sequence[Record], ties: Sequence[Record]) -> str:
    own = [tie for tie in ties if tie["account_id"] == account["id"]]
    known = len({tie["contact_id"] for tie in own})
    mates = len({tie["teammate_id"] for tie in ties})
    if not ties:
        return f"Nobody of ours is known to know any of the {len(contacts)} contacts."
    near = len({tie["contact_id"] for tie in ties} - {tie["contact_id"] for tie in own})
    more = f", and {near} elsewhere in the group" if near else ""
    people = "one of us knows" if mates == 1 else f"{mates} of us know"
    return f"{people[:1].upper()}{people[1:]} {known} of {len(contacts)} contacts here{more}."
