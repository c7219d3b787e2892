"""What a person may type into a draft: claims that want evidence, and sentences that hold none."""

from __future__ import annotations

import pytest

from campaigns.story.claims import find_in_text

CLAIMS = [  # language, sentence, words of the claim
    ("en", "We spoke with Doreen about it at the fair.", "Doreen"),
    ("en", "Your revenue is up by a fifth, I gather.", "fifth"),
    ("en", "That was back in autumn 2024.", "2024"),
    ("en", "Northgate Foods did it the other way round.", "Northgate"),
    ("en", "It took a team of seven.", "seven"),
    ("en", "Prices went up threefold.", "threefold"),
    ("en", 'Your chairman called it "a bridge too far".', "bridge"),
    ("en", "By mid-March you will know.", "March"),
    ("en", "Everyone at Ferrovia was against it.", "Ferrovia"),
    ("en", "Half your sites have no manager.", "Half"),
    ("en", "It costs €900 a seat.", "900"),
    ("en", "The board meets on Thursdays.", "Thursdays"),
    ("en", "Some ninety people were let go.", "ninety"),
    ("en", "You can read it on ferrovia-rail.com.", "ferrovia-rail.com"),
    ("en", "Write to lena.moss@example.org about it.", "lena.moss@example.org"),
    ("en", "A couple of years ago you tried it.", "years ago"),
    ("en", "Your people use Basecamp for that.", "Basecamp"),
    ("en", "Mr Oyelaran told us so.", "Oyelaran"),
    ("en", "It was the biggest round since last summer.", "last summer"),
    ("en", "Nearly 1 in 4 customers left.", "1"),
    ("en", "The Q3 figures say otherwise.", "Q3"),
    ("de", "Mit Frau Heidenreich ist das abgesprochen.", "Heidenreich"),
    ("de", "Ihr Umsatz ist um ein Fünftel gestiegen.", "Fünftel"),
    ("de", "Das war im Herbst 2024.", "2024"),
    ("de", "Die Firma Nordgut macht es andersherum.", "Nordgut"),
    ("de", "Dazu brauchte es sieben Leute.", "sieben"),
    ("de", "Die Preise haben sich vervierfacht.", "vervierfacht"),
    ("de", "Ihr Vorstand sprach von „einer Brücke zu viel“.", "Brücke"),
    ("de", "Bis Mitte März wissen Sie mehr.", "März"),
    ("de", "Die Hälfte Ihrer Häuser hat keine Leitung.", "Hälfte"),
    ("de", "Das kostet 900 Euro je Platz.", "900"),
    ("de", "Donnerstags tagt bei Ihnen der Beirat.", "Donnerstags"),
    ("de", "Rund neunzig Leute mussten gehen.", "neunzig"),
    ("de", "Vor ein paar Jahren haben Sie es schon versucht.", "Jahren"),
    ("de", "Ihre Leute arbeiten dafür mit Trello.", "Trello"),
    ("de", "Das hat mir Sabine am Telefon gesagt.", "Sabine"),
    ("de", "Es war die größte Runde seit vorigem Sommer.", "vorigem Sommer"),
    ("de", "Fast jeder vierte Kunde ging.", "vierte"),
    ("de", "Die GmbH wurde 1987 gegründet.", "1987"),
    ("de", "Schreiben Sie an lena.moss@example.org.", "lena.moss@example.org"),
    ("de", "Bei Kettelhack sieht man das anders.", "Kettelhack"),
]
PLAIN = [
    ("en", "One of your people may know more."),
    ("en", "First things first, and the rest can wait."),
    ("en", "It may be that both of you are right."),
    ("en", "Will anybody miss it, or is it only habit?"),
    ("en", "March through it once with a colleague, slowly."),
    ("en", "A fair few of your customers never complain."),
    ("en", "Grumbling is cheap, and silence is dear."),
    ("en", "Frankly, nobody enjoys that part."),
    ("en", "Once it is written down, people argue about words."),
    ("en", "Today it would look odd to ask."),
    ("de", "Eine von Ihren Kolleginnen weiß vielleicht mehr."),
    ("de", "Erst das Eine, dann das Andere."),
    ("de", "Beide Seiten können recht haben."),
    ("de", "Heute wäre es seltsam, danach zu fragen."),
    ("de", "Manchen Ärger hört man nur in der Kantine."),
    ("de", "Ihre Monteure kennen die Antwort, und gefragt hat sie niemand."),
    ("de", "Im Lager, im Büro und auf der Straße sieht es anders aus."),
    ("de", "Guten Morgen und einen ruhigen Tag im Werk."),
    ("de", "Die Buchhaltung und der Einkauf reden wenig miteinander."),
    ("de", "Wer zuerst fragt, wirkt unsicher."),
]


@pytest.mark.parametrize(("language", "sentence", "words"), CLAIMS)
def test_a_claim_is_found(language: str, sentence: str, words: str) -> None:
    found = [claim.text for claim in find_in_text(sentence, language)]

    assert any(words in claim for claim in found), found


@pytest.mark.parametrize(("language", "sentence"), PLAIN)
def test_a_sentence_without_a_claim_is_left_alone(language: str, sentence: str) -> None:
    assert find_in_text(sentence, language) == []
