"""Measuring two or three things in turn, and saying how they compare."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median

import structlog


@dataclass(frozen=True, slots=True)
class Measure:
    """One goal of docs/performance.md. `value`, `min` and `max` are ratios of rounds; `anchor` says of what."""

    goal: str
    value: float
    unit: str
    min: float
    max: float
    rounds: int
    anchor: str
    target: str
    met: bool

    def line(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


def ratio(
    goal: str, ours: list[float], theirs: list[float], *, anchor: str, at_least: float | None = None,
    at_most: float | None = None, unit: str = "x",
) -> Measure:  # fmt: skip
    """The median over rounds of ours / theirs, measured one after the other in each round."""
    each = [one / other for one, other in zip(ours, theirs, strict=True)]
    value = median(each)
    met = (at_least is None or value >= at_least) and (at_most is None or value <= at_most)
    target = f">= {at_least:g}" if at_least is not None else f"<= {at_most:g}"
    return Measure(
        goal, round(value, 3), unit, round(min(each), 3), round(max(each), 3), len(each), anchor, target, met
    )


def quiet() -> None:
    """No line of the log below an error."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(40))


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
