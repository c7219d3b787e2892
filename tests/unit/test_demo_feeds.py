"""The four formats: well formed, dated, escaped, and the same whatever the port."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from defusedxml.ElementTree import fromstring

from overture.demo.feeds import article_path, newest, render_article, render_feed, render_front_page
from overture.demo.outlets import Format, Outlet, Post

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
BASE = "http://127.0.0.1:9"
XML: tuple[Format, ...] = ("rss", "atom", "rdf")
FORMATS: tuple[Format, ...] = (*XML, "json")


def outlet(form: Format) -> Outlet:
    posts = (
        Post(
            slug="old",
            hours_ago=30,
            title="Globex & Sons <b>grow</b>",
            summary='<a href="https://globex.example">Globex</a>',
        ),
        Post(slug="new", hours_ago=2, title="Acme raises “a lot”", summary="Acme &amp; friends"),
    )
    return Outlet(id="acme-times", title="Acme Times", about="News & more", format=form, path="acme.xml", posts=posts)


@pytest.mark.parametrize("form", FORMATS)
def test_the_newest_post_comes_first(form: Format) -> None:
    text = render_feed(outlet(form), now=NOW, base=BASE).decode()
    assert text.index("articles/acme-times/new") < text.index("articles/acme-times/old")


@pytest.mark.parametrize("form", FORMATS)
def test_guids_outlive_the_port_and_the_day(form: Format) -> None:
    def guids(now: datetime, base: str) -> set[str]:
        return set(
            re.findall(
                r"tag:acme-times\.example,2026:(?:old|new)", render_feed(outlet(form), now=now, base=base).decode()
            )
        )

    later = guids(NOW + timedelta(days=3), "http://127.0.0.1:10")
    assert guids(NOW, BASE) == later == {"tag:acme-times.example,2026:old", "tag:acme-times.example,2026:new"}


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_moment_gives_the_same_bytes(form: Format) -> None:
    assert render_feed(outlet(form), now=NOW, base=BASE) == render_feed(outlet(form), now=NOW, base=BASE)


@pytest.mark.parametrize("form", XML)
def test_markup_in_a_title_is_text_in_the_document(form: Format) -> None:
    root = fromstring(render_feed(outlet(form), now=NOW, base=BASE))
    titles = [element.text for element in root.iter() if element.tag.rpartition("}")[2] == "title"]
    assert "Globex & Sons <b>grow</b>" in titles


def test_json_feed_names_its_version_and_its_items() -> None:
    document = json.loads(render_feed(outlet("json"), now=NOW, base=BASE))
    assert document["version"].startswith("https://jsonfeed.org/version/1")
    assert document["items"][0] == {
        "id": "tag:acme-times.example,2026:new",
        "url": f"{BASE}/articles/acme-times/new",
        "title": "Acme raises “a lot”",
        "content_html": "<p>Acme &amp; friends</p>",
        "date_published": "2026-03-04T07:30:00+00:00",
    }


@pytest.mark.parametrize(
    ("form", "said"), [("rss", "Wed, 04 Mar 2026 07:30:00 +0000"), ("rdf", "2026-03-04T07:30:00+00:00")]
)
def test_posts_are_dated_in_the_manner_of_the_format(form: Format, said: str) -> None:
    assert said in render_feed(outlet(form), now=NOW, base=BASE).decode()


def test_an_outlet_changed_when_its_newest_post_came_out() -> None:
    assert newest(outlet("rss"), now=NOW) == NOW - timedelta(hours=2)
    assert newest(Outlet(id="none", title="", about="", format="rss", path="none"), now=NOW) == NOW


def test_a_link_leads_to_a_page_that_owns_up_to_being_made_up() -> None:
    paper = outlet("rss")
    page = render_article(paper, paper.posts[0], now=NOW).decode()
    assert article_path(paper, paper.posts[0]) == "articles/acme-times/old"
    assert "Globex &amp; Sons &lt;b&gt;grow&lt;/b&gt;" in page
    assert "Overture's demo" in page


def test_a_front_page_is_no_feed() -> None:
    assert render_front_page(outlet("rss")).startswith(b"<!doctype html>")
