"""The rules of a campaign: what is true of an account, a contact and a trigger, and which rule holds of it.

A rule is `path op value`. Everything it can see is in one flat mapping, made by `view`; what is unknown is None there
and satisfies nothing but `not_in` and `exists: false`. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime, timedelta
from decimal import Decimal

from campaigns.campaign import Op, Plain, Rule
from campaigns.names import tokens
from campaigns.rule_paths import RULE_PATHS, Type
from campaigns.types import Trigger
from campaigns.workspace import Account, Contact

# --- what is true -------------------------------------------------------------------------------------------------

_SHOWN_FACTS = ("round", "amount", "currency", "investors", "lead", "person", "role", "side", "place", "product")
_MORE_FACTS = ("other_party", "period", "authority")


def view(account: Account | None, contact: Contact | None, trigger: Trigger, now: datetime) -> dict[str, object]:
    """Every path of `RULE_PATHS` that these say something about, None where unknown, and `today`.

    Ages are timedeltas.
    """
    today = now.date()
    facts = trigger_view(trigger, today)
    if account is not None:
        facts |= {f"account.{f.name}": getattr(account, f.name) for f in fields(account)}
        facts["account.customer_for"] = _since(account.day_one, today)
        facts["account.renewal_in"] = account.renewal_on - today if account.renewal_on else None
        facts["account.why_age"] = _since(account.why_asked_on, today)
    if contact is not None:
        facts |= {f"contact.{f.name}": getattr(contact, f.name) for f in fields(contact)}
        facts["contact.verified_age"] = _since(contact.verified_on, today)
    return {path: value for path, value in facts.items() if path in RULE_PATHS} | {"today": today}


def trigger_view(trigger: Trigger, today: date) -> dict[str, object]:
    """The trigger's own paths."""
    publishers = tuple(dict.fromkeys(source.publisher for source in trigger.sources))
    return {
        **{f"trigger.{name}": getattr(trigger.facts, name) for name in (*_SHOWN_FACTS, *_MORE_FACTS)},
        "trigger.event": trigger.kind.value,
        "trigger.status": trigger.status.value,
        "trigger.date": trigger.event_on,
        "trigger.age": today - trigger.event_on,
        "trigger.outlets": len(publishers) or None,
        "trigger.publishers": publishers,
    }


def _since(day: date | None, today: date) -> timedelta | None:
    return today - day if day else None


# --- what holds ---------------------------------------------------------------------------------------------------


def holds(rule: Rule, facts: Mapping[str, object]) -> bool:
    """Is the rule satisfied? A value that is unknown, or of a kind that cannot be compared, satisfies no comparison."""
    fact = facts.get(rule.path)
    known = fact is not None and fact != ()
    if rule.op is Op.EXISTS:
        return known is bool(rule.value)
    if rule.op is Op.NOT_IN:
        return not (known and _among(rule, fact))
    if not known:
        return False
    if rule.op is Op.IN:
        return _among(rule, fact)
    if rule.op is Op.CONTAINS:
        return any(_contains(fact, value) for value in _listed(rule))
    today = facts.get("today")
    if isinstance(fact, date) and isinstance(rule.value, timedelta) and isinstance(today, date):
        return _compares(rule.op, abs(fact - today), rule.value)  # how far from today, before or after
    return _compares(rule.op, fact, rule.value)


def _listed(rule: Rule) -> tuple[Plain, ...]:
    return rule.value if isinstance(rule.value, tuple) else (rule.value,)


def _among(rule: Rule, fact: object) -> bool:
    info = RULE_PATHS.get(rule.path)
    if info is not None and info.type is Type.PHRASE:
        return any(_contains(fact, value) for value in _listed(rule))
    wanted = {_plain(value) for value in _listed(rule)}
    facts = fact if isinstance(fact, tuple) else (fact,)
    return any(_plain(one) in wanted for one in facts)


_ALSO = {"uk": "gb", "el": "gr"}


def _plain(value: object) -> object:
    if isinstance(value, str):
        folded = str(value).casefold()
        return _ALSO.get(folded, folded)
    return value


def _contains(fact: object, value: object) -> bool:
    if isinstance(fact, tuple):
        return any(_plain(one) == _plain(value) for one in fact)
    wanted, words = tokens(str(value)), tokens(str(fact))
    return bool(wanted) and any(words[at : at + len(wanted)] == wanted for at in range(len(words)))


def _compares(op: Op, fact: object, value: object) -> bool:
    for kind in (timedelta, date, (int, float, Decimal)):
        if isinstance(fact, kind) and isinstance(value, kind):
            order = (fact > value) - (fact < value)  # type: ignore[operator]
            return {Op.GTE: order >= 0, Op.LTE: order <= 0, Op.GT: order > 0, Op.LT: order < 0}[op]
    return False


_GROWS = frozenset(("trigger.age", "account.customer_for", "account.why_age", "contact.verified_age"))


def heals_on(rule: Rule, facts: Mapping[str, object], today: date) -> date | None:
    """The day from which an unmet rule may hold: its own `revisit_after`, or the day on which an age is reached."""
    if rule.revisit_after is not None:
        return today + rule.revisit_after
    fact = facts.get(rule.path)
    if not isinstance(fact, timedelta) or not isinstance(rule.value, timedelta):
        return None
    if rule.path in _GROWS and rule.op in (Op.GTE, Op.GT):
        return today + (rule.value - fact) + timedelta(days=rule.op is Op.GT)
    if rule.path == "account.renewal_in" and rule.op in (Op.LTE, Op.LT) and fact > rule.value:
        return today + (fact - rule.value) + timedelta(days=rule.op is Op.LT)
    return None
