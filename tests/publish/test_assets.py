"""Scripts and styles are joined, and lose their comments and nothing else."""

from __future__ import annotations

from pathlib import Path

from site_gen.publish.assets import static_files

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


def test_comments_on_lines_of_their_own_go_and_all_code_stays(tmp_path: Path) -> None:
    folder = tmp_path / "js"
    folder.mkdir()
    (folder / "order.txt").write_text("# order\none.js\n", encoding="utf-8")
    (folder / "one.js").write_text(SCRIPT, encoding="utf-8")
    (script,) = [file for file in static_files((tmp_path,)) if file.path == "assets/site.js"]
    assert script.content.decode() == (
        "(function () {\n"
        "  const twice = (one) =>\n"
        "    /** @type {number} */ (one) * 2;\n"
        "  keep(twice); /* why */\n"
        "})();\n"
    )
