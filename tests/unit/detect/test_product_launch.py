"""Product launch: something new ships or is announced."""

from __future__ import annotations

import pytest
from support.headlines import read, told

from triggers.types import EventKind, Status

KIND = EventKind.PRODUCT_LAUNCH
HITS = (
    ("Acme launches AI assistant for accountants", "Acme"),
    ("Acme Unveils Next-Generation Battery Platform", "Acme"),
    ("Acme introduces new pricing tool for retailers", "Acme"),
    ("Acme Releases Version 4.0 of Its Database", "Acme"),
    ("Acme rolls out passkeys to all users", "Acme"),
    ("Acme debuts foldable phone", "Acme"),
    ("Acme Announces General Availability of Acme Cloud", "Acme"),
    ("Acme adds voice mode to its app", "Acme"),
    ("Acme's new app lets you book trains", "Acme"),
    ("Acme is launching a smart ring", "Acme"),
    ("Acme releases open-source model that rivals Globex", "Acme"),
    ("Acme launches Acme Pay, a new payment service", "Acme"),
    ("Acme begins shipping its first laptop", "Acme"),
    ("Acme to launch electric pickup in 2027", "Acme"),
    ("Acme brings AI search to its browser", "Acme"),
    ("Acme now lets users edit messages", "Acme"),
    ("Acme updates its app with offline mode", "Acme"),
    ("Acme tests ads in its chatbot", "Acme"),
    ("Acme teases new flagship phone", "Acme"),
    ("Acme is working on a smart speaker, report says", "Acme"),
    ("Acme Launches First-of-its-Kind Platform for Clinical Trials", "Acme"),
    ("Acme Expands Portfolio With New Line of Sensors", "Acme"),
    ("Acme makes its AI assistant available to all users", "Acme"),
    ("Acme shows off humanoid robot", "Acme"),
    ("Acme unveils electric van", "Acme"),
    ("Acme's latest model beats rivals on benchmarks", "Acme"),
    ("Acme rolls out AI features to Workspace users", "Acme"),
    ("Acme brings end-to-end encryption to group chats", "Acme"),
    ("Acme open-sources its training framework", "Acme"),
    ("Acme stellt neues Elektroauto vor", "Acme"),
    ("Acme's drill robot goes on sale today", "Acme"),
    ("Acme's browser is now available to everyone", "Acme"),
    ("Acme today announced Anvil Cloud, a new monitoring service", "Acme"),
    ("Chat app Acme gets new built-in search", "Acme"),
    ("Acme lifts veil on first electric model", "Acme"),
    ("Acme launches under-16s account", "Acme"),
    ("Acme announces Anvil 8 with AMOLED display", "Acme"),
    ("Acme overhauls lineup with AI-powered rower", "Acme"),
    ("Acme's new Drill 4 adds haptic feedback", "Acme"),
)
NEAR_MISSES = (
    "Globex launches probe into supplier",
    "Police launch investigation after fire",
    "Acme launches share buyback",
    "Studio releases trailer for new film",
    "Acme unveils its 2030 strategy",
    "Review: the new drill is overkill",
    "Council launches consultation on bins",
    "University launches AI degree",
    "Band launches reunion tour",
    "Acme's new boss adds to his to-do list",
)
SURE = (
    ("Acme launches AI assistant for accountants", Status.ANNOUNCED),
    ("Acme to launch electric pickup in 2027", Status.PLANNED),
)


@pytest.mark.parametrize(("headline", "company"), HITS)
def test_it_names_the_company(headline: str, company: str) -> None:
    assert told(KIND, headline) == {company}


@pytest.mark.parametrize("headline", NEAR_MISSES)
def test_it_leaves_a_near_miss_alone(headline: str) -> None:
    assert told(KIND, headline) == set()


@pytest.mark.parametrize(("headline", "status"), SURE)
def test_it_says_how_sure_the_text_is(headline: str, status: Status) -> None:
    assert {m.status for m in read(headline).mentions if m.kind is KIND} == {status}
