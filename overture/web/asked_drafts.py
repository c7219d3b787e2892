"""Asking for a draft about an event, as pages and programs do it: only with a story that could be told of it."""

from __future__ import annotations

from datetime import datetime

from overture.db import wishes
from overture.db.audit import Actor
from overture.db.views_triggers import trigger_one
from overture.web.deps import Parts, Reading
from overture.web.show.wishes import Offer, offers


def offered(parts: Parts, kind: str) -> tuple[Offer, ...]:
    """The stories that running campaigns tell of this kind of event."""
    desk = parts.services.stories
    in_force = {key: held.story for key, held in desk.in_force().items()} if desk else None
    return offers(kind, parts.services.campaigns(), in_force)


class Asking:
    """The act of asking, in the shape of the other acts on an event."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def __call__(
        self, connection: Reading, trigger_id: int, story: str, contact: str, *, by: Actor, now: datetime
    ) -> str | None:
        """Gives an objection, or None."""
        row = trigger_one(connection, trigger_id)
        if row is not None and story not in {one.story for one in offered(self._parts, row["kind"])}:
            return f"No campaign that runs tells {story or 'a story without a name'} of such an event."
        return wishes.ask(connection, trigger_id, story, contact or None, by=by, now=now)
