"""Does the broker answer, and would it throw rings away?"""

from __future__ import annotations

from typing import Any

import redis

from overture.doctor.check import Check
from overture.settings import Environment

_OLDEST = (6, 2)
_SECONDS = 5.0
_MEANWHILE = "meanwhile workers look by themselves every 15 s, and approvals are not touched"


def look_at_broker(environment: Environment) -> list[Check]:
    if environment.broker_url.startswith("memory:"):
        return [Check("broker", True, "in memory, for one process only")]
    try:
        client = redis.Redis.from_url(
            environment.broker_url, socket_connect_timeout=_SECONDS, socket_timeout=_SECONDS, decode_responses=True
        )
    except ValueError:  # its words may hold the password
        return [Check("broker", False, "OVERTURE_BROKER_URL is no redis://:PASSWORD@HOST:PORT/0", reachable=False)]
    at = client.connection_pool.connection_kwargs
    shown = f"{at.get('host')}:{at.get('port')}"
    try:
        info: Any = client.info()
    except redis.RedisError as error:
        return [Check("broker", False, f"{shown}: {_cure(error)}", reachable=False)]
    finally:
        client.close()
    return [Check("broker", True, shown), _version(info), _policy(info), _log(info)]


def _cure(error: redis.RedisError) -> str:
    if isinstance(error, redis.AuthenticationError):
        return "the password in OVERTURE_BROKER_URL is not that of Redis (requirepass)"
    said = " ".join(str(error).split())[:200]
    if isinstance(error, redis.ConnectionError | redis.TimeoutError):
        return f"{said} Is Redis started, and is OVERTURE_BROKER_URL right? {_MEANWHILE.capitalize()}"
    return f"{type(error).__name__}: {said}"


def _log(info: Any) -> Check:
    if info.get("aof_enabled") == 1:
        return Check("broker log", True, "appendonly yes")
    return Check(
        "broker log", False, "appendonly no: after a restart work waits for the next sweep; set appendonly yes"
    )


def _version(info: Any) -> Check:
    told = str(info.get("redis_version", "0"))
    number = tuple(int(part) for part in told.split(".")[:2] if part.isdigit())
    enough = number >= _OLDEST
    return Check("broker version", enough, told if enough else f"{told}: Redis 6.2 or newer is needed")


def _policy(info: Any) -> Check:
    policy = str(info.get("maxmemory_policy", "unknown"))
    if policy == "noeviction":
        return Check("broker memory", True, "maxmemory-policy noeviction")
    return Check("broker memory", False, f"maxmemory-policy {policy}: rings may be lost; set noeviction")
