"""Campaigns are asked in order; the first that says go writes, and every other one says why it did not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from campaigns.campaign import Campaign
from campaigns.fit import History, OpenDraft, People
from campaigns.launch import Outcome, Subject, launch
from campaigns.ports import Chosen, Told
from campaigns.types import Aborted, Brief, Finding, Go, No, Rendered, Trigger
from campaigns.workspace import Account, Contact, LawfulBasis, Teammate
from triggers.types import EventKind, Facts, Status

NOW = datetime(2026, 11, 19, 10, tzinfo=UTC)
ACME = Account("acme", "Acme", owner="priya")
INES = Contact("ines", "acme", "Ines Albrecht", "Ines", email="ines@acme.example", lawful_basis=LawfulBasis.CONTRACT)
PRIYA = Teammate("priya", "Priya Nair", "priya@tidewell.example")
PEOPLE = People(contacts=(INES,), teammates=(PRIYA,))
B_ROUND = Trigger(7, EventKind.FUNDING, "Acme", Status.ANNOUNCED, date(2026, 11, 17), Facts(round="B"))
FIRST = Campaign("first", (EventKind.FUNDING,), stories=("story",), sender="account_owner")
SECOND = replace(FIRST, id="second")


class Shop:
    """Tells every story with `told`; `refuses` are campaigns for which it has none."""

    def __init__(self, told: Told | None = None, refuses: Sequence[str] = ()) -> None:
        self.told = told or Rendered("story", "en", "a", "Subject", "Body", (), (), ("moment",))
        self.refuses = refuses
        self.asked: list[str] = []

    def choose(
        self,
        go: Go,
        *,
        trigger: Trigger,
        account: Account,
        people: People,
        contact: Contact,
        without: frozenset[str] = frozenset(),
    ) -> Chosen | No:
        self.asked.append(go.campaign.id)
        if without:
            return No(go.campaign.id, "no_story", "No other story fits.")
        if go.campaign.id in self.refuses:
            return No(go.campaign.id, "no_story", "No story fits.")
        return Chosen("story", "en", 1, Brief({}), "key")

    def tell(self, chosen: Sequence[Chosen]) -> list[Told]:
        return [self.told for _ in chosen]


def run(shop: Shop, *, subject: Subject | None = None, campaigns: Sequence[Campaign] = (FIRST, SECOND)) -> Outcome:
    subject = subject or Subject(B_ROUND, ACME, PEOPLE, History())
    return launch([subject], campaigns=campaigns, storyteller=shop, begun={}, now=NOW)[0]


def rules(outcome: Outcome) -> list[tuple[str, str]]:
    return [(no.campaign, no.rule) for no in outcome.nos]


def test_the_first_campaign_writes_and_the_second_says_that_it_did() -> None:
    outcome = run(Shop())
    assert outcome.draft is not None
    assert outcome.draft.go.campaign is FIRST
    assert rules(outcome) == [("second", "another_campaign")]


def test_three_contacts_at_one_account_get_one_draft_and_the_others_are_told_why_they_wait() -> None:
    tom = replace(INES, id="tom", name="Tom Reuter", email="tom@acme.example")
    lena = replace(INES, id="lena", name="Lena Voss", email=None)
    people = People(contacts=(lena, tom, INES), teammates=(PRIYA,))
    outcome = run(Shop(), subject=Subject(B_ROUND, ACME, people, History()), campaigns=(FIRST,))
    assert outcome.draft is not None
    assert outcome.draft.go.contact == INES
    assert dict(outcome.draft.go.waiting) == {
        "Tom Reuter": "Ines Albrecht comes first, one person at a time",
        "Lena Voss": "we have no address of theirs",
    }


def test_a_higher_priority_is_asked_first() -> None:
    outcome = run(Shop(), campaigns=(FIRST, replace(SECOND, priority=1)))
    assert outcome.draft is not None
    assert outcome.draft.go.campaign.id == "second"


def test_a_draft_is_good_as_long_as_its_campaign_looks_back() -> None:
    outcome = run(Shop())
    assert outcome.draft is not None
    assert outcome.draft.good_until == date(2026, 12, 8)


def test_a_campaign_without_a_story_gives_way_to_the_next() -> None:
    outcome = run(Shop(refuses=["first"]))
    assert outcome.draft is not None
    assert outcome.draft.go.campaign.id == "second"
    assert rules(outcome) == [("first", "no_story")]


def test_a_story_that_says_no_is_a_no_with_its_reason() -> None:
    outcome = run(Shop(told=Aborted("too early to say anything")), campaigns=(FIRST,))
    assert outcome.draft is None
    assert outcome.nos[0].reason == "too early to say anything"


def test_a_broken_story_names_its_fault_and_line() -> None:
    outcome = run(Shop(told=(Finding("TPL002", "error", "no such field", line=8),)), campaigns=(FIRST,))
    assert rules(outcome) == [("first", "story_broken")]
    assert "TPL002 line 8" in outcome.nos[0].reason


def test_a_campaign_for_another_kind_is_not_even_asked() -> None:
    outcome = run(Shop(), campaigns=(replace(FIRST, event=(EventKind.LAYOFFS,)),))
    assert (outcome.asked, outcome.nos, outcome.draft) == (0, (), None)


def test_an_open_draft_at_the_account_stops_the_next_one() -> None:
    busy = Subject(B_ROUND, ACME, PEOPLE, History(open_drafts=(OpenDraft(1, "ines"),)))
    outcome = run(Shop(), subject=busy, campaigns=(FIRST,))
    assert rules(outcome) == [("first", "open_draft")]


def test_a_daily_cap_binds_within_one_batch() -> None:
    capped = replace(FIRST, caps=replace(FIRST.caps, per_day=1))
    other = Subject(replace(B_ROUND, id=8), replace(ACME, id="globex"), PEOPLE, History())
    subjects = [Subject(B_ROUND, ACME, PEOPLE, History()), other]
    outcomes = launch(subjects, campaigns=[capped], storyteller=Shop(), begun={}, now=NOW)
    assert [outcome.draft is not None for outcome in outcomes] == [True, False]
    assert rules(outcomes[1]) == [("first", "cap_day")]
