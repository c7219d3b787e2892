"""Reading a story file: what it holds, and the exact place of what is wrong with it."""

from __future__ import annotations

import pytest

from campaigns.story.check import check
from campaigns.story.format import Story, load
from campaigns.types import Finding
from campaigns.workspace import Level
from triggers.types import EventKind

GOOD = """---
id: series-b
event: [funding, ipo]
language: en
level: outcomes   # a comment
promise: a-plan
requires: [trigger.round, concern.statement]
subject:
  a: "One {{ account.short_name }}"
  b: "Two"
weights: {a: 70, b: 30}
---
{% beat moment %}Hello.{% endbeat %}
"""


def faults(text: str, file: str = "") -> list[tuple[str, int, int]]:
    found = load(text, file)
    assert isinstance(found, list), "this story should not load"
    return [(one.code, one.line, one.column) for one in found]


def message(text: str, file: str = "") -> str:
    found = load(text, file)
    assert isinstance(found, list)
    return found[0].message


def test_a_story_is_read_with_all_it_says() -> None:
    story = load(GOOD, "series-b.en.j2")

    assert isinstance(story, Story)
    assert (story.id, story.language, story.level) == ("series-b", "en", Level.OUTCOMES)
    assert story.events == (EventKind.FUNDING, EventKind.IPO)
    assert story.requires == ("trigger.round", "concern.statement")
    assert [(one.variant, one.line, one.weight) for one in story.subjects] == [("a", 9, 70.0), ("b", 10, 30.0)]
    assert (story.shape, story.medium, story.chapter) == ("arc", "mail", 1)
    assert story.body.startswith("{% beat moment %}")
    assert story.text.split("\n")[story.body_line - 1].startswith("{% beat moment %}")


def test_the_hash_changes_with_any_change_of_the_text() -> None:
    one, two = load(GOOD), load(GOOD.replace("Hello", "Hullo"))

    assert isinstance(one, Story)
    assert isinstance(two, Story)
    assert one.hash != two.hash


def test_a_byte_order_mark_and_windows_lines_do_no_harm() -> None:
    story = load("\ufeff" + GOOD.replace("\n", "\r\n"), "series-b.en.j2")

    assert isinstance(story, Story)
    assert "\r" not in story.body


@pytest.mark.parametrize(("shape", "medium"), [("call", "call"), ("note", "note"), ("share", "mail")])
def test_a_shape_for_another_medium_says_which(shape: str, medium: str) -> None:
    story = load(GOOD.replace("level: outcomes   # a comment", f"shape: {shape}"))

    assert isinstance(story, Story)
    assert (story.shape, story.medium) == (shape, medium)


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column"),
    [
        ("promise: a-plan", "promisse: a-plan", "TPL001", 6, 1),
        ("event: [funding, ipo]", "event: [funding, ipoo]", "TPL001", 3, 18),
        ("event: [funding, ipo]\n", "", "TPL001", 1, 1),
        ("language: en", "language: english", "TPL001", 4, 1),
        ("level: outcomes", "level: outcome", "TPL001", 5, 1),
        ("id: series-b", "id: Series_B", "TPL001", 2, 1),
        ("requires: [trigger.round", "requires: [trigger.rond", "TPL002", 7, 12),
        ("weights: {a: 70", "weights: {c: 70", "TPL001", 11, 11),
        ("weights: {a: 70", "weights: {a: -70", "TPL001", 11, 11),
        ('  b: "Two"', '  b: ""', "TPL001", 10, 3),
        ("id: series-b", "id: series-b\nshape: arch", "TPL001", 3, 1),
        ("id: series-b", "id: series-b\nchapter: 9", "TPL001", 3, 1),
    ],
)
def test_a_fault_of_the_front_matter_has_its_place(old: str, new: str, code: str, line: int, column: int) -> None:
    assert faults(GOOD.replace(old, new)) == [(code, line, column)]


def test_it_says_what_was_probably_meant() -> None:
    assert 'did you mean "promise"' in message(GOOD.replace("promise: a-plan", "promisse: a-plan"))
    assert 'did you mean "trigger.round"' in message(GOOD.replace("[trigger.round", "[trigger.rond"))
    assert 'did you mean "funding"' in message(GOOD.replace("[funding", "[fundng"))


def test_the_id_and_language_are_those_of_the_file() -> None:
    assert faults(GOOD, "series-c.en.j2") == [("TPL001", 2, 1)]
    assert faults(GOOD, "series-b.de.j2") == [("TPL001", 4, 1)]
    assert isinstance(load(GOOD, "stories/series-b.en.j2"), Story)


@pytest.mark.parametrize(
    "text",
    ["", "no front matter", "---\nid: x\n", "---\n---\nbody", "---\n- a\n---\n", "---\nid: [\n---\n",
     "---\nid: a\nid: b\n---\n",
     "---\n\tid: a\n---\n", "---\nid: *x\n---\n", "---\nid: !!python/object:os.system x\n---\n"],
)  # fmt: skip
def test_a_file_that_is_no_story_is_a_finding(text: str) -> None:
    assert {code for code, _, _ in faults(text)} == {"TPL001"}


def test_broken_yaml_names_the_line_of_the_file() -> None:
    assert faults(GOOD.replace("language: en", "language: [en")) == [("TPL001", 5, 6)]


# --- the tree ---------------------------------------------------------------------------------------------------------


def tree_codes(body: str, *, requires: str = "") -> list[tuple[str, int]]:
    text = f"---\nid: x\nevent: funding\nlanguage: en\nsubject: s\nrequires: [{requires}]\n---\n{body}"
    story = load(text)
    assert isinstance(story, Story), story
    return [(one.code, one.line) for one in check(story).findings]


@pytest.mark.parametrize(
    "body",
    [
        "{% if trigger.round %}{{ trigger.round }}{% endif %}",
        "{% if case %}{{ case.who }}{% endif %}",
        "{% if case.who and case.way %}{{ case.who }}{{ case.way }}{% endif %}",
        "{% if not trigger.round %}x{% else %}{{ trigger.round }}{% endif %}",
        "{% if not trigger.round %}{% abort 'x' %}{% endif %}{{ trigger.round }}",
        "{% if trigger.round == 'B' %}{{ trigger.round }}{% endif %}",
        "{% if trigger.amount > 5 %}{{ trigger.amount | money }}{% endif %}",
        "{% if trigger.round is defined %}{{ trigger.round }}{% endif %}",
        "{{ trigger.round | default('') }}",
        "{{ trigger.round | round_name | default('x') }}",
        "{{ trigger.round or 'x' }}",
        "{{ trigger.round if trigger.round else 'x' }}",
        "{% for one in trigger.investors %}{{ one }}{% endfor %}",
        "{% set r = trigger.round | default('x') %}{{ r }}",
        "{% set r = trigger.round %}{% if r %}{{ r }}{% endif %}",
        "{% if account.measure %}{{ account.measure.name }}{% endif %}",
        "{{ today | month }}{{ evidence.publisher }}{{ contact.language }}",
    ],
)
def test_a_guarded_field_is_safe(body: str) -> None:
    assert tree_codes(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "{{ trigger.round }}",
        "{{ trigger.round | upper }}",
        "{% if case %}x{% else %}{{ case.who }}{% endif %}",
        "{% if case.who or case.way %}{{ case.who }}{% endif %}",
        "{% if trigger.round %}{{ trigger.place }}{% endif %}",
        "{% set r = trigger.round %}{{ r }}",
        "{{ account.industry | default(trigger.place) }}",
        "{{ trigger.round ~ 'x' }}",
        "{{ account.measure.name }}",
        "{% if trigger.round != 'B' %}{{ trigger.round }}{% endif %}",
    ],
)
def test_an_unguarded_field_is_tpl004_once(body: str) -> None:
    assert tree_codes(body) == [("TPL004", 8)]


def test_a_required_field_is_safe() -> None:
    assert tree_codes("{{ trigger.round }}{{ case.who }}", requires="trigger.round, case.who") == []


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("\n{{ trigger.amout }}", [("TPL002", 9)]),
        ("{{ amount }}", [("TPL002", 8)]),
        ("{% if contact.frist_name %}x{% endif %}", [("TPL002", 8)]),
        ("{% for x in trigger.investers %}x{% endfor %}", [("TPL002", 8)]),
        ("{% set a = account.name %}{{ a.b }}", [("TPL002", 8)]),
        ("{{ account.name | shout }}", [("TPL003", 8)]),
        ("{% macro a() %}{% endmacro %}", [("TPL003", 8)]),
        ("{% foo %}", [("TPL003", 8)]),
        ("{{ account.name | shout", [("TPL003", 8)]),
        ("{{ account.name", [("TPL001", 8)]),
        ("{% beat x %}", [("TPL001", 8)]),
        ("{{ account.name is odd }}", [("TPL003", 8)]),
    ],
)
def test_unknown_names_are_found_with_their_line(body: str, codes: list[tuple[str, int]]) -> None:
    assert tree_codes(body) == codes


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("{% beat a %}\n{% beat b %}x{% endbeat %}", 7, "this beat is never closed: put {% endbeat %}"),
        ("{% beat a %}\nx{% endif %}{% endbeat %}", 8, "{% endbeat %} is wanted, for the beat of line 7"),
        ("{% if case.who %}\nx{% end %}", 8, "{% endif %} is wanted, for the if of line 7"),
        ("x{% endif %}", 7, "nothing is open"),
        ("x{% else %}y", 7, "outside of a condition"),
        ("{% set x %}\ny", 7, "this set is never closed"),
        ('{% set x = "a" %}{% if x = "a" %}y{% endif %}', 7, "== compares"),
        ("{% if case.who %}x{% else if case.way %}y{% endif %}", 7, "{% elif … %}"),
        ("{{ account.name writes", 7, '"writes" is too much'),
        ("{{ account.name }", 7, '"}" closes nothing'),
        ("{{ account.name | default(“x”) }}", 7, "“ is curly"),
        ("{{ account.name & x }}", 7, '"&" means nothing'),
        ("{{ }}", 7, "name a field"),
        ('{% beat "a" %}x{% endbeat %}', 7, "without quotes"),
        ("{# x", 7, "put #} behind it"),
    ],
)
def test_what_cannot_be_parsed_is_told_in_our_words(body: str, line: int, words: str) -> None:
    story = load(f"---\nid: x\nevent: funding\nlanguage: en\nsubject: s\n---\n{body}")
    assert isinstance(story, Story)
    (found,) = [one for one in check(story).findings if one.code == "TPL001"]

    assert (found.line, words in found.message) == (line, True), found.message


def test_an_unknown_field_has_a_column_and_a_suggestion() -> None:
    story = load("---\nid: x\nevent: funding\nlanguage: en\nsubject: s\n---\nYour {{ trigger.amout }}.")
    assert isinstance(story, Story)
    (finding,) = check(story).findings

    assert isinstance(finding, Finding)
    assert (finding.line, finding.column) == (7, 9)
    assert 'did you mean "trigger.amount"' in finding.message
