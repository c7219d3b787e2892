"""Files about who knows whom: what is read of them, and what is not."""

import io
from datetime import date

import pytest

from campaigns.people.imports import BadRow, Seen, Sighting, read_linkedin, read_table, read_vcards, table_of
from campaigns.people.mailbox import LINE_BYTES, lines_of, read_mailbox

LINKEDIN = """\
Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Jo,Meyer,https://example.com/jo,JO@acme.example,Acme Robotics,VP Sales,04 Mar 2021
,,,,,,05 Mar 2021
Kim,Oster,,,"Acme, Inc.",Head of Marketing,soon
"""

VCARDS = """\
BEGIN:VCARD\r
VERSION:3.0\r
FN:Jo Meyer\r
N:Meyer;Jo;;;\r
item1.EMAIL;type=INTERNET;type=pref:jo@acme.exam\r
 ple\r
EMAIL;type=HOME:jo@home.example\r
ORG:Acme Robotics\\, Inc.;Sales\r
TITLE:VP Sales\r
NOTE:likes: colons\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Ute;;;\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:4.0\r
TEL:+49 40 1\r
END:VCARD\r
"""


def message(sender: str, to: str, day: str, *, more: str = "", body: str = "Hello,\n\nsecret words.\n") -> str:
    head = f"From: {sender}\nTo: {to}\nDate: {day}\nSubject: hi\n{more}"
    return f"From x@y.example Mon Mar  2 09:00:00 2026\n{head}\n{body}\n"


MARA = "Mara Lind <mara@lantern.example>"
JO = "=?utf-8?q?J=C3=B6_Meyer?= <Jo@acme.example>"
MBOX = "".join(
    [
        message(MARA, f"{JO}, kim@acme.example", "Mon, 02 Mar 2026 09:00:00 +0100"),
        message(JO, MARA, "Tue, 10 Feb 2026 09:00:00 +0000"),
        message(
            JO, MARA, "no date", body="From here on all is well.\n\nFrom: ben@x.example\nTo: mara@lantern.example\n"
        ),
        message(MARA, JO, "Wed, 04 Mar 2026 09:00:00 +0000"),
        message("news@list.example", MARA, "Wed, 04 Mar 2026 09:00:00 +0000", more="List-Id: <x>\n"),
        message("Ann <ann@x.example>", "Ben <ben@x.example>", "Wed, 04 Mar 2026 09:00:00 +0000"),
    ]
)


def read(found: list[Seen] | str) -> list[Seen]:
    assert not isinstance(found, str), found
    return found


def test_connections_are_read_below_the_notes() -> None:
    jo, empty, kim = read(read_linkedin(LINKEDIN.encode()))
    assert isinstance(jo, Sighting)
    assert (jo.name, jo.email, jo.company, jo.title) == ("Jo Meyer", "jo@acme.example", "Acme Robotics", "VP Sales")
    assert (jo.since, jo.strength) == (date(2021, 3, 4), 1)
    assert empty == BadRow(2, "names nobody")
    assert isinstance(kim, Sighting)
    assert (kim.company, kim.email, kim.since) == ("Acme, Inc.", None, None)


def test_another_file_is_no_list_of_connections() -> None:
    assert "has no header" in str(read_linkedin(b"a,b,c\n1,2,3\n"))


def test_cards_are_read_with_folded_lines_groups_and_old_encodings() -> None:
    jo, ute, nobody = read(read_vcards(VCARDS.encode()))
    assert isinstance(jo, Sighting)
    assert (jo.name, jo.email, jo.company) == ("Jo Meyer", "jo@acme.example", "Acme Robotics, Inc.")
    assert isinstance(ute, Sighting)
    assert ute.name == "Ute Müller"
    assert nobody == BadRow(3, "names nobody")
    assert "holds no card" in str(read_vcards(b"hello"))


def test_a_mailbox_tells_who_when_and_how_often() -> None:
    (jo,) = read_mailbox(MBOX.encode().splitlines(keepends=True), "Mara@lantern.example")
    assert isinstance(jo, Sighting)
    assert (jo.name, jo.email) == ("Jö Meyer", "jo@acme.example")
    assert (jo.since, jo.last_touch) == (date(2026, 2, 10), date(2026, 3, 4))
    assert (jo.strength, jo.evidence) == (2, "2 messages to them, 2 from them")


def test_of_a_mailbox_nothing_but_headers_is_read() -> None:
    seen = read_mailbox(MBOX.encode().splitlines(keepends=True), "mara@lantern.example")
    assert "secret" not in str(seen)
    assert "ben@x.example" not in str(seen)  # a sentence that begins with "From" is no message


def test_who_never_answered_and_whom_we_never_answered_is_no_tie() -> None:
    one_way = message(MARA, JO, "Wed, 04 Mar 2026 09:00:00 +0000") * 50
    assert read_mailbox(one_way.encode().splitlines(keepends=True), "mara@lantern.example") == []


def test_more_letters_both_ways_are_a_stronger_tie() -> None:
    both = message(MARA, JO, "") + message(JO, MARA, "")
    strengths = [
        one.strength
        for many in (1, 3, 12, 60)
        for one in read_mailbox((both * many).encode().splitlines(keepends=True), "mara@lantern.example")
        if isinstance(one, Sighting)
    ]
    assert strengths == [1, 2, 3, 4]  # the highest is for people to give


def test_odd_bytes_are_survived() -> None:
    odd = b"From x@y 09:00\nFrom: =?x?q?\xff?= <\xff@\n\n\xff\n" * 3
    assert read_mailbox(odd.splitlines(keepends=True), "mara@lantern.example") == []
    assert read(read_vcards(b"BEGIN:VCARD\nFN:\xff\xfe\n"))


@pytest.mark.parametrize(
    "more",
    [
        b"Date: Mon, 1 Jan 2020 00:00:00 +99999999999999999999\n",
        b"Date: Mon, 1 Jan 99999999999999999 00:00:00 +0000\n",
        b"Auto-Submitted: no\nX: \xe4\n",
        b"Cc: " + b"(" * 30_000 + b"\n",
        b"Cc: " + b"a:" * 30_000 + b"\n",
        b"Cc: =?utf-8?b?a?= <ben@x.example>, b\0en@x.example\n",
    ],
)
def test_a_message_with_an_odd_header_leaves_the_others_as_they_are(more: bytes) -> None:
    lines = (MBOX.encode() + b"From x@y 09:00\n" + more + b"From: mara@lantern.example\n\n").splitlines(keepends=True)
    assert [one.name for one in read_mailbox(lines, "mara@lantern.example")] == ["Jö Meyer"]  # type: ignore[union-attr]


def test_a_header_that_says_in_odd_bytes_that_a_machine_wrote_it_is_believed() -> None:
    machine = MBOX.encode().replace(b"Subject: hi", b"Auto-Submitted: \xe4")
    assert read_mailbox(machine.splitlines(keepends=True), "mara@lantern.example") == []


# --- odd tables ---------------------------------------------------------------------------------------------------

TABLE = "Vorname;Nachname;E-Mail;Firma;Seit;Strength\nJö;Meyer;jo@acme.example;Acme Robotics;04.03.2021;3\n;;;;;\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_table_is_read_as_spreadsheets_save_it(encoding: str) -> None:
    jo, nobody = read(read_table(TABLE.encode(encoding)))
    assert jo == Sighting(1, "Jö Meyer", "jo@acme.example", "Acme Robotics", None, date(2021, 3, 4), None, 3)
    assert nobody == BadRow(2, "names nobody")


def test_connections_that_a_spreadsheet_saved_again_are_read() -> None:
    saved = LINKEDIN.split("\n\n")[1].replace("Acme, Inc.", "Acme Inc.").replace(",", ";").replace("Jo;", "Jö;")
    jo, _, kim = read(read_linkedin(saved.encode("cp1252")))
    assert isinstance(jo, Sighting)
    assert (jo.name, jo.since, kim.name) == ("Jö Meyer", date(2021, 3, 4), "Kim Oster")  # type: ignore[union-attr]


def test_degrees_behind_a_name_are_no_part_of_it() -> None:
    head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    (jo,) = read(read_linkedin(f'{head}Jo,"Meyer, MBA (she/her)",,,Acme,,\n'.encode()))
    assert isinstance(jo, Sighting)
    assert jo.name == "Jo Meyer"


@pytest.mark.parametrize(
    ("row", "wrong"), [("Jo,9,", "strength 9 is not one of 1 to 5"), ("Jo,,soon", "since soon is no date")]
)
def test_what_cannot_be_read_of_a_row_is_said(row: str, wrong: str) -> None:
    (bad,) = read(read_table(f"name,strength,since\n{row}\n".encode()))
    assert isinstance(bad, BadRow)
    assert wrong in bad.reason


@pytest.mark.parametrize("raw", [b"", b"a,b\n1,2\n", b"\x00\xff"])
def test_a_table_without_names_is_refused(raw: bytes) -> None:
    assert "has no header with a column name" in str(read_table(raw))


@pytest.mark.parametrize("start", [b'name,email\n"', b'"name,email\n', b'name,email\nJo,"'])
def test_a_mark_that_is_never_closed_is_said(start: bytes) -> None:
    assert "a quotation mark that is never closed" in str(read_table(start + b"a" * 200_000))


def test_connections_with_a_mark_that_is_never_closed_are_refused() -> None:
    endless = LINKEDIN.encode() + b'"' + b"a" * 200_000
    assert "a quotation mark that is never closed" in str(read_linkedin(endless))


def test_no_byte_is_read_that_a_database_cannot_keep() -> None:
    (jo,) = read(read_table(b"name,email,evidence\nJ\0o,jo@acme.example,we m\0et\n"))
    assert (jo.name, jo.evidence) == ("Jo", "we met")  # type: ignore[union-attr]


def test_a_table_of_sightings_reads_back_as_the_same_people() -> None:
    (jo,) = read_mailbox(MBOX.encode().splitlines(keepends=True), "mara@lantern.example")
    assert read(read_table(table_of([jo, BadRow(2, "names nobody")]).encode())) == [jo]


def test_a_mailbox_of_any_size_is_read_a_line_at_a_time_and_no_line_whole() -> None:
    lines = list(lines_of(io.BytesIO(b"x" * (3 * LINE_BYTES) + b"\nFrom")))
    assert max(map(len, lines)) == LINE_BYTES
    assert b"".join(lines).endswith(b"\nFrom")
