"""The keys that a person changed or switched off, kept with their preferences, each preset's by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Engine

from overture.db import users
from overture.db.engine import write
from overture.web import keys
from overture.web.keys import KEYMAP, Action, Choice

Own = dict[str, str]  # action -> key; empty where it is off


@dataclass(frozen=True, slots=True)
class Wrong:
    """What cannot be kept, by action, in words."""

    by_action: Mapping[str, str]


def choice_of(user: users.User) -> Choice:
    """This person's keys. What they changed once and is no action any more is left out."""
    preset = keys.known(str(user.preferences.get("shortcuts", "default")))
    stored = user.preferences.get("keys", {})
    changed = stored.get(preset, {}) if isinstance(stored, dict) else {}
    can = {one.action for one in changeable(preset)}
    good = ((name, key) for name, key in changed.items() if name in can and (not key or keys.is_single(key)))
    return Choice(preset, tuple(sorted(good)))


@lru_cache(maxsize=8)  # each page asks, for one of few presets
def changeable(preset: str) -> tuple[Action, ...]:
    """Actions that have a single key in this preset, or could have one; chords and Escape are the same for all."""
    if preset == keys.OFF:
        return ()
    return tuple(one for one in KEYMAP.of(Choice(preset)) if not one.keys or any(map(keys.is_single, one.keys)))


def own_key(action: Action) -> str:
    """The key of the action that a person may change; empty where there is none."""
    return next((key for key in action.keys if keys.is_single(key)), "")


def take(preset: str, typed: Mapping[str, str]) -> Own | Wrong:
    """What differs from the preset, by what was typed for each action; or what is wrong with it."""
    wanted = {one: _read(typed[one.action]) for one in changeable(preset) if one.action in typed}
    odd = {one.action: _ODD for one, key in wanted.items() if key and not keys.is_single(key)}
    own = {one.action: key for one, key in wanted.items() if key != own_key(one)}
    if odd:
        return Wrong(odd)
    twice: dict[str, str] = {}
    for _, key, does in keys.clashes(KEYMAP.of(Choice(preset, tuple(own.items())))):
        labels = " and ".join(f"“{one.label}”" for one in does)
        first = next(one.action for one in does if one.action in own)  # the preset alone has no clash
        twice[first] = f"{keys.spoken(key)} would be for {labels}."
    return Wrong(twice) if twice else own


_ODD = "One character, or two with a space between them; Shift+B for a capital."


def _read(typed: str) -> str:
    """`B` is Shift+B, and blanks around do not count."""
    parts = typed.replace("+ ", "+").split()
    return " ".join(f"Shift+{part}" if len(part) == 1 and part.isalpha() and part.isupper() else part for part in parts)


def keep(engine: Engine, user: users.User, preset: str, own: Own) -> None:
    """In the place of what was changed of this preset before."""
    stored = user.preferences.get("keys", {})
    others = {name: changed for name, changed in stored.items() if name != preset} if isinstance(stored, dict) else {}
    with write(engine) as connection:
        users.save_preferences(connection, user.id, {**user.preferences, "keys": {**others, preset: own}})
