"""Many files at once: what is written, what is kept, and what is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from site_gen.content.bodies_file import parse_bodies
from site_gen.content.reading import read_source
from site_gen.importers import run as run_module
from site_gen.importers.import_document import import_document
from site_gen.importers.ledger import LEDGER_NAME
from site_gen.importers.outcome import FileOutcome, ImportRun
from site_gen.importers.run import run_import
from tests.importers.word_files import PNG, R, paragraph, word_file

MINUTES = """Minutes of the {body} held in the Old Hall on {date}

Present: Mr A. Reader (Chairman), Mrs B. Writer

Apologies: Mr C. Away

{words}
"""


def minutes(
    date: str = "11 December 2017",
    body: str = "Example Parish Council",
    words: str = "The minutes were agreed and signed.",
) -> str:
    return MINUTES.format(date=date, body=body, words=words)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "old files"
    folder.mkdir()
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    return folder


def outcomes(run: ImportRun) -> dict[str, str]:
    return {file.source.name: str(file.outcome) for file in run.files}


def files_under(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


TARGET = "content/meetings/example-parish-council/2017-12-11.md"


def test_a_folder_is_imported_in_order_past_bad_files(source: Path, root: Path) -> None:
    (source / "b.txt").write_text(minutes("8 January 2018"))
    (source / "a.docx").write_bytes(b"PK\x03\x04 broken")
    (source / "c").mkdir()
    (source / "c" / "d.txt").write_text(minutes())
    (source / ".hidden.txt").write_text(minutes())
    steps: list[tuple[int, int, str]] = []
    run = run_import([source], root=root, progress=lambda *step: steps.append(step))
    assert outcomes(run) == {"a.docx": "refused", "b.txt": "written", "d.txt": "written"}
    assert steps == [(1, 3, "a.docx"), (2, 3, "b.txt"), (3, 3, "c/d.txt")]
    assert not run.is_good
    assert (root / TARGET).is_file()


def test_a_dry_run_says_the_same_and_writes_nothing(source: Path, root: Path) -> None:
    (source / "a.txt").write_text(minutes())
    dry = run_import([source], root=root, dry_run=True)
    assert files_under(root) == set()
    assert outcomes(dry) == {"a.txt": "written"}
    wet = run_import([source], root=root)
    assert [file.target for file in dry.files] == [file.target for file in wet.files] == [TARGET]


def test_importing_again_changes_nothing(source: Path, root: Path) -> None:
    (source / "a.txt").write_text(minutes())
    run_import([source], root=root)
    before = {name: (root / name).stat().st_mtime_ns for name in files_under(root)}
    run = run_import([source], root=root)
    assert outcomes(run) == {"a.txt": "unchanged"}
    assert {name: (root / name).stat().st_mtime_ns for name in files_under(root)} == before


def test_a_source_that_changed_updates_what_nobody_touched(source: Path, root: Path) -> None:
    (source / "a.txt").write_text(minutes())
    run_import([source], root=root)
    (source / "a.txt").write_text(minutes(words="The minutes were agreed."))
    run = run_import([source], root=root)
    assert outcomes(run) == {"a.txt": "updated"}
    assert "signed" not in (root / TARGET).read_text()


def test_a_clerks_edits_are_kept_and_the_difference_shown(source: Path, root: Path) -> None:
    (source / "a.txt").write_text(minutes())
    run_import([source], root=root)
    edited = (root / TARGET).read_text().replace("agreed and signed", "agreed, and signed")
    (root / TARGET).write_text(edited)
    same = run_import([source], root=root)
    assert outcomes(same) == {"a.txt": "unchanged"}
    (source / "a.txt").write_text(minutes(words="The minutes were agreed."))
    run = run_import([source], root=root)
    assert outcomes(run) == {"a.txt": "kept"}
    assert "-The minutes were agreed, and signed." in run.files[0].difference
    assert "+The minutes were agreed." in run.files[0].difference
    assert (root / TARGET).read_text() == edited
    assert outcomes(run_import([source], root=root, overwrite=True)) == {"a.txt": "overwritten"}
    assert "agreed, and signed" not in (root / TARGET).read_text()


def test_a_file_that_a_clerk_removed_does_not_come_back(source: Path, root: Path) -> None:
    (source / "a.txt").write_text(minutes())
    run_import([source], root=root)
    (root / TARGET).unlink()
    run = run_import([source], root=root)
    assert outcomes(run) == {"a.txt": "unchanged"}
    assert "removed" in run.files[0].message
    assert not (root / TARGET).exists()
    run_import([source], root=root, overwrite=True)
    assert (root / TARGET).exists()


def test_a_file_that_import_did_not_write_is_kept(source: Path, root: Path) -> None:
    (source / "a.txt").write_text(minutes())
    (root / TARGET).parent.mkdir(parents=True)
    (root / TARGET).write_text("a clerk's own")
    run = run_import([source], root=root)
    assert outcomes(run) == {"a.txt": "kept"}
    assert "import did not write" in run.files[0].message
    assert (root / TARGET).read_text() == "a clerk's own"


def test_the_ledger_holds_no_words_of_the_minutes(source: Path, root: Path) -> None:
    (source / "a.txt").write_text(minutes(words="SECRET agreed"))
    run_import([source], root=root)
    ledger = (root / "content" / LEDGER_NAME).read_text()
    assert "a.txt" in ledger
    assert "SECRET" not in ledger
    assert str(source) not in ledger


def test_a_broken_ledger_makes_import_careful(source: Path, root: Path) -> None:
    (source / "a.txt").write_text(minutes())
    run_import([source], root=root)
    (root / "content" / LEDGER_NAME).write_text("[")
    (source / "a.txt").write_text(minutes(words="Agreed."))
    assert outcomes(run_import([source], root=root)) == {"a.txt": "kept"}


def test_two_meetings_of_one_day_get_names_and_ids_of_their_own(source: Path, root: Path) -> None:
    (source / "a.txt").write_text(minutes())
    (source / "b.txt").write_text(minutes(words="Another meeting agreed other things."))
    for _ in range(2):
        run = run_import([source], root=root)
        assert [file.target.rsplit("/", 1)[1] for file in run.files] == [
            "2017-12-11.md",
            "2017-12-11-2.md",
        ]
    second = (root / TARGET).with_name("2017-12-11-2.md").read_text()
    assert "\nid: example-parish-council-2017-12-11-2\n" in second
    assert any(finding.about == "same day" for finding in run.files[1].findings)


def test_the_same_minutes_twice_are_written_once(source: Path, root: Path) -> None:
    (source / "a.txt").write_text(minutes())
    (source / "copy of a.txt").write_text(minutes())
    run = run_import([source], root=root)
    assert outcomes(run) == {"a.txt": "written", "copy of a.txt": "duplicate"}
    assert "a.txt" in run.files[1].message


def test_committees_that_were_found_are_named_in_bodies_yaml(source: Path, root: Path) -> None:
    (source / "a.txt").write_text(minutes(body="Parks & Trees Committee"))
    run = run_import([source], root=root)
    written = read_source(root, "content/bodies.yaml").value
    assert written is not None
    bodies = parse_bodies(written)
    assert bodies.diagnostics == ()
    assert [body.id for body in bodies.value] == [run.files[0].target.split("/")[2]]


def test_a_new_bodies_yaml_lists_the_folders_that_were_there(source: Path, root: Path) -> None:
    file = root / "content/meetings/planning/2024-03-12.md"
    file.parent.mkdir(parents=True)
    file.write_text("---\ndate: 2024-03-12\n---\n\nNoted.\n")
    (source / "a.txt").write_text(minutes())
    run = run_import([source], root=root)
    written = read_source(root, "content/bodies.yaml").value
    assert written is not None
    assert {"planning", run.files[0].target.split("/")[2]} == {
        body.id for body in parse_bodies(written).value
    }
    assert "lists 2 committees" in run.notes[0]


def test_known_committees_keep_their_ids_and_others_are_told(source: Path, root: Path) -> None:
    (root / "content").mkdir()
    own = "bodies:\n  - id: parish\n    name: Example Parish Council\n"
    (root / "content" / "bodies.yaml").write_text(own)
    (source / "a.txt").write_text(minutes())
    (source / "b.txt").write_text(minutes(body="Other Parish Council"))
    run = run_import([source], root=root)
    assert run.files[0].target == "content/meetings/parish/2017-12-11.md"
    assert "- id: other-parish-council" in run.notes[0]
    assert (root / "content" / "bodies.yaml").read_text() == own


def test_a_person_may_name_the_committee_and_the_folder(source: Path, root: Path) -> None:
    (source / "a.txt").write_text(minutes())
    run = run_import([source / "a.txt"], root=root, body="Parks", into="drafts")
    assert run.files[0].target == "drafts/meetings/parks/2017-12-11.md"
    assert (root / run.files[0].target).is_file()


def test_pictures_are_saved_beside_the_minutes(source: Path, root: Path) -> None:
    relation = f'<Relationship Id="p" Type="{R}/image" Target="media/one.png"/>'
    drawing = '<w:p><w:r><w:drawing><a:blip r:embed="p"/></w:drawing></w:r></w:p>'
    parts: dict[str, str | bytes] = {"media/one.png": PNG}
    texts = map(paragraph, minutes().strip().split("\n\n"))
    (source / "a.docx").write_bytes(word_file(*texts, drawing, parts=parts, relations=relation))
    run_import([source], root=root)
    saved = root / TARGET.removesuffix(".md") / "picture-1.png"
    assert saved.read_bytes() == PNG


def test_symbolic_links_are_not_followed_and_not_written_through(
    source: Path, root: Path, tmp_path: Path
) -> None:
    (tmp_path / "real.txt").write_text(minutes())
    (source / "link.txt").symlink_to(tmp_path / "real.txt")
    assert outcomes(run_import([source], root=root)) == {"link.txt": "refused"}
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / "content" / "meetings").mkdir(parents=True)
    (root / "content" / "meetings" / "parks").symlink_to(elsewhere)
    run = run_import([tmp_path / "real.txt"], root=root, body="parks")
    assert outcomes(run) == {"real.txt": "failed"}
    assert files_under(elsewhere) == set()


def test_what_cannot_be_opened_is_said(source: Path, root: Path) -> None:
    run = run_import([source / "nowhere.docx"], root=root)
    assert outcomes(run) == {"nowhere.docx": "failed"}
    assert "cannot be opened" in run.files[0].message


def test_a_mistake_of_the_program_stops_no_other_file(
    source: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(name: str, content: bytes, **more: object) -> object:
        if name == "a.txt":
            raise ZeroDivisionError("oh")
        return import_document(name, content, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(run_module, "import_document", failing)
    (source / "a.txt").write_text("anything")
    (source / "b.txt").write_text(minutes())
    run = run_import([source], root=root)
    assert outcomes(run) == {"a.txt": "failed", "b.txt": "written"}
    assert "report it" in run.files[0].message


def test_a_run_that_is_stopped_remembers_what_it_wrote(source: Path, root: Path) -> None:
    for day in (11, 12):
        (source / f"{day}.txt").write_text(minutes(f"{day} December 2017"))

    def stop(done: int, total: int, name: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_import([source], root=root, progress=stop)
    (source / "11.txt").write_text(minutes(words="Changed and agreed."))
    assert outcomes(run_import([source], root=root)) == {"11.txt": "updated", "12.txt": "written"}


def test_no_half_written_file_is_left(source: Path, root: Path) -> None:
    (source / "a.txt").write_text(minutes())
    run_import([source], root=root)
    assert not [name for name in files_under(root) if name.endswith(".tmp")]


def test_the_files_that_a_browser_saves_with_a_page_are_no_sources(
    source: Path, root: Path
) -> None:
    (source / "page.html").write_text(f"<pre>{minutes()}</pre>")
    (source / "page_files").mkdir()
    (source / "page_files" / "script.js").write_text("x")
    (source / "other_files").mkdir()
    (source / "other_files" / "b.txt").write_text(minutes("8 January 2018"))
    assert set(outcomes(run_import([source], root=root))) == {"page.html", "b.txt"}


def test_a_page_reads_pictures_beside_it_and_nowhere_else(
    source: Path, root: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.png").write_bytes(PNG)
    (source / "page_files").mkdir()
    (source / "page_files" / "a.png").write_bytes(PNG + b"1")
    (source / "page_files" / "out.png").symlink_to(tmp_path / "secret.png")
    images = "".join(
        f'<img src="{address}">'
        for address in ("page_files/a.png", "../secret.png", "page_files/out.png",
                        "/etc/passwd", "page_files/../../secret.png")
    )  # fmt: skip
    (source / "page.html").write_text(f"<pre>{minutes()}</pre><p>{images}</p>")
    run = run_import([source / "page.html"], root=root)
    pictures = (root / run.files[0].target).with_suffix("")
    assert [path.read_bytes() for path in pictures.iterdir()] == [PNG + b"1"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other names")
def test_names_in_any_script_are_sources(source: Path, root: Path) -> None:
    (source / "Cofnodion ŵ – 11 Rhagfyr.txt").write_text(minutes())
    assert run_import([source], root=root).count(FileOutcome.WRITTEN) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_among_the_files_is_named_and_not_waited_for(tmp_path: Path, source: Path) -> None:
    os.mkfifo(source / "pipe.txt")
    (source / "real.txt").write_text(minutes(), encoding="utf-8")
    run = run_import([source], root=tmp_path / "archive")
    assert [one.outcome for one in run.files] == [FileOutcome.FAILED, FileOutcome.WRITTEN]
    assert run.files[0].message == "the file cannot be opened: it is no ordinary file"
