"""Failures in words: what happened, whose side it is on, what to do next."""

from __future__ import annotations

from triggers.types import Fault, FaultSide, FetchFailure

_AGAIN = "We try again with growing pauses."
_ASK = "Look at the address in a browser, or ask the publisher."

_STATUS: dict[int, tuple[FaultSide, str]] = {
    204: ("theirs", f"Their server answers without a document. {_ASK}"),
    206: ("theirs", f"Their server sent a part of a document we did not ask for. {_ASK}"),
    304: ("theirs", "Their server says 'not modified' though we asked for the whole document. We try again."),
    400: ("theirs", f"Their server does not understand the address. {_ASK}"),
    401: ("theirs", "Their server wants a log-in. Use an address of the feed that is open."),
    403: ("theirs", "Their server refuses us. Ask the publisher to let our user agent in, or take another source."),
    404: ("theirs", "There is nothing at this address. Look for the feed's new address."),
    406: ("theirs", f"Their server has no form of the document that we can read. {_ASK}"),
    410: (
        "theirs",
        "The publisher has removed this feed for good. Polling has stopped; find a new address or retire it.",
    ),
    429: ("theirs", "Their server asks us to come less often. We wait as long as it says."),
    451: ("theirs", "Their server withholds the feed for legal reasons. Take another source."),
    503: ("theirs", f"Their server is overloaded or down for maintenance. {_AGAIN}"),
}


def status_failure(status: int, reason: str, retry_after: float | None) -> FetchFailure:
    """A reply whose status means that there is no document."""
    side, advice = _STATUS.get(status, ("theirs", _ASK))
    if status >= 500 and status not in _STATUS:
        advice = f"Their server is in trouble. {_AGAIN}"
    said = f"HTTP {status} {_plain(reason)}".strip()
    return FetchFailure(Fault.HTTP, side, f"{said}. {advice}", status=status, retry_after=retry_after)


def refused(reason: str, url: str) -> FetchFailure:
    """Our own policy said no before any connection."""
    message = (
        f"We do not fetch {_plain(url)}: {reason}. "
        "Mend the address, or have ops list the network and port under outbound.allow."
    )
    return FetchFailure(Fault.REFUSED, "ours", message)


def dns(host: str) -> FetchFailure:
    message = f"The name {_plain(host)} cannot be found. Check its spelling and our name server; we try again."
    return FetchFailure(Fault.DNS, "network", message)


def connect(host: str, detail: str) -> FetchFailure:
    message = f"No connection to {_plain(host)}: {_plain(detail)}. Their server or the way to it is down. {_AGAIN}"
    return FetchFailure(Fault.CONNECT, "network", message)


def tls(host: str, detail: str) -> FetchFailure:
    message = (
        f"The certificate or encryption of {_plain(host)} cannot be trusted: {_plain(detail)}. "
        "The publisher must mend it; we do not connect without."
    )
    return FetchFailure(Fault.TLS, "theirs", message)


def timeout(seconds: float) -> FetchFailure:
    message = f"Their server did not finish within {seconds:g} seconds. {_AGAIN}"
    return FetchFailure(Fault.TIMEOUT, "theirs", message)


def broken(detail: str, status: int | None = None) -> FetchFailure:
    message = f"Their server's reply breaks the rules of HTTP: {_plain(detail)}. {_ASK}"
    return FetchFailure(Fault.PROTOCOL, "theirs", message, status=status)


def body(fault: Fault, detail: str, status: int) -> FetchFailure:
    advice = "The document was refused whole; ask the publisher for a shorter or plainer feed."
    return FetchFailure(fault, "theirs", f"From their server {detail}. {advice}", status=status)


def left_for_later(origin: str) -> FetchFailure:
    message = (
        f"Not asked this time: {_plain(origin)} has just failed to answer us several times in a row. We try again."
    )
    return FetchFailure(Fault.TIMEOUT, "network", message)


def _plain(text: str) -> str:
    """Their words on one short line, for a log and a page."""
    shown = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(shown.split())[:200]
