"""aiohttp under guard: a name is looked up once, judged, and the connection goes to the judged address and no other.

A name may lead to a public address when it is checked and to a private one when it is used. So the check happens
inside the look-up that aiohttp uses, again on the socket it is about to open, and once more on the peer it has
reached, before the first byte of the request leaves.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from ipaddress import ip_address

from aiohttp import AddrInfoType, ClientRequest, ClientResponse
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.connector import Connection

from triggers.outbound import OutboundPolicy

Lookup = Callable[[str, int], Awaitable[list[str]]]


class RefusedAddressError(OSError):
    """The name leads, or the socket went, where the policy does not allow."""


async def system_lookup(host: str, port: int) -> list[str]:
    """Every numeric address the system knows for a name, first choice first. Raises socket.gaierror.

    Runs on threads of its own: a loop that ends waits for its default threads, and a name server may hang for long.
    """
    loop = asyncio.get_running_loop()
    found = await loop.run_in_executor(_threads(), socket.getaddrinfo, host, port, 0, socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=16, thread_name_prefix="lookup")


class GuardedResolver(AbstractResolver):
    """Refuses a name altogether when any of its addresses is refused."""

    def __init__(self, policy: OutboundPolicy, lookup: Lookup) -> None:
        self._policy = policy
        self._lookup = lookup

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        addresses = await self._lookup(host, port)
        if not addresses:
            raise socket.gaierror(socket.EAI_NONAME, "no addresses")
        for address in addresses:
            reason = _refusal(self._policy, address, port)
            if reason:
                raise RefusedAddressError(f"{host} leads to {reason}")
        return [_result(host, address, port) for address in addresses]

    async def close(self) -> None:
        """Nothing is held open."""


def guarded_socket(policy: OutboundPolicy) -> Callable[[AddrInfoType], socket.socket]:
    """A socket maker that judges the very address it is asked to connect to."""

    def make(info: AddrInfoType) -> socket.socket:
        family, kind, protocol, _, address = info
        reason = _refusal(policy, str(address[0]), int(address[1]))
        if reason:
            raise RefusedAddressError(reason)
        return socket.socket(family=family, type=kind, proto=protocol)

    return make


def guarded_request(policy: OutboundPolicy) -> type[ClientRequest]:
    """A request that looks at the peer it has reached before it sends anything."""

    class GuardedRequest(ClientRequest):
        async def send(self, conn: Connection) -> ClientResponse:
            peer = conn.transport.get_extra_info("peername") if conn.transport else None
            reason = _refusal(policy, str(peer[0]), int(peer[1])) if peer else "the peer cannot be named"
            if reason:
                raise RefusedAddressError(reason)
            return await super().send(conn)

    return GuardedRequest


def refusal_inside(error: BaseException | None) -> RefusedAddressError | None:
    """The refusal that aiohttp wrapped into one of its own errors, if that is what happened."""
    while error is not None:
        if isinstance(error, RefusedAddressError):
            return error
        inner = getattr(error, "os_error", None)
        error = inner if isinstance(inner, BaseException) else error.__cause__
    return None


@lru_cache(maxsize=4096)
def _refusal(policy: OutboundPolicy, address: str, port: int) -> str | None:
    try:
        return policy.refusal(ip_address(address), port)
    except ValueError:
        return f"{address!r}, which is no address"


def _result(host: str, address: str, port: int) -> ResolveResult:
    return ResolveResult(
        hostname=host,
        host=address,
        port=port,
        family=socket.AF_INET6 if ":" in address else socket.AF_INET,
        proto=0,
        flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
    )
