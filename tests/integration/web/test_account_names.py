"""Names of an account that people teach: added and taken back, with the event in which each was met."""

from __future__ import annotations

from sqlalchemy import Engine, insert, select
from support.api import program
from support.web import NOON, Site

from campaigns.names import fold
from overture.db import tables as t
from overture.db.engine import read, write

PAGE = "/accounts/acc-1"


def taught(engine: Engine) -> list[str]:
    with read(engine) as connection:
        return list(connection.scalars(select(t.account_names.c.form).where(t.account_names.c.account_id == "acc-1")))


def test_a_name_is_taught_and_taken_back_on_the_page(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    mara.get(PAGE)
    assert mara.post(f"{PAGE}/names", name="  Acme   Works ").status_code == 303
    assert taught(filled) == ["Acme Works"]
    assert "Acme Works" in mara.get(PAGE).text
    assert "means this account already" in mara.post(f"{PAGE}/names", name="ACME works").text
    assert mara.post(f"{PAGE}/names", name="…").status_code == 422
    with read(filled) as connection:
        which = connection.scalar(select(t.account_names.c.id))
    assert mara.post("/accounts/acc-2/names/remove", kind="means", which=which).status_code == 404
    assert mara.post(f"{PAGE}/names/remove", kind="means", which=which).status_code == 303
    assert taught(filled) == []


def test_the_event_that_taught_a_name_stands_beside_it(site: Site, filled: Engine) -> None:
    with write(filled) as connection:
        by = {"account_id": "acc-1", "taught_by": "mara", "taught_at": NOON}
        found = connection.execute(select(t.matches).where(t.matches.c.account_id == "acc-1")).first()
        assert found is not None
        connection.execute(insert(t.never_matches).values(folded=fold(found.form), context="", **by))
    with program(site, "mara") as caller:
        rows = caller.get("/accounts/acc-1/names").json()["items"]
        assert [(row["kind"], row["trigger_id"] is not None) for row in rows] == [("never", True)]
        assert caller.post("/accounts/acc-1/names", {"name": found.form}).status_code == 422
        gone = caller.post("/accounts/acc-1/names/remove", {"kind": "never", "id": rows[0]["id"]})
        added = caller.post("/accounts/acc-1/names", {"name": "Acme Works"})
    assert gone.json()["items"] == []
    assert [row["name"] for row in added.json()["items"]] == ["Acme Works"]


def test_who_only_looks_teaches_nothing(site: Site) -> None:
    vera = site.visitor("vera")
    assert "/names" not in vera.get(PAGE).text
    assert vera.post(f"{PAGE}/names", name="Acme Works").status_code == 403
