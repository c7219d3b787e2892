"""A web hook's posts: how long each may take, and where plain http may lead."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import ip_address
from types import SimpleNamespace
from typing import Any, cast

import aiohttp
import pytest

from overture.handoff import webhook
from overture.handoff.webhook import Heard, Hook, Post, objection
from triggers.limits import Limits
from triggers.outbound import ListedOnly, OutboundPolicy, parse_allow


class Answers:
    """A session whose receiver takes everything at once."""

    @asynccontextmanager
    async def post(self, *_: object, **__: object) -> AsyncIterator[Any]:
        yield SimpleNamespace(status=200)


def test_the_seconds_of_a_post_begin_with_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "SECONDS", 0.01)
    hook = Hook("https://hooks.example/x", b"k" * 32, OutboundPolicy(), Limits())

    async def behind_a_slow_one() -> Heard:
        turns = asyncio.Semaphore(0)
        session = cast(aiohttp.ClientSession, Answers())
        waits = asyncio.create_task(webhook._one(session, turns, hook, Post(1, "test", b"{}"), 0))
        await asyncio.sleep(0.05)
        assert not waits.done()
        turns.release()
        return await waits

    assert asyncio.run(behind_a_slow_one()) == Heard(True, 200)


def test_plain_http_reaches_listed_networks_alone() -> None:
    ops = OutboundPolicy(allow=(parse_allow("10.1.0.0/16:80"),))
    assert objection("http://10.1.2.3/hook", ops) is None
    assert "does not list" in str(objection("http://93.184.216.34/hook", ops))
    assert objection("https://93.184.216.34/hook", ops) is None
    plain = ListedOnly(ops.allow)
    assert plain.refusal(ip_address("10.1.2.3"), 80) is None
    assert plain.refusal(ip_address("::ffff:10.1.2.3"), 80) is None
    assert plain.refusal(ip_address("93.184.216.34"), 80)
    assert plain.refusal(ip_address("10.1.2.3"), 443)
