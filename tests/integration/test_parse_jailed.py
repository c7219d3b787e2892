"""The parser in its jail: hostile documents end in time, nothing is fetched or opened, neighbours are read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from overture.jail import ChildJail
from triggers.limits import Limits
from triggers.parse import parse, parse_jailed
from triggers.ports import JailFailure
from triggers.types import ParsedFeed, ParseFailure

NOW = datetime(2026, 3, 1, tzinfo=UTC)
SHORT = replace(Limits(), parse_cpu_seconds=5.0)
Outcome = ParsedFeed | ParseFailure | JailFailure


@pytest.fixture(scope="module")
def jail() -> Iterator[ChildJail]:
    with ChildJail(children=1) as found:
        yield found


def read(jail: ChildJail, body: bytes, *, limits: Limits = SHORT) -> Outcome:
    return parse_jailed(
        jail, body, url="https://acme.example/", content_type=None, limits=limits, first_pass=True, fetched_at=NOW
    )


def rss(inner: str) -> bytes:
    return f"<rss version='2.0'><channel><title>Acme</title>{inner}</channel></rss>".encode()


GOOD = rss("<item><title>Acme raises</title><guid>1</guid></item>")

HOSTILE = {
    "attributes on one tag": rss("<item><x " + " ".join(f'a{n}="{n}"' for n in range(100_000)) + "/></item>"),
    "attributes without quotes": rss("<item><x " + " ".join(f"a{n}={n}" for n in range(100_000)) + "/></item>"),
    "attributes below the limit": rss("<item>" + ("<x " + " ".join(f'a{n}="{n}"' for n in range(400)) + "/>") * 400),
    "nested elements": rss("<item>" + "<a>" * 200_000 + "</a>" * 200_000 + "</item>"),
    "nested and never closed": rss("<item>" + "<a>" * 200_000),
    "nested divisions": rss("<item><title>x</title><description>" + "&lt;div&gt;" * 50_000 + "</description></item>"),
    "angle brackets": rss("<item><title>" + "<" * 300_000 + "</title></item>"),
    "open descriptions": rss("<item>" + "<description>" * 300_000),
    "half declarations": b"<?xml " * 200_000 + GOOD,
    "doctypes": b"<!DOCTYPE rss [" * 100_000 + GOOD,
    "comments": b"<!--" * 300_000 + GOOD,
    "ampersands": rss("<item><title>" + "&" * 300_000 + "</title></item>"),
    "references": rss("<item><title>" + "&#xD800;" * 100_000 + "</title></item>"),
    "items": rss("<item><title>x</title></item>" * 60_000),
    "broken items": rss("<item><title>x</title><b></item>" * 20_000),
    "categories": rss("<item>" + "<category>x</category>" * 200_000 + "</item>"),
    "a long title": rss("<item><title>" + "Acme " * 3_000_000 + "</title></item>"),
    "white space": rss("<item><title>" + " " * 5_000_000 + "</title></item>"),
    "a long date": rss("<item><title>x</title><pubDate>" + "1 " * 200_000 + "</pubDate></item>"),
    "quotes": rss('<item><x a="' + "'" * 500_000 + "</item>"),
    "one entity many times": b'<!DOCTYPE r [<!ENTITY a "'
    + b"h" * 4000
    + b'">]>'
    + rss("<item><title>" + "&a;" * 99_999),
    "entities without an end": b"<!DOCTYPE r [" + b'<!ENTITY x "' * 200_000 + GOOD,
    "a doctype without an end": b"<!DOCTYPE r [" + b"]  " * 500_000 + GOOD,
    "links without an end": rss("<item>" + "<link " * 200_000 + "</item>"),
    "sections without an end": rss("<item>" + "<![CDATA[" * 200_000),
    "instructions without an end": b"<?x " * 300_000 + GOOD,
    "deep json": b'{"version":"https://jsonfeed.org/version/1","items":' + b"[" * 500_000,
    "long number in json": b'{"version":"https://jsonfeed.org/version/1","items":[' + b"9" * 100_000 + b"]}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_ends_in_time_and_hurts_nobody_else(jail: ChildJail, name: str) -> None:
    found = read(jail, HOSTILE[name])
    assert isinstance(found, ParsedFeed | ParseFailure | JailFailure)
    assert not (isinstance(found, JailFailure) and found.ours), "its own processor time ends it, not our patience"
    assert isinstance(read(jail, GOOD), ParsedFeed)


@pytest.mark.parametrize("name", ["attributes on one tag", "one entity many times", "deep json"])
def test_the_worst_are_refused_at_a_glance(name: str) -> None:
    found = parse(
        HOSTILE[name], url="https://acme.example/", content_type=None, limits=SHORT, first_pass=True, fetched_at=NOW
    )
    assert isinstance(found, ParseFailure)


def test_sixty_thousand_items_keep_the_limit_and_count_the_rest(jail: ChildJail) -> None:
    body = rss("".join(f"<item><title>Post {n}</title><guid>{n}</guid></item>" for n in range(20_000)))
    found = read(jail, body, limits=Limits())
    assert isinstance(found, ParsedFeed)
    assert (len(found.entries), found.left_out) == (5_000, 15_000)


def test_the_jailed_answer_is_the_plain_one(jail: ChildJail) -> None:
    for body in (GOOD, b"<html/>", b""):
        plain = parse(
            body, url="https://acme.example/", content_type=None, limits=SHORT, first_pass=True, fetched_at=NOW
        )
        assert read(jail, body) == plain


# --- nothing is fetched, nothing is opened -----------------------------------------------------------------------

_SECRET = "the-text-of-a-file"


def _outside(secret: Path) -> dict[str, bytes]:
    address, file = "http://127.0.0.1:9/evil", secret.as_uri()
    item = "<item><title>x &e;</title><guid>1</guid></item>"
    return {
        "an address": address.encode(),
        "a path": str(secret).encode(),
        "an external entity": f'<!DOCTYPE r [<!ENTITY e SYSTEM "{file}">]>'.encode() + rss(item),
        "an entity by http": f'<!DOCTYPE r [<!ENTITY e SYSTEM "{address}">]>'.encode() + rss(item),
        "a public entity": f'<!DOCTYPE r [<!ENTITY e PUBLIC "x" "{file}">]>'.encode() + rss(item),
        "a parameter entity": f'<!DOCTYPE r [<!ENTITY % p SYSTEM "{file}"> %p;]>'.encode() + rss(item),
        "an external subset": f'<!DOCTYPE r SYSTEM "{address}">'.encode() + rss(item),
        "an inclusion": rss(
            f'<item><title>x</title><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{file}"/></item>'
        ),
        "a style sheet": f'<?xml-stylesheet href="{address}"?>'.encode() + rss(item),
        "a page that sends on": f'<html><meta http-equiv="refresh" content="0;url={address}"></html>'.encode(),
        "a broken one": f'<!DOCTYPE r [<!ENTITY e SYSTEM "{file}">]>'.encode() + rss(item + "<b>"),
    }


@pytest.mark.parametrize("name", list(_outside(Path("/x"))))
def test_no_document_makes_the_parser_reach_out(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(_SECRET, encoding="utf-8")
    body = _outside(secret)[name]
    arguments = {"url": "https://acme.example/", "content_type": None, "limits": SHORT, "first_pass": True}
    parse(body, **arguments, fetched_at=NOW)  # type: ignore[arg-type]  # import the libraries before watching
    reached: list[str] = []
    watching = [True]

    def watch(event: str, args: tuple[object, ...]) -> None:
        if watching[0] and (event == "open" or event.startswith(("socket.", "urllib.", "subprocess."))):
            reached.append(f"{event} {args[:1]}")

    sys.addaudithook(watch)
    try:
        found = parse(body, **arguments, fetched_at=NOW)  # type: ignore[arg-type]
    finally:
        watching[0] = False
    assert reached == []
    assert _SECRET not in repr(found)
