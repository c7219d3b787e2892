"""A sample brief in each language, so that a story can be linted and looked at before anything has happened.

The lint tells each story twice: with everything that a brief can hold, and with no more than the story requires.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from campaigns.story.fields import ALWAYS, prefixes
from campaigns.story.format import Story
from campaigns.story.grave import is_sensitive
from campaigns.types import Brief, BriefValue, Known
from campaigns.workspace import Level
from triggers.types import EventKind

_COMMON: dict[str, BriefValue] = {
    "account.name": "Larkfield Robotics", "account.short_name": "Larkfield", "account.domain": "larkfield.example",
    "account.country": "DE", "account.employees": 310, "account.lifecycle": "customer", "account.why_they_care": "ok",
    "account.measure.value": "12", "account.measure.on": date(2026, 9, 30), "account.day_one": date(2026, 2, 2),
    "account.renewal_on": date(2027, 2, 1), "contact.name": "Ines Albrecht", "contact.first_name": "Ines",
    "contact.last_name": "Albrecht", "contact.seniority": "vp", "contact.function": "sales",
    "trigger.date": date(2026, 11, 17), "trigger.status": "announced", "trigger.round": "B",
    "trigger.amount": Decimal(25_000_000), "trigger.currency": "USD", "trigger.investors": ("Alder Peak", "Nordlicht"),
    "trigger.person": "Tom Reuter", "trigger.side": "acquirer", "trigger.other_party": "Varnholt",
    "trigger.product": "Larkfield Pick", "evidence.url": "https://post.example/larkfield",
    "evidence.date": date(2026, 11, 17), "evidence.outlets": ("The Funding Post", "Robotics Weekly"),
    "sender.name": "Priya Nair", "sender.first_name": "Priya", "sender.company": "Tidewell",
    "sender.signature": "Priya Nair", "concern.level": "outcomes", "concern.heard_on": date(2026, 5, 14),
    "concern.heard_by": "Jonas Weber", "tie.teammate": "Jonas Weber", "tie.kind": "worked_with",
    "tie.since": date(2021, 3, 1), "tie.last_touch": date(2026, 5, 14), "promise.due": date(2026, 11, 24),
    "published.url": "https://tidewell.example/notes", "today": date(2026, 11, 19),
}  # fmt: skip
_SPOKEN: dict[str, dict[str, BriefValue]] = {
    "en": {
        "account.industry": "robotics", "account.measure.name": "weeks to a first sale", "contact.language": "en",
        "contact.salutation": "Ms", "contact.role": "VP Sales", "trigger.role": "Chief Revenue Officer",
        "trigger.place": "Lyon", "trigger.period": "the third quarter", "evidence.publisher": "The Funding Post",
        "evidence.title": "Larkfield raises $25M to rent out its picking robots",
        "evidence.quote": "Larkfield has raised $25 million in a Series B round.", "sender.title": "Head of Training",
        "concern.statement": "new sellers take half a year to find their feet", "interest.topic": "sales training",
        "case.who": "A maker of lifts in Graz",
        "case.where_they_were": "Their new sellers sat beside old ones and hoped.",
        "case.way": "They wrote down how their best calls went, one page a day.",
        "case.setback": "For two months they lost deals, and a good seller left.",
        "case.outcome": "A year on, new sellers sold in week eight.", "case.measure": "8 weeks, not 26",
        "promise.text": "You would get their plan within a week, mistakes included.",
        "published.title": "What new sellers ask in their first week", "published.about": "how new sellers start",
    },
    "de": {
        "account.industry": "Robotik", "account.measure.name": "Wochen bis zum ersten Abschluss",
        "contact.language": "de", "contact.salutation": "Frau", "contact.role": "Leiterin Vertrieb",
        "trigger.role": "Vertriebsvorstand", "trigger.place": "Lyon", "trigger.period": "das dritte Quartal",
        "evidence.publisher": "Gründer Wire", "evidence.title": "Larkfield holt sich 25 Millionen Dollar",
        "evidence.quote": "Larkfield hat 25 Millionen Dollar eingesammelt.", "sender.title": "Leiterin Training",
        "concern.statement": "neue Leute ein halbes Jahr brauchen, bis sie verkaufen", "interest.topic": "Training",
        "case.who": "Ein Hersteller von Aufzügen in Graz",
        "case.where_they_were": "Die Neuen saßen neben den Alten und hofften.",
        "case.way": "Sie schrieben auf, wie gute Gespräche liefen, jeden Tag eine Seite.",
        "case.setback": "Zwei Monate lang gingen Aufträge verloren, und ein guter Mann kündigte.",
        "case.outcome": "Nach einem Jahr verkauften die Neuen in der achten Woche.",
        "case.measure": "8 Wochen statt 26",
        "promise.text": "Sie bekämen deren Plan binnen einer Woche, samt den Fehlern.",
        "published.title": "Was Neue im Vertrieb in der ersten Woche fragen", "published.about": "wie Neue anfangen",
    },
}  # fmt: skip


@lru_cache(maxsize=64)
def _values(language: str, kind: EventKind) -> dict[str, BriefValue]:
    spoken = _SPOKEN.get(language, _SPOKEN["en"])
    return {**_COMMON, **spoken, "trigger.kind": kind.value, "contact.language": language}


def full(story: Story) -> Brief:
    """A brief in which every field is there."""
    kind = story.events[0]
    return _brief(story, _values(story.language, kind))


def required_only(story: Story) -> Brief:
    """A brief with the fields that are always there and those the story requires; nothing else."""
    wanted = ALWAYS | frozenset(story.requires)
    values = _values(story.language, story.events[0])
    return _brief(story, {path: value for path, value in values.items() if wanted.intersection(prefixes(path))})


def _brief(story: Story, values: dict[str, BriefValue]) -> Brief:
    known = {path: Known(value, f"sample:{path}") for path, value in values.items()}
    sensitive = is_sensitive(story.events[0], customer=for_customers(story))
    return Brief(known, level=story.level or Level.OUTCOMES, sensitive=sensitive, customer=not sensitive)


def for_customers(story: Story) -> bool:
    """Whether a story shows that it is for customers: it needs what only they have, or asks for it."""
    needs = any(path.startswith(("account.measure", "account.day_one", "account.renewal")) for path in story.requires)
    return needs or "account.lifecycle" in story.body
