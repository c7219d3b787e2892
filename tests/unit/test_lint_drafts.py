"""The lint of a draft as it stands: evidence, private facts, level, and whatever an edit brought."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from support.stories import brief

from campaigns.story.binding import rebind
from campaigns.story.format import Story, load
from campaigns.story.lint import judge_draft, lint_draft, lint_story, measures
from campaigns.story.render import render
from campaigns.types import Brief, Finding, Rendered
from campaigns.workspace import Level, OurCompany, Teammate
from triggers.types import EventKind

TEXT = """---
id: x
event: [funding, layoffs, executive_departure]
language: en
level: outcomes
subject: "{{ account.short_name }}, and who comes next"
---
{% beat moment %}
Hello {{ contact.first_name }},

{{ evidence.publisher }} writes about {{ account.short_name }}.
You told {{ concern.heard_by | default("us") }} that
{{ concern.statement | default("it is hard") }}.
{% endbeat %}
{% beat problem %}Your new people will learn from whoever has time.{% endbeat %}
{% beat journey %}It helps to write down how your good people work.{% endbeat %}
{% beat setback %}That slows them down, and some will hate it.{% endbeat %}
{% beat ask %}What would hurt most?{% endbeat %}
"""


def the_story(**changes: object) -> Story:
    story = load(TEXT)
    assert isinstance(story, Story)
    return replace(story, **changes)  # type: ignore[arg-type]


def draft(known: Brief | None = None) -> Rendered:
    rendered = render(the_story(), known or brief())
    assert isinstance(rendered, Rendered)
    return rendered


def codes(findings: list[Finding]) -> list[str]:
    return sorted(found.code for found in findings)


def edited(body: str) -> Rendered:
    before = draft()
    segments, _ = rebind(before.segments, body)
    return replace(before, body=body, segments=segments)


def test_a_good_draft_has_no_findings() -> None:
    assert lint_draft(draft(), brief(), the_story()) == []


def test_withdrawn_evidence_is_evd002() -> None:
    found = lint_draft(draft(), brief(), the_story(), withdrawn=["origin:evidence.publisher"])

    assert codes(found) == ["EVD002"]
    assert draft().body[found[0].start : found[0].end] == "The Post"


def test_a_fact_that_is_no_longer_known_is_evd002() -> None:
    assert codes(lint_draft(draft(), brief(concern__heard_by=None), the_story())) == ["EVD002"]


def test_a_private_statement_is_private001_word_for_word_or_nearly() -> None:
    private = replace(brief(), private=("her team is planning to strike over pay",))
    body = draft().body.replace("What would", "I hear that the team plans a strike over the pay. What would")

    found = lint_draft(edited(body), private, the_story())

    assert "PRIVATE001" in codes(found)
    assert "PRIVATE001" not in codes(lint_draft(draft(), private, the_story()))


def test_a_story_above_the_evidence_is_level001() -> None:
    low = brief(concern__level="tasks")

    assert codes(lint_draft(draft(), replace(brief(), level=Level.TASKS), the_story())) == ["LEVEL001"]
    assert codes(lint_draft(draft(), replace(low, level=None), the_story())) == ["LEVEL001"]
    assert lint_draft(draft(), replace(brief(), level=None), the_story()) == []


def test_a_contact_of_another_language_is_lang001() -> None:
    assert codes(lint_draft(draft(), brief(contact__language="de"), the_story())) == ["LANG001"]


def test_a_claim_that_somebody_typed_is_evd001_until_vouched_for() -> None:
    rendered = edited(draft().body.replace("some will hate it", "three will hate it"))

    assert codes(lint_draft(rendered, brief(), the_story())) == ["EVD001"]
    assert lint_draft(rendered, brief(), the_story(), vouched=["Three"]) == []


def test_a_typed_pitch_on_a_sensitive_event_is_safe001() -> None:
    rendered = edited(draft().body.replace("What would", "Our software can help you there. What would"))
    layoffs = replace(brief(trigger__kind="layoffs"), sensitive=True)

    assert "SAFE001" in codes(lint_draft(rendered, layoffs, the_story()))
    assert "SAFE001" not in codes(lint_draft(rendered, brief(), the_story()))
    assert "SAFE001" in codes(lint_draft(rendered, brief(trigger__kind="layoffs"), the_story()))


PROMISED = TEXT.replace("level: outcomes\n", "level: outcomes\npromise: list\n").replace(
    "{% beat ask", "{% beat promise %}{{ promise.text }}{% endbeat %}\n{% beat ask"
)
PROMISE = "The list that they used comes to you by Friday."


@pytest.mark.parametrize(
    ("instead", "found"),
    [
        (PROMISE, ["SAFE001", "SAFE001"]),  # once for the story, once for the sentence
        ("The list that they used comes to you.", ["PROMISE001", "SAFE001"]),
        ("", []),
    ],
)
def test_a_promise_blocks_a_draft_on_a_sensitive_event_until_it_is_edited_out(instead: str, found: list[str]) -> None:
    told, known = load(PROMISED), brief(trigger__kind="layoffs", promise__text=PROMISE)
    assert isinstance(told, Story)
    rendered = render(told, known)
    assert isinstance(rendered, Rendered)
    segments, _ = rebind(rendered.segments, rendered.body.replace(PROMISE, instead))

    assert codes(lint_draft(replace(rendered, segments=segments), known, told)) == found
    assert "SAFE001" in codes(lint_story(replace(told, events=(EventKind.LAYOFFS,))))


def test_a_departure_is_sensitive_unless_they_are_customers() -> None:
    rendered = edited(draft().body.replace("What would", "Congratulations to you. What would"))
    gone = brief(trigger__kind="executive_departure")

    assert "SAFE001" in codes(lint_draft(rendered, gone, the_story()))
    assert "SAFE001" not in codes(lint_draft(rendered, replace(gone, customer=True), the_story()))


def test_our_names_and_products_are_known_from_the_team() -> None:
    team = OurCompany("Tidewell", "12 Quay Street", ("startkit",))
    rendered = edited(draft().body.replace("What would", "It is called startkit, as mara says. What would"))

    found = lint_draft(rendered, brief(), the_story(), team=team, teammates=[Teammate("mara", "mara", "m@t.example")])

    assert [one.message.split('"')[1] for one in found if one.code == "EVD001"] == ["startkit", "mara"]


def test_the_measure_of_self_focus_is_the_one_that_is_judged() -> None:
    team = OurCompany("Tidewell", "12 Quay Street", ("startkit",))
    rendered = edited(draft().body.replace("What would", "We and Tidewell and startkit: our thing, mine. What would"))

    found, measured = judge_draft(rendered, brief(), the_story(), team=team, vouched=["Tidewell", "startkit"])

    (focus,) = [one for one in found if one.code == "SELF001"]
    assert f"self-focus {measured['self_focus']:.2f} (we 5," in focus.message


def test_of_two_tellings_the_worse_figure_is_told_with_its_own_limit() -> None:
    about_us = "We know this. Our people hated it, and I wrote it down for us, and we kept what was ours."
    text = TEXT.replace(
        "{% beat problem %}", f"{{% beat problem %}}{{% if not case %}}{about_us}{{% endif %}} We saw it. "
    )
    (found,) = [one for one in lint_story(text) if one.code == "SELF001"]

    assert found.level == "error"
    assert "never above 0.55" in found.message


def test_one_missing_ask_and_one_empty_beat_are_told_once_where_they_belong() -> None:
    text = re.sub(r"(beat ask %}).*?({% endbeat)", r"\1{# later #}\2", TEXT, flags=re.DOTALL)

    assert [(one.code, one.message) for one in lint_story(text) if one.level == "error"] == [
        ("ASK001", "no ask: end with one question that costs a reply"),
        ("BEAT001", 'beat "ask" is empty and needs words'),
    ]


def test_a_second_ask_that_was_typed_is_found_where_it_stands() -> None:
    rendered = edited(draft().body + " Let me know.")
    (found,) = lint_draft(rendered, brief(), the_story())

    assert found.code == "ASK001"
    assert rendered.body[found.start : found.end] == "Let me know."


def test_measures_are_words_focus_and_reading_level() -> None:
    measured = measures(draft().segments, the_story())

    assert 40 < measured["words"] < 60
    assert measured["self_focus"] == 0.0
    assert 0 < measured["lix"] < 45


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[2] / "campaigns" / "stories").glob("*.j2")), ids=lambda p: p.name
)
def test_a_story_of_the_library_has_no_findings(path: Path) -> None:
    assert lint_story(path.read_text("utf-8"), file=path.name) == []


def test_a_company_known_by_name_is_a_claim_where_it_is_typed() -> None:
    typed = edited(draft().body.replace("That slows", "As with kestrel, that slows"))

    found, _ = judge_draft(typed, brief(), the_story(), others=["kestrel"])

    assert [one.code for one in found] == ["EVD001"]
    assert judge_draft(typed, brief(), the_story())[0] == []
