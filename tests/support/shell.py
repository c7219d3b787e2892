"""Typing the shell lines of the README and the docs, as they stand there."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from support.running import command, environment

ROOT = Path(__file__).resolve().parents[2]
NEWS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour News</title><link>http://harbour.example/</link>
<description>What happens at the harbour.</description><item><title>Harbour Robotics raises $30 million Series B</title>
<link>http://harbour.example/1</link><guid>1</guid><pubDate>{now}</pubDate>
<description>Harbour Robotics, which makes cranes that think, has closed a $30 million Series B round.</description>
</item></channel></rss>"""


class _Outlet(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = NEWS.format(now=format_datetime(datetime.now(UTC))).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def outlet() -> Iterator[int]:
    """A feed with one B round, at every path of the port that is given."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Outlet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


def shell_lines(page: Path, heading: str | None = None) -> list[str]:
    """What a page, or its section of this heading, tells its reader to type, in order. A command that goes on over
    several lines is one. Blocks that also show what is printed are left out: they are for reading."""
    text = page.read_text()
    if heading:
        section = re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
        assert section, f"{page.name} has no section {heading}"
        text = section[1]
    typed: list[str] = []
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        commands = [part.strip() for part in re.split(r"^\$ ", block, flags=re.MULTILINE) if part.strip()]
        if not any(_prints(part) for part in commands):
            typed += commands
    return typed


def _prints(part: str) -> bool:
    """Does something stand under the command that does not belong to it?"""
    first, *rest = part.splitlines()
    return bool(rest) and not first.endswith("\\") and not re.match(r"(for|while|if) ", first)


class Terminal:
    """A shell in `folder`. `instead` says what is typed in place of addresses that exist on paper only."""

    def __init__(self, folder: Path, instead: Mapping[str, str]) -> None:
        self._folder, self._running = folder, list[subprocess.Popen[str]]()
        self._instead = {".venv/bin/overture": shlex.join(command()), **instead}

    def type(self, line: str) -> str:
        """What the line printed; `overture up` is left running."""
        typed = line
        for written, meant in self._instead.items():
            typed = typed.replace(written, meant)
        if " up " in line:
            self._running.append(self._start(f"exec {typed} --port 0"))
            return ""
        done = self._start(typed)
        said, _ = done.communicate(timeout=120)
        assert done.returncode == 0, f"{line}\n{said}"
        return said

    def _start(self, line: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            ["/bin/sh", "-c", line], cwd=self._folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env=environment({"PYTHONPATH": os.fspath(ROOT)}),
        )  # fmt: skip

    def close(self) -> None:
        for process in self._running:
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=60)


def let_in(workspace: Path, port: int) -> None:
    """A feed on this machine is nothing that Overture visits unasked; docs/sources.md tells what to write."""
    settings = workspace / "settings.yaml"
    settings.write_text(settings.read_text().replace("allow: []", f'allow: ["127.0.0.1/32:{port}"]'))
