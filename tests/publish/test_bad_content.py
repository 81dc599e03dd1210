"""Bad content: a located message, exit status 1, and everything else still built."""

import os
from pathlib import Path

import pytest

from tests.archives import MINUTES, build, site_files, write_archive

GOOD = "---\ndate: 2024-04-09\n---\n\n## 1. Trees\n\nRESOLVED: That two trees be planted.\n"
GOOD_PATH = "content/meetings/planning/2024-04-09.md"
FRONT = "---\ndate: 2024-03-12\n---\n\n"

ERRORS: list[tuple[str, str | bytes, str, str]] = [
    ("no-front-matter", "Just words.\n", ":1:1:", "front-matter-missing"),
    ("broken-yaml", "---\ndate: 2024-03-12\ntitle: a: b\n---\n", ":3:9:", "yaml-broken"),
    ("missing-date", "---\ntitle: Planning\n---\n", ":2:1:", "field-missing"),
    ("impossible-date", "---\ndate: 2024-02-30\n---\n", ":2:7:", "date-wrong"),
    ("half-a-date", "---\ndate: 2024-13\n---\n", ":2:7:", "date-wrong"),
    ("not-utf8", b"---\ndate: 2024-03-12\n---\nCaf\xe9\n", ":4:4:", "file-not-utf8"),
    ("empty", "", ":1:1:", "file-empty"),
    ("html", "<!doctype html>\n<p>x", ":1:1:", "file-is-html"),
    ("missing-attachment", "---\ndate: 2024-03-12\nattachments: [a.pdf]\n---\n", ":3:15:",
     "attachment-missing"),
    ("missing-linked-file", FRONT + "See [the plan](plan.pdf).\n", ":5:16:", "attachment-missing"),
    ("missing-record", FRONT + "See [it](2024-04-09.md#item-9).\n", ":5:10:", "link-to-nothing"),
    ("missing-page", FRONT + "See [it](1999-01-01.md).\n", ":5:10:", "link-to-nothing"),
    ("wrong-type", "---\ndate: 2024-03-12\ntitle: [a]\n---\n", ":3:8:", "field-wrong-type"),
    ("link-that-runs", "---\ndate: 2024-03-12\nsource: javascript:alert(1)\n---\n", ":3:9:",
     "field-wrong-value"),
    ("id-of-the-site", "---\ndate: 2024-03-12\nid: index\n---\n", ":3:5:", "field-wrong-value"),
    ("id-of-a-year", "---\ndate: 2024-03-12\nid: year-2024\n---\n", ":3:5:", "field-wrong-value"),
    ("endless-id", f"---\ndate: 2024-03-12\nid: {'a' * 240}\n---\n", ":3:5:",
     "field-wrong-value"),
    ("hidden-attachment", "---\ndate: 2024-03-12\nattachments: [../.git/a.txt]\n---\n", ":3:15:",
     "attachment-refused"),
    ("unknown-status", "---\ndate: 2024-03-12\nstatus: aproved\n---\n", ":3:9:",
     "field-wrong-value"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "place", "code"), ERRORS, ids=[e[0] for e in ERRORS])
def test_each_error_is_located_and_stops_nothing_else(
    tmp_path: Path, name: str, content: str | bytes, place: str, code: str
) -> None:
    write_archive(tmp_path, {MINUTES: content, GOOD_PATH: GOOD})
    run = build(tmp_path)
    assert run.status == 1, run.output
    assert f"{MINUTES}{place} error[{code}]" in run.output
    assert "hint:" in run.output
    assert b"two trees" in site_files(tmp_path)["meetings/planning-2024-04-09.html"]


def test_two_meetings_with_one_id_are_an_error_and_the_first_is_shown(tmp_path: Path) -> None:
    twin = "content/meetings/planning/twin.md"
    write_archive(tmp_path, {GOOD_PATH: GOOD, twin: GOOD.replace("two trees", "three trees")})
    run = build(tmp_path)
    assert run.status == 1
    assert f"{twin}:1:1: error[meeting-id-twice]" in run.output
    assert "id:" in run.output
    assert b"two trees" in site_files(tmp_path)["meetings/planning-2024-04-09.html"]
    (tmp_path / GOOD_PATH).unlink()
    assert build(tmp_path).status == 0
    assert b"three trees" in site_files(tmp_path)["meetings/planning-2024-04-09.html"]


WARNINGS = [
    ("question-without-response", "Councillor Example asked when the shelters would be mended.\n"),
    ("response-without-question", "**Response (The Clerk):** It will begin in May.\n"),
    ("item-number-twice", "## 1. Trees\n\nText.\n\n## 1. Bins\n\nText.\n"),
]


@pytest.mark.parametrize(("code", "body"), WARNINGS)
def test_what_a_careful_clerk_would_change_is_a_warning(
    tmp_path: Path, code: str, body: str
) -> None:
    if not body.startswith("##"):
        body = f"## 1. Shelters\n\n{body}"
    write_archive(tmp_path, {MINUTES: FRONT + body})
    run = build(tmp_path)
    assert run.status == 0, run.output
    assert f"warning[{code}]" in run.output


def test_an_unknown_person_is_a_warning_with_the_nearest_name(tmp_path: Path) -> None:
    people = "people:\n  - {id: anna-reid, name: Anna Reid}\n"
    body = FRONT + "## 1. Shelters\n\nCouncillor Ried asked when they would be mended.\n"
    write_archive(tmp_path, {MINUTES: body, "content/people.yaml": people})
    run = build(tmp_path)
    assert run.status == 0, run.output
    assert f"{MINUTES}:7:1: warning[unknown-person]" in run.output
    assert 'did you mean "Anna Reid"?' in run.output


def test_an_unknown_acronym_is_a_warning_where_there_is_a_glossary(tmp_path: Path) -> None:
    body = FRONT + "## 1. Plans\n\nThe CIN plan and the XQP plan were noted.\n"
    glossary = "acronyms: {CIN: child in need}\n"
    write_archive(tmp_path, {MINUTES: body, "content/glossary.yaml": glossary})
    run = build(tmp_path)
    assert run.status == 0
    assert f"{MINUTES}:7:22: warning[unknown-acronym]" in run.output
    assert '"CIN"' not in run.output


def test_a_body_nearly_called_as_its_folder_is_a_warning_where_no_list_says_more(
    tmp_path: Path,
) -> None:
    minutes = GOOD.replace("\n---\n", "\nbody: planing\n---\n", 1)
    write_archive(tmp_path, {GOOD_PATH: minutes})
    run = build(tmp_path)
    assert run.status == 0, run.output
    assert f"{GOOD_PATH}:3:7: warning[body-unlike-folder]" in run.output
    assert 'did you mean "planning"?' in run.output
    write_archive(tmp_path, {GOOD_PATH: minutes.replace("planing", "cabinet")})
    assert "body-unlike-folder" not in build(tmp_path).output


def test_a_committee_that_many_files_name_is_told_once(tmp_path: Path) -> None:
    bodies = "bodies:\n  - {id: cabinet, name: Cabinet}\n"
    days = {
        f"content/meetings/planning/2024-04-{day:02}.md": GOOD.replace("04-09", f"04-{day:02}")
        for day in range(1, 6)
    }
    write_archive(tmp_path, {**days, "content/bodies.yaml": bodies})
    run = build(tmp_path)
    assert run.status == 1
    assert run.output.count("error[unknown-body]") == 1
    assert "and the same in 4 more files" in run.output
    assert "5 errors" in run.output
    assert build(tmp_path, "--format", "github").output.count("::error ") == 5


@pytest.mark.parametrize("name", ["site", "bodies", "people", "glossary"])
def test_a_folder_in_the_place_of_a_settings_file_is_named(tmp_path: Path, name: str) -> None:
    write_archive(tmp_path, {GOOD_PATH: GOOD, f"content/{name}.yaml/a.txt": "x"})
    run = build(tmp_path)
    assert run.status == 1
    assert (
        f'content/{name}.yaml:1:1: error[file-unreadable] "{name}.yaml" is a folder' in run.output
    )
    assert b"two trees" in site_files(tmp_path)["meetings/planning-2024-04-09.html"]


def test_findings_can_be_github_annotations(tmp_path: Path) -> None:
    write_archive(tmp_path, {MINUTES: "Just words.\n"})
    run = build(tmp_path, "--format", "github")
    assert f"::error file={MINUTES},line=1,col=1," in run.output


def test_a_misplaced_or_linked_file_is_named(tmp_path: Path) -> None:
    write_archive(tmp_path, {GOOD_PATH: GOOD, "content/people.yml": "people: []"})
    (tmp_path / "content/meetings/planning/x.md").symlink_to(tmp_path / GOOD_PATH)
    run = build(tmp_path)
    assert run.status == 1
    assert "content/meetings/planning/x.md:1:1: error[symbolic-link]" in run.output
    assert "content/people.yml:1:1: warning[file-misplaced]" in run.output


def test_no_word_is_told_of_what_a_link_leads_to(tmp_path: Path) -> None:
    write_archive(tmp_path, {GOOD_PATH: GOOD, "secret": "password: tulip"})
    for name in ("site.yaml", "meetings/planning/x.md"):
        (tmp_path / "content" / name).symlink_to(tmp_path / "secret")
    run = build(tmp_path)
    assert run.output.count("error[symbolic-link]") == 2
    assert "tulip" not in run.output


def test_unpublished_attachments_never_reach_the_site(tmp_path: Path) -> None:
    write_archive(
        tmp_path,
        {
            GOOD_PATH: GOOD.replace("\n---\n", "\nattachments: [plan.txt, evil.svg]\n---\n", 1),
            "content/meetings/planning/plan.txt": "A plan.",
            "content/meetings/planning/evil.svg": "<svg onload='x'/>",
            "content/meetings/planning/unnamed.txt": "Nobody names this.",
        },
    )
    assert build(tmp_path).status == 1
    files = site_files(tmp_path)
    assert files["files/meetings/planning/plan.txt"] == b"A plan."
    assert not any("evil" in path or "unnamed" in path for path in files)


@pytest.mark.parametrize(
    ("settings", "place", "message"),
    [
        (
            "title: X\nwording: [english, parrish]\n",
            "2:20",
            'there is no set of wording called "parrish"',
        ),
        (
            "phrases:\n  - phrase: respnse\n    spellings: ['Hear hear:']\n",
            "2:13",
            'there is no phrase called "respnse"',
        ),
        (
            "phrases:\n  - phrase: response\n    spellings: ['{speeker} barked:']\n",
            "3:18",
            '"{speeker}" stands for nothing',
        ),
        (
            "phrases:\n  - phrase: response\n    spellings: ['{speaker} (barked:']\n",
            "3:18",
            'the brackets of "{speaker} (barked:" do not match',
        ),
        (
            "phrases:\n  - phrase: response\n    spellings: ['{speaker}']\n",
            "3:18",
            '"{speaker}" would fit nearly every paragraph',
        ),
    ],
)
def test_wording_that_cannot_be_used_is_an_error_where_it_stands_and_the_rest_is_built(
    tmp_path: Path, settings: str, place: str, message: str
) -> None:
    write_archive(tmp_path, {GOOD_PATH: GOOD, "content/site.yaml": settings})
    run = build(tmp_path)
    assert run.status == 1
    assert f"content/site.yaml:{place}: error[field-wrong-value] {message}" in run.output
    assert b"two trees" in site_files(tmp_path)["meetings/planning-2024-04-09.html"]


LONG = "b" * 240
NAMES: list[tuple[str, str | bytes, str]] = [
    (f"content/meetings/{LONG}/2024-03-13.md", FRONT, "field-missing"),
    ("content/meetings/index/2024-03-13.md", FRONT, "field-missing"),
    ("content/meetings/planning-2024/2024-03-13.md", FRONT, "id-twice"),
    (f"content/documents/{LONG}.md", "---\ntitle: A\n---\n\nB.\n", "field-wrong-value"),
    ("content/documents/undated.md", "---\ntitle: A\n---\n\nB.\n", "field-wrong-value"),
    (f"content/pages/{LONG}.md", "---\ntitle: A\n---\n\nB.\n", "field-wrong-value"),
    (os.fsdecode(b"content/meetings/planning/a\xff.md"), FRONT, "file-unreadable"),
    (os.fsdecode(b"content/meetings/a\xff/a.md"), FRONT, "file-unreadable"),
    (os.fsdecode(b"content/documents/\xff.pdf"), b"%PDF-1", "file-unreadable"),
]


@pytest.mark.parametrize(("path", "content", "code"), NAMES, ids=range(len(NAMES)))
def test_a_name_that_can_be_no_address_is_an_error_and_stops_nothing_else(
    tmp_path: Path, path: str, content: str | bytes, code: str
) -> None:
    try:
        write_archive(tmp_path, {path: content, GOOD_PATH: GOOD})
    except OSError:
        pytest.skip("files cannot be called so on this disk")
    for _ in range(2):  # the second time of what was kept
        run = build(tmp_path)
        assert run.status == 1, run.output
        assert f"error[{code}]" in run.output
        assert b"two trees" in site_files(tmp_path)["meetings/planning-2024-04-09.html"]


def test_an_attachment_and_a_keyword_may_be_as_long_as_the_disk_allows(tmp_path: Path) -> None:
    name = f"{'a' * 245}.pdf"
    files: dict[str, str | bytes] = {
        GOOD_PATH: GOOD.replace("\n---\n", f"\nattachments: [{name}]\n---\n", 1),
        f"content/meetings/planning/{name}": b"%PDF-1",
        "content/site.yaml": f"address: https://example.org/\nkeywords: [{'tree ' * 80}]\n",
    }
    run = build(write_archive(tmp_path, files))
    assert run.status == 0, run.output
    assert f"files/meetings/planning/{name}" in site_files(tmp_path)


@pytest.mark.parametrize(
    ("file", "entries"),
    [
        ("bodies.yaml", "bodies:\n  - {id: A b, name: One}\n  - {id: a-b, name: Two}\n"),
        ("people.yaml", "people:\n  - {id: A b, name: One Two}\n  - {id: a-b, name: Two One}\n"),
        ("bodies.yaml", "bodies:\n  - {id: a, name: One}\n  - {id: a-2024, name: Two}\n"),
        ("people.yaml", "people:\n  - {id: a, name: One Two}\n  - {id: index, name: Two One}\n"),
        ("bodies.yaml", "bodies:\n  - {id: a, name: One}\n  - {id: 日本, name: Two}\n"),
    ],
)
def test_two_entries_never_share_an_address(tmp_path: Path, file: str, entries: str) -> None:
    write_archive(tmp_path, {GOOD_PATH: GOOD, f"content/{file}": entries})
    run = build(tmp_path)
    assert run.status == 1
    assert f"content/{file}:3:10: error[" in run.output
    assert not [path for path in site_files(tmp_path) if path.endswith("/.html")]


@pytest.mark.parametrize(
    "address",
    ["https://[", "https://e.org/\\nSitemap: x", "https://a:b@e.org/", "https://e.org/?a"],
)
def test_an_address_that_is_none_is_an_error_and_shapes_nothing(
    tmp_path: Path, address: str
) -> None:
    settings = f'address: "{address}"\n'
    write_archive(tmp_path, {GOOD_PATH: GOOD, "content/site.yaml": settings})
    run = build(tmp_path)
    assert run.status == 1
    assert "content/site.yaml:1:10: error[field-wrong-value]" in run.output
    assert b"Sitemap" not in site_files(tmp_path)["robots.txt"]


def test_an_attachment_is_withheld_however_its_path_is_written(tmp_path: Path) -> None:
    minutes = GOOD.replace("\n---\n", "\nattachments: [../planning/price.pdf]\n---\n", 1)
    minutes += "\n**Exempt (paragraph 3):** see [the price](price.pdf)\n"
    files: dict[str, str | bytes] = {GOOD_PATH: minutes}
    files["content/meetings/planning/price.pdf"] = b"%PDF-1"
    build(write_archive(tmp_path, files))
    assert not [path for path in site_files(tmp_path) if "price" in path]
