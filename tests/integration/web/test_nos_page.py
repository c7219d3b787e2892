"""What was not written: events that another campaign has drafted are shown on request only."""

from __future__ import annotations

from sqlalchemy import Engine, insert, select
from support.web import Site

from overture.db.engine import write
from overture.db.tables import drafts, nos


def test_an_event_with_a_draft_is_listed_on_request_only(site: Site, filled: Engine) -> None:
    with write(filled) as connection:
        known = dict(connection.execute(select(nos).limit(1)).mappings().one())
        drafted = connection.scalar(select(drafts.c.trigger_id).where(drafts.c.id == 1))
        more = {"trigger_id": drafted, "campaign": "another", "reason": "Too far from the harbour."}
        connection.execute(insert(nos), {name: value for name, value in (known | more).items() if name != "id"})
    mara = site.visitor("mara")
    assert "Too far from the harbour." not in mara.get("/nos").text
    assert "Too far from the harbour." in mara.get("/nos?show=all").text
