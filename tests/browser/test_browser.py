"""The browser and the server that the other tests stand on do what those tests take for granted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.mishaps import Mishaps
from tests.browser.server import Answer, ServedFolder, serve

PAGE = '<!doctype html><html lang="en-GB"><head><title>{title}</title></head>{body}</html>'
BROKEN = "<script>throw new Error('broken')</script>"
REFUSED = """<meta http-equiv="Content-Security-Policy" content="script-src 'self'">
<script>1</script>"""
STRANGER = '<img src="https://stranger.example/a.png" alt="">'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_page(tmp_path / "index.html", "Home")
    write_page(tmp_path / "404.html", "Not here")
    write_page(tmp_path / "meetings/a b.html", "A meeting")
    (tmp_path / "data.js").write_text("document.title = 'Ran';", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("under", ["/", "/repository/"])
def test_a_folder_is_served_at_any_path(
    page: Page, site: Path, serve_folder: Callable[..., ServedFolder], under: str
) -> None:
    served = serve_folder(site, under=under)
    page.goto(served.address)
    assert page.title() == "Home"
    page.goto(f"{served.address}meetings/a%20b.html?q=1#x")
    assert page.title() == "A meeting"


def test_a_page_opens_from_a_folder(
    page: Page, site: Path, file_url: Callable[[Path], str]
) -> None:
    page.goto(file_url(site / "meetings" / "a b.html"))
    assert page.title() == "A meeting"


@pytest.mark.parametrize("path", ["no/such/page.html", "../index.html", "meetings"])
def test_what_is_not_there_is_answered_with_the_site_s_own_page(
    page: Page, site: Path, path: str
) -> None:
    with serve(site, under="/repository/") as served:
        response = page.goto(f"{served.address}{path}".replace("..", "%2e%2e%2f.."))
        assert response is not None
        assert response.status == 404
        assert page.title() == "Not here"


def test_nothing_outside_the_folder_is_served(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "public").mkdir()
    with serve(tmp_path / "public") as served:
        assert served.read("/../secret.txt") == (404, None)


def test_the_server_tells_what_was_asked_and_how_much_was_sent(page: Page, site: Path) -> None:
    (site / "index.html").write_text(
        PAGE.format(title="", body='<script src="data.js"></script><p>' + "word " * 1000)
    )
    with serve(site) as served:
        page.goto(served.address)
        assert page.title() == "Ran"
        home = next(one for one in served.answers if one.path == "/")
        assert home.status == 200
        assert home.size < 1000  # compressed, as Pages does
        assert any(one.path == "/data.js" for one in served.answers)
        assert all(isinstance(one, Answer) for one in served.answers)


@pytest.mark.parametrize(
    ("body", "sign"),
    [
        pytest.param(BROKEN, "uncaught: Error: broken", id="exception"),
        pytest.param(REFUSED, "refused: ", id="content-policy"),
        pytest.param(STRANGER, "asked a stranger: https://stranger", id="stranger"),
    ],
)
@pytest.mark.mishaps_expected
def test_a_mishap_on_a_page_is_noticed(
    page: Page, tmp_path: Path, file_url: Callable[[Path], str], body: str, sign: str
) -> None:
    mishaps = Mishaps(page)
    write_page(tmp_path / "page.html", "Page", body)
    page.goto(file_url(tmp_path / "page.html"))
    assert len(mishaps.found) == 1
    assert mishaps.found[0].startswith(sign)


def test_a_missing_file_is_no_mishap(page: Page, site: Path) -> None:
    mishaps = Mishaps(page)
    with serve(site) as served:
        page.goto(served.address)
        page.evaluate("fetch('missing.json')")
    assert mishaps.found == []


def test_no_other_host_can_be_reached(browser: Browser) -> None:
    page = browser.new_page()
    failures: list[str | None] = []
    page.on("requestfailed", lambda request: failures.append(request.failure))
    page.set_content('<img src="http://example.org/a.png" alt="">', wait_until="load")
    page.close()
    assert failures == ["net::ERR_NAME_NOT_RESOLVED"]


def write_page(path: Path, title: str, body: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(title=title, body=body), encoding="utf-8")
