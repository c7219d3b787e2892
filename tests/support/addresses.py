"""The addresses that are opened in a browser, by the world under them."""

from __future__ import annotations

# The world of the sample drafts.
PATHS = ["/queue?tab=mine", "/queue?tab=snoozed", "/drafts/1", "/drafts/6", "/drafts/1/edit", "/drafts/1?view=text",
         "/drafts/1?view=source", "/queue?tab=mine&group=kind", "/review", "/aside", "/recent",
         "/triggers", "/triggers/1", "/nos", "/questions", "/sources", "/accounts", "/accounts/acc-1", "/stories",
         "/stories/after-the-round", "/stories/after-the-round/diff?a=1&b=1", "/campaigns", "/audit", "/settings",
         "/settings/keys", "/settings/delivery", "/settings/do-not-contact", "/settings/webhook",
         "/help", "/search?q=acme", "/nowhere", "/sources/new", "/sources/import", "/sources/annonces/remove",
         "/api/v1"]  # fmt: skip
VIEWS = ["/queue?tab=decided", "/queue?tab=outbox", "/outcomes", "/drafts/1?view=mail", "/drafts/1?view=phone",
         "/drafts/1/mail"]  # fmt: skip
# Where the words of others stand besides.
ALSO = [*VIEWS, "/settings/do-not-contact?lifted=true", "/settings/config",
        "/queue?q=story:x", "/nos?by=rule", "/nos?by=day", "/nos/what-if",
        "/ask?q=tie:any", "/ask?q=concern:sailing", "/heard?account=acc-1", "/promises?tab=all", "/cases",
        "/accounts/acc-1?ties=graph"]  # fmt: skip
# The same, with promises owed, cases and a campaign.
PEOPLE = [
    "/ask", "/ask?q=tie:any", "/ask?q=tie:any+lifecycle:prospec", "/ask?q=concern:sailing", "/accounts",
    "/accounts/acc-1", "/accounts/acc-1?ties=graph", "/accounts/acc-1?ties=table", "/accounts/globex", "/heard",
    "/ties/import", "/heard?account=acc-5", "/promises", "/promises?tab=released", "/promises?account=acc-1", "/cases",
    "/nos",
    "/nos?by=rule", "/nos?by=day", "/nos/what-if", "/nos/what-if?campaign=money&code=must:0&off=true",
    "/nos/what-if?campaign=money&code=must:0&to=many",
]  # fmt: skip
# Where one writes: a workspace with a story and a campaign.
EDIT = "/stories/raised/edit"
WRITING = ["/import", "/import?what=contacts", "/settings/config", "/settings/delivery", "/settings/webhook",
           "/stories", "/stories/raised", EDIT, "/stories/raised/diff?a=1&b=1", "/campaigns", "/campaigns/money",
         "/campaigns/money/edit", "/campaigns/new?id=fresh",
         "/stories/new?id=fresh&event=ipo"]  # fmt: skip
