"""Which file knows which verbs, and the sentence that `overture --help` says of each.

The sentences stand here once more, so that help needs none of the rooms: loading all of them takes several times as
long as any command does. A test holds them to what the rooms say themselves.
"""

from __future__ import annotations

import typer

Verbs = dict[str, str]

# Part of the help -> room -> verb -> sentence.
PARTS: dict[str, dict[str, Verbs]] = {
    "Begin": {
        "demo": {
            "demo": "Show the main job: feeds are served locally, read, matched, and drafts wait for you to approve."
        },
        "workspace": {
            "init": "Write the files of a workspace; what is there already is never touched.",
            "check": "Say what is wrong in files and stories, or with database, broker and outbox; exit 1 for errors.",
        },
        "config": {"config": "What may stand in the workspace's files."},
    },
    "Run": {
        "up": {"up": "Run everything in one process: worker, clock and pages."},
        "serving": {
            "worker": "Work on what is due.",
            "beat": "Ring the bell every few seconds.",
            "web": "Serve the review pages.",
        },
        "doctor": {
            "doctor": "Check database, broker, outbox and workspace; print versions and limits.",
            "alive": "Has a process of this role on this host moved lately? For the health checks of a supervisor.",
        },
        "database": {"db": "The database's schema."},
        "users": {"users": "Who may sign in, and what they may do."},
        "webhook": {"webhook": "What the web hook is told."},
    },
    "News and triggers": {
        "sources": {"sources": "Feeds and other places that are watched."},
        "listing": {
            "entries": "Entries as they were fetched.",
            "mentions": "Events as single entries tell them.",
            "nos": "Decisions not to write, with their reasons.",
        },
        "triggers": {
            "triggers": "Events, one each, with what became of them.",
            "why": "Say why an entry, a trigger or an account has a draft or has none: one sentence, then the reasons.",
        },
        "reading": {
            "detect": "Items in, one line each out, in order: which events each item tells, with evidence.",
            "events": "Items in, one line per event out: which items tell the same event, and where they disagree.",
            "match": "Company names in, one line each out: which account each is, or why none.",
            "explain": "One item in: every event that was considered, the words for and against, and the accounts.",
        },
        "aside": {"aside": "Rows that broke again and again and wait for somebody to look."},
    },
    "Drafts and stories": {
        "drafts": {"drafts": "Drafts that wait, and what was decided about them."},
        "stories": {"stories": "Story templates: lint, preview, run, publish and diff."},
        "handoffs": {"handoffs": "Approved messages on their way out."},
        "audit": {"audit": "Who did what, and whether the log is whole."},
    },
    "People": {
        "ask": {"ask": "Ask for people and accounts by interests, concerns, ties, facts and events."},
        "heard": {
            "heard": "Write down what a contact said.",
            "cares": "File why a customer cares, with its date.",
            "suggest-call": "The one customer to call today and ask why they care.",
        },
        "calls": {"calls": "Whom to call, where another mail would be one too many."},
        "promises": {"promises": "What we promised to whom, and whether we kept it."},
        "suppress": {"suppress": "Who must not be written to."},
        "outcomes": {"outcomes": "What came of messages: replies, meetings, bounces."},
        "accounts": {"accounts": "Companies that we would like to hear from, and whom a name means."},
        "people": {
            "ties": "Who of us knows whom.",
            "export": "What is known as the file it could stand in; reading it back changes nothing.",
        },
    },
}
VERBS = {verb: room for rooms in PARTS.values() for room, verbs in rooms.items() for verb in verbs}


def add_names(app: typer.Typer) -> None:
    """Every verb by its name and sentence alone, for help and for "did you mean"."""
    for part, rooms in PARTS.items():
        for verbs in rooms.values():
            for verb, sentence in verbs.items():
                app.command(verb, help=sentence, rich_help_panel=part)(_nothing)


def _nothing() -> None:
    """Only the room itself can act."""
