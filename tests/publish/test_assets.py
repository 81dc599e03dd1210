"""Scripts are joined and made small, say where they come from, and lose no code."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from site_gen.publish.assets import CUT_MARK, static_files
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


def test_a_list_may_take_another_and_leave_out_some_of_it(folder: Path) -> None:
    styles = folder / "css"
    styles.mkdir()
    for name in "abc":
        (styles / f"{name}.css").write_text(f"/* {name} */\n.{name} {{\n  top: 0;\n}}\n", "utf-8")
    (styles / "order.txt").write_text("a.css\nb.css\n", encoding="utf-8")
    (styles / "search.txt").write_text("# some\norder.txt\n-b.css\nc.css\n", encoding="utf-8")
    found = {file.path: file.content.decode() for file in static_files((folder,))}
    assert found["assets/search.css"] == ".a {top: 0;}\n\n.c {top: 0;}\n\n"
    assert found["assets/site.css"] == ".a {top: 0;}\n\n.b {top: 0;}\n\n"


@pytest.mark.parametrize("other", ["order.txt", "gone.txt"])
def test_a_list_that_takes_no_other_list_is_an_error_with_its_line(
    folder: Path, other: str
) -> None:
    (folder / "js" / "order.txt").write_text(f"one.js\n{other}\n", encoding="utf-8")
    with pytest.raises(ThemeError, match=rf"static/js/{other} is no list") as told:
        list(static_files((folder,)))
    assert told.value.line == 2


def test_lists_that_take_each_other_are_an_error(folder: Path) -> None:
    (folder / "js" / "order.txt").write_text("search.txt\n", encoding="utf-8")
    (folder / "js" / "search.txt").write_text("order.txt\n", encoding="utf-8")
    with pytest.raises(ThemeError, match="is no list"):
        list(static_files((folder,)))


def test_where_a_list_of_scripts_is_cut_the_script_says_so(folder: Path) -> None:
    (folder / "js" / "two.js").write_text("later();\n", encoding="utf-8")
    (folder / "js" / "order.txt").write_text("one.js\n---\ntwo.js\n", encoding="utf-8")
    before, after = script(folder).split(CUT_MARK)
    assert "twice" in before
    assert after == "\nlater();\n"


def test_what_a_search_loads_first_is_small() -> None:
    scripts = {
        file.path: len(gzip.compress(file.content, 6, mtime=0))
        for file in static_files((REPOSITORY / "static",))
        if file.path.endswith(".js")
    }
    assert scripts["assets/search.js"] <= 20_000
    assert scripts["assets/site.js"] <= 2_000
