"""Partnership: two named parties co-operate."""

from __future__ import annotations

import pytest
from support.headlines import told

from triggers.types import EventKind

KIND = EventKind.PARTNERSHIP
HITS = (
    ("Acme partners with Globex to bring AI to hospitals", "Acme"),
    ("Acme and Globex Announce Strategic Partnership", "Acme"),
    ("Acme Teams Up With Globex on Hydrogen Trucks", "Acme"),
    ("Acme Joins Forces with Globex", "Acme"),
    ("Acme signs MoU with Globex on green steel", "Acme"),
    ("Acme, Globex form joint venture for EV charging", "Acme"),
    ("Acme and Globex team up to build chips", "Acme"),
    ("Acme integrates with Globex", "Acme"),
    ("Acme expands collaboration with Globex", "Acme"),
    ("Acme Announces Collaboration With Globex to Develop Batteries", "Acme"),
    ("Acme enters into licensing agreement with Globex", "Acme"),
    ("Acme inks deal with Globex to distribute its devices in Japan", "Acme"),
    ("Acme and Globex sign agreement to develop hydrogen hub", "Acme"),
    ("Acme links up with Globex on self-driving trucks", "Acme"),
    ("Acme strikes partnership with Globex", "Acme"),
    ("Acme in talks with Globex on battery tie-up", "Acme"),
    ("Acme ends partnership with Globex", "Acme"),
    ("Acme and Globex extend alliance", "Acme"),
    ("Acme, Globex to jointly develop solid-state batteries", "Acme"),
    ("Acme to work with Globex on fusion", "Acme"),
    ("Acme and Globex to collaborate on quantum computing", "Acme"),
    ("Acme ties up with Globex for EV loans", "Acme"),
    ("Acme und Globex kooperieren bei Wasserstoff", "Acme"),
    ("Acme signe un partenariat avec Globex", "Acme"),
    ("Acme and Globex to pool automated driving efforts", "Acme"),
    ("Acme, Globex rework anvil licensing agreement", "Acme"),
    ("Acme strikes landmark content deal with Globex", "Acme"),
    ("Acme leans on Globex to speed quoting", "Acme"),
    ("Acme joins with Globex on hybrid flight tests", "Acme"),
    ("Acme in-licenses Globex's muscle antibody", "Acme"),
    ("Acme strikes Globex deal to bundle AI search", "Acme"),
    ("Acme deepens Globex tie-up with factory software", "Acme"),
    ("Acme and NASA team up on Earth models", "Acme"),
)
NEAR_MISSES = (
    "Two countries deepen strategic partnership",
    "Acme becomes title sponsor of the football league",
    "President visits partner nations",
    "Ministers hail new trade partnership with Gulf states",
    "Law firm names three new partners",
    "Acme raises $7M from Globex Capital, Initech to build a search engine",
    "Choir and orchestra join forces for spring concert",
)


@pytest.mark.parametrize(("headline", "company"), HITS)
def test_it_names_the_company(headline: str, company: str) -> None:
    assert told(KIND, headline) == {company}


@pytest.mark.parametrize("headline", NEAR_MISSES)
def test_it_leaves_a_near_miss_alone(headline: str) -> None:
    assert told(KIND, headline) == set()
