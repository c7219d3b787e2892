"""Which language a text is in."""

from __future__ import annotations

import pytest

from triggers.detect import detect
from triggers.detect.grammar.language import language_of
from triggers.types import Reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme raises $25M to fight food waste", "en"),
        ("Acme lands £40m contract", "en"),
        ("Los Angeles schools set limits on screens", "en"),
        ("Das Berliner Unternehmen sammelt Geld für die Expansion ein", "de"),
        ("Acme übernimmt Globex", "de"),
        ("La start-up lève des fonds pour son expansion", "fr"),
        ("La empresa cierra una ronda de los fondos", "es"),
        ("La società raccoglie fondi per il mercato italiano", "it"),
        ("初创公司完成B轮融资", "zh"),
        ("스타트업 시리즈 B 투자 유치", "ko"),
        ("資金調達を実施したと発表", "ja"),
        ("Компания привлекла инвестиции", "ru"),
        ("", "en"),
    ],
)
def test_the_language_of_a_text(text: str, expected: str) -> None:
    assert language_of(text) == expected


def test_a_feed_may_not_overrule_the_text() -> None:
    assert language_of("The company raises money for its new plant", "de") == "en"


@pytest.mark.parametrize("title", ["Acme 完成B轮融资 2500万美元", "Acme 시리즈 B 투자 유치 $25M"])
def test_an_unread_language_is_named_and_left_alone(title: str) -> None:
    detection = detect(Reading(id="1", title=title))
    assert detection.mentions == ()
    assert detection.vetoed is not None
