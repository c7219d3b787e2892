"""`overture sources import` and `export`: lists of feeds as other readers write and take them."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from overture.cli.common import ConfigOption, DbOption, FormatOption, opened
from overture.cli.every import mode
from overture.cli.output import Format, notes, show
from overture.config.opml import Judged, Verdict
from overture.jobs import source_lists


def add(group: typer.Typer) -> None:
    group.command("import")(import_list)
    group.command("export")(export_list)


def import_list(
    file: Annotated[Path, typer.Argument(help="An OPML file; - reads it from stdin.")],
    check: Annotated[bool, typer.Option(help="Ask every new address whether a feed is there.")] = True,
    format_: FormatOption = Format.TABLE,
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Add the feeds of an OPML file to sources.yaml, folders as tags; a second import adds nothing."""
    body = sys.stdin.buffer.read() if str(file) == "-" else _bytes(file)
    with opened(config=config, db=db) as services:
        found = source_lists.judge(services, body, check=check, look=lambda count: notes.print(f"asked {count}"))
        if isinstance(found, str):
            notes.print(f"{file}: this is no list of feeds: {found}", markup=False)
            raise typer.Exit(2)
        problems = [] if mode.dry_run else source_lists.take_up(services, found)
    show([_row(one) for one in found], format_, columns=("verdict", "id", "url", "why"))
    for problem in problems:
        notes.print(str(problem), markup=False)
    counts = Counter(one.verdict for one in found)
    notes.print(", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict]), markup=False)
    if problems:
        raise typer.Exit(2)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        notes.print(f"{file}: {error.strerror}", markup=False)
        raise typer.Exit(2) from error


def _row(one: Judged) -> dict[str, str]:
    listed, tags = one.line, ";".join(one.line.tags)
    return {
        "verdict": one.verdict,
        "id": one.id,
        "url": listed.url,
        "title": listed.title,
        "tags": tags,
        "why": one.why,
    }


def export_list(config: ConfigOption = None, db: DbOption = None) -> None:
    """Write all feeds as OPML 2.0 to stdout."""
    with opened(config=config, db=db) as services:
        sys.stdout.buffer.write(source_lists.export(services))
    sys.stdout.flush()
