"""A test of a way out, as pages and API ask for it: to whoever asks, and to nobody else."""

from __future__ import annotations

from fastapi import Request

from overture.db import notices
from overture.db.engine import write
from overture.web.deps import Parts, actor_of, seat_of

NO_ADDRESS = "Your account has no address. Give it under Settings › You; the test goes there and nowhere else."


def ask_test(parts: Parts, request: Request, channel: notices.Channel) -> int | str:
    """The number of its notice, or why there is none."""
    user = seat_of(request).user
    if channel == "mail" and not user.email:
        return NO_ADDRESS
    payload = {"name": user.name, "address": user.email} if channel == "mail" else {}
    with write(parts.services.engine) as connection:
        return notices.ask_test(connection, channel, actor_of(request), payload, now=parts.now())
