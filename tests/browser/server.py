"""A folder served over HTTP as GitHub Pages would, at the top of a host or under a path."""

from __future__ import annotations

import gzip
import mimetypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

UTF8_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".csv": "text/csv",
    ".xml": "application/xml",
    ".txt": "text/plain",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One request that was answered."""

    path: str
    status: int
    size: int  # bytes of the body as sent, compressed where it was


@dataclass(frozen=True, slots=True)
class ServedFolder:
    """A folder while it is being served. `answers` grows with every request."""

    folder: Path
    under: str  # path of the site on its host; begins and ends with a slash
    address: str  # of the site's own root; ends with a slash
    answers: list[Answer] = field(default_factory=list)

    def read(self, path: str) -> tuple[HTTPStatus, Path | None]:
        """The file for the path of a request; the nearest thing to Pages for what is not there."""
        if path.startswith(self.under):
            wanted = self.folder.joinpath(*path.removeprefix(self.under).split("/"))
            if path.endswith("/"):
                wanted = wanted / "index.html"
            if wanted.is_file() and wanted.resolve().is_relative_to(self.folder.resolve()):
                return HTTPStatus.OK, wanted
        missing = self.folder / "404.html"
        return HTTPStatus.NOT_FOUND, missing if missing.is_file() else None


class _PatientServer(ThreadingHTTPServer):
    """Lets many browsers wait, and says nothing of one that goes in the middle of an answer."""

    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serve(folder: Path, under: str = "/") -> Iterator[ServedFolder]:
    """Serves `folder` on a free port of this machine until the block ends.

    Text is compressed when the browser asks for it, and a missing page is answered with the
    site's own 404.html, at any depth.
    """
    with _PatientServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        host = f"http://127.0.0.1:{server.server_port}"
        site = ServedFolder(folder, under, f"{host}{under}")
        server.RequestHandlerClass = _handler_for(site)
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield site
        finally:
            server.shutdown()


def _handler_for(site: ServedFolder) -> type[BaseHTTPRequestHandler]:
    class PagesHandler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            status, place = site.read(path)
            body = place.read_bytes() if place else b"Not found"
            self.send_response(status)
            if place and place.suffix in UTF8_TYPES and "gzip" in self.accepted():
                body = _compressed(body)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Type", _content_type(place))
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-cache")
            self.end_headers()
            self.wfile.write(body)
            site.answers.append(Answer(path, status, len(body)))

        def accepted(self) -> str:
            return self.headers.get("Accept-Encoding", "")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Says nothing: what was asked for is in `answers`."""

    return PagesHandler


@lru_cache(maxsize=1000)
def _compressed(body: bytes) -> bytes:
    return gzip.compress(body, compresslevel=6, mtime=0)


def _content_type(place: Path | None) -> str:
    if place is None:
        return "text/plain; charset=utf-8"
    if place.suffix in UTF8_TYPES:
        return f"{UTF8_TYPES[place.suffix]}; charset=utf-8"
    return mimetypes.guess_type(place.name)[0] or "application/octet-stream"
