"""Who would write instead, where the tie for which a draft's sender was chosen is gone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from campaigns.campaign import Campaign
from campaigns.sender import STRONGEST, Sender, sender
from campaigns.workspace import Account
from overture.db import standing
from overture.db.people import load


def without_its_tie(why: Sequence[str], tie: Any, sender_id: str) -> bool:
    """Whether the sender was chosen for a tie to the contact and has none any more; `tie` is the sender's own one, or
    else the strongest of any of us."""
    return any(STRONGEST in words for words in why) and (tie is None or tie["teammate_id"] != sender_id)


def sender_instead(connection: Connection, draft: Any, campaigns: Sequence[Campaign]) -> Sender | None:
    """Whom the draft's campaign would choose by what is known now, with the reason; None where that is the same one."""
    campaign = next((one for one in campaigns if one.id == draft["campaign"]), None)
    account = next(iter(load(connection, Account, by="id", among=[draft["account_id"]])), None)
    if campaign is None or account is None:
        return None
    people = standing.people_at(connection, [account.id])[account.id]
    contact = next((one for one in people.contacts if one.id == draft["contact_id"]), None)
    found = sender(campaign, account, contact, people) if contact else None
    return found if found is not None and found.teammate.id != draft["sender_id"] else None
