"""The HTML checker is really asked, and what it answers is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.html.nu import assert_valid, check_pages, unlisted_inline

GOOD = """<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Minutes</title></head>
<body><h1>Minutes</h1><p>The council met.</p></body>
</html>
"""
GOOD_CSS = """@layer base, layout;
:root { color-scheme: light dark; --text: light-dark(#111, #eee); }
@layer base { p { color: var(--text); & a { text-wrap: balance; } } }
@container (width > 20rem) { p { margin: 0; } }
"""


def test_good_pages_and_styles_have_no_finding(tmp_path: Path) -> None:
    write(tmp_path / "a folder/page.html", GOOD)
    write(tmp_path / "a folder/site.css", GOOD_CSS)
    assert_valid([tmp_path])


def test_each_fault_is_found_in_its_file_and_line(tmp_path: Path) -> None:
    page = write(
        tmp_path / 'sub/a "quoted" page.html', GOOD.replace("<p>", '<p colour="red">\n<li>')
    )
    style = write(tmp_path / "site.css", "p {\n  colour: red;\n}\n")
    write(tmp_path / "good.html", GOOD)
    found = check_pages([tmp_path])
    assert {(one.path, one.line) for one in found} == {(style, 2), (page, 3), (page, 4)}


def test_files_can_be_named_one_by_one(tmp_path: Path) -> None:
    bad = write(tmp_path / "bad.html", "<p>No title")
    good = write(tmp_path / "good.html", GOOD)
    assert check_pages([good]) == []
    assert {one.path for one in check_pages([good, bad])} == {bad}


def test_a_warning_counts_and_a_failure_names_the_place(tmp_path: Path) -> None:
    page = write(tmp_path / "page.html", GOOD.replace("<body>", "<body><section>x</section>"))
    assert [one.kind for one in check_pages([page])] == ["warning"]
    with pytest.raises(AssertionError, match=r"1 problems.*\n.*page\.html:3:\d+: warning: Section"):
        assert_valid([page])


def test_a_file_that_is_not_text_is_a_finding_and_no_crash(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(b"\xff\xfe\x00\x01" * 10)
    assert check_pages([page])


def test_nothing_to_check_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no page"):
        check_pages([tmp_path])


def test_a_script_or_style_without_its_digest_is_found(tmp_path: Path) -> None:
    scripts = '<script>run();</script><script src="a.js"></script>'
    data = '<script type="application/json">{}</script><script id="x">stop();</script>'
    style = '<style data-src="a.css">p { margin: 0 }</style>'
    # The digest of "run();", by `openssl dgst -sha256 -binary | base64`.
    policy = "<meta content=\"script-src 'sha256-{digest}'\">"
    digest = "vUOElbTHLp1UxxGV/I6teJfpCV5vgaasYjEhPKN2fqQ="
    page = write(tmp_path / "page.html", policy.format(digest=digest) + scripts + data + style)
    assert unlisted_inline(page) == ["stop();", "p { margin: 0 }"]


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path.resolve()
