"""Each piece of a text knows where it came from; no filter, variable, loop or condition can lose that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.stories import bound, brief, literal, story, told

from campaigns.story.render import render
from campaigns.types import Rendered


def test_the_texts_of_the_segments_joined_are_the_body() -> None:
    rendered = told("Hello {{ contact.first_name }},\n\nabout {{ account.short_name }}.")

    assert "".join(part.text for part in rendered.segments) == rendered.body == "Hello Ines,\n\nabout Acme."


def test_an_expression_is_bound_to_its_path_and_origin() -> None:
    part = told("{{ account.short_name }} grows").segments[0]

    assert (part.text, part.paths, part.evidence) == ("Acme", ("account.short_name",), ("origin:account.short_name",))


@pytest.mark.parametrize(
    ("body", "text", "path"),
    [
        ("{{ trigger.round | round_name }}", "Series B", "trigger.round"),
        ("{{ account.name | short | upper }}", "ACME ROBOTICS", "account.name"),
        ("{{ account.name | lower }}", "acme robotics gmbh", "account.name"),
        ("{{ concern.statement | topic | capitalize }}", "New sellers", "concern.statement"),
        ("{{ concern.heard_on | month }}", "November", "concern.heard_on"),
        ("{{ trigger.date | day }}", "2 March", "trigger.date"),
        ("{{ trigger.date | year }}", "2026", "trigger.date"),
        ("{{ trigger.investors | length }}", "3", "trigger.investors"),
        ("{{ account.employees }}", "1,240", "account.employees"),
        ("{{ account['short_name'] }}", "Acme", "account.short_name"),
        ("{{ trigger.investors[1] }}", "Beech", "trigger.investors"),
        ("{{ account.name[:4] }}", "Acme", "account.name"),
        ("{{ account.industry | default(account.short_name) }}", "Acme", "account.short_name"),
        ("{{ account.industry or account.short_name }}", "Acme", "account.short_name"),
        ("{{ account.short_name if trigger.round else 'x' }}", "Acme", "account.short_name"),
        ("{% set who = account.short_name %}{{ who | upper }}", "ACME", "account.short_name"),
        ("{% set a = account.short_name %}{% set b = a %}{{ b }}", "Acme", "account.short_name"),
        ("{% for one in trigger.investors[:1] %}{{ one }}{% endfor %}", "Alder", "trigger.investors"),
        ("{% for one in [account.short_name] %}{{ one | upper }}{% endfor %}", "ACME", "account.short_name"),
        ("{% if account %}{{ account.short_name }}{% endif %}", "Acme", "account.short_name"),
    ],
)
def test_filters_variables_loops_and_defaults_keep_the_origin(body: str, text: str, path: str) -> None:
    assert bound(told(body)) == {text: (path,)}


def test_money_is_bound_to_the_amount_and_its_currency() -> None:
    assert bound(told("{{ trigger.amount | money }}")) == {"$25 million": ("trigger.amount", "trigger.currency")}


@pytest.mark.parametrize(
    "body",
    [
        '{{ "half" }}',
        '{{ account.industry | default("half") }}',
        '{{ account.industry or "half" }}',
        '{{ "half" if trigger.round else account.name }}',
        '{{ trigger.round and "half" }}',
        '{% set x = "half" %}{{ x }}',
        '{% if trigger.round %}{% set x = "half" %}{% else %}{% set x = account.name %}{% endif %}{{ x }}',
        '{% for x in ["half"] %}{{ x }}{% endfor %}',
        "{% set x %}half{% endset %}{{ x }}",
        '{{ "half" | upper | lower }}',
        '{{ "ha" ~ "lf" }}',
    ],
)
def test_text_that_an_expression_makes_by_itself_is_literal(body: str) -> None:
    rendered = told(body)

    assert bound(rendered) == {}
    assert rendered.body == "half"


@pytest.mark.parametrize(
    "body",
    [
        '{{ "half of " ~ account.short_name }}',
        '{{ "half of " + account.short_name }}',
        "{% set x %}half of {{ account.short_name }}{% endset %}{{ x }}",
        '{% set x = "half of " ~ account.short_name %}{{ x }}',
        '{{ ["half of ", account.short_name] | join("") }}',
    ],
)
def test_joined_text_keeps_its_pieces_apart(body: str) -> None:
    rendered = told(body)

    assert literal(rendered) == "half of"
    assert bound(rendered) == {"Acme": ("account.short_name",)}


def test_text_of_its_own_cannot_take_on_an_origin_in_a_filter() -> None:
    rendered = told('{{ ("half of " ~ account.short_name) | topic }}')

    assert bound(rendered) == {}


def test_separators_of_a_list_are_literal() -> None:
    rendered = told('{{ trigger.investors | join(" and half of ") }}')

    assert literal(rendered) == "and half of|and half of"


def test_a_reckoned_figure_has_no_evidence() -> None:
    assert bound(told("{{ account.employees * 2 }} people")) == {}


def test_block_capture_keeps_origins_through_filters() -> None:
    rendered = told("{% set x %}by {{ account.short_name }}{% endset %}{{ x | upper }}")

    assert rendered.body == "BY ACME"
    assert bound(rendered) == {"ACME": ("account.short_name",)}


def test_a_segment_knows_its_line_and_beat() -> None:
    rendered = told("first\n\n{% beat moment %}\nnext {{ account.short_name }}\n{% endbeat %}")

    acme = next(part for part in rendered.segments if part.text == "Acme")
    assert (acme.line, acme.beat) == (11, "moment")


@pytest.mark.parametrize("hostile", ["{{ 7*7 }}", "{% if x %}", "${7*7}", "%s %(x)s", "{0.__class__}", "{# no #}"])
def test_values_that_look_like_templates_stay_as_they_are(hostile: str) -> None:
    rendered = told("{{ evidence.title }}", evidence__title=hostile)

    assert rendered.body == hostile
    assert bound(rendered) == {hostile: ("evidence.title",)}


@pytest.mark.parametrize("name", ["None", "null", "true", "false", "0", "self", "loop"])
def test_names_that_are_words_of_the_language_stay_names(name: str) -> None:
    assert told("{{ contact.first_name }}", contact__first_name=name).body == name


@given(st.text())
def test_no_value_can_forge_an_origin(value: str) -> None:
    rendered = render(
        story("a {{ evidence.title | default('') }} b {{ account.short_name }}"), brief(evidence__title=value)
    )

    assert isinstance(rendered, Rendered)
    assert "".join(part.text for part in rendered.segments) == rendered.body
    assert all(part.text == "Acme" for part in rendered.segments if part.paths == ("account.short_name",))
    assert not any("\ue000" <= char <= "\uf8ff" for char in rendered.body)


@given(st.lists(st.sampled_from(["\ue0000\ue001", "\ue002", "\ue0001\ue001", "x", "\ue010", " "]), max_size=12))
def test_marks_inside_values_are_taken_out(parts: list[str]) -> None:
    rendered = told(
        "{{ account.short_name }} {{ evidence.title | default('') }}.", evidence__title="".join(parts) or "y"
    )

    assert {text: paths for text, paths in bound(rendered).items() if paths != ("evidence.title",)} == {
        "Acme": ("account.short_name",)
    }
