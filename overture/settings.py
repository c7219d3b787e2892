"""What an installation can be told: `Settings` from the workspace's settings.yaml, `Environment` from `OVERTURE_*`.

Intent stands in files that a team can review; places and secrets stand in the environment, a secret also in a file that
`OVERTURE_..._FILE` names. Nothing is read when this module is imported.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict
from rapidfuzz import process

from overture.validator_words import wrong
from triggers.limits import Limits
from triggers.outbound import OutboundPolicy

PREFIX = "OVERTURE_"
_ADDRESS = "should be an address without a path, such as https://overture.example.com"
_BROKERS = ("memory", "redis", "rediss", "redis+socket", "sentinel")
SECRET_BYTES = 16  # a shorter key could be guessed
_MAX_FILE_BYTES = 64 * 1024
LEAST_KEPT = timedelta(days=30)  # that long a decision can be taken back, and a replay looks back
LEAST_LOGGED = timedelta(days=365)  # of the audit; PostgreSQL keeps as much, whatever it is told


@dataclass(frozen=True, slots=True)
class Handoff:
    channel: str = "eml"
    dir: str = "outbox"  # relative to the data directory
    hold: timedelta = timedelta(minutes=10)
    quiet: str | None = None  # hours in which nothing leaves, by the reader's clock: 19:00-08:00
    quiet_days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    four_eyes: bool = False  # whoever edited a draft last may not approve it
    bulk: int = 20  # drafts that one bulk approval may take


@dataclass(frozen=True, slots=True)
class Retention:
    """How long words are kept, never less than `LEAST_KEPT`, and the log, never less than `LEAST_LOGGED`."""

    entries: timedelta = timedelta(days=90)
    drafts: timedelta = timedelta(days=180)  # those that were not approved
    messages: timedelta = timedelta(days=730)
    audit: timedelta = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class Alerts:
    failing_after: timedelta = timedelta(hours=6)
    silent_times: float = 3.0  # times a source's own norm
    webhook: str | None = None
    events: tuple[str, ...] = ("source.failing", "source.silent", "source.well", "drafts.waiting")


@dataclass(frozen=True, slots=True)
class Settings:
    """settings.yaml as values; every field has a default, so the file may be empty."""

    time_zone: str = "UTC"
    stories: str = "stories"  # relative to the workspace
    outbound: OutboundPolicy = field(default_factory=OutboundPolicy)
    handoff: Handoff = Handoff()
    review: Review = Review()
    retention: Retention = Retention()
    alerts: Alerts = Alerts()


class EnvironmentProblem(Exception):  # noqa: N818 - it is what the user sees
    """Variables of the environment that cannot be used; `problems` holds a line for each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


class Environment(BaseSettings):
    """Where this process finds things. Made directly it takes only what it is given; see `read_environment`.

    Seconds that are None leave the limit at its default; `hold_seconds` overrides every hold of the workspace.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid", env_ignore_empty=True)

    config: Path = Path("config")
    data_dir: Path = Path("var")
    database_url: str | None = None
    broker_url: str = "memory://"
    secret_key: SecretStr | None = None
    public_url: str | None = Field(default=None, pattern=r"^https?://[A-Za-z0-9.\-:]+/?$")
    proxies: str = ""  # addresses and networks, with commas between: whose X-Forwarded-For is believed
    metrics_token: SecretStr | None = None
    webhook_secret: SecretStr | None = None
    lease_seconds: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    sweep_seconds: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    tick_seconds: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    hold_seconds: float | None = Field(default=None, ge=0, allow_inf_nan=False)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings,)

    @field_validator("proxies")
    @classmethod
    def _are_networks(cls, text: str) -> str:
        try:
            networks(text)
        except ValueError:
            raise ValueError("should be addresses and networks with commas between, such as 10.0.0.0/8") from None
        return text

    @property
    def database(self) -> str:
        """The address of the database: the given one, else an SQLite file in the data directory."""
        return self.database_url or f"sqlite:///{self.data_dir / 'overture.db'}"


def networks(text: str) -> tuple[IPv4Network | IPv6Network, ...]:
    """Addresses and networks with commas between. ValueError names the one that is none."""
    return tuple(ip_network(part.strip(), strict=False) for part in text.split(",") if part.strip())


class _OfThisProcess(Environment):
    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (env_settings, init_settings)


def read_environment() -> Environment:
    """The `OVERTURE_*` variables of this process. EnvironmentProblem names every one that cannot be used."""
    from_files, problems = _secrets_from_files(os.environ)
    try:
        found = _OfThisProcess(**from_files)
    except ValidationError as error:
        raise EnvironmentProblem(problems + [_words(detail) for detail in error.errors()]) from error
    for name in ("secret_key", "metrics_token", "webhook_secret"):
        secret: SecretStr | None = getattr(found, name)
        if secret is not None and len(secret.get_secret_value().encode()) < SECRET_BYTES:
            problems.append(f"{PREFIX}{name.upper()}: needs at least {SECRET_BYTES} characters")
    if found.broker_url.partition(":")[0] not in _BROKERS:  # its words may hold the password
        problems.append(f"{PREFIX}BROKER_URL: should be redis://:PASSWORD@HOST:PORT/0, or memory://")
    if problems:
        raise EnvironmentProblem(problems)
    return Environment(**found.model_dump())


def limits(environment: Environment) -> Limits:
    """The limits of the line, with what the environment overrides."""
    given = {
        name: value
        for name in ("lease_seconds", "sweep_seconds", "tick_seconds", "hold_seconds")
        if (value := getattr(environment, name)) is not None
    }
    return replace(Limits(), **given)


# Never shown, and each may stand in a file that `OVERTURE_..._FILE` names.
SECRETS = frozenset({"database_url", "broker_url", "secret_key", "metrics_token", "webhook_secret"})


def variables() -> tuple[str, ...]:
    """Every variable that is read, in the order of the docs."""
    names = [name.upper() for name in Environment.model_fields]
    return tuple(
        PREFIX + name for base in names for name in ([base, f"{base}_FILE"] if base.lower() in SECRETS else [base])
    )


def given_variables() -> frozenset[str]:
    """Names of the variables that this process was started with."""
    return frozenset(name for name in variables() if os.environ.get(name))


def unknown_variables() -> list[str]:
    """A warning for each `OVERTURE_*` variable of this process that nothing reads."""
    known = variables()
    warnings = []
    for name in sorted(os.environ):
        if name.startswith(PREFIX) and name not in known:
            near = process.extractOne(name, known, score_cutoff=80)
            warnings.append(f"{name}: unknown variable" + (f"; did you mean {near[0]}?" if near else ""))
    return warnings


def _secrets_from_files(environ: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    """Values whose variable names a file, and what kept one from being read. The variable itself wins over its file."""
    found: dict[str, Any] = {}
    problems: list[str] = []
    for name in sorted(SECRETS):
        variable = f"{PREFIX}{name.upper()}_FILE"
        if not environ.get(variable):
            continue
        try:
            with Path(environ[variable]).open(encoding="utf-8") as file:
                found[name] = file.read(_MAX_FILE_BYTES).strip()
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is no text"
            problems.append(f"{variable}: {environ[variable]} cannot be read: {reason}")
    return found, problems


def _words(detail: Mapping[str, object]) -> str:
    """Names the variable, never its value: it may be a secret."""
    place = detail["loc"]
    name = str(place[0]) if isinstance(place, tuple) and place else ""
    words = _ADDRESS if detail["type"] == "string_pattern_mismatch" else wrong(detail)
    return f"{PREFIX}{name.upper()}: {words}"
