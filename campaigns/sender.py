"""In whose name a message goes out: strongest tie, owner of the account or a named teammate, with fall-backs. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from campaigns.campaign import Campaign
from campaigns.rule_words import plain
from campaigns.standing import People
from campaigns.workspace import Account, Contact, Teammate, Tie, TieKind

STRONGEST_TIE, ACCOUNT_OWNER = "strongest_tie", "account_owner"
STRONGEST = "has the strongest tie to"
_TOLD = {
    TieKind.WORKED_WITH: "they worked together",
    TieKind.INTRODUCED: "one introduced the other",
    TieKind.MET: "they have met",
    TieKind.CUSTOMER_OF: "as a customer",
    TieKind.STUDIED_WITH: "they studied together",
    TieKind.OTHER: "they know each other",
}


@dataclass(frozen=True, slots=True)
class Sender:
    teammate: Teammate
    why: str


def sender(campaign: Campaign, account: Account, contact: Contact, people: People) -> Sender | None:
    """Whom the campaign wants; else the next warmest: for a campaign that asks for ties whoever knows somebody else
    there, then the account's owner, any tie, the first on the team. None without a team."""
    ours = {mate.id: mate for mate in people.teammates}
    wants = {STRONGEST_TIE: _by_tie, ACCOUNT_OWNER: _by_owner}.get(campaign.sender)
    if wants is not None:
        found = wants(account, contact, people, ours)
        missing = (
            f"nobody of ours knows {contact.name}" if campaign.sender == STRONGEST_TIE else "the account has no owner"
        )
    else:
        found = _named(campaign.sender, ours)
        missing = f"{campaign.sender} is not on the team"
    if found is not None:
        return found
    warm_first = (_by_any_tie, _by_owner) if campaign.sender == STRONGEST_TIE else (_by_owner, _by_tie, _by_any_tie)
    for fallback in (*warm_first, _by_order):
        found = fallback(account, contact, people, ours)
        if found is not None:
            return Sender(found.teammate, f"{missing}, so {found.why}")
    return None


def caller(account: Account, contact: Contact, people: People) -> Teammate | None:
    """Who picks up the phone where another mail would be one too many: whoever knows them best, else the owner."""
    ours = {mate.id: mate for mate in people.teammates}
    by = (_by_tie, _by_owner, _by_any_tie, _by_order)
    found = next(filter(None, (one(account, contact, people, ours) for one in by)), None)
    return found.teammate if found else None


def _named(wanted: str, ours: dict[str, Teammate]) -> Sender | None:
    return Sender(ours[wanted], "named by the campaign") if wanted in ours else None


def _by_owner(account: Account, contact: Contact, people: People, ours: dict[str, Teammate]) -> Sender | None:
    mate = ours.get(account.owner or "")
    return Sender(mate, f"owner of {account.name}") if mate else None


def _by_tie(account: Account, contact: Contact, people: People, ours: dict[str, Teammate]) -> Sender | None:
    tie = _strongest([tie for tie in people.ties if tie.contact_id == contact.id], ours)
    if tie is None:
        return None
    return Sender(ours[tie.teammate_id], f"{STRONGEST} {contact.name} ({_told(tie)})")


def _told(tie: Tie) -> str:
    last = f", last in touch on {plain(tie.last_touch)}" if tie.last_touch else ""
    return f"{_TOLD[tie.kind]}, {tie.strength} of 5{last}"


def _by_any_tie(account: Account, contact: Contact, people: People, ours: dict[str, Teammate]) -> Sender | None:
    tie = _strongest(list(people.ties), ours)
    if tie is None:
        return None
    names = {other.id: other.name for other in people.contacts}  # fewer than there are, where a person chose whom
    who = names.get(tie.contact_id, "somebody else")
    return Sender(ours[tie.teammate_id], f"knows {who} at {account.name} ({_told(tie)})")


def _by_order(account: Account, contact: Contact, people: People, ours: dict[str, Teammate]) -> Sender | None:
    return Sender(people.teammates[0], "first on the team") if people.teammates else None


def _strongest(ties: list[Tie], ours: dict[str, Teammate]) -> Tie | None:
    known = [tie for tie in ties if tie.teammate_id in ours]
    return max(known, key=lambda tie: (tie.strength, tie.last_touch or date.min, tie.id), default=None)
