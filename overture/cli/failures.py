"""How an expected failure of a command ends: in a sentence and an exit status."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from overture import log
from overture.cli.output import notes
from overture.db.trouble import in_words, refuses
from overture.errors import CannotServe, NoWorkspace, UnknownSchema, WrongKey
from overture.settings import EnvironmentProblem

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


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
    except (UnknownSchema, WrongKey) as error:
        _leave(2, str(error))
    except CannotServe as error:
        _leave(3, str(error))
    except DBAPIError as error:
        if refuses(error):
            _leave(2, f"the database refuses it: {in_words(error)}")
        _leave(3, f"the database did not answer: {in_words(error)}")
    except (ArgumentError, NoSuchModuleError):  # its words may hold the password
        _leave(2, "OVERTURE_DATABASE_URL cannot be read: postgresql://USER:PASSWORD@HOST:PORT/NAME, or sqlite:///FILE")
    except OverflowError:  # SQLite's driver, of an id that no row can have
        _leave(2, "one of the numbers is larger than any number here can be")
    except OSError as error:
        if error.errno in _FULL:
            _leave(2, f"{error.filename or 'the disk'}: {error.strerror}; make room, and run the command again")
        if error.filename is None:
            raise
        _leave(2, f"{error.filename}: {error.strerror}; this process runs as user {os.getuid()}")


def _leave(status: int, *lines: str) -> None:
    for line in lines:
        notes.print(line, markup=False)
    sys.exit(status)
