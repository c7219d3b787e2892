"""The keyboard map. `static/keys.json` is the one place where keys stand; help, buttons, script and tests read it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "static" / "keys.json"
OFF = "off"
# Which scopes are alive at the same time; a key may stand in two scopes that never meet.
TOGETHER = tuple(("global", scope) for scope in ("list", "draft", "edit", "story-page", "story", "campaign-page"))
_PRINTED = {"Escape": "Esc", "ArrowDown": "↓", "ArrowUp": "↑"}


@dataclass(frozen=True, slots=True)
class Action:
    action: str
    scope: str
    keys: tuple[str, ...]
    label: str
    goto: str | None = None


@dataclass(frozen=True, slots=True)
class Keymap:
    """All actions in order, and how the presets differ from the default."""

    actions: tuple[Action, ...]
    presets: Mapping[str, Mapping[str, tuple[str, ...]]]

    def of(self, preset: str) -> tuple[Action, ...]:
        """The actions with the keys of `preset`; with `off` no single key is left, only those with a modifier."""
        if preset == OFF:
            return tuple(_without_single(action) for action in self.actions)
        changed = self.presets.get(preset, {})
        return tuple(
            Action(one.action, one.scope, changed.get(one.action, one.keys), one.label, one.goto)
            for one in self.actions
        )

    def as_json(self, preset: str) -> str:
        """For a data block in a page: `<` is escaped, so no text can close the block."""
        rows = [
            {"action": a.action, "scope": a.scope, "keys": a.keys, "label": a.label, "goto": a.goto}
            for a in self.of(preset)
        ]
        return json.dumps(rows, ensure_ascii=False).replace("<", "\\u003c")


def _without_single(action: Action) -> Action:
    keys = tuple(key for key in action.keys if key.startswith("Mod+") or key == "Escape")
    return Action(action.action, action.scope, keys, action.label, action.goto)


def load(path: Path = _FILE) -> Keymap:
    stored = json.loads(path.read_text(encoding="utf-8"))
    actions = tuple(
        Action(row["action"], row["scope"], tuple(row["keys"]), row["label"], row.get("goto"))
        for row in stored["actions"]
    )
    presets = {
        name: {action: tuple(keys) for action, keys in changed.items()} for name, changed in stored["presets"].items()
    }
    return Keymap(actions, presets)


KEYMAP = load()


def duplicates(keymap: Keymap, preset: str) -> list[str]:
    """Keys that would do two things at once."""
    found: list[str] = []
    for scopes in TOGETHER:
        keys = Counter(key for one in keymap.of(preset) if one.scope in scopes for key in one.keys if key != "Escape")
        found.extend(f"{'+'.join(scopes)}: {key}" for key, times in keys.items() if times > 1)
    return found


def printed(action: str, preset: str = "default") -> str:
    """The key as it stands on a button; empty where the preset has none. An unknown action raises `KeyError`."""
    return _all_printed(known(preset))[action]


@cache
def _all_printed(preset: str) -> Mapping[str, str]:
    return {one.action: spoken(one.keys[0]) if one.keys else "" for one in KEYMAP.of(preset)}


def known(preset: str) -> str:
    """This preset, or the default where there is none of that name."""
    return preset if preset in KEYMAP.presets or preset == OFF else "default"


@cache
def keymap_json(preset: str) -> str:
    """`as_json` of the one keymap, for a preset that is `known`; every page asks for it."""
    return KEYMAP.as_json(preset)


def spoken(key: str) -> str:
    *held, last = key.split("+") if len(key) > 1 else [key]
    return " ".join([*("Ctrl" if one == "Mod" else one for one in held), _PRINTED.get(last, last)])
