"""Passwords: argon2id, at least twelve characters, none of the well-worn ones, nothing cut off."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from overture.web.services import WebSettings

LEAST = 12
MOST = 256  # characters; a limit against work, far above any passphrase
_WORN = frozenset(
    [
        "password",
        "passwort",
        "motdepasse",
        "contrasena",
        "qwerty",
        "qwertz",
        "azerty",
        "letmein",
        "welcome",
        "admin",
        "administrator",
        "iloveyou",
        "changeme",
        "secret",
        "monkey",
        "dragon",
        "football",
        "baseball",
        "sunshine",
        "princess",
        "trustno",
        "overture",
        "abc",
    ]
)


class Passwords:
    """Hashes and checks. A login nobody has costs the same time as a wrong password."""

    def __init__(self, settings: WebSettings) -> None:
        self._hasher = PasswordHasher(
            time_cost=settings.hash_passes, memory_cost=settings.hash_memory_kib, parallelism=1
        )
        self._nobody = self._hasher.hash("nobody has this password")

    def hash(self, password: str) -> str:
        return self._hasher.hash(password)

    def matches(self, stored: str | None, password: str) -> bool:
        """False for a wrong password, and for nobody after the same work."""
        try:
            right = self._hasher.verify(stored or self._nobody, password)
        except (VerificationError, InvalidHashError):
            return False
        return right and stored is not None


def objection(password: str, *, about: tuple[str, ...] = ()) -> str | None:
    """Why this password is not taken, or None. `about` holds words that name its owner."""
    if len(password) < LEAST:
        return f"Use at least {LEAST} characters. A few plain words are fine."
    if len(password) > MOST:
        return f"Use at most {MOST} characters."
    folded = password.casefold()
    bare = folded.strip("0123456789!?.,-_*#$ ")
    if bare in _WORN or len(set(folded)) < 5 or _runs(folded):
        return "This one is among the first that others would try."
    if any(len(word) > 3 and word.casefold() in folded for word in about):
        return "Leave your name and address out of it."
    return None


def _runs(text: str) -> bool:
    """One worn word repeated, or letters and digits in a row."""
    rows = (
        "abcdefghijklmnopqrstuvwxyz",
        "01234567890123456789",
        "qwertyuiopasdfghjklzxcvbnm",
        "qwertzuiopasdfghjklyxcvbnm",
    )
    if any(text in row or text in row[::-1] for row in rows):
        return True
    return any(len(text) % len(word) == 0 and word * (len(text) // len(word)) == text for word in _WORN)
