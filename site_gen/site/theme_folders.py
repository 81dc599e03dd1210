"""Where templates, static files and guides lie: the archive's own folder first, then ours."""

import os
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGED = Path(__file__).resolve().parents[1] / "theme"


class ThemeError(Exception):
    """A template, style or script cannot be used: which, and why."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(file, line, reason)  # all of it, for it may come from another process
        self.file = file
        self.line = line
        self.reason = reason

    def place(self, root: Path) -> str:
        """ "templates/base.html, line 4"; a file that lies outside `root` with its whole path."""
        shown = os.path.relpath(self.file, root.resolve()) if self.file else "a template"
        outside = shown.startswith("..")
        return f"{self.file if outside else Path(shown).as_posix()}, line {self.line}"


def template_folders(root: Path | None = None) -> tuple[Path, ...]:
    """The folders of templates, the first one winning; without a root ours alone."""
    ours = _ours("templates")
    return (ours,) if root is None else (root / "templates", ours)


def static_folders(root: Path) -> tuple[Path, ...]:
    """The folders of styles, scripts and images, the first one winning."""
    ours = _ours("static")
    own = root / "static"
    return (own, ours) if own.is_dir() and own.resolve() != ours.resolve() else (ours,)


def guide_folder() -> Path:
    """The guides that the help pages show."""
    return PACKAGED / "docs" if (PACKAGED / "docs").is_dir() else CHECKOUT / "docs"


def theme_folders(root: Path) -> tuple[Path, ...]:
    """Every folder that shapes pages, besides the minutes and the code."""
    return (*template_folders(root), *static_folders(root), guide_folder())


def _ours(name: str) -> Path:
    packaged = PACKAGED / name
    return packaged if packaged.is_dir() else CHECKOUT / name
