"""A view and the template named after it to HTML."""

from collections.abc import Sequence
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import ClassVar, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from site_gen.pages.frame import Frame
from site_gen.text.values import dataclass

CHECKOUT_TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
PACKAGED_TEMPLATES = Path(__file__).resolve().parents[1] / "theme" / "templates"


class View(Protocol):
    """What a page shows: frozen, complete, and named after its template."""

    template: ClassVar[str]  # "pages/meeting.html"

    @property
    def frame(self) -> Frame:
        """What every page has."""


def template_folders(root: Path | None = None) -> tuple[Path, ...]:
    """Where templates are looked for: the archive's own folder first, then ours."""
    ours = PACKAGED_TEMPLATES if PACKAGED_TEMPLATES.is_dir() else CHECKOUT_TEMPLATES
    return (ours,) if root is None else (root / "templates", ours)


@dataclass(frozen=True)
class Renderer:
    """Templates, loaded once in each process. Cheap to hand to a worker: it is only folders."""

    folders: tuple[Path, ...] = field(default_factory=template_folders)

    def render(self, view: View) -> str:
        """The page's HTML. Raises jinja2.TemplateError for a broken template."""
        return _environment(self.folders).get_template(view.template).render(view=view)


def make_environment(folders: Sequence[Path]) -> Environment:
    """The one Jinja set-up: everything escaped, nothing undefined, no spare lines."""
    return Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )


@lru_cache(maxsize=4)
def _environment(folders: tuple[Path, ...]) -> Environment:
    return make_environment(folders)


def forget_templates() -> None:
    """Reads templates anew from now on; for a preview, after a template was saved."""
    _environment.cache_clear()
