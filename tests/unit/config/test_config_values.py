from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from campaigns.workspace import Lifecycle
from overture.config import values


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (values.line, "  two\n words\t", "two words"),
        (values.prose, "a\r\nb\x07", "a\nb"),
        (values.identifier, "series-b.2", "series-b.2"),
        (values.duration, "90s", timedelta(seconds=90)),
        (values.duration, "3w", timedelta(weeks=3)),
        (values.domain, "https://www.Acme.example/about?x=1", "acme.example"),
        (values.domain, "müller.example", "xn--mller-kva.example"),
        (values.address, " Kim.Vogel+news@Acme.example ", "kim.vogel+news@acme.example"),
        (values.country, "de", "DE"),
        (values.country, "UK", "GB"),
        (values.country, "deu", "DE"),
        (values.country, "The United States of America", "US"),
        (values.country, "Österreich", "AT"),
        (values.country, "Oesterreich", "AT"),
        (values.country, "Côte d’Ivoire", "CI"),
        (values.language, "pt-BR", "pt-BR"),
        (values.time_zone, "Europe/Berlin", "Europe/Berlin"),
        (values.day, "2026-03-31", date(2026, 3, 31)),
        (values.whole, "1,200", 1200),
        (values.whole, "1.200.000", 1_200_000),
        (values.yes_no, "Yes", True),
        (values.parts, "a; b;;a", ("a", "b")),
        (values.one_of(Lifecycle), "Customer", Lifecycle.CUSTOMER),
        (values.web_address, "https://acme.example:8443/feed?x=1", "https://acme.example:8443/feed?x=1"),
    ],
)
def test_it_is_read(read: Callable[[str], Any], text: str, value: object) -> None:
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "text", "words"),
    [
        (values.line, "x" * 301, "limit of 300"),
        (values.prose, "x" * 4_001, "limit of 4000"),
        (values.identifier, "Über uns", 'did you mean "uber-uns"?'),
        (values.identifier, "-a", 'did you mean "a"?'),
        (values.identifier, "../etc/passwd", 'did you mean "etc-passwd"?'),
        (values.duration, "10", "write a number with a unit"),
        (values.duration, "99999999999d", "write a number with a unit"),
        (values.web_address, "acme.example/feed", "did you mean https://acme.example/feed?"),
        (values.web_address, "hhtps://acme.example", "did you mean https://acme.example?"),
        (values.web_address, "https://", "names no host"),
        (values.web_address, "javascript:alert(1)", "is not http or https"),
        (values.web_address, "acme.example:8080/feed", "did you mean https://acme.example:8080/feed?"),
        (values.web_address, "https://[::1/feed", "cannot be read"),
        (values.web_address, "https://u:p@acme.example", "secrets"),
        (values.domain, "acme", "is no domain"),
        (values.domain, "a..example", "is no domain"),
        (values.domain, "acme.example\r\nBcc: x", "is no domain"),
        (values.address, "kim@acme.example, eve@evil.example", "no plain mail address"),
        (values.address, "Kim <kim@acme.example>", "no plain mail address"),
        (values.address, "jürgen@acme.example", "no plain mail address"),
        (values.address, "kim@acme.example\nBcc: eve@evil.example", "no plain mail address"),
        (values.address, "kim@acme", "no domain after the @"),
        (values.country, "EU", '"EU" is no country'),
        (values.country, "Frannce", 'did you mean "FR"?'),
        (values.language, "german", 'did you mean "de"?'),
        (values.time_zone, "europe/berlin", 'did you mean "Europe/Berlin"?'),
        (values.day, "31.3.2026", "did you mean 2026-03-31?"),
        (values.day, "03/31/2026", "write it as 2026-03-31"),
        (values.day, "2026-02-29", "not in the calendar"),
        (values.whole, "-5", "no whole number"),
        (values.whole, "1,2", "no whole number"),
        (values.whole, "٣", "no whole number"),
        (values.strength, "0", "1 (weak) to 5 (strong)"),
        (values.yes_no, "maybe", "neither yes nor no"),
        (values.one_of(Lifecycle), "lead", "one of prospect"),
    ],
)
def test_it_is_refused_with_words(read: Callable[[str], Any], text: str, words: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the words are matched below
        read(text)

    assert words in str(caught.value)


def test_a_slug_keeps_letters_of_every_script() -> None:
    assert values.slug("Müller & Söhne (株式会社)") == "müller-söhne-株式会社"
