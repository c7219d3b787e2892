"""Detection and matching scored on labelled items: `make quality`.

The items are not part of the repository: OVERTURE_DATA names their folder, else `../shared/data` beside the clone is
used. The folder brings its own scorer. Prints tables for people, writes JSON lines to `build/quality.jsonl`, and puts
the figures between two marks in `docs/quality.md` when asked with `--write`.

The last table tells how well tellings of one event are put together, in pairs of items: on groups written for this,
and on the labelled items, of which only the ids of each group are kept here.

The items are split in halves by a hash of their id: rules were written while looking at half A; half B tells more
about texts that nobody has looked at.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import importlib.util
import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from campaigns.index import AccountIndex
from campaigns.match import match
from campaigns.types import Match
from campaigns.workspace import Account
from triggers.detect import detect
from triggers.detect.wire import to_json
from triggers.types import Mention, Reading

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("OVERTURE_DATA") or ROOT.parent / "shared" / "data")
MARKS = ("<!-- figures -->", "<!-- /figures -->")
Row = dict[str, Any]
Matcher = Callable[[Mention, Reading], tuple[str | None, str | None]]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--write", action="store_true", help="put the figures into docs/quality.md")
    asked = parser.parse_args()
    items = DATA / "triggers_dev.jsonl"
    if not items.exists():
        print(f"no labelled items in {DATA}; set OVERTURE_DATA to their folder", file=sys.stderr)
        return 0
    rows = [json.loads(line) for line in items.read_text(encoding="utf-8").splitlines() if line.strip()]
    scorer = _scorer(DATA / "score.py")
    matcher = _matcher(DATA / "companies_dev.csv")
    predictions, micros = predict(rows, matcher)
    chosen = slices(rows)
    results = {name: scorer.score(some, predictions)[0] for name, some in chosen.items()}
    by_rules, micros_of_rules = predict(rows, matcher, rules_only=True)
    for name in HALVES:
        results[f"{name}, rules alone"] = scorer.score(chosen[name], by_rules)[0]
    together = grouped(items)
    text = report(results, (micros, micros_of_rules), together)
    print(text)
    _write_lines(results, micros, together)
    if asked.write:
        _write_page(text)
    return 0


def predict(rows: Iterable[Row], matcher: Matcher, *, rules_only: bool = False) -> tuple[dict[str, Row], float]:
    """Predictions by item id, and the mean time of detection in microseconds."""
    found: dict[str, Row] = {}
    spent = 0.0
    readings = [_reading(row) for row in rows]
    for reading in readings[:200]:
        detect(reading, rules_only=rules_only)  # what is loaded once is not counted
    for reading in readings:
        began = time.process_time()
        detection = detect(reading, rules_only=rules_only)
        spent += time.process_time() - began
        found[reading.id] = to_json(reading.id, detection, lambda mention, reading=reading: matcher(mention, reading))  # type: ignore[misc]
    return found, spent / max(1, len(readings)) * 1e6


def _reading(row: Row) -> Reading:
    return Reading(
        id=row["id"],
        title=row["title"],
        summary=row.get("summary") or "",
        source=row.get("source") or "",
        url=row.get("url"),
        published=_day(row.get("published")),
    )


def _day(text: str | None) -> datetime | None:
    """Dates of the items may stop at the month or the year."""
    if not text:
        return None
    for form in ("%Y-%m-%d", "%Y-%m", "%Y"):
        try:
            return datetime.strptime(text[:10], form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None


def _matcher(path: Path) -> Matcher:
    """The account of a mention among those of a companies file; nobody where the file is missing."""
    if not path.exists():
        return lambda mention, reading: (None, None)
    with path.open(encoding="utf-8", newline="") as handle:
        accounts = [_account(number, row) for number, row in enumerate(csv.DictReader(handle))]
    index = AccountIndex.build(accounts)

    def resolve(mention: Mention, reading: Reading) -> tuple[str | None, str | None]:
        outcome = match(mention.company, reading, index)
        if not isinstance(outcome, Match):
            return None, None
        account = index.get(outcome.best.account_id)
        return (account.name if account else None), outcome.best.account_id

    return resolve


def _account(number: int, row: dict[str, str]) -> Account:
    employees = row.get("employees") or ""
    return Account(
        id=str(number),
        name=row["name"],
        domain=row.get("domain") or None,
        aliases=tuple(a for a in (row.get("aliases") or "").split(";") if a),
        country=row.get("country") or None,
        industry=row.get("industry") or None,
        employees=int(employees) if employees.isdigit() else None,
    )


HALVES = ("English, half A", "English, half B")


def half(item_id: str) -> str:
    return "AB"[int(hashlib.sha256(item_id.encode()).hexdigest(), 16) % 2]


def slices(rows: list[Row]) -> dict[str, dict[str, Row]]:
    """The items as they are reported: English first, then by half, by how they were drawn, and all."""
    english = [r for r in rows if (r.get("lang") or "en") == "en"]
    chosen = {
        "English": english,
        "English, half A": [r for r in english if half(r["id"]) == "A"],
        "English, half B": [r for r in english if half(r["id"]) == "B"],
        "English, random": [r for r in english if r.get("kind") == "random"],
        "English, picked": [r for r in english if r.get("kind") == "picked"],
        "other languages": [r for r in rows if (r.get("lang") or "en") != "en"],
        "all": rows,
    }
    return {name: {r["id"]: r for r in some} for name, some in chosen.items()}


def grouped(items: Path) -> dict[str, Any]:
    """How well tellings of one event are put together; the labelled groups and their scoring stand with the tests."""
    sys.path.insert(0, str(ROOT / "tests"))
    from support.event_groups import of_own, of_real, real_items

    return {"written for this": of_own(), "labelled items": of_real(real_items(items))}


def report(results: dict[str, Any], micros: tuple[float, float], together: dict[str, Any]) -> str:
    return "\n\n".join(
        [
            _events(results["English"]),
            _slices(results),
            _facts(results),
            _together(together),
            f"Detection takes {micros[0]:.0f} µs an item on one core, mean over all items; "
            f"the rules alone {micros[1]:.0f} µs.",
        ]
    )


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _events(result: Any) -> str:
    lines = ["| event (English) | labels | precision | recall | F1 |", "|---|---|---|---|---|"]
    for name, event in result["events"].items():
        cells = " | ".join(_number(event[key]) for key in ("precision", "recall", "f1"))
        lines.append(f"| {name} | {event['gold']} | {cells} |")
    return "\n".join(lines)


def _slices(results: dict[str, Any]) -> str:
    lines = [
        "| items | n | micro P | micro R | micro F1 | macro F1 | Series B P | Series B R | hard negatives empty |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for name, r in results.items():
        micro, series = r["micro"], r["series_b"]
        figures = (
            micro["precision"],
            micro["recall"],
            micro["f1"],
            r["macro_f1"],
            series["precision"],
            series["recall"],
            r["negatives"]["hard_clean"],
        )
        lines.append(f"| {name} | {r['items'].get('all', 0)} | " + " | ".join(_number(f) for f in figures) + " |")
    return "\n".join(lines)


def _facts(results: dict[str, Any]) -> str:
    lines = [
        "| items | round (named) | amount (named) | status, mean over statuses | person | role | "
        "account P | account R | traps fallen for |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for name, r in results.items():
        funding, accounts = r["funding"], r["accounts"]
        figures = (
            funding["round_accuracy_named"],
            funding["amount_exact_named"],
            r["status"]["macro"],
            r["person_match"],
            r["role_match"],
            accounts["precision"],
            accounts["recall"],
        )
        traps = f"{accounts['homonym_traps_fallen_for']} of {accounts['homonym_traps']}"
        lines.append(f"| {name} | " + " | ".join(_number(f) for f in figures) + f" | {traps} |")
    return "\n".join(lines)


def _together(together: dict[str, Any]) -> str:
    lines = [
        "| one event | events | items | pairs rightly together | precision | recall | recall of those read |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, one in together.items():
        figures = (one.every.precision, one.every.recall, one.read.recall)
        cells = " | ".join(_number(figure) for figure in figures)
        lines.append(f"| {name} | {one.groups} | {one.items} | {one.every.hit} | {cells} |")
    return "\n".join(lines)


def _write_lines(results: dict[str, Any], micros: float, together: dict[str, Any]) -> None:
    folder = ROOT / "build"
    folder.mkdir(exist_ok=True)
    with (folder / "quality.jsonl").open("w", encoding="utf-8") as handle:
        for name, result in results.items():
            handle.write(json.dumps({"items": name, "microseconds": round(micros, 1), **result}) + "\n")
        for name, one in together.items():
            row = {"together": name, "precision": one.every.precision, "recall": one.every.recall}
            handle.write(json.dumps({**row, "recall_of_read": one.read.recall, "pairs": one.every.hit}) + "\n")


def _write_page(text: str) -> None:
    page = ROOT / "docs" / "quality.md"
    before, _, rest = page.read_text(encoding="utf-8").partition(MARKS[0])
    _, _, after = rest.partition(MARKS[1])
    page.write_text(f"{before}{MARKS[0]}\n\n{text}\n\n{MARKS[1]}{after}", encoding="utf-8")


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("overture_scorer", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
