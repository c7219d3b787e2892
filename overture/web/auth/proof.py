"""The present password, asked of somebody who is signed in before what a borrowed session must not do."""

from __future__ import annotations

from fastapi import Request

from overture.db import knocks, users
from overture.db.engine import read, write
from overture.web.deps import Parts, actor_of, seat_of

_WRONG = "The present password is not right. Nothing was changed."
_SLOW = "Too many wrong passwords. Wait a quarter of an hour; nothing was changed."


def refusal(parts: Parts, request: Request, given: str, *, needed: bool = False) -> str | None:
    """Why the one who sits there may not go on, in words for them; None where the password is right, or where there is
    none and none is `needed`.

    Failures are counted for the person wherever they come from, apart from those of signing in: guesses with a stolen
    session end after ten in a quarter of an hour, and nobody is kept from signing in by them.
    """
    user, now, services = seat_of(request).user, parts.now(), parts.services
    knock = knocks.Knock.of(services.keyring, user.id, "", browser=f"seat of {user.id}")
    with read(services.engine) as connection:
        found = users.password_of(connection, user.id)
        if found is None or found[1] is None:
            return _WRONG if needed else None
        if knocks.throttled(connection, knock, now=now):
            return _SLOW
    if parts.passwords.matches(found[1], given):
        return None
    with write(services.engine) as connection:
        knocks.note_failure(connection, knock, by=actor_of(request), now=now)
    return _WRONG
