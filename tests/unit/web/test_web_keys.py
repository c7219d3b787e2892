"""The keyboard map: one file, no key twice, every act reachable otherwise."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from overture.db.users import User
from overture.web import keys, own_keys
from overture.web.keys import Choice
from overture.web.own_keys import Wrong, take

WEB = Path(keys.__file__).parent
SCRIPTS = "".join(path.read_text() for path in sorted((WEB / "static" / "js").glob("*.js")))
TEMPLATES = "".join(path.read_text() for path in sorted((WEB / "templates").glob("*.html")))
ALIKE = ("approve", "reject", "snooze", "assign")
PRESETS = tuple(Choice(one) for one in ("default", "gmail", "prodigy", keys.OFF))


@pytest.mark.parametrize("preset", PRESETS, ids=lambda one: one.preset)
def test_no_key_does_two_things_at_once(preset: Choice) -> None:
    assert keys.duplicates(keys.KEYMAP, preset) == []


def test_a_duplicate_would_be_found() -> None:
    both = keys.Keymap((keys.Action("one", "global", ("a",), "One"), keys.Action("two", "draft", ("a",), "Two")), {})
    assert keys.duplicates(both, Choice()) == ["global+draft: a"]


def test_every_action_does_something() -> None:
    bound = set(re.findall(r'\bact\("(\w+)"', SCRIPTS))
    assert {one.action for one in keys.KEYMAP.actions if one.goto is None} - bound == set()


def test_presets_name_known_actions() -> None:
    known = {one.action for one in keys.KEYMAP.actions}
    assert all(set(changed) <= known for changed in keys.KEYMAP.presets.values())


@pytest.mark.parametrize("preset", PRESETS, ids=lambda one: one.preset)
def test_one_draft_and_several_are_decided_by_the_same_keys(preset: Choice) -> None:
    of = {one.action: one.keys for one in keys.KEYMAP.of(preset)}
    assert [of[one] for one in ALIKE] == [of[f"bulk_{one}"] for one in ALIKE]


def test_nothing_hangs_on_backspace_or_delete() -> None:
    assert not any(
        key in ("Backspace", "Delete") for preset in PRESETS for one in keys.KEYMAP.of(preset) for key in one.keys
    )


def test_switched_off_leaves_only_chords_and_escape() -> None:
    left = {key for one in keys.KEYMAP.of(Choice(keys.OFF)) for key in one.keys}
    assert all(key.startswith("Mod+") or key == "Escape" for key in left)


@pytest.mark.parametrize(
    "action",
    [
        "approve", "edit", "reject", "snooze", "take", "assign", "comment", "why", "article", "changes", "variant",
        "copy", "back", "undo", "help", "search", "palette", "save", "save_approve", "leave_edit",
    ],
)  # fmt: skip
def test_the_key_of_a_review_act_is_printed_on_its_button(action: str) -> None:
    assert f"ui.kbd(shell, '{action}')" in TEMPLATES
    assert keys.printed(action)


def test_an_unknown_action_cannot_be_printed() -> None:
    with pytest.raises(KeyError):
        keys.printed("fly")


def test_the_data_block_cannot_be_closed_from_within() -> None:
    wild = keys.Keymap((keys.Action("x", "global", ("x",), "</script><script>alert(1)"),), {})
    text = wild.as_json(Choice())
    assert "<" not in text
    assert json.loads(text)[0]["label"].startswith("</script>")


# --- keys of one person -------------------------------------------------------------------------------------------


def test_the_first_of_two_keys_cannot_be_a_key_by_itself() -> None:
    both = keys.Keymap((keys.Action("one", "global", ("g q",), "One"), keys.Action("two", "draft", ("g",), "Two")), {})
    assert keys.duplicates(both, Choice()) == ["global+draft: g"]


def test_a_changed_key_takes_the_place_of_the_usual_one_and_leaves_arrows() -> None:
    own = take("default", {"approve": "b", "next_row": "N", "reject": " ", "help": "?", "undo": "z"})
    assert own == {"approve": "b", "next_row": "Shift+N", "reject": ""}
    mara = User("mara", "Mara Lind", "reviewer", None, {"keys": {"default": own, "gmail": {"approve": "y"}}})
    mine = {one.action: one.keys for one in keys.KEYMAP.of(own_keys.choice_of(mara))}
    assert [mine[one] for one in ("approve", "next_row", "reject", "help")] == [
        ("b",), ("Shift+N", "ArrowDown"), (), ("?",)
    ]  # fmt: skip
    assert keys.printed("approve", own_keys.choice_of(mara)) == "b"


@pytest.mark.parametrize("typed", ["Backspace", "Ctrl+b", "abc", "a b c", "Mod+b"])
def test_what_is_no_single_key_is_refused(typed: str) -> None:
    wrong = take("default", {"approve": typed})
    assert isinstance(wrong, Wrong)
    assert wrong.by_action["approve"].startswith("One character")


@pytest.mark.parametrize(("typed", "other"), [("r", "Reject"), ("z", "Undo the last decision"), ("g", "Go to Queue")])
def test_a_key_that_is_taken_is_refused_and_both_are_named(typed: str, other: str) -> None:
    wrong = take("default", {"approve": typed})
    assert isinstance(wrong, Wrong)
    assert set(wrong.by_action) == {"approve"}
    assert "“Approve and next”" in wrong.by_action["approve"]
    assert other in wrong.by_action["approve"]


def test_two_that_change_places_are_fine() -> None:
    assert take("default", {"approve": "r", "reject": "a"}) == {"approve": "r", "reject": "a"}


@pytest.mark.parametrize(
    "stored", [{"default": {"fly": "f", "save": "b", "approve": "Backspace"}}, [], {"default": {}}]
)
def test_what_was_kept_and_makes_no_sense_any_more_is_left_out(stored: object) -> None:
    user = User("mara", "Mara Lind", "reviewer", None, {"keys": stored})
    assert own_keys.choice_of(user) == Choice()
