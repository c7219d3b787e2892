"""What the pages of settings ask: what is in force and since which line, which way messages take, who is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from overture.config.directory import Accounts
from overture.config.document import Document, fingerprint, read_document
from overture.config.effective import FILE, InForce, environment_in_force, settings_in_force
from overture.config.places import Problem
from overture.config.workspace import FILES
from overture.db import retention
from overture.db.engine import read
from overture.db.retention import Run
from overture.handoff.webhook import objection
from overture.jobs.notices import tests_folder
from overture.services import Services
from overture.settings import Retention, given_variables


@dataclass(frozen=True, slots=True)
class FileInForce:
    """A file of the workspace. `taken`: its present text is what is worked with."""

    name: str
    there: bool
    taken: bool
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ConfigInForce:
    """`current` is False where settings.yaml was changed since and its new text is not in force."""

    folder: str
    settings: tuple[InForce, ...]
    environment: tuple[InForce, ...]
    files: tuple[FileInForce, ...]
    current: bool


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long words are kept, which of them are older now, and the last walk that let some go."""

    ages: Retention
    older: Mapping[str, int]
    last: Run | None


@dataclass(frozen=True, slots=True)
class Delivery:
    """The way that approved messages take."""

    channel: str
    folder: str
    tests: str
    values: tuple[InForce, ...]


@dataclass(frozen=True, slots=True)
class HookInForce:
    """Who is told; only the host of the address. `wrong`: why nothing would be sent there."""

    address: str
    events: tuple[str, ...]
    wrong: str
    values: tuple[InForce, ...]


class HouseDesk:
    """Reads only."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def config(self) -> ConfigInForce:
        services = self._services
        document = self._document()
        loaded = services.workspace.fingerprints
        return ConfigInForce(
            folder=str(services.folder),
            settings=tuple(self._settings(document)),
            environment=tuple(environment_in_force(services.environment, given_variables())),
            files=tuple(self._file(name) for name in FILES),
            current=document is not None or FILE not in loaded,
        )

    def keeping(self) -> Keeping:
        services = self._services
        ages = services.workspace.settings.retention
        with read(services.engine) as connection:
            last = retention.last_run(connection)
        return Keeping(ages, retention.would_go(services.engine, ages, now=services.now()), last)

    def _settings(self, document: Document | None) -> list[InForce]:
        services = self._services
        forced = services.environment.hold_seconds is not None
        return settings_in_force(services.workspace.settings, document, hold_forced=forced)

    def _document(self) -> Document | None:
        """settings.yaml, if what stands there is what is in force."""
        raw = self._raw(FILE)
        if raw is None or fingerprint(raw) != self._services.workspace.fingerprints.get(FILE):
            return None
        found = read_document(raw, FILE) if raw else None
        return found if isinstance(found, Document) else None

    def _raw(self, name: str) -> bytes | None:
        try:
            return (self._services.folder / name).read_bytes()
        except OSError:
            return None

    def _file(self, name: str) -> FileInForce:
        services, raw = self._services, self._raw(name)
        known = services.workspace.fingerprints.get(name)
        taken = known == (fingerprint(raw) if raw is not None else None)
        wrong = tuple(one for one in services.problems if one.file.rpartition("/")[2] == name)
        return FileInForce(name, raw is not None, taken, wrong)

    def delivery(self) -> Delivery:
        services = self._services
        handoff = services.workspace.settings.handoff
        values = tuple(one for one in self._settings(self._document()) if one.key.startswith("handoff."))
        return Delivery(handoff.channel, str(services.workspace.handoff_dir), str(tests_folder(services)), values)

    def webhook(self) -> HookInForce:
        settings = self._services.workspace.settings
        values = tuple(one for one in self._settings(self._document()) if one.key.startswith("alerts."))
        address = next(one.value for one in values if one.key == "alerts.webhook")
        wrong = objection(settings.alerts.webhook, settings.outbound) if settings.alerts.webhook else None
        return HookInForce(address, settings.alerts.events, wrong or "", values)

    def accounts(self) -> Accounts:
        """Those that a line of a list may name."""
        return Accounts.of(self._services.workspace.accounts)
