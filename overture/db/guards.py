"""Rules that the database keeps itself, whoever writes: state moves, append-only rows, the gate.

The moves come from the tables of `campaigns.review`; the same rule is written for SQLite and for PostgreSQL.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from campaigns.review import DRAFT_MOVES, HANDOFF_MOVES

State = TypeVar("State", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Guard:
    """Refuse `when` (an SQL condition over OLD and NEW) with `message`."""

    name: str
    table: str
    event: str  # INSERT, DELETE, UPDATE or UPDATE OF column, ...
    when: str
    message: str


def _moves(moves: Mapping[State, frozenset[State]]) -> str:
    known = " OR ".join(
        f"(OLD.state = '{current}' AND NEW.state IN ({', '.join(repr(str(wanted)) for wanted in sorted(allowed))}))"
        for current, allowed in moves.items()
        if allowed
    )
    return f"NOT (OLD.state = NEW.state OR {known})"


# The keys of a row name one address, one host and one account. A line for a parent domain, or for the account's own
# domain, cannot be seen from hashes: `decide_party.is_suppressed` asks for those at approval and in every claim.
_SUPPRESSED = """EXISTS (SELECT 1 FROM suppressions s WHERE s.lifted_at IS NULL AND (
    (s.kind = 'address' AND s.value_hash = NEW.address_key) OR (s.kind = 'domain' AND s.value_hash = NEW.domain_key)
    OR (s.kind = 'account' AND s.value_hash = NEW.account_key)))"""

_APPROVED_CONTENT = "approval_id, draft_id, version, content_hash, address_key, message"
_CHANGED_CONTENT = (
    "NEW.approval_id <> OLD.approval_id OR NEW.draft_id <> OLD.draft_id OR NEW.version <> OLD.version "
    "OR NEW.content_hash <> OLD.content_hash OR NEW.address_key <> OLD.address_key "
    # Erasure may empty the bytes of a message that has come to its end.
    "OR (NEW.message <> OLD.message AND NOT (length(NEW.message) = 0 AND OLD.state IN ('handed_off', 'cancelled')))"
)

_WIDENED = (
    "NEW.token_hash <> OLD.token_hash OR NEW.user_id <> OLD.user_id OR NEW.scopes <> OLD.scopes "
    "OR NEW.expires_at > OLD.expires_at OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NULL)"
)

# A line of the log goes only with all before it, up to a seal that a row of `audit_cuts` names.
_UNCUT = "NOT EXISTS (SELECT 1 FROM audit_cuts c WHERE c.up_to_id >= OLD.{})"
_UNSEALED = """NOT EXISTS (SELECT 1 FROM audit_seals s
    WHERE s.last_id = NEW.up_to_id AND s.seal = NEW.seal AND s.sealed_at < NEW.older_than)"""

GUARDS: tuple[Guard, ...] = (
    Guard("drafts_moves", "drafts", "UPDATE OF state", _moves(DRAFT_MOVES), "a draft cannot make this move"),
    Guard("handoffs_moves", "handoffs", "UPDATE OF state", _moves(HANDOFF_MOVES), "a handoff cannot make this move"),
    Guard("handoffs_gate", "handoffs", "INSERT", _SUPPRESSED, "the address is suppressed"),
    Guard(
        "handoffs_frozen",
        "handoffs",
        f"UPDATE OF {_APPROVED_CONTENT}",
        _CHANGED_CONTENT,
        "approved content cannot be changed",
    ),
    Guard(
        "handoffs_sending_gate",
        "handoffs",
        "UPDATE OF state",
        f"NEW.state = 'sending' AND OLD.state <> 'sending' AND {_SUPPRESSED}",
        "the address is suppressed",
    ),
    Guard(
        "draft_versions_frozen",
        "draft_versions",
        "UPDATE",
        # The one door: a version that is let go for good, with nothing in the place of its words.
        "NEW.erased_at IS NULL OR NEW.subject <> '' OR NEW.body <> ''",
        "a version of a draft cannot be changed",
    ),
    Guard("approvals_frozen", "approvals", "UPDATE", "1 = 1", "an approval cannot be changed"),
    Guard("approvals_kept", "approvals", "DELETE", "1 = 1", "an approval cannot be deleted"),
    Guard("audit_frozen", "audit", "UPDATE", "1 = 1", "the audit log is append-only"),
    Guard("audit_kept", "audit", "DELETE", _UNCUT.format("id"), "the audit log is append-only"),
    Guard("audit_seals_frozen", "audit_seals", "UPDATE", "1 = 1", "the audit log is append-only"),
    Guard("audit_seals_kept", "audit_seals", "DELETE", _UNCUT.format("last_id"), "the audit log is append-only"),
    Guard("audit_cuts_sealed", "audit_cuts", "INSERT", _UNSEALED, "only what was sealed long ago can be let go"),
    Guard("audit_cuts_frozen", "audit_cuts", "UPDATE", "1 = 1", "the audit log is append-only"),
    Guard("audit_cuts_kept", "audit_cuts", "DELETE", "1 = 1", "the audit log is append-only"),
    Guard("api_tokens_frozen", "api_tokens", "UPDATE", _WIDENED, "a token cannot be widened or brought back"),
    Guard("story_versions_frozen", "story_versions", "UPDATE", "1 = 1", "a version of a story cannot be changed"),
    Guard("attempts_kept", "attempts", "DELETE", "1 = 1", "an attempt cannot be deleted"),
)


# What a role does on PostgreSQL in the owner's name, since it may not do it in its own; by the server's own clock.
DOORS: Mapping[str, str] = {
    "let_audit_go(bigint, timestamptz, timestamptz)": """CREATE FUNCTION let_audit_go(
        up_to bigint, before timestamptz, made timestamptz
    ) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE gone bigint;
    BEGIN
        IF before > now() - interval '365 days' THEN
            RAISE EXCEPTION 'overture: the audit log is kept for a year' USING ERRCODE = 'check_violation';
        END IF;
        INSERT INTO audit_cuts (up_to_id, seal, older_than, made_at)
            SELECT s.last_id, s.seal, let_audit_go.before, made FROM audit_seals s WHERE s.last_id = up_to;
        DELETE FROM audit a WHERE a.id <= up_to;
        GET DIAGNOSTICS gone = ROW_COUNT;
        DELETE FROM audit_seals s WHERE s.last_id <= up_to;
        RETURN gone;
    END $$""",
}


def statements(dialect: str) -> list[str]:
    """The SQL that puts all guards up, for `sqlite` or `postgresql`."""
    if dialect != "postgresql":
        return [statement for guard in GUARDS for statement in _sqlite(guard)]
    doors = [step for name, make in DOORS.items() for step in (make, f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC")]
    return [statement for guard in GUARDS for statement in _postgres(guard)] + doors


def drop_statements(dialect: str) -> list[str]:
    if dialect == "postgresql":
        doors = [f"DROP FUNCTION IF EXISTS {name}" for name in DOORS]
        return [f"DROP FUNCTION IF EXISTS guard_{guard.name}() CASCADE" for guard in GUARDS] + doors
    return [f"DROP TRIGGER IF EXISTS guard_{guard.name}" for guard in GUARDS]


def _sqlite(guard: Guard) -> list[str]:
    return [
        f"CREATE TRIGGER guard_{guard.name} BEFORE {guard.event} ON {guard.table} FOR EACH ROW WHEN {guard.when} "
        f"BEGIN SELECT RAISE(ABORT, 'overture: {guard.message}'); END"
    ]


def _postgres(guard: Guard) -> list[str]:
    back = "OLD" if guard.event == "DELETE" else "NEW"
    function = (
        f"CREATE OR REPLACE FUNCTION guard_{guard.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {guard.when} THEN RAISE EXCEPTION 'overture: {guard.message}' USING ERRCODE = 'check_violation'; END IF; "
        f"RETURN {back}; END $$"
    )
    trigger = (
        f"CREATE TRIGGER guard_{guard.name} BEFORE {guard.event} ON {guard.table} "
        f"FOR EACH ROW EXECUTE FUNCTION guard_{guard.name}()"
    )
    return [function, trigger]
