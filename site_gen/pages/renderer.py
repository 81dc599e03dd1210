"""A view and the template named after it to HTML."""

from collections.abc import Sequence
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import ClassVar, Protocol

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from site_gen.pages.frame import Frame
from site_gen.site.theme_folders import template_folders
from site_gen.text.values import dataclass


class View(Protocol):
    """What a page shows: frozen, complete, and named after its template."""

    template: ClassVar[str]  # "pages/meeting.html"

    @property
    def frame(self) -> Frame:
        """What every page has."""


@dataclass(frozen=True)
class Renderer:
    """Templates, loaded once in each process. Cheap to hand to a worker: it is only folders."""

    folders: tuple[Path, ...] = field(default_factory=template_folders)
    compiled: Path | None = None  # a folder of our own, where they are kept as code

    def render(self, view: View) -> str:
        """The page's HTML. Raises jinja2.TemplateError for a broken template."""
        environment = _environment(self.folders, self.compiled)
        return environment.get_template(view.template).render(view=view)


def make_environment(folders: Sequence[Path], compiled: Path | None = None) -> Environment:
    """The one Jinja set-up: everything escaped, nothing undefined, no spare lines.

    What is kept in `compiled` is found by the template's own words. It must be another folder
    for another set-up.
    """
    return Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=FileSystemBytecodeCache(str(compiled)) if compiled else None,
        cache_size=-1,
    )


@lru_cache(maxsize=4)
def _environment(folders: tuple[Path, ...], compiled: Path | None) -> Environment:
    return make_environment(folders, compiled)


def forget_templates() -> None:
    """Reads templates anew from now on; for a preview, after a template was saved."""
    _environment.cache_clear()
