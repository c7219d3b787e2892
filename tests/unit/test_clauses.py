"""What was heard, as it stands behind "that" in a letter to whoever said it."""

from __future__ import annotations

import pytest

from campaigns.people.clauses import as_clause
from campaigns.story.filters import topic


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ("New sellers take half a year.", "new sellers take half a year"),
        ("Growers will ring the inventor", "growers will ring the inventor"),
        ("Support answers in five places!", "support answers in five places"),
        ("Berlin learns everything late", "Berlin learns everything late"),
        ("Notion is full of old plans", "Notion is full of old plans"),
        ("CRM data is typed twice", "CRM data is typed twice"),
        ("that nobody reads the manual", "nobody reads the manual"),
        ("We lose our best people to fairs", "you lose your best people to fairs"),
        ("I am the demo, and it wears me out", "you are the demo, and it wears you out"),
        ("We’re late, and I’ve said so", "you're late, and you've said so"),
        ("buyers in the US ask us first", "buyers in the US ask you first"),
        ("Nobody except you tells us", "“nobody except you tells us”"),
        ("your distributors know nothing", "your distributors know nothing"),
        ("who answers\n  on a Sunday?", "who answers on a Sunday"),
    ],
)
def test_english_words_are_turned_to_the_reader(heard: str, said: str) -> None:
    assert as_clause(heard, "en") == said


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ("Neue Häuser nach der Schulung allein sind.", "neue Häuser nach der Schulung allein sind"),
        ("Angebote zu lange liegen", "Angebote zu lange liegen"),
        ("wir unsere besten Leute an Messen verlieren", "Sie Ihre besten Leute an Messen verlieren"),
        ("dass es bei unserem Dienstplan klemmt", "es bei Ihrem Dienstplan klemmt"),
        ("wir uns nicht einig sind", "Sie sich nicht einig sind"),
        ("mir die Zeit fehlt", "Ihnen die Zeit fehlt"),
        ("Ich nicht weiß, wer mich vertritt", "Sie nicht wissen, wer Sie vertritt"),
        ("ich mich um alles kümmere und abends rechne", "Sie sich um alles kümmern und abends rechnen"),
        ("ich mir Sorgen mache, dass meine Leute gehen", "Sie sich Sorgen machen, dass Ihre Leute gehen"),
        ("ich alte und neue Kunden verliere", "Sie alte und neue Kunden verlieren"),
        ("ich das hätte sagen müssen", "Sie das hätten sagen müssen"),
        ("mein Chef und ich nichts wissen", "Ihr Chef und Sie nichts wissen"),
        ("ich Post sammle und ändere, was andere schreiben", "Sie Post sammeln und ändern, was andere schreiben"),
        ("ich das ernst meine", "Sie das ernst meinen"),
        ("die Kunden es gut meinen", "die Kunden es gut meinen"),
        ("uns die Leute ausgehen", "Ihnen die Leute ausgehen"),
        ("uns niemand gefragt hat", "Sie niemand gefragt hat"),
        ("uns Zeit und Geld fehlen", "Ihnen Zeit und Geld fehlen"),
        ("uns das nicht klar war", "Ihnen das nicht klar war"),
        ("es an uns liegt und alle auf uns warten", "es an Ihnen liegt und alle auf Sie warten"),
        ("die Kunden uns fragen und wir nichts wissen", "die Kunden Sie fragen und Sie nichts wissen"),
        ("wir bei uns keine Ordnung haben", "Sie bei sich keine Ordnung haben"),
        ("niemand außer mir die Liste kennt", "niemand außer Ihnen die Liste kennt"),
    ],
)
def test_german_words_are_turned_with_their_verbs(heard: str, said: str) -> None:
    assert as_clause(heard, "de") == said


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ("Wir haben zu viele Kunden verloren.", "Sie zu viele Kunden verloren haben"),
        ("Ich kam zu spät", "Sie zu spät kamen"),
        ("Wir kommen mit der Arbeit nicht hinterher", "Sie mit der Arbeit nicht hinterherkommen"),
        ("Ich glaube, dass keiner kommen kann", "Sie glauben, dass keiner kommen kann"),
        ("Ich hätte das sagen müssen", "Sie das hätten sagen müssen"),
        ("Es fehlt uns an Leuten", "es Ihnen an Leuten fehlt"),
        ("Uns laufen die Leute weg", "Ihnen die Leute weglaufen"),
        ("uns gefallen hat", "Ihnen gefallen hat"),
    ],
)
def test_a_plain_german_sentence_gets_its_verb_at_the_end(heard: str, said: str) -> None:
    assert as_clause(heard, "de") == said


@pytest.mark.parametrize(
    "heard",
    [
        "ich zu spät kam und das Angebot weg war",  # whose verb the second is, its form does not tell
        "ich Post und alte Bestellungen, die liegen",  # no verb of theirs
        "wir hoffen, uns zu erholen",
        "wir rechnen und uns wundern",
        "ich mit uns nicht zufrieden bin",
        "uns Hansen empfiehlt",  # somebody, or something to somebody
        "ihr mich nie anruft",
        "eure Rechnungen zu spät kommen",
        "sie mir nie antworten",  # they, or we to whom it was said
        "wir verlieren Leute und finden keine",
        "wir verlieren Leute, das ärgert alle",
        "wir sind klein. Uns fehlt Zeit",
        "unsereiner das nicht merkt",
        "ich's nicht weiß",
    ],
)
def test_what_cannot_be_turned_safely_is_quoted(heard: str) -> None:
    assert as_clause(heard, "de") == f"„{heard}“"


def test_long_words_take_no_long_time() -> None:
    heard = f"ich {'voran' * 2_000}x"
    assert as_clause(heard, "de") == f"„{heard}“"


def test_a_subject_leaves_out_the_marks_of_what_is_quoted() -> None:
    assert topic(as_clause("Time is what we lack and you have", "en")) == "time"
