"""The compose file's own commands and environment, against a real PostgreSQL and a real Redis, without Docker.

Only what a container would be given from outside is substituted: the hosts' names, the mounted folders, the port.
"""

from __future__ import annotations

import json
import re
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.engine import make_url
from support import compose
from support.bigworld import World, served
from support.cluster import CLOCKS, approve_waiting, counted, fresh_database, settled, wait, witnessed
from support.running import command, environment
from support.servers import PASSWORD, free_port, own_redis

from overture.db.engine import open_engine, read
from overture.db.heartbeats import CANARY
from overture.db.tables import heartbeats
from overture.services import Services, open_services
from overture.settings import Environment

COMPANIES = 12
SHORT = {name: value for name, value in CLOCKS.items() if name != "OVERTURE_SECRET_KEY"}


@dataclass
class Deployed:
    """Services of the compose file as processes."""

    file: dict[str, Any]
    database: str
    broker: str
    folder: Path
    world: World
    port: int = field(default_factory=free_port)
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def environment(self, service: str) -> dict[str, str]:
        given: dict[str, str] = dict(self.file["services"][service]["environment"])
        for name, value in given.items():
            given[name] = self._here(name, value)
        return environment({**given, **SHORT})

    def _here(self, name: str, value: str) -> str:
        if name == "OVERTURE_DATABASE_URL":
            wanted, real = make_url(value), make_url(self.database)
            there = wanted.set(host=real.host, port=real.port, database=real.database, query=real.query)
            if wanted.username == "overture":  # the server's own superuser, whatever it is called here
                there = there.set(username=real.username, password=real.password)
            return there.render_as_string(hide_password=False)
        if name == "OVERTURE_BROKER_URL":
            return value.replace("@redis:6379", f"@{self.broker}")
        return value.replace("/workspace/config", str(self.world.workspace)).replace("/data", str(self.folder / "data"))

    def words(self, service: str) -> list[str]:
        given = [str(self.port) if word == "8700" else word for word in self.file["services"][service]["command"]]
        return command(*given)

    def run(self, *words: str, service: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command(*words), env=self.environment(service), capture_output=True, text=True, timeout=120
        )

    def up(self, service: str) -> None:
        with (self.folder / f"{service}.log").open("ab") as log:
            process = subprocess.Popen(
                self.words(service), env=self.environment(service), stdout=log, stderr=log, start_new_session=True
            )
        self.running.append(process)

    def health(self, service: str) -> int:
        """What Docker would see of the service's health check."""
        test = self.file["services"][service]["healthcheck"]["test"]
        assert test[:2] == ["CMD", "overture"]
        return self.run(*test[2:], service=service).returncode

    def get(self, path: str) -> tuple[int, bytes]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()
        except OSError:
            return 0, b""

    def down(self) -> list[int]:
        """SIGTERM to all, as `docker compose down` does; gives the exit statuses."""
        for process in self.running:
            process.terminate()
        return [process.wait(timeout=40) for process in self.running]


@pytest.fixture(scope="module")
def deployed(postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployed]:
    folder = tmp_path_factory.mktemp("compose")
    (folder / "data").mkdir()
    variables = {**compose.example_variables(), "REDIS_PASSWORD": PASSWORD}
    broker = own_redis()
    with served(folder, companies=COMPANIES) as world:
        here = Deployed(
            compose.read(variables), fresh_database(postgres_url), f"127.0.0.1:{broker.port}", folder, world
        )
        try:
            yield here
        finally:
            for process in here.running:
                process.kill()
                process.wait(timeout=10)
            broker.stop()
            drop(postgres_url, make_url(here.database).database or "")


def drop(server: str, name: str) -> None:
    engine = open_engine(server)
    with engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


def still_beating(database: str) -> set[str]:
    """Roles whose processes have not said that they ended."""
    engine = open_engine(database)
    with read(engine) as connection:
        roles = connection.scalars(select(heartbeats.c.role).where(heartbeats.c.ended.is_(False))).all()
    engine.dispose()
    return set(roles) - {CANARY}


def desk(deployed: Deployed) -> Services:
    """A person's side with what the web container has: its role, and no broker."""
    given = deployed.environment("web")
    known = Environment(
        config=Path(given["OVERTURE_CONFIG"]),
        data_dir=Path(given["OVERTURE_DATA_DIR"]),
        database_url=given["OVERTURE_DATABASE_URL"],
        secret_key=given["OVERTURE_SECRET_KEY"],
        hold_seconds=0,
    )
    return open_services(known, role="cli")


def test_the_compose_file_runs(deployed: Deployed) -> None:
    refused = deployed.run("worker", service="worker")
    assert refused.returncode in (2, 3), "a database without the schema and its roles is refused"

    upgraded = subprocess.run(
        deployed.words("migrate"), env=deployed.environment("migrate"), capture_output=True, text=True, timeout=120
    )
    assert upgraded.returncode == 0, upgraded.stderr
    other = deployed.environment("worker") | {"OVERTURE_SECRET_KEY": "a key that was made anew"}
    refused = subprocess.run(deployed.words("worker"), env=other, capture_output=True, text=True, timeout=120)
    assert refused.returncode == 2, "a part with another key than the one that came first does not start"
    assert "OVERTURE_SECRET_KEY" in refused.stderr

    for service in ("worker", "beat", "web"):
        deployed.up(service)
    wait("the pages answer", lambda: deployed.get("/healthz")[0] == 200, within=120)
    wait("work moves", lambda: deployed.get("/readyz")[0] == 200, within=120)
    assert [process.poll() for process in deployed.running] == [None] * 3, "each starts, whoever starts beside it"

    services = desk(deployed)
    try:
        wait("drafts wait", lambda: counted(services.engine)["drafts"] == COMPANIES and settled(services), within=90)
        assert approve_waiting(services) == COMPANIES
        wait("all is handed off", lambda: len(witnessed(deployed.folder / "data" / "outbox")) == COMPANIES, within=60)
    finally:
        services.close()

    told = json.loads(deployed.get("/readyz")[1])
    assert told["broker_seen_seconds_ago"] is not None
    assert re.search(rb'overture_processes\{role="beat"\} 1', deployed.get("/metrics")[1])
    handed = rb'overture_handoffs\{state="handed_off"\} 12'  # a message is a file before its row says so
    wait("the count follows", lambda: re.search(handed, deployed.get("/metrics")[1]) is not None, within=60)
    for service in ("worker", "beat", "web"):
        assert deployed.health(service) == 0, service
    examined = deployed.run("doctor", "--format", "json", service="worker")
    assert examined.returncode == 0, examined.stdout
    assert {check["check"] for check in json.loads(examined.stdout)["checks"]} >= {"database", "broker", "outbox"}

    assert deployed.down() == [0, 0, 0]
    assert still_beating(deployed.database) == set(), "who ends in good order says so"
    for service in ("worker", "beat", "web"):
        log = (deployed.folder / f"{service}.log").read_text()
        assert "Traceback" not in log
        assert PASSWORD not in log
        assert "@" not in log.replace("celery@", ""), log


def test_doctor_says_what_does_not_answer(deployed: Deployed) -> None:
    given = deployed.environment("worker")
    gone = f"redis://127.0.0.1:{free_port()}/0"
    done = subprocess.run(
        command("doctor", "--broker", gone, "--db", "postgresql://nobody@127.0.0.1:9/none", "--format", "json"),
        env=given, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 3
    wrong = {check["check"] for check in json.loads(done.stdout)["checks"] if check["ok"] == "NO"}
    assert {"database", "broker"} <= wrong
