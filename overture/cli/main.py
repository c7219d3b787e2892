"""The command line: `overture VERB`. Data on stdout, progress and errors on stderr.

Exit status: 0 ok, 1 findings or failures, 2 usage or config, 3 a dependency cannot be reached.
"""

from __future__ import annotations

import sys

import typer
from sqlalchemy.exc import DBAPIError

from overture.cli import database, demo, drafts, listing, reading, sources, up, users, workspace
from overture.cli.output import notes
from overture.db.schema import UnknownSchema
from overture.services import NoWorkspace
from overture.settings import EnvironmentProblem
from overture.web.serve import CannotServe

app = typer.Typer(
    help="Watches the news for buying triggers and queues story-led drafts that a person approves.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

for room in (demo, up, workspace, reading, listing):
    room.add(app)
app.add_typer(sources.app, name="sources")
app.add_typer(drafts.app, name="drafts")
app.add_typer(users.app, name="users")
app.add_typer(database.app, name="db")


def main() -> None:
    """The `overture` command: every expected failure ends in a sentence and an exit status, never in a traceback."""
    try:
        app()
    except NoWorkspace as error:
        notes.print(f"[bold]{error}[/bold]: mend these and try again")
        for problem in error.problems:
            notes.print(str(problem), markup=False)
        sys.exit(2)
    except EnvironmentProblem as error:
        for line in error.problems:
            notes.print(line, markup=False)
        sys.exit(2)
    except UnknownSchema as error:
        notes.print(str(error), markup=False)
        sys.exit(2)
    except CannotServe as error:
        notes.print(str(error), markup=False)
        sys.exit(3)
    except DBAPIError as error:
        notes.print(f"the database did not answer: {str(error.orig).splitlines()[0]}", markup=False)
        sys.exit(3)
