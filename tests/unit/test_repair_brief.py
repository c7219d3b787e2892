"""A story that mends a promise may say what was promised; no other story may."""

from dataclasses import replace
from datetime import UTC, date, datetime

from campaigns.brief import build
from campaigns.story.format import Story, load
from campaigns.types import Brief, Trigger
from campaigns.workspace import Account, Contact, Lifecycle, OurCompany, Owed, Teammate
from triggers.types import EventKind, Facts, Status

GLOBEX = Account("globex", "Globex", lifecycle=Lifecycle.CUSTOMER)
MAX = Contact("max", "globex", "Max Weber", "Max")
EVENT = Trigger(1, EventKind.RENEWAL_30, "Globex", Status.ANNOUNCED, date(2026, 3, 1), Facts())
TO_ADA, TO_THEM = Owed(1, "a call in May", contact_id="ada"), Owed(2, "the workbook", date(2026, 2, 1))
NOW = datetime(2026, 3, 2, tzinfo=UTC)
FRONT = """\
---
id: mend
event: renewal_30
language: en
shape: {shape}
subject: {{a: Owed}}
---
{{% beat ask %}}Still?{{% endbeat %}}
"""


def brief(shape: str, *owed: Owed) -> Brief:
    story = load(FRONT.format(shape=shape), "mend.en.j2")
    assert isinstance(story, Story), story
    ours = Teammate("mara", "Mara Lind", "mara@lantern.example")
    return build(
        trigger=EVENT, account=GLOBEX, contact=MAX, sender=ours, company=OurCompany("Lantern", "1 Harbour Road"),
        story=story, owed=owed, today=NOW.date(),
    )  # fmt: skip


def test_the_repair_quotes_what_was_promised_to_them_as_a_sentence() -> None:
    said = brief("repair", TO_ADA, TO_THEM)
    assert said.get("promise.text") == "the workbook."
    assert said.get("promise.due") == date(2026, 2, 1)
    assert said.values["promise.text"].origin == "owed:2"  # approving it makes no new promise


def test_what_was_promised_to_somebody_else_is_not_quoted() -> None:
    assert brief("repair", TO_ADA).get("promise.text") is None
    assert brief("repair", replace(TO_ADA, contact_id="max")).get("promise.text") == "a call in May."


def test_other_stories_do_not_speak_of_it() -> None:
    assert brief("arc", TO_THEM).get("promise.text") is None
