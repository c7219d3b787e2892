"""The outlets of the demo world hold together, before anybody reads them."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import pytest

from overture.demo.outlets import Outlet, Post, outlets
from triggers.types import EventKind, Side, Status

NOW = datetime(2026, 3, 4, 9, 30, 17, tzinfo=UTC)
POSTS = [pytest.param(outlet, post, id=f"{outlet.id}/{post.slug}") for outlet in outlets() for post in outlet.posts]


def test_every_way_to_serve_a_feed_is_there() -> None:
    assert {outlet.format for outlet in outlets()} == {"rss", "atom", "rdf", "json"}
    assert {outlet.behaviour for outlet in outlets()} == {"ok", "dead", "slow", "html", "moved", "gone"}


def test_about_a_dozen_outlets_can_be_read() -> None:
    assert 12 <= sum(outlet.tells for outlet in outlets()) <= 16


def test_ids_and_addresses_are_taken_once() -> None:
    assert max(Counter(outlet.id for outlet in outlets()).values()) == 1
    assert max(Counter(outlet.path for outlet in outlets()).values()) == 1


@pytest.mark.parametrize("outlet", outlets(), ids=lambda outlet: outlet.id)
def test_an_outlet_that_tells_has_posts_and_a_broken_one_has_none(outlet: Outlet) -> None:
    assert bool(outlet.posts) is outlet.tells
    assert len({post.slug for post in outlet.posts}) == len(outlet.posts)


@pytest.mark.parametrize(("outlet", "post"), POSTS)
def test_a_post_says_what_it_means_or_what_it_must_not_be_taken_for(outlet: Outlet, post: Post) -> None:
    assert post.expect or post.trap
    for event in post.expect:
        assert event.event in set(EventKind)
        assert event.status in set(Status)
        assert event.side is None or event.side in set(Side)


@pytest.mark.parametrize(("outlet", "post"), POSTS)
def test_what_is_expected_stands_in_the_text(outlet: Outlet, post: Post) -> None:
    text = f"{post.title} {post.summary}"
    for event in post.expect:
        for word in (event.company.split()[0], event.person, event.place, event.product, event.other_party):
            assert word is None or word in text


@pytest.mark.parametrize(("outlet", "post"), POSTS)
def test_no_weekday_is_named_since_the_days_move(outlet: Outlet, post: Post) -> None:
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Montag", "Dienstag", "Mittwoch", "Donnerstag")
    assert not any(day in f"{post.title} {post.summary}" for day in days)


def test_four_outlets_tell_one_round_and_one_counts_otherwise() -> None:
    told = [
        (event.amount, event.currency)
        for outlet in outlets()
        for post in outlet.posts
        for event in post.expect
        if event.company == "Larkfield Robotics"
    ]
    assert Counter(told) == {(25_000_000, "USD"): 3, (23_000_000, "EUR"): 1}


def test_a_rumour_comes_before_its_announcement() -> None:
    told = {
        event.status: post.hours_ago
        for outlet in outlets()
        for post in outlet.posts
        for event in post.expect
        if event.company == "Ostra Freight"
    }
    assert told["rumoured"] > told["announced"]


def test_a_post_is_dated_to_the_minute() -> None:
    post = Post(slug="acme", hours_ago=2.5, title="Acme", summary="Acme")
    assert post.published(NOW) == datetime(2026, 3, 4, 7, 0, tzinfo=UTC)
