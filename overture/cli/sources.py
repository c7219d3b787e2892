"""`overture sources`: what is polled, and a dry run of one feed down to the draft."""

from __future__ import annotations

from typing import Annotated

import typer

from overture.cli import opml
from overture.cli.common import ConfigOption, DbOption, FormatOption, actor, opened, opened_data, settle_environment
from overture.cli.every import mode
from overture.cli.output import Format, line, notes, show
from overture.cli.people_common import refuse
from overture.clock import SystemClock
from overture.config.edit import add_source
from overture.config.places import suggestion
from overture.config.workspace import load
from overture.db import source_ops
from overture.db.engine import read
from overture.db.source_ops import sources_in_words
from overture.jobs import source_lists, source_remove
from overture.jobs.trial import Trial, trial
from overture.services import Services

group = typer.Typer(help="Feeds and other places that are watched.", no_args_is_help=True)


def add(app: typer.Typer) -> None:
    opml.add(group)
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
        one = next((source for source in services.workspace.sources if source.id == which), None)
        if one is not None and not one.url:
            refuse(f"{which} has no address that could be asked: it is a {one.kind}")
        if one is None and not set(which) & {".", "/"}:
            refuse(_unknown(services, which))
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
    would = "would be " if mode.dry_run else ""
    notes.print(f"{would}added {id_}; test it with: overture sources test {id_}", markup=False)
    workspace = load(environment.config, environment=environment).workspace
    refused = workspace.settings.outbound.target(url) if workspace else None
    if isinstance(refused, str):
        notes.print(
            f"as it stands it is not asked: {refused}; `outbound.allow` in settings.yaml can allow it", markup=False
        )


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


WhichArgument = Annotated[list[str], typer.Argument(help="Ids of sources.")]


@group.command("retry")
def retry(
    ids: Annotated[list[str] | None, typer.Argument(help="Ids of sources.")] = None,
    failing: Annotated[bool, typer.Option("--failing", help="All that failed last time, stopped ones too.")] = False,
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Ask sources again at once, as if they were new."""
    with opened(config=config, db=db) as services:
        me, now = actor(), services.now()
        if not (ids or failing):
            raise typer.BadParameter("say which sources, or --failing for all that failed last time")
        done = source_ops.retry_failing(services.engine, me, now=now) if failing else []
        done += [source_ops.retry(services.engine, id_, me, now=now) for id_ in ids or ()]
        _told(services, done)
    if not done:
        notes.print("nothing failed")


@group.command("pause")
def pause(ids: WhichArgument, config: ConfigOption = None, db: DbOption = None) -> None:
    """Ask these sources no more, until they are resumed."""
    with opened(config=config, db=db) as services:
        _told(services, [source_ops.pause(services.engine, id_, actor(), now=services.now()) for id_ in ids])


@group.command("resume")
def resume(ids: WhichArgument, config: ConfigOption = None, db: DbOption = None) -> None:
    """Ask paused sources again from now on."""
    with opened(config=config, db=db) as services:
        _told(services, [source_ops.resume(services.engine, id_, actor(), now=services.now()) for id_ in ids])


@group.command("release")
def release(ids: WhichArgument, config: ConfigOption = None, db: DbOption = None) -> None:
    """Let the entries of a flood go on, and count their rate as normal from now on."""
    with opened(config=config, db=db) as services:
        _told(services, [source_ops.release(services.engine, id_, actor(), now=services.now()) for id_ in ids])


@group.command("remove")
def remove(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a source.")],
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Take a source's lines out of sources.yaml; its history stays, and `sources back` undoes it for 30 days."""
    with opened(config=config, db=db) as services:
        if id_ not in {source.id for source in services.workspace.sources}:
            refuse(_unknown(services, id_))
        look = source_remove.look(services, id_)
        for one in (look.place, *look.lines):
            typer.echo(one)
        _ended(look.wrong or ("" if mode.dry_run else source_remove.remove(services, id_, actor())))
    if not mode.dry_run:
        notes.print(f"removed; `overture sources back {id_}` undoes it within 30 days", markup=False)


@group.command("back")
def back(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a removed source.")],
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Write the lines of a removed source where they stood; it is asked again."""
    with opened(config=config, db=db) as services:
        _ended(source_remove.put_back(services, id_, actor(), keep=not mode.dry_run))
    if not mode.dry_run:
        notes.print(f"{id_} stands in sources.yaml again", markup=False)


def _ended(wrong: str) -> None:
    if wrong:
        refuse(wrong)


def _unknown(services: Services, id_: str) -> str:
    known = [source.id for source in services.workspace.sources]
    return f'there is no source "{id_}"{suggestion(id_, known) or "; `overture sources list` names all"}'


def _told(services: Services, done: list[source_ops.Done]) -> None:
    """One line each; status 1 where a source is unknown."""
    for one in done:
        if one.did == "unknown":
            notes.print(_unknown(services, one.source), markup=False)
            continue
        more = f", {one.entries} entries go on" if one.did == "released" else ""
        typer.echo(f"{one.source}: {one.did}{more}")
    if any(one.did == "unknown" for one in done):
        raise typer.Exit(1)
