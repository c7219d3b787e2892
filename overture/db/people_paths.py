"""Warm paths, searched by the database: the companies around the contact, who is there, and who of us knows them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import CTE, Connection, Select, String, and_, case, func, literal, or_, select

from campaigns.people.paths import MOST_HOPS, Known, WarmPath, warmest
from overture.db.bulk import chunks
from overture.db.tables import accounts, contacts, teammates, ties

_AROUND = 2  # companies away: owner or subsidiary, then the rest of the group
_LOOK_AT = 200  # paths that are put in order; the database has sorted them by warmth already


def warm_paths(
    connection: Connection, contact_id: str, *, start: str | None = None, limit: int = 5
) -> tuple[WarmPath, ...]:
    """The warmest ways to a contact, from any of us or from the teammate `start`; none where nobody is near them."""
    home = _known(connection, contact_id)
    if home is None:
        return ()
    asker = connection.scalar(select(teammates.c.name).where(teammates.c.id == start)) if start else None
    rows = connection.execute(_query(home, start)).all()
    paths = [
        WarmPath(
            contact=home,
            through=Known(row.through_id, row.through, row.account_id, row.account),
            teammate_id=row.teammate_id,
            teammate=row.teammate,
            tie_id=row.tie_id,
            kind=row.kind,
            strength=row.strength,
            since=row.since,
            last_touch=row.last_touch,
            evidence=row.evidence,
            distance=row.distance,
            asks=asker if start and row.teammate_id != start else None,
        )
        for row in rows
    ]
    return warmest(paths, limit)


def nearest(connection: Connection, contact_ids: Sequence[str], *, searched: int = 10) -> dict[str, WarmPath]:
    """The warmest way to each contact. Ties of their own are read at once; of the others the first `searched` are
    looked for one by one, each through the companies around it."""
    own = _own_ties(connection, contact_ids)
    others = [id_ for id_ in contact_ids if id_ not in own][:searched]
    return own | {id_: paths[0] for id_ in others if (paths := warm_paths(connection, id_, limit=1))}


def _own_ties(connection: Connection, contact_ids: Sequence[str]) -> dict[str, WarmPath]:
    c, a, t = contacts.c, accounts.c, ties.c
    query = (
        select(
            c.id, c.name, a.id.label("account_id"), a.name.label("account"), t.teammate_id,
            teammates.c.name.label("teammate"), t.id.label("tie_id"), t.kind, t.strength, t.since, t.last_touch,
            t.evidence,
        )
        .join_from(contacts, accounts, a.id == c.account_id)
        .join(ties, and_(t.contact_id == c.id, t.retired_at.is_(None)))
        .join(teammates, and_(teammates.c.id == t.teammate_id, teammates.c.retired_at.is_(None)))
    )  # fmt: skip
    found: dict[str, list[WarmPath]] = {}
    for chunk in chunks(list(contact_ids), 1_000):
        for row in connection.execute(query.where(c.id.in_(chunk))):
            home = Known(row.id, row.name, row.account_id, row.account)
            mate = (row.teammate_id, row.teammate, row.tie_id, row.kind, row.strength)
            path = WarmPath(home, home, *mate, since=row.since, last_touch=row.last_touch, evidence=row.evidence)
            found.setdefault(row.id, []).append(path)
    return {id_: warmest(paths, 1)[0] for id_, paths in found.items()}


def _known(connection: Connection, contact_id: str) -> Known | None:
    c, a = contacts.c, accounts.c
    query = select(c.id, c.name, a.id, a.name.label("account")).join(accounts, a.id == c.account_id)
    row = connection.execute(query.where(c.id == contact_id)).one_or_none()
    return Known(*row) if row else None


def _around(account_id: str) -> CTE:
    """Companies by how far they are from this one: a walk up and down the tree of owners."""
    start = select(literal(account_id, String(120)).label("account_id"), literal(0).label("distance"))
    ring = start.cte("ring", recursive=True)
    here, near = accounts.alias("here"), accounts.alias("near")
    step = (
        select(near.c.id, ring.c.distance + 1)
        .join_from(ring, here, here.c.id == ring.c.account_id)
        .join(near, or_(near.c.parent == here.c.id, near.c.id == here.c.parent))
        .where(ring.c.distance < _AROUND, near.c.retired_at.is_(None))
    )
    return ring.union(step)


def _query(home: Known, start: str | None) -> Select[tuple[object, ...]]:
    ring = _around(home.account_id)
    nearest = (
        select(ring.c.account_id, func.min(ring.c.distance).label("distance")).group_by(ring.c.account_id).subquery()
    )
    c, a, t = contacts.c, accounts.c, ties.c
    between = case((c.id == home.id, 0), (nearest.c.distance <= 1, 1), else_=nearest.c.distance)
    asked = case((t.teammate_id == start, 0), else_=1) if start else literal(0)
    hops = (between + asked + 1).label("hops")
    return (
        select(
            c.id.label("through_id"), c.name.label("through"), a.id.label("account_id"), a.name.label("account"),
            t.teammate_id, teammates.c.name.label("teammate"), t.id.label("tie_id"), t.kind, t.strength, t.since,
            t.last_touch, t.evidence, nearest.c.distance, hops,
        )
        .join_from(nearest, contacts, c.account_id == nearest.c.account_id)
        .join(accounts, a.id == c.account_id)
        .join(ties, and_(t.contact_id == c.id, t.retired_at.is_(None)))
        .join(teammates, and_(teammates.c.id == t.teammate_id, teammates.c.retired_at.is_(None)))
        .where(c.retired_at.is_(None), hops <= MOST_HOPS)
        .order_by(hops, nearest.c.distance, t.strength.desc(), t.last_touch.desc().nulls_last(), t.id)
        .limit(_LOOK_AT)
    )  # fmt: skip
