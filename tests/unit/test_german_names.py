"""Names of people and houses in German sentences without a title or a legal form: found, and trades and things left."""

from __future__ import annotations

import pytest

from campaigns.story.names import find_names

NAMED = (
    "Das erzählte Meier aus der Werkstatt.",
    "Im Mai fragte Schulz danach.",
    "Viessmann ließ die Monteure reden.",
    "Bei Krones lief es anders.",
    "Davon hörte man bei Viessmann zuerst.",
    "Ein Heft von Viessmann lag dabei.",
    "Claas verschob den Start um ein Quartal.",
    "Würth stellte dafür Leute frei.",
    "Stihl zahlte den Umweg.",
    "Festo schickte jeden Neuen in die Montage.",
    "Dräger begann mit der Nachtschicht.",
    "Hansen aus Flensburg blieb dabei.",
    "Mit Krüger ging es schneller.",
    "Kärcher probierte es im Kleinen.",
    "Haas wollte davon nichts hören.",
    "Vorwerk teilte die Gebiete neu auf.",
    "Lindner schrieb alles auf.",
    "Ohne Petersen wäre es liegen geblieben.",
    "Für Lehmann war das kein Grund.",
    "Danach rief Schröder an.",
    "Weber kaufte Hallen dazu.",
    "Damals riet Müller davon ab.",
    "Von Zimmermann stammt die Liste.",
    "Grohe führte Buch über jede Störung.",
    "Jungheinrich holte die Fahrer an den Tisch.",
    "Brose verlor zwei Meister darüber.",
    "Voith nahm sich ein Jahr.",
    "Liebherr machte es umgekehrt.",
    "Heraeus suchte lange danach.",
    "Bei Fischer dauerte es länger.",
    "Wagner strich die Hälfte.",
    "So hielt es auch Huber.",
)
PLAIN = (
    "Der Weber kannte jeden Faden.",
    "Ein Schneider hätte es anders gemacht.",
    "Unser Fischer kam zu spät.",
    "Die Müller der Gegend taten sich zusammen.",
    "Als Zimmermann lernt man Geduld.",
    "Jeder Bäcker kennt das.",
    "Ein guter Schneider misst nach.",
    "Viele Fischer gaben auf.",
    "Beim Bäcker hört man mehr.",
    "Keinem Weber fiel es auf.",
    "Geld ließ sich dafür finden.",
    "Niemand wollte damit beginnen.",
    "Vertrauen wächst langsam.",
    "Trotzdem ließ man es laufen.",
    "Werbung machte es nicht besser.",
    "Gestern fragte einer danach.",
    "Arbeit gab es genug.",
    "Zuerst probierte man es im Lager.",
    "Widerstand begann im Einkauf.",
    "Druck machte vor allem der Einkauf.",
    "Bei Bedarf ruft man an.",
    "Von Anfang an lief es schlecht.",
    "Mit Geduld ging es besser.",
    "Durch Zufall fiel es auf.",
    "Gegen Abend kam die Antwort.",
    "Von Hand dauert es länger.",
    "Ihre Leute im Vertrieb lernen das neben der Arbeit.",
    "Die Meister sträubten sich.",
    "Für Besuche blieb keine Zeit.",
    "Ohne Plan wird es teuer.",
    "Zum Fischer ging niemand.",
    "Mit einem Wagner am Tisch wäre es leichter gewesen.",
)


def names(text: str) -> list[str]:
    return [text[start:end] for start, end in find_names(text, text, "de")]


@pytest.mark.parametrize("text", NAMED)
def test_a_name_without_a_cue_is_found(text: str) -> None:
    assert len(set(names(text))) == 1


@pytest.mark.parametrize("text", PLAIN)
def test_trades_and_things_are_no_names(text: str) -> None:
    assert names(text) == []
