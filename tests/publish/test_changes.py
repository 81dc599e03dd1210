"""After any change, a build of what was there gives the bytes of a clean build."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import hypothesis
from hypothesis import strategies as st

from tests.archives import MINUTES, build, run_program, site_files, words_of, write_archive

BODIES = ("planning", "housing", "parks")
DAYS = ("2022-11-08", "2023-03-14", "2023-06-13", "2024-03-12", "2024-04-09")
PEOPLE = ("Anna Reid", "Bela Shah", "Carl Moss")

SETTINGS = (
    "",
    "title: Minutes of Exampleton\n",
    "title: Minutes of Exampleton\ndemonstration: true\nkeywords: [trees]\n",
    "address: https://minutes.example.org/\npublic_names: initials\n",
)
PEOPLE_FILES = (
    "people: []\n",
    "people:\n  - {id: anna-reid, name: Anna Reid}\n",
    "people:\n  - {id: anna-reid, name: Anna Reid}\n  - {id: bela-shah, name: Bela Shah}\n",
)
GLOSSARIES = ("", "acronyms: {TPO: tree preservation order}\nwords: {bins: refuse}\n")
BODIES_FILES = (
    "bodies: []\n",
    (
        "bodies:\n  - {id: planning, name: Planning Committee, replaced_by: [parks]}\n"
        "  - {id: housing, name: Housing Board}\n"
        "  - {id: parks, name: Parks, replaces: [planning]}\n"
    ),
)

ITEMS = (
    (
        "## {n}. Bus shelters\n\nCouncillor {a} asked when the shelters would be mended.\n\n"
        "The Clerk replied that the work would begin in {month}.\n"
    ),
    (
        "## {n}. Trees\n\nIt was moved by Councillor {a}, seconded by Councillor {b} and "
        "RESOLVED that two trees be planted under the TPO in {month}.\n"
    ),
    (
        "## {n}. Bins\n\n**Question 1 (Councillor {a}):** When are they emptied?\n\n"
        "**Response (The Clerk):** A written answer will follow.\n"
    ),
    (
        "## {n}. Answers\n\n"
        "**Written response (The Clerk, 2 May 2024; to question 1 of 12 March 2024):**"
        " On Mondays.\n"
    ),
    "## {n}. Report\n\nThe Committee discussed a report of {month} at length.\n",
    "## {n}. See also\n\nSee [the minutes](../planning/2024-03-12.md) and [plan](plan.txt).\n",
    "## {n}. Private\n\n**Exempt (paragraph 3):**\n\nThe canary sang in {month}.\n",
)


@st.composite
def minutes(draw: st.DrawFn, day: str) -> str:
    """One file of minutes for `day`."""
    front = [f"date: {day}"]
    front += draw(
        st.lists(
            st.sampled_from(
                (
                    "status: approved",
                    "approved_at: 2024-04-09",
                    "joint: [housing]",
                    "private: true",
                    "id: planning-2024-03-12",
                    "attachments: [plan.txt]",
                    "title: 'Special: meeting'",
                )
            ),
            max_size=2,
            unique=True,
        )
    )
    chosen = draw(st.lists(st.sampled_from(ITEMS), max_size=3))
    a, b = draw(st.permutations(PEOPLE))[:2]
    month = draw(st.sampled_from(("May", "June")))
    items = [item.format(n=n, a=a, b=b, month=month) for n, item in enumerate(chosen, 1)]
    return "---\n" + "\n".join(front) + "\n---\n\n" + "\n".join(items)


@dataclass(frozen=True)
class Renamed:
    """The new path of a file."""

    to: str


Step = tuple[str, str | Renamed | None]
CITATION = "{% macro citation(citation, noun) %}<i>{{ noun }}</i>{% endmacro %}"
NOT_FOUND = "<p>{{ view.frame.title }}: nothing here</p>"
THEME = {
    "static": (("static/images/icon.svg", ("<svg/>", "<svg></svg>", None)),),
    "template": (
        ("templates/components/citation.html", (CITATION, f"{CITATION}\n", None)),
        ("templates/pages/not_found.html", (NOT_FOUND, f"{NOT_FOUND}\n", None)),
    ),
}
KINDS = ("removed", "renamed", "settings", "attachment", "static", "template")


@st.composite
def steps(draw: st.DrawFn) -> Step:
    """A path and its new content; None to remove it."""
    kind = draw(st.sampled_from(("minutes",) * 6 + KINDS))
    body = draw(st.sampled_from(BODIES))
    day = draw(st.sampled_from(DAYS))
    path = f"content/meetings/{body}/{draw(st.sampled_from((day, day, 'renamed')))}.md"
    if kind == "minutes":
        return path, draw(minutes(day))
    if kind == "settings":
        name, choices = draw(
            st.sampled_from(
                (
                    ("site.yaml", SETTINGS),
                    ("people.yaml", PEOPLE_FILES),
                    ("glossary.yaml", GLOSSARIES),
                    ("bodies.yaml", BODIES_FILES),
                    ("documents/report.md", ("---\ntitle: Report\n---\n\nText.\n", None)),
                    ("pages/about.md", ("---\ntitle: About us\n---\n\nWords.\n", None)),
                )
            )
        )
        return f"content/{name}", draw(st.sampled_from(choices))
    if kind == "attachment":
        return f"content/meetings/{body}/plan.txt", draw(st.sampled_from(("Plan A.", "B.", None)))
    if kind == "renamed":
        other = f"content/meetings/{draw(st.sampled_from(BODIES))}/{draw(st.sampled_from(DAYS))}.md"
        return path, Renamed(other)
    if kind in THEME:
        name, choices = draw(st.sampled_from(THEME[kind]))
        return name, draw(st.sampled_from(choices))
    return path, None


def change(root: Path, path: str, content: str | Renamed | None) -> None:
    if isinstance(content, Renamed):
        if (root / path).exists():
            (root / content.to).parent.mkdir(parents=True, exist_ok=True)
            (root / path).rename(root / content.to)
    elif content is None:
        (root / path).unlink(missing_ok=True)
    else:
        write_archive(root, {path: content})


# Shrinking builds hundreds of sites: whoever hunts a failure adds Phase.shrink for the while.
NO_SHRINKING = (hypothesis.Phase.explicit, hypothesis.Phase.reuse, hypothesis.Phase.generate)
ROUNDS = st.lists(st.lists(steps(), min_size=1, max_size=4), min_size=2, max_size=4)


def check_changes(rounds: list[list[Step]]) -> None:
    """Asserts that builds after each round of steps end in what a clean build makes."""
    with tempfile.TemporaryDirectory() as folder:
        root, clean = Path(folder, "changed"), Path(folder, "clean")
        (root / "content").mkdir(parents=True)
        for changes in rounds:
            for path, content in changes:
                change(root, path, content)
            run = build(root)
        (clean / "content").mkdir(parents=True)
        write_archive(clean, source_files(root))
        assert run.status == build(clean).status
        assert site_files(root) == site_files(clean)
        words = [words_of(path, content) for path, content in site_files(root).items()]
        assert not any(b"canary sang" in content for content in words)


def source_files(root: Path) -> dict[str, bytes]:
    """What a site is built from, by path."""
    parts = [root / part for part in ("content", "static", "templates")]
    files = [file for part in parts for file in part.rglob("*") if file.is_file()]
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files}


@hypothesis.settings(max_examples=6, phases=NO_SHRINKING)
@hypothesis.given(ROUNDS)
def test_a_build_after_any_changes_equals_a_clean_build(rounds: list[list[Step]]) -> None:
    check_changes(rounds)


def test_a_document_without_a_date_comes_beside_minutes() -> None:
    text = "---\ndate: {day}\n---\n\n## 1. Trees\n\nRESOLVED: That two trees be planted.\n"
    meetings: list[Step] = [
        (f"content/meetings/{body}/{day}.md", text.format(day=day))
        for body, day in (
            ("parks", "2022-11-08"),
            ("parks", "2023-03-14"),
            ("housing", "2022-11-08"),
        )
    ]
    document = "content/documents/report.md"
    check_changes([meetings, [(document, "---\ntitle: Report\n---\n\nText.\n")]])
    check_changes(
        [[*meetings, (document, "---\ntitle: Report\n---\n\nText.\n")], [(document, None)]]
    )


@hypothesis.settings(max_examples=3, phases=NO_SHRINKING)
@hypothesis.given(st.sampled_from(DAYS).flatmap(minutes))
def test_files_changed_behind_our_back_are_mended(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_archive(root, {"content/meetings/planning/a.md": text})
        build(root)
        first = site_files(root)
        (root / "public/index.html").write_text("spoilt")
        (root / "public/about.html").unlink()
        (root / "public/meetings/extra.html").write_text("stale")
        build(root)
        assert site_files(root) == first


def test_a_build_shows_what_a_check_has_read_before_it(tmp_path: Path) -> None:
    other = "content/meetings/planning/2024-04-09.md"
    texts = {
        MINUTES: "---\ndate: 2024-03-12\n---\n\nHello.\n",
        other: "---\ndate: 2024-04-09\n---\n",
    }
    write_archive(tmp_path, texts)
    build(tmp_path)
    write_archive(tmp_path, {MINUTES: texts[MINUTES].replace("Hello", "Good evening")})
    (tmp_path / other).unlink()
    for _ in range(2):
        run_program("check", "--root", tmp_path)
    build(tmp_path)
    changed = site_files(tmp_path)
    assert b"Good evening" in changed["meetings/planning-2024-03-12.html"]
    write_archive(tmp_path / "clean", {MINUTES: (tmp_path / MINUTES).read_text()})
    build(tmp_path / "clean")
    assert changed == site_files(tmp_path / "clean")
