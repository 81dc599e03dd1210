"""`minutebook serve` from outside: one program, run as people run it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from site_gen.preview.server import MOST_CONNECTIONS, MOST_STREAMS
from tests.archives import write_archive
from tests.places import REPOSITORY
from tests.preview.running import PATIENCE, RunningPreview, started, wait_until

pytestmark = pytest.mark.timeout(300)

MARCH = "content/meetings/planning/2024-03-12.md"
PAGE = "/meetings/planning-2024-03-12.html"
YEARS = count(2025)  # so that a test knows the page that was made for it
MINUTES = """---
date: 2024-03-12
---

## 1. Bus shelters

Councillor Example asked when the shelters would be mended.

The Clerk replied that the work would begin in {month}.
"""


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPreview]:
    root = write_archive(
        tmp_path_factory.mktemp("archive"), {MARCH: MINUTES.format(month="February")}
    )
    with started(root) as running:
        yield running


@pytest.fixture
def root(preview: RunningPreview) -> Path:
    """The archive, in good order again whatever the test before did to it."""
    folder = Path(str(preview.process.args[-3]))  # type: ignore[index]
    shutil.rmtree(folder / "templates", ignore_errors=True)
    shutil.rmtree(folder / "content" / "meetings")
    month = f"February {next(YEARS)}"
    write_archive(folder, {MARCH: MINUTES.format(month=month)})
    preview.wait_for_page(PAGE, f"begin in {month}.")
    preview.wait_for_news(lambda news: news["errors"] == 0)
    return folder


def save(root: Path, text: str, path: str = MARCH) -> None:
    write_archive(root, {path: text})


def test_a_save_changes_the_page_and_the_edition(preview: RunningPreview, root: Path) -> None:
    before = preview.bulletin()["edition"]
    save(root, MINUTES.format(month="May"))
    preview.wait_for_page(PAGE, "begin in May")
    preview.wait_for_news(lambda news: news["edition"] != before)


def test_a_save_that_changes_no_page_leaves_the_edition(
    preview: RunningPreview, root: Path
) -> None:
    before = preview.bulletin()["edition"]
    built = len(preview.lines)
    save(root, (root / MARCH).read_text(encoding="utf-8"))
    wait_until(lambda: len(preview.lines) > built, "a build")
    assert preview.wait_for_news(lambda _news: True)["edition"] == before


def test_a_page_changes_its_stamp_and_others_keep_theirs(
    preview: RunningPreview, root: Path
) -> None:
    about = preview.bulletin("/about.html")["stamp"]
    page = preview.bulletin(PAGE)["stamp"]
    search = preview.bulletin("/search.html")["stamp"]
    edition = preview.bulletin()["edition"]
    save(root, MINUTES.format(month="May"))
    preview.wait_for_news(lambda news: news["edition"] != edition)
    assert preview.bulletin("/about.html")["stamp"] == about
    assert preview.bulletin(PAGE)["stamp"] != page
    assert preview.bulletin("/search.html")["stamp"] != search


def test_a_page_that_is_not_there_has_a_stamp_that_says_so(
    preview: RunningPreview, root: Path
) -> None:
    assert preview.bulletin("/nothing.html")["stamp"].startswith("missing.")
    assert preview.bulletin("/../public/index.html")["stamp"].startswith("missing.")
    assert preview.bulletin("/meetings/")["stamp"].startswith("page.")


def test_the_last_of_many_saves_is_the_one_that_stays(preview: RunningPreview, root: Path) -> None:
    for number in range(40):
        save(root, MINUTES.format(month=f"week {number}"))
        time.sleep(0.05)
    preview.wait_for_page(PAGE, "begin in week 39.")


def test_a_mistake_is_told_and_gone_when_mended(preview: RunningPreview, root: Path) -> None:
    save(root, MINUTES.format(month="May").replace("2024-03-12", "2024-13-45"))
    news = preview.wait_for_news(lambda news: news["errors"] == 1)
    assert "is not a date that exists" in news["problems"][0]["message"]
    assert news["problems"][0]["place"] == f"{MARCH}, line 2"
    save(root, MINUTES.format(month="June"))
    preview.wait_for_news(lambda news: news["errors"] == 0 and news["problems"] == [])
    preview.wait_for_page(PAGE, "begin in June")


def test_half_a_file_is_built_again_when_it_is_whole(preview: RunningPreview, root: Path) -> None:
    whole = MINUTES.format(month="August").encode()
    with (root / MARCH).open("wb") as file:
        for start in range(0, len(whole), 40):
            file.write(whole[start : start + 40])
            file.flush()
            time.sleep(0.15)
    preview.wait_for_page(PAGE, "begin in August")
    preview.wait_for_news(lambda news: news["errors"] == 0)


def test_a_renamed_folder_takes_its_pages_along(preview: RunningPreview, root: Path) -> None:
    meetings = root / "content" / "meetings"
    (meetings / "planning").rename(meetings / "housing")
    preview.wait_for_page("/meetings/housing-2024-03-12.html", "begin in February")
    wait_until(lambda: preview.get(PAGE)[0] == 404, "the old page to go")
    save(root, MINUTES.format(month="May"), path="content/meetings/housing/2024-03-12.md")
    preview.wait_for_page("/meetings/housing-2024-03-12.html", "begin in May")


def test_without_content_the_site_stays_and_says_why(preview: RunningPreview, root: Path) -> None:
    (root / "content").rename(root / "away")
    news = preview.wait_for_news(lambda news: news["errors"] == 1)
    assert "no folder called content" in news["problems"][0]["message"]
    assert preview.get(PAGE)[0] == 200
    (root / "away").rename(root / "content")
    preview.wait_for_news(lambda news: news["errors"] == 0)
    save(root, MINUTES.format(month="May"))
    preview.wait_for_page(PAGE, "begin in May")


def test_a_template_of_ones_own_is_read_anew(preview: RunningPreview, root: Path) -> None:
    template = "templates/pages/not_found.html"
    save(
        root, '{% extends "base.html" %}\n{% block content %}<h1>Lost</h1>{% endblock %}', template
    )
    preview.wait_for_page("/nothing", "<h1>Lost</h1>")
    save(
        root, '{% extends "base.html" %}\n{% block content %}<h1>Gone</h1>{% endblock %}', template
    )
    preview.wait_for_page("/nothing", "<h1>Gone</h1>")


@pytest.mark.parametrize(
    ("broken", "line"), [("\n{% if %}", 2), ("\n\n{{ view.nothing.at_all }}", 3)]
)
def test_a_broken_template_is_told_with_its_line(
    preview: RunningPreview, root: Path, broken: str, line: int
) -> None:
    save(root, broken, "templates/pages/not_found.html")
    news = preview.wait_for_news(lambda news: news["errors"] == 1)
    assert news["problems"][0]["message"].startswith("There is a mistake in the theme: ")
    assert news["problems"][0]["place"] == f"templates/pages/not_found.html, line {line}"
    assert preview.get(PAGE)[0] == 200
    (root / "templates/pages/not_found.html").unlink()
    preview.wait_for_news(lambda news: news["errors"] == 0)
    preview.wait_for_page("/nothing", "Page not found")


def test_a_page_carries_the_script_and_the_file_does_not(
    preview: RunningPreview, root: Path
) -> None:
    stamp = preview.bulletin(PAGE)["stamp"]
    assert f'src="/__preview__/preview.js" data-stamp="{stamp}"' in preview.get(PAGE)[1]
    assert "__preview__" not in (root / "public" / PAGE[1:]).read_text(encoding="utf-8")


def test_nothing_may_be_kept_or_used_elsewhere(preview: RunningPreview, root: Path) -> None:
    for path in ("/", "/assets/site.css", "/nothing", "/__preview__/preview.js"):
        _, headers, _ = preview.ask(path)
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/", PAGE, "/assets/site.css", "/__preview__/events"])
def test_a_foreign_host_is_refused(preview: RunningPreview, root: Path, path: str) -> None:
    status, body = preview.get(path, Host="evil.example")
    assert status == 421
    assert "shelters" not in body


@pytest.mark.parametrize("path", ["/%2e%2e/content/site.yaml", "/.nojekyll", "/../" + MARCH])
def test_nothing_outside_the_site_is_sent(preview: RunningPreview, root: Path, path: str) -> None:
    status, body = preview.get(path)
    assert status == 404
    assert "Councillor" not in body


def test_a_missing_page_is_answered_with_the_site_s_own(
    preview: RunningPreview, root: Path
) -> None:
    status, body = preview.get("/deep/down/nothing.html")
    assert status == 404
    assert "Page not found" in body
    assert 'data-stamp="missing.' in body


def test_a_folder_without_its_slash_is_sent_on(preview: RunningPreview, root: Path) -> None:
    status, headers, _ = preview.ask("/meetings")
    assert (status, headers["Location"]) == (302, "/meetings/")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent_to_it(preview: RunningPreview, root: Path, method: str) -> None:
    assert preview.ask("/", method=method)[0] == 501


def test_a_head_request_has_the_same_headers_and_no_body(
    preview: RunningPreview, root: Path
) -> None:
    whole = preview.ask(PAGE)
    head = preview.ask(PAGE, method="HEAD")
    assert head[0] == 200
    assert head[1]["Content-Length"] == whole[1]["Content-Length"]
    assert head[2] == b""


def test_a_whole_address_may_be_asked_for(preview: RunningPreview, root: Path) -> None:
    assert preview.ask(f"http://{preview.netloc}{PAGE}")[2] == preview.ask(PAGE)[2]
    for odd in ("ftp://localhost/", "*"):
        assert preview.ask(odd)[0] == 404


def test_a_page_from_elsewhere_gets_no_news(preview: RunningPreview, root: Path) -> None:
    for site in ("cross-site", "same-site"):
        headers = {"Sec-Fetch-Site": site}
        assert preview.ask("/__preview__/events", **headers)[0] == 403


def test_connections_beyond_reason_keep_nobody_out(preview: RunningPreview, root: Path) -> None:
    place = urlsplit(preview.address).hostname, urlsplit(preview.address).port
    asked = f"GET /__preview__/events HTTP/1.1\r\nHost: {preview.netloc}\r\n\r\n".encode()
    with ExitStack() as held:
        answers = []
        for _ in range(MOST_STREAMS + 5):
            stream = held.enter_context(socket.create_connection(place, PATIENCE))
            stream.sendall(asked)
            answers.append(stream.recv(12))
        # Streams of other tests may not have been noticed to be gone.
        assert answers[0] == b"HTTP/1.1 200"
        assert {*answers[MOST_STREAMS:]} == {b"HTTP/1.1 403"}
        for _ in range(MOST_CONNECTIONS):
            slow = held.enter_context(socket.create_connection(place, PATIENCE))
            slow.sendall(b"GET / HT")
        save(root, MINUTES.format(month="May"))
        preview.wait_for_page(PAGE, "begin in May")


def test_the_published_path_leads_to_the_site_too(tmp_path: Path) -> None:
    files = {
        MARCH: MINUTES.format(month="May"),
        "content/site.yaml": "address: https://council.example/minutes/\n",
    }
    with started(write_archive(tmp_path, files)) as preview:
        assert "begin in May" in preview.get(f"/minutes{PAGE}")[1]
        assert 'href="/minutes/' in preview.get("/minutes/nothing/at/all.html")[1]


def test_a_port_that_is_taken_is_left_to_its_owner(tmp_path: Path) -> None:
    root = write_archive(tmp_path, {MARCH: MINUTES.format(month="May")})
    with socket.socket() as other:
        try:
            other.bind(("127.0.0.1", 8000))
            other.listen()
        except OSError:
            pass  # taken by somebody else already, which is as good
        with started(root, "--host", "127.0.0.1") as preview:
            assert preview.netloc != "127.0.0.1:8000"
            assert preview.get(PAGE)[0] == 200


def test_a_port_that_was_asked_for_and_is_taken_is_a_mistake_of_usage(tmp_path: Path) -> None:
    root = write_archive(tmp_path, {MARCH: MINUTES.format(month="May")})
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        run = serve_to_its_end(root, "--port", str(port))
    assert run.returncode == 2
    assert f"cannot serve at 127.0.0.1, port {port}: address already in use" in run.stderr


@pytest.mark.parametrize("port", ["eighty", "-1", "65536", ""])
def test_a_port_that_is_no_port_is_a_mistake_of_usage(tmp_path: Path, port: str) -> None:
    run = serve_to_its_end(tmp_path, f"--port={port}")
    assert run.returncode == 2
    assert "a port is a number from 0 to 65535" in run.stderr


def test_a_folder_that_is_not_ours_is_not_written_to(tmp_path: Path) -> None:
    root = write_archive(tmp_path, {MARCH: MINUTES.format(month="May"), "public/own.txt": "mine"})
    run = serve_to_its_end(root, "--port", "0")
    assert run.returncode == 2
    assert "holds files that were not built here" in run.stderr


def test_a_folder_without_content_is_a_mistake_of_usage(tmp_path: Path) -> None:
    run = serve_to_its_end(tmp_path)
    assert run.returncode == 2
    assert "holds no folder called content" in run.stderr


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signals")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly_while_a_page_is_open(tmp_path: Path, how: signal.Signals) -> None:
    root = write_archive(tmp_path, {MARCH: MINUTES.format(month="May")})
    with started(root) as preview, open_page(preview) as page:
        page.sendall(b"GET /__preview__/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert page.recv(1)
        preview.process.send_signal(how)
        assert preview.process.wait(PATIENCE) == 0
    wait_until(lambda: preview.lines[-1] == "Stopped.", "the last words")
    assert not any("Traceback" in line for line in preview.lines)


def test_serving_to_others_is_said_aloud(tmp_path: Path) -> None:
    root = write_archive(tmp_path, {MARCH: MINUTES.format(month="May")})
    with started(root, "--host", "0.0.0.0", "--port", "0") as preview:
        assert "Anybody who can reach this machine" in preview.lines[0]
        assert preview.get(PAGE, Host="192.0.2.7:8000")[0] == 200
        assert preview.get(PAGE, Host="evil.example")[0] == 421


def open_page(preview: RunningPreview) -> socket.socket:
    host, port = preview.netloc.split(":")
    return socket.create_connection((host, int(port)))


def serve_to_its_end(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command: list[str | Path] = [
        sys.executable,
        REPOSITORY / "build.py",
        "serve",
        "--root",
        root,
        *options,
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
