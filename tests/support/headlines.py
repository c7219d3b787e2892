"""Short words for tests of the rules: what a headline tells them, without the network that weighs what they say."""

from __future__ import annotations

from triggers.detect import detect
from triggers.types import Detection, EventKind, Mention, Reading


def read(title: str, summary: str = "", **more: object) -> Detection:
    return detect(Reading(id="1", title=title, summary=summary, **more), rules_only=True)  # type: ignore[arg-type]


def told(kind: EventKind, title: str, summary: str = "") -> set[str]:
    """The companies of which the headline tells an event of this kind."""
    return {m.company for m in read(title, summary).mentions if m.kind is kind}


def only(title: str, summary: str = "") -> Mention:
    """The single event of a headline."""
    [mention] = read(title, summary).mentions
    return mention
