"""One guarded, polite, conditional request: FetchRequest -> FetchResult | FetchFailure.

Redirects are followed by hand so that each hop passes the guard; bodies are decoded by hand so that a limit is a
limit; one deadline covers the look-up, every hop and the body. A failed poll is a value with words for ops.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from types import TracebackType
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import aiohttp

from triggers.limits import Limits
from triggers.outbound import OutboundPolicy, Target
from triggers.pinned import GuardedResolver, Lookup, guarded_request, guarded_socket, refusal_inside, system_lookup
from triggers.reply import words
from triggers.reply.body import Body, Problem, coding_of, declared_too_large
from triggers.reply.hints import max_age, retry_after, usable_validator
from triggers.types import Fault, FetchFailure, FetchRequest, FetchResult

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5"
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_SHOWN_HEADERS = ("Date", "Server", "Content-Length", "Content-Encoding", "Cache-Control", "Expires", "Age", "Link")
_HOST_FAULTS = frozenset({Fault.DNS, Fault.CONNECT, Fault.TIMEOUT})
_GIVE_UP_ON_HOST = 3  # failures in a row within one batch


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Fetcher:
    """A pool of guarded connections. Use as `async with Fetcher(policy, limits) as fetcher`.

    `lookup` turns a name into numeric addresses, `clock` is asked only where a server names a date but not its own
    time, `tls` replaces the system's trusted roots. All three exist for tests and for unusual networks.
    """

    def __init__(
        self,
        policy: OutboundPolicy,
        limits: Limits,
        *,
        connections: int = 100,
        lookup: Lookup = system_lookup,
        clock: Callable[[], datetime] = _utc_now,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.policy = policy
        self.limits = limits
        self._connections = connections
        self._lookup = lookup
        self._clock = clock
        self._tls = tls
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Fetcher:
        connector = aiohttp.TCPConnector(
            resolver=GuardedResolver(self.policy, self._lookup),
            socket_factory=guarded_socket(self.policy),
            limit=self._connections,
            ttl_dns_cache=30,
            ssl=self._tls or True,
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.policy.user_agent, "Accept": ACCEPT, "Accept-Encoding": "gzip, deflate"},
            request_class=guarded_request(self.policy),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=self.limits.connect_seconds),
            auto_decompress=False,
            trust_env=False,
            max_field_size=16 * 1024,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def fetch(self, request: FetchRequest) -> FetchResult | FetchFailure:
        """Ask once, following at most `limits.redirects` redirects. Never raises for what a server or network does."""
        host = _host_of(request.url)
        try:
            async with asyncio.timeout(self.limits.poll_seconds):
                return await self._follow(request)
        except aiohttp.ServerTimeoutError:
            return words.connect(host, f"no answer within {self.limits.connect_seconds:g} seconds")
        except TimeoutError:
            return words.timeout(self.limits.poll_seconds)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            return _failure_of(error, host)

    async def _follow(self, request: FetchRequest) -> FetchResult | FetchFailure:
        started = asyncio.get_running_loop().time()
        conditions = _conditions(request)
        url, permanent = request.url, True
        for _ in range(self.limits.redirects + 1):
            target = self.policy.target(url)
            if isinstance(target, str):
                return words.refused(target, url)
            reply = await self._ask(_plain_url(url, target), conditions)
            try:
                location = reply.headers.get("Location", "").strip() if reply.status in _REDIRECTS else ""
                if not location:
                    moved_to = url if permanent and url != request.url else None
                    return await self._result(reply, url, moved_to, bool(conditions), started)
                permanent = permanent and reply.status in _PERMANENT
                url = _next_url(url, location)
            finally:
                reply.close()
        return words.broken(f"more than {self.limits.redirects} redirects")

    async def _ask(self, url: str, conditions: dict[str, str]) -> aiohttp.ClientResponse:
        assert self._session is not None, "use the fetcher inside `async with`"
        return await self._session.get(url, headers=conditions, allow_redirects=False)

    async def _result(
        self, reply: aiohttp.ClientResponse, url: str, moved_to: str | None, conditional: bool, started: float
    ) -> FetchResult | FetchFailure:
        if reply.status == 304 and conditional:
            reply.release()
            body = b""
        elif reply.status == 200:
            read = await self._read(reply)
            if isinstance(read, Problem):
                return words.body(read.fault, read.message, reply.status)
            body = read
        else:
            return words.status_failure(reply.status, reply.reason or "", retry_after(reply.headers, self._clock()))
        return FetchResult(
            url=url,
            status=reply.status,
            body=body,
            content_type=reply.headers.get("Content-Type", "")[:200] or None,
            etag=usable_validator(reply.headers.get("ETag")),
            last_modified=usable_validator(reply.headers.get("Last-Modified")),
            max_age=max_age(reply.headers, self._clock()),
            moved_to=moved_to,
            elapsed=asyncio.get_running_loop().time() - started,
            headers=tuple((name, reply.headers[name][:200]) for name in _SHOWN_HEADERS if name in reply.headers),
        )

    async def _read(self, reply: aiohttp.ClientResponse) -> bytes | Problem:
        refused = declared_too_large(reply.content_length, self.limits)
        if refused is not None:
            return refused
        coding = coding_of(reply.headers.get("Content-Encoding", ""))
        if isinstance(coding, Problem):
            return coding
        body = Body(coding, self.limits)
        async for chunk in reply.content.iter_any():
            problem = body.feed(chunk)
            if problem is not None:
                return problem
        return body.finish()


async def fetch_many(
    fetcher: Fetcher, requests: Sequence[FetchRequest], *, per_host: int = 1, at_once: int = 16
) -> list[FetchResult | FetchFailure]:
    """Fetch a batch, answers in the order of the requests.

    No more than `per_host` requests to one host and port at a time, no more than `at_once` in all. A request
    that waits for its host holds up nobody else. A host that fails three times in a row is left alone for the rest
    of the batch, so that fifty slow feeds on it cost three deadlines and not fifty.
    """
    everyone = asyncio.Semaphore(at_once)
    hosts: defaultdict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(per_host))
    misses: Counter[str] = Counter()

    async def one(request: FetchRequest) -> FetchResult | FetchFailure:
        host = _host_of(request.url)
        async with hosts[host]:
            if misses[host] >= _GIVE_UP_ON_HOST:
                return words.left_for_later(host)
            async with everyone:
                answer = await fetcher.fetch(request)
        missed = isinstance(answer, FetchFailure) and answer.fault in _HOST_FAULTS
        misses[host] = misses[host] + 1 if missed else 0
        return answer

    return list(await asyncio.gather(*(one(request) for request in requests)))


def _host_of(url: str) -> str:
    """Host and port as written, to count and to name by; the whole text where there is none."""
    try:
        return urlsplit(url).netloc.lower() or url
    except ValueError:
        return url


def _conditions(request: FetchRequest) -> dict[str, str]:
    """The validators of the last reply, exactly as they were received."""
    etag, modified = usable_validator(request.etag), usable_validator(request.last_modified)
    found = {"If-None-Match": etag, "If-Modified-Since": modified}
    return {name: value for name, value in found.items() if value}


def _plain_url(url: str, target: Target) -> str:
    """The address with the host that was judged, so that no second parser can read another one out of it."""
    host = f"[{target.host}]" if ":" in target.host else target.host
    parts = urlsplit(url)
    return urlunsplit((target.scheme, f"{host}:{target.port}", parts.path or "/", parts.query, ""))


def _next_url(url: str, location: str) -> str:
    """Where a Location header leads. Raw bytes and spaces are encoded as browsers do."""
    encoded = quote(location.encode("utf-8", "surrogateescape"), safe=":/?#[]@!$&'()*+,;=%~")
    return urljoin(url, encoded)


def _failure_of(error: Exception, host: str) -> FetchFailure:
    """Say in words what aiohttp, the system or TLS reported."""
    refused = refusal_inside(error)
    if refused is not None:
        return words.refused(str(refused), host)
    if isinstance(error, aiohttp.ClientSSLError | ssl.SSLError):
        return words.tls(host, str(error.__cause__ or error))
    if isinstance(error, aiohttp.ClientConnectorDNSError | socket.gaierror):
        return words.dns(host)
    if isinstance(error, aiohttp.ClientConnectorError | ConnectionRefusedError):
        return words.connect(host, error.strerror or "it was cut while it was being set up")
    if isinstance(error, aiohttp.ServerDisconnectedError):
        return words.broken("the connection ended before a reply")
    if isinstance(error, aiohttp.ClientPayloadError):
        return words.broken("the body ended too early or its pieces do not fit")
    if isinstance(error, aiohttp.ClientResponseError):
        return words.broken(error.message or "the reply cannot be read")
    if isinstance(error, OSError):
        return words.connect(host, error.strerror or "the connection was cut")
    return words.broken(str(error) or type(error).__name__)
