"""G1 and G2: from feed to draft, against the naive pipeline, against parsing alone, and against a longer list."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median

import fastfeedparser

from bench import naive, product, real, world
from bench.measure import Measure, ratio, seconds
from bench.product import Run
from triggers.detect.grammar.language import language_of

NOW = datetime.now(UTC).replace(microsecond=0)
ITEMS = 50  # of one document


def feed_to_draft(*, accounts: int, rounds: int, documents: int) -> Iterator[Measure]:
    """G1 at one size of the list."""
    known = world.names(accounts)
    _warm(known)
    ours, theirs, floor = [], [], []
    for at in range(rounds):
        pages, kind = _pages(known, documents, at)
        ours.append(_product(pages, known).rate)
        theirs.append(_naive(_fewer(pages[1:], accounts), known))
        floor.append(_items(pages) / seconds(partial(_parsed, pages)))
    told = f"{median(theirs):.0f} items/s naive beside {median(ours):.0f} ours, {accounts:,} accounts, {kind}"
    least = 100.0 if accounts >= 100_000 else 15.0 if accounts >= 10_000 else 10.0
    yield ratio(f"G1 against naive, {accounts:,} accounts", ours, theirs, anchor=told, at_least=least)
    told = f"{median(floor):.0f} items/s parsed only beside {median(ours):.0f} ours"
    yield ratio(f"G1 against parsing only, {accounts:,} accounts", ours, floor, anchor=told, at_least=0.12)


def flat(*, small: int, large: int, rounds: int, documents: int) -> Iterator[Measure]:
    """G2: cost per item with a long list of accounts against a short one."""
    lists = [world.names(small), world.names(large)]
    _warm(lists[0])
    short: list[Run] = []
    long: list[Run] = []
    for at in range(rounds):
        pages, kind = _pages(lists[0], documents, at)
        sides = [(short, lists[0]), (long, lists[1])]
        for runs, known in reversed(sides) if at % 2 else sides:  # the second finds texts that are remembered
            runs.append(_product(pages, known))
    drafts = f"{short[-1].drafts} and {long[-1].drafts} drafts, {kind}"
    yield ratio(
        f"G2 cost per item, {small:,} to {large:,} accounts",
        [run.seconds / run.items for run in long],
        [run.seconds / run.items for run in short],
        anchor=f"{median(run.rate for run in short):.0f} items/s with the short list; {drafts}",
        at_most=1.25,
    )


def _pages(known: list[str], documents: int, at: int) -> tuple[list[bytes], str]:
    """What is read in one round, and what it is called in the results: other documents each time, since texts that
    were read before are partly remembered. The first is read before the clock starts."""
    told, seed = known[: world.NAMED], 7 + at + len(known)
    found = real.documents(told, count=documents + 1, now=NOW, seed=seed)
    made_up = world.documents(told, count=documents + 1, items=ITEMS, now=NOW, seed=seed) if found is None else []
    return found or made_up, "real documents" if found else "made-up documents"


def _items(pages: list[bytes]) -> int:
    return sum(real.items(page) for page in pages)


def _warm(known: list[str]) -> None:
    """One page through both, so that neither pays for what a process does once: imports, models, statements."""
    pages, _ = _pages(known, 1, -1)
    language_of("Vyriausybė šiandien pristatė naują biudžetą", None)
    _product(pages, known[: world.NAMED])
    _naive(pages, known[: world.NAMED])


def _fewer(pages: list[bytes], accounts: int) -> list[bytes]:
    """The naive pipeline is timed on fewer documents; its rate does not depend on how many."""
    return pages[: max(1, 8 if accounts <= 1_000 else 3 if accounts <= 10_000 else 1)]


def _product(pages: list[bytes], accounts: list[str]) -> Run:
    with product.on(pages, accounts) as services:
        return product.walk_warm(services)


def _naive(pages: list[bytes], accounts: list[str]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        took = seconds(lambda: naive.run(pages, accounts, Path(folder) / "naive.db"))
    return _items(pages) / took


def _parsed(pages: list[bytes]) -> None:
    for page in pages:
        fastfeedparser.parse(page, include_content=False, include_tags=False, include_media=False)
