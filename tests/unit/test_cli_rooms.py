"""Every verb of the command line lives in one room."""

from __future__ import annotations

from collections import Counter

from overture.cli.main import ROOMS, make_app


def test_no_two_rooms_share_a_verb() -> None:
    verbs = Counter(verb for verbs in ROOMS.values() for verb in verbs)
    assert [verb for verb, count in verbs.items() if count > 1] == []


def test_every_verb_that_is_registered_is_found_by_its_name() -> None:
    app = make_app()
    registered = {command.name for command in app.registered_commands} | {one.name for one in app.registered_groups}
    assert registered == {verb for verbs in ROOMS.values() for verb in verbs}
