"""The article with its marks, and how outlets disagree."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from overture.web.show.claims import Claim
from overture.web.show.evidence import article, disputes, marked

AT = datetime(2026, 11, 17, 8, 4, tzinfo=UTC)


def telling(title: str, text: str, spans: list[dict[str, Any]], *, entry: int = 7, **more: Any) -> dict[str, Any]:
    return {
        "entry_id": entry, "publisher": "The Post", "title": title, "clean_title": title, "clean_text": text,
        "evidence": spans, "link": "https://post.example/1", "published_at": AT, "fetched_at": AT, "told_at": AT,
        "language": "en", "confidence": 0.9, "facts": {}, **more,
    }  # fmt: skip


def span(fact: str, text: str, words: str, field: str = "summary") -> dict[str, Any]:
    start = text.index(words)
    return {"fact": fact, "field": field, "start": start, "end": start + len(words), "text": words}


def claim(number: int, *origins: str, path: str = "trigger.round") -> Claim:
    return Claim(number, "x", (path,), origins)


def test_text_is_word_for_word_after_marking() -> None:
    text = "Acme raised $25m in a Series B."
    marks = marked(text, [(0, 4, "company", ()), (22, 30, "round", (2,))])
    assert "".join(mark.text for mark in marks) == text


def test_offsets_are_code_points() -> None:
    text = "🚀🚀 Ácme läuft"
    marks = marked(text, [(3, 7, "company", ())])
    assert [mark.text for mark in marks if mark.fact] == ["Ácme"]


def test_of_two_spans_that_overlap_the_used_one_is_shown() -> None:
    marks = marked("the Series B round", [(0, 18, "round", ()), (4, 12, "round", (1,))])
    assert [mark.text for mark in marks if mark.claims] == ["Series B"]


def test_a_span_beyond_the_text_is_left_out() -> None:
    assert [mark.fact for mark in marked("short", [(2, 99, "round", ()), (-1, 2, "x", ())])] == [None]


def test_a_fact_of_the_trigger_marks_its_spans_and_prints_one_chip() -> None:
    title, text = "Acme closes Series B", "Acme has closed its Series B."
    spans = [span("round", title, "Series B", "title"), span("round", text, "Series B")]
    shown = article(telling(title, text, spans), [claim(2, "trigger:3:round")])
    assert [mark.chips for mark in (*shown.title, *shown.excerpt) if mark.claims] == [(), (2,)]


def test_a_fact_found_and_not_used_is_marked_as_such() -> None:
    text = "Acme raised $25m."
    shown = article(telling("t", text, [span("amount", text, "$25m")]), [])
    assert [(mark.text, mark.claims) for mark in shown.excerpt if mark.fact] == [("$25m", ())]


def test_the_publisher_is_a_claim_about_the_article() -> None:
    shown = article(telling("t", "text", []), [claim(1, "entry:7:publisher", path="evidence.publisher")])
    assert shown.about == (1,)


def test_an_exact_span_is_marked_where_it_stands() -> None:
    shown = article(telling("t", "Alder Peak led it.", []), [claim(4, "entry:7:summary:0:10")])
    assert shown.excerpt[0].text == "Alder Peak"
    assert shown.excerpt[0].chips == (4,)


def test_every_claim_that_news_told_has_one_anchor() -> None:
    claims = [
        claim(1, "trigger:3:round"),
        claim(2, "trigger:3:date", path="trigger.date"),
        claim(3, "entry:9:publisher"),
    ]
    text = "Series B it is"
    shown = article(telling("t", text, [span("round", text, "Series B")]), claims)
    anchors = [n for mark in (*shown.title, *shown.excerpt) for n in mark.chips] + list(shown.about)
    assert sorted(anchors) == [1, 2, 3]


def test_a_long_text_is_cut_after_its_last_span() -> None:
    text = "word " * 300 + "Series B " + "word " * 300
    shown = article(telling("t", text, [span("round", text, "Series B")]), [])
    assert shown.cut
    assert any(mark.fact for mark in shown.excerpt)


def test_who_differs_is_named() -> None:
    split = [{"fact": "amount", "values": [["25000000 USD", ["A", "B"]], ["23000000 EUR", ["C"]]]}]
    told = [
        telling("t", "$25m", [span("amount", "$25m", "$25m")], facts={"amount": "25000000", "currency": "USD"}),
        telling("t", "x", [], facts={"amount": "25000000", "currency": "USD"}),
        telling("t", "€23m", [span("amount", "€23m", "€23m")], facts={"amount": "23000000", "currency": "EUR"}),
    ]
    dispute = disputes(split, told)[0]
    assert [voice.odd for voice in dispute.voices] == [False, False, True]
    assert dispute.summary == "$25M in two, €23M in one"
