"""Prometheus metrics, counted in the database when they are asked for: the same answer from any process.

Labels are stages, states and roles, never a name of anything that is watched or written to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from overture.db import gauges
from overture.db.engine import read
from overture.db.tables import drafts, handoffs, sources
from triggers.limits import Limits

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


def render(engine: Engine, *, now: datetime, limits: Limits) -> bytes | None:
    """All metrics in the text format; None where the database does not answer."""
    try:
        with read(engine) as connection:
            found = list(_families(connection, now, limits))
    except SQLAlchemyError:
        return None
    registry = CollectorRegistry()
    registry.register(_Ready(found))
    return generate_latest(registry)


class _Ready(Collector):
    """Hands over what was counted already."""

    def __init__(self, families: list[GaugeMetricFamily]) -> None:
        self._families = families

    def collect(self) -> Iterator[GaugeMetricFamily]:
        yield from self._families


def _families(connection: Connection, now: datetime, limits: Limits) -> Iterator[GaugeMetricFamily]:
    grace = timedelta(seconds=limits.sweep_seconds + limits.lease_seconds)
    found = gauges.queues(connection, now, grace=grace)
    yield _gauge("lag_seconds", "Longest wait of a row that is due.", "stage", {k: q.lag for k, q in found.items()})
    yield _gauge("due_rows", "Rows that are due now.", "stage", {k: q.due for k, q in found.items()})
    yield _gauge("overdue_rows", "Rows due for longer than a sweep and a lease.", "stage",
                 {k: q.overdue for k, q in found.items()})  # fmt: skip
    yield _gauge("set_aside_rows", "Rows given up after the last attempt.", "stage",
                 {k: q.set_aside for k, q in found.items()})  # fmt: skip
    yield _gauge("drafts_waiting", "Drafts that wait for a person.", "kind", gauges.waiting(connection))
    yield _gauge("drafts", "Drafts by state.", "state", gauges.states(connection, drafts))
    yield _gauge("handoffs", "Messages on their way out, by state.", "state", gauges.states(connection, handoffs))
    yield _gauge("sources", "Sources by state.", "state", gauges.states(connection, sources))
    yield _gauge("silence_seconds", "Seconds since a process of the role moved; canary: since a message came through "
                 "the broker.", "role", gauges.silence(connection))  # fmt: skip
    yield _gauge("processes", "Processes of the role that moved within a minute and have not ended.", "role",
                 gauges.processes(connection))  # fmt: skip
    failing = GaugeMetricFamily("overture_sources_failing", "Active sources whose last polls failed.")
    failing.add_metric([], gauges.failing_sources(connection))
    yield failing


def _gauge(name: str, says: str, label: str, values: Mapping[str, float]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(f"overture_{name}", says, labels=[label])
    for key, value in sorted(values.items()):
        family.add_metric([key], value)
    return family
