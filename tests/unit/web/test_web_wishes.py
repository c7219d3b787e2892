"""What a draft about an event can be asked for with, and what is said of what was asked."""

from __future__ import annotations

from dataclasses import replace

from support.line import story

from campaigns.campaign import Campaign
from campaigns.story.format import Story, load
from overture.web.show.wishes import Offer, offers, wish_said
from triggers.types import EventKind

MONEY = Campaign("money", (EventKind.FUNDING,), stories=("raised", "grown", "gone"))
OTHERS = (replace(MONEY, id="later", stories=("raised",)), replace(MONEY, id="off", stories=("raised",), paused=True))


def held(id_: str, event: str) -> Story:
    found = load(story(id_, event, "you got on."), f"{id_}.en.j2")
    assert isinstance(found, Story)
    return found


def test_stories_in_force_for_the_kind_of_event_that_running_campaigns_tell() -> None:
    shelf = {("raised", "en"): held("raised", "funding"), ("grown", "en"): held("grown", "expansion")}
    assert offers("funding", (MONEY, *OTHERS), shelf) == (Offer("raised", ("en",), ("money", "later")),)
    assert offers("ipo", (MONEY, *OTHERS), shelf) == ()
    assert [one.story for one in offers("funding", (MONEY,), None)] == ["raised", "grown", "gone"]


def test_a_wish_is_said_until_a_draft_came_of_it() -> None:
    wish = {"story": "raised", "contact": "jo", "by": "mara", "draft": None, "no": None}
    names, people = {"mara": "Mara"}, {"jo": "Jo Meyer"}
    asked = "Mara asked for “raised” for Jo Meyer."
    assert wish_said(wish, names, people) == (asked, "The line looks at it within seconds.")
    assert wish_said(wish | {"no": "It is too old."}, names, people) == (asked, "No draft: It is too old.")
    assert wish_said(wish | {"draft": 7}, names, people) == wish_said(None, names, people) == ("", "")
