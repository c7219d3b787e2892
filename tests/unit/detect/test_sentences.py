"""German, French, Spanish and Italian news told in whole sentences, in the headline or only below it."""

from __future__ import annotations

import pytest

from triggers.detect import detect
from triggers.types import EventKind as K
from triggers.types import Reading, Status


def found(title: str, summary: str = "") -> set[tuple[K, str]]:
    return {(m.kind, m.company) for m in detect(Reading("x", title, summary)).mentions}


TOLD = (
    # the verb before the subject
    (
        "Mit Wirkung zum 1. Januar hat die Acme GmbH sämtliche Anteile der Globex AG übernommen.",
        K.ACQUISITION,
        "Acme GmbH",
    ),
    ("Im vergangenen Geschäftsjahr hat die Acme AG den Umsatz um acht Prozent gesteigert.", K.EARNINGS, "Acme AG"),
    ("In Jena hat Acme den Grundstein für ein neues Werk gelegt.", K.EXPANSION, "Acme"),
    ("Wie gestern bekannt wurde, will Acme in Jena 120 Stellen abbauen.", K.LAYOFFS, "Acme"),
    ("Es heißt, dass Globex durch Acme übernommen wird.", K.ACQUISITION, "Globex"),
    # what it is before what it is called
    ("Der Ambosshersteller Acme hat den Hamburger Konkurrenten Globex gekauft", K.ACQUISITION, "Acme"),
    ("Der Ambosshersteller Acme will bis Jahresende 120 Stellen abbauen", K.LAYOFFS, "Acme"),
    ("Hackerangriff: Bei der Kette Acme wurden Kundendaten erbeutet", K.SECURITY_INCIDENT, "Acme"),
    # nouns that tell the event
    ("Mara Lind kündigt Stellenabbau für Acme an", K.LAYOFFS, "Acme"),
    ("Acme: Verkauf der Sparte unter Dach und Fach", K.ACQUISITION, "Acme"),
    ("Der Börsengang von Acme ist vorerst vom Tisch", K.IPO, "Acme"),
    ("Acme: Werkseröffnung im Norden", K.EXPANSION, "Acme"),
    ("Acme gab vorläufige Ergebnisse für das vierte Quartal bekannt", K.EARNINGS, "Acme"),
    ("Die Behörde hat gegen den Händler Acme ein Bußgeld von 9 Millionen Euro verhängt.", K.REGULATORY, "Acme"),
    ("Der Leiter Uwe Lind hat die Acme GmbH zum Jahresende verlassen.", K.EXECUTIVE_DEPARTURE, "Acme GmbH"),
    (
        "Seit Mai verantwortet Lars Lind als neuer Geschäftsführer die Acme GmbH der Globex AG.",
        K.EXECUTIVE_HIRE,
        "Globex AG",
    ),
    ("Die Stadtwerke haben den Anbieter Acme mit dem Aufbau eines Netzes beauftragt.", K.CONTRACT_WIN, "Acme"),
    ("Insolventer Modehändler Acme schließt 40 Filialen, 350 Mitarbeiter betroffen", K.LAYOFFS, "Acme"),
    ("Die Marke Acme investiert in Jena 12 Millionen Euro in eine neue Anlage.", K.EXPANSION, "Acme"),
    # a firm beside its kind, and one telling word
    ("Am Standort fallen beim Ambossspezialisten Acme 180 Arbeitsplätze weg.", K.LAYOFFS, "Acme"),
    ("Der Bahntechnikkonzern Acme liefert 60 Züge an die Globex-Bahnen.", K.CONTRACT_WIN, "Acme"),
    ("Claire Lind quitte la présidence de l'opérateur Acme", K.EXECUTIVE_DEPARTURE, "Acme"),
    ("Une usine flambant neuve pour le fabricant de skis Acme", K.EXPANSION, "Acme"),
    # an aside of any length
    ("Le groupe Acme a annoncé lundi, dans un communiqué, l'acquisition de Globex", K.ACQUISITION, "Globex"),
    ("Le groupe Acme a annoncé mardi avoir racheté Globex", K.ACQUISITION, "Acme"),
    ("Le fabricant d'enclumes Acme passe sous le contrôle du fonds Globex", K.ACQUISITION, "Acme"),
    ("Le conseil d'administration d'Acme a nommé Paul Lind au poste de directeur général", K.EXECUTIVE_HIRE, "Acme"),
    ("Après dix ans à la tête d'Acme, Marc Lind s'en va", K.EXECUTIVE_DEPARTURE, "Acme"),
    ("Acme piraté : ce que les clients doivent savoir", K.SECURITY_INCIDENT, "Acme"),
    ("Avec 11 millions d'euros levés auprès de Globex, Acme veut remplacer les enclumes", K.FUNDING, "Acme"),
    ("Le fabricant Acme a repris son concurrent Globex, placé en redressement.", K.ACQUISITION, "Globex"),
    ("Le chiffre d'affaires du groupe Acme recule de 6 % au premier trimestre", K.EARNINGS, "Acme"),
    ("Le groupe Acme s'associe à l'américain Globex pour vendre des enclumes", K.PARTNERSHIP, "Acme"),
    ("Cyberattaque : les systèmes de l'assureur Acme paralysés", K.SECURITY_INCIDENT, "Acme"),
    ("El grupo Acme ha anunciado la compra de Globex", K.ACQUISITION, "Globex"),
    ("El grupo hotelero Acme ha adquirido la cadena Globex", K.ACQUISITION, "Acme"),
    ("Il gruppo Acme ha annunciato l'acquisizione della tedesca Globex", K.ACQUISITION, "Globex"),
    ("Acme ha completato l'acquisto di Globex", K.ACQUISITION, "Acme"),
)
NOTHING = (
    "Im Jahr 2004 übernahm Acme das Haus von Globex",
    "Marktforscher: Umsatz mit Ambossen steigt um fünf Prozent",
    "Der Verband der Ambosshersteller hat einen neuen Vorsitzenden gewählt",
    "Histoire d'une marque : Acme, rachetée par Globex en 2001",
)


@pytest.mark.parametrize(("text", "kind", "company"), TOLD)
def test_a_sentence_tells_its_event(text: str, kind: K, company: str) -> None:
    assert (kind, company) in found(text)


@pytest.mark.parametrize("text", NOTHING)
def test_a_sentence_tells_no_event(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize(
    ("title", "below", "kind"),
    [
        ("Lack-Spezialist wächst", "Der Lackhersteller Acme hat in Breslau ein neues Werk eröffnet.", K.EXPANSION),
        ("Autozulieferer baut um", "Der Autozulieferer Acme streicht in Jena 300 Stellen.", K.LAYOFFS),
        ("Un fabricant change de mains", "Le fabricant Acme passe sous le contrôle du fonds Globex.", K.ACQUISITION),
    ],
)
def test_the_text_names_whom_the_headline_keeps_back(title: str, below: str, kind: K) -> None:
    assert (kind, "Acme") in found(title, below)


def test_a_headline_about_somebody_else_leaves_the_text_alone() -> None:
    below = "Der Lackhersteller Acme hat in Breslau ein neues Werk eröffnet."
    assert found("Wie Handwerker in Polen seit Jahren um ihre Löhne streiten", below) == set()


def test_a_listing_that_is_off_is_denied() -> None:
    [mention] = detect(Reading("x", "Der Börsengang von Acme ist vorerst vom Tisch", "")).mentions
    assert mention.status is Status.DENIED
