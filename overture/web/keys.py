"""The keyboard map. `static/keys.json` is the one place where keys stand; help, buttons, script and tests read it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).parent / "static" / "keys.json"
OFF = "off"
# Which scopes are alive at the same time; a key may stand in two scopes that never meet.
TOGETHER = tuple(("global", scope) for scope in ("list", "draft", "edit", "story-page", "story", "campaign-page"))
SCOPES = {
    "global": "Everywhere", "list": "In the list", "draft": "On a draft", "edit": "While editing",
    "story": "Writing a story", "story-page": "On a story", "campaign-page": "On a campaign",
}  # fmt: skip
_SINGLE = re.compile(r"(Shift\+[A-Z]|\S)( (Shift\+[A-Z]|\S))?")
_PRINTED = {"Escape": "Esc", "ArrowDown": "↓", "ArrowUp": "↑"}


@dataclass(frozen=True, slots=True)
class Action:
    action: str
    scope: str
    keys: tuple[str, ...]
    label: str
    goto: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The keys of one person: a preset, and what they changed of it, as (action, key); an empty key is off."""

    preset: str = "default"
    own: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Keymap:
    """All actions in order, and how the presets differ from the default."""

    actions: tuple[Action, ...]
    presets: Mapping[str, Mapping[str, tuple[str, ...]]]

    def of(self, choice: Choice) -> tuple[Action, ...]:
        """The actions with the keys of this person; with `off` no single key is left, only those with a modifier."""
        if choice.preset == OFF:
            return tuple(replace(one, keys=tuple(filter(_is_chord, one.keys))) for one in self.actions)
        changed, own = self.presets.get(choice.preset, {}), dict(choice.own)
        actions = (replace(one, keys=changed.get(one.action, one.keys)) for one in self.actions)
        return tuple(replace(one, keys=_own_keys(one, own)) if one.action in own else one for one in actions)

    def as_json(self, choice: Choice) -> str:
        """For a data block in a page: `<` is escaped, so no text can close the block."""
        rows = [
            {"action": a.action, "scope": a.scope, "keys": a.keys, "label": a.label, "goto": a.goto}
            for a in self.of(choice)
        ]
        return json.dumps(rows, ensure_ascii=False).replace("<", "\\u003c")


def _is_chord(key: str) -> bool:
    return key.startswith("Mod+") or key == "Escape"


def is_single(key: str) -> bool:
    """A key that writes when it is typed, alone, with Shift, or one after another: those a person may change."""
    return bool(_SINGLE.fullmatch(key))


def _own_keys(action: Action, own: Mapping[str, str]) -> tuple[str, ...]:
    """The person's key before those that write nothing, as arrows and chords, which stay."""
    stays = tuple(key for key in action.keys if not is_single(key))
    return (own[action.action], *stays) if own[action.action] else stays


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
_DEFAULT = Choice()


def duplicates(keymap: Keymap, choice: Choice) -> list[str]:
    """Keys that would do two things at once, and keys that would never be reached behind the first of two."""
    return [f"{where}: {key}" for where, key, _ in clashes(keymap.of(choice))]


def clashes(actions: Sequence[Action]) -> list[tuple[str, str, tuple[Action, ...]]]:
    """Scopes, key, and the actions that it would do."""
    found: list[tuple[str, str, tuple[Action, ...]]] = []
    for scopes in TOGETHER:
        by_key: dict[str, list[Action]] = {}
        for one in (one for one in actions if one.scope in scopes):
            for key in one.keys:
                by_key.setdefault(key, []).append(one)
        for key in [key for key in by_key if " " in key and key.split()[0] in by_key]:
            by_key[key.split()[0]].extend(by_key[key])
        several = ((key, tuple(does)) for key, does in by_key.items() if len(does) > 1 and key != "Escape")
        found.extend(("+".join(scopes), key, does) for key, does in several)
    return found


def printed(action: str, choice: Choice = _DEFAULT) -> str:
    """The key as it stands on a button; empty where the person has none. An unknown action raises `KeyError`."""
    return _all_printed(choice)[action]


@lru_cache(maxsize=256)
def _all_printed(choice: Choice) -> Mapping[str, str]:
    return {one.action: spoken(one.keys[0]) if one.keys else "" for one in KEYMAP.of(choice)}


def known(preset: str) -> str:
    """This preset, or the default where there is none of that name."""
    return preset if preset in KEYMAP.presets or preset == OFF else "default"


@lru_cache(maxsize=256)
def keymap_json(choice: Choice) -> str:
    """`as_json` of the one keymap, for the keys of a person; every page asks for it."""
    return KEYMAP.as_json(choice)


def spoken(key: str) -> str:
    """As people read it: `Ctrl k`, `g q`."""
    *held, last = key.split("+") if len(key) > 1 else [key]
    return " ".join([*("Ctrl" if one == "Mod" else one for one in held), _PRINTED.get(last, last)])
