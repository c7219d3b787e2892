"""Texts as detection reads them: markup out, entities once, controls gone, linear on hostile input."""

from __future__ import annotations

import time

import pytest

from triggers.detect import clean, detect
from triggers.detect.grammar.text import clean_text
from triggers.types import Reading


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("<b>Acme</b> raises&nbsp;$5M", "Acme raises $5M"),
        ("R&amp;D at Acme", "R&D at Acme"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("Acme &lt;b&gt; Globex", "Acme <b> Globex"),
        ("a < b and c > d", "a < b and c > d"),
        ("<script>Acme raises $5M</script>Globex", "Globex"),
        ("<style>p{}</STYLE> Acme", "Acme"),
        ("before<script>never closed", "before"),
        ("Ac\x00me\u202e \u200braises", "Acme raises"),
        ("  Acme\n\traises ", "Acme raises"),
        ("Acme\u00e2\u0080\u0099s round", "Acme’s round"),
        ("Société à Paris", "Société à Paris"),
        ("", ""),
    ],
)
def test_a_text_is_cleaned(raw: str, expected: str) -> None:
    assert clean_text(raw) == expected


def test_both_texts_are_cleaned() -> None:
    assert clean("<i>A</i>", "b &amp; c").summary == "b & c"


HOSTILE = {
    "open tags": "<a" * 25_000,
    "entities": "&amp;" * 10_000,
    "scripts": "<script>" * 6_000,
    "money": "$1 million " * 5_000,
    "digits": "1" * 50_000,
    "separators": "1,111." * 9_000,
    "commas": "Acme, which, " * 4_000,
    "possessives": "Acme's " * 7_000,
    "verbs": "raises to buy and names " * 2_000,
    "titles": "Chief Executive Officer and " * 2_000,
    "spaces": " " * 50_000,
    "quotes": "“‘'\"" * 12_000,
    "no spaces": "a-b" * 16_000,
    "round": "series " * 7_000,
    "german": "Acme übernimmt die von der " * 2_000,
    "french": "Acme a annoncé le rachat de " * 2_000,
    "surrogates": "\ud800\udfff" * 20_000,
    "scripts mixed": "融资 Acme 투자 " * 5_000,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("place", ["title", "summary"])
def test_a_hostile_text_takes_no_time(name: str, place: str) -> None:
    texts = {"title": "Acme raises $5M", "summary": "", place: HOSTILE[name]}
    reading = Reading(id="1", title=texts["title"], summary=texts["summary"])
    detect(reading)  # the language model may be loaded on the first call
    began = time.process_time()
    detect(reading)
    assert time.process_time() - began < 0.1
