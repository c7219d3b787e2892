"""What one story may say to one contact: the groups and fields, their origins, and what is left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.stories import story

from campaigns.brief import build
from campaigns.brief_parts import Published
from campaigns.people.cases import why_case
from campaigns.story.fields import ALWAYS, FIELDS
from campaigns.story.format import Story, load
from campaigns.story.render import render
from campaigns.story.wire import BadBrief, brief_json, from_json
from campaigns.types import Brief, Rendered, Source, Trigger
from campaigns.workspace import (
    Account,
    Case,
    Concern,
    Contact,
    Function,
    Interest,
    Level,
    Lifecycle,
    OurCompany,
    Promise,
    Seniority,
    Teammate,
    Tie,
    TieKind,
)
from triggers.types import EventKind, Facts, Status

TODAY = date(2026, 3, 4)
ACME = Account("acme", "Acme Robotics GmbH", domain="acme.example", industry="robotics", country="DE", employees=310)
INES = Contact(
    "ines", "acme", "Ines Albrecht", "Ines", role="VP Sales", seniority=Seniority.VP, function=Function.SALES
)
MARA = Teammate("mara", "Mara Lind", "mara@tidewell.example", "Head of Training")
OTTO = Teammate("otto", "Otto Berg", "otto@tidewell.example")
TIDEWELL = OurCompany("Tidewell", "12 Quay Street", ("Tidewell Start",), "https://tidewell.example")
POST = Source(
    12, "The Post", "Acme raises", "https://post.example/a", datetime(2026, 3, 2, 8, tzinfo=UTC), "Acme raised."
)
WIRE = Source(13, "Wire", "Acme", None, datetime(2026, 3, 3, 8, tzinfo=UTC))
ROUND = Trigger(
    7, EventKind.FUNDING, "Acme", Status.ANNOUNCED, date(2026, 3, 2),
    Facts(round="B", amount=Decimal(25_000_000), currency="USD", investors=("Alder",)), sources=(WIRE, POST),
)  # fmt: skip
SAID = Concern(
    "c1", "ines", Level.OUTCOMES, "New sellers take half a year.", date(2025, 11, 4), heard_by="otto", shareable=True
)
CASE = Case("k1", "a maker of lifts", "They waited.", "They wrote.", "They lost.", "They won.", industry="robotics")
PLAN = Promise("a-plan", "You would get the plan.", can_deliver_by=timedelta(days=7))


def made(**changes: object) -> Brief:
    given_: dict[str, object] = {
        "trigger": ROUND, "account": ACME, "contact": INES, "sender": MARA, "company": TIDEWELL, "concerns": [SAID],
        "teammates": [MARA, OTTO], "cases": [CASE], "promises": [PLAN], "today": TODAY,
    }  # fmt: skip
    return build(**{**given_, **changes})  # type: ignore[arg-type]


def test_what_is_always_there_is_there() -> None:
    assert set(made(concerns=(), cases=()).values) >= ALWAYS


def test_only_known_fields_are_in_it() -> None:
    assert set(made().values) <= set(FIELDS)


@pytest.mark.parametrize(
    ("path", "value", "origin"),
    [
        ("account.short_name", "Acme Robotics", "account:acme:name"),
        ("account.employees", 310, "account:acme:employees"),
        ("contact.role", "VP Sales", "contact:ines:role"),
        ("contact.seniority", "vp", "contact:ines:seniority"),
        ("trigger.round", "B", "trigger:7:round"),
        ("trigger.amount", Decimal(25_000_000), "trigger:7:amount"),
        ("evidence.publisher", "The Post", "entry:12:publisher"),
        ("evidence.quote", "Acme raised.", "entry:12:quote"),
        ("evidence.date", date(2026, 3, 2), "entry:12:date"),
        ("evidence.outlets", ("Wire", "The Post"), "entry:12:publisher"),
        ("sender.first_name", "Mara", "teammate:mara:name"),
        ("sender.company", "Tidewell", "company"),
        ("concern.statement", "new sellers take half a year", "concern:c1"),
        ("concern.heard_by", "Otto Berg", "concern:c1"),
        ("case.who", "A maker of lifts", "case:k1"),
        ("today", TODAY, "clock"),
    ],
)
def test_each_value_knows_its_origin(path: str, value: object, origin: str) -> None:
    known = made().values[path]

    assert (known.value, known.origin) == (value, origin)


def test_a_fact_on_which_outlets_disagree_is_left_out() -> None:
    brief = made(trigger=replace(ROUND, disagreements=("amount",)))

    assert not {"trigger.amount", "trigger.currency"} & set(brief.values)
    assert brief.get("trigger.round") == "B"


def test_the_concern_is_the_highest_that_may_be_said() -> None:
    day = replace(SAID, id="c2", level=Level.MAKES_THEIR_DAY, shareable=False)
    tasks = replace(SAID, id="c3", level=Level.TASKS, heard_on=TODAY)
    brief = made(concerns=[tasks, SAID, day])

    assert brief.values["concern.statement"].origin == "concern:c1"
    assert brief.level is Level.OUTCOMES


def test_an_old_or_foreign_concern_is_not_said() -> None:
    old = replace(SAID, heard_on=TODAY - timedelta(days=800))
    other = replace(SAID, contact_id="somebody")

    assert made(concerns=[old, other]).get("concern.statement") is None


def test_what_anybody_would_say_is_nothing_to_speak_to() -> None:
    empty = replace(SAID, id="c0", level=Level.MAKES_THEIR_DAY, statement="increase revenue")
    assert made(concerns=[empty, SAID]).get("concern.statement") == made(concerns=[SAID]).get("concern.statement")
    assert made(concerns=[empty]).level is None


def test_who_heard_it_is_me_where_it_was_the_sender() -> None:
    assert made(sender=OTTO).get("concern.heard_by") == "me"
    assert made(sender=OTTO, story=story("x", language="de")).get("concern.heard_by") == "mir"


def test_private_statements_travel_beside_the_brief_only() -> None:
    secret = replace(SAID, id="c9", statement="Ines will leave in June", quote="I am off", shareable=False)
    brief = made(concerns=[SAID, secret], account=replace(ACME, notes="they owe us money"))

    assert set(brief.private) == {"Ines will leave in June", "I am off", "they owe us money"}
    assert not any("June" in str(known.value) or "owe" in str(known.value) for known in brief.values.values())


@given(st.text(min_size=12, max_size=60).filter(str.strip), st.sampled_from(list(Level)))
def test_no_private_fact_reaches_a_text(secret: str, level: Level) -> None:
    hidden = Concern("s", "ines", level, f"zq{secret}zq", TODAY, quote=f"zq{secret}zq", shareable=False)
    brief = made(concerns=[hidden, SAID], account=replace(ACME, notes=f"zq{secret}zq"))
    everything = " ".join(f'{{{{ {path} | default("") }}}}' for path in FIELDS)
    result = render(story(everything), brief)

    assert isinstance(result, Rendered)
    assert "zq" not in result.body


LIBRARY = [
    told
    for file in sorted((Path(__file__).parents[2] / "campaigns" / "stories").glob("*.j2"))
    if isinstance(told := load(file.read_text("utf-8"), file.name), Story)
]


@given(
    secret=st.text(min_size=12, max_size=60).filter(str.strip),
    level=st.sampled_from(list(Level)),
    told=st.sampled_from(LIBRARY),
    shared=st.booleans(),
)
def test_no_private_fact_reaches_a_text_of_the_library(secret: str, level: Level, told: Story, shared: bool) -> None:
    hidden = f"zq{secret}zq"
    private = Concern("s", "ines", level, hidden, TODAY, quote=hidden, source=hidden)
    reader = replace(INES, language=told.language, source=hidden, tags=(hidden,))
    brief = made(
        story=told, contact=reader, account=replace(ACME, notes=hidden, tags=(hidden,)),
        concerns=[private, SAID] if shared else [private], trigger=replace(ROUND, kind=told.events[0]),
        interests=[Interest("i", "ines", "onboarding", hidden)],
        ties=[Tie("t", "otto", "ines", TieKind.MET, 3, date(2024, 1, 1), date(2026, 1, 1), hidden)],
    )  # fmt: skip
    result = render(told, brief)
    if isinstance(result, Rendered):
        assert "zq" not in result.subject + result.body
        assert brief.private == (hidden, hidden, hidden)


def test_the_promise_is_that_of_the_story_with_its_day() -> None:
    promising = story("x", head="promise: a-plan\n")

    assert made().get("promise.text") is None
    assert made(story=promising).get("promise.text") == "You would get the plan."
    assert made(story=promising).get("promise.due") == TODAY + timedelta(days=7)


def test_a_promise_of_another_language_is_not_made() -> None:
    promising = story("x", head="promise: a-plan\n")

    assert made(story=promising, promises=[replace(PLAN, language="de")]).get("promise.text") is None


def test_the_case_is_chosen_by_event_industry_and_language() -> None:
    other = replace(CASE, id="k2", industry="food")
    elsewhere = replace(CASE, id="k3", events=("layoffs",))
    german = replace(CASE, id="k4", language="de")

    assert made(cases=[elsewhere, german, other, CASE]).values["case.way"].origin == "case:k1"
    assert made(cases=[elsewhere, german]).get("case.way") is None


def test_of_cases_of_one_industry_the_one_for_the_level_that_was_heard_is_told() -> None:
    any_level = replace(CASE, id="k5", levels=())
    higher = replace(CASE, id="k6", levels=(Level.MAKES_THEIR_DAY,))
    heard = replace(CASE, id="k7", levels=(Level.TASKS, Level.OUTCOMES))
    elsewhere = replace(heard, id="k8", industry="food", events=("funding",))

    brief = made(cases=[higher, any_level, heard])
    assert brief.level is Level.OUTCOMES
    assert why_case(brief, [higher, any_level, heard]) == (
        "the case “A maker of lifts” is for their industry and the level of what they told us",
    )
    assert brief.values["case.way"].origin == "case:k7"
    assert made(cases=[higher, any_level]).values["case.way"].origin == "case:k5"
    assert made(cases=[higher]).values["case.way"].origin == "case:k6"
    assert made(cases=[elsewhere, higher]).values["case.way"].origin == "case:k6"
    assert "this event and the level" in why_case(made(cases=[elsewhere]), [elsewhere])[0]
    assert why_case(made(cases=[]), [CASE]) == ()


def test_a_customer_is_named_only_with_permission() -> None:
    named = replace(CASE, who="Varga Tools")

    assert made(cases=[named]).get("case.who") == "Another company"
    assert made(cases=[replace(named, permission="in writing, 2 February 2026")]).get("case.who") == "Varga Tools"
    assert made(cases=[replace(named, way="Varga Tools wrote it down.")]).get("case.way") is None


def test_the_tie_is_the_strongest() -> None:
    weak = Tie("t1", "mara", "ines", TieKind.MET, 1)
    strong = Tie("t2", "otto", "ines", TieKind.WORKED_WITH, 4, since=date(2021, 1, 1))

    assert made(ties=[weak, strong]).get("tie.teammate") == "Otto Berg"


def test_a_post_of_ours_is_shared_with_the_worry_that_it_touches_on() -> None:
    post = replace(POST, title="Pricing without tears", quote="What we learned.")
    news = replace(ROUND, kind=EventKind.WE_PUBLISHED, sources=(post,))
    pricing = replace(SAID, id="c2", level=Level.TASKS, statement="Every pricing sheet is typed twice.")
    said = made(trigger=news, concerns=[SAID, pricing]).get("concern.statement")
    assert said == "every pricing sheet is typed twice"
    private = replace(pricing, shareable=False)
    assert made(trigger=news, concerns=[SAID, private]).get("concern.statement") is None  # and no other worry instead
    assert made(concerns=[SAID, pricing]).get("concern.statement") == "new sellers take half a year"


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Acme Robotics GmbH & Co. KG", "Acme Robotics"),
        ("TRUMM SE + Co. KG", "TRUMM"),
        ("Hollis, Crane & Co.", "Hollis, Crane"),
        ("Brennecke & Sohn", "Brennecke & Sohn"),
        ("Initech Group", "Initech"),
        ("Initech Holding AG", "Initech Holding"),
        ("The Company", "The Company"),
        ("Hollis Company, L.L.C.", "Hollis"),
        ("Norddeutsche Gesellschaft für Seehafenverkehr mbH", "Norddeutsche Gesellschaft"),
        ("& Co", "& Co"),
    ],
)
def test_an_account_is_called_as_people_call_it(name: str, called: str) -> None:
    assert made(account=replace(ACME, name=name)).get("account.short_name") == called


def test_our_own_news_is_what_was_published() -> None:
    news = replace(ROUND, kind=EventKind.WE_PUBLISHED, sources=(replace(POST, title="On sales training, honestly"),))
    brief = made(trigger=news, interests=[Interest("i", "ines", "sales training")])

    assert brief.get("published.title") == "On sales training, honestly"
    assert brief.get("published.about") == "sales training"
    assert made(published=Published("A", "https://a.example", "b")).get("published.about") == "b"


def test_a_date_that_came_due_is_known_from_our_own_books() -> None:
    due = replace(ROUND, kind=EventKind.DAY_ONE, sources=(), facts=Facts())
    brief = made(trigger=due)

    assert brief.get("evidence.publisher") == "Tidewell"
    assert set(brief.values) >= ALWAYS


@pytest.mark.parametrize(
    ("kind", "lifecycle", "sensitive"),
    [
        (EventKind.LAYOFFS, Lifecycle.CUSTOMER, True),
        (EventKind.SECURITY_INCIDENT, Lifecycle.PROSPECT, True),
        (EventKind.EXECUTIVE_DEPARTURE, Lifecycle.PROSPECT, True),
        (EventKind.EXECUTIVE_DEPARTURE, Lifecycle.CUSTOMER, False),
        (EventKind.FUNDING, Lifecycle.PROSPECT, False),
    ],
)
def test_sensitive_events_are_known_as_such(kind: EventKind, lifecycle: Lifecycle, sensitive: bool) -> None:
    brief = made(trigger=replace(ROUND, kind=kind), account=replace(ACME, lifecycle=lifecycle))

    assert brief.sensitive is sensitive


def test_taking_a_concern_away_changes_only_what_it_said() -> None:
    with_, without = made().values, made(concerns=()).values

    assert {path for path in with_ if path not in without} == {
        "concern.level", "concern.statement", "concern.heard_on", "concern.heard_by",
    }  # fmt: skip
    assert all(with_[path] == known for path, known in without.items())


# --- as JSON ----------------------------------------------------------------------------------------------------------


def test_a_brief_survives_the_way_through_json() -> None:
    brief = made(story=story("x", head="promise: a-plan\n"))

    assert from_json(brief_json(brief)) == brief


def test_plain_values_need_no_evidence() -> None:
    brief = from_json('{"account": {"name": "Acme", "measure": {"name": "weeks"}}, "today": "2026-03-04"}')

    assert brief.get("account.measure.name") == "weeks"
    assert brief.get("today") == TODAY
    assert brief.values["account.name"].origin == ""


def test_values_are_read_by_the_type_of_their_field() -> None:
    brief = from_json(
        {"trigger": {"amount": 25000000, "investors": ["A", "B"], "date": {"value": "2026-03-02", "evidence_id": "e1"}}}
    )

    assert brief.get("trigger.amount") == Decimal(25_000_000)
    assert brief.get("trigger.investors") == ("A", "B")
    assert (brief.get("trigger.date"), brief.values["trigger.date"].origin) == (date(2026, 3, 2), "e1")


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ('{"account": {"nmae": "x"}}', 'did you mean "account.name"'),
        ('{"today": "soon"}', "is no date"),
        ('{"trigger": {"amount": "much"}}', "is no number"),
        ('{"trigger": {"amount": "NaN"}}', "is no number"),
        ("[]", "JSON object"),
        ("{", "not JSON"),
        ('{"level": "outcome"}', 'did you mean "outcomes"'),
    ],
)
def test_a_brief_that_cannot_be_read_says_where(document: str, words: str) -> None:
    with pytest.raises(BadBrief, match=words):
        from_json(document)


def test_a_story_is_not_needed_to_know_the_rest() -> None:
    assert isinstance(story("x"), Story)
    assert made().get("case.way") == "They wrote."
