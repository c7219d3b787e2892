"""Templates by somebody who means harm, or does not know better: each ends as a finding or as inert text, soon."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from support.stories import brief, story

from campaigns.story.format import load
from campaigns.story.lint import lint_story
from campaigns.story.render import render
from campaigns.types import Aborted, Rendered

SECONDS = 20.0  # of the processor: what is not stopped takes hours
ESCAPES = [
    "{{ account.__class__ }}", "{{ account['__class__'] }}", "{{ account.name.__class__.__mro__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ account | attr('name') }}", "{{ account.fields }}",
    "{{ account.name.paths }}", "{{ account.name.value }}", "{{ self }}", "{{ self._TemplateReference__context }}",
    "{{ range(3) }}", "{{ lipsum(n=1000) }}", "{{ cycler('a') }}", "{{ joiner() }}", "{{ dict(a=1) }}",
    "{{ namespace(a=1) }}", "{{ '%s' % account.name }}", "{{ '{0.__class__}'.format(account) }}",
    "{{ '{x}'.format_map(account) }}", "{{ ['{0}'] | map('format', account) | list }}", "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}", "{% from 'os' import path %}", "{% extends 'x' %}", "{% block x %}{% endblock %}",
    "{% macro m() %}{% endmacro %}{{ m() }}", "{% call m() %}{% endcall %}", "{% filter upper %}x{% endfilter %}",
    "{% autoescape true %}{% endautoescape %}", "{% with a = 1 %}{% endwith %}", "{% do account.clear() %}",
    "{% debug %}", "{% trans %}x{% endtrans %}", "{{ account.get('name') }}",
    "{{ loop }}", "{{ !say }}", "{{ account.name | !say(1) }}", "{{ caller() }}", "{{ request }}", "{{ today.year }}",
    "{{ today.__class__ }}", "{% for x in account %}{{ x }}{% endfor %}", "{% set x.y = 1 %}", "{{ {'a': 1} }}",
    "{{ account.name is callable }}", "{{ (1).real }}", "{{ none.__class__ }}", "{{ true.__class__ }}",
]  # fmt: skip
BOMBS = [
    "{{ ('A' * 10**9) | length }}", "{{ 2**(2**34) }}", "{{ 10**400 }}", "{{ 9**9**9 }}", "{{ [[1] * 9999] * 9999 }}",
    "{{ 'a' * 99999 in 'b' * 99999999 }}", "{% set a = 'aaaaaaaa' %}" + "{% set a = a ~ a %}" * 60 + "{{ a }}",
    "{% set a = 'aaaaaaaa' %}" + "{% set a = a + a %}" * 60 + "{{ a }}",
    "{% set a = ['a'] %}" + "{% set a = [a, a] %}" * 60 + "{{ a == a }}",
    "{% for a in account.name %}" * 8 + "x" + "{% endfor %}" * 8,
    "{% for a in trigger.investors %}" * 19 + "x" + "{% endfor %}" * 19, "{% if 1 %}" * 600 + "x" + "{% endif %}" * 600,
    "{{ " + "(" * 2000 + "1" + ")" * 2000 + " }}", "{{ " + "[" * 900 + "]" * 900 + " }}", "{{ " + "-" * 4000 + "1 }}",
    "{{ 1" + " + 1" * 6000 + " }}", "{{ 9" + "9" * 6000 + " }}", "{{ account.name" + " | upper" * 3000 + " }}",
    "x" * 30_000, "{{ " + "not " * 5000 + "1 }}", "{{ evidence.title" + " ~ evidence.title" * 3000 + " }}",
]  # fmt: skip


def error_codes(text: str) -> set[str]:
    return {finding.code for finding in lint_story(text) if finding.level == "error"}


def as_file(body: str) -> str:
    return f"---\nid: x\nevent: funding\nlanguage: en\nshape: note\nsubject: s\n---\n{body}"


@pytest.mark.parametrize("body", ESCAPES, ids=lambda body: body[:40])
def test_nothing_escapes_and_each_is_refused_by_name(body: str) -> None:
    result = render(story(body), brief())

    assert isinstance(result, list)
    assert result[0].code in {"TPL001", "TPL002", "TPL003", "TPL005"}
    assert error_codes(as_file(body)) & {"TPL001", "TPL002", "TPL003", "TPL005"}


@pytest.mark.parametrize("body", BOMBS, ids=lambda body: body[:40])
def test_a_bomb_ends_soon_as_a_finding(body: str) -> None:
    started = time.process_time()
    result = render(story(body), brief())
    codes = error_codes(as_file(body))

    assert time.process_time() - started < SECONDS
    assert isinstance(result, list)
    assert result[0].code in {"TPL005", "TPL001"}
    assert codes & {"TPL005", "TPL001"}


def test_a_story_cannot_change_what_the_next_one_is_told() -> None:
    known = brief()
    before = dict(known.values)
    render(story("{% set account = 'x' %}{% set contact = [] %}{{ account }}"), known)

    assert known.values == before
    result = render(story("{{ account.short_name }}"), known)
    assert isinstance(result, Rendered)
    assert result.body == "Acme"


def test_marks_in_the_story_itself_are_taken_out() -> None:
    result = render(story("{{ '\ue0000\ue001half\ue002' }} \ue0001\ue001half\ue002"), brief())

    assert isinstance(result, Rendered)
    assert all(not part.paths for part in result.segments)


def test_a_file_beyond_all_measure_is_refused_before_it_is_read() -> None:
    found = load("---\n" + "x" * 70_000)

    assert isinstance(found, list)
    assert found[0].code == "TPL005"


def hostile_samples() -> Path:
    folder = os.environ.get("OVERTURE_DATA")
    base = Path(folder) if folder else Path(__file__).resolve().parents[3] / "shared" / "data"
    return base / "hostile_samples.json"


@pytest.mark.skipif(not hostile_samples().exists(), reason="the collection of hostile samples is not beside the clone")
def test_the_collected_samples_end_as_findings_or_inert_text() -> None:
    collected = json.loads(hostile_samples().read_text("ascii"))["templates"]
    for kind, bodies in collected.items():
        for body in bodies:
            started = time.process_time()
            result = render(story(body), brief())
            assert time.process_time() - started < SECONDS, body
            assert isinstance(result, list), (kind, body)
            assert not isinstance(result, Aborted)
