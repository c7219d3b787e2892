"""What tells entries apart, their dates, and what a hostile document ends in."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from support.feeds import NOW, SERIES_B, URL, attempt, only, read, rss

from triggers.document import wire
from triggers.limits import Limits
from triggers.parse import answer
from triggers.types import ParseFailure

# --- identity ----------------------------------------------------------------------------------------------------


def keys(*items: str) -> list[str]:
    return [entry.entry_key for entry in read(rss(*items)).entries]


def test_the_same_entry_has_the_same_key_in_another_document() -> None:
    assert keys(SERIES_B) == keys(SERIES_B, "<title>Later</title><guid>b-2</guid>")[:1]


def test_an_edited_title_keeps_the_key_of_its_guid() -> None:
    assert keys(SERIES_B) == keys(SERIES_B.replace("raises", "closes"))


def test_a_guid_on_several_items_tells_nothing() -> None:
    items = [f"<title>Post {n}</title><link>https://acme.example/{n}</link><guid>same</guid>" for n in range(3)]
    feed = read(rss(*items, SERIES_B))
    assert len({entry.entry_key for entry in feed.entries}) == 4
    assert feed.entries[3].entry_key == keys(SERIES_B)[0]
    assert "GUIDs stand on several entries" in feed.warnings[0]


@pytest.mark.parametrize("guid", ["", "<guid></guid>", "<guid/>", "<guid> </guid>"])
def test_without_a_guid_link_and_title_decide(guid: str) -> None:
    first = f"<title>Post 1</title><link>https://acme.example/all</link>{guid}"
    second = f"<title>Post 2</title><link>https://acme.example/all</link>{guid}"
    assert len(set(keys(first, second))) == 2
    assert read(rss(first)).entries[0].guid is None


def test_without_link_title_and_text_decide() -> None:
    texts = [f"<title>Update</title><description>Text {n}</description>" for n in range(2)]
    assert len(set(keys(*texts))) == 2


def test_an_entry_that_stands_twice_is_stored_once() -> None:
    feed = read(rss(SERIES_B, SERIES_B))
    assert len(feed.entries) == 1
    assert "1 entries appear twice in the document" in feed.warnings


def test_an_entry_without_anything_is_dropped() -> None:
    assert read(rss("", SERIES_B, "<author>Mara</author>")).entries[0].guid == "b-1"


def test_a_huge_guid_still_tells_entries_apart() -> None:
    huge = [f"<title>x</title><guid isPermaLink='false'>{'g' * 100_000}{n}</guid>" for n in range(2)]
    feed = read(rss(*huge))
    assert len({entry.entry_key for entry in feed.entries}) == 2
    assert all(len(entry.guid or "") <= 1024 for entry in feed.entries)


# --- dates -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fri, 27 Feb 2026 10:00:00 GMT", datetime(2026, 2, 27, 10, tzinfo=UTC)),
        ("2026-02-27T10:00:00.123456+02:00", datetime(2026, 2, 27, 8, tzinfo=UTC)),
        ("Sat, 31 Dec 2016 23:59:60 GMT", None),
        ("Fri, 31 Dec 9999 23:59:59 GMT", NOW),
        ("9999-12-31T23:59:59-12:00", None),
        ("2038-01-20T00:00:00Z", NOW),
        ("Thu, 01 Jan 1970 00:00:00 GMT", datetime(1970, 1, 1, tzinfo=UTC)),
        ("0001-01-01T00:00:00+14:00", None),
        ("Mon, 01 Jan 0001 00:00:00 +0000", datetime(1970, 1, 1, tzinfo=UTC)),
        ("2005-06-01T00:00:00Z", datetime(2005, 6, 1, tzinfo=UTC)),
        ("", None),
        ("soon", None),
        ("32 Foo 2026 99:99:99 GMT", None),
        ("-1", None),
        ("1" * 500, None),
    ],
)
def test_dates(text: str, expected: datetime | None) -> None:
    found = only(rss(f"<title>x</title><pubDate>{text}</pubDate>")).published
    assert found is None or found <= NOW
    if expected is not None:
        assert found == expected


@pytest.mark.parametrize("guid", ["5", "2024", "20240101", "12", "may", "10:30", "acme-7"])
def test_a_guid_is_no_date(guid: str) -> None:
    assert only(rss(f"<title>x</title><guid isPermaLink='false'>{guid}</guid>")).published is None


@pytest.mark.parametrize("text", ["5", "Monday", "10:30", "May", "2024"])
def test_half_a_date_is_not_filled_up_from_the_calendar(text: str) -> None:
    assert only(rss(f"<title>x</title><pubDate>{text}</pubDate>")).published is None


@pytest.mark.parametrize(
    "text", ["Feb 27, 2026 10:00 UTC", "27 February 2026 10:00:00 +0000", "2026/02/27 10:00:00 GMT"]
)
def test_a_whole_date_in_an_odd_form_is_read(text: str) -> None:
    assert only(rss(f"<title>x</title><pubDate>{text}</pubDate>")).published == datetime(2026, 2, 27, 10, tzinfo=UTC)


def test_entries_that_cannot_be_read_are_said_to_be_there() -> None:
    nested = attempt(rss("<a>" * 100_000))
    assert nested == ParseFailure("This is no feed we can read: it holds entries, but is too broken to read any.")


# --- the pipe ----------------------------------------------------------------------------------------------------


def test_a_first_look_refuses_what_was_built_to_hurt() -> None:
    tag = "<x " + " ".join(f'a{n}="{n}"' for n in range(16_000)) + "/>"
    for document in (rss(tag), rss(f"<title>x</title><description>&lt;p&gt;{tag}</description>")):
        found = attempt(document)
        assert isinstance(found, ParseFailure)
        assert "attributes" in found.message


def test_a_picture_inside_an_attribute_is_no_attack() -> None:
    picture = f'<img alt="a > b" src="data:image/png;base64,{"A=" * 20_000}"/>'
    assert only(rss(f"<title>x</title><description>{picture}</description>")).title == "x"


def test_entities_made_of_entities_are_refused() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    found = attempt(f'<!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]>' + rss("<title>&l9;</title>")[21:])
    assert isinstance(found, ParseFailure)
    assert "entities" in found.message


def test_plain_entities_are_read() -> None:
    document = '<!DOCTYPE rss [<!ENTITY acme "Acme SE">]>' + rss("<title>&acme; raises</title>")[21:]
    assert only(document).title == "Acme SE raises"


def test_the_pipe_carries_the_same_answer() -> None:
    for body in (rss(SERIES_B, "<title>ü</title>").encode(), b"<html/>"):
        asked = wire.question(body, url=URL, content_type=None, limits=Limits(), first_pass=True, fetched_at=NOW)
        crossed = json.loads(json.dumps(answer(json.loads(json.dumps(asked)))))
        assert wire.load(crossed) == attempt(body)
