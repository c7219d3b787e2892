"""The log as a file, from its page and for programs: filtered as the list, whole, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from sqlalchemy import Engine
from support.api import program
from support.web import NOON, Site

from overture.db.audit import Act, Actor, record
from overture.db.engine import write
from overture.web import audit_file

FORMULA = "=HYPERLINK(1)"


@pytest.fixture
def logged(site: Site, filled: Engine) -> Site:
    with write(filled) as connection:
        acts = [Act("draft.noted", "draft", str(number), codes={"n": number}) for number in range(7)]
        record(connection, Actor("mara", "ui", "r1"), [*acts, Act("draft.noted", FORMULA, "9")], now=NOON)
    return site


def test_the_filtered_log_is_a_csv_file(logged: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit_file, "_ROWS", 3)
    answer = logged.visitor("mara").get("/audit.csv?action=draft.noted")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["thing_id"] for row in rows] == ["9", "6", "5", "4", "3", "2", "1", "0"]
    assert rows[0]["thing"] == "'" + FORMULA
    assert json.loads(rows[1]["codes"]) == {"n": 6}
    assert 'filename="audit.csv"' in answer.headers["content-disposition"]


def test_programs_get_the_same_rows_a_line_each(logged: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit_file, "_ROWS", 4)
    with program(logged, "mara") as caller:
        answer = caller.get("/audit.ndjson", actor="mara", action="draft.noted", thing="draft")
    rows = [json.loads(line) for line in answer.text.splitlines()]
    assert [row["codes"]["n"] for row in rows] == [6, 5, 4, 3, 2, 1, 0]
    assert rows[0]["request_id"] == "r1"
    assert rows[0]["at"].endswith("+00:00")


def test_a_log_in_which_nothing_fits_is_an_empty_file(logged: Site) -> None:
    visitor = logged.visitor("mara")
    assert visitor.get("/audit.ndjson?actor=nobody").text == ""
    assert visitor.get("/audit.csv?actor=nobody").text.splitlines() == [",".join(audit_file.COLUMNS)]
    assert "/audit.csv?actor=mara" in visitor.get("/audit?actor=mara").text


def test_a_line_has_an_address_of_its_own_and_says_why(logged: Site, filled: Engine) -> None:
    with write(filled) as connection:
        record(
            connection,
            Actor("mara", "ui", "r2"),
            [Act("rejected", "draft", "3", codes={"reason": "old_news"})],
            now=NOON,
        )
    mara = logged.visitor("mara")
    page = mara.get("/audit?action=rejected").text
    assert "reason old_news" in page
    address = re.findall(r"/audit\?line=\d+", page)
    assert len(address) == 1
    alone = mara.get(address[0]).text
    assert ("reason old_news" in alone, "draft.noted" in alone) == (True, False)
    assert "This line is not there" in mara.get("/audit?line=99999").text


def test_no_other_form_is_offered(logged: Site) -> None:
    assert logged.visitor("mara").get("/audit.xlsx").status_code in (404, 422)
