"""The checks of the Safety card, in words; pure. They explain; the store and the database refuse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from campaigns.campaign import Caps
from campaigns.story.grave import is_sensitive
from campaigns.workspace import Lifecycle
from overture.db.views_draft import DraftView
from overture.web.show import when
from overture.web.show.words import many

_LEVELS = {"ok": 0, "warn": 1, "bad": 2}


@dataclass(frozen=True, slots=True)
class Check:
    """One line: `level` is ok, warn or bad."""

    name: str
    says: str
    level: str


def checks(view: DraftView, caps: Caps, *, now: datetime) -> tuple[Check, ...]:
    """All checks, in the order of the card."""
    draft, contact = view.draft, view.contact
    return (
        _suppression(view),
        _touch(view, now),
        _open_others(view),
        _caps(view, caps),
        _address(contact, now),
        _basis(contact),
        _sensitive(view),
        _freshness(draft, now),
    )


def worst(found: tuple[Check, ...]) -> str:
    return max((check.level for check in found), key=lambda level: _LEVELS[level], default="ok")


def _suppression(view: DraftView) -> Check:
    held, why = view.safety.suppressed, ": mail to it bounced" if view.safety.bounced else ""
    return Check("Suppression", f"{held} is on the list{why}" if held else "not listed", "bad" if held else "ok")


def _touch(view: DraftView, now: datetime) -> Check:
    """Of this contact; of anybody else at the account where that was later."""
    theirs, account = view.safety.last_touch, view.safety.account_last
    says = _moment(theirs, now) if theirs else "none yet"
    if account is not None and account != theirs:
        says += f"; somebody there {_moment(account, now)}"
    return Check("Last touch", says, "ok")


def _moment(last: datetime, now: datetime) -> str:
    return f"{when.day(last.date(), now)}, {when.ago(last, now)}"


def _open_others(view: DraftView) -> Check:
    others = view.safety.open_others
    if not others:
        return Check("Open drafts", "none other for this account", "ok")
    names = ", ".join(str(other["contact"]) for other in others[:3])
    return Check("Open drafts", f"{many(len(others), 'other')}: {names}", "warn")


def _caps(view: DraftView, caps: Caps) -> Check:
    contact, account = view.safety.contact_touches, view.safety.account_touches
    says = f"{contact} of {caps.per_contact.count} contact · {account} of {caps.per_account.count} account"
    # A follow-up belongs to the same overture and counts once.
    full = view.draft["chapter"] == 1 and (contact >= caps.per_contact.count or account >= caps.per_account.count)
    return Check("Caps", says, "warn" if full else "ok")


def _address(contact: Mapping[str, Any], now: datetime) -> Check:
    if not contact["email"]:
        return Check("Address", "no address known", "bad")
    if contact["verified_on"] is None:
        return Check("Address", "never verified", "warn")
    return Check("Address", f"verified {when.day(contact['verified_on'], now)}", "ok")


def _basis(contact: Mapping[str, Any]) -> Check:
    basis = str(contact["lawful_basis"])
    return Check("Lawful basis", basis.replace("_", " "), "bad" if basis == "none" else "ok")


def _sensitive(view: DraftView) -> Check:
    told = (view.version["brief"].get(path, {}).get("value") for path in ("evidence.title", "evidence.quote"))
    customer = view.account["lifecycle"] == Lifecycle.CUSTOMER
    if is_sensitive(str(view.trigger["kind"]), *told, customer=customer):
        return Check("Sensitive event", "yes: no pitch, no congratulation", "warn")
    return Check("Sensitive event", "no", "ok")


def _freshness(draft: Mapping[str, Any], now: datetime) -> Check:
    over = draft["good_until"] < now.date()
    return Check(
        "Good until",
        f"{when.day(draft['good_until'], now)}, {when.left(draft['good_until'], now)}",
        "bad" if over else "ok",
    )
