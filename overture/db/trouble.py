"""What a database says when it does not do what it is asked, and what helps."""

from __future__ import annotations

import re

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError

_ADDRESS = "look at OVERTURE_DATABASE_URL"
# What is found in the database's own words, and the cure.
CURES: tuple[tuple[str, str], ...] = (
    (
        "password authentication failed",
        f"{_ADDRESS}; `overture db upgrade --roles`, as the owner, makes both roles and sets their passwords",
    ),
    ("no password supplied", f"the password is missing: {_ADDRESS}"),
    ("does not exist", f"{_ADDRESS}: the database, or the role, has another name or is still to be made"),
    ("too many clients", "raise PostgreSQL's max_connections, or start fewer workers"),
    ("remaining connection slots", "raise PostgreSQL's max_connections, or start fewer workers"),
    ("to create role", "the owner makes the other roles; as a superuser, ALTER ROLE … CREATEROLE lets it"),
    (
        "permission denied",
        "the role may not do this: overture_web is for what people do, overture_worker for workers and beat, the owner "
        "for `overture db`; were rights lost, `overture db roles` gives them anew",
    ),
    ("starting up", "it starts; try again in a moment"),
    ("shutting down", "it stops; try again once it is back"),
    ("unable to open database file", "the folder is missing, or this user may not write there"),
    ("readonly database", "this user may not write the file, or the folder that it is in"),
    ("not a database", f"{_ADDRESS}: it is something else, or broken; docs/production.md tells how to restore it"),
    ("malformed", "the file is broken; docs/production.md tells how to restore it"),
    ("disk I/O error", "is the disk full, or its place gone? make room; nothing is lost, and work goes on by itself"),
    ("full", "make room on the disk; nothing is lost, and work goes on by itself"),
    ("No space left", "make room on the disk; nothing is lost, and work goes on by itself"),
    ("constraint", "what was given does not go with what is there; nothing was written"),
    ("", f"is it started, and are host and port right? {_ADDRESS}"),
)


def in_words(error: DBAPIError) -> str:
    """One line of what the database said, and the cure. Values of a statement are in neither."""
    if isinstance(error, DataError):
        return "a value was given that it cannot keep. Nothing was written"  # its own words quote the value
    said = " ".join(re.split(r"\n(?:DETAIL|CONTEXT)", str(error.orig))[0].split())
    cure = next(cure for found, cure in CURES if found in said)
    return f"{said[:300]}. {cure[:1].upper()}{cure[1:]}"


def refuses(error: DBAPIError) -> bool:
    """It did answer, and the role is not allowed what was asked, or what was given cannot be kept."""
    return isinstance(error, IntegrityError | DataError) or "permission denied" in str(error.orig)
