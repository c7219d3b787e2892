"""Every limit of the line in one place; `overture doctor` prints them. Seconds and bytes unless named otherwise."""

from __future__ import annotations

from dataclasses import dataclass

KIB = 1024
MIB = 1024 * KIB


@dataclass(frozen=True, slots=True)
class Limits:
    poll_seconds: float = 30.0
    connect_seconds: float = 5.0
    redirects: int = 5
    wire_bytes: int = 5 * MIB
    decoded_bytes: int = 20 * MIB
    first_pass_entries: int = 5_000
    poll_entries: int = 500
    flood_entries: int = 100  # new entries in an hour; quarantined when also `flood_ratio` times its own norm
    flood_ratio: float = 10.0
    title_chars: int = 512
    text_bytes: int = 64 * KIB
    parse_cpu_seconds: float = 10.0
    parse_memory_mb: int = 512
    render_cpu_seconds: float = 2.0
    render_memory_mb: int = 200
    render_output_bytes: int = 20_000
    render_steps: int = 10_000
    jail_requests: int = 500  # then the child is replaced
    lease_seconds: float = 60.0
    tick_seconds: float = 5.0
    sweep_seconds: float = 15.0
    attempts: int = 5
    session_idle_seconds: float = 30 * 60.0
    session_seconds: float = 12 * 3600.0
    hold_seconds: float = 600.0
    release_batch: int = 50  # messages in one claim
    clock_batch: int = 200  # drafts that wake or expire in one transaction
    backoff_seconds: float = 24 * 3600.0  # the longest wait between polls of a failing source
