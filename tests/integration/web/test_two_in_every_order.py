"""Two people open and act on one draft in every order there is: one decision, and no word is lost."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import permutations, product

import pytest
from sqlalchemy import Engine, select
from support.web import Site, Visitor, shown_on

from overture.db.engine import read
from overture.db.tables import approvals, draft_versions, drafts

# Each opens before they act; whose step comes when is free.
ORDERS = sorted(set(permutations(("mara", "mara", "jonas", "jonas"))))
ACTS = ("edit", "approve", "reject")
PAIRS = list(product(ACTS, ACTS))
ENDS = {"edit": "pending", "approve": "approved", "reject": "rejected"}


class Person:
    """Opens the draft, and later acts on what was on the screen then."""

    def __init__(self, visitor: Visitor, act: str, draft: int) -> None:
        self.visitor, self.act, self.draft = visitor, act, draft
        self.words = f"Words of somebody who would {act} draft {draft}."
        self.opened, self.shown = False, dict[str, str]()
        self.left = ""  # what the page says that refused the act

    def step(self) -> bool | None:
        """None where it was opened; else whether the act was done."""
        if not self.opened:
            self.opened, self.shown = True, shown_on(self.visitor.get(f"/drafts/{self.draft}").text)
            return None
        if not self.shown:  # it was decided before: there is nothing to press, and nowhere to type
            return False
        more = {"edit": {"subject": "Mine", "body": self.words}, "reject": {"reason": "old_news"}}.get(self.act, {})
        answer = self.visitor.post(f"/drafts/{self.draft}/{self.act}", **self.shown, **more)
        assert answer.status_code in (303, 409), answer.text
        self.left = answer.text if answer.status_code == 409 else ""
        return answer.status_code == 303


@pytest.mark.parametrize(("first", "second"), PAIRS, ids=lambda act: act)
def test_every_order_ends_in_one_decision_and_keeps_every_word(
    site: Site, filled: Engine, first: str, second: str
) -> None:
    seats = {"mara": site.visitor("mara"), "jonas": site.visitor("jonas")}
    for draft, order in zip(_pending(filled), ORDERS, strict=False):
        people = {"mara": Person(seats["mara"], first, draft), "jonas": Person(seats["jonas"], second, draft)}
        done = [who for who in order if people[who].step()]
        acts = [people[who].act for who in done]
        assert done, "whoever acts first on what stands is never refused"
        assert all(act == "edit" for act in acts[:-1]), "after a decision nothing else is done"
        state, approved, texts = _kept(filled, draft)
        assert state == ENDS[acts[-1]]
        assert approved == (acts[-1] == "approve")
        for name, one in people.items():
            if one.act == "edit" and one.shown:  # stored, or on the page that refused them
                assert one.words in (texts if name in done else _unsent(one.left))


def _kept(engine: Engine, draft: int) -> tuple[str | None, int, Sequence[str]]:
    """The state of a draft, how many approvals it has, and the bodies of its versions."""
    with read(engine) as connection:
        state = connection.scalar(select(drafts.c.state).where(drafts.c.id == draft))
        approved = len(connection.scalars(select(approvals.c.id).where(approvals.c.draft_id == draft)).all())
        texts = connection.scalars(select(draft_versions.c.body).where(draft_versions.c.draft_id == draft)).all()
    return state, approved, texts


def _unsent(page: str) -> list[str]:
    return [html.unescape(found) for found in re.findall(r"data-unsent>\n([^<]*)<", page)]


def _pending(engine: Engine) -> Iterator[int]:
    with read(engine) as connection:
        query = select(drafts.c.id).where(drafts.c.state == "pending", drafts.c.obstacles == 0).order_by(drafts.c.id)
        yield from connection.scalars(query).all()
