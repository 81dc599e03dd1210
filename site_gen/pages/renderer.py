"""A view and the template named after it to HTML."""

import re
from collections.abc import Sequence
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar, Protocol

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator
from jinja2.compiler import Frame as CodeFrame
from markupsafe import Markup, escape

from site_gen.pages.frame import Frame
from site_gen.site.theme_folders import template_folders
from site_gen.text.values import dataclass

NOT_PLAIN = re.compile("[&<>\"']").search


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
    edition: bytes = b""  # another when the folders hold something else: they are read anew

    def render(self, view: View) -> str:
        """The page's HTML. Raises jinja2.TemplateError for a broken template."""
        environment = _environment(self.folders, self.compiled, self.edition)
        return environment.get_template(view.template).render(view=view)


class _PageCode(CodeGenerator):
    """Prints through `PageEnvironment.as_html`, and is otherwise Jinja's own."""

    def _output_child_pre(self, node: nodes.Expr, frame: CodeFrame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.as_html(")
        else:
            super()._output_child_pre(node, frame, finalize)


class PageEnvironment(Environment):
    """Jinja with two short ways for what a page does five hundred times.

    What is printed is joined at once, so it need not be wrapped as `Markup` first; and views are
    frozen values with attributes, so nothing else is looked for until an attribute is missing.
    """

    code_generator_class = _PageCode

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The attribute, or what Jinja makes of a missing one."""
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)

    @staticmethod
    def as_html(value: object) -> str:
        """`value` as it may stand in HTML, as `markupsafe.escape` has it."""
        if type(value) is str:
            return escape(value) if NOT_PLAIN(value) else value
        return value if type(value) is Markup else escape(value)


def make_environment(folders: Sequence[Path], compiled: Path | None = None) -> PageEnvironment:
    """The one Jinja set-up: everything escaped, nothing undefined, no spare lines.

    What is kept in `compiled` is found by the template's own words. It must be another folder
    for another set-up.
    """
    return PageEnvironment(
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
def _environment(
    folders: tuple[Path, ...], compiled: Path | None, _edition: bytes
) -> PageEnvironment:
    return make_environment(folders, compiled)
