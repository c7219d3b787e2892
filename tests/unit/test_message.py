from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import SMTP
from email.utils import getaddresses
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaigns.letter import clean_body, full_text, one_line
from campaigns.workspace import Contact, OurCompany, Teammate
from overture.handoff.message import MessageError, build
from overture.handoff.unsubscribe import Unsubscribe

OURS = OurCompany("Lantern", "1 Harbour Road, 20457 Hamburg, Germany", public_url="https://lantern.example")
PAGES = "https://overture.lantern.example/"
MARA = Teammate("mara", "Mara Lind", "mara@lantern.example", title="Head of Stories")
JO = Contact("jo", "acme", "Jo Meyer", "Jo", email="jo@acme.example")
AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MESSAGE_ID = "<h.abcdefghijklmnopqrstuvwxyz234567@lantern.example>"
TOKEN = "12." + "a" * 32
HEADERS = ["From", "To", "Subject", "Date", "Message-ID", "List-Unsubscribe", "List-Unsubscribe-Post", "X-Unsent"]
HEADERS += ["MIME-Version", "Content-Type", "Content-Transfer-Encoding"]


def made(
    subject: str = "Hello",
    body: str = "Hello Jo.",
    *,
    to: Contact = JO,
    sender: Teammate = MARA,
    ours: OurCompany = OURS,
    pages: str | None = PAGES,
) -> bytes:
    return build(
        subject,
        body,
        to=to,
        sender=sender,
        company=ours,
        message_id=MESSAGE_ID,
        date=AT,
        unsubscribe=Unsubscribe(sender.email, TOKEN, pages),
    )


def lines(raw: bytes) -> list[str]:
    return raw.decode("ascii").split("\r\n")


def header(raw: bytes, name: str) -> str:
    """By a parser other than the one that the builder trusts most."""
    unfolded = re.sub(r"\r\n(?=[ \t])", "", message_from_bytes(raw)[name])
    return str(make_header(decode_header(unfolded)))


def test_a_plain_message_reads_as_it_is() -> None:
    assert lines(made()) == [
        "From: Mara Lind <mara@lantern.example>",
        "To: Jo Meyer <jo@acme.example>",
        "Subject: Hello",
        "Date: Mon, 02 Mar 2026 09:00:00 +0000",
        f"Message-ID: {MESSAGE_ID}",
        f"List-Unsubscribe: <https://overture.lantern.example/u/{TOKEN}>, "
        f"<mailto:mara@lantern.example?subject=unsubscribe%20{TOKEN}>",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        "X-Unsent: 1",
        "MIME-Version: 1.0",
        'Content-Type: text/plain; charset="utf-8"',
        "Content-Transfer-Encoding: 7bit",
        "",
        "Hello Jo.",
        "",
        "Mara Lind",
        "Head of Stories",
        "",
        "Lantern, 1 Harbour Road, 20457 Hamburg, Germany",
        "",
    ]


def test_the_same_values_give_the_same_bytes() -> None:
    assert made("Grüße", "ü" * 500) == made("Grüße", "ü" * 500)


@pytest.mark.parametrize("url", [None, "http://overture.lantern.example", "ftp://overture.lantern.example"])
def test_one_click_is_offered_only_with_https(url: str | None) -> None:
    raw = made(pages=url)
    assert "List-Unsubscribe-Post" not in raw.decode()
    assert f"List-Unsubscribe: <mailto:mara@lantern.example?subject=unsubscribe%20{TOKEN}>" in lines(raw)


def test_a_message_for_sending_is_not_marked_unsent() -> None:
    unsubscribe = Unsubscribe(MARA.email, TOKEN)
    raw = build(
        "S",
        "B",
        to=JO,
        sender=MARA,
        company=OURS,
        message_id=MESSAGE_ID,
        date=AT,
        unsubscribe=unsubscribe,
        unsent=False,
    )
    assert b"X-Unsent" not in raw


@pytest.mark.parametrize(
    "subject",
    [
        "Grüße nach Köln",
        "👩‍🚀 " * 20,
        "a" * 250,
        "word " * 49,
        "東京" * 60,
        '"quotes" \\ and (comments), <x@y>; a: b',
        "= ?x",
    ],
)
def test_a_subject_arrives_whole_in_short_lines(subject: str) -> None:
    raw = made(subject)
    assert header(raw, "Subject") == one_line(subject)
    assert all(len(line) <= 78 for line in lines(raw) if not line.startswith("List-Unsubscribe:"))


@pytest.mark.parametrize(
    "name",
    [
        "Acme, Inc. <evil@x.example>",
        'Jo "the boss" Meyer',
        "Müller, Jörg",
        "Анна " * 12,
        "a@x.example, evil@y.example",
        "é" * 60,
        "",
        "Jo; To: evil@x.example",
        "(comment) Jo",
        "Jo\\",
        '"',
        "=?utf-8?q?Jo?=",
    ],
)
def test_a_name_never_becomes_a_recipient(name: str) -> None:
    raw = made(to=replace(JO, name=name), sender=replace(MARA, name=name or "M"))
    [(shown, where)] = getaddresses([message_from_bytes(raw)["To"]])
    assert where == "jo@acme.example"
    assert str(make_header(decode_header(shown))) == one_line(name)


@pytest.mark.parametrize(
    "email", [None, "jö@acme.example", "jo@acme.example, evil@x.example", "jo@acme.example\r\nBcc: e@x.example"]
)
def test_an_address_that_cannot_be_written_to_is_refused(email: str | None) -> None:
    with pytest.raises(MessageError, match="contact"):
        made(to=replace(JO, email=email))


@pytest.mark.parametrize("subject", ["", " \u200b\n", "x" * 251])
def test_a_subject_that_is_empty_or_endless_is_refused(subject: str) -> None:
    with pytest.raises(MessageError, match="subject"):
        made(subject)


def test_an_encoded_line_break_stays_text() -> None:
    attack = "=?utf-8?q?Hi=0D=0ABcc:_evil@x.example?="
    raw = made(attack, to=replace(JO, name=attack), sender=replace(MARA, name=attack, signature="M"))
    assert message_from_bytes(raw, policy=SMTP)["Bcc"] is None
    assert b"\nBcc" not in raw


def test_a_value_that_brings_its_own_header_is_refused_by_the_second_look() -> None:
    with pytest.raises(MessageError, match="header"):
        build(
            "S",
            "B",
            to=JO,
            sender=MARA,
            company=OURS,
            message_id="<x@y>\r\nBcc: evil@x.example",
            date=AT,
            unsubscribe=Unsubscribe(MARA.email, TOKEN),
        )


def test_a_lone_dot_and_from_at_the_start_survive() -> None:
    body = "Hello\n.\n..\nFrom here on\n" + "word " * 400 + "\nümlaut"
    raw = made(body=body)
    assert "." not in lines(raw)
    assert max(len(line) for line in lines(raw) if not line.startswith("List-")) <= 78
    text = message_from_bytes(raw, policy=SMTP).get_content()
    assert text.replace("\r\n", "\n") == full_text(body, MARA, OURS)


HOSTILE = [
    *(
        "\r\nBcc: evil@x.example",
        "\nBcc: e@x.example\n\nbody",
        "\r\n\r\nbody",
        "\rBcc: e@x.example",
        "\n .\r\n",
        "\x0bBcc: e@x.example",
    ),
    *(
        "=?utf-8?b?DQpCY2M6IGV2aWxAeC5leGFtcGxl?=",
        "=?utf-8?q?Hi=0D=0ABcc:_evil@x.example?=",
        "=?utf-8?q?a?= =?utf-8?q?b?=",
    ),
    *(
        "a@x.example, evil@y.example",
        "<evil@x.example>",
        "evil@x.example;",
        "Jo <a@x.example>, Kim <b@y.example>",
        "undisclosed:;",
    ),
    *("\x00", "\u2028To: e@x.example", "\u0085To: e@x.example", "\u202eelpmaxe", "\ud800", "\ufeff", "\x7f\x1b[2J"),
    *('"', "\\", "(", "None", "é" * 80, "{{ 7 * 7 }} %s"),
]


def attack(subject: str, to_name: str, from_name: str) -> bool:
    """Whether a message came of it; then it has our headers and our reader, and nothing else."""
    sender = replace(MARA, name=from_name, signature=subject)
    try:
        raw = made(f"S {subject}", subject, to=replace(JO, name=to_name), sender=sender)
    except MessageError:
        return False
    head = raw.split(b"\r\n\r\n")[0].decode("ascii")
    assert [line.partition(":")[0] for line in head.split("\r\n") if not line.startswith(" ")] == HEADERS
    assert [where for _, where in getaddresses([message_from_bytes(raw)["To"]])] == ["jo@acme.example"]
    return True


def test_hostile_fields_add_no_header_and_no_recipient() -> None:
    assert len(HOSTILE) == 27
    assert sum(attack(subject, name, name) for subject, name in product(HOSTILE, HOSTILE[::3])) > 0


@pytest.mark.full
def test_no_combination_of_hostile_fields_does_either() -> None:
    made_of = product(HOSTILE, HOSTILE, HOSTILE[:12])
    assert sum(attack(subject, to_name, from_name) for subject, to_name, from_name in made_of) > 0


@settings(max_examples=150, deadline=None)
@given(subject=st.text(max_size=120), name=st.text(max_size=60), body=st.text(max_size=400))
def test_whatever_the_text_it_arrives_or_is_refused(subject: str, name: str, body: str) -> None:
    try:
        raw = made(subject, body, to=replace(JO, name=name))
    except MessageError:
        assert not one_line(subject)
        return
    parsed = message_from_bytes(raw)
    assert [key for key, _ in parsed.items()] == HEADERS
    assert header(raw, "Subject") == one_line(subject)
    payload = parsed.get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert payload.decode().replace("\r\n", "\n").startswith(clean_body(body))
    assert b"\n" not in raw.replace(b"\r\n", b"")
