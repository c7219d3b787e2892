"""A call is settled once, also where two write down what they heard at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import Engine
from support.cast import MARA
from support.sample_drafts import KEYS, fill
from support.unanswered import leave_unanswered
from support.web import NOON

from campaigns.workspace import Concern, Level
from overture.db import calls
from overture.db.engine import read, write
from overture.db.views_calls import calls_that_wait


def test_of_those_who_answer_at_once_one_does_and_one_undo_takes_it_back(database: Engine) -> None:
    fill(database, now=NOON)
    leave_unanswered(database)
    together = Barrier(4)
    said = Concern("c1", "con-1", Level.OUTCOMES, "new sites decide early", NOON.date())

    def answer(_: int) -> bool:
        together.wait()
        with write(database) as connection:
            return isinstance(calls.answered(connection, said, MARA, keys=KEYS, now=NOON), calls.Decided)

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(answer, range(4))) == [False, False, False, True]
    with write(database) as connection:
        calls.undo(connection, "con-1", MARA, now=NOON)
    with read(database) as connection:
        assert [one.contact.id for one in calls_that_wait(connection, keys=KEYS, now=NOON)] == ["con-1"]
