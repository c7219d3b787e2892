"""Who joins a firm, its board or a team of it."""

from __future__ import annotations

import re

from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.names import first_subject, named, objects, topic
from triggers.detect.grammar.people import Post, likely_person
from triggers.detect.grammar.posts import TASKS, board_near, job, post_after, task_end
from triggers.detect.grammar.roles import role_at
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line
from triggers.detect.kinds.appointees import post_taken
from triggers.detect.scene import text_after

LOOSE = words("leader leaders lead partner partners member members fellow fellows head principal editor publisher")


def joins(line: Line, i: int, start: int, before: Post, as_: int | None, last: int) -> Hit | None:
    """ "Mara Lind joins Acme as CFO", "joins Acme's board", "joins us in finance": which firm, and what for."""
    k = i + 1 + (line.toks[i + 1].low in ("to", "zu") if i + 1 < last else 0)
    board = next((j for j in range(k, min(last, k + 6)) if line.toks[j].low in ("board", "leadership")), None)
    owner = next((j for j in range(k, board or k) if line.toks[j].poss), None)
    role = (role_at(line, as_ + 1) if as_ is not None else None) or (_board(line, board, last) if board else None)
    if board is not None and board <= k + 1 and role and role[1] < last and line.toks[role[1]].low in ("of", "at"):
        company = objects(line, role[1] + 1)  # "joins the board of Acme"
    elif board:
        company = named(line, k, owner + 1 if owner is not None else board)
    else:
        company = objects(line, k)
    if company is None and (_US.match(text_after(line, i)) or (board is not None and board <= k + 1)):
        company = first_subject(line, start) or topic(line, start)
    if company is None and as_ == i + 1:
        post = post_after(line, as_ + 1, last)
        company, role = post.company or topic(line, start), post.role or role
    team = _owner_team(line, k, last)
    if team is not None and company is None:
        company = named(line, k, team + 1)
    someone = before.person is not None and likely_person(line, before.person)
    if before.person is not None and role is not None and line.toks[role[1] - 1].low not in LOOSE:
        someone = someone or before.person.last - before.person.first == 1
    if before.person is None and board is not None and board <= k + 1:
        someone = before.role is not None
    if company is None or company.person or not someone:
        return None
    if role is None and i + 1 < last:
        task = next((j for j in range(i + 2, min(last, i + 12)) if line.toks[j].low in TASKS), None)
        if task is not None and line.toks[task - 1].low == "to":
            role = (task, task_end(line, task))
    if role is None:
        role = next(
            (
                r
                for j in range(i + 2, min(last, i + 14))
                if line.toks[j].low in ("in", "into") and (r := job(line, j + 1, last))
            ),
            None,
        )
    return post_taken(line, i, start, company, role, before.person, 0.9) if role or team is not None else None


def _owner_team(line: Line, k: int, last: int) -> int | None:
    """ "joins Acme's executive team": where the firm that owns the team ends."""
    owner = next((j for j in range(k, min(last, k + 5)) if line.toks[j].poss), None)
    if owner is None or owner + 1 >= last or line.toks[owner + 1].low not in _TEAMS:
        return None
    return owner


_TEAMS = words("executive leadership management senior c-suite top")
_US = re.compile(r"\s+(?:the (?:company|firm|group|team|startup)|us|our)\b")


def _board(line: Line, k: int, last: int) -> tuple[int, int] | None:
    if k < last and line.toks[k].low == "board":
        return board_near(line, k, last)
    return (k, k + 1) if k < last and line.toks[k].low == "leadership" else None
