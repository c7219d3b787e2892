"""Everything that one process needs, opened once and shared by its threads."""

from __future__ import annotations

import fcntl
import os
import secrets
import threading
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import structlog
from sqlalchemy import Engine

from campaigns.match import IndexResolver
from overture.clock import Clock, SystemClock
from overture.config.places import Problem, in_order
from overture.config.watch import fingerprint
from overture.config.workspace import Workspace, load
from overture.db import notices as told
from overture.db import schema, workspace_rows
from overture.db.claims import free_dead
from overture.db.config_state import note_config, noted
from overture.db.engine import open_engine, read, write_alone
from overture.db.installation import hold_to_key, is_begun
from overture.db.secret import Keyring
from overture.db.tables import entries, handoffs, notices, sources, triggers
from overture.db.tables.line import hosts
from overture.errors import NoWorkspace, WrongKey
from overture.jail import ChildJail
from overture.known_accounts import KnownAccounts
from overture.settings import Environment, limits
from overture.stories import StoryShelf
from triggers.limits import Limits

log = structlog.get_logger("overture")

_WORKSPACE = "workspace"
_KEY_FILE = "secret.key"
QUEUES = (sources, hosts, entries, triggers, handoffs, notices)


@dataclass(slots=True)
class Services:
    """Handed to every job. `workspace`, `stories` and the account index follow the files and the database."""

    environment: Environment
    engine: Engine
    keys: Keyring
    clock: Clock
    limits: Limits
    jail: ChildJail
    workspace: Workspace
    stories: StoryShelf
    role: str = "worker"
    at_work: dict[tuple[str, int], float] = field(default_factory=dict)  # stage and thread: since when on its batch
    problems: list[Problem] = field(default_factory=list)
    _seen: str = ""
    _accounts: KnownAccounts = field(default_factory=KnownAccounts)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def now(self) -> datetime:
        return self.clock.now()

    @property
    def folder(self) -> Path:
        return self.environment.config

    def refresh(self) -> None:
        """Take up what changed in the workspace's files; a broken file changes nothing but the list of problems."""
        with self._lock:
            seen = fingerprint(self.folder, stories_dir=self.workspace.stories_dir)
            if seen == self._seen:
                return
            self._reload()
            self._seen = seen  # only now: what could not be taken up is tried again at the next look

    def _reload(self) -> None:
        loaded = load(self.folder, environment=self.environment)
        self.problems = loaded.problems
        places = [one.place for one in in_order(loaded.problems) if one.level == "error"]
        if places:
            said = "config_refused" if loaded.workspace is None else "config_flawed"
            log.warning(said, problems=len(loaded.problems), first=places[0])
        if loaded.workspace is not None:
            self._take_up(loaded.workspace)
        prints = loaded.workspace.fingerprints if loaded.workspace else {}
        with write_alone(self.engine, _WORKSPACE) as connection:
            good = loaded.workspace is not None
            note_config(connection, prints, loaded.problems, loaded=good, now=self.now())

    def _take_up(self, workspace: Workspace) -> None:
        """Rows first, then the stories, then this process: whoever works meanwhile works with the older ones.

        Processes that start together take turns, and only the first writes rows: the others find their files noted.
        """
        shelf = StoryShelf.load(self.engine, workspace.stories_dir, now=self.now())
        with write_alone(self.engine, _WORKSPACE) as connection:
            known = noted(connection)
            if gone := sorted(known.keys() - workspace.fingerprints.keys()):
                log.warning("config_gone", files=", ".join(gone))  # what stood there is retired: not always meant
            if known != workspace.fingerprints:
                workspace_rows.sync(connection, workspace, keys=self.keys, now=self.now())
                differ = {name for name, print_ in known.items() if workspace.fingerprints.get(name) != print_}
                workspace_rows.say_again(connection, differ, now=self.now())
            if shelf.stories != self.stories.stories:
                workspace_rows.tell_again(connection, now=self.now())
            if workspace.settings.outbound != self.workspace.settings.outbound:
                workspace_rows.poll_again(connection, now=self.now())
            if workspace.settings.alerts.webhook is not None:
                told.begin_to_look(connection, now=self.now())
        self.workspace, self.stories = workspace, shelf

    def resolver(self) -> IndexResolver:
        """Knows all account names, as files and people have them now; an edit costs what it changed."""
        with self._lock, read(self.engine) as connection:
            return self._accounts.resolver(connection)

    @property
    def hold(self) -> timedelta:
        """How long approved messages are held, unless their campaign says otherwise."""
        if self.environment.hold_seconds is not None:
            return timedelta(seconds=self.environment.hold_seconds)
        return self.workspace.settings.handoff.hold

    def close(self) -> None:
        self.jail.close()
        self.engine.dispose()


def open_services(environment: Environment, *, role: str, clock: Clock | None = None) -> Services:
    """Open the database at its own version, load the workspace, free what dead processes left leased.

    Raises NoWorkspace, UnknownSchema for a database that needs `overture db upgrade`, or WrongKey.
    """
    engine = open_engine(environment.database)
    schema.check(engine)
    loaded = load(environment.config, environment=environment)
    if loaded.workspace is None:
        engine.dispose()
        raise NoWorkspace(environment.config, loaded.problems)
    if (path := lost_key(environment)) and is_begun(engine):  # a new one would stand where the old one belongs
        engine.dispose()
        raise WrongKey(
            f"{path} is gone, and this database was begun with it: put it back (docs/production.md, Secrets)"
        )
    bounds = limits(environment)
    services = Services(
        environment=environment,
        engine=engine,
        keys=Keyring(secret_key(environment)),
        clock=clock or SystemClock(),
        limits=bounds,
        jail=ChildJail(bounds),
        workspace=loaded.workspace,
        stories=StoryShelf(),
        role=role,
        problems=loaded.problems,
    )
    with ExitStack() as unwound:
        unwound.callback(services.close)
        hold_to_key(engine, services.keys, now=services.now())
        services.refresh()
        free_dead(engine, QUEUES)
        unwound.pop_all()
    return services


def lost_key(environment: Environment) -> Path | None:
    """Where the key should stand, if it stands nowhere."""
    path = environment.data_dir / _KEY_FILE
    there = environment.secret_key is not None or (path.exists() and path.stat().st_size)
    return None if there else path


def secret_key(environment: Environment) -> bytes:
    """The installation's key: from the environment, else from a file beside the data, made on first use."""
    if environment.secret_key is not None:
        return environment.secret_key.get_secret_value().encode()
    path = environment.data_dir / _KEY_FILE
    if path.exists() and (known := path.read_bytes()):
        return known
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # of two that start at once, one makes it, and no other reads half of it
        key = file.read()
        if not key:
            key = secrets.token_hex(32).encode()
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
        return key
