"""Who goes by keyboard sees where they are; who has colours of their own sees what is current."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser
from support.axe import window
from support.web import Site

# Where the focus is: hidden only where none of its own points is in front, with a ring on itself or on its row.
_FOCUS = """() => {
    const one = document.activeElement;
    if (one === document.body) return null;
    const box = one.getBoundingClientRect();
    const points = [[.5, .5], [.1, .5], [.9, .5], [.5, .2], [.5, .8]];
    const front = points.some(([x, y]) => {
        const there = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
        return there && (one.contains(there) || there.contains(one));
    });
    const ringed = [one, one.closest("tr"), one.closest(".find"), one.parentElement].some((each) => {
        const look = each && getComputedStyle(each);
        return look && look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 1;
    });
    const last = window.lastFocus;
    const down = !last || Boolean(last.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    window.lastFocus = one;
    return {what: one.outerHTML.slice(0, 90), front, ringed, down};
}"""


@pytest.mark.parametrize("path", ["/queue?tab=mine", "/drafts/1?tab=mine", "/settings", "/outcomes"])
def test_the_focus_goes_down_the_page_and_is_never_hidden(open_page: Any, path: str) -> None:
    page = open_page(path, "ada", viewport={"width": 1440, "height": 700})
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        if (at := page.evaluate(_FOCUS)) is None:
            break
        seen.append(at)
    assert len(seen) > 20
    assert [one["what"] for one in seen if not one["front"]] == []
    assert [one["what"] for one in seen if not one["ringed"]] == []
    assert [one["what"] for one in seen if not one["down"]] == []


def test_in_the_readers_own_colours_what_is_current_stands_out(browser: Browser, site: Site) -> None:
    with window(browser, site) as context:
        page = context.new_page()
        page.emulate_media(forced_colors="active")
        for path in ("/queue?tab=mine", "/outcomes", "/settings"):
            page.goto(path)
            edges = {name: page.evaluate(_EDGES, f":is(.tabs, .rail li) a{which}") for name, which in _WHICH.items()}
            assert edges == {name: [page.evaluate(_SYSTEM, name)] for name in _WHICH}, path


_WHICH = {"Highlight": "[aria-current]", "Canvas": ":not([aria-current])"}
_EDGES = (
    "which => [...new Set([...document.querySelectorAll(which)].map(one => getComputedStyle(one).borderBottomColor))]"
)
_SYSTEM = """name => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = name;
    const found = getComputedStyle(probe).color;
    probe.remove();
    return found;
}"""
