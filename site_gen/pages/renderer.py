"""A view and the template named after it to HTML."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar, Protocol

from jinja2 import (
    Environment,
    StrictUndefined,
    TemplateError,
    nodes,
)
from jinja2.compiler import CodeGenerator
from jinja2.compiler import Frame as CodeFrame
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from site_gen.pages.compiled_templates import CompiledTemplates
from site_gen.pages.frame import Frame
from site_gen.pages.template_mistakes import TemplateLoader, mistake_in_template
from site_gen.site.theme_folders import template_folders
from site_gen.text.values import dataclass, field

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

    def load(self) -> None:
        """Load the templates of most pages, before the first is asked for."""
        environment = _environment(self.folders, self.compiled, self.edition)
        for name in environment.list_templates(filter_func=lambda name: name.startswith("pages/")):
            with suppress(TemplateError, OSError, ValueError):  # whoever makes a page of it says so
                environment.get_template(name)

    def render(self, view: View) -> str:
        """The page's HTML. Raises ThemeError for a template that cannot be used."""
        environment = _environment(self.folders, self.compiled, self.edition)
        try:
            return environment.get_template(view.template).render(view=view)
        except Exception as error:
            if (mistake := mistake_in_template(error)) is not None:
                raise mistake from error
            raise


class _PageCode(CodeGenerator):
    """Prints through three methods of `PageEnvironment`, and is otherwise Jinja's own."""

    _printed: nodes.Expr | None = None  # a call or a filter of which only a part is written

    def _output_child_pre(self, node: nodes.Expr, frame: CodeFrame, finalize: Any) -> None:
        if not frame.eval_ctx.autoescape or frame.eval_ctx.volatile or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
            return
        way = "as_html"
        if _is_plain_call(node):
            self._printed, way = node, "called"
        elif isinstance(node, nodes.Filter) and node.name == "safe":
            self._printed, way = node, "as_it_is"
        self.write(f"environment.{way}(")

    def visit_Call(  # noqa: N802 - Jinja's name
        self, node: nodes.Call, frame: CodeFrame, forward_caller: bool = False
    ) -> None:
        """A call as Jinja has it; of one that is printed, what `called` is given."""
        if node is not self._printed:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("context, ")
        self.visit(node.node, frame)
        self.signature(node, frame)

    def visit_Filter(self, node: nodes.Filter, frame: CodeFrame) -> None:  # noqa: N802 - as above
        """A filter as Jinja has it; of "safe", where that is printed, only what it is given."""
        if node is self._printed and node.node is not None:
            self.visit(node.node, frame)
        else:
            super().visit_Filter(node, frame)


def _is_plain_call(node: nodes.Expr) -> bool:
    """Whether it calls something by name, most likely a macro, and all is given by place."""
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return False
    return not (node.kwargs or node.dyn_args or node.dyn_kwargs)


class PageEnvironment(Environment):
    """Jinja with short ways for what a page does five hundred times.

    What is printed is joined at once, so it need not be wrapped as `Markup` first, which takes
    longer than most macros do; and views are frozen values with attributes, so nothing else is
    looked for until an attribute is missing.
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

    @staticmethod
    def as_it_is(value: object) -> str:
        """`value` that the template calls safe, as `Markup` has it."""
        return value if isinstance(value, str) else Markup(value)  # noqa: S704 - the one filter

    @staticmethod
    def called(context: Context, what: Any, *given: object) -> str:
        """What a call gives, as it may stand in HTML: that of a macro is HTML already."""
        if type(what) is not Macro or what.catch_varargs or what.catch_kwargs or what.caller:
            return PageEnvironment.as_html(context.call(what, *given))
        left = len(what.arguments) - len(given)
        if left < 0:  # an error, and Jinja has words for it
            return PageEnvironment.as_html(what(*given))
        function: Callable[..., str] = what._func  # it has no other name
        return function(*given, *(missing,) * left) if left else function(*given)


def make_environment(folders: Sequence[Path], compiled: Path | None = None) -> PageEnvironment:
    """The one Jinja set-up: everything escaped, nothing undefined, no spare lines.

    What is kept in `compiled` is found by the template's own words. It must be another folder
    for another set-up.
    """
    return PageEnvironment(
        loader=TemplateLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=CompiledTemplates(compiled) if compiled else None,
        cache_size=-1,
    )


@lru_cache(maxsize=4)
def _environment(
    folders: tuple[Path, ...], compiled: Path | None, _edition: bytes
) -> PageEnvironment:
    return make_environment(folders, compiled)
