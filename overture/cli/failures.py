"""How an expected failure of a command ends: in a sentence and an exit status."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from overture import log
from overture.cli.output import notes
from overture.errors import CannotServe, NoWorkspace, UnknownSchema
from overture.settings import EnvironmentProblem


@contextmanager
def told() -> Iterator[None]:
    """Tell what went wrong and leave: 2 for usage and config, 3 where a dependency does not answer."""
    log.for_people()
    try:
        yield
    except NoWorkspace as error:
        _leave(2, f"{error}: mend these and try again", *map(str, error.problems))
    except EnvironmentProblem as error:
        _leave(2, *error.problems)
    except UnknownSchema as error:
        _leave(2, str(error))
    except CannotServe as error:
        _leave(3, str(error))
    except DBAPIError as error:
        _leave(3, f"the database did not answer: {str(error.orig).splitlines()[0]}")


def _leave(status: int, *lines: str) -> None:
    for line in lines:
        notes.print(line, markup=False)
    sys.exit(status)
