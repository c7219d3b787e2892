"""What is in force comes from a line, a variable or a default, and no secret is ever shown."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from overture.config.document import Document, read_document
from overture.config.effective import InForce, environment_in_force, settings_in_force
from overture.config.ourselves import read_settings
from overture.settings import Environment, Settings

TEXT = """\
time_zone: Europe/Berlin
handoff:
  hold: 5m
outbound: {allow: ["10.1.2.3/32:8080", "[fd00::1]/128:8080"]}
alerts: {webhook: "https://hooks.example/services/T0/very-secret"}
retention: {audit: 400d}
"""


def of(text: str, *, hold_forced: bool = False) -> dict[str, InForce]:
    document = read_document(text.encode(), "settings.yaml")
    assert isinstance(document, Document)
    return {one.key: one for one in settings_in_force(read_settings(document)[0], document, hold_forced=hold_forced)}


def test_each_value_names_its_line_or_that_it_is_a_default() -> None:
    found = of(TEXT)
    assert (found["time_zone"].value, found["time_zone"].place) == ("Europe/Berlin", "settings.yaml:1")
    hold = found["handoff.hold"]
    assert (hold.value, hold.place, hold.default) == ("5m", "settings.yaml:3", "10m")
    assert found["outbound.allow"].value == "10.1.2.3/32:8080, [fd00::1]/128:8080"
    assert (found["handoff.dir"].value, found["handoff.dir"].place) == ("outbox", "default")
    assert not found["handoff.dir"].changed
    assert (found["retention.audit"].value, found["retention.audit"].note) == ("400d", "")
    assert all(one.says for one in found.values())


def test_of_the_web_hook_only_the_host_is_shown() -> None:
    assert of(TEXT)["alerts.webhook"].value == "https://hooks.example/…"
    assert "very-secret" not in str(of(TEXT))


def test_a_hold_of_the_environment_stands_above_the_file() -> None:
    found = of(TEXT, hold_forced=True)["handoff.hold"]
    assert found.place == "OVERTURE_HOLD_SECONDS"


def test_where_the_file_has_changed_since_no_line_is_claimed() -> None:
    found = {one.key: one for one in settings_in_force(Settings(time_zone="Europe/Berlin"), None)}
    assert found["time_zone"].place == "settings.yaml, as it was"
    assert found["handoff.hold"].place == "default"


def test_variables_are_told_and_secrets_are_only_set_or_not() -> None:
    given = Environment(
        database_url="postgresql://overture:hunter2@db/overture", secret_key=SecretStr("hunter2" * 3), hold_seconds=5
    )
    names = frozenset({"OVERTURE_DATABASE_URL", "OVERTURE_SECRET_KEY_FILE"})
    found = {one.key: one for one in environment_in_force(given, names)}
    assert (found["OVERTURE_DATABASE_URL"].value, found["OVERTURE_DATABASE_URL"].place) == (
        "set",
        "OVERTURE_DATABASE_URL",
    )
    assert found["OVERTURE_SECRET_KEY"].place == "OVERTURE_SECRET_KEY_FILE"
    assert found["OVERTURE_WEBHOOK_SECRET"].value == "not set"
    assert (found["OVERTURE_HOLD_SECONDS"].value, found["OVERTURE_HOLD_SECONDS"].place) == ("5.0", "this process")
    assert "hunter2" not in str(found)


@pytest.mark.parametrize(
    "address",
    ["hooks.example/very-secret", "ftp://hooks.example/very-secret", "https://hooks.example:very-secret/x",
     "https://[::1/very-secret", "https://otto:very-secret@hooks.example/x"],
)  # fmt: skip
def test_what_is_wrong_with_the_address_of_a_web_hook_is_said_without_it(address: str) -> None:
    document = read_document(f'alerts: {{webhook: "{address}"}}\n'.encode(), "settings.yaml")
    assert isinstance(document, Document)
    (problem,) = read_settings(document)[1]
    assert problem.level == "error"
    assert problem.column == 19
    assert "very-secret" not in str(problem)
