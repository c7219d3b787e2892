"""Telling a story: variants, white space, what is absent, what goes wrong."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from support.stories import brief, refused, story, told

from campaigns.story.format import Story, load
from campaigns.story.render import choose_variant, render
from campaigns.types import Aborted, Finding, Rendered
from triggers.limits import Limits

VARIANTS = """---
id: x
event: funding
language: en
shape: note
subject:
  a: "For {{ contact.first_name }}"
  b: "About {{ account.short_name }}"
weights: {a: 75, b: 25}
---
Hello.
"""


def variants() -> Story:
    loaded = load(VARIANTS)
    assert isinstance(loaded, Story)
    return loaded


def test_the_same_key_always_gets_the_same_variant() -> None:
    assert {choose_variant(variants(), None, "ines").variant for _ in range(20)} == {"a"} or {
        choose_variant(variants(), None, "ines").variant for _ in range(20)
    } == {"b"}


def test_over_many_keys_the_weights_hold() -> None:
    chosen = [choose_variant(variants(), None, f"contact-{number}").variant for number in range(2000)]

    assert 0.72 < chosen.count("a") / 2000 < 0.78


def test_a_variant_that_is_named_is_taken() -> None:
    result = render(variants(), brief(), variant="b")

    assert isinstance(result, Rendered)
    assert (result.variant, result.subject) == ("b", "About Acme")


def test_lines_flow_together_and_beats_stand_apart() -> None:
    body = "{% beat moment %}\nHello {{ contact.first_name }},\n\none line\n  and its end.\n{% endbeat %}\n\n\n"
    body += "{% beat ask %}So?{% endbeat %}\n"

    assert told(body).body == "Hello Ines,\n\none line and its end.\n\nSo?"


def test_a_line_of_tags_alone_makes_no_blank_line() -> None:
    body = "One.\n{% if trigger.round %}\nTwo.\n{% else %}\nThree.\n{% endif %}\nFour.\n\nFive."

    assert told(body).body == "One. Two. Four.\n\nFive."


def test_lists_keep_their_lines_outside_mails() -> None:
    assert told("Say:\n- one\n- another\nand stop.").body == "Say:\n- one\n- another and stop."


def test_an_empty_beat_is_not_told() -> None:
    rendered = told("{% beat moment %}A.{% endbeat %}{% beat promise %}{{ promise.text | default('') }}{% endbeat %}")

    assert rendered.beats == ("moment",)
    assert rendered.body == "A."


def test_values_are_one_line_without_marks_of_direction() -> None:
    rendered = told("{{ evidence.title }}", evidence__title="a\r\nb\u2028c\u202ed\x00e")

    assert rendered.body == "a b cde"


def test_an_absent_field_is_falsy_and_an_error_only_when_printed() -> None:
    assert told("{% if trigger.place %}x{% else %}y{% endif %}").body == "y"
    assert told("{% for one in trigger.place %}x{% endfor %}y").body == "y"
    assert told("{% if trigger.place == 'Lyon' or trigger.place > 3 %}x{% else %}y{% endif %}").body == "y"
    assert told("{{ trigger.place | upper | default('y') }}").body == "y"
    assert told("{% if case %}x{% else %}y{% endif %}").body == "y"

    (finding,) = refused("\nto {{ trigger.place }}")
    assert (finding.code, finding.line) == ("TPL004", 9)
    assert "trigger.place" in finding.message


def test_an_empty_value_counts_as_absent() -> None:
    assert told("{{ account.industry | default('none') }}", account__industry="  ").body == "none"


def test_a_story_can_end_itself() -> None:
    result = render(story('{% if trigger.round %}{% abort "not now" %}{% endif %}Hello.'), brief())

    assert result == Aborted("not now")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("{{ trigger.amout }}", "TPL002"),
        ("{{ nothing }}", "TPL002"),
        ("{{ account.name | shout }}", "TPL003"),
        ("{% include 'x' %}", "TPL003"),
        ("{{ account.name", "TPL001"),
        ("{% if %}", "TPL001"),
        ("{{ account.name() }}", "TPL001"),
        ("{{ account }}", "TPL004"),
        ("{{ account.name | money }}", "TPL001"),
        ("{{ account.name | day }}", "TPL001"),
    ],
)
def test_what_cannot_be_told_is_a_finding_with_its_line(body: str, code: str) -> None:
    (finding,) = refused(f"\n\n{body}")

    assert (finding.code, finding.level, finding.line) == (code, "error", 10)


def test_a_fault_in_the_subject_names_the_line_of_the_subject() -> None:
    result = render(story("Hello.", subject="{{ trigger.place }}"), brief())

    assert isinstance(result, list)
    assert [(one.code, one.line) for one in result] == [("TPL004", 6)]


def test_more_text_than_the_limit_is_a_finding() -> None:
    limits = Limits(render_output_bytes=100)
    result = render(story("{{ evidence.title }}"), brief(evidence__title="long " * 40), limits=limits)

    assert isinstance(result, list)
    assert result[0].code == "TPL005"


def test_more_steps_than_the_limit_is_a_finding() -> None:
    result = render(story("{% for a in trigger.investors %}x{% endfor %}"), brief(), limits=Limits(render_steps=4))

    assert isinstance(result, list)
    assert result[0].code == "TPL005"


@pytest.mark.parametrize(
    ("language", "expression", "said"),
    [
        ("en", "trigger.amount | money", "$25 million"),
        ("de", "trigger.amount | money", "25 Millionen Dollar"),
        ("en", 'trigger.amount | money("SEK")', "25 million SEK"),
        ("en", "trigger.round | round_name", "Series B"),
        ("de", "trigger.round | round_name", "Series-B-Runde"),
        ("en", "trigger.date | day", "2 March"),
        ("de", "trigger.date | day", "2. März"),
        ("en", "trigger.date", "2 March 2026"),
        ("de", "concern.heard_on | month", "November"),
        ("de", "account.employees", "1.240"),
        ("en", "trigger.investors", "Alder, Beech, Cedar"),
        ("en", 'trigger.investors | join(", ", " and ")', "Alder, Beech and Cedar"),
    ],
)
def test_values_are_said_in_the_language_of_the_story(language: str, expression: str, said: str) -> None:
    assert told(f"{{{{ {expression} }}}}", language=language).body == said


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("750000", "$750,000"),
        ("1500000", "$1.5 million"),
        ("1000000", "$1 million"),
        ("3200000000", "$3.2 billion"),
        ("999999999", "$1 billion"),
        ("995000", "$995,000"),
    ],
)
def test_money_is_said_as_people_say_it(amount: str, said: str) -> None:
    assert told("{{ trigger.amount | money }}", trigger__amount=Decimal(amount)).body == said


@pytest.mark.parametrize(
    ("round_", "said"),
    [("seed", "seed round"), ("pre-seed", "pre-seed round"), ("pre-B", "pre-Series B"), ("debt", "debt financing")],
)
def test_rounds_have_names(round_: str, said: str) -> None:
    assert told("{{ trigger.round | round_name }}", trigger__round=round_).body == said


def test_a_month_of_another_year_carries_the_year() -> None:
    assert told("{{ concern.heard_on | month }}", concern__heard_on=date(2025, 2, 1)).body == "February 2025"


@pytest.mark.parametrize(
    ("statement", "topic"),
    [
        ("new sellers take half a year to find their feet", "new sellers"),
        ("churn in the first ninety days", "churn in the first ninety days"),
        ("onboarding is slow", "onboarding"),
        ("the handover from sales to service never works", "the handover from sales to service"),
    ],
)
def test_a_topic_is_what_a_statement_is_about(statement: str, topic: str) -> None:
    assert told("{{ concern.statement | topic }}", concern__statement=statement).body == topic


def test_a_broken_finding_is_no_rendering() -> None:
    assert all(isinstance(one, Finding) for one in refused("{{ x"))
