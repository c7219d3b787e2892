"""The starter library: each story reads well with whatever is known, and no two stories say the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from campaigns.story.format import Story, load
from campaigns.story.lint import lint_draft, lint_story, measures
from campaigns.story.render import render
from campaigns.story.sample import for_customers, full, required_only
from campaigns.types import Aborted, Brief, BriefValue, Known, Rendered
from triggers.types import EventKind

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "campaigns" / "stories").glob("*.j2"))
WORKSPACES = (ROOT / "config", ROOT / "overture" / "config" / "starter", ROOT / "overture" / "demo" / "world")
MAIN_SIX = {
    "series-b-how-we-sell", "funding-first-weeks", "acquisition-both-teams", "new-executive-first-months",
    "expansion-new-place", "renewal-their-measure",
}  # fmt: skip
UNTOLD = {
    EventKind.LAYOFFS, EventKind.SECURITY_INCIDENT, EventKind.REGULATORY, EventKind.EARNINGS,
}  # fmt: skip
LONG_STATEMENT = {
    "en": "one person to ring is what homeowners want, from the quote to the first sunny bill",
    "de": "neue Leute jede Funktion kennen, aber noch nie bei einem Kunden gestanden haben",
}


def read(file: Path) -> Story:
    story = load(file.read_text("utf-8"), file.name)
    assert isinstance(story, Story), story
    return story


STORIES = [read(file) for file in FILES]
told = pytest.mark.parametrize("story", STORIES, ids=lambda story: f"{story.id}.{story.language}")


def having(brief: Brief, **values: BriefValue) -> Brief:
    """The same brief with other values; `trigger__side` stands for `trigger.side`."""
    known = {name.replace("__", "."): Known(value, "test") for name, value in values.items()}
    return replace(brief, values={**brief.values, **known})


def lacking(brief: Brief, *groups: str) -> Brief:
    return replace(brief, values={path: known for path, known in brief.values.items() if not path.startswith(groups)})


def briefs(story: Story) -> Iterator[tuple[str, Brief]]:
    """What may be known, for each kind of event that the story tells differently."""
    everything = full(story)
    if story.id == "acquisition-new-owner":
        everything = having(everything, trigger__side="target")
    kinds = story.events if "trigger.kind" in story.body else story.events[:1]
    for kind in kinds:
        whole = having(everything, trigger__kind=kind.value)
        least = having(required_only(story), trigger__kind=kind.value)
        yield f"{kind} everything", whole
        yield f"{kind} the least", least
        for group in ("concern.", "case.", "promise.", "tie.", "interest.", "account.measure.", "contact.salutation"):
            yield f"{kind} no {group}", lacking(whole, group)
        yield f"{kind} nothing heard and no case", lacking(whole, "concern.", "case.")
        yield f"{kind} only a concern", having(least, **concern(story))
        yield f"{kind} the event without its facts", lacking(whole, *_FACTS)
        yield from _turns(story, kind, whole)
        for status in ("planned", "rumoured"):
            yield f"{kind} {status}", having(whole, trigger__status=status)
            yield f"{kind} {status}, the least", having(least, trigger__status=status)


_FACTS = tuple(f"trigger.{name}" for name in ("person", "role", "place", "product", "other_party", "side"))


def concern(story: Story) -> dict[str, BriefValue]:
    values = full(story).values
    return {path.replace(".", "__"): known.value for path, known in values.items() if path.startswith("concern.")}


def _turns(story: Story, kind: EventKind, whole: Brief) -> Iterator[tuple[str, Brief]]:
    """Values that turn a story another way."""
    yield f"{kind} the sender heard it", having(whole, concern__heard_by="mir" if story.language == "de" else "me")
    yield f"{kind} nobody is named who heard it", lacking(whole, "concern.heard_by")
    yield f"{kind} a long statement", having(whole, concern__statement=LONG_STATEMENT[story.language])
    if kind is EventKind.EXECUTIVE_HIRE:
        yield f"{kind} it is the contact", having(whole, trigger__person=str(whole.get("contact.name")))
    if kind is EventKind.ACQUISITION and story.id != "acquisition-new-owner":
        yield f"{kind} the other side", having(whole, trigger__side="target")
    for bucket in ("need_us", "ok", "who_are_you") if for_customers(story) else ():
        yield f"{kind} {bucket}", having(whole, account__why_they_care=bucket)


@cache
def tellings(file: str) -> list[tuple[str, Brief, Rendered]]:
    """Every different text that a story can become, with what was known."""
    story = next(story for story in STORIES if story.file == file)
    found: dict[tuple[str, str], tuple[str, Brief, Rendered]] = {}
    for name, brief in briefs(story):
        if all(path in brief.values for path in story.requires):
            for subject in story.subjects:
                rendered = render(story, brief, variant=subject.variant)
                assert isinstance(rendered, Rendered), (name, rendered)
                found.setdefault(
                    (rendered.subject if subject.variant == "a" else "", rendered.body), (name, brief, rendered)
                )
    return list(found.values())


def promises(workspace: Path) -> set[str]:
    return {one["id"] for one in YAML(typ="safe").load(workspace / "promises.yaml")["promises"]}


@told
def test_a_story_passes_the_lint_without_a_word(story: Story) -> None:
    assert lint_story(story, promise_ids=set.intersection(*(promises(workspace) for workspace in WORKSPACES))) == []


@told
def test_a_story_reads_well_with_whatever_is_known(story: Story) -> None:
    for name, brief, rendered in tellings(story.file):
        assert lint_draft(rendered, brief, story) == [], name


@told
def test_a_story_is_short_and_about_its_reader(story: Story) -> None:
    for name, _, rendered in tellings(story.file):
        found = measures(rendered.segments, story)
        assert 48 <= found["words"] <= 125, (name, found)
        assert found["self_focus"] <= 0.25, (name, found)


@told
def test_nothing_is_left_open_where_a_fact_is_missing(story: Story) -> None:
    for name, _, rendered in tellings(story.file):
        text = f"{rendered.subject}\n{rendered.body}"
        assert not re.search(r"\s[.,:;?!]|[,:]\s*[.?!\n]$|\.\.|None|\(\)|  ", text.replace("\n- ", "\n")), (name, text)


@told
def test_each_paragraph_starts_as_a_sentence(story: Story) -> None:
    for name, _, rendered in tellings(story.file):
        starts = [part.lstrip("“„- ")[0] for part in rendered.body.split("\n\n") if not part.startswith("http")]
        # After the salutation German goes on in lower case.
        assert all(
            one.isupper() or one.isdigit() for one in starts[:1] + starts[2 if story.language == "de" else 1 :]
        ), name


@told
def test_a_story_has_two_subjects_that_fit_beside_long_names(story: Story) -> None:
    assert len({subject.text for subject in story.subjects}) == 2
    house = dict.fromkeys(
        ("account__short_name", "trigger__place", "trigger__product"), "A House of Forty Characters, and no less"
    )
    brief = having(full(story), **house, contact__first_name="Maria-Theresia", trigger__side="target")
    for subject in story.subjects:
        rendered = render(story, brief, variant=subject.variant)
        assert isinstance(rendered, Rendered)
        assert len(rendered.subject) <= 60, rendered.subject


@told
def test_a_promise_is_made_once_and_only_beside_the_case_that_it_is_about(story: Story) -> None:
    if story.promise is None or story.shape != "arc":
        return
    for name, brief, rendered in tellings(story.file):
        made = [part for part in rendered.segments if "promise.text" in part.paths]
        assert len(made) == int("case.way" in brief.values and "promise.text" in brief.values), name


@told
def test_a_journey_has_a_setback_with_and_without_a_case(story: Story) -> None:
    if story.shape == "arc":
        for name, brief, rendered in tellings(story.file):
            setback = [part for part in rendered.segments if part.beat == "setback"]
            bound = any("case.setback" in part.paths for part in setback)
            assert bound == ("case.setback" in brief.values), name


def literal_sentences(story: Story) -> set[str]:
    """The sentences of the file, without those that only the brief fills."""
    text = re.sub(r"\{%.*?%\}", ". ", re.sub(r"\{\{.*?\}\}", "\ufffc", story.body))
    parts = (" ".join(part.split()).casefold() for part in re.split(r"[.?!]\s|\n\n", text))
    return {part.strip(" .,") for part in parts if len(re.findall(r"\w+", part)) >= 3}


def test_no_two_stories_share_a_sentence() -> None:
    owners: dict[tuple[str, str], list[str]] = defaultdict(list)
    for story in STORIES:
        for sentence in literal_sentences(story):
            owners[story.language, sentence].append(story.id)
    assert {sentence: ids for sentence, ids in owners.items() if len(ids) > 1} == {}


def test_every_kind_of_event_that_deserves_a_story_has_one() -> None:
    kinds = {kind for story in STORIES if story.language == "en" for kind in story.events}
    assert set(EventKind) - kinds == UNTOLD


def test_the_main_stories_are_told_in_german_too() -> None:
    assert {story.id for story in STORIES if story.language == "de"} >= MAIN_SIX
    assert len({story.id for story in STORIES if story.language == "en"}) >= 14


def test_german_stories_keep_to_sie() -> None:
    for story in STORIES:
        if story.language == "de":
            assert not re.search(r"\b(?:du|dir|dich|dein\w*)\b", story.body, re.IGNORECASE)


@told
def test_nobody_is_congratulated(story: Story) -> None:
    assert not re.search(r"congrat|glückw|gratul", story.text, re.IGNORECASE)


def test_the_new_person_is_spoken_to_as_the_new_person_and_a_colleague_is_not() -> None:
    for story in STORIES:
        if story.id != "new-executive-first-months":
            continue
        colleague = render(story, full(story), variant="a")
        themselves = render(story, having(full(story), trigger__person="Ines Albrecht"), variant="a")
        assert isinstance(colleague, Rendered)
        assert isinstance(themselves, Rendered)
        assert "Tom Reuter" in colleague.body
        assert "Ines Albrecht" not in themselves.body
        assert ("named you" if story.language == "en" else "werden Sie") in themselves.body


@pytest.mark.parametrize("status", ["planned", "rumoured"])
@told
def test_what_is_not_certain_is_not_told_as_done(story: Story, status: str) -> None:
    done = re.compile(
        r"\bhas (?:closed|raised|won|brought|one)|\bis (?:opening|expanding|taking|becoming|getting)|\bwill work|"
        r"\bhat .*(?:abgeschlossen|bekommen)|\bübernimmt|gehört bald|schließt sich|\beröffnet|vergrößert sich"
    )
    brief = having(full(story), trigger__side="target")
    moment = {one: _moment_of(story, having(brief, trigger__status=one)) for one in ("announced", status)}
    assert not done.search(moment[status])
    assert bool(done.search(moment["announced"])) == (moment[status] != moment["announced"]) or _person(story)


def _moment_of(story: Story, brief: Brief) -> str:
    rendered = render(story, brief, variant="a")
    assert isinstance(rendered, Rendered)
    return "".join(part.text for part in rendered.segments if part.beat == "moment")


def _person(story: Story) -> bool:
    """Who comes and who leaves is named before the day: only a rumour is told otherwise."""
    return {EventKind.EXECUTIVE_HIRE, EventKind.EXECUTIVE_DEPARTURE} >= set(story.events)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("champion-left", {"account__lifecycle": "prospect"}),
        ("acquisition-new-owner", {"trigger__side": "acquirer"}),
    ],
)
def test_a_story_ends_itself_where_it_would_be_wrong(name: str, values: dict[str, BriefValue]) -> None:
    story = next(story for story in STORIES if story.id == name)
    assert isinstance(render(story, having(full(story), **values)), Aborted)


@pytest.mark.parametrize("workspace", WORKSPACES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_campaigns_name_stories_that_exist_and_are_about_their_event(workspace: Path) -> None:
    library: dict[str, set[str]] = defaultdict(set)
    for story in STORIES:
        library[story.id] |= {kind.value for kind in story.events}
    campaigns: list[dict[str, Any]] = YAML(typ="safe").load(workspace / "campaigns.yaml")["campaigns"]
    for campaign in campaigns:
        event = campaign["when"]["event"]
        wanted = {event} if isinstance(event, str) else set(event)
        for name in campaign["stories"]:
            assert wanted <= library[name], (campaign["id"], name)
