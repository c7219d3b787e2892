"""Stories told in a child process that can be killed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from support.stories import brief, story

from campaigns.story.format import Story
from campaigns.story.jailed import Late, render_jailed
from campaigns.story.render import render
from campaigns.types import Aborted, Rendered
from overture.jail import ChildJail
from triggers.ports import JailFailure


@pytest.fixture(scope="module")
def jail() -> Iterator[ChildJail]:
    with ChildJail(children=1) as jail:
        yield jail


def test_the_jail_tells_exactly_what_is_told_outside(jail: ChildJail) -> None:
    tale = story(
        "Hello {{ contact.first_name }}, {{ trigger.amount | money }} of {{ trigger.investors | join(', ') }}."
    )

    assert render_jailed(jail, tale, [("ines", brief())]) == [render(tale, brief(), key="ines")]


def test_many_briefs_come_back_in_order(jail: ChildJail) -> None:
    briefs = [(str(number), brief(contact__first_name=f"Name{number}")) for number in range(120)]

    bodies = [
        one.body for one in render_jailed(jail, story("{{ contact.first_name }}"), briefs) if isinstance(one, Rendered)
    ]

    assert bodies == [f"Name{number}" for number in range(120)]


def test_endings_and_findings_cross_the_border(jail: ChildJail) -> None:
    assert render_jailed(jail, story("{% abort 'no' %}"), [("", brief())]) == [Aborted("no")]
    (found,) = render_jailed(jail, story("{{ trigger.place }}"), [("", brief())])
    assert isinstance(found, list)
    assert found[0].code == "TPL004"


@pytest.mark.parametrize("body", ["{{ 2**(2**34) }}", "{{ ('A' * 10**9) | length }}", "{% if 1 %}" * 900])
def test_a_bomb_is_a_finding_and_the_jail_goes_on(jail: ChildJail, body: str) -> None:
    (found,) = render_jailed(jail, story(body), [("", brief())])

    assert isinstance(found, list)
    assert found[0].code in ("TPL005", "TPL001")
    assert isinstance(render_jailed(jail, story("fine"), [("", brief())])[0], Rendered)


class DyingJail:
    """A jail that dies whenever a batch holds the brief of Globex."""

    def __init__(self, inner: ChildJail) -> None:
        self.inner, self.calls = inner, 0

    def call(self, function: str, payload: dict[str, Any], *, seconds: float, megabytes: int) -> Any:
        self.calls += 1
        names = [one["brief"]["account"]["name"]["value"] for one in payload["briefs"]]
        if "Globex" in names:
            return JailFailure("time", "no answer within 2 seconds")
        return self.inner.call(function, payload, seconds=seconds, megabytes=megabytes)


class BusyJail:
    """A jail that never gets round to it."""

    def call(self, function: str, payload: dict[str, Any], *, seconds: float, megabytes: int) -> Any:
        return JailFailure("late", "no answer within 30 seconds")


def test_a_busy_machine_is_no_finding_against_a_story() -> None:
    with pytest.raises(Late):
        render_jailed(BusyJail(), story("fine"), [("", brief())])


def test_one_bad_brief_costs_only_its_own_rendering(jail: ChildJail) -> None:
    tale: Story = replace(story("{{ account.name }}"), file="x.en.j2")
    briefs = [("a", brief()), ("b", brief(account__name="Globex")), ("c", brief())]

    first, second, third = render_jailed(DyingJail(jail), tale, briefs)

    assert isinstance(first, Rendered)
    assert isinstance(third, Rendered)
    assert isinstance(second, list)
    assert (second[0].code, second[0].file) == ("TPL005", "x.en.j2")
