"""The roles, and which of them may do a kind of thing."""

from __future__ import annotations

from overture.db.tables.running import ROLES

ANYONE = frozenset({"anyone"})
SIGNED_IN = frozenset(ROLES)
REVIEW = frozenset({"reviewer", "admin"})
OPS = frozenset({"ops", "admin"})
ADMIN = frozenset({"admin"})
WRITE = frozenset({"author", "admin"})
TUNE = frozenset({"author", "ops", "admin"})
ANSWER = frozenset({"reviewer", "ops", "admin"})
KNOW = frozenset({"reviewer", "author", "ops", "admin"})  # may write down what they know of people

Rule = tuple[str, str]  # method and path
