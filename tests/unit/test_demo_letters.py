"""The whole line over the demo world, without a database: post -> event -> account -> person -> letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import pytest

from campaigns import brief
from campaigns.campaign import Campaign
from campaigns.fit import asks, fit
from campaigns.index import AccountIndex
from campaigns.match import match
from campaigns.standing import History, People, Suppressed
from campaigns.story.format import Story, load
from campaigns.story.lint import lint_draft, measures
from campaigns.story.render import render
from campaigns.types import Brief, Go, Match, No, Rendered, Source, Trigger
from campaigns.workspace import Account
from overture.config.workspace import Workspace
from overture.config.workspace import load as load_workspace
from overture.demo import write_world
from overture.demo.expected import OUTCOMES, Outcome
from overture.demo.outlets import outlets
from overture.settings import Environment
from triggers.detect import detect
from triggers.types import Reading

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
LETTERS = [outcome for outcome in OUTCOMES if outcome.end in ("draft", "wrong_draft")]


@dataclass(frozen=True, slots=True)
class Answer:
    campaign: Campaign
    said: Go | No
    trigger: Trigger


@dataclass(frozen=True, slots=True)
class Letter:
    told: Rendered
    brief: Brief
    story: Story


@dataclass(frozen=True, slots=True)
class World:
    workspace: Workspace
    stories: dict[tuple[str, str], Story]
    answers: dict[str, list[Answer]]  # by account
    problems: tuple[str, ...]

    def go(self, account: str) -> Answer | None:
        return next((one for one in self.answers[account] if isinstance(one.said, Go)), None)

    def letter(self, account: str) -> Letter | None:
        """The first letter of the account, None where there is none."""
        answer = self.go(account)
        if answer is None or not isinstance(answer.said, Go):
            return None
        contact, ours = answer.said.contact, self.workspace
        told = [self.stories.get((story, contact.language)) for story in answer.campaign.stories]
        story = next(filter(None, told), None)
        if story is None or ours.company is None:
            return None
        about = brief.build(
            trigger=answer.trigger,
            account=next(one for one in ours.accounts if one.id == account),
            contact=contact,
            sender=answer.said.sender,
            company=ours.company,
            concerns=ours.concerns,
            interests=ours.interests,
            ties=ours.ties,
            teammates=ours.teammates,
            cases=ours.cases,
            promises=ours.promises,
            story=story,
            today=NOW.date(),
        )
        assert all(about.get(path) for path in story.requires), story.requires
        rendered = render(story, about, key=contact.id)
        assert isinstance(rendered, Rendered), rendered
        return Letter(rendered, about, story)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder = tmp_path_factory.mktemp("world")
    write_world(folder, now=NOW, port=4711)
    loaded = load_workspace(folder, environment=Environment())
    problems = tuple(f"{Path(one.file).name}: {one.message}" for one in loaded.problems)
    assert loaded.workspace is not None, problems
    answers: dict[str, list[Answer]] = defaultdict(list)
    for account, trigger in news(loaded.workspace):
        answers[account.id] += asked(loaded.workspace, account, trigger)
    return World(loaded.workspace, stories(folder / "stories"), answers, problems)


def stories(folder: Path) -> dict[tuple[str, str], Story]:
    found = [load(page.read_text("utf-8"), page.name) for page in sorted(folder.glob("*.j2"))]
    return {(story.id, story.language): story for story in found if isinstance(story, Story)}


def news(workspace: Workspace) -> Iterator[tuple[Account, Trigger]]:
    accounts = {account.id: account for account in workspace.accounts}
    index = AccountIndex.build(workspace.accounts, fetch=accounts.get)
    for outlet in outlets():
        for number, post in enumerate(outlet.posts):
            reading = Reading(post.slug, post.title, post.summary, outlet.title, language=outlet.language)
            source = Source(number, outlet.title, post.title, "http://127.0.0.1/", post.published(NOW), post.title)
            for mention in detect(reading).mentions:
                said = match(mention.company, reading, index)
                if isinstance(said, Match):
                    trigger = Trigger(
                        id=number,
                        kind=mention.kind,
                        company=mention.company,
                        status=mention.status,
                        event_on=post.published(NOW).date(),
                        facts=mention.facts,
                        account_id=said.best.account_id,
                        sources=(source,),
                    )
                    yield accounts[said.best.account_id], trigger


def asked(workspace: Workspace, account: Account, trigger: Trigger) -> Iterator[Answer]:
    contacts = tuple(one for one in workspace.contacts if one.account_id == account.id)
    ids = {contact.id for contact in contacts}
    people = People(
        contacts,
        tuple(one for one in workspace.concerns if one.contact_id in ids),
        tuple(one for one in workspace.interests if one.contact_id in ids),
        tuple(one for one in workspace.ties if one.contact_id in ids),
        workspace.teammates,
    )
    barred: dict[str, set[str]] = defaultdict(set)
    for line in workspace.do_not_contact:
        barred[line.kind].add(line.value)
    history = History(suppressed=Suppressed(*(frozenset(barred[kind]) for kind in ("address", "domain", "account"))))
    for campaign in workspace.campaigns:
        if trigger.kind in campaign.event:
            said = asks(campaign, trigger, NOW) or fit(
                campaign, trigger=trigger, account=account, people=people, history=history, now=NOW
            )
            yield Answer(campaign, said, trigger)


def test_the_workspace_loads_with_nothing_but_what_is_wrong_on_purpose(world: World) -> None:
    assert world.problems == ("contacts.csv: has no address; nothing can be written to this contact",)


@pytest.mark.parametrize("outcome", LETTERS, ids=lambda outcome: outcome.account)
def test_the_right_person_gets_a_letter_from_the_right_one_of_us(outcome: Outcome, world: World) -> None:
    letter = world.letter(outcome.account)
    assert letter is not None
    answer = world.go(outcome.account)
    assert answer is not None
    assert isinstance(answer.said, Go)
    assert answer.said.contact.id == outcome.contact
    assert answer.said.sender.id == outcome.sender
    assert letter.told.language == outcome.language


@pytest.mark.parametrize("outcome", LETTERS, ids=lambda outcome: outcome.account)
def test_a_letter_names_what_they_said_and_tells_a_setback(outcome: Outcome, world: World) -> None:
    letter = world.letter(outcome.account)
    assert letter is not None
    paths = {path for segment in letter.told.segments for path in segment.paths}
    assert {"case.way", "case.setback", "case.outcome"} <= paths
    assert "concern.statement" in paths or outcome.event == "executive_departure"
    assert 50 <= len(letter.told.body.split()) <= 125


def test_letters_are_as_short_as_a_busy_reader_wants_them(world: World) -> None:
    letters = [letter.told.body for outcome in LETTERS if (letter := world.letter(outcome.account))]
    assert median(len(body.split()) for body in letters) <= 113


@pytest.mark.parametrize("outcome", LETTERS, ids=lambda outcome: outcome.account)
def test_a_letter_could_be_approved_as_it_stands(outcome: Outcome, world: World) -> None:
    letter, ours = world.letter(outcome.account), world.workspace
    assert letter is not None
    findings = lint_draft(letter.told, letter.brief, letter.story, team=ours.company, teammates=ours.teammates)
    assert findings == []


def test_letters_speak_of_their_readers_and_not_of_us(world: World) -> None:
    letters = [letter for outcome in LETTERS if (letter := world.letter(outcome.account))]
    focus = [measures(letter.told.segments, letter.story)["self_focus"] for letter in letters]
    for letter in letters:
        findings = lint_draft(letter.told, letter.brief, letter.story, team=world.workspace.company)
        assert not [one for one in findings if one.code in ("SELF001", "SELF002")], letter.told.body
    assert len(focus) >= 10
    assert median(focus) <= 0.25
    assert max(focus) <= 0.4


@pytest.mark.parametrize("outcome", LETTERS, ids=lambda outcome: outcome.account)
def test_a_letter_asks_once_and_promises_at_most_once(outcome: Outcome, world: World) -> None:
    letter = world.letter(outcome.account)
    assert letter is not None
    assert letter.told.body.rstrip().endswith("?")
    assert letter.told.body.count("?") == 1
    assert sum("promise.text" in segment.paths for segment in letter.told.segments) <= 1


def test_letters_are_defensible_word_by_word(world: World) -> None:
    """What is bound names where it comes from, and what is not claims nothing."""
    for letter in (letter for outcome in LETTERS if (letter := world.letter(outcome.account))):
        for segment in (*letter.told.subject_segments, *letter.told.segments):
            origins = {letter.brief.values[path].origin for path in segment.paths if path in letter.brief.values}
            assert set(segment.evidence) <= origins, segment
            assert bool(segment.paths) == bool(segment.evidence), segment
        findings = lint_draft(letter.told, letter.brief, letter.story, team=world.workspace.company)
        assert not [one for one in findings if one.code in ("EVD001", "EVD002", "PRIVATE001", "LEVEL001")]
        promised = {path for segment in letter.told.segments for path in segment.paths if path == "promise.text"}
        assert len(promised) <= 1
        assert letter.told.body.count("?") == 1


def test_no_two_letters_say_the_same(world: World) -> None:
    told = [letter.told.body for outcome in LETTERS if (letter := world.letter(outcome.account))]
    assert len(set(told)) == len(told)


def test_nothing_private_is_said(world: World) -> None:
    private = [one.statement for one in world.workspace.concerns if not one.shareable]
    for outcome in LETTERS:
        letter = world.letter(outcome.account)
        assert letter is None or not any(statement in letter.told.body for statement in private)


@pytest.mark.parametrize("outcome", [one for one in OUTCOMES if one.rule], ids=lambda outcome: outcome.account)
def test_a_no_has_the_reason_it_should_have(outcome: Outcome, world: World) -> None:
    said = [one.said for one in world.answers[outcome.account]]
    assert not any(isinstance(one, Go) for one in said)
    rules = {one.rule for one in said if isinstance(one, No)}
    assert outcome.rule in rules or not said
