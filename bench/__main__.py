"""`python -m bench`: the ratios of docs/performance.md, one JSON line for each, also in `build/bench.jsonl`.

Only ratios of things that were measured in turn are printed: a bare rate says more about the machine than about the
code. `--write` puts the table and the plot into docs/performance.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from bench import broker, line, report, store
from bench.measure import Measure, quiet

ROOT = Path(__file__).resolve().parent.parent
GOALS = ("G1", "G2", "G7", "G8")


def main() -> None:
    given = _arguments()
    quiet()
    found: list[Measure] = []
    out = ROOT / "build" / "bench.jsonl"
    out.parent.mkdir(exist_ok=True)
    with ExitStack() as stack, out.open("w", encoding="utf-8") as file:
        for one in _measures(given, stack):
            found.append(one)
            print(one.line(), flush=True)
            file.write(one.line() + "\n")
    if given.write:
        note = (
            f"Measured {datetime.now(UTC):%Y-%m-%d} on {os.cpu_count()} cores, Python {platform.python_version()}, "
            f"{given.rounds} rounds: `python -m bench {' '.join(sys.argv[1:])}`."
        )
        report.write(found, page=ROOT / "docs" / "performance.md", picture=ROOT / "docs" / "performance.svg", note=note)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("goals", nargs="*", default=list(GOALS), metavar="GOAL", help=" ".join(GOALS))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--documents", type=int, default=20, help="of 50 items each")
    parser.add_argument("--full", action="store_true", help="also the long lists of accounts: 100,000 and 1,000,000")
    parser.add_argument("--write", action="store_true", help="put the results into docs/performance.md")
    return parser.parse_args()


def _measures(given: argparse.Namespace, stack: ExitStack) -> Iterator[Measure]:
    wanted, rounds, documents = {goal.upper() for goal in given.goals}, given.rounds, given.documents
    if "G1" in wanted:
        for accounts in (1_000, 10_000, 100_000) if given.full else (1_000, 10_000):
            yield from line.feed_to_draft(accounts=accounts, rounds=rounds, documents=documents)
    if "G2" in wanted:
        yield from line.flat(small=1_000, large=1_000_000 if given.full else 20_000, rounds=rounds, documents=documents)
    if "G8" in wanted:
        yield from store.drafts_written(rounds=rounds, documents=documents, kind="SQLite", urls=[])
    if wanted & {"G7", "G8"}:
        yield from _with_servers(wanted, rounds, documents, stack)


def _with_servers(wanted: set[str], rounds: int, documents: int, stack: ExitStack) -> Iterator[Measure]:
    servers = _servers(stack)
    if servers is None:
        print("G7, and G8 on PostgreSQL: left out, since no servers could be started here", file=sys.stderr)
        return
    fresh, url = servers
    if "G8" in wanted:
        urls = [fresh() for _ in range(store.SIDES * rounds)]
        yield from store.drafts_written(rounds=rounds, documents=documents, kind="PostgreSQL", urls=urls)
    if "G7" in wanted:
        yield from broker.tax(rounds=rounds, documents=documents, fresh=fresh, broker=url)


def _servers(stack: ExitStack) -> tuple[Callable[[], str], str] | None:
    """The servers that the tests use."""
    sys.path.insert(0, str(ROOT / "tests"))
    warnings.simplefilter("ignore")
    from _pytest.outcomes import Skipped
    from support.cluster import fresh_database
    from support.servers import own_postgres, own_redis

    try:
        postgres, valkey = own_postgres(), own_redis()
    except Skipped:
        return None
    stack.callback(postgres.stop)
    stack.callback(valkey.stop)
    return lambda: fresh_database(postgres.url), valkey.url


if __name__ == "__main__":
    main()
