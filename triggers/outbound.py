"""Where we may connect to: http and https, ports 80 and 443, public addresses, plus what ops listed by hand.

Feeds are added by people and redirect as they please, so every hop is judged twice: the address as written (`target`)
and each numeric address its name leads to (`OutboundPolicy.refusal`). The lists are explicit, since what
`ipaddress` calls private or global misses shared address space, NAT64, 6to4, site-local and multicast ranges.
The same policy serves web hooks and mail servers.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

DEFAULT_USER_AGENT = "Overture/0.1 (feed reader; conditional requests; one connection per host)"
URL_CHARS = 4096

_REFUSED_V4: tuple[tuple[IPv4Network, str], ...] = tuple(
    (IPv4Network(network), words)
    for network, words in (
        ("0.0.0.0/8", "this host"),
        ("10.0.0.0/8", "a private network"),
        ("100.64.0.0/10", "a carrier's shared network"),
        ("127.0.0.0/8", "this machine"),
        ("168.63.129.16/32", "a cloud's own service"),
        ("169.254.0.0/16", "the local link, where clouds keep their secrets"),
        ("172.16.0.0/12", "a private network"),
        ("192.0.0.0/24", "reserved for protocols"),
        ("192.0.2.0/24", "reserved for documentation"),
        ("192.88.99.0/24", "a retired relay"),
        ("192.168.0.0/16", "a private network"),
        ("198.18.0.0/15", "reserved for benchmarks"),
        ("198.51.100.0/24", "reserved for documentation"),
        ("203.0.113.0/24", "reserved for documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
    )
)
# Only 2000::/3 is given out as global unicast; the ranges below are the exceptions inside it.
_GLOBAL_V6 = IPv6Network("2000::/3")
_REFUSED_V6: tuple[tuple[IPv6Network, str], ...] = tuple(
    (IPv6Network(network), words)
    for network, words in (
        ("2001::/23", "reserved for protocols and tunnels"),
        ("2001:db8::/32", "reserved for documentation"),
        ("2002::/16", "a tunnel to an IPv4 address"),
        ("3fff::/20", "reserved for documentation"),
    )
)
_LOCAL_SUFFIXES = (".localhost", ".localdomain", ".local", ".internal", ".intranet", ".home.arpa", ".onion")
_FORBIDDEN_IN_URL = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029\ufeff]")
_HOST_NAME = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*")
_NUMERIC_LABEL = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)")


@dataclass(frozen=True, slots=True)
class Target:
    """A web address that may be looked up. `address` is set when the host is written as numbers."""

    scheme: str
    host: str  # lower case ASCII, no brackets, no trailing dot
    port: int
    address: Address | None


@dataclass(frozen=True, slots=True)
class OutboundPolicy:
    """What ops allow beyond public web servers, and how we introduce ourselves."""

    allow: tuple[tuple[Network, int], ...] = ()
    user_agent: str = DEFAULT_USER_AGENT

    def refusal(self, address: Address, port: int) -> str | None:
        """Why a connection to `address` and `port` is refused; None where it may be made."""
        plain = _unwrapped(address)
        if self.lists(plain, port):
            return None
        if port not in (80, 443):
            return f"port {port} is not a web port"
        words = _refused_range(plain)
        return f"{plain} is {words}" if words else None

    def lists(self, address: Address, port: int) -> bool:
        """Whether ops named this very place."""
        return any(port == allowed and _unwrapped(address) in network for network, allowed in self.allow)

    def target(self, url: str) -> Target | str:
        """The address that `url` names, or why we do not go there. Nothing is looked up."""
        parts = _split(url)
        if isinstance(parts, str):
            return parts
        host = _host(parts.hostname or "")
        if host is None:
            return "the host name is not valid"
        address = _literal(host)
        if address is None and _NUMERIC_LABEL.fullmatch(host.rpartition(".")[2]):
            return f"{host} is a number that is not a plain IP address"
        port = parts.port or (443 if parts.scheme == "https" else 80)
        reason = self._host_refusal(host, address, port)
        return reason or Target(parts.scheme, host, port, address)

    def _host_refusal(self, host: str, address: Address | None, port: int) -> str | None:
        if address is not None:
            return self.refusal(address, port)
        if host.endswith(_LOCAL_SUFFIXES):
            return f"{host} is a name of a local network"
        if port not in (80, 443) and all(port != allowed for _, allowed in self.allow):
            return f"port {port} is not a web port"
        return None


@dataclass(frozen=True, slots=True)
class ListedOnly(OutboundPolicy):
    """Nothing but what ops listed by hand: for what should not cross other networks in plain sight."""

    def refusal(self, address: Address, port: int) -> str | None:
        return None if self.lists(address, port) else f"{_unwrapped(address)}, which `outbound.allow` does not list"


def parse_allow(text: str) -> tuple[Network, int]:
    """Read one line of `outbound.allow`: `127.0.0.1/32:8701` or `[::1]/128:8701`. ValueError says what is wrong."""
    network_text, colon, port_text = text.strip().rpartition(":")
    if not colon or not port_text.isascii() or not port_text.isdigit() or not 0 < int(port_text) < 65536:
        raise ValueError(f"{text!r} needs a network and a port, such as 127.0.0.1/32:8701")
    try:
        return ip_network(network_text.replace("[", "").replace("]", "")), int(port_text)
    except ValueError as error:
        raise ValueError(f"{text!r} names no network: {error}") from error


def _split(url: str) -> SplitResult | str:
    """Cut the address up, refusing what two parsers could read in two ways."""
    if len(url) > URL_CHARS:
        return f"the address is longer than {URL_CHARS} characters"
    if _FORBIDDEN_IN_URL.search(url):
        return "the address holds a space, a control character or a backslash"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        return f"the address cannot be read: {error}"
    if parts.scheme not in ("http", "https"):
        return f"{parts.scheme or 'an address without a scheme'} is not http or https"
    if "@" in parts.netloc:
        return "the address holds a user name; use a source without one"
    if port == 0:
        return "port 0 is not a web port"
    return parts


def _host(host: str) -> str | None:
    """The host in lower-case ASCII. Full-width and circled digits fold to plain ones before anything is judged."""
    folded = unicodedata.normalize("NFKC", host).lower().removesuffix(".")
    if ":" in folded:
        return folded if folded.isascii() else None
    if not folded.isascii():
        try:
            folded = folded.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    return folded if len(folded) <= 253 and _HOST_NAME.fullmatch(folded) else None


def _literal(host: str) -> Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _unwrapped(address: Address) -> Address:
    """An IPv4 address in IPv6 clothes reaches the IPv4 host, so it is judged as that."""
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        return address.ipv4_mapped
    return address


def _refused_range(address: Address) -> str | None:
    if isinstance(address, IPv4Address):
        return next((words for network, words in _REFUSED_V4 if address in network), None)
    if address not in _GLOBAL_V6:
        return "not a public IPv6 address"
    return next((words for network, words in _REFUSED_V6 if address in network), None)
