from __future__ import annotations

from dataclasses import replace

import pytest

from campaigns.letter import address_of, clean_body, clean_subject, content_hash, full_text, one_line
from campaigns.workspace import Contact, OurCompany, Teammate

OURS = OurCompany("Lantern", "1 Harbour Road\n20457 Hamburg\nGermany")
MARA = Teammate("mara", "Mara Lind", "mara@lantern.example", title="Head of Stories")
JO = Contact("jo", "acme", "Jo Meyer", "Jo", email="jo@acme.example")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f"])
def test_a_line_end_in_a_subject_becomes_one_space(end: str) -> None:
    assert clean_subject(f"Acme{end}Bcc: x@y.example") == "Acme Bcc: x@y.example"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("Ac\u200bme\ufeff", "Acme"),
        ("Acme\U000e0041\U000e007f", "Acme"),
        ("a" + "\u0301" * 300, "a" + "\u0301" * 4),
        ("=?utf-8?q?Hi?=", "= ?utf-8?q?Hi?="),
        ("=\u200b?utf-8?q?Hi?=", "= ?utf-8?q?Hi?="),
        ("  two   spaces\t", "two spaces"),
        ("nul\x00 and escape\x1b[31m", "nul and escape[31m"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("None", "None"),
        ("{{ 7 * 7 }} %s ${x}", "{{ 7 * 7 }} %s ${x}"),
        ("👩\u200d🚀 launches", "👩\u200d🚀 launches"),
        ("Grüße an Åsa, 東京", "Grüße an Åsa, 東京"),
    ],
)
def test_a_subject_hides_nothing_and_keeps_what_is_honest(raw: str, clean: str) -> None:
    assert clean_subject(raw) == clean
    assert clean_subject(clean) == clean


def test_a_body_keeps_its_lines_whatever_ended_them() -> None:
    assert clean_body("\r\none  \r\ntwo\rthree\u2028four\x00\n\n") == "one\ntwo\nthree\nfour"


def test_the_reader_gets_body_signature_and_postal_address() -> None:
    assert full_text("Hello Jo.", MARA, OURS) == (
        "Hello Jo.\n\nMara Lind\nHead of Stories\n\nLantern, 1 Harbour Road, 20457 Hamburg, Germany\n"
    )


def test_a_signature_that_the_body_ends_with_is_not_repeated() -> None:
    sender = replace(MARA, signature="Warmly,\nMara")
    text = full_text("Hello Jo.\n\nWarmly,\r\nMara", sender, OURS)
    assert text.count("Warmly") == 1


def test_an_address_inside_the_signature_is_not_repeated() -> None:
    sender = replace(MARA, signature="Mara\n1 Harbour Road\n20457 Hamburg\nGermany")
    assert full_text("Hello.", sender, OURS).count("Hamburg") == 1


def test_the_hash_covers_everything_that_the_reader_gets() -> None:
    def hashed(
        subject: str = "S", body: str = "B", to: Contact = JO, sender: Teammate = MARA, ours: OurCompany = OURS
    ) -> str:
        return content_hash(subject, body, to=to, sender=sender, company=ours)

    others = [
        hashed(subject="T"),
        hashed(body="C"),
        hashed(to=replace(JO, email="jo@other.example")),
        hashed(to=replace(JO, name="Jo Mayer")),
        hashed(sender=replace(MARA, signature="M.")),
        hashed(sender=replace(MARA, email="otto@lantern.example")),
        hashed(ours=replace(OURS, postal_address="2 Harbour Road")),
    ]
    assert len({hashed(), *others}) == len(others) + 1


def test_the_hash_ignores_what_the_reader_never_gets() -> None:
    same = content_hash("S", "B", to=JO, sender=MARA, company=OURS)
    assert same == content_hash(" S\u200b", "B\r\n", to=replace(JO, role="CTO"), sender=MARA, company=OURS)


@pytest.mark.parametrize(
    ("email", "parts"),
    [
        ("jo@acme.example", ("jo", "acme.example")),
        (" Jo.Meyer+news@Acme.example ", ("Jo.Meyer+news", "Acme.example")),
        ("jo@bücher.example", ("jo", "xn--bcher-kva.example")),
    ],
)
def test_an_address_that_can_be_written_to(email: str, parts: tuple[str, str]) -> None:
    assert address_of(email) == parts


@pytest.mark.parametrize(
    "email",
    [
        None,
        "",
        "jo",
        "@acme.example",
        "jo@",
        "jö@acme.example",
        "a@x.example, b@y.example",
        "jo@acme",
        "jo@-a.example",
        *[
            "jo@a..example",
            "jo@[127.0.0.1]",
            '"jo x"@acme.example',
            "jo x@acme.example",
            "jo\n@acme.example",
            ".jo@a.example",
        ],
        *["jo@acme.example>", "<jo@acme.example>", "jo@acme.example\r\nBcc: x@y.example", "j" * 65 + "@acme.example"],
    ],
)
def test_an_address_that_cannot(email: str | None) -> None:
    assert address_of(email) is None


def test_names_become_one_line_without_becoming_addresses() -> None:
    assert one_line("Acme, Inc.\n<evil@x.example>") == "Acme, Inc. <evil@x.example>"
