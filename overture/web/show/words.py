"""Names of things for people: events, reasons, states, money; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from campaigns.experiment import Rate
from campaigns.review import RejectReason

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_SHORT = ("ipo", "vp")  # codes that people spell out letter by letter
_SCALES = ((Decimal(10) ** 9, "B"), (Decimal(10) ** 6, "M"), (Decimal(10) ** 3, "k"))


@dataclass(frozen=True, slots=True)
class EventLabel:
    """`head` is what happened, `tail` the fact that tells it apart, `icon` a name of our sprite."""

    head: str
    tail: str
    icon: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A reject reason: its digit, what it is called and what the system does."""

    value: str
    digit: str
    label: str
    effect: str


REASONS: tuple[Reason, ...] = tuple(
    Reason(reason.value, reason.digit, label, effect)
    for reason, label, effect in (
        (RejectReason.WRONG_COMPANY, "Wrong company", "This name is not matched to this account again."),
        (RejectReason.NOT_A_TRIGGER, "Not a buying trigger", "It counts against the source and the campaign."),
        (RejectReason.OLD_NEWS, "Old news", "It counts against how far back the campaign looks."),
        (RejectReason.WRONG_PERSON, "Wrong person", "Somebody else there gets a draft, if one may be written to."),
        (RejectReason.BAD_TIMING, "Bad timing or sensitive", "The account is left alone for 90 days."),
        (RejectReason.WRONG_STORY, "Wrong story", "They get a draft with another story, if one fits."),
        (RejectReason.SOUNDS_LIKE_US, "Sounds like us, not them", "It is added to the story's report on self-focus."),
        (RejectReason.WRONG_FACT, "A fact is wrong", "Other drafts about this event are withdrawn with it."),
        (RejectReason.DO_NOT_CONTACT, "Do not contact", "The address goes on the suppression list."),
        (RejectReason.OTHER, "Something else", "Your words are kept with the draft."),
    )
)  # fmt: skip

_ICONS = {
    "funding": "money", "acquisition": "merge", "ipo": "money", "executive_hire": "person",
    "executive_departure": "leave", "layoffs": "leave", "expansion": "place", "product_launch": "box",
    "partnership": "hands", "contract_win": "campaign", "earnings": "money", "regulatory": "shield",
    "security_incident": "shield", "we_published": "story", "follow_up_due": "mail",
}  # fmt: skip
_HEADS = {
    "funding": "Funding", "acquisition": "Acquisition", "ipo": "IPO", "executive_hire": "New executive",
    "executive_departure": "Executive left", "layoffs": "Layoffs", "expansion": "Expansion",
    "product_launch": "Launch", "partnership": "Partnership", "contract_win": "Contract win",
    "earnings": "Earnings", "regulatory": "Regulatory", "security_incident": "Security incident",
    "day_one": "Day One", "quiet_customer": "Quiet customer", "follow_up_due": "Follow-up",
    "we_published": "We published",
}  # fmt: skip

_MATCHED = {
    "domain": "by its domain", "exact": "by its exact name", "alias": "by another name of theirs",
    "folded": "by its name", "parent": "by its parent", "learned": "as we learned", "our_books": "from our own books",
}  # fmt: skip
_CHIEFS = {
    "chief executive": "CEO", "chief financial": "CFO", "chief operating": "COO", "chief revenue": "CRO",
    "chief marketing": "CMO", "chief technology": "CTO", "chief information": "CIO",
}  # fmt: skip


def event_label(kind: str, facts: Mapping[str, Any]) -> EventLabel:
    """ "Series B" and "$25M", "New CRO" and the person, "Expansion" and the place."""
    return EventLabel(_head(kind, facts), _tail(kind, facts), _ICONS.get(kind, "calendar"))


def _head(kind: str, facts: Mapping[str, Any]) -> str:
    if kind == "funding" and facts.get("round"):
        return round_name(str(facts["round"]))
    if kind == "executive_hire" and facts.get("role"):
        return f"New {_title(str(facts['role']))}"
    if kind == "executive_departure" and facts.get("role"):
        role = _title(str(facts["role"]))
        return f"{role[:1].upper()}{role[1:]} left"
    if kind.startswith("renewal_"):
        return "Renewal"
    if kind.startswith("check_in_"):
        return "Check-in"
    return _HEADS.get(kind, plain_words(kind))


def _title(role: str) -> str:
    """CRO for a chief revenue officer, as the chip of a list has little room; other titles as they were told."""
    return _CHIEFS.get(role.casefold().removesuffix(" officer"), role)


def _tail(kind: str, facts: Mapping[str, Any]) -> str:
    if kind.startswith("renewal_"):
        return f"in {kind.removeprefix('renewal_')} days"
    if kind.startswith("check_in_"):
        return f"day {kind.removeprefix('check_in_')}"
    amount = money(facts.get("amount"), facts.get("currency"))
    if amount:
        return amount
    named = ("person",) if kind.startswith("executive") else ("other_party", "place", "product", "period", "authority")
    return next((str(facts[name]) for name in named if facts.get(name)), "")


def round_name(code: str) -> str:
    """`B` is Series B; words stay words."""
    plain = code.removeprefix("pre-")
    if len(plain) == 1 and plain.isupper():
        return f"Pre-Series {plain}" if code.startswith("pre-") else f"Series {plain}"
    return {"pre-seed": "Pre-seed", "seed": "Seed", "pre-IPO": "Pre-IPO", "debt": "Debt round"}.get(
        code, f"{code.capitalize()} round"
    )


def money(amount: Any, currency: Any) -> str:
    """$25M, CHF 3.5M; empty where there is no number."""
    try:
        value = Decimal(str(amount))
    except InvalidOperation:
        return ""
    if amount is None or not value.is_finite():
        return ""
    scale, letter = next(((s, unit) for s, unit in _SCALES if abs(value) >= s), (Decimal(1), ""))
    number = f"{(value / scale).quantize(Decimal('0.1')):f}".removesuffix(".0")
    code = str(currency or "")
    return f"{_SIGNS[code]}{number}{letter}" if code in _SIGNS else f"{code} {number}{letter}".strip()


def initials(name: str | None) -> str:
    parts = (name or "?").replace("-", " ").replace("_", " ").split()
    return (parts[0][:1] + (parts[-1][:1] if len(parts) > 1 else "")).upper() if parts else "?"


def plain_words(code: str | None) -> str:
    """`do_not_contact` as words."""
    if code in _SHORT:
        return code.upper()
    return (code or "").replace("_", " ").replace("-", " ").strip().capitalize()


def matched(method: str) -> str:
    """How an account was found, to be read after its score: `0.96 by its domain`."""
    return _MATCHED.get(method, f"by {plain_words(method).lower()}")


def many(count: int, one: str, more: str | None = None) -> str:
    """1 warning, 2 warnings."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def percent(share: float) -> str:
    """83 %; what is not quite all or nothing is not rounded to it."""
    whole = round(share * 100)
    return f"{min(whole, 99) if share < 1 else whole} %" if whole or not share else "< 1 %"


def interval(rate: Rate) -> str:
    """61–84 %: where the share lies with 95 %."""
    return f"{round(rate.low * 100)}–{round(rate.high * 100)} %"


def reason_label(value: str | None) -> str:
    return next((reason.label for reason in REASONS if reason.value == value), plain_words(value))


def reason_effect(value: str | None) -> str:
    return next((reason.effect for reason in REASONS if reason.value == value), "")


def sentence(words: str) -> str:
    """Words that an inner room said, as a sentence of their own: a capital first, a full stop last."""
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."
