"""The pictures in docs/images, taken of the demonstration.

`python -m tests.docs.pictures` takes them.

It says what it wrote. Look at the pictures before you commit them.
"""

from __future__ import annotations

import base64
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.places import REPOSITORY
from tests.programs import find_chromium

FOLDER = REPOSITORY / "docs" / "images"
SIZE = {"width": 1200, "height": 820}
QUALITY = 82
PAGE = "meetings/housing-scrutiny-2025-06-24.html"


def main() -> None:
    """Builds the demonstration and takes each picture in light and in dark."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = _build(Path(folder))
        browser = playwright.chromium.launch(
            executable_path=str(find_chromium()), args=["--no-sandbox", "--disable-gpu"]
        )
        for colours in ("light", "dark"):
            picture = FOLDER / f"meeting-{colours}.webp"
            picture.write_bytes(_take(browser, site / PAGE, colours))
            print(f"{picture.relative_to(REPOSITORY)}: {picture.stat().st_size:,} bytes")
        browser.close()


def _build(root: Path) -> Path:
    shutil.copytree(REPOSITORY / "content", root / "content")
    command: list[str | Path] = [sys.executable, REPOSITORY / "build.py", "build", "--root", root]
    # A mistake in some other file leaves the page of the picture as it is.
    subprocess.run([*command, "--quiet"], stdout=subprocess.DEVNULL, check=False)
    return root / "public"


def _take(browser: Browser, page_file: Path, colours: str) -> bytes:
    context = browser.new_context(
        viewport={"width": SIZE["width"], "height": SIZE["height"]},
        color_scheme="dark" if colours == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(page_file.as_uri())
    session = context.new_cdp_session(page)
    taken = session.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    context.close()
    return base64.b64decode(taken["data"])


if __name__ == "__main__":
    main()
