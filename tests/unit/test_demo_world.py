"""The demo's workspace: dated, complete, and written so that its letters read well."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from overture.demo import write_world
from overture.demo.expected import OUTCOMES
from overture.demo.outlets import outlets
from overture.demo.past import PROMISES
from overture.demo.write import fill, sources_yaml

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
PORT = 4711


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "workspace"
    write_world(folder, now=NOW, port=PORT)
    return folder


def rows(world: Path, name: str) -> list[dict[str, str]]:
    with (world / name).open(encoding="utf-8", newline="") as page:
        return list(csv.DictReader(page))


def said(world: Path, name: str) -> Any:
    return YAML(typ="safe").load((world / name).read_text("utf-8"))


# --- writing ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marker", "text"),
    [
        ("{{today}}", "2026-03-04"),
        ("{{today-12d}}", "2026-02-20"),
        ("{{today+85d}}", "2026-05-28"),
        ("127.0.0.1/32:{{port}}", "127.0.0.1/32:4711"),
        ("{{ account.name }}", "{{ account.name }}"),
    ],
)
def test_markers_become_dates_and_the_port(marker: str, text: str) -> None:
    assert fill(marker, today=NOW.date(), port=PORT) == text


def test_no_marker_is_left(world: Path) -> None:
    for page in world.glob("*.*"):
        assert "{{" not in page.read_text("utf-8"), page.name


def test_every_file_of_a_workspace_is_there(world: Path) -> None:
    names = {page.name for page in world.iterdir()}
    tables = {f"{name}.csv" for name in ("accounts", "contacts", "concerns", "interests", "ties", "do_not_contact")}
    pages = {f"{name}.yaml" for name in ("settings", "team", "promises", "cases", "sources", "campaigns")}
    assert tables | pages | {"stories"} <= names


def test_writing_twice_changes_nothing(world: Path, tmp_path: Path) -> None:
    for _ in range(2):
        write_world(tmp_path, now=NOW, port=PORT)
    assert {page.name: page.read_bytes() for page in tmp_path.glob("*.*")} == {
        page.name: page.read_bytes() for page in world.glob("*.*")
    }


def test_only_our_own_server_is_let_in(world: Path) -> None:
    assert said(world, "settings.yaml")["outbound"]["allow"] == [f"127.0.0.1/32:{PORT}"]


def test_every_outlet_is_a_source_and_so_is_our_calendar() -> None:
    *sources, calendar = YAML(typ="safe").load(sources_yaml(port=PORT))["sources"]
    assert calendar == {"id": "our-calendar", "kind": "calendar"}
    assert [source["id"] for source in sources] == [outlet.id for outlet in outlets()]
    assert {source["url"] for source in sources} == {f"http://127.0.0.1:{PORT}/{outlet.path}" for outlet in outlets()}
    assert [source["id"] for source in sources if source.get("own")] == ["tidewell-notes"]


# --- the people ---------------------------------------------------------------------------------------------------


def test_the_world_is_large_enough_to_get_lost_in(world: Path) -> None:
    accounts, contacts = rows(world, "accounts.csv"), rows(world, "contacts.csv")
    assert len(accounts) >= 40
    assert len(contacts) >= 60
    assert {account["country"] for account in accounts} == {"DE", "GB", "NL"}
    assert {contact["language"] for contact in contacts} == {"de", "en"}


def test_nobody_here_could_be_real(world: Path) -> None:
    assert all(account["domain"].endswith(".example") for account in rows(world, "accounts.csv"))
    assert all(c["email"].endswith(".example") or not c["email"] for c in rows(world, "contacts.csv"))


@pytest.mark.parametrize("name", ["accounts.csv", "contacts.csv"])
def test_ids_are_taken_once(world: Path, name: str) -> None:
    assert max(Counter(row["id"] for row in rows(world, name)).values()) == 1


def test_every_row_names_what_exists(world: Path) -> None:
    accounts = {row["id"] for row in rows(world, "accounts.csv")}
    contacts = {row["id"] for row in rows(world, "contacts.csv")}
    team = {person["id"] for person in said(world, "team.yaml")["people"]}
    assert {row["account"] for row in rows(world, "contacts.csv")} <= accounts
    for name in ("concerns.csv", "interests.csv", "ties.csv"):
        assert {row["contact"] for row in rows(world, name)} <= contacts
    assert {row["teammate"] for row in rows(world, "ties.csv")} <= team
    assert {row["heard_by"] for row in rows(world, "concerns.csv")} <= team
    assert {row["owner"] for row in rows(world, "accounts.csv") if row["owner"]} <= team
    assert {row["champion"] for row in rows(world, "accounts.csv") if row["champion"]} <= contacts


def test_nothing_was_heard_in_the_future_or_too_long_ago(world: Path) -> None:
    for row in rows(world, "concerns.csv"):
        heard = date.fromisoformat(row["heard_on"])
        assert timedelta() < NOW.date() - heard < timedelta(days=330)


def test_customers_have_a_first_day_a_renewal_and_a_measure(world: Path) -> None:
    customers = [row for row in rows(world, "accounts.csv") if row["lifecycle"] == "customer"]
    near = [row for row in customers if date.fromisoformat(row["renewal_on"]) - NOW.date() < timedelta(days=120)]
    assert len(near) >= 3
    assert all(row["day_one"] and row["measure_name"] and row["why_they_care"] for row in customers)


# --- the copy -----------------------------------------------------------------------------------------------------


def aloud(world: Path) -> list[str]:
    return [row["statement"] for row in rows(world, "concerns.csv") if row["shareable"] == "yes"]


def test_no_two_concerns_are_alike(world: Path) -> None:
    assert len(set(aloud(world))) == len(aloud(world))


def test_a_concern_reads_on_from_you_told_priya_that(world: Path) -> None:
    for statement in aloud(world):
        assert not re.search(r"\b(I|my|we|our|ich|wir|mein|unser)\b", statement), statement
        assert not statement.endswith((".", "!", "?")), statement
        assert len(statement.split()) <= 17, statement


def test_some_things_are_known_and_never_said(world: Path) -> None:
    private = [row for row in rows(world, "concerns.csv") if row["shareable"] == "no"]
    assert len(private) >= 5


def test_whoever_should_get_a_letter_has_said_something(world: Path) -> None:
    spoke = {row["contact"] for row in rows(world, "concerns.csv") if row["shareable"] == "yes"}
    tied = {(row["teammate"], row["contact"]) for row in rows(world, "ties.csv")}
    for outcome in OUTCOMES:
        if outcome.contact:
            assert outcome.contact in spoke
            assert (outcome.sender, outcome.contact) in tied


def test_every_setback_is_told_and_costs_something(world: Path) -> None:
    cases = said(world, "cases.yaml")["cases"]
    assert len(cases) >= 12
    for case in cases:
        assert len(case["setback"].split()) >= 6, case["id"]
        assert len(re.split(r"(?<=[.?!])\s", case["setback"])[0].split()) <= 22, case["id"]


def test_a_customer_is_named_only_with_permission(world: Path) -> None:
    names = [row["name"] for row in rows(world, "accounts.csv")]
    for case in said(world, "cases.yaml")["cases"]:
        named = any(name in case["who"] for name in names)
        assert named == bool(case.get("permission")), case["id"]


def test_each_letter_has_a_case_of_its_kind_and_language(world: Path) -> None:
    told = {(event, case["language"]) for case in said(world, "cases.yaml")["cases"] for event in case["events"]}
    for outcome in OUTCOMES:
        if outcome.end == "draft":
            assert (outcome.event, outcome.language) in told


# --- what should come of it ---------------------------------------------------------------------------------------


def test_about_twenty_letters_come_of_it() -> None:
    assert 20 <= sum(outcome.end == "draft" for outcome in OUTCOMES) <= 26


def test_every_way_to_end_is_met() -> None:
    ends = {outcome.end for outcome in OUTCOMES}
    assert ends == {"draft", "wrong_draft", "no", "needs_contact", "no_address", "question"}


def test_each_outcome_is_in_the_news_and_among_the_accounts(world: Path) -> None:
    names = {row["id"]: row["name"] for row in rows(world, "accounts.csv")}
    news = {(event.event, event.company) for outlet in outlets() for post in outlet.posts for event in post.expect}
    for outcome in OUTCOMES:
        assert (outcome.event, names[outcome.account]) in news


def test_whoever_should_get_a_letter_is_spoken_to_in_their_language(world: Path) -> None:
    languages = {row["id"]: row["language"] for row in rows(world, "contacts.csv")}
    for outcome in OUTCOMES:
        if outcome.contact:
            assert languages[outcome.contact] == outcome.language


def test_an_account_that_waits_for_a_contact_has_none(world: Path) -> None:
    known = {row["account"] for row in rows(world, "contacts.csv")}
    assert {outcome.account for outcome in OUTCOMES if outcome.end == "needs_contact"}.isdisjoint(known)


def test_past_promises_are_to_people_of_the_world_by_people_of_ours(world: Path) -> None:
    homes = {row["id"]: row["account"] for row in rows(world, "contacts.csv")}
    ours = {person["id"] for person in said(world, "team.yaml")["people"]}
    for past in PROMISES:
        assert homes[past.contact] == past.account
        assert past.teammate in ours
        assert past.made_days_ago > past.due_days_ago > 0
