"""Accounts and contacts from elsewhere: seen first, corrected, written into the files, and known at once."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from support.api import program
from support.web import Visitor
from support.writing import Writing, writing

from overture.db import tables as t
from overture.jail import ChildJail

CRM = (
    "Company name;Website;Rating\nStark;https://www.stark.example/en;A\n"
    "Umbra;no domain at all;B\nStark;stark.example;C\n"
)


@pytest.fixture
def office(sqlite_database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Writing]:
    with writing(sqlite_database, tmp_path, jail=jail) as found:
        yield found


@pytest.fixture
def otto(office: Writing) -> Visitor:
    visitor = office.site.visitor("otto")
    assert "Import accounts" in visitor.get("/import").text
    return visitor


def chosen(page: str) -> list[str]:
    """Which of ours each column of the list becomes."""
    selects = re.findall(r"<select name=\"column\".*?</select>", page, re.DOTALL)
    return [(re.findall(r'selected value="(\w+)"', one) or [""])[0] for one in selects]


def test_a_list_is_seen_then_written_and_known_at_once(office: Writing, otto: Visitor) -> None:
    before = office.file("accounts.csv")
    page = otto.post("/import", what="accounts", list=CRM).text
    assert chosen(page) == ["name", "domain", ""]
    assert re.findall(r'class="tag [a-z]*">(\d [a-z ]+)<', page) == ["1 new", "1 twice in the list", "1 cannot be read"]
    assert office.file("accounts.csv") == before
    told = otto.post("/import", what="accounts", list=CRM, act="take").text
    assert "1 row added to accounts.csv" in told
    assert office.file("accounts.csv").startswith(before.rstrip("\n").partition("\n")[0])
    assert "Stark" in otto.get("/accounts?q=stark.example").text
    assert [row.codes for row in office.line.rows(t.audit) if row.action == "accounts.imported"] == [
        {"new": 1, "changed": 0}
    ]
    again = otto.post("/import", what="accounts", list=CRM, act="take").text
    assert "0 rows added" in again


def test_columns_can_be_corrected_and_the_verdicts_kept(otto: Visitor) -> None:
    listed = "Quux,Web\nStark,stark.example\n=1+1,nonsense\n"
    assert "say which column is the name" in otto.post("/import", what="accounts", list=listed).text
    answer = otto.post("/import", what="accounts", list=listed, column=["name", "domain"], act="report")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [(row["name"], row["verdict"]) for row in rows] == [("Stark", "new"), ("'=1+1", "cannot be read")]


def test_a_folder_that_cannot_be_written_gives_the_file_to_put_there(
    office: Writing, otto: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, text: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("overture.jobs.account_desk.write_atomically", refuse)
    answer = otto.post("/import", what="accounts", list=CRM, act="take")
    assert answer.status_code == 409
    assert "accounts.csv cannot be written here (Permission denied)" in answer.text
    assert "accounts.imported" not in [row.action for row in office.line.rows(t.audit)]
    kept = otto.post("/import", what="accounts", list=CRM, act="file")
    assert "Stark" in kept.text
    assert 'filename="accounts.csv"' in kept.headers["content-disposition"]


def test_programs_import_contacts(office: Writing) -> None:
    listed = "Full name,Email,Company,Title\nOla Nym,ola.nym@acme.example,Acme Robotics,VP Sales\n"
    with program(office.site, "otto") as caller:
        judged = caller.post("/import/judge", {"what": "contacts", "text": listed})
        taken = caller.post("/import/take", {"what": "contacts", "text": listed})
        wrong = caller.post("/import/judge", {"what": "contacts", "text": listed, "columns": ["name"]})
    assert [one["column"] for one in judged.json()["columns"]] == ["name", "email", "account", "role"]
    assert (judged.json()["written"], taken.json()["written"]) == (0, 1), taken.text
    assert "ola.nym@acme.example" in office.file("contacts.csv")
    assert wrong.status_code == 422


def test_what_is_no_list_is_refused_and_who_reviews_may_not_import(office: Writing, otto: Visitor) -> None:
    assert otto.post("/import", what="accounts", list="").status_code == 422
    assert otto.post("/import", what="planets", list=CRM).status_code == 422
    long = otto.post("/import", what="accounts", list="name\n" + ("s" * 99 + "\n") * 9_950)
    assert "too long to be looked at" in long.text
    mara = office.site.visitor("mara")
    mara.get("/accounts")
    assert mara.post("/import", what="accounts", list=CRM).status_code == 403
