"""The pages over this installation's services, on a thread of their own or as a process."""

from __future__ import annotations

import socket
import threading
import time
from datetime import timedelta
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn
from fastapi import FastAPI

from overture.db.engine import write
from overture.db.setup_links import make_setup_token, needs_setup
from overture.demo.keep import KEPT, keep
from overture.errors import CannotServe
from overture.jobs import desk
from overture.jobs.account_desk import AccountDesk
from overture.jobs.campaign_desk import CampaignDesk
from overture.jobs.house_desk import HouseDesk
from overture.jobs.originals import Originals
from overture.jobs.source_desk import SourceDesk
from overture.jobs.story_desk import StoryDesk
from overture.jobs.what_if import Kept, what_if
from overture.services import Services
from overture.settings import networks
from overture.web.app import create_app
from overture.web.services import LOOPBACK_NAMES, Catalogue, WebServices, WebSettings

_START_SECONDS = 20.0


def web_app(services: Services, *, host: str, demo_user: str | None) -> FastAPI:
    """The app with what this installation knows."""
    environment = services.environment
    public, token = urlsplit(environment.public_url or ""), environment.metrics_token
    settings = WebSettings(
        time_zone=services.workspace.settings.time_zone,
        hosts=LOOPBACK_NAMES | {host, public.hostname or host},
        https=public.scheme == "https",
        session_idle=timedelta(seconds=services.limits.session_idle_seconds),
        session_total=timedelta(seconds=services.limits.session_seconds),
        proxies=networks(environment.proxies),
        published=bool(environment.public_url),
        metrics_token=token.get_secret_value() if token else None,
    )
    tried = Kept()
    return create_app(
        WebServices(
            engine=services.engine,
            clock=services.now,
            keyring=services.keys,
            outbox=lambda: desk.outbox_policy(services),
            relint=desk.relint(services),
            campaigns=lambda: services.workspace.campaigns,
            catalogue=lambda: _catalogue(services),
            alerts=lambda: services.workspace.settings.alerts,
            what_if=lambda changed: what_if(services, changed, kept=tried),
            sources=SourceDesk(services),
            accounts=AccountDesk(services),
            originals=Originals(services),
            whose=lambda company, reading: services.resolver().outcome(company, reading),
            stories=StoryDesk(services),
            tuning=CampaignDesk(services),
            house=HouseDesk(services),
            settings=settings,
            demo_user=demo_user,
            keep_demo=partial(keep, environment.config, Path.cwd() / KEPT) if demo_user else None,
        )
    )


def _catalogue(services: Services) -> Catalogue:
    by: dict[str, list[str]] = {}
    for (story_id, language), shelved in sorted(services.stories.stories.items()):
        if shelved.story.promise:
            by.setdefault(shelved.story.promise, []).append(f"{story_id}.{language}")
    workspace = services.workspace
    return Catalogue(workspace.promises, workspace.cases, {id_: tuple(names) for id_, names in by.items()})


class WebServer:
    """uvicorn on a thread; `address` is where it answers once `start` has returned."""

    def __init__(self, services: Services, *, host: str, port: int, demo_user: str | None) -> None:
        self._socket = listen(host, port)
        bound = self._socket.getsockname()[1]
        self.address = f"http://{host}:{bound}"
        self._app = web_app(services, host=host, demo_user=demo_user)
        config = uvicorn.Config(
            self._app,
            log_level="warning",
            access_log=False,
            lifespan="off",
            proxy_headers=False,
            server_header=False,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [self._socket]}, name="web", daemon=True
        )

    def start(self) -> None:
        self._thread.start()
        end = time.monotonic() + _START_SECONDS
        while not self._server.started:
            if not self._thread.is_alive() or time.monotonic() > end:
                raise CannotServe(f"the pages did not start at {self.address}")
            time.sleep(0.02)
        threading.Thread(target=self._app.state.warm, name="warm", daemon=True).start()

    def stop(self) -> None:
        self._app.state.live.close()  # open pages would hold the door for minutes
        self._server.should_exit = True
        self._thread.join(timeout=10)
        self._socket.close()


def setup_link(services: Services, address: str) -> str | None:
    """A link that makes the first user, once; None where there are users already."""
    with write(services.engine) as connection:
        if not needs_setup(connection):
            return None
        token = make_setup_token(connection, now=services.now())
    return f"{address}/setup/{token}"


def listen(host: str, port: int) -> socket.socket:
    """A socket for the pages; port 0 is any that is free. CannotServe where it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, since asyncio lets only such a socket send without waiting: else an answer's second packet lies
    # for 40 ms until the browser's machine has owned up to the first.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise CannotServe(
            f"{host}:{port} is taken or not ours ({error.strerror}); choose another with --port"
        ) from None
    listening.listen(128)
    return listening
