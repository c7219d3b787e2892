"""Ties from other files on their page and for programs: seen first, written, taken back; no message is kept."""

from __future__ import annotations

import html
import re

import pytest
from sqlalchemy import Engine, select
from support.api import program
from support.web import Site

from overture.db import tables as t
from overture.db.engine import read

NOTES = 'Notes:\n"When exporting, some addresses are missing."\n\n'
LINKEDIN = (
    f"{NOTES}First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Tomas,Reyes,,,Brightmoor Health,Chief Operating Officer,04 Mar 2021\n"
    "Tomas,Reyes,,,Brightmoor Health,,05 Mar 2021\n"
    "Uma,Dean,,,Brightmoor Health,,\n"
    ",,,,,,\n"
)
LETTER = (
    "From x@y Mon Mar  2 09:00:00 2026\nFrom: {}\nTo: {}\nDate: Mon, 02 Mar 2026 09:00:00 +0100\n\nsecret words\n\n"
)


def ties(engine: Engine) -> set[tuple[str, str]]:
    with read(engine) as connection:
        standing = select(t.ties.c.teammate_id, t.ties.c.evidence).where(t.ties.c.retired_at.is_(None))
        return {(row.teammate_id, row.evidence) for row in connection.execute(standing)}


def table_in(page: str) -> str:
    found = re.search(r"<textarea name=\"list\" hidden[^>]*>\n(.*?)</textarea>", page, re.DOTALL)
    assert found
    return html.unescape(found.group(1))


def test_connections_are_seen_written_and_taken_back(site: Site, filled: Engine) -> None:
    before, mara = ties(filled), site.visitor("mara")
    mara.get("/ties/import")
    page = mara.post("/ties/import", source="linkedin", of="priya", act="look", list=LINKEDIN).text
    counts = re.findall(r'class="tag [a-z]*">(\d [a-z ]+)<', page)
    assert sorted(counts) == ["1 known", "1 new", "1 no contact", "1 unreadable"]
    assert "repeats row 1" in page
    assert ties(filled) == before
    taken = mara.post("/ties/import", source="linkedin", of="priya", act="take", judged="yes", list=table_in(page))
    assert "1 tie of Priya Nair written" in taken.text
    assert ties(filled) - before == {("priya", "connected on LinkedIn")}
    assert "1 tie as before" in mara.get(mara.post("/ties/imports/1/undo").headers["location"]).text
    assert ties(filled) == before
    assert mara.post("/ties/imports/1/undo").status_code == 409


def test_of_a_mailbox_nothing_but_names_and_numbers_travels_with_the_page(site: Site, filled: Engine) -> None:
    with read(filled) as connection:
        contact = connection.execute(select(t.contacts).where(t.contacts.c.id == "con-2")).one()
    them, ours = f"{contact.name} <{contact.email}>", "Priya <priya@tidewell.example>"
    mara = site.visitor("mara")
    mara.get("/ties/import")
    box = LETTER.format(them, ours) + LETTER.format(ours, them)
    page = mara.post("/ties/import", source="mbox", of="priya", act="look", list=box).text
    assert "secret" not in page
    assert "1 message to them, 1 from them" in table_in(page)


@pytest.mark.parametrize(
    ("source", "text", "said"),
    [
        ("linkedin", "a,b\n1,2\n", "has no header with First Name"),
        ("vcard", "hello", "holds no card"),
        ("csv", "a;b\n1;2\n", "has no header with a column name"),
        ("mbox", "hello", "Nobody in it wrote to priya@tidewell.example"),
        ("csv", "x" * 1_041_000, "overture ties import csv FILE --of priya"),
    ],
)
def test_what_cannot_be_read_is_said_with_the_cure(site: Site, source: str, text: str, said: str) -> None:
    mara = site.visitor("mara")
    mara.get("/ties/import")
    answer = mara.post("/ties/import", source=source, of="priya", act="look", list=text)
    assert (answer.status_code, said in html.unescape(answer.text)) == (422, True)


def test_programs_judge_take_and_take_back(site: Site, filled: Engine) -> None:
    before = ties(filled)
    given = {"source": "linkedin", "of": "Priya Nair", "text": LINKEDIN}
    with program(site, "mara") as robot:
        judged = robot.post("/ties/judge", given).json()
        verdicts = ["new", "known", "no_contact", "unreadable"]
        assert ([one["verdict"] for one in judged["rows"]], judged["import_id"]) == (verdicts, None)
        number = robot.post("/ties/take", given).json()["import_id"]
        assert [one["ties"] for one in robot.get("/ties/imports").json()["items"]] == [1]
        assert robot.post(f"/ties/imports/{number}/undo").json() == {"id": number, "ties": 1, "left": 0}
        assert robot.post(f"/ties/imports/{number}/undo").status_code == 409
        assert robot.post("/ties/judge", given | {"of": "nobody"}).status_code == 422
        for source in ("linkedin", "vcard", "mbox", "csv"):
            assert (
                "the file is empty" in robot.post("/ties/judge", given | {"source": source, "text": " "}).text.lower()
            )
    assert ties(filled) == before
