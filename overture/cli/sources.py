"""`overture sources`: what is polled, and a dry run of one feed down to the draft."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from overture.cli.common import ConfigOption, DbOption, FormatOption, actor, opened, opened_data, settle_environment
from overture.cli.every import mode
from overture.cli.output import Format, line, notes, show
from overture.clock import SystemClock
from overture.config.edit import add_source
from overture.config.opml import Judged, Verdict
from overture.db import source_ops
from overture.db.engine import read
from overture.db.source_ops import sources_in_words
from overture.jobs import source_lists, source_remove
from overture.jobs.trial import Trial, trial

group = typer.Typer(help="Feeds and other places that are watched.", no_args_is_help=True)


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="sources")


_COLUMNS = ("id", "state", "doing", "next_attempt_at", "held_back")


@group.command("list")
def listed(config: ConfigOption = None, db: DbOption = None, format_: FormatOption = Format.TABLE) -> None:
    """List sources: how each does, in words, and when it is asked next."""
    with opened_data(config=config, db=db) as engine, read(engine) as connection:
        show(sources_in_words(connection, now=SystemClock().now()), format_, columns=_COLUMNS)


@group.command("test")
def try_one(
    which: Annotated[str, typer.Argument(help="The id of a source, or the address of a feed.")],
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Ask a feed once, and show what would become of it; nothing is saved."""
    with opened(config=config, db=db) as services:
        found = trial(services, which)
    if format_ is not Format.TABLE:
        typer.echo(line(found.as_json()))
    else:
        _print(found)
    if found.failure:
        raise typer.Exit(1)


def _print(found: Trial) -> None:
    typer.echo(found.http)
    if found.failure:
        typer.echo(f"failed ({found.side}): {found.failure}")
        return
    typer.echo(
        f"parsed {found.entries} entries, {len(found.warnings)} warnings · {found.triggers} triggers · "
        f"{found.matches} matches · {found.drafts} drafts (dry run, nothing saved)"
    )
    for warning in found.warnings:
        typer.echo(f"  warning: {warning}")
    for item in found.items:
        for one in item.became:
            where = f"matches {one.account}; " if one.account else ""
            typer.echo(f"  {one.event}: {one.company} ({where}{one.end}: {one.why}) — {item.title[:80]}")


@group.command("add")
def add_feed(
    id_: Annotated[
        str, typer.Argument(metavar="ID_OR_URL", help="A short name of your own, before the address; or an address.")
    ],
    url: Annotated[str | None, typer.Argument(metavar="URL", help="The feed's address, after a name.")] = None,
    tags: Annotated[list[str] | None, typer.Option("--tag", help="A tag; may be given again.")] = None,
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Add a feed to sources.yaml; a running Overture takes it up within seconds. With an address alone the page there
    may name its feed, and the feed its name; with ID and URL nothing is asked."""
    environment = settle_environment(config=config)
    if url is None:
        id_, url = _discovered(id_, config, db)
    done = add_source(environment.config, id=id_, url=url, tags=tags or (), keep=not mode.dry_run)
    problems = done if isinstance(done, list) else []
    for problem in problems:
        notes.print(str(problem), markup=False)
    if problems:
        raise typer.Exit(2)
    notes.print(f"added {id_}; test it with: overture sources test {id_}", markup=False)


def _discovered(url: str, config: ConfigOption, db: DbOption) -> tuple[str, str]:
    """Name and address of the feed at an address, or of the first that the page there names."""
    with opened(config=config, db=db) as services:
        found = source_lists.find_feed(services, url)
        if found.url is None:
            notes.print(f"no feed at {url}: {found.why}", markup=False)
            raise typer.Exit(1)
        for link in found.others:
            notes.print(f"the page names {link.kind}: {link.url} {link.title}", markup=False)
        return source_lists.free_id(services, found), found.url


WhichArgument = Annotated[list[str] | None, typer.Argument(help="Ids of sources.")]


@group.command("retry")
def retry(
    ids: WhichArgument = None,
    failing: Annotated[bool, typer.Option("--failing", help="All that failed last time, stopped ones too.")] = False,
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Ask sources again at once, as if they were new."""
    with opened(config=config, db=db) as services:
        me, now = actor(), services.now()
        done = source_ops.retry_failing(services.engine, me, now=now) if failing else []
        done += [source_ops.retry(services.engine, id_, me, now=now) for id_ in ids or ()]
    if not done:
        notes.print("nothing failed" if failing else "say which, or --failing")
    _told(done)


@group.command("pause")
def pause(ids: WhichArgument = None, config: ConfigOption = None, db: DbOption = None) -> None:
    """Ask these sources no more, until they are resumed."""
    with opened(config=config, db=db) as services:
        _told([source_ops.pause(services.engine, id_, actor(), now=services.now()) for id_ in ids or ()])


@group.command("resume")
def resume(ids: WhichArgument = None, config: ConfigOption = None, db: DbOption = None) -> None:
    """Ask paused sources again from now on."""
    with opened(config=config, db=db) as services:
        _told([source_ops.resume(services.engine, id_, actor(), now=services.now()) for id_ in ids or ()])


@group.command("release")
def release(ids: WhichArgument = None, config: ConfigOption = None, db: DbOption = None) -> None:
    """Let the entries of a flood go on, and count their rate as normal from now on."""
    with opened(config=config, db=db) as services:
        _told([source_ops.release(services.engine, id_, actor(), now=services.now()) for id_ in ids or ()])


@group.command("remove")
def remove(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a source.")],
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Take a source's lines out of sources.yaml; its history stays, and `sources back` undoes it for 30 days."""
    with opened(config=config, db=db) as services:
        look = source_remove.look(services, id_)
        for one in (look.place, *look.lines) if look.lines else ():
            typer.echo(one)
        _ended(look.wrong or ("" if mode.dry_run else source_remove.remove(services, id_, actor())))


@group.command("back")
def back(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a removed source.")],
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Write the lines of a removed source where they stood; it is asked again."""
    with opened(config=config, db=db) as services:
        _ended(source_remove.put_back(services, id_, actor(), keep=not mode.dry_run))


def _ended(wrong: str) -> None:
    if wrong:
        notes.print(wrong, markup=False)
        raise typer.Exit(1)


def _told(done: list[source_ops.Done]) -> None:
    """One line each; status 1 where a source is unknown."""
    for one in done:
        more = f", {one.entries} entries go on" if one.did == "released" else ""
        typer.echo(f"{one.source}: {one.did}{more}")
    if any(one.did == "unknown" for one in done):
        raise typer.Exit(1)


@group.command("import")
def import_list(
    file: Annotated[Path, typer.Argument(help="An OPML file; - reads it from stdin.")],
    check: Annotated[bool, typer.Option(help="Ask every new address whether a feed is there.")] = True,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and change nothing.")] = False,
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
        problems = [] if dry_run else source_lists.take_up(services, found)
    show([_row(one) for one in found], format_, columns=("verdict", "id", "url", "why"))
    for problem in problems:
        notes.print(str(problem), markup=False)
    counts = Counter(one.verdict for one in found)
    summary = ", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict])
    notes.print(summary + (" (dry run, nothing saved)" if dry_run else ""), markup=False)
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


@group.command("export")
def export_list(config: ConfigOption = None, db: DbOption = None) -> None:
    """Write all feeds as OPML 2.0 to stdout."""
    with opened(config=config, db=db) as services:
        sys.stdout.buffer.write(source_lists.export(services))
    sys.stdout.flush()
