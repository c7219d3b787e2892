"""A window that notices what hostile words may do to a page: run, ask, lead away, or stand in it as markup."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Dialog, Page

from support.web import Site

# The browser tells a page of what its policy held back; a page that lets nothing in has nothing to tell.
_LISTEN = "addEventListener('securitypolicyviolation', one => console.error('Content Security: ' + one.blockedURI))"
# A sandboxed page, as that of a mail, may not even ask for cookies.
_RAN = """(() => {
    const cookies = (() => { try { return document.cookie; } catch { return ""; } })();
    return [window.pwned, cookies, document.title];
})()"""
# What no page of ours holds, however it came there: elements and attributes that run, lead away or take over.
_FOREIGN = """[...document.querySelectorAll('*')].filter(one =>
    one.matches('script:not([src^="/static/"]):not([type="application/json"]), object, embed, base, meta[http-equiv], '
        + 'iframe:not([src^="/drafts/"]):not([name^="story-mail"][sandbox=""]:not([src], [srcdoc])), '
        + 'link[rel=stylesheet]:not([href^="/static/"])')
    || [...one.attributes].some(at => /^on|^srcdoc$/.test(at.name)
        || (/^(href|src|action|formaction)$/.test(at.name) && /^(java|vb|data)/i.test(at.value.replace(/\\s/g, '')))))
    .map(one => one.outerHTML.slice(0, 200))"""


@dataclass
class Watch:
    page: Page
    address: str
    troubles: list[str] = field(default_factory=list)

    def open(self, path: str) -> int:
        """The status of the page; what is wrong with it is among the troubles."""
        answer = self.page.goto(self.address + path)
        status = answer.status if answer else 0
        if status >= 500:
            self.troubles.append(f"{path} answered {status}")
        self.look(path)
        return status

    def look(self, path: str) -> None:
        ran = self.page.evaluate(_RAN)
        if ran[0] is not None or ran[1] or ran[2] == "PWNED":
            self.troubles.append(f"{path} ran something: {ran}")
        self.troubles += [f"{path} holds {found}" for found in self.page.evaluate(_FOREIGN)]

    def _dialog(self, dialog: Dialog) -> None:
        self.troubles.append(dialog.message)
        dialog.dismiss()


@contextmanager
def watching(browser: Browser, site: Site) -> Iterator[Watch]:
    """Signed in as whoever the site takes a stranger for. Whoever uses it looks at the troubles at the end."""
    context = browser.new_context()
    context.set_default_timeout(60_000)
    context.add_init_script(_LISTEN)
    watch = Watch(context.new_page(), site.address)
    watch.page.on("dialog", watch._dialog)
    watch.page.on("console", lambda said: watch.troubles.append(said.text) if "Content Security" in said.text else None)
    watch.page.on(
        "request", lambda asked: None if asked.url.startswith(site.address) else watch.troubles.append(asked.url)
    )
    yield watch
    context.close()
