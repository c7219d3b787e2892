"""What a reason that comes again and again suggests for a campaign: values to try, where it can be said in values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from campaigns.campaign import Campaign, Cap
from campaigns.review import RejectReason
from overture.config.schema import said

_DAY = timedelta(days=1)
Values = Mapping[tuple[str, ...], Any]


def values_for(reason: str, campaign: Campaign) -> tuple[Values, str]:
    """The values to try and what they mean in words; none and an invitation where only a person can say what to change.

    Old news: half the age, a day at least. Bad timing: twice the pause between two messages to one account.
    """
    if reason == RejectReason.OLD_NEWS and campaign.age > _DAY:
        age = said(max(_DAY, campaign.age // 2 // _DAY * _DAY))
        return {("when", "age"): {"lte": age}}, f"events up to {age} old instead of {said(campaign.age)}"
    if reason == RejectReason.BAD_TIMING:
        cap, now = campaign.caps.per_account, said(campaign.caps.per_account)
        wider = said(Cap(cap.count, 2 * cap.window))
        return {("caps", "per_account"): wider}, f"one account at most {wider} instead of {now}"
    return {}, "what it did in the last 30 days as it stands; change it and try again"
