"""The demo's news finds the demo's accounts, is wrong once on purpose, and asks where nobody can know."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from campaigns.index import AccountIndex
from campaigns.match import match
from campaigns.names import fold
from campaigns.types import Abstain, Match
from overture.config.accounts import read_accounts
from overture.demo import write_world
from overture.demo.expected import OUTCOMES
from overture.demo.outlets import Expected, Outlet, Post, outlets
from triggers.types import Reading

TOLD = [
    pytest.param(outlet, post, event, id=f"{outlet.id}/{post.slug}/{event.company}")
    for outlet in outlets()
    for post in outlet.posts
    for event in post.expect
]
ASKED = {outcome.account for outcome in OUTCOMES if outcome.end == "question"}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> AccountIndex:
    folder = tmp_path_factory.mktemp("world")
    write_world(folder, now=datetime(2026, 3, 4, tzinfo=UTC), port=4711)
    table = read_accounts((folder / "accounts.csv").read_bytes(), "accounts.csv")
    return AccountIndex.build(table.accounts.values(), fetch=table.accounts.get)


@pytest.mark.parametrize(("outlet", "post", "event"), TOLD)
def test_a_company_in_the_news_is_the_account_of_its_name_or_none(
    outlet: Outlet, post: Post, event: Expected, index: AccountIndex
) -> None:
    reading = Reading(post.slug, post.title, post.summary, outlet.title, language=outlet.language)
    said = match(event.company, reading, index)
    meant = {hit.account.id for hit in index.by_name(fold(event.company))} - ASKED
    if isinstance(said, Match):
        assert {said.best.account_id} == meant
    else:
        assert not meant


def test_the_common_word_becomes_a_question(index: AccountIndex) -> None:
    post = next(post for outlet in outlets() for post in outlet.posts if post.slug == "anchor-tillbridge")
    said = match("Anchor", Reading("anchor", post.title, post.summary), index)
    assert isinstance(said, Abstain)
    assert said.ask
    assert [candidate.account_id for candidate in said.candidates] == ["anchor"]


def test_the_games_company_is_taken_for_the_account_so_that_a_person_can_say_no(index: AccountIndex) -> None:
    post = next(post for outlet in outlets() for post in outlet.posts if post.slug == "calder-systems-series-b")
    said = match("Calder Systems", Reading("calder", post.title, post.summary), index)
    assert isinstance(said, Match)
    assert said.best.account_id == "calder"
    assert said.best.method == "exact"


@pytest.mark.parametrize("name", ["Larkfield", "Larkfield Robotics GmbH"])
def test_the_robots_and_the_dairy_stay_apart(name: str, index: AccountIndex) -> None:
    post = next(post for outlet in outlets() for post in outlet.posts if post.slug == "larkfield-closes-b")
    said = match(name, Reading("larkfield", post.title, post.summary), index)
    assert isinstance(said, Match)
    assert said.best.account_id == "larkfield"
