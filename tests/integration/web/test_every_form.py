"""Hostile words typed into every field of every form: kept as words or refused as words, and nothing runs after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine
from support.forms import Form, forms_of
from support.markup import Watcher
from support.poison import EVERY, LONG, PAYLOADS, mixed
from support.web import Site, Visitor
from support.writing import writing

from overture.jail import ChildJail
from overture.jobs.source_desk import SourceDesk

PAGES = [
    "/queue?tab=unassigned", "/drafts/1", "/drafts/1/edit", "/triggers", "/triggers/1", "/nos", "/nos?by=rule",
    "/nos/what-if?campaign=money", "/questions", "/sources", "/sources/new", "/sources/import", "/accounts",
    "/accounts/acme", "/ask", "/ask?q=tie:any", "/heard", "/heard?account=acme", "/promises", "/cases", "/stories",
    "/stories/raised", "/stories/raised/edit", "/stories/new?id=fresh&event=ipo", "/campaigns", "/campaigns/money",
    "/campaigns/money/edit", "/campaigns/new?id=fresh", "/review", "/audit", "/settings",
    "/settings/delivery", "/settings/do-not-contact", "/settings/webhook", "/search?q=acme", "/help",
]  # fmt: skip
# What would end the walk, or lead out of it.
_LEFT_OUT = ("/logout", "/settings/password")
# Likely words for the fields beside the one that is tried, so that the form is read to its end.
_LIKELY = {"email": "x@acme.example", "account": "acme", "contact": "jo", "to": "acme", "who": "jo", "id": "fresh",
           "on": "2026-11-19", "due": "2026-12-19", "password": "a long password",
           "url": "https://courier.example/feed"}  # fmt: skip
PARTS = 4


@pytest.fixture
def office(sqlite_database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Site]:
    with writing(sqlite_database, tmp_path, jail=jail) as found:
        given = replace(found.site.services, sources=SourceDesk(found.line.services))
        with Site(given) as site:
            yield site


def test_words_in_all_fields_at_once_stay_words(office: Site) -> None:
    ada = office.visitor("ada")
    sent = [_send(ada, form, {}, PAYLOADS[0]) for form in _forms(ada)]
    assert len(sent) > 20
    assert [mistake for mistakes in sent for mistake in mistakes] == []
    assert _look_around(ada) == []


@pytest.mark.full
def test_a_long_word_in_all_fields_stays_a_word(office: Site) -> None:
    ada = office.visitor("ada")
    assert [mistake for form in _forms(ada) for mistake in _send(ada, form, {}, LONG)] == []
    assert _look_around(ada) == []


@pytest.mark.full
@pytest.mark.parametrize("turn", range(PARTS))
def test_words_in_any_one_field_stay_words(office: Site, turn: int) -> None:
    """Of all payloads a fourth at once, in each turn another fourth: after them every field has been sent them all."""
    ada, words = office.visitor("ada"), mixed(EVERY, PARTS, turn)
    fields = ((form, name) for form in _forms(ada) for name in [*form.open_, *form.choices])
    sent = [
        _send(ada, form, dict.fromkeys({*form.open_} - {name}, ""), words(cell), name)
        for cell, (form, name) in enumerate(fields)
    ]
    assert len(sent) > 60
    assert [mistake for mistakes in sent for mistake in mistakes] == []
    assert _look_around(ada) == []


def _forms(ada: Visitor) -> Iterator[Form]:
    for path in PAGES:
        for form in forms_of(ada.get(path).text):
            if form.method == "post" and form.action not in _LEFT_OUT:
                yield form


def _look_around(ada: Visitor) -> list[str]:
    """Every page once more, with what was taken on it."""
    found: list[str] = []
    for path in PAGES:
        answer = ada.get(path)
        assert answer.status_code in (200, 404) or "/new?" in path, path  # what was new may be there now
        found += _look(answer.text, path)
    return found


def _send(ada: Visitor, form: Form, others: dict[str, str], payload: str, only: str | None = None) -> list[str]:
    """Send the form with the payload in the field `only`, else in all that take words; what went wrong."""
    words = {name: _LIKELY.get(name, "Acme") if name in others else payload for name in form.open_}
    given = {**form.choices, **words, **form.fixed, **({only: payload} if only else {})}
    answer = ada.http.post(form.action, data=given)
    place = f"{form.action} {only or 'all'}"
    if answer.status_code >= 500 and answer.status_code != 503:
        return [f"{place} answered {answer.status_code}"]
    if "pwned" in answer.headers.get("set-cookie", ""):
        return [f"{place} set a cookie"]
    return _look(answer.text, place) if "html" in answer.headers.get("content-type", "") else []


def _look(markup: str, place: str) -> list[str]:
    watcher = Watcher()
    watcher.feed(markup)
    return [f"{place}: {found}" for found in watcher.found]
