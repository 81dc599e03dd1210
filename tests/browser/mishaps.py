"""What goes wrong on a page without anybody asking: broken scripts, blocked loads, strangers."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page, Request

OWN_HOSTS = {"127.0.0.1", "localhost"}
LOCAL_SCHEMES = {"file", "data", "blob", "about"}


class Mishaps:
    """Collects what goes wrong on one page, from the moment it is made.

    That is: an uncaught exception, a load that the content policy refused, and a request to a
    host that is not this machine. A missing file is no mishap: some tests ask for one.
    """

    def __init__(self, page: Page) -> None:
        self.found: list[str] = []
        page.on("pageerror", self._note_exception)
        page.on("console", self._note_refusal)
        page.on("request", self._note_stranger)

    def _note_exception(self, error: Error) -> None:
        self.found.append(f"uncaught: {error.stack or error.message}")

    def _note_refusal(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            self.found.append(f"refused: {message.text}")

    def _note_stranger(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in LOCAL_SCHEMES and parts.hostname not in OWN_HOSTS:
            self.found.append(f"asked a stranger: {request.url}")
