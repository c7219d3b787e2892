"""Encryption is verified, and there is no way to say otherwise."""

from __future__ import annotations

import asyncio
import shutil
import ssl
import subprocess
import warnings
from dataclasses import replace
from ipaddress import IPv4Network
from pathlib import Path

import pytest

from triggers.fetch import Fetcher
from triggers.limits import Limits
from triggers.outbound import OutboundPolicy
from triggers.types import Fault, FetchFailure, FetchRequest, FetchResult

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not here to make a certificate")
SHORT = replace(Limits(), poll_seconds=3.0, connect_seconds=2.0)
REPLY = b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\n<rss/>"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for feeds.example that signs itself, and its key."""
    folder = tmp_path_factory.mktemp("tls")
    paths = folder / "cert.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=feeds.example"]
    command += ["-addext", "subjectAltName=DNS:feeds.example", "-out", str(paths[0]), "-keyout", str(paths[1])]
    subprocess.run(command, check=True, capture_output=True, timeout=30)
    return paths


def ask(
    certificate: tuple[Path, Path], host: str, *, trusted: bool, old: bool = False, plain: bool = False
) -> FetchResult | FetchFailure:
    """Serve once with this certificate and ask for https://host."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(REPLY)
            await writer.drain()
        except asyncio.IncompleteReadError:
            pass
        finally:
            writer.close()

    async def lookup(name: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    async def run() -> FetchResult | FetchFailure:
        server = await asyncio.start_server(
            serve, "127.0.0.1", 0, ssl=None if plain else _serving(certificate, old=old)
        )
        port = server.sockets[0].getsockname()[1]
        policy = OutboundPolicy(allow=((IPv4Network("127.0.0.1/32"), port),))
        roots = ssl.create_default_context(cafile=str(certificate[0])) if trusted else None
        try:
            async with Fetcher(policy, SHORT, lookup=lookup, tls=roots) as fetcher:
                return await fetcher.fetch(FetchRequest(f"https://{host}:{port}/feed"))
        finally:
            server.close()
            await server.wait_closed()
            await asyncio.sleep(0.05)  # for connections that are still saying goodbye

    return asyncio.run(run())


def _serving(certificate: tuple[Path, Path], *, old: bool) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    if old:
        context.set_ciphers("ALL:@SECLEVEL=0")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # old protocols are deprecated; that is the point
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = ssl.TLSVersion.TLSv1_1
    return context


def test_a_trusted_certificate_of_the_right_name_is_served(certificate: tuple[Path, Path]) -> None:
    found = ask(certificate, "feeds.example", trusted=True)
    assert isinstance(found, FetchResult), found
    assert found.body == b"<rss/>"


@pytest.mark.parametrize(
    ("host", "trusted"), [("feeds.example", False), ("other.example", True)], ids=["signs itself", "wrong name"]
)
def test_it_refuses_what_cannot_be_trusted(certificate: tuple[Path, Path], host: str, trusted: bool) -> None:
    found = ask(certificate, host, trusted=trusted)
    assert isinstance(found, FetchFailure)
    assert (found.fault, found.side) == (Fault.TLS, "theirs"), found


def test_an_old_protocol_is_no_connection(certificate: tuple[Path, Path]) -> None:
    found = ask(certificate, "feeds.example", trusted=True, old=True)
    assert isinstance(found, FetchFailure)
    assert found.fault in (Fault.TLS, Fault.CONNECT)


def test_plain_text_on_an_encrypted_port_is_no_connection(certificate: tuple[Path, Path]) -> None:
    found = ask(certificate, "feeds.example", trusted=True, plain=True)
    assert isinstance(found, FetchFailure)
    assert found.fault in (Fault.TLS, Fault.CONNECT, Fault.TIMEOUT)
