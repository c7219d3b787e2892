"""Settings of the installation: what is in force and why, tests to oneself, who is stopped, what a hook was told."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, update
from sqlalchemy.exc import IntegrityError
from structlog.testing import capture_logs
from support.api import program
from support.web import Site, Visitor
from support.writing import Writing, writing

from overture.db import retention, users
from overture.db import tables as t
from overture.db.audit import Actor
from overture.db.engine import read, write
from overture.jail import ChildJail
from overture.settings import Retention

SETTINGS = """\
time_zone: Europe/Berlin
handoff:
  hold: 5m
alerts: {webhook: "https://hooks.example/services/very-secret"}
"""
LIST = """\
kind,value,reason,on
address,Jo@Acme.example,asked us to stop,2026-03-01
domain,globex.example,competitor,
account,Acme Robotics,in court,
address,jo@acme.example,twice,
address,not an address,typing error,
planet,mars,,
"""
STOPS = "/settings/do-not-contact"


@pytest.fixture
def office(sqlite_database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Writing]:
    with writing(sqlite_database, tmp_path, jail=jail, files={"settings.yaml": SETTINGS}) as found:
        yield found


@pytest.fixture
def otto(office: Writing) -> Visitor:
    return at(office, "otto")


def at(office: Writing, user: str, path: str = "/settings") -> Visitor:
    visitor = office.site.visitor(user)
    visitor.get(path)
    return visitor


def acts(office: Writing) -> list[str]:
    return [row.action for row in office.line.rows(t.audit) if row.thing in ("suppression", "notice", "user")]


def give_address(office: Writing, user: str, email: str = "otto@lantern.example") -> None:
    with write(office.line.engine) as connection:
        connection.execute(update(t.users).where(t.users.c.id == user).values(email=email))


# --- what is in force ---------------------------------------------------------------------------------------------


def test_every_value_says_where_it_came_from_and_no_secret_is_shown(office: Writing, otto: Visitor) -> None:
    page = otto.get("/settings/config").text
    assert "settings.yaml:3" in page
    assert "OVERTURE_SECRET_KEY" in page
    assert "https://hooks.example/…" in page
    assert "very-secret" not in page
    assert "a key for tests only" not in page
    with program(office.site, "otto") as who:
        found = who.get("/config").json()
        hold = next(one for one in found["settings"] if one["key"] == "handoff.hold")
        assert (hold["value"], hold["place"], hold["default"]) == ("5m", "settings.yaml:3", "10m")
        assert "very-secret" not in str(found)


def test_a_broken_file_is_said_with_its_place_and_the_last_good_one_stays(office: Writing, otto: Visitor) -> None:
    (office.line.services.folder / "settings.yaml").write_text("handoff: {hold: ten minutes}\n")
    office.line.services.refresh()
    page = otto.get("/settings/config").text
    assert "is not in force" in page
    assert "is no length of time" in page
    assert "settings.yaml, as it was" in page
    assert "<strong>5m</strong>" in page


def test_the_log_names_the_place_of_a_fault_and_the_files_that_went(office: Writing) -> None:
    services = office.line.services
    with capture_logs() as told:
        (services.folder / "campaigns.yaml").unlink()
        services.refresh()
        (services.folder / "campaigns.yaml").write_text("campaigns: 5\n")
        services.refresh()
    assert [(one["event"], one.get("first", one.get("files"))) for one in told if one["log_level"] == "warning"] == [
        ("config_gone", "campaigns.yaml"), ("config_refused", f"{services.folder}/campaigns.yaml:1:12"),
    ]  # fmt: skip


def test_only_ops_and_admins_see_it(office: Writing) -> None:
    assert at(office, "mara").get("/settings/config").status_code == 403
    assert "/settings/config" not in at(office, "mara").get("/settings").text


# --- tests of the delivery ----------------------------------------------------------------------------------------


def test_a_test_goes_to_oneself_through_the_worker_and_counts_nowhere(office: Writing, otto: Visitor) -> None:
    give_address(office, "otto")
    drafts = [(row.id, row.state) for row in office.line.rows(t.drafts)]
    assert otto.post("/settings/delivery/test").headers["location"] == "/settings/delivery?said=asked"
    assert "waiting" in otto.get("/settings/delivery").text
    office.line.run()
    page = otto.get("/settings/delivery").text
    row = office.line.row(t.notices, channel="mail")
    assert f"It lies at <code>{row.location}</code>" in page
    assert b"To: Otto Brandt <otto@lantern.example>" in Path(row.location).read_bytes()
    assert [(one.id, one.state) for one in office.line.rows(t.drafts)] == drafts
    assert (office.line.rows(t.handoffs), office.line.rows(t.touches)) == ([], [])
    assert acts(office) == ["test_asked"]


def test_without_an_address_the_page_says_where_to_give_it(office: Writing, otto: Visitor) -> None:
    assert "Your account has no address" in otto.get("/settings/delivery").text
    assert otto.post("/settings/delivery/test").status_code == 422
    assert office.line.rows(t.notices, channel="mail") == []
    with program(office.site, "otto") as who:
        assert who.post("/delivery/test").status_code == 409


def test_who_only_looks_sees_no_list_of_who_asked_to_be_left_alone(office: Writing, otto: Visitor) -> None:
    vera = at(office, "vera")
    assert vera.get(STOPS).status_code == 403
    assert STOPS not in vera.get("/settings").text
    otto.post(STOPS, value="kim@hooli.example")
    with write(office.line.engine) as connection:
        connection.execute(update(t.suppressions).values(origin="reject"))
    assert "kim@hooli.example" in otto.get("/review").text
    assert "kim@hooli.example" not in vera.get("/review").text
    with program(office.site, "vera") as who:
        assert who.get("/do-not-contact").status_code == 403


def test_an_address_is_one_persons_whoever_gives_it(office: Writing) -> None:
    ada, given = at(office, "ada"), {"name": "New", "role": "viewer", "password": "a long enough one"}
    assert ada.post("/settings/users", id="new", email="new@lantern.example", **given).status_code == 303
    refused = ada.post("/settings/users", id="newer", email="NEW@lantern.example", **given)
    assert refused.status_code == 409
    assert "Somebody else signs in by this address" in refused.text
    with pytest.raises(IntegrityError), write(office.line.engine) as connection:
        connection.execute(update(t.users).where(t.users.c.id == "ada").values(email="New@lantern.example"))


def test_an_address_is_kept_once_and_the_log_does_not_name_it(office: Writing, otto: Visitor) -> None:
    give_address(office, "mara", "mara@lantern.example")
    assert otto.post("/settings/address", email="not one").status_code == 422
    assert otto.post("/settings/address", email="MARA@lantern.example").status_code == 409
    assert otto.post("/settings/address", email="otto@lantern.example").status_code == 303
    assert office.line.row(t.users, id="otto").email == "otto@lantern.example"
    assert "otto@lantern.example" not in str(office.line.rows(t.audit))
    assert acts(office) == ["address_set"]


def test_whoever_is_named_by_an_id_signs_in_by_it_whatever_address_another_gave_before(
    office: Writing, otto: Visitor
) -> None:
    assert otto.post("/settings/address", email="ana@lantern.example").status_code == 303
    with write(office.line.engine) as connection:
        ana = users.User("ana@lantern.example", "Ana", "author")
        users.add_user(connection, ana, password_hash="hers", by=Actor("mara", "ui"), now=office.line.clock.at)
        assert users.password_of(connection, "Ana@lantern.example") == (ana, "hers")


# --- who must not be written to -----------------------------------------------------------------------------------


def test_a_list_that_could_be_looked_at_but_not_taken_is_refused_at_once(office: Writing, otto: Visitor) -> None:
    lines = "a@acme.example\n" * 68_000  # fits once; with the line ends of a form it no longer would
    answer = otto.http.post(
        f"{STOPS}/import", data={"csrf": otto.csrf, "act": "look"}, files={"file": ("list.txt", lines.encode())}
    )
    assert answer.status_code == 422
    assert "overture suppress import" in answer.text


def test_a_list_is_judged_line_by_line_before_anything_is_written(office: Writing, otto: Visitor) -> None:
    page = otto.post(f"{STOPS}/import", list=LIST, act="look").text
    assert all(words in page for words in ("3 new", "1 twice in the list", "2 cannot be read", "Put these 3"))
    assert office.line.rows(t.suppressions) == []
    report = otto.post(f"{STOPS}/import", list=LIST, act="report")
    assert report.headers["content-disposition"] == 'attachment; filename="verdicts.csv"'
    rows = list(csv.DictReader(io.StringIO(report.text)))
    assert [(row["line"], row["verdict"]) for row in rows] == [
        ("2", "new"), ("3", "new"), ("4", "new"), ("5", "twice in the list"), ("6", "cannot be read"),
        ("7", "cannot be read"),
    ]  # fmt: skip
    assert acts(office) == []


def test_taking_it_twice_adds_nothing_and_what_is_bad_stops_no_other(office: Writing, otto: Visitor) -> None:
    assert "3 lines put on the list" in otto.post(f"{STOPS}/import", list=LIST, act="take").text
    assert "Everything that could be read was there already" in otto.post(f"{STOPS}/import", list=LIST, act="take").text
    found = [(row.kind, row.value) for row in office.line.rows(t.suppressions)]
    assert found == [("address", "jo@acme.example"), ("domain", "globex.example"), ("account", "acme")]
    assert acts(office) == ["suppression.imported"]
    assert "acme" not in str(office.line.rows(t.audit, thing="suppression"))


def test_what_is_exported_can_be_taken_over_again(office: Writing, otto: Visitor) -> None:
    otto.post(f"{STOPS}/import", list=LIST, act="take")
    text = otto.get(f"{STOPS}.csv").text
    assert text.splitlines()[0] == "kind,value,reason,on"
    assert "3 already on the list" in otto.post(f"{STOPS}/import", list=text, act="look").text


@pytest.mark.parametrize(
    "text", ["jo@acme.example\n\n@globex.example\nhooli.example\n", "value\njo@acme.example\n@globex.example\n"]
)
def test_plain_lines_are_a_list_too(office: Writing, otto: Visitor, text: str) -> None:
    answer = otto.post(f"{STOPS}/import", list=text, act="look")
    assert ("3 new" in answer.text) == text.startswith("jo")
    assert answer.status_code == (200 if text.startswith("jo") else 422)  # a header has to name the kind


def test_a_line_holds_at_once_and_a_lifted_one_no_longer(office: Writing) -> None:
    mara, ada = at(office, "mara"), at(office, "ada")
    draft = office.line.draft().id
    assert mara.post(STOPS, value="@acme.example", reason="asked").headers["location"].endswith("said=added")
    assert "do-not-contact" in mara.act(draft, "approve").text
    line = office.line.row(t.suppressions)
    assert (line.kind, line.value, line.origin) == ("domain", "acme.example", "hand")
    assert mara.post(f"{STOPS}/{line.id}/lift").status_code == 403
    assert ada.post(f"{STOPS}/{line.id}/lift").status_code == 303
    assert ada.post(f"{STOPS}/{line.id}/lift").status_code == 404
    assert "by ada" in ada.get(f"{STOPS}?lifted=true").text
    assert mara.post(STOPS, value="@acme.example").headers["location"].endswith("said=again")
    assert acts(office) == ["suppression.imported", "suppression.lifted", "suppression.imported"]


def test_what_cannot_be_read_is_said_beside_what_was_typed(office: Writing) -> None:
    answer = at(office, "mara").post(STOPS, value="nobody at all", kind="address")
    assert answer.status_code == 422
    assert "Nothing was added." in answer.text
    assert 'value="nobody at all"' in answer.text


def test_an_erased_address_is_found_by_the_whole_of_it(office: Writing, otto: Visitor) -> None:
    otto.post(STOPS, value="jo@acme.example")
    with write(office.line.engine) as connection:
        connection.execute(update(t.suppressions).values(value=None, origin="erased"))
    page = otto.get(f"{STOPS}?q=Jo@acme.example").text
    assert "only its hash is kept" in page
    assert "1 of them erased" in page
    assert "No line holds these words" in otto.get(f"{STOPS}?q=kim@acme.example").text


def test_programs_keep_the_list_too(office: Writing) -> None:
    with program(office.site, "ada") as who:
        judged = who.post("/do-not-contact/judge", {"text": LIST}).json()
        assert (len(judged["items"]), judged["new"]) == (6, 0)
        assert who.post("/do-not-contact/take", {"text": LIST}).json()["new"] == 3
        assert who.post("/do-not-contact", {"value": "kim@hooli.example"}).json()["verdict"] == "new"
        assert who.post("/do-not-contact", {"value": "kim at", "kind": "address"}).status_code == 422
        assert who.post("/do-not-contact/take", {"text": "name,adress\nx,y\n"}).status_code == 422
        newest = who.get("/do-not-contact", limit=1).json()
        assert [one["value"] for one in newest["items"]] == ["kim@hooli.example"]
        line = newest["items"][0]["id"]
        assert who.post(f"/do-not-contact/{line}/lift").json()["lifted_by"] == "ada"
        assert who.get("/do-not-contact", cursor=newest["next"]).json()["items"][0]["kind"] == "account"
    assert read_values(office) == {"jo@acme.example", "globex.example", "acme"}


def read_values(office: Writing) -> set[str | None]:
    s = t.suppressions.c
    with read(office.line.engine) as connection:
        return set(connection.scalars(select(s.value).where(s.lifted_at.is_(None))))


# --- the web hook -------------------------------------------------------------------------------------------------


def test_the_hook_shows_what_it_was_told_and_tells_again(office: Writing, otto: Visitor) -> None:
    assert "https://hooks.example/…" in otto.get("/settings/webhook").text
    assert otto.post("/settings/webhook/test").status_code == 303
    office.line.run()
    page = otto.get("/settings/webhook").text
    assert "OVERTURE_WEBHOOK_SECRET" in page  # this worker has none, so nothing left
    number = office.line.row(t.notices, channel="webhook", event="test").id
    assert otto.post(f"/settings/webhook/{number}/again").status_code == 303
    assert office.line.row(t.notices, id=number).state == "waiting"
    assert otto.post(f"/settings/webhook/{number}/again").status_code == 404
    with program(office.site, "otto") as who:
        told = who.get("/webhook").json()
        assert (told["address"], told["told"][0]["id"]) == ("https://hooks.example/…", number)
        assert who.post("/webhook/test").json()["state"] == "waiting"
    assert acts(office) == ["test_asked", "told_again", "test_asked"]


def test_the_pages_say_so_where_there_is_no_workspace(site: Site) -> None:
    otto = site.visitor("otto")
    for path in ("/settings/config", "/settings/delivery", "/settings/webhook"):
        assert "run without the workspace" in otto.get(path).text


def test_what_lost_its_words_for_its_age_still_has_its_pages(site: Site, office: Writing, otto: Visitor) -> None:
    page = otto.get("/settings/config").text
    assert "Nothing was old enough yet" in page
    engine = site.services.engine
    with write(engine) as connection:
        long_ago = site.services.clock() - timedelta(days=400)
        connection.execute(update(t.entries).values(fetched_at=long_ago))
        connection.execute(update(t.drafts).where(t.drafts.c.id == 1).values(state="rejected", reason="old_news"))
        connection.execute(update(t.drafts).values(updated_at=long_ago))
    while retention.batch(engine, Retention(), now=site.services.clock(), by=Actor("otto", "cli")):
        pass
    mara = site.visitor("mara")
    for path in ("/drafts/1", "/triggers/1", "/queue?tab=decided", "/drafts/1/mail", "/search?q=acme", "/review"):
        assert mara.get(path).status_code == 200, path
