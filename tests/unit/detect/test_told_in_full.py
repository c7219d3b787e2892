"""News of the continent in full sentences: verb before subject, asides inside the verb, participles, sums in words."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from triggers.detect import detect
from triggers.types import EventKind, Reading, Status

K = EventKind

TOLD = [
    ("de", K.ACQUISITION, "Globex", "Zuletzt hat der Online-Juwelier Globex das Bonner Unternehmen Acme übernommen."),
    ("de", K.ACQUISITION, "Acme", "Zuletzt hat der Online-Juwelier Globex das Bonner Unternehmen Acme übernommen."),
    ("de", K.ACQUISITION, "Acme", "Inzwischen hat Globex den Konkurrenten Acme geschluckt und baut weiter aus"),
    (
        "de",
        K.FUNDING,
        "Acme",
        "In der jüngsten Finanzierungsrunde hat Acme vier Millionen Euro für seine Ambosse erhalten",
    ),
    ("de", K.FUNDING, "Acme", "Kürzlich hat das Start-up Acme 6 Millionen Euro eingesammelt"),
    ("de", K.EXECUTIVE_DEPARTURE, "Acme", "Nach zwölf Jahren an der Spitze von Acme tritt Mara Lind zurück"),
    ("fr", K.ACQUISITION, "Globex", "Vous l’avez sans doute lu, Globex a récemment fait l’acquisition d’Acme."),
    ("fr", K.ACQUISITION, "Acme", "Globex vient de finaliser le rachat de la start-up Acme."),
    ("fr", K.FUNDING, "Acme", "Acme a, de son côté, levé 3,2 millions d’euros."),
    ("fr", K.FUNDING, "Acme", "Acme est la jeune pousse qui lève le plus cette semaine"),
    ("fr", K.FUNDING, "Acme", "Acme ferme la marche avec une levée de 1,5 million d’euros"),
    ("fr", K.FUNDING, "Acme Volt", "La BioTech Acme Volt lève 12 millions d’euros"),
    ("fr", K.LAYOFFS, "Acme", "Acme s'apprête à annoncer 300 suppressions de postes"),
    ("es", K.FUNDING, "Acme", "La plataforma para gestionar almacenes Acme reúne €4M."),
    ("es", K.LAYOFFS, "Acme", "El ERE en la filial de la empresa vasca Acme afectará a 40 personas"),
    ("it", K.ACQUISITION, "Acme", "A chiudere la settimana è la fintech Acme, acquisita dal gruppo francese Globex."),
    ("it", K.ACQUISITION, "Globex", "A chiudere la settimana è la fintech Acme, acquisita dal gruppo francese Globex."),
    ("it", K.FUNDING, "Acme", "In evidenza anche Acme con un round da 9 milioni guidato da Globex Capital"),
]


@pytest.mark.parametrize(("language", "kind", "company", "title"), TOLD)
def test_a_sentence_tells_it(language: str, kind: EventKind, company: str, title: str) -> None:
    found = detect(Reading("x", title, "", language=language)).mentions
    assert (kind, company) in [(m.kind, m.company) for m in found]


NOT_TOLD = [
    ("de", "Unterdessen hat der Vorstand die Verantwortung übernommen."),
    ("de", "Inzwischen hat Mara Lind die Leitung der Runde übernommen."),
    ("de", "Geld für Gründer: Rund drei Milliarden Euro für Münchner Start-ups"),
    ("de", "Im vergangenen Jahr hat die Stiftung zwei Millionen Euro an Spenden eingesammelt"),
    ("fr", "Acme est la marque qui séduit le plus les lycéens"),
    ("fr", "Acme a, de son côté, levé le voile sur ses ambitions"),
    ("fr", "Acme s'apprête à créer 300 postes en France"),
    ("it", "Il round di Globex, che nel 2014 ha lasciato Milano, piace al mercato"),
    ("es", "El mercado reúne a 200 productores en la plaza"),
]


@pytest.mark.parametrize(("language", "title"), NOT_TOLD)
def test_what_only_sounds_like_it_stays_empty(language: str, title: str) -> None:
    found = detect(Reading("x", title, "", language=language)).mentions
    assert [m.kind for m in found if m.kind in (K.ACQUISITION, K.FUNDING, K.LAYOFFS)] == []


def test_a_purchase_of_another_year_hung_on_a_name_is_no_news() -> None:
    title, today = (
        "In crescita anche la fintech Acme, acquisita dal gruppo Globex nel 2014",
        datetime(2026, 5, 4, tzinfo=UTC),
    )
    assert detect(Reading("x", title, "", language="it", published=today)).mentions == ()


def test_a_company_may_be_named_below_the_headline_only() -> None:
    below = "In einer neuen Finanzierungsrunde hat Acme insgesamt drei Millionen Euro für sein Lager eingesammelt."
    (found,) = detect(Reading("x", "Drei Millionen für Bonner Proptech", below, language="de")).mentions
    assert (found.kind, found.company, found.facts.amount) == (K.FUNDING, "Acme", Decimal(3_000_000))


def test_a_round_without_a_sum_is_read_below_the_headline() -> None:
    below = (
        "Das Bonner Startup Acme, ein Ambosshändler, hat eine Seed-Finanzierung in siebenstelliger Höhe abgeschlossen."
    )
    (found,) = detect(Reading("x", "Siebenstellige Runde für Ambosse", below, language="de")).mentions
    assert (found.kind, found.company, found.facts.round) == (K.FUNDING, "Acme", "seed")


def test_the_text_below_names_the_currency_of_a_bare_sum() -> None:
    (found,) = detect(
        Reading(
            "x", "Acme bekommt 40 Millionen", "Acme hat in einer Runde 40 Millionen Euro eingesammelt.", language="de"
        )
    ).mentions
    assert (found.facts.amount, found.facts.currency) == (Decimal(40_000_000), "EUR")


def test_a_cut_that_is_about_to_be_told_is_a_rumour() -> None:
    (found,) = detect(
        Reading("x", "Acme sur le point d'annoncer 200 suppressions de postes", "", language="fr")
    ).mentions
    assert (found.kind, found.status) == (K.LAYOFFS, Status.RUMOURED)


def test_a_sale_told_only_below_the_headline_is_left_alone() -> None:
    below = "Das neue Modell von Acme kommt auch nach Deutschland: Globex bringt den Amboss exklusiv in den Handel."
    assert detect(Reading("x", "Globex zeigt Amboss von Acme", below, language="de")).mentions == ()
