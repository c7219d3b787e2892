"""Small guards: addresses, where to go next, passwords, tokens, hosts, filters, static files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.datastructures import Headers

import overture.web
from overture.db.decisions import Shown
from overture.web import icons
from overture.web.auth.passwords import Passwords, objection
from overture.web.auth.tokens import masked, same_token
from overture.web.bulk import shown_of
from overture.web.deps import safe_next
from overture.web.pages import web_address
from overture.web.security import host_name, stranger
from overture.web.services import WebSettings
from overture.web.show.filters import parse
from overture.web.static_files import StaticFiles
from overture.web.where import where_from, where_of

WEB = Path(overture.web.__file__).parent
TEMPLATES = sorted((WEB / "templates").glob("*.html"))


@pytest.mark.parametrize("address", ["https://post.example/1", "http://127.0.0.1:8/x?y=1#z"])
def test_web_addresses_become_links(address: str) -> None:
    assert web_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", " https://x.example", "data:text/html,x",
        "vbscript:x", "file:///etc/passwd", "//post.example", "https://", "https://[", "", None, "\x01https://x.example",
    ],
)  # fmt: skip
def test_nothing_else_does(address: str | None) -> None:
    assert web_address(address) is None


@pytest.mark.parametrize(
    "target",
    [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "",
        None,
        "/x\ny",
        "\\\\evil",
        "/a b",
    ],
)
def test_a_redirect_stays_in_the_house(target: str | None) -> None:
    assert safe_next(target) == "/queue"


def test_a_path_of_ours_is_kept() -> None:
    assert safe_next("/drafts/7?tab=mine") == "/drafts/7?tab=mine"


@pytest.mark.parametrize(
    "password",
    [
        "short",
        "password1234",
        "PASSWORD2026!!",
        "123456789012",
        "aaaaaaaaaaaa",
        "qwertyuiopas",
        "letmeinletmein",
        "x" * 300,
        "mara lind 2026",
    ],
)
def test_passwords_that_are_not_taken(password: str) -> None:
    assert objection(password, about=("mara", "Lind")) is not None


@pytest.mark.parametrize(
    "password", ["blue kettles hum softly", "Zwölf Boxkämpfer jagen", "9f$Kq!72hd_Lw", "密码密码是很长的一个句子呢"]
)
def test_passwords_that_are_fine(password: str) -> None:
    assert objection(password) is None


def test_passwords_are_argon2id_and_nothing_is_cut_off() -> None:
    passwords = Passwords(WebSettings(hash_memory_kib=256, hash_passes=1))
    stored = passwords.hash("x" * 200 + "a")
    assert stored.startswith("$argon2id$")
    assert passwords.matches(stored, "x" * 200 + "a")
    assert not passwords.matches(stored, "x" * 200 + "b")
    assert not passwords.matches(None, "nobody has this password")
    assert not passwords.matches("not a hash", "x")


def test_the_shipped_cost_is_what_owasp_asks_or_more() -> None:
    settings = WebSettings()
    assert settings.hash_memory_kib >= 19_456
    assert settings.hash_passes >= 2


def test_a_token_looks_different_each_time_and_is_the_same() -> None:
    one, other = masked("secret"), masked("secret")
    assert one != other
    assert same_token(one, "secret")
    assert same_token(other, "secret")
    assert not same_token(one, "another")


@pytest.mark.parametrize("given", ["", "x", "ü", "AAAA", "=" * 40])
def test_a_broken_token_is_no_token(given: str) -> None:
    assert not same_token(given, "secret")


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("localhost:8700", "localhost"),
        ("[::1]:8700", "::1"),
        ("EXAMPLE.org", "example.org"),
        ("a b", ""),
        ("x@y", ""),
        ("", ""),
    ],
)
def test_host_names(host: str, name: str) -> None:
    assert host_name(Headers({"host": host})) == name


def test_strangers_are_known_by_what_browsers_say() -> None:
    def asks(**headers: str) -> bool:
        return stranger(
            Headers({name.replace("_", "-"): value for name, value in {"host": "o.example", **headers}.items()})
        )

    assert asks(sec_fetch_site="cross-site")
    assert asks(sec_fetch_site="same-site")
    assert asks(origin="https://evil.example")
    assert asks(origin="null")
    assert not asks(sec_fetch_site="same-origin")
    assert not asks(origin="https://o.example")


def test_the_filter_language() -> None:
    found = parse('is:blocked score:>60 story:"after the round" owner:me Acme', tab="mine", user="mara").query
    assert (found.tab, found.score_over, found.story, found.owner, found.words) == (
        "blocked", 60, "after the round", "mara", ("Acme",),
    )  # fmt: skip


@pytest.mark.parametrize("term", ["is:nothing", "score:many", "colour:red", "story:", "score:>99999"])
def test_a_term_that_is_not_understood_is_said_so(term: str) -> None:
    parsed = parse(term, tab="mine", user="mara")
    assert parsed.unknown == (term,)


def test_an_open_quotation_mark_does_no_harm() -> None:
    assert parse('"Acme', tab="mine", user="mara").query.words == ('"Acme',)


def test_where_survives_its_own_address() -> None:
    where = where_of("mine", "score:>60 Äcme & Söhne", "expiry")
    assert where_from(where.query_string) == where


def test_where_refuses_unknown_tabs_and_orders() -> None:
    assert where_of("<script>", "", "random") == where_of("", "", "")


def test_static_files_are_small_and_only_ours() -> None:
    static = StaticFiles()
    assert static.packed_bytes(".css") <= 20_000
    on_stories = ("js/codemirror.js", "js/stories.js", "js/story_kept.js", "js/story_text.js")
    assert static.packed_bytes(".js", without=on_stories) <= 45_000
    assert static.packed_bytes(".js") <= 260_000
    assert static.address("app.css").endswith("/app.css")
    with pytest.raises(KeyError):
        static.address("../pages.py")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_inline_script_style_or_handler(path: Path) -> None:
    text = path.read_text()
    assert not re.search(r"\sstyle=|\son[a-z]+=|javascript:|(href|src)=.https?:", text)
    assert "|safe" not in re.sub(r"'[^']*'\|safe|shell\.keys_json\|safe", "", text)


OPEN_FORMS = ("login.html", "setup.html", "unsubscribe.html")


def test_every_form_that_posts_carries_its_token() -> None:
    """But those that work before anybody is signed in; opting out is a mail program's to post (RFC 8058)."""
    for path in TEMPLATES:
        for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", path.read_text(), re.DOTALL):
            assert "ui.hidden(shell" in form or "hidden(shell" in form or path.name in OPEN_FORMS, path.name


def test_icons_that_templates_name_are_drawn() -> None:
    named = {name for path in TEMPLATES for name in re.findall(r"icon\('([a-z]+)'", path.read_text())}
    assert named <= icons.NAMES


def test_what_looks_like_a_number_and_is_none_is_no_draft() -> None:
    assert shown_of("7.2.abc") == Shown(7, 2, "abc")
    assert shown_of("².2.abc") is None
    assert shown_of("7.2") is None
