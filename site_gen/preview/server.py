"""The site over HTTP, for this machine's own browser."""

import json
import os
import socket
import socketserver
import sys
import time
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Any, NoReturn
from urllib.parse import parse_qs, urlsplit

from site_gen.preview.bulletin import BoardClosedError, Bulletin, BulletinBoard
from site_gen.preview.hosts import is_known_host
from site_gen.preview.moves import Moves
from site_gen.preview.sent_pages import ROUTES, page_frame, prepare_page
from site_gen.preview.served_files import HTML, NOT_FOUND, Found, content_type, find_file
from site_gen.preview.stamps import MISSING, asset_stamps, page_stamp
from site_gen.preview.visits import Visits
from site_gen.text.values import dataclass, field, values_of

EVENTS = f"{ROUTES}events"
CLIENT_FILES = ("preview.js", "overlay.css")
WAITING = "waiting.html"
PLAIN = "text/plain; charset=utf-8"
USUAL_PORT = 8000
PORTS_TRIED = 20
BEAT_SECONDS = 10.0  # between signs of life to an open page; so leavers are noticed
LOOK_SECONDS = 0.05  # between looks, while a build goes on, whether a page is written already
IDLE_SECONDS = 60.0  # after which a silent connection is closed
WAITING_LINE = 128  # connections that the system holds until they are taken; a browser opens many
MOST_CONNECTIONS = 200  # at once; each takes a thread and a file, of which some systems give 256
MOST_STREAMS = 100  # of them that wait for news, and are slow to notice that they were closed
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    # A page elsewhere on the web must not load drafts from here as scripts or pictures.
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
}


@dataclass(slots=True)
class ServedSite:
    """What is served: a folder, and the news about it."""

    folder: Path
    board: BulletinBoard = field(default_factory=BulletinBoard)
    under: str = "/"  # the path that the published site lies under
    has_own_scripts: bool = False  # which need not know that a page's content can change
    visits: Visits = field(default_factory=Visits)
    moves: Moves = field(default_factory=Moves)

    def stamp(self, path: str) -> str:
        """Of the page at the path of a request."""
        edition = self.board.latest.edition
        return page_stamp(self.folder, path, under=self.under, edition=edition)

    def moved(self, path: str) -> str:
        """Where the page is that was at the path of a request; empty for one that did not move."""
        top = self.under if path.startswith(self.under) else "/"
        page = self.moves.find(path.removeprefix(top))
        return f"{top}{page}" if page else ""

    def frame(self, page: bytes) -> str:
        """Of all that a page has around its content, styles and scripts too; empty for none."""
        frame = "" if self.has_own_scripts else page_frame(page)
        return f"{frame}.{asset_stamps(self.folder)}" if frame else ""


class PortTakenError(Exception):
    """Another program listens there; the message says so."""


class PreviewServer(socketserver.ThreadingTCPServer):
    """Serves one site. `serve_forever` in a thread of its own, `shutdown` to end."""

    daemon_threads = True
    request_queue_size = WAITING_LINE
    # On Windows the same option would let two programs listen at one port.
    allow_reuse_address = os.name == "posix"

    def __init__(self, host: str, port: int, site: ServedSite) -> None:
        self.host = host
        self.site = site
        self._open: dict[socket.socket, None] = {}  # connections, the oldest first
        self._changing = Lock()
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), PreviewHandler)

    @property
    def address(self) -> str:
        """Where a browser on this machine finds the site."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104
        shown = f"[{host}]" if ":" in host else host
        return f"http://{shown}:{self.server_address[1]}/"

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer one connection; the one that came first is closed when there are too many."""
        with self._changing:
            self._open[request] = None
            first = next(iter(self._open))
            if len(self._open) > MOST_CONNECTIONS:
                del self._open[first]
                with suppress(OSError):  # it was just about to end
                    first.shutdown(socket.SHUT_RDWR)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Close a connection."""
        with self._changing:
            self._open.pop(request, None)
        super().shutdown_request(request)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle is nothing to speak of."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def open_server(site: ServedSite, *, host: str, port: int | None = None) -> PreviewServer:
    """A server at `host` and `port`; without a port the first free one from 8000 on.

    Raises PortTakenError when there is none, or when the host is not of this machine.
    """
    tried = [port] if port is not None else [*range(USUAL_PORT, USUAL_PORT + PORTS_TRIED), 0]
    for candidate in tried:
        try:
            return PreviewServer(host, candidate, site)
        except OSError as error:
            reason = error.strerror or str(error)
    raise PortTakenError(f"cannot serve at {host}, port {tried[0]}: {reason.lower()}")


class PreviewHandler(BaseHTTPRequestHandler):
    """Answers one connection."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    timeout = IDLE_SECONDS

    def do_GET(self) -> None:
        """Send what is asked for."""
        self._answer()

    def do_HEAD(self) -> None:
        """Say what would be sent."""
        self._answer()

    def version_string(self) -> str:
        """What the server calls itself."""
        return "Minutebook preview"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: people at a terminal want to read about their minutes."""

    def _answer(self) -> None:
        if not is_known_host(self.headers.get("Host", ""), served_at=self.server.host):
            body = b"This address is not the one that the preview is served at.\n"
            self._send(HTTPStatus.MISDIRECTED_REQUEST, PLAIN, body)
            return
        path, query = _target(self.path)
        visits = self.server.site.visits
        if path == EVENTS:
            if self._is_foreign() or visits.listeners >= MOST_STREAMS:
                self.close_connection = True
                self._send(HTTPStatus.FORBIDDEN, PLAIN, b"No news are sent there.\n")
                return
            with visits.listening():
                self._send_news(parse_qs(query).get("path", ["/"])[0])
            return
        with visits.answering():
            if path.startswith(ROUTES):
                self._send_own(path.removeprefix(ROUTES))
            else:
                self._send_found(path)

    def _is_foreign(self) -> bool:
        """Whether a page from elsewhere asks, which could read nothing and only take up room."""
        return self.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}

    def _send_found(self, path: str) -> None:
        site = self.server.site
        found = find_file(site.folder, path, under=site.under)
        if found is not None and found.is_folder:
            self._send(HTTPStatus.FOUND, PLAIN, b"", Location=f"{path}/")
        elif found is None or not self._send_file(found, path):
            self._send_missing(path)

    def _send_file(self, found: Found, path: str, status: HTTPStatus = HTTPStatus.OK) -> bool:
        """Whether the file was still there."""
        site = self.server.site
        stamp = site.stamp(path)
        try:
            body = found.file.read_bytes()
        except OSError:
            return False
        kind = content_type(found.file)
        if kind == HTML:
            body = prepare_page(body, stamp=stamp, frame=site.frame(body))
        self._send(status, kind, body)
        return True

    def _send_missing(self, path: str) -> None:
        """The site's own page for what is not there; ours while there is no site yet."""
        own = find_file(self.server.site.folder, f"/{NOT_FOUND}")
        if own is None or not self._send_file(own, path, HTTPStatus.NOT_FOUND):
            body = prepare_page(_client_file(WAITING), stamp=self.server.site.stamp(path))
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, HTML, body)

    def _send_own(self, name: str) -> None:
        if name in CLIENT_FILES:
            self._send(HTTPStatus.OK, content_type(Path(name)), _client_file(name))
        else:
            self._send(HTTPStatus.NOT_FOUND, PLAIN, b"Not found\n")

    def _send(self, status: HTTPStatus, kind: str, body: bytes, **headers: str) -> None:
        self.send_response(status)
        all_headers = {**HEADERS, **headers, "Content-Type": kind, "Content-Length": str(len(body))}
        for name, value in all_headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_news(self, path: str) -> None:
        """Server-sent events for the page at `path`: how things are, then whatever changes.

        Format: https://html.spec.whatwg.org/multipage/server-sent-events.html
        """
        self.send_response(HTTPStatus.OK)
        kind = {"Content-Type": "text/event-stream", "Connection": "close"}
        for name, value in {**HEADERS, **kind}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "HEAD":
            return
        try:
            self.wfile.write(b"retry: 500\n\n")
            self._send_events(path)
        except (BoardClosedError, ConnectionError, TimeoutError):
            return

    def _send_events(self, path: str) -> NoReturn:
        site = self.server.site
        seen, stamp, sent_at, pace = -1, "", 0.0, 0.0
        while True:
            number, news = site.board.wait(seen, pace)
            bulletin = news or site.board.latest
            now = site.stamp(path)
            if news is not None or now != stamp:
                moved = site.moved(path) if now.startswith(MISSING) else ""
                self.wfile.write(event(bulletin, stamp=now, moved=moved))
                sent_at = time.monotonic()
            elif time.monotonic() - sent_at >= BEAT_SECONDS:
                self.wfile.write(b":\n\n")
                sent_at = time.monotonic()
            seen, stamp = number, now
            pace = LOOK_SECONDS if bulletin.is_building else BEAT_SECONDS


def _target(asked: str) -> tuple[str, str]:
    """Path and query of what a request line asks for, with or without scheme and host.

    Format: RFC 9112, section 3.2. The path is empty for what is no address of ours.
    """
    try:
        parts = urlsplit(asked)
    except ValueError:
        return "", ""
    if asked.startswith("/") or parts.scheme == "http":
        return parts.path, parts.query
    return "", ""


def event(bulletin: Bulletin, *, stamp: str, moved: str = "") -> bytes:
    """The bulletin, and the stamp of the page as it is now, as one event in one line of JSON.

    `moved` is where a page has gone that is no longer there.
    """
    news = {**values_of(bulletin), "stamp": stamp, "moved": moved}
    told = json.dumps(news, default=values_of, separators=(",", ":"))
    return b"data: " + told.encode() + b"\n\n"


def _client_file(name: str) -> bytes:
    return files("site_gen.preview").joinpath("client", name).read_bytes()
