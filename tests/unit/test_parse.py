"""Bytes to entries: formats, repairs, identities, dates, and what is no feed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from triggers.document import wire
from triggers.limits import Limits
from triggers.parse import answer, parse
from triggers.types import ParsedEntry, ParsedFeed, ParseFailure

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
URL = "https://acme.example/news/feed.xml"


def read(
    document: bytes | str, *, limits: Limits | None = None, first_pass: bool = True, kind: str | None = None
) -> ParsedFeed:
    found = attempt(document, limits=limits, first_pass=first_pass, kind=kind)
    assert isinstance(found, ParsedFeed), found
    return found


def attempt(
    document: bytes | str, *, limits: Limits | None = None, first_pass: bool = True, kind: str | None = None
) -> ParsedFeed | ParseFailure:
    body = document.encode() if isinstance(document, str) else document
    return parse(body, url=URL, content_type=kind, limits=limits or Limits(), first_pass=first_pass, fetched_at=NOW)


def rss(*items: str, channel: str = "") -> str:
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Acme Newsroom</title>'
        f"<language>en-gb</language>{channel}{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    )


def only(document: bytes | str, *, kind: str | None = None) -> ParsedEntry:
    (entry,) = read(document, kind=kind).entries
    return entry


SERIES_B = (
    "<title>Acme raises a Series B</title><link>https://acme.example/b</link><guid isPermaLink='false'>b-1</guid>"
    "<description>Acme raised EUR 20 million.</description><pubDate>Sun, 01 Mar 2026 09:00:00 +0100</pubDate>"
)
ENTRY = ParsedEntry(
    entry_key="",
    guid="b-1",
    link="https://acme.example/b",
    title="Acme raises a Series B",
    text="Acme raised EUR 20 million.",
    published=datetime(2026, 3, 1, 8, 0, tzinfo=UTC),
)

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-gb"><title>Acme Newsroom</title><id>urn:acme</id>
<updated>2026-03-01T08:00:00Z</updated><entry><title>Acme raises a Series B</title><id>b-1</id>
<link href="https://acme.example/b"/><summary>Acme raised EUR 20 million.</summary>
<updated>2026-03-01T09:00:00+01:00</updated></entry></feed>"""

RSS_1 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://acme.example/"><title>Acme Newsroom</title>
</channel><item rdf:about="b-1"><title>Acme raises a Series B</title><link>https://acme.example/b</link>
<description>Acme raised EUR 20 million.</description><dc:date>2026-03-01T08:00:00Z</dc:date></item></rdf:RDF>"""

RSS_090 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Acme Newsroom</title></channel>
<item><title>Acme raises a Series B</title><link>https://acme.example/b</link></item></rdf:RDF>"""

JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Acme Newsroom",
        "language": "en-gb",
        "items": [
            {
                "id": "b-1",
                "url": "https://acme.example/b",
                "title": "Acme raises a Series B",
                "content_text": "Acme raised EUR 20 million.",
                "date_published": "2026-03-01T09:00:00+01:00",
            },
            "not an item",
        ],
    }
)

# --- formats -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("document", [rss(SERIES_B), ATOM, RSS_1, JSON_FEED], ids=["rss", "atom", "rss-1.0", "json"])
def test_every_format_tells_the_same_entry(document: str) -> None:
    feed = read(document)
    assert feed.title == "Acme Newsroom"
    assert [replace(entry, entry_key="") for entry in feed.entries] == [ENTRY]


def test_the_key_is_of_32_hexadecimal_characters_and_the_same_in_every_format() -> None:
    keys = {only(document).entry_key for document in (rss(SERIES_B), ATOM, RSS_1, JSON_FEED)}
    assert len(keys) == 1
    assert all(len(key) == 32 and int(key, 16) for key in keys)


def test_rss_0_90_is_read_by_the_slow_library() -> None:
    assert only(RSS_090).title == "Acme raises a Series B"


def test_a_feed_inside_a_web_page_is_read() -> None:
    page = f"<html xmlns='http://www.w3.org/1999/xhtml'><body>{ATOM}</body></html>"
    assert only(page).link == "https://acme.example/b"


def test_an_empty_feed_is_a_feed() -> None:
    assert read(rss()).entries == ()


def test_language_and_time_to_live_are_told() -> None:
    feed = read(rss(SERIES_B, channel="<ttl>90</ttl>"))
    assert (feed.language, feed.ttl) == ("en-gb", 5400.0)
    assert read(rss(SERIES_B, channel="<ttl>999999</ttl>")).ttl == 86400.0
    assert read(rss(SERIES_B, channel="<ttl>soon</ttl>")).ttl is None


# --- what is no feed ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "an empty document"),
        (b"  \n", "an empty document"),
        (b"\x89PNG\r\n\x1a\n....", "a PNG picture"),
        (b"%PDF-1.7", "a PDF file"),
        (b"\x1f\x8b\x08....", "a gzip file"),
        (b"PK\x03\x04....", "a ZIP archive"),
        (b"<!doctype html><html><head><title>Acme &amp; Co</title></head></html>", "a web page (Acme &amp; Co)"),
        (b"<html><title>Just a moment...</title></html>", "whether we are human"),
        (b"<html><body><div class='g-recaptcha'></div></body></html>", "whether we are human"),
        (b"Not found", "plain text"),
        (b'{"articles": []}', "JSON that is no JSON Feed"),
        (b'{"items": [], "version": 2}', "JSON that is no JSON Feed"),
        (b'{"items": [', "broken JSON"),
        (b"[" * 100_000, "broken JSON"),
        (b"<opml><body/></opml>", "an OPML list"),
        (b"<urlset><url/></urlset>", "a sitemap"),
        (b"<Error><Code>AccessDenied</Code></Error>", "an error message"),
        (b"<catalogue><book/></catalogue>", "its first element is catalogue"),
    ],
)
def test_a_failure_says_what_the_document_looks_like(body: bytes, words: str) -> None:
    found = attempt(body)
    assert isinstance(found, ParseFailure)
    assert words in found.message


# --- repairs -----------------------------------------------------------------------------------------------------


def test_a_title_encoded_twice_is_healed() -> None:
    twice = "Köln: £30 million for Acme".encode().decode("latin-1")
    assert only(rss(f"<title>{twice}</title>")).title == "Köln: £30 million for Acme"


def test_windows_letters_called_latin_are_read_as_meant() -> None:
    body = rss("<title>Acme\x96s \x93round\x94</title>").encode("latin-1")
    assert only(body, kind="text/xml; charset=iso-8859-1").title == "Acme–s “round”"


def test_a_permanent_guid_is_the_link_where_there_is_none() -> None:
    assert only(rss("<title>x</title><guid>https://acme.example/b</guid>")).link == "https://acme.example/b"
    assert only(rss("<title>x</title><guid isPermaLink='false'>b-1</guid>")).link is None


def test_relative_links_stand_on_the_document() -> None:
    assert only(rss("<title>x</title><link>/b?x=1&amp;y=2</link>")).link == "https://acme.example/b?x=1&y=2"
    based = ATOM.replace("<feed ", '<feed xml:base="https://globex.example/a/" ').replace("https://acme.example/b", "b")
    assert only(based).link == "https://globex.example/a/b"


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/hosts", "http://", "mailto:a@b.c"]
)
def test_only_web_links_survive(link: str) -> None:
    assert only(rss(f"<title>x</title><link>{link}</link><guid isPermaLink='false'>1</guid>")).link is None


def test_a_link_cannot_end_an_attribute() -> None:
    link = only(rss("<title>x</title><link>https://acme.example/a\" onclick='x'&lt;b</link>")).link
    assert link is not None
    assert not set('"<> ') & set(link)


def test_markup_in_a_description_is_kept_as_text() -> None:
    assert (
        "raised <b>EUR"
        in only(rss("<title>x</title><description><p>Acme raised <b>EUR 20m</b></p></description>")).text
    )


def test_the_whole_content_stands_in_for_a_missing_summary() -> None:
    content = "Acme " + "raised money. " * 200
    document = ATOM.replace(
        "<summary>Acme raised EUR 20 million.</summary>", f'<content type="html">{content}</content>'
    )
    assert only(document).text.strip() == content.strip()


def test_a_cut_off_document_gives_whole_entries_only() -> None:
    whole = rss(SERIES_B, SERIES_B.replace("b-1", "b-2"), SERIES_B.replace("b-1", "b-3"))
    feed = read(whole[: whole.rindex("<pubDate>")])
    assert [entry.guid for entry in feed.entries] == ["b-1", "b-2"]
    assert "cut off" in feed.warnings[-1]


def test_text_is_verbatim() -> None:
    text = "{{ 7*7 }} {% x %} ${y} %s &lt;script&gt;alert(1)&lt;/script&gt;"
    assert only(rss(f"<title>{text}</title>")).title == "{{ 7*7 }} {% x %} ${y} %s <script>alert(1)</script>"


# --- character sets ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("codec", "declared", "header"),
    [
        ("utf-8", "utf-8", None),
        ("utf-8", None, None),
        ("utf-8", "utf-8", "text/xml; charset=iso-8859-1"),
        ("utf-8", "iso-8859-1", "text/xml; charset=utf-8"),
        ("utf-8-sig", "iso-8859-1", None),
        ("iso-8859-1", "iso-8859-1", None),
        ("iso-8859-1", None, "text/xml; charset=ISO-8859-1"),
        ("windows-1252", "utf-8", None),
        ("iso-8859-15", "iso-8859-15", "application/xml"),
        ("utf-16", "utf-16", None),
        ("utf-16-le", "utf-16", None),
        ("utf-8", "zip", None),
        ("utf-8", "idna", "text/xml; charset=base64"),
        ("utf-8", "x-unknown", None),
        ("utf-8", "utf-7", None),
    ],
)
def test_characters_arrive_whatever_is_claimed(codec: str, declared: str | None, header: str | None) -> None:
    declaration = f'<?xml version="1.0" encoding="{declared}"?>' if declared else '<?xml version="1.0"?>'
    text = rss("<title>Zürich: Größe für Acme</title>").replace('<?xml version="1.0"?>', declaration)
    assert only(text.encode(codec), kind=header).title == "Zürich: Größe für Acme"


def test_other_scripts_arrive() -> None:
    text = rss("<title>株式会社アクメ</title>").replace("?>", ' encoding="Shift_JIS"?>', 1)
    assert only(text.encode("shift_jis")).title == "株式会社アクメ"


def test_broken_utf_8_is_replaced_not_refused() -> None:
    body = rss("<title>Acme \udcff raises</title>").encode("utf-8", "surrogateescape") + "<!-- ж -->".encode()
    assert only(body).title.startswith("Acme ")


@pytest.mark.parametrize("reference", ["&#0;", "&#x1;", "&#xD800;", "&#55296;", "&#xFFFFFFF;", "\x00", "\x01", "\x0b"])
def test_what_is_no_character_does_no_harm(reference: str) -> None:
    title = only(rss(f"<title>Acme{reference} raises</title>")).title
    assert title.startswith("Acme")
    assert title.endswith("raises")
    assert title.encode("utf-8").isascii() or "\ufffd" in title
    assert "\x00" not in title


def test_halves_of_characters_in_json_are_replaced() -> None:
    document = JSON_FEED.replace("Acme raises", "Acme \\ud83d raises \\u0000")
    assert only(document).title == "Acme \ufffd raises a Series B"


# --- limits ------------------------------------------------------------------------------------------------------


def test_long_titles_and_texts_are_cut() -> None:
    entry = only(rss(f"<title>{'Acme ' * 300_000}</title><description>{'ü' * 100_000}</description>"))
    assert len(entry.title) <= 512
    assert len(entry.text.encode()) <= 64 * 1024
    assert entry.text.endswith("ü")


def test_entries_beyond_the_limit_are_counted() -> None:
    feed = read(rss(*(f"<title>Post {n}</title><guid>{n}</guid>" for n in range(700))), first_pass=False)
    assert (len(feed.entries), feed.left_out) == (500, 200)
    assert feed.entries[0].title == "Post 0"
    assert read(rss(*(f"<title>Post {n}</title><guid>{n}</guid>" for n in range(700)))).left_out == 0


def test_the_newest_are_kept_where_dates_are_known() -> None:
    dated = [
        f"<title>{n}</title><guid>{n}</guid><pubDate>{n:02d} Feb 2026 10:00:00 GMT</pubDate>" for n in range(1, 29)
    ]
    feed = read(rss(*dated), limits=replace(Limits(), poll_entries=3), first_pass=False)
    assert [entry.title for entry in feed.entries] == ["26", "27", "28"]


def test_a_document_beyond_the_limit_is_refused() -> None:
    assert isinstance(attempt(rss(SERIES_B), limits=replace(Limits(), decoded_bytes=100)), ParseFailure)


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
