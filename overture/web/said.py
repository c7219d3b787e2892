"""What an act on several drafts says on the page that follows it: carried there by a sealed cookie that is read once.

Nothing of it stands in an address, so that a page loaded anew, kept or sent on says nothing that was not done.
"""

from __future__ import annotations

import base64
import json
import zlib
from hmac import compare_digest
from itertools import accumulate, pairwise
from typing import TypeVar

from fastapi import Request
from starlette.responses import Response

from overture.web.acts import Outcome
from overture.web.deps import seat_of
from overture.web.services import WebServices

_NAME, _PATH = "overture-said", "/queue"
_SECONDS = 60
_MOST_WORDS, _MOST_BYTES = 600, 3_800  # browsers refuse a cookie of more than 4,096
_Answer = TypeVar("_Answer", bound=Response)


def say_after(answer: _Answer, services: WebServices, request: Request, outcome: Outcome) -> _Answer:
    """The way to the list, with what it is to say there."""
    packed = _packed(outcome)
    value = f"{packed}.{_seal(services, request, packed)}"
    answer.set_cookie(
        _NAME, value, max_age=_SECONDS, path=_PATH, secure=services.settings.https, httponly=True, samesite="lax"
    )
    return answer


def said_before(services: WebServices, request: Request) -> Outcome | None:
    """What the act before this page said to the same person; None where nothing was said, or not by us."""
    packed, dot, seal = request.cookies.get(_NAME, "").rpartition(".")
    if not dot or not compare_digest(seal.encode(), _seal(services, request, packed).encode()):
        return None
    said, level, steps, note = json.loads(zlib.decompress(base64.urlsafe_b64decode(packed)))
    return Outcome(said, level, tuple(accumulate(steps)), note)


def heard(answer: _Answer) -> _Answer:
    """It was said, so that the page says it once."""
    answer.delete_cookie(_NAME, path=_PATH, httponly=True, samesite="lax")
    return answer


def _packed(outcome: Outcome) -> str:
    """Ids as steps from one to the next, which are small; without them where they are too many for a cookie."""
    ids = sorted(outcome.undo)
    steps = [*ids[:1], *(later - earlier for earlier, later in pairwise(ids))]
    for kept in (steps, []):
        plain = json.dumps([outcome.said[:_MOST_WORDS], outcome.level, kept, outcome.note], separators=(",", ":"))
        packed = base64.urlsafe_b64encode(zlib.compress(plain.encode(), 9)).decode()
        if len(packed) <= _MOST_BYTES:
            break
    return packed


def _seal(services: WebServices, request: Request, packed: str) -> str:
    return services.keyring.digest("said", f"{seat_of(request).user.id} {packed}")
