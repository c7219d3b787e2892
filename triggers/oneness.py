"""Whether two tellings are of one event: what they may not say differently, how near they must be, and what is too
vague to join anything. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta

from triggers.alike import (
    posts,
    same_name,
    same_period,
    same_person,
    same_product,
    same_role,
    same_sum,
    same_text,
    same_wording,
)
from triggers.keys import REPEATED, TOLD, discriminator, reach, window
from triggers.reconcile import event_date
from triggers.types import EventKind, Facts, Mention, Side, Status, Told

_SETTLED = timedelta(days=3)  # from then on, talk of money is about the next round
_PROMOTED = timedelta(days=14)  # from then on, another post is another appointment
_OPEN = frozenset({Status.RUMOURED, Status.PLANNED})
_PEOPLE = frozenset({EventKind.EXECUTIVE_HIRE, EventKind.EXECUTIVE_DEPARTURE})
# Two sums of one round lie within this factor: outlets round, convert, or tell the whole where others tell a part.
_SAME_SUM = 1.5
_RUMOURED_SUM = 3.0
_SAME_ROUND_SUM = 4.0


def joins(told: Told, others: Sequence[Told]) -> bool:
    """Whether `told` belongs to the event that `others` tell: same kind and company, near in time, no conflict.

    Dates and posts of our own are exact: only an equal fingerprint makes two of them one.
    """
    mention = told.mention
    if not others or mention.kind not in TOLD:
        return False
    if any(o.mention.kind is not mention.kind or o.company.key != told.company.key for o in others):
        return False
    if not near(told, others) or too_vague(told, others):
        return False
    return all(apart(told, other) is None for other in others)


def still_one(told: Told, others: Sequence[Told]) -> bool:
    """Whether an equal fingerprint means one event here: told within reach of another telling that it does not
    contradict. What a person has joined stays joined, so one such telling is enough. A key that names nothing proves
    nothing."""
    if told.mention.kind in TOLD and not discriminator(told.mention):
        return joins(told, others)
    within = reach(told.mention)
    return any(abs(told.at - other.at) <= within and apart(told, other) is None for other in others)


def near(told: Told, others: Iterable[Told]) -> bool:
    """Whether the dates lie within the kind's window of the event's first date; money that was only talked of may
    take twice as long to come."""
    others = list(others)
    first = min(event_date(o.mention, o.at) for o in others)
    limit = window(told.mention.kind)
    if told.mention.kind is EventKind.FUNDING and all(o.mention.status in _OPEN for o in others):
        limit *= 2
    return abs(event_date(told.mention, told.at) - first) <= limit


def too_vague(told: Told, others: Sequence[Told]) -> bool:
    """Of some things a company does many: without the name of the thing, only similar words make it the same one."""
    if not _leaves_open(told.mention) and not all(_leaves_open(o.mention) for o in others):
        return False
    return not any(same_wording(told.title, o.title, told.company.name) for o in others)


def _leaves_open(mention: Mention) -> bool:
    """Whether a mention leaves out what tells it apart from the company's other events of its kind."""
    facts = mention.facts
    match mention.kind:
        case EventKind.PRODUCT_LAUNCH:
            return facts.product is None
        case EventKind.ACQUISITION:
            return facts.other_party is None and facts.side is not Side.TARGET
        case EventKind.CONTRACT_WIN | EventKind.PARTNERSHIP:
            return facts.other_party is None
        case EventKind.EXECUTIVE_HIRE | EventKind.EXECUTIVE_DEPARTURE:
            return facts.person is None and facts.role is None
        case _:
            return False


def apart(one: Told, two: Told) -> str | None:
    """What makes two tellings of one kind and company two events, or None."""
    if _elsewhere(one, two):
        return "home"
    if _next_round(one, two):
        return "next round"
    if _promoted(one, two):
        return "another post"
    return conflict(one, two)


def _elsewhere(one: Told, two: Told) -> bool:
    """Two companies of one name, by the countries that the texts give them; an account is known by its key."""
    unknown = one.company.key.startswith("name:") and two.company.key.startswith("name:")
    return unknown and bool(one.company.home and two.company.home) and one.company.home != two.company.home


def _next_round(one: Told, two: Told) -> bool:
    """Talk of money some days after a round was closed is about the next one."""
    early, late = _by_time(one, two)
    if one.mention.kind is not EventKind.FUNDING or late.at - early.at < _SETTLED:
        return False
    named = late.mention.facts.round not in (None, *REPEATED) and late.mention.facts.round == early.mention.facts.round
    return early.mention.status is Status.ANNOUNCED and late.mention.status in _OPEN and not named


def _promoted(one: Told, two: Told) -> bool:
    """The same person in another post, weeks later."""
    if one.mention.kind not in _PEOPLE or abs(one.at - two.at) < _PROMOTED:
        return False
    mine, theirs = posts(one.mention.facts.role), posts(two.mention.facts.role)
    return bool(mine and theirs) and not mine & theirs


def conflict(one: Told, two: Told) -> str | None:
    """The fact that two tellings of one kind cannot both have right about one event, or None."""
    return next((fact for fact, same in _COMPARED.get(one.mention.kind, ()) if same(one, two) is False), None)


Same = Callable[[Told, Told], "bool | None"]


def _on_facts(same: Callable[[Facts, Facts], bool | None]) -> Same:
    return lambda one, two: same(one.mention.facts, two.mention.facts)


def _round(one: Facts, two: Facts) -> bool | None:
    if one.round is None or two.round is None:
        return None
    return one.round == two.round


def _money(one: Told, two: Told) -> bool | None:
    early, late = _by_time(one, two)
    a, b = early.mention.facts, late.mention.facts
    if a.round == b.round and a.round is not None and a.round not in REPEATED:
        return same_sum(a, b, within=_SAME_ROUND_SUM, slips=True)
    came_true = early.mention.status in _OPEN and late.mention.status is Status.ANNOUNCED
    return same_sum(a, b, within=_RUMOURED_SUM if came_true else _SAME_SUM)


def _by_time(one: Told, two: Told) -> tuple[Told, Told]:
    return (one, two) if (one.at, one.entry_id) <= (two.at, two.entry_id) else (two, one)


def _side(one: Facts, two: Facts) -> bool | None:
    return None if one.side is None or two.side is None else one.side is two.side


def _person(one: Facts, two: Facts) -> bool | None:
    same = same_person(one.person, two.person)
    return same if same is not None else same_role(one.role, two.role)


_OTHER_PARTY: tuple[str, Same] = ("other_party", _on_facts(lambda a, b: same_name(a.other_party, b.other_party)))
_COMPARED: dict[EventKind, tuple[tuple[str, Same], ...]] = {
    EventKind.FUNDING: (("round", _on_facts(_round)), ("amount", _money)),
    EventKind.ACQUISITION: (("side", _on_facts(_side)), _OTHER_PARTY),
    EventKind.PARTNERSHIP: (_OTHER_PARTY,),
    EventKind.CONTRACT_WIN: (_OTHER_PARTY, ("amount", _money)),
    EventKind.EXECUTIVE_HIRE: (("person", _on_facts(_person)),),
    EventKind.EXECUTIVE_DEPARTURE: (("person", _on_facts(_person)),),
    EventKind.EXPANSION: (("place", _on_facts(lambda a, b: same_text(a.place, b.place))), ("amount", _money)),
    EventKind.PRODUCT_LAUNCH: (("product", _on_facts(lambda a, b: same_product(a.product, b.product))),),
    EventKind.EARNINGS: (("period", _on_facts(lambda a, b: same_period(a.period, b.period))),),
    EventKind.REGULATORY: (("authority", _on_facts(lambda a, b: same_text(a.authority, b.authority))),),
}
