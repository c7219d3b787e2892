"""A real HTTP server on loopback that misbehaves on request: each path is one kind of trouble.

It runs in a thread of its own and writes raw bytes, so that what arrives is what a broken server sends.
"""

from __future__ import annotations

import asyncio
import gzip
import threading
import time
import zlib
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Acme Newsroom</title>
<item><title>Acme raises a Series B</title><link>https://acme.example/b</link><guid>acme-b</guid></item>
</channel></rss>"""

Writer = asyncio.StreamWriter
Handler = Callable[["Asked", Writer], Awaitable[None]]


@dataclass
class Asked:
    """One request as it came in."""

    path: str
    headers: dict[str, str]
    at: float


@dataclass
class EvilServer:
    port: int = 0
    asked: list[Asked] = field(default_factory=list)
    open_now: int = 0
    most_open: int = 0

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    async def serve(self, reader: asyncio.StreamReader, writer: Writer) -> None:
        try:
            while await self._one(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: Writer) -> bool:
        lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:] if line)}
        asked = Asked(lines[0].split(" ")[1], headers, time.monotonic())
        self.asked.append(asked)
        self.open_now += 1
        self.most_open = max(self.most_open, self.open_now)
        try:
            await ROUTES.get(asked.path.partition("?")[0], missing)(asked, writer)
            await writer.drain()
        finally:
            self.open_now -= 1
        return asked.path.startswith("/good") or asked.path == "/conditional"


def head(status: str = "200 OK", *lines: str) -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode("latin-1", "surrogateescape")


def whole(body: bytes, *lines: str, status: str = "200 OK") -> bytes:
    return head(status, f"Content-Length: {len(body)}", *lines) + body


def says(data: bytes) -> Handler:
    async def handler(asked: Asked, writer: Writer) -> None:
        writer.write(data)

    return handler


async def missing(asked: Asked, writer: Writer) -> None:
    writer.write(whole(b"nothing here", status="404 Not Found"))


async def good(asked: Asked, writer: Writer) -> None:
    writer.write(whole(FEED, "Content-Type: application/rss+xml", 'ETag: W/"v1"', "Cache-Control: max-age=600"))


async def conditional(asked: Asked, writer: Writer) -> None:
    if asked.headers.get("if-none-match") == 'W/"v1"':
        writer.write(head("304 Not Modified", 'ETag: W/"v1"', "Retry-After: 5"))
    else:
        await good(asked, writer)


def redirect(to: str, code: int = 302) -> Handler:
    async def handler(asked: Asked, writer: Writer) -> None:
        port = asked.headers["host"].partition(":")[2]
        writer.write(head(f"{code} Moved", "Location: " + to.format(port=port), "Content-Length: 0"))

    return handler


async def drip_head(asked: Asked, writer: Writer) -> None:
    for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 1000:
        writer.write(bytes([byte]))
        await writer.drain()
        await asyncio.sleep(0.05)


async def drip_body(asked: Asked, writer: Writer) -> None:
    writer.write(head("200 OK", "Content-Length: 5000"))
    for _ in range(1000):
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.05)


async def silent(asked: Asked, writer: Writer) -> None:
    await asyncio.sleep(20)


async def endless(asked: Asked, writer: Writer) -> None:
    writer.write(head("200 OK", "Transfer-Encoding: chunked"))
    for _ in range(2000):
        writer.write(b"10000\r\n" + b"a" * 0x10000 + b"\r\n")
        await writer.drain()


async def endless_continue(asked: Asked, writer: Writer) -> None:
    for _ in range(2000):
        writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        await writer.drain()
        await asyncio.sleep(0.01)


async def reset(asked: Asked, writer: Writer) -> None:
    writer.write(head("200 OK", "Content-Length: 5000") + b"half")
    await writer.drain()
    writer.transport.abort()


async def never_closed(asked: Asked, writer: Writer) -> None:
    writer.write(whole(FEED, "Content-Type: application/rss+xml"))
    await writer.drain()
    await asyncio.sleep(20)


async def slow_hop(asked: Asked, writer: Writer) -> None:
    await asyncio.sleep(0.5)
    writer.write(head("302 Found", "Location: /slow-hop", "Content-Length: 0"))


async def beat(asked: Asked, writer: Writer) -> None:
    await asyncio.sleep(0.05)
    writer.write(whole(FEED))


def bomb(megabytes: int) -> bytes:
    return gzip.compress(bytes(megabytes * 1024 * 1024), 9)


def packed(body: bytes, coding: str) -> bytes:
    return whole(body, f"Content-Encoding: {coding}")


RAW = zlib.compressobj(wbits=-15)
RAW_DEFLATE = RAW.compress(FEED) + RAW.flush()

ROUTES: dict[str, Handler] = {
    "/good": good,
    "/conditional": conditional,
    "/never-closed": never_closed,
    "/no-length": says(head("200 OK", "Connection: close") + FEED),
    "/drip-head": drip_head,
    "/drip-body": drip_body,
    "/silent": silent,
    "/beat": beat,
    "/endless": endless,
    "/endless-continue": endless_continue,
    "/reset": reset,
    "/nothing": says(b""),
    "/empty": says(whole(b"")),
    "/not-http": says(b"SSH-2.0-OpenSSH_9.2\r\n"),
    "/too-short": says(head("200 OK", "Content-Length: 5000", "Connection: close") + b"half"),
    "/huge-length": says(head("200 OK", "Content-Length: 107374182400") + b"x" * 1000),
    "/negative-length": says(head("200 OK", "Content-Length: -5") + FEED),
    "/two-lengths": says(head("200 OK", "Content-Length: 5", "Content-Length: 900") + FEED),
    "/bad-chunk": says(head("200 OK", "Transfer-Encoding: chunked") + b"ZZ\r\nabc\r\n0\r\n\r\n"),
    "/huge-chunk": says(head("200 OK", "Transfer-Encoding: chunked") + b"f" * 40 + b"\r\nabc"),
    "/many-headers": says(head("200 OK", *(f"X-{n}: {n}" for n in range(5000)), "Content-Length: 0")),
    "/long-header": says(head("200 OK", "X-Long: " + "a" * 1_000_000, "Content-Length: 0")),
    "/header-injection": says(head("200 OK", 'ETag: "a\rX-Evil: 1"', f"Content-Length: {len(FEED)}") + FEED),
    "/long-etag": says(whole(FEED, f'ETag: "{"e" * 15_000}"')),
    "/raw-etag": says(head("200 OK", 'ETag: "\udcff\udcfe"', f"Content-Length: {len(FEED)}") + FEED),
    "/cookie": says(whole(FEED, "Set-Cookie: session=1; Path=/")),
    "/gzip": says(packed(gzip.compress(FEED), "gzip")),
    "/x-gzip": says(packed(gzip.compress(FEED), "X-GZip")),
    "/two-members": says(packed(gzip.compress(FEED[:90]) + gzip.compress(FEED[90:]), "gzip")),
    "/padded-gzip": says(packed(gzip.compress(FEED) + bytes(64), "gzip")),
    "/deflate": says(packed(zlib.compress(FEED), "deflate")),
    "/raw-deflate": says(packed(RAW_DEFLATE, "deflate")),
    "/plain-called-gzip": says(packed(FEED, "gzip")),
    "/cut-gzip": says(packed(gzip.compress(FEED * 50)[:-20], "gzip")),
    "/broken-gzip": says(packed(gzip.compress(FEED)[:30] + b"\xff" * 60, "gzip")),
    "/gzip-in-gzip": says(packed(gzip.compress(gzip.compress(FEED)), "gzip")),
    "/gzip-twice": says(packed(gzip.compress(gzip.compress(FEED)), "gzip, gzip")),
    "/brotli": says(packed(b"\x0b\x02\x80rss\x03", "br")),
    "/zstd": says(packed(b"\x28\xb5\x2f\xfd", "zstd")),
    "/bomb": says(packed(bomb(200), "gzip")),
    "/deflate-bomb": says(packed(zlib.compress(bytes(200 * 1024 * 1024), 9), "deflate")),
    "/bomb-404": says(whole(bomb(200), "Content-Encoding: gzip", status="404 Not Found")),
    "/gone": says(whole(b"", status="410 Gone")),
    "/no-content": says(head("204 No Content")),
    "/partial": says(whole(FEED, status="206 Partial Content")),
    "/unasked-304": says(head("304 Not Modified")),
    "/error": says(whole(b"", status="500 Internal \x1b[31mError")),
    "/later-seconds": says(whole(b"", "Retry-After: 120", status="429 Too Many Requests")),
    "/later-junk": says(whole(b"", "Retry-After: soon", status="503 Service Unavailable")),
    "/later-date": says(
        whole(
            b"",
            "Date: Mon, 02 Feb 2026 10:00:00 GMT",
            "Retry-After: Mon, 02 Feb 2026 10:05:00 GMT",
            status="503 Service Unavailable",
        )
    ),
    "/to-loopback": redirect("http://127.0.0.1:1/private"),
    "/to-metadata": redirect("http://169.254.169.254/latest/meta-data/"),
    "/to-file": redirect("file:///etc/hosts"),
    "/to-name": redirect("//printer.local/feed"),
    "/hop-1": redirect("/hop-2"),
    "/hop-2": redirect("hop-3", 303),
    "/hop-3": redirect("//127.0.0.1:{port}/hop-4", 307),
    "/hop-4": redirect("http://127.0.0.1:{port}/to-metadata"),
    "/self": redirect("/self"),
    "/slow-hop": slow_hop,
    "/moved": redirect("/moved-again", 301),
    "/moved-again": redirect("/good", 308),
    "/half-moved": redirect("/found", 301),
    "/found": redirect("/good", 302),
    "/no-location": says(head("302 Found", "Content-Length: 0")),
    "/odd-location": redirect("/good?q=a b\udcc3\udca9"),
}


@contextmanager
def running() -> Iterator[EvilServer]:
    """Serve on a free port of loopback until the block ends."""
    evil = EvilServer()
    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(asyncio.start_server(evil.serve, "127.0.0.1", 0, limit=2**20))
    evil.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield evil
    finally:
        asyncio.run_coroutine_threadsafe(_stop(server), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


async def _stop(server: asyncio.Server) -> None:
    server.close()
    tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
