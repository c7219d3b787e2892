"""A brief and a story to tell in tests: Acme is the target, Ines reads, Mara's people write."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from campaigns.story.format import Story, load
from campaigns.story.render import render
from campaigns.types import Brief, BriefValue, Finding, Known, Rendered
from campaigns.workspace import Level

VALUES: dict[str, BriefValue] = {
    "account.name": "Acme Robotics GmbH", "account.short_name": "Acme", "account.employees": 1240,
    "contact.name": "Ines Albrecht", "contact.first_name": "Ines", "contact.language": "en", "contact.role": "VP Sales",
    "trigger.kind": "funding", "trigger.date": date(2026, 3, 2), "trigger.status": "announced", "trigger.round": "B",
    "trigger.amount": Decimal(25_000_000), "trigger.currency": "USD", "trigger.investors": ("Alder", "Beech", "Cedar"),
    "evidence.publisher": "The Post", "evidence.title": "Acme raises", "evidence.url": "https://post.example/a",
    "evidence.date": date(2026, 3, 2), "sender.name": "Mara Lind", "sender.first_name": "Mara",
    "sender.company": "Tidewell", "sender.signature": "Mara Lind", "concern.level": "outcomes",
    "concern.statement": "new sellers take half a year to find their feet", "concern.heard_on": date(2025, 11, 4),
    "concern.heard_by": "Otto Berg", "today": date(2026, 3, 4),
}  # fmt: skip


def brief(**changes: BriefValue | None) -> Brief:
    """The brief with changes by path, `_` for the first dot; None takes a field out."""
    values = dict(VALUES)
    for name, value in changes.items():
        path = name.replace("__", ".") if name != "today" else name
        values.pop(path, None)
        if value is not None:
            values[path] = value
    return Brief({path: Known(value, f"origin:{path}") for path, value in values.items()}, level=Level.OUTCOMES)


def story(body: str, *, head: str = "", subject: str = "For {{ contact.first_name }}", language: str = "en") -> Story:
    """A story of one free text; `head` holds more lines of front matter."""
    text = f"---\nid: x\nevent: funding\nlanguage: {language}\nshape: note\nsubject: '{subject}'\n{head}---\n{body}"
    loaded = load(text)
    assert isinstance(loaded, Story), loaded
    return loaded


def told(body: str, *, language: str = "en", **changes: BriefValue | None) -> Rendered:
    """The body told with the brief; fails where it cannot be told."""
    result = render(story(body, language=language), brief(**changes))
    assert isinstance(result, Rendered), result
    return result


def refused(body: str, **changes: BriefValue | None) -> list[Finding]:
    """The findings of a body that cannot be told."""
    result = render(story(body), brief(**changes))
    assert isinstance(result, list), result
    return result


def bound(rendered: Rendered) -> dict[str, tuple[str, ...]]:
    """Bound texts of a rendering with their paths."""
    return {part.text: part.paths for part in rendered.segments if part.paths}


def literal(rendered: Rendered) -> str:
    """The literal text of a rendering, joined."""
    return "|".join(part.text.strip() for part in rendered.segments if not part.paths and part.text.strip())
