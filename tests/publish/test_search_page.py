"""The search page has within it what every search begins with."""

import base64
import hashlib
import json
import re
from pathlib import Path

from site_gen.publish.search_page import with_search
from site_gen.search.scripts import Script, read_script, write_script
from tests.archives import MINUTES, build, site_files, write_archive

PAGE = (
    '<meta http-equiv="Content-Security-Policy"'
    " content=\"default-src 'none'; script-src 'self'\">"
    '\n<script src="assets/search.js" id="search-code"></script>\n<p>words</p>'
)
SCRIPT = re.compile(r"<script([^>]*)>(.*?)</script>", re.DOTALL)


def manifest(value: object) -> str:
    return write_script(Script("manifest", "abc", value)).decode()


def test_the_code_and_the_manifest_stand_in_the_page() -> None:
    page = with_search(PAGE, "run();", manifest({"pieces": 3}))
    (code, run), (data, said), (_, begins) = SCRIPT.findall(page)
    assert (code, run) == (' data-src="assets/search.js"', "run();")
    assert 'type="application/json" id="search-manifest"' in data
    assert json.loads(said) == {"digest": "abc", "value": {"pieces": 3}}
    assert begins
    assert "<p>words</p>" in page


def test_the_policy_lets_this_code_run_and_no_other() -> None:
    page = with_search(PAGE, "run();", manifest({}))
    listed = re.findall(r"'sha256-([^']+)'", page)
    run = [text for kind, text in SCRIPT.findall(page) if "json" not in kind]
    assert listed == [
        base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in run
    ]
    assert "unsafe" not in page


def test_nothing_in_the_manifest_ends_its_element() -> None:
    hostile = "</script><script>alert(1)</script><!--"
    page = with_search(PAGE, "run();", manifest({"glossary": [[hostile, "é"]]}))
    assert hostile not in page
    said = SCRIPT.findall(page)[1][1]
    assert json.loads(said)["value"]["glossary"] == [[hostile, "é"]]


def test_code_that_cannot_stand_in_a_page_stays_a_file() -> None:
    assert with_search(PAGE, 'say("</SCRIPT>");', manifest({})) == PAGE


def test_a_page_of_another_template_or_policy_stays_as_it_is() -> None:
    for page in (PAGE.replace("search-code", "own"), PAGE.replace("'self'", "'none'")):
        assert with_search(page, "run();", manifest({})) == page


def test_a_built_page_has_the_manifest_of_its_own_index(tmp_path: Path) -> None:
    head = "---\nbody: planning\ndate: 2024-03-12\n---\n\n## 1. Trees\n\n"
    for words in ("oaks", "elms and oaks"):
        build(write_archive(tmp_path, {MINUTES: f"{head}Councillor Reid spoke of {words}.\n"}))
        files = site_files(tmp_path)
        said = json.loads(SCRIPT.findall(files["search.html"].decode())[1][1])
        found = read_script(files["search/manifest.js"])
        assert said == {"digest": found.digest, "value": found.value}
