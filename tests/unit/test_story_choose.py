"""Which story of a campaign is told to whom."""

from __future__ import annotations

from dataclasses import replace

from support.stories import brief, story

from campaigns.story.choose import Choice, NoStory, choose
from campaigns.story.format import Story
from campaigns.workspace import Level, Medium

PLAIN = replace(story("Hello."), shape="arc", medium="mail", id="plain")


def names(stories: list[Story], **more: object) -> str:
    found = choose(stories, brief(), **more)  # type: ignore[arg-type]
    return found.story.id if isinstance(found, Choice) else found.reason


def test_the_highest_level_with_evidence_wins() -> None:
    tasks, outcomes = replace(PLAIN, id="tasks", level=Level.TASKS), replace(PLAIN, id="outcomes", level=Level.OUTCOMES)
    day = replace(PLAIN, id="day", level=Level.MAKES_THEIR_DAY)

    assert names([PLAIN, tasks, outcomes, day]) == "outcomes"


def test_without_evidence_no_level_is_claimed() -> None:
    found = choose([replace(PLAIN, level=Level.TASKS)], replace(brief(), level=None))

    assert isinstance(found, NoStory)
    assert "speaks at “tasks”" in found.tried[0]


def test_a_story_without_a_level_says_whether_it_may_repeat_what_they_told_us() -> None:
    repeats = replace(PLAIN, body="You said that {{ concern.statement }}.")
    silent = replace(brief(), level=None)

    told = [choose([one], known) for one, known in ((repeats, brief()), (repeats, silent), (PLAIN, brief()))]

    assert [one.why[0] for one in told if isinstance(one, Choice)] == [
        "claims no level, and may repeat what they told us (“outcomes”)",
        "leans on nothing that they told us",
        "leans on nothing that they told us",
    ]


def test_the_language_is_that_of_the_contact() -> None:
    german = replace(PLAIN, id="german", language="de")

    assert names([german, PLAIN]) == "plain"
    assert isinstance(choose([german], brief()), NoStory)


def test_what_a_story_requires_must_be_known() -> None:
    needs = replace(PLAIN, id="needs", requires=("trigger.place", "case.who"), level=Level.OUTCOMES)
    found = choose([needs], brief())

    assert isinstance(found, NoStory)
    assert found.tried == ("needs.en: needs trigger.place, case.who",)
    assert names([needs, PLAIN]) == "plain"


def test_a_promise_of_the_catalogue_counts_as_known() -> None:
    promising = replace(PLAIN, id="promising", requires=("promise.text",), promise="a-plan")

    assert isinstance(choose([promising], brief()), NoStory)
    assert names([promising], promise_ids=["a-plan"]) == "promising"


def test_another_kind_of_event_needs_another_story() -> None:
    found = choose([PLAIN], brief(trigger__kind="layoffs"))

    assert isinstance(found, NoStory)
    assert "is not for layoffs" in found.tried[0]


def test_the_medium_is_that_of_the_person_where_there_is_a_story_for_it() -> None:
    call, note = replace(PLAIN, id="call", medium="call"), replace(PLAIN, id="note", medium="note")

    assert names([PLAIN, call, note], medium=Medium.PHONE) == "call"
    assert names([PLAIN, call, note], medium=Medium.LINKEDIN) == "note"
    assert names([PLAIN, call, note]) == "plain"
    assert names([PLAIN], medium=Medium.PHONE) == "plain"
    assert isinstance(choose([call], brief()), NoStory)


def test_a_later_chapter_is_told_only_when_it_is_due() -> None:
    second = replace(PLAIN, id="second", chapter=2, level=Level.OUTCOMES)

    assert names([second, PLAIN]) == "plain"
    assert names([second, PLAIN], chapter=2) == "second"


def test_the_choice_is_explained() -> None:
    found = choose([replace(PLAIN, level=Level.OUTCOMES), PLAIN], brief(), medium=Medium.PHONE)

    assert isinstance(found, Choice)
    assert found.why == (
        "speaks at “outcomes”; the highest that was heard is “outcomes”",
        "the contact prefers phone, and there is a story in the campaign as a mail only",
        "in English, their language",
        "1 other would have fitted",
    )


def test_a_campaign_without_stories_says_so() -> None:
    assert choose([], brief()) == NoStory("the campaign has no stories")
