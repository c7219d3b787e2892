"""Folding joins the spellings of one name and keeps apart what only looks alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.names import (
    fold,
    former_names,
    has_legal_form,
    look_alike,
    registrable_domain,
    short_name,
    squash,
    transliterated,
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Acme", "acme"),
        ("ACME, Inc.", "acme"),
        ("The Acme Co., Ltd.", "acme"),
        ("Larkfield Robotics GmbH", "larkfield robotics"),
        ("Larkfield GmbH & Co. KG", "larkfield"),
        ("Larkfield S.p.A.", "larkfield"),
        ("Larkfield A/S", "larkfield"),
        ("Larkfield sp. z o.o.", "larkfield"),
        ("Larkfield, S.A.B. de C.V.", "larkfield"),
        ("Larkfield Pty. Ltd.", "larkfield"),
        ("Larkfield AB (publ)", "larkfield"),
        ("AB Larkfield", "larkfield"),
        ("ООО Ромашка", "ромашка"),
        ("株式会社みなと", "みなと"),
        ("みなと株式会社", "みなと"),
        ("㈱みなと", "みなと"),
        ("주식회사 하늘", "하늘"),
        ("晨光科技有限公司", "晨光科技"),
        ("Café Noé S.A.S.", "cafe noe"),
        ("Ørsund & Łoś ASA", "orsund and los"),
        ("Larkfield & Sons", "larkfield and sons"),
        ("Larkfield and Sons Limited", "larkfield and sons"),
        ("Larkfield & Co.", "larkfield"),
        ("J.P. Larkfield", "jp larkfield"),
        ("ＡＣＭＥ", "acme"),
        ("Ac\u200bme\u202e", "acme"),
        ("Acme’s", "acmes"),
        ("Limited", "limited"),
        ("The Limited", "limited"),
        ("", ""),
        ("—", ""),
    ],
)
def test_folded(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Larkfield Group", "Larkfield"),
        ("Larkfield Robotics", "Larkfield"),
        ("Scale AI", "Scale"),
        ("Аcme", "Acme"),  # a Cyrillic first letter
        ("がらす", "からす"),  # a voicing mark makes another word
    ],
)
def test_kept_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_space_inside_a_name_does_not_part_it() -> None:
    assert squash(fold("Larkfield Robotics")) == squash(fold("LarkField-Robotics, Inc."))


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more_than_spacing(name: str) -> None:
    once = fold(name)
    assert once == once.strip()
    assert not any(c.isupper() and c.isascii() for c in once)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Larkfield Robotics GmbH", "Larkfield Robotics"),
        ("Larkfield Robotics GmbH & Co. KG", "Larkfield Robotics"),
        ("Acme, Inc.", "Acme"),
        ("Larkfield AB (publ)", "Larkfield"),
        ("AB Larkfield", "Larkfield"),
        ("The Larkfield Company", "The Larkfield"),
        ("株式会社みなと", "みなと"),
        ("Larkfield & Co.", "Larkfield"),
        ("Larkfield & Sons", "Larkfield & Sons"),
        ("Café Noé S.A.S.", "Café Noé"),
        ("Acme", "Acme"),
        ("E.ON SE", "E.ON"),
    ],
)
def test_short(name: str, short: str) -> None:
    assert short_name(name) == short


def test_a_legal_form_is_seen() -> None:
    assert has_legal_form("Larkfield GmbH")
    assert not has_legal_form("Larkfield Robotics")


def test_former_names_are_read_from_brackets() -> None:
    assert former_names("Larkfield (formerly Old Barn)") == ("Old Barn",)
    assert former_names("Larkfield (Berlin)") == ()


def test_umlauts_have_a_second_spelling() -> None:
    assert transliterated("Müller Söhne") == "Mueller Soehne"
    assert transliterated("Muller") is None


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://blog.acme.co.uk/post?x=1", "acme.co.uk"),
        ("acme.com", "acme.com"),
        ("ACME.com:443", "acme.com"),
        ("//news.acme.de/a", "acme.de"),
        ("münchen.example.de", "example.de"),
        ("co.uk", None),
        ("http://127.0.0.1/", None),
        ("localhost", None),
        ("not a host", None),
        ("", None),
    ],
)
def test_registrable_domain(url: str, domain: str | None) -> None:
    assert registrable_domain(url) == domain


@pytest.mark.parametrize(
    ("written", "seen"),
    [("Асmе", "acme"), ("Αcme", "acme"), ("Ромашка", None), ("Acme", None), ("Çelik", None)],
)
def test_look_alike(written: str, seen: str | None) -> None:
    assert look_alike(written) == seen
