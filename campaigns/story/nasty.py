"""Briefs that are hard to tell from: the same event with something missing, long or odd. Pure.

A story that reads well with one good example often breaks on the next account; these show it before it happens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from campaigns.story.fields import ALWAYS, prefixes
from campaigns.story.filters import short
from campaigns.story.format import Story
from campaigns.types import Brief, BriefValue, Known

Change = Callable[[Brief, Story], Brief]


@dataclass(frozen=True, slots=True)
class Nasty:
    """One hard case: a key for addresses, and what it is called."""

    key: str
    label: str
    change: Change


def _with(brief: Brief, values: Mapping[str, BriefValue]) -> Brief:
    put = {path: Known(value, f"sample:{path}") for path, value in values.items()}
    return replace(brief, values={**brief.values, **put})


def _without(brief: Brief, *groups: str) -> Brief:
    """The brief without these paths, and what stands below them."""
    kept = {path: known for path, known in brief.values.items() if not set(groups) & set(prefixes(path))}
    return replace(brief, values=kept)


def _required_only(brief: Brief, story: Story) -> Brief:
    wanted = ALWAYS | frozenset(story.requires)
    kept = {path: known for path, known in brief.values.items() if wanted.intersection(prefixes(path))}
    return replace(brief, values=kept)


def _no_concern(brief: Brief, story: Story) -> Brief:
    return replace(_without(brief, "concern", "interest"), level=None)


def _no_case(brief: Brief, story: Story) -> Brief:
    return _without(brief, "case", "promise")


def _no_facts(brief: Brief, story: Story) -> Brief:
    kept = ("trigger.kind", "trigger.date", "trigger.status")
    return _without(brief, *(path for path in brief.values if path.startswith("trigger.") and path not in kept))


def _one_name(brief: Brief, story: Story) -> Brief:
    bare = _without(brief, "contact.last_name", "contact.salutation", "contact.role")
    return _with(bare, {"contact.name": "Vogel", "contact.first_name": "Vogel"})


def _uncertain(brief: Brief, story: Story) -> Brief:
    return _with(brief, {"trigger.status": "planned"})


_LONG = "Vereinigte Norddeutsche Gesellschaft für Seehafenverkehr und Lagerhauswirtschaft mbH & Co. KG"


def _long_name(brief: Brief, story: Story) -> Brief:
    return _with(brief, {"account.name": _LONG, "account.short_name": str(short(_LONG))})


def _umlauts(brief: Brief, story: Story) -> Brief:
    name = "Müßig & Söhne Großküchen"
    contact = {"contact.name": "Jürgen Öztürk-Weiß", "contact.first_name": "Jürgen", "contact.last_name": "Öztürk-Weiß"}
    return _with(brief, {"account.name": f"{name} GmbH", "account.short_name": name, **contact})


def _huge(brief: Brief, story: Story) -> Brief:
    many = tuple(f"Fund {word}" for word in ("Alder", "Beech", "Cedar", "Elm", "Hazel", "Larch", "Maple", "Rowan"))
    return _with(
        brief,
        {"trigger.amount": Decimal("12345678901"), "trigger.currency": "JPY", "trigger.investors": many},
    )


_WORRIES = {
    "en": "every new person learns from whoever happens to have an hour, so that each of them learns something else, "
    "and nobody finds out before a customer tells us that we promised two different things",
    "de": "alle Neuen von dem lernen, der gerade eine Stunde übrig hat, sodass jeder etwas anderes lernt, und dass es "
    "niemand merkt, bis uns ein Kunde sagt, wir hätten zwei verschiedene Dinge zugesagt",
}


def _long_concern(brief: Brief, story: Story) -> Brief:
    worry = _WORRIES.get(story.language, _WORRIES["en"])
    return _with(brief, {"concern.statement": worry}) if brief.get("concern.statement") else brief


def _markup(brief: Brief, story: Story) -> Brief:
    return _with(
        brief,
        {"account.name": "<b>Ink</b> & {{ Paper }}", "account.short_name": '<b>Ink</b> & "Paper"',
         "evidence.publisher": "The {% Post %}"},
    )  # fmt: skip


NASTY: tuple[Nasty, ...] = (
    Nasty("least", "No more than the story requires", _required_only),
    Nasty("no-concern", "Nothing was heard from them", _no_concern),
    Nasty("no-case", "No case and no promise to tell of", _no_case),
    Nasty("no-facts", "No amount, no round, no names in the news", _no_facts),
    Nasty("planned", "Planned, and not done yet", _uncertain),
    Nasty("one-name", "A contact with one name, no salutation, no role", _one_name),
    Nasty("long-name", "A very long company name", _long_name),
    Nasty("umlauts", "German umlauts and an ampersand", _umlauts),
    Nasty("huge", "A huge amount, eight investors", _huge),
    Nasty("long-concern", "A concern as long as a letter", _long_concern),
    Nasty("markup", "Names full of markup", _markup),
)


def nasty(key: str) -> Nasty | None:
    """The hard case of this key."""
    return next((one for one in NASTY if one.key == key), None)
