"""The search page has within it what every search begins with."""

import base64
import hashlib
import json
import re
from pathlib import Path

from site_gen.publish.assets import CUT_MARK
from site_gen.publish.search_page import SearchParts, with_search
from site_gen.search.scripts import Script, read_script, write_script
from tests.archives import MINUTES, build, site_files, write_archive

PAGE = (
    '<meta http-equiv="Content-Security-Policy"'
    " content=\"default-src 'none'; style-src 'self'; script-src 'self'\">"
    '\n<script src="assets/search.js" id="search-code"></script>'
    '\n<link rel="stylesheet" href="assets/site.css">\n<body>\n<p>words</p>\n</body>'
)
SCRIPT = re.compile(r"<script([^>]*)>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style([^>]*)>(.*?)</style>", re.DOTALL)
STYLES = "p { color: red; }\n"


def manifest(value: object) -> str:
    return write_script(Script("manifest", "abc", value)).decode()


def with_parts(page: str, code: str, said: object, styles: str = STYLES) -> str:
    return with_search(page, SearchParts(code, styles, manifest(said)))


def test_the_code_the_styles_and_the_manifest_stand_in_the_page() -> None:
    page = with_parts(PAGE, f"run();{CUT_MARK}\nrest();", {"pieces": 3})
    (data, said), (code, run), (_, rest), (later, _), _ = SCRIPT.findall(page)
    assert code == ' data-src="assets/search.js"'
    assert run.startswith("run();minutebook.")
    assert rest == "\nrest();"
    assert 'type="application/json" id="search-manifest"' in data
    assert json.loads(said) == {"digest": "abc", "value": {"pieces": 3}}
    assert 'type="application/json" id="search-years"' in later
    assert STYLE.findall(page) == [(' data-src="assets/site.css"', STYLES)]
    assert "<p>words</p>" in page


def test_what_no_first_file_is_found_by_stands_at_the_end() -> None:
    blocks = [{"name": "c", "terms": "x", "years": [["2024"]], "words": " a", "facets": "abc"}]
    page = with_parts(PAGE, "run();", {"blocks": blocks})
    (_, first), *_, (_, last), _ = SCRIPT.findall(page)
    assert json.loads(first)["value"] == {"blocks": [{"name": "c", "terms": "x"}]}
    assert json.loads(last)["value"] == [{"years": [["2024"]], "words": " a", "facets": "abc"}]
    assert page.index("search-manifest") < page.index("<p>words</p>") < page.index("search-years")


def test_only_what_asks_for_files_stands_before_the_body() -> None:
    page = with_parts(PAGE, f"run();{CUT_MARK}rest();", {})
    order = [page.index(each) for each in (STYLES, "run();", "<p>words</p>", "rest();")]
    assert order == sorted(order)


def test_the_end_of_the_page_is_read_before_its_last_script_runs() -> None:
    page = with_parts(PAGE, "run();", {})
    kind, text = SCRIPT.findall(page)[-1]
    assert kind == ' type="module"'
    assert text.startswith("//"), "it does nothing"


def test_the_policy_lets_this_code_and_these_styles_in_and_no_others() -> None:
    page = with_parts(PAGE, f"run();{CUT_MARK}rest();", {})
    listed = re.findall(r"'sha256-([^']+)'", page)
    run = [text for kind, text in SCRIPT.findall(page) if "json" not in kind]
    assert listed == [
        base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in (STYLES, *run)
    ]
    assert re.search(r"style-src 'self' 'sha256-[^']+'; script-src 'self' 'sha256-", page)
    assert "unsafe" not in page


def test_without_javascript_the_file_of_all_styles_is_there() -> None:
    page = with_parts(PAGE, "run();", {})
    assert '<noscript><link rel="stylesheet" href="assets/site.css"></noscript>' in page


def test_nothing_in_the_manifest_ends_its_element() -> None:
    hostile = "</script><script>alert(1)</script><!--"
    page = with_parts(PAGE, "run();", {"glossary": [[hostile, "é"]]})
    assert hostile not in page
    said = SCRIPT.findall(page)[0][1]
    assert json.loads(said)["value"]["glossary"] == [[hostile, "é"]]


def test_code_that_cannot_stand_in_a_page_stays_a_file() -> None:
    assert with_parts(PAGE, 'say("</SCRIPT>");', {}) == PAGE


def test_styles_that_mean_something_else_within_a_page_stay_a_file() -> None:
    for styles in ("p { background: url(a.png); }", "@import 'b.css';", "/* </style> */"):
        page = with_parts(PAGE, "run();", {}, styles)
        assert not STYLE.search(page)
        assert '\n<link rel="stylesheet" href="assets/site.css">\n' in page


def test_a_page_of_another_template_or_policy_stays_as_it_is() -> None:
    own = PAGE.replace("search-code", "own")
    no_end = PAGE.replace("</body>", "")
    for page in (own, no_end, PAGE.replace("script-src 'self'", "script-src 'none'")):
        assert with_parts(page, "run();", {}) == page


def test_a_page_whose_policy_lists_no_styles_keeps_its_file_of_them() -> None:
    page = with_parts(PAGE.replace("style-src 'self'; ", ""), "run();", {})
    assert "run();" in page
    assert not STYLE.search(page)


def test_a_built_page_has_the_manifest_of_its_own_index(tmp_path: Path) -> None:
    head = "---\nbody: planning\ndate: 2024-03-12\n---\n\n## 1. Trees\n\n"
    for words in ("oaks", "elms and oaks"):
        build(write_archive(tmp_path, {MINUTES: f"{head}Councillor Reid spoke of {words}.\n"}))
        files = site_files(tmp_path)
        scripts = SCRIPT.findall(files["search.html"].decode())
        said, later = (json.loads(each) for kind, each in scripts if "json" in kind)
        for block, rest in zip(said["value"]["blocks"], later["value"], strict=True):
            block.update(rest)
        found = read_script(files["search/manifest.js"])
        assert said == {"digest": found.digest, "value": found.value}
        assert later["digest"] == found.digest
