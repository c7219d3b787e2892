"""Telling a web hook: one signed POST for each notice, to judged addresses only, and no redirect is followed.

    Overture-Event: source.failing
    Overture-Delivery: 17
    Overture-Signature: t=1795089600,v1=<HMAC-SHA256 in hex of "1795089600." and the body>

Who receives it computes the same over the bytes as they came, compares in constant time, and refuses what is old.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import aiohttp

from triggers.limits import Limits
from triggers.outbound import ListedOnly, OutboundPolicy
from triggers.pinned import GuardedResolver, Lookup, guarded_request, guarded_socket, refusal_inside, system_lookup

SECONDS = 10.0  # for an answer, in all
_AT_ONCE = 4
_GONE = 410


@dataclass(frozen=True, slots=True)
class Post:
    """One notice as bytes."""

    id: int
    event: str
    body: bytes

    @classmethod
    def of(cls, id_: int, event: str, made_at: datetime, data: Mapping[str, Any]) -> Post:
        """The same bytes at each attempt."""
        whole = {"id": id_, "event": event, "made_at": made_at.isoformat(), "data": dict(data)}
        return cls(id_, event, json.dumps(whole, ensure_ascii=False, sort_keys=True).encode())


@dataclass(frozen=True, slots=True)
class Heard:
    """What became of a post. `again`: a later try may do better."""

    ok: bool
    status: int | None = None
    why: str = ""
    again: bool = True


@dataclass(frozen=True, slots=True)
class Hook:
    """Where to, signed with what, and where we may go at all."""

    url: str
    secret: bytes
    policy: OutboundPolicy
    limits: Limits
    lookup: Lookup = system_lookup


def signature(secret: bytes, body: bytes, at: int) -> str:
    """The header's value for a body that leaves at `at`, in seconds of Unix time."""
    mac = hmac.new(secret, f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={mac}"


def objection(url: str, policy: OutboundPolicy) -> str | None:
    """Why nothing is sent there. Plain http is for networks that ops listed by hand."""
    target = _strict(url, policy).target(url)
    if isinstance(target, str):
        return f"{target}; `outbound.allow` in settings.yaml can allow it"
    listed = any(port == target.port for _, port in policy.allow)
    return None if target.scheme == "https" or listed else "the address should begin with https://"


def _strict(url: str, policy: OutboundPolicy) -> OutboundPolicy:
    """Where a name leads is only known once it was looked up, so it is asked again of each address."""
    plain = url[:5].casefold() == "http:"
    return ListedOnly(policy.allow, policy.user_agent) if plain else policy


def tell(hook: Hook, posts: Sequence[Post], *, at: datetime) -> list[Heard]:
    """Post all, a few at once; what became of each, in their order. Never raises for what a server or network does."""
    refused = objection(hook.url, hook.policy)
    if refused:
        return [Heard(False, why=refused, again=False)] * len(posts)
    return asyncio.run(_tell(replace(hook, policy=_strict(hook.url, hook.policy)), posts, int(at.timestamp())))


async def _tell(hook: Hook, posts: Sequence[Post], at: int) -> list[Heard]:
    connector = aiohttp.TCPConnector(
        resolver=GuardedResolver(hook.policy, hook.lookup), socket_factory=guarded_socket(hook.policy)
    )
    turns = asyncio.Semaphore(_AT_ONCE)
    async with aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": hook.policy.user_agent, "Content-Type": "application/json"},
        request_class=guarded_request(hook.policy),
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=hook.limits.connect_seconds),
        trust_env=False,
    ) as session:
        return list(await asyncio.gather(*(_one(session, turns, hook, post, at) for post in posts)))


async def _one(session: aiohttp.ClientSession, turns: asyncio.Semaphore, hook: Hook, post: Post, at: int) -> Heard:
    """The seconds count from its turn: what waited behind a slow answer has as long as the others."""
    headers = {
        "Overture-Event": post.event,
        "Overture-Delivery": str(post.id),
        "Overture-Signature": signature(hook.secret, post.body, at),
    }
    try:
        async with (
            turns,
            asyncio.timeout(SECONDS),
            session.post(hook.url, data=post.body, headers=headers, allow_redirects=False) as reply,
        ):
            return _judged(reply.status)
    except TimeoutError:
        return Heard(False, why=f"no answer within {SECONDS:g} seconds")
    except (aiohttp.ClientError, OSError, ValueError) as error:
        return _broken(error)


def _judged(status: int) -> Heard:
    if 200 <= status < 300:
        return Heard(True, status)
    if 300 <= status < 400:
        return Heard(
            False, status, f"answered {status}: it leads elsewhere, and a signed message is not sent on", False
        )
    words = f"answered {status}"
    return Heard(False, status, f"{words}: gone for good" if status == _GONE else words, status != _GONE)


def _broken(error: Exception) -> Heard:
    refused = refusal_inside(error)
    if refused is not None:
        return Heard(False, why=f"refused: {refused}", again=False)
    if isinstance(error, aiohttp.ClientConnectorCertificateError | aiohttp.ClientSSLError):
        return Heard(False, why="its certificate is not trusted")
    if isinstance(error, aiohttp.ClientConnectorDNSError | socket.gaierror):
        return Heard(False, why="the name leads nowhere")
    return Heard(False, why=f"cannot be reached ({type(error).__name__})")
