"""Bytes to entries: formats, repairs, identities, dates, and what is no feed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.feeds import ATOM, ENTRY, JSON_FEED, RSS_090, RSS_1, SERIES_B, attempt, only, read, rss

from triggers.limits import Limits
from triggers.types import ParseFailure


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
