"""What is in force, and where each value came from: a line of settings.yaml, a variable, or a default.

Secrets are never shown, only whether they are set; of an address that may hold one, only its host.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from overture.config.document import Document
from overture.config.places import Loc
from overture.config.schema import keys, said
from overture.settings import PREFIX, SECRETS, Environment, Settings
from triggers.outbound import Network, OutboundPolicy

FILE = "settings.yaml"
DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class InForce:
    """One value. `place` is `settings.yaml:LINE`, the name of a variable, or `default`."""

    key: str
    value: str
    place: str
    says: str
    default: str = ""
    secret: bool = False
    note: str = ""

    @property
    def changed(self) -> bool:
        return self.place != DEFAULT


def settings_in_force(
    settings: Settings, document: Document | None, *, hold_forced: bool = False, shown: str = FILE
) -> list[InForce]:
    """Every key of settings.yaml with the value that is worked with.

    `document` is the file that these values were read from; None where it is no longer there as it was. `shown` is how
    its places are named. `hold_forced`: the environment sets the hold.
    """
    return [
        _setting(key.path, key.description, settings, document, shown, hold_forced)
        for key in keys(FILE)
        if not _group(key.path)
    ]


def _setting(
    path: str, says: str, settings: Settings, document: Document | None, shown: str, hold_forced: bool
) -> InForce:
    loc: Loc = tuple(path.split("."))
    value, default = _text(_at(settings, loc)), _text(_at(Settings(), loc))
    if path == "handoff.hold" and hold_forced:
        return InForce(path, value, f"{PREFIX}HOLD_SECONDS", says, default, note="stands above every other hold")
    if document is None:
        place = DEFAULT if value == default else f"{shown}, as it was"
    else:
        place = f"{shown}:{document.place(loc, at_key=True)[0]}" if loc in document.keys else DEFAULT
    if path == "alerts.webhook":
        return InForce(path, _host(value), place, says, default, secret=bool(value))
    return InForce(path, value, place, says, default)


def _group(path: str) -> bool:
    """Whether the key only holds other keys."""
    found = _at(Settings(), tuple(path.split(".")))
    return dataclasses.is_dataclass(found)


def _at(settings: Settings, loc: Loc) -> Any:
    found: Any = settings
    for name in loc:
        found = getattr(found, str(name))
    return found


def _text(value: Any) -> str:
    """A value as the file would write it; empty for none."""
    if isinstance(value, tuple):
        return ", ".join(_allowed(*one) if isinstance(one, tuple) else str(one) for one in value)
    if isinstance(value, timedelta) and not value:
        return "0s"
    return "" if value is None or isinstance(value, OutboundPolicy) else said(value)


def _allowed(network: Network, port: int) -> str:
    if network.version == 4:
        return f"{network}:{port}"
    return f"[{network.network_address}]/{network.prefixlen}:{port}"


def _host(address: str) -> str:
    """Of an address whose path may be a secret: where it leads."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.hostname}/…" if address else ""


def environment_in_force(environment: Environment, given: Set[str]) -> list[InForce]:
    """Every variable. `given` are the names that this process was started with."""
    return [_variable(environment, name, given) for name in Environment.model_fields]


def _variable(environment: Environment, name: str, given: Set[str]) -> InForce:
    variable, value = f"{PREFIX}{name.upper()}", getattr(environment, name)
    default = Environment.model_fields[name].get_default()
    named = next((one for one in (variable, f"{variable}_FILE") if one in given), None)
    place = named or (DEFAULT if value == default else "this process")
    secret = name in SECRETS
    shown = ("set" if value not in (None, default) else "not set") if secret else _plain(value)
    return InForce(variable, shown, place, _SAYS[name], "" if secret else _plain(default), secret=secret)


def _plain(value: Any) -> str:
    return "" if value is None else str(value)


_SAYS: Mapping[str, str] = {
    "config": "Folder of the workspace",
    "data_dir": "Folder of what is written: the embedded database, the key, messages",
    "database_url": "Address of the database; without one, a file in the data directory",
    "broker_url": "Address of the broker; without one, the memory of one process",
    "secret_key": "Key of hashes and links; without one, a file in the data directory",
    "public_url": "Where readers reach these pages",
    "proxies": "Whose word on where a caller comes from is taken",
    "metrics_token": "Opens /metrics; without one, only this machine may ask",
    "webhook_secret": "Signs what is sent to the web hook; without one, nothing is sent",
    "lease_seconds": "How long a worker may work on a row unseen",
    "sweep_seconds": "How often each worker looks by itself",
    "tick_seconds": "How often the bell is rung",
    "hold_seconds": "Stands in place of every hold",
}
