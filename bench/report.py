"""The results as a table and a plot of our own, between two marks of docs/performance.md."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from pathlib import Path

from bench.measure import Measure

MARKS = ("<!-- figures -->", "<!-- /figures -->")
_WIDTH, _LEFT, _ROW, _TOP = 760, 330, 30, 34


def table(measures: Sequence[Measure]) -> str:
    lines = ["| measure | value | from … to | rounds | beside | target | met |", "|---|--:|---|--:|---|---|---|"]
    lines += [
        f"| {one.goal} | {one.value:g} {one.unit} | {one.min:g} … {one.max:g} | {one.rounds} | {one.anchor} "
        f"| {one.target} | {'yes' if one.met else 'no'} |"
        for one in measures
    ]
    return "\n".join(lines)


def plot(measures: Sequence[Measure]) -> str:
    """Each value as a multiple of its target on a logarithmic scale: right of the line is met, or left where less is
    better; the whisker spans the rounds."""
    shown = [(one, _share(one, one.value), _share(one, one.min), _share(one, one.max)) for one in measures]
    spread = max([1.0, *(abs(math.log10(value)) for _, *values in shown for value in values if value > 0)])
    height = _TOP + _ROW * len(shown) + 24

    def x(value: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - 20) * (math.log10(max(value, 1e-6)) + spread) / (2 * spread)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" font-family="sans-serif" '
        'font-size="12" role="img">',
        "<title>Each measure as a multiple of its target</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
        f'<line x1="{x(1):.1f}" y1="{_TOP - 10}" x2="{x(1):.1f}" y2="{height - 20}" stroke="#444"/>',
        f'<text x="{x(1):.1f}" y="{_TOP - 16}" text-anchor="middle">target</text>',
    ]
    for at, (one, value, low, high) in enumerate(shown):
        y, colour = _TOP + _ROW * at + 10, "#1b7f4d" if one.met else "#b3412e"
        parts += [
            f'<text x="{_LEFT - 10}" y="{y + 4}" text-anchor="end">{escape(one.goal)}</text>',
            f'<line x1="{x(low):.1f}" y1="{y}" x2="{x(high):.1f}" y2="{y}" stroke="{colour}" stroke-width="2"/>',
            f'<circle cx="{x(value):.1f}" cy="{y}" r="5" fill="{colour}"/>',
            f'<text x="{x(max(high, value)) + 8:.1f}" y="{y + 4}" fill="#444">{one.value:g}</text>',
        ]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _share(one: Measure, value: float) -> float:
    """How well it does: above one is met, whichever way the target points."""
    sign, target = one.target.split()
    share = value / float(target)
    return share if sign == ">=" else 1 / max(share, 1e-9)


def write(measures: Sequence[Measure], *, page: Path, picture: Path, note: str) -> None:
    before, _, rest = page.read_text("utf-8").partition(MARKS[0])
    _, _, after = rest.partition(MARKS[1])
    told = (
        f"{MARKS[0]}\n\n{note}\n\n{table(measures)}\n\n![Each measure beside its target]({picture.name})\n\n{MARKS[1]}"
    )
    page.write_text(before + told + after, "utf-8")
    picture.write_text(plot(measures), "utf-8")
