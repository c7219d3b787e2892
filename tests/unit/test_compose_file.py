"""The compose file keeps its promises: nothing published, no root, passwords everywhere, no more rights than needed."""

from __future__ import annotations

from typing import Any

import pytest
from support.compose import ROOT, example_variables, read

import worker

OURS = ("migrate", "worker", "beat", "web")


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    found: dict[str, Any] = read(example_variables())["services"]
    return found


def test_database_and_broker_are_reached_from_inside_only(services: dict[str, Any]) -> None:
    for name in ("postgres", "redis"):
        assert "ports" not in services[name]
        assert services[name]["networks"] == ["inside"]
    assert read(example_variables())["networks"]["inside"]["internal"] is True


def test_what_is_published_is_published_to_this_machine_only(services: dict[str, Any]) -> None:
    published = [port for service in services.values() for port in service.get("ports", [])]
    assert published
    assert all(port.startswith("127.0.0.1:") for port in published)


def test_without_a_password_nothing_starts() -> None:
    needed = ("POSTGRES_PASSWORD", "WORKER_DB_PASSWORD", "WEB_DB_PASSWORD", "REDIS_PASSWORD", "OVERTURE_SECRET_KEY")
    for name in needed:
        with pytest.raises(KeyError, match=name):
            read({**example_variables(), name: ""})


def test_the_broker_has_a_password_a_log_and_throws_nothing_away(services: dict[str, Any]) -> None:
    command = " ".join(services["redis"]["command"])
    assert '--requirepass "$REDIS_PASSWORD"' in command
    assert "--appendonly yes" in command
    assert "--maxmemory-policy noeviction" in command


@pytest.mark.parametrize("name", OURS)
def test_our_containers_may_do_little(services: dict[str, Any], name: str) -> None:
    service = services[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in service
    assert not any("docker.sock" in volume for volume in service.get("volumes", []))
    assert all(volume.endswith(":ro") for volume in service.get("volumes", []) if volume.startswith((".", "/")))


def test_nothing_takes_all_memory_all_processes_or_all_of_the_disk(services: dict[str, Any]) -> None:
    for name, service in services.items():
        assert service["mem_limit"], name
        assert service["pids_limit"], name
        assert service["logging"]["options"]["max-size"], name


def test_who_ends_is_started_again_and_who_hangs_is_seen(services: dict[str, Any]) -> None:
    for name in ("postgres", "redis", "worker", "beat", "web"):
        assert services[name]["restart"] == "unless-stopped", name
        assert services[name]["healthcheck"]["test"], name


def test_whoever_looks_at_mail_can_change_no_message_and_reaches_no_part(services: dict[str, Any]) -> None:
    assert services["mailpit"]["volumes"] == ["data:/data:ro"]
    assert services["mailpit"]["networks"] == ["outside"]


def test_the_image_runs_as_nobody_in_particular() -> None:
    users = [line.split()[1] for line in (ROOT / "Dockerfile").read_text().splitlines() if line.startswith("USER ")]
    assert users
    assert users[-1].split(":")[0] not in ("root", "0")


def test_each_part_has_the_role_that_is_its_own(services: dict[str, Any]) -> None:
    users = {name: services[name]["environment"]["OVERTURE_DATABASE_URL"].split("//")[1].split(":")[0] for name in OURS}
    assert users == {
        "migrate": "overture",
        "worker": "overture_worker",
        "beat": "overture_worker",
        "web": "overture_web",
    }
    assert "OVERTURE_BROKER_URL" not in services["web"]["environment"]  # approvals need no broker


def test_images_have_versions(services: dict[str, Any]) -> None:
    for service in services.values():
        name, _, tag = service["image"].partition(":")
        assert tag, name
        assert tag != "latest"


def test_a_batch_may_end_before_the_container_is_killed(services: dict[str, Any]) -> None:
    grace = int(services["worker"]["stop_grace_period"].removesuffix("s"))
    assert grace > worker.app.conf.worker_soft_shutdown_timeout + 10
