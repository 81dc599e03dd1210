"""Scripts are joined and made small, say where they come from, and lose no code."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from site_gen.publish.assets import static_files
from site_gen.site.theme_folders import ThemeError
from tests.places import REPOSITORY

SCRIPT = """/** What this is. */
(function () {
  /**
   * Doubles.
   * @param {number} one
   */
  const twice = (one) =>
    /** @type {number} */ (one) * 2;
  keep(twice); /* why */
  /** The end. */
})();
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "js"
    folder.mkdir()
    (folder / "order.txt").write_text("# order\none.js\n", encoding="utf-8")
    (folder / "one.js").write_text(SCRIPT, encoding="utf-8")
    return tmp_path


def script(folder: Path) -> str:
    (found,) = [file for file in static_files((folder,)) if file.path == "assets/site.js"]
    return found.content.decode()


def test_a_script_loses_its_comments_and_its_spaces_and_no_code(folder: Path) -> None:
    head, code = script(folder).split("\n", 1)
    assert code == "(function(){const twice=(one)=>(one)*2;keep(twice);})();\n"
    assert head.startswith("/*! Minutebook")


def test_a_script_says_where_its_source_is(folder: Path) -> None:
    assert "static/js/order.txt" in script(folder)


def test_a_script_that_is_listed_and_not_there_is_named(folder: Path) -> None:
    (folder / "js" / "one.js").unlink()
    with pytest.raises(ThemeError, match=r"static/js/one\.js is not there") as raised:
        list(static_files((folder,)))
    assert raised.value.file == str(folder / "js" / "order.txt")


def test_the_words_of_a_script_stay_as_they_are_written(folder: Path) -> None:
    lines = "const said = `two  spaces // ${ one } /* no */`;\nconst edge = /[/*]  \\/+/g;\n"
    (folder / "js" / "one.js").write_text(lines, encoding="utf-8")
    assert "`two  spaces // ${ one } /* no */`" in script(folder)
    assert "/[/*]  \\/+/g" in script(folder)


def test_what_a_search_loads_first_is_small() -> None:
    scripts = {
        file.path: len(gzip.compress(file.content, 6, mtime=0))
        for file in static_files((REPOSITORY / "static",))
        if file.path.endswith(".js")
    }
    assert scripts["assets/search.js"] <= 20_000
    assert scripts["assets/site.js"] <= 2_000
