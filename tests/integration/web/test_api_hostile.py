"""Words, numbers and bodies of an ill will: each is kept as words or refused by name, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine
from support.api import Program, program, shown
from support.poison import PAYLOADS
from support.sample_drafts import fill
from support.web import NOON, Hand, Site, services

FEW = [
    "<img src=x onerror=alert(1)>", "a\x00b", "\ud800", "'; DROP TABLE drafts; --", "%s%n%x", "A" * 25_000,
    "\r\nBcc: x@y.example",
]  # fmt: skip
MANY = [
    *PAYLOADS, "\x00", "\udfff\ud800", "%00", "\\", "\u202e", "\u2028", "{{ 7 * 7 }}", "${jndi:ldap://x}", "_%",
    "=cmd|' /C calc'!A0", "../../etc/passwd", "🙂" * 100, "NaN", "[]",
]  # fmt: skip
NUMBERS: list[Any] = [0, -1, 2**31, 2**63, 2**64, 10**400, 1.5, True, None, "1e9", [1], {"a": 1}]


@pytest.fixture
def both(database: Engine) -> Iterator[Site]:
    """A filled site on SQLite, then on PostgreSQL."""
    fill(database, now=NOON, drafts=4)
    with Site(services(database, Hand())) as running:
        yield running


@pytest.fixture
def ada(both: Site) -> Iterator[Program]:
    with program(both, "ada") as who:
        yield who


def bodies(word: str, draft: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    at = shown(draft)
    return [
        ("/drafts/1/comments", {"text": word}),
        ("/drafts/1/reject", {**at, "reason": "other", "comment": word}),
        ("/drafts/1/undo", {}),
        ("/drafts/1/edit", {**at, "subject": word, "body": word, "vouch": [word]}),
        ("/drafts/1/assign", {"to": word}),
        ("/drafts/1/approve", {"version": 1, "hash": word}),
        ("/questions/1", {"account": word}),
        ("/questions/2", {"name": word, "email": word, "role": word, "basis": "consent"}),
        ("/heard", {"contact": word, "statement": word, "level": "outcomes"}),
        ("/promises", {"account": "acc-1", "text": word}),
        ("/cares", {"account": "acc-1", "why": "ok", "words": word}),
        ("/users", {"id": word, "name": word, "role": "viewer", "password": word}),
        ("/users/vera", {"role": word}),
        ("/explain", {"title": word, "summary": word, "url": word, "lang": word}),
        ("/sources/test", {"which": word}),
        ("/sources", {"id": word, "url": word}),
        ("/handoffs/1/resolve", {"verdict": "found", "location": word}),
        ("/triggers/1/account", {"account": word}),
        ("/triggers/1/draft", {"story": word, "contact": word}),
        ("/ask/saved", {"name": "kept", "q": word}),
        ("/ask/saved", {"name": word, "q": "tie:any"}),
    ]


LISTS = ("/drafts", "/triggers", "/nos", "/accounts", "/contacts", "/ask", "/search", "/audit", "/promises")


def broken_by(who: Program, words: list[str]) -> list[tuple[str, str, int]]:
    """Words and calls that were answered with a fault of ours."""
    draft = who.get("/drafts/1").json()["draft"]
    seen = []
    for word in words:
        sent = word.encode("utf-8", "replace").decode()  # an address holds no more than that
        query = dict.fromkeys(("q", "rule", "actor", "account", "state", "cursor"), sent[:2_000])
        answers = [(path, who.post(path, body)) for path, body in bodies(word, draft)]
        answers += [(path, who.get(path, **query)) for path in LISTS]
        seen += [(word[:20], path, answer) for path, answer in answers]
    return [
        (word, path, answer.status_code) for word, path, answer in seen
        if answer.status_code >= 500 or not answer.headers["content-type"].startswith("application/")
    ]  # fmt: skip


def test_no_words_break_anything(ada: Program) -> None:
    assert broken_by(ada, FEW) == []


@pytest.mark.full
def test_none_of_many_words_breaks_anything(ada: Program) -> None:
    assert broken_by(ada, MANY) == []


def test_words_come_back_as_they_were(ada: Program) -> None:
    for word in ("<script>alert(1)</script>", "{{ 7 * 7 }}", "'; DROP TABLE drafts; --", "\u202eevil"):
        ada.post("/drafts/2/comments", {"text": word})
        told = ada.get("/drafts/2")
        assert told.headers["content-type"] == "application/json"
        assert told.headers["x-content-type-options"] == "nosniff"
        assert told.json()["comments"][-1]["text"] == word


def test_no_number_breaks_anything(ada: Program) -> None:
    for number in NUMBERS:
        answers = [
            ada.post("/drafts/1/approve", {"version": number, "hash": "x"}),
            ada.post("/bulk", {"act": "undo", "drafts": [{"id": number, "version": 1, "hash": "x"}]}),
            ada.get(f"/drafts/{number}"),
            ada.get(f"/triggers/{number}"),
            ada.get(f"/why/trigger/{number}"),
            ada.get(f"/drafts/1/versions/{number}"),
            ada.get("/drafts", cursor=number, limit=number),
            ada.get("/nos", trigger_id=number, cursor=number),
        ]
        assert [answer.status_code for answer in answers if answer.status_code >= 500] == [], number


BODIES = [
    b"", b"{", b"null", b"[]", b'"x"', b"\xff\xfe", b'{"a":' * 2000 + b"1" + b"}" * 2000, b"[" * 100_000,
    b'{"text": "\\ud800"}', b'{"text": "\\u0000"}', b'{"text": NaN}', b'{"text": 1e999}',
    b'{"text": ' + b"9" * 5_000 + b"}",
]  # fmt: skip


def test_no_body_breaks_anything(ada: Program) -> None:
    for raw in BODIES:
        answer = ada.http.post("/api/v1/drafts/1/comments", content=raw, headers={"content-type": "application/json"})
        assert answer.status_code in (400, 422), raw[:20]
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["request_id"] == answer.headers["x-request-id"]


def test_what_was_sent_is_not_sent_back(ada: Program) -> None:
    body = {"id": "rosa", "name": "Rosa", "role": "queen", "password": "seven quiet foxes"}
    assert "foxes" not in ada.post("/users", body).text


def test_a_form_is_no_json(ada: Program) -> None:
    answer = ada.http.post("/api/v1/drafts/1/comments", data={"text": "hello"})
    assert answer.status_code == 422


def test_pages_do_not_break_either(both: Site) -> None:
    ada, number = both.visitor("ada"), "9" * 20
    for path in ("/queue?q=%00", "/triggers?q=%00", f"/drafts/{number}", f"/triggers?after={number}"):
        assert ada.http.get(path).status_code < 500, path
