"""What is wrong with a template, and where; also what Jinja has no words of its own for."""

import traceback
from collections.abc import Callable
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemLoader,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)

from site_gen.site.theme_folders import ThemeError

TEMPLATE = ".html"


class TemplateLoader(FileSystemLoader):
    """Jinja's own, which names a template that is not saved as UTF-8."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text of the template, its file, and whether it still is that."""
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            files = (Path(folder, template) for folder in self.searchpath)
            file = next((str(file) for file in files if file.is_file()), template)
            line = error.object[: error.start].count(b"\n") + 1
            reason = "it is not saved as UTF-8"
            raise TemplateSyntaxError(reason, line, template, file) from error


def mistake_in_template(error: Exception) -> ThemeError | None:
    """What `error`, raised as a page was made, says of a template; None when it is our mistake."""
    if isinstance(error, TemplateSyntaxError):
        file = error.filename or error.name or ""
        return ThemeError(file, error.lineno, error.message or str(error))
    frames = [*traceback.extract_tb(error.__traceback__)]
    if isinstance(error, TemplateError):
        frames = [one for one in frames if one.filename.endswith(TEMPLATE)]
        reason = _reason(error)
    else:
        reason = f"{type(error).__name__}: {error}"
    if frames and frames[-1].filename.endswith(TEMPLATE):
        return ThemeError(frames[-1].filename, frames[-1].lineno or 1, reason)
    return ThemeError("", 1, reason) if isinstance(error, TemplateError) else None


def _reason(error: TemplateError) -> str:
    if isinstance(error, TemplateNotFound):  # Jinja names every folder it looked in
        return f'there is no template "{error.name}"'
    return error.message or str(error)
