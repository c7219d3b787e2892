"""Everything that one story may say to one contact now, each value with its origin. Pure.

What may not be said is not in the brief: facts that outlets tell differently, statements that are private, names
of customers without permission. Private statements travel beside it, so that the lint can look for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from campaigns import brief_parts as parts
from campaigns.brief_parts import Pairs, Published
from campaigns.people.cases import best_case
from campaigns.people.readers import worries_about
from campaigns.people.worth import worth
from campaigns.story.format import Story
from campaigns.story.grave import is_sensitive
from campaigns.types import Brief, Known, Trigger
from campaigns.workspace import (
    Account,
    Case,
    Concern,
    Contact,
    Interest,
    Lifecycle,
    OurCompany,
    Owed,
    Promise,
    Teammate,
    Tie,
)
from triggers.types import EventKind

CONCERN_AGE = timedelta(days=548)  # what was heard longer ago is no longer said


def build(
    *,
    trigger: Trigger,
    account: Account,
    contact: Contact,
    sender: Teammate,
    company: OurCompany,
    concerns: Sequence[Concern] = (),
    interests: Sequence[Interest] = (),
    ties: Sequence[Tie] = (),
    teammates: Sequence[Teammate] = (),
    cases: Sequence[Case] = (),
    promises: Sequence[Promise] = (),
    story: Story | None = None,
    today: date,
    published: Published | None = None,
    owed: Sequence[Owed] = (),
) -> Brief:
    """The brief for `contact`. Rows about other contacts are ignored, so whole tables may be passed in.

    `story` decides which promise may be made (its `promise`) and in which language cases are told; without one the
    brief holds no promise, which is what choosing a story needs to know least.
    """
    language = story.language if story else contact.language
    mine = [one for one in concerns if one.contact_id == contact.id]
    concern = best_concern(_speaks_to(trigger, mine, contact, interests), today)
    level = concern.level if concern else None
    case = best_case(cases, trigger.kind, industry=account.industry, level=level, language=language)
    values = _known(
        parts.of_account(account),
        parts.of_contact(contact),
        parts.of_trigger(trigger),
        parts.of_evidence(trigger, company, today),
        parts.of_sender(sender, company),
        parts.of_concern(concern, sender, teammates, language),
        parts.of_interest(interests, contact, today),
        parts.of_tie(ties, contact, sender, teammates),
        parts.of_case(case, language),
        parts.of_promise(promises, story, today, language),
        parts.of_owed(owed, story, contact),
        parts.of_published(published, trigger, interests, contact),
        iter([("today", today, "clock")]),
    )
    customer = account.lifecycle is Lifecycle.CUSTOMER
    return Brief(
        values, private=tuple(_private(mine, account)), level=level,
        sensitive=is_sensitive(trigger.kind, customer=customer), customer=customer,
    )  # fmt: skip


def _speaks_to(
    trigger: Trigger, mine: Sequence[Concern], contact: Contact, interests: Sequence[Interest]
) -> Sequence[Concern]:
    """What they said that this event has to do with: of a post of ours only what it touches on, since that is why they
    get it. News may touch on anything."""
    if trigger.kind is not EventKind.WE_PUBLISHED or not trigger.sources:
        return mine
    post, theirs = trigger.sources[0], [one for one in interests if one.contact_id == contact.id]
    return worries_about(post.title, post.quote or "", mine, theirs)


def with_story(
    brief: Brief, story: Story, *, promises: Sequence[Promise], owed: Sequence[Owed], contact: Contact, today: date
) -> Brief:
    """A brief that was built without a story, for a story in its language: with the promise that it may make."""
    made = _known(parts.of_promise(promises, story, today, story.language), parts.of_owed(owed, story, contact))
    return replace(brief, values={**brief.values, **made})


def _known(*groups: Pairs) -> dict[str, Known]:
    return {
        path: Known(value, origin) for group in groups for path, value, origin in group if value not in (None, "", ())
    }


def best_concern(concerns: Iterable[Concern], today: date) -> Concern | None:
    """The one to speak to: may be said aloud, not too old, more than anybody would say, highest level, the newest."""
    fit = [one for one in concerns if one.shareable and one.heard_on > today - CONCERN_AGE and not worth(one.statement)]
    return min(fit, key=lambda one: (one.level.rank, -one.heard_on.toordinal(), one.id), default=None)


def _private(concerns: Iterable[Concern], account: Account) -> Iterator[str]:
    for concern in concerns:
        if not concern.shareable:
            yield from filter(None, (concern.statement, concern.quote))
    if account.notes:
        yield account.notes
