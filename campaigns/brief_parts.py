"""The parts of a brief, each from the rows that know it: paths with their values and where each comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from campaigns.people.clauses import as_clause
from campaigns.story.filters import short
from campaigns.story.format import Story
from campaigns.types import BriefValue, Source, Trigger
from campaigns.workspace import Account, Case, Concern, Contact, Interest, OurCompany, Owed, Promise, Teammate, Tie
from triggers.types import EventKind

_NAMELESS = re.compile(r"(an?|the|one|another|some|ein|eine|einer|der|die|das|unser|our)\b", re.IGNORECASE)
_NAMELESS_WHO = {"en": "Another company", "de": "Ein anderes Unternehmen"}
_ME = {"en": "me", "de": "mir"}
Pairs = Iterator[tuple[str, BriefValue | None, str]]  # path, value, origin


@dataclass(frozen=True, slots=True)
class Published:
    """A post of our own. `about` is what it is about, in words that fit into a sentence."""

    title: str
    url: str
    about: str | None = None
    origin: str = "company"


def of_account(account: Account) -> Pairs:
    """What we know of the company, with the measure it judges itself by."""
    origin = f"account:{account.id}"
    yield "account.name", account.name, f"{origin}:name"
    yield "account.short_name", str(short(account.name)), f"{origin}:name"
    for name in ("domain", "industry", "country", "employees", "lifecycle", "why_they_care", "day_one", "renewal_on"):
        value = getattr(account, name)
        yield (
            f"account.{name}",
            str(value) if name in ("lifecycle", "why_they_care") and value else value,
            f"{origin}:{name}",
        )
    for name in ("name", "value", "on"):
        yield f"account.measure.{name}", getattr(account, f"measure_{name}"), f"{origin}:measure_{name}"


def of_contact(contact: Contact) -> Pairs:
    """The reader, and what they do."""
    for name in ("name", "first_name", "language", "last_name", "salutation", "role"):
        yield f"contact.{name}", getattr(contact, name), f"contact:{contact.id}:{name}"
    for name in ("seniority", "function"):
        yield f"contact.{name}", str(getattr(contact, name)), f"contact:{contact.id}:{name}"


_FACTS = (
    "round", "amount", "currency", "investors", "person", "role", "side", "place", "product", "other_party", "period",
)  # fmt: skip


def of_trigger(trigger: Trigger) -> Pairs:
    """Facts of the event, without those that outlets tell differently."""
    disputed = set(trigger.disagreements)
    if "amount" in disputed:
        disputed.add("currency")
    yield "trigger.kind", trigger.kind.value, f"trigger:{trigger.id}:kind"
    yield "trigger.date", trigger.event_on, f"trigger:{trigger.id}:date"
    yield "trigger.status", trigger.status.value, f"trigger:{trigger.id}:status"
    for name in _FACTS:
        value = getattr(trigger.facts, name)
        if name not in disputed:
            yield f"trigger.{name}", str(value) if name == "side" and value else value, f"trigger:{trigger.id}:{name}"


def of_evidence(trigger: Trigger, company: OurCompany, today: date) -> Pairs:
    """Who told the news, where, when and in which words."""
    source = best_source(trigger.sources)
    if source is None:
        # A date that came due has no outlet; it is known from our own books.
        origin = f"trigger:{trigger.id}:date"
        title = trigger.kind.value.replace("_", " ")
        yield from (("evidence.publisher", company.name, "company"), ("evidence.title", title, origin))
        yield from (("evidence.url", company.public_url, "company"), ("evidence.date", trigger.event_on, origin))
        return
    origin = f"entry:{source.entry_id}"
    yield "evidence.publisher", source.publisher, f"{origin}:publisher"
    yield "evidence.title", source.title, f"{origin}:title"
    yield "evidence.url", source.url, f"{origin}:url"
    yield "evidence.date", min(source.at.date(), today), f"{origin}:date"
    yield "evidence.quote", source.quote, f"{origin}:quote"
    yield "evidence.outlets", tuple(dict.fromkeys(one.publisher for one in trigger.sources)), f"{origin}:publisher"


def best_source(sources: Sequence[Source]) -> Source | None:
    """The first that can be quoted and opened; sources come newest knowledge first."""
    return max(sources, key=lambda one: (bool(one.quote), bool(one.url)), default=None)


def of_sender(sender: Teammate, company: OurCompany) -> Pairs:
    """Who writes, for whom, and how they sign."""
    origin = f"teammate:{sender.id}"
    yield "sender.name", sender.name, f"{origin}:name"
    yield "sender.first_name", sender.name.split()[0] if sender.name.split() else None, f"{origin}:name"
    yield "sender.company", company.name, "company"
    yield "sender.signature", sender.signature or sender.name, f"{origin}:signature"
    yield "sender.title", sender.title, f"{origin}:title"


def of_concern(concern: Concern | None, sender: Teammate, teammates: Sequence[Teammate], language: str) -> Pairs:
    """What the reader said, when, and to whom."""
    if concern is None:
        return
    origin = f"concern:{concern.id}"
    # Who heard it: "me" where it was the sender, else the colleague's name. Stories place it after "told".
    names = {one.id: one.name for one in teammates}
    heard_by = _ME.get(language, _ME["en"]) if concern.heard_by == sender.id else names.get(concern.heard_by or "")
    yield "concern.level", concern.level.value, origin
    yield "concern.statement", as_clause(concern.statement, language), origin
    yield "concern.heard_on", concern.heard_on, origin
    yield "concern.heard_by", heard_by, origin


def of_interest(interests: Sequence[Interest], contact: Contact, today: date) -> Pairs:
    """What the reader followed last."""
    mine = [one for one in interests if one.contact_id == contact.id]
    newest = max(mine, key=lambda one: one.on or date.min, default=None)
    if newest:
        yield "interest.topic", newest.topic, f"interest:{newest.id}"


def of_tie(ties: Sequence[Tie], contact: Contact, sender: Teammate, teammates: Sequence[Teammate]) -> Pairs:
    """The strongest tie between one of us and the reader."""
    mine = [one for one in ties if one.contact_id == contact.id]
    tie = max(mine, key=lambda one: (one.strength, one.teammate_id == sender.id), default=None)
    if tie:
        names = {sender.id: sender.name} | {one.id: one.name for one in teammates}
        origin = f"tie:{tie.id}"
        yield "tie.teammate", names.get(tie.teammate_id), origin
        yield "tie.kind", tie.kind.value, origin
        yield "tie.since", tie.since, origin
        yield "tie.last_touch", tie.last_touch, origin


def of_case(case: Case | None, language: str) -> Pairs:
    """A case; the customer's name only with permission, and then nowhere else in its texts either."""
    if case is None:
        return
    origin, who = f"case:{case.id}", case.who.strip()
    if not case.permission and not _NAMELESS.match(who):
        if any(who.casefold() in (getattr(case, name) or "").casefold() for name in _CASE_TEXTS):
            return
        who = _NAMELESS_WHO.get(language, _NAMELESS_WHO["en"])
    yield "case.who", who[:1].upper() + who[1:], origin
    for name in _CASE_TEXTS:
        yield f"case.{name}", getattr(case, name), origin


def case_values(case: Case, language: str) -> dict[str, BriefValue]:
    """What a story in this language may say of the case, by path."""
    return {path: value for path, value, _ in of_case(case, language) if value not in (None, "", ())}


_CASE_TEXTS = ("where_they_were", "way", "setback", "outcome", "measure")


def of_promise(promises: Sequence[Promise], story: Story | None, today: date, language: str) -> Pairs:
    """The promise that the story makes, in its language, and when it is due."""
    promise = next((one for one in promises if story and one.id == story.promise), None)
    if promise and promise.language in (None, language):
        yield "promise.text", promise.text, f"promise:{promise.id}"
        yield "promise.due", today + promise.can_deliver_by if promise.can_deliver_by else None, f"promise:{promise.id}"


def of_owed(owed: Sequence[Owed], story: Story | None, contact: Contact) -> Pairs:
    """A story that mends a promise speaks of the one that was made to this contact, or to their company."""
    theirs = next((one for one in owed if one.contact_id in (None, contact.id)), None)
    if theirs and story and story.shape == "repair":
        text = theirs.text.strip()  # catalogue texts are sentences; what people note down often is not
        yield "promise.text", text if text[-1:] in (*".!?…",) else f"{text}.", f"owed:{theirs.id}"
        yield "promise.due", theirs.due_on, f"owed:{theirs.id}"


def of_published(post: Published | None, trigger: Trigger, interests: Sequence[Interest], contact: Contact) -> Pairs:
    """A post of our own, and what about it is the reader's."""
    if post is None and trigger.kind is EventKind.WE_PUBLISHED and trigger.sources:
        source = trigger.sources[0]
        topics: Mapping[str, str] = {
            one.topic.casefold(): one.topic for one in interests if one.contact_id == contact.id
        }
        title = source.title.casefold()
        about = next((topic for folded, topic in topics.items() if folded in title), None)
        post = Published(source.title, source.url or "", about, f"entry:{source.entry_id}:title")
    if post:
        yield "published.title", post.title, post.origin
        yield "published.url", post.url, post.origin
        yield "published.about", post.about, post.origin
