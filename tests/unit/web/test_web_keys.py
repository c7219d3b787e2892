"""The keyboard map: one file, no key twice, every act reachable otherwise."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from overture.web import keys

WEB = Path(keys.__file__).parent
SCRIPTS = "".join(path.read_text() for path in sorted((WEB / "static" / "js").glob("*.js")))
TEMPLATES = "".join(path.read_text() for path in sorted((WEB / "templates").glob("*.html")))
PRESETS = ("default", "gmail", "prodigy", keys.OFF)


@pytest.mark.parametrize("preset", PRESETS)
def test_no_key_does_two_things_at_once(preset: str) -> None:
    assert keys.duplicates(keys.KEYMAP, preset) == []


def test_a_duplicate_would_be_found() -> None:
    both = keys.Keymap((keys.Action("one", "global", ("a",), "One"), keys.Action("two", "draft", ("a",), "Two")), {})
    assert keys.duplicates(both, "default") == ["global+draft: a"]


def test_every_action_does_something() -> None:
    bound = set(re.findall(r'\bact\("(\w+)"', SCRIPTS))
    assert {one.action for one in keys.KEYMAP.actions if one.goto is None} - bound == set()


def test_presets_name_known_actions() -> None:
    known = {one.action for one in keys.KEYMAP.actions}
    assert all(set(changed) <= known for changed in keys.KEYMAP.presets.values())


def test_nothing_hangs_on_backspace_or_delete() -> None:
    assert not any(
        key in ("Backspace", "Delete") for preset in PRESETS for one in keys.KEYMAP.of(preset) for key in one.keys
    )


def test_switched_off_leaves_only_chords_and_escape() -> None:
    left = {key for one in keys.KEYMAP.of(keys.OFF) for key in one.keys}
    assert all(key.startswith("Mod+") or key == "Escape" for key in left)


@pytest.mark.parametrize(
    "action", ["approve", "edit", "reject", "snooze", "comment", "undo", "help", "search", "palette", "save"]
)
def test_the_key_of_a_review_act_is_printed_on_its_button(action: str) -> None:
    assert f"ui.kbd(shell, '{action}')" in TEMPLATES
    assert keys.printed(action)


def test_an_unknown_action_cannot_be_printed() -> None:
    with pytest.raises(KeyError):
        keys.printed("fly")


def test_the_data_block_cannot_be_closed_from_within() -> None:
    wild = keys.Keymap((keys.Action("x", "global", ("x",), "</script><script>alert(1)"),), {})
    text = wild.as_json("default")
    assert "<" not in text
    assert json.loads(text)[0]["label"].startswith("</script>")
