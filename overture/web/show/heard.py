"""The forms of "What I heard": what was typed, what is wrong with it, and the values it stands for. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from campaigns.workspace import Concern, Level, WhyTheyCare
from overture.config import values
from overture.config.people import concern_id

LEVELS: tuple[tuple[Level, str, str], ...] = (
    (Level.MAKES_THEIR_DAY, "Makes their day", "what they hope for themselves"),
    (Level.OUTCOMES, "Outcomes", "what their work is measured by"),
    (Level.RESPONSIBILITIES, "Responsibilities", "what they answer for"),
    (Level.TASKS, "Tasks", "what they do all day"),
    (Level.BROKEN, "Broken", "what does not work"),
)
WHYS: tuple[tuple[WhyTheyCare, str, str], ...] = (
    (WhyTheyCare.NEED_US, "Needs us", "it would hurt to be without us"),
    (WhyTheyCare.OK, "It’s ok", "we are one of many tools"),
    (WhyTheyCare.WHO_ARE_YOU, "Who are you?", "they hardly know that they have us"),
)


@dataclass(frozen=True, slots=True)
class HeardForm:
    """As it was typed; `by` is an id of ours or empty."""

    who: str = ""
    statement: str = ""
    level: str = ""
    aloud: bool = False
    kind: str = "concern"
    quote: str = ""
    source: str = ""
    on: str = ""
    by: str = ""


Problems = dict[str, str]


def checked(form: HeardForm, *, today: date) -> Problems:
    """What is wrong with what was typed, by field; whether there is such a contact is for the database to say."""
    found: Problems = {}
    if not form.who.strip():
        found["who"] = "Say who told you: a name, an address or an id."
    if len(form.statement.split()) < 2:
        found["statement"] = "Write what they said, so that it can follow “that”."
    elif (wrong := _prose_fault(form.statement)) is not None:
        found["statement"] = wrong
    if form.level not in set(Level):
        found["level"] = "Choose what it is about for them."
    day_problem = day_fault(form.on, today=today)
    return found | ({"on": day_problem} if day_problem else {})


def _prose_fault(text: str) -> str | None:
    try:
        values.prose(text)
    except ValueError as error:
        return f"It is too long: {error}."
    return None


def day_fault(text: str, *, today: date) -> str | None:
    """None for an empty day, which means today."""
    if not text.strip():
        return None
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return "Write the day like 2026-03-31."
    return "That day is still to come." if day > today else None


def day_of(text: str, *, today: date) -> date:
    return date.fromisoformat(text.strip()) if text.strip() else today


def concern_of(form: HeardForm, contact_id: str, *, today: date) -> Concern:
    """The concern that a checked form stands for."""
    level, text, day = Level(form.level), values.prose(form.statement), day_of(form.on, today=today)
    kind: Literal["concern", "aspiration"] = "aspiration" if form.kind == "aspiration" else "concern"
    return Concern(
        id=concern_id(contact_id, level, text, day),
        contact_id=contact_id,
        level=level,
        statement=text,
        heard_on=day,
        kind=kind,
        heard_by=form.by or None,
        quote=values.prose(form.quote) or None,
        source=values.prose(form.source) or None,
        shareable=form.aloud,
    )


def me(user: Any, ours: Sequence[Mapping[str, Any]]) -> str:
    """The one of us who is signed in, where their names agree; else nobody."""
    fits = (one["id"] for one in ours if user.id == one["id"] or user.name == one["name"])
    return next(fits, "")
