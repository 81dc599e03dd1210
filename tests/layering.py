"""The imports of a package as they are written, held against the plan of the house."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

# From the ground up. A package may import from its own row's package and from rows below; those
# that share a row do not know each other.
LAYERS = (
    {"text"},
    {"diagnostics"},
    {"model"},
    {"site"},
    {"content"},
    {"minutes"},
    {"archive", "importers"},
    {"pages", "search", "exports"},
    {"publish"},
    {"preview"},
    {"cli"},
)
ONLY_CALLED_BY = {"importers": "cli"}

FORBIDDEN_MODULES = frozenset(
    {"utils", "helpers", "common", "misc", "base", "core", "constants", "types", "handlers"}
)
FORBIDDEN_CLASS_ENDINGS = ("Manager", "Processor", "Service", "Context")


@dataclass(frozen=True, slots=True)
class Import:
    """One import of a module of ours by another."""

    importer: str  # dotted, below the package: "minutes.votes"; a package's own file is "minutes"
    imported: str
    path: Path
    line: int
    is_at_import_time: bool

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.importer} imports {self.imported}"


def read_imports(package: Path) -> list[Import]:
    """Every import inside the package, wherever in a file it stands."""
    modules = {_dotted(path, package): path for path in sorted(package.rglob("*.py"))}
    return [
        found for name, path in modules.items() for found in _imports(name, path, package, modules)
    ]


def find_layer_faults(package: Path) -> list[str]:
    """Imports that go up or sideways, and packages that the plan does not know."""
    folders = {path.name for path in package.iterdir() if any(path.rglob("*.py"))}
    strangers = [
        f"{name}: has no place in the plan" for name in sorted(folders - _heights().keys())
    ]
    return strangers + [str(one) for one in read_imports(package) if not _is_allowed(one)]


def find_cycle(package: Path) -> list[str]:
    """One circle of modules that import each other while they load; empty when there is none."""
    graph: dict[str, set[str]] = {}
    for one in read_imports(package):
        if one.is_at_import_time and one.importer != one.imported:
            graph.setdefault(one.importer, set()).add(one.imported)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle
    return []


def find_forbidden_names(folder: Path) -> list[str]:
    """Modules, packages and classes whose names say nothing."""
    # What lies in a hidden folder is somebody else's code, put there by a tool.
    ours = (
        path
        for path in sorted(folder.rglob("*.py"))
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    return [fault for path in ours for fault in _name_faults(path)]


def _name_faults(path: Path) -> Iterator[str]:
    name = path.parent.name if path.stem == "__init__" else path.stem
    if name in FORBIDDEN_MODULES or name.split("_")[-1] in {"utils", "helpers"}:
        yield f"{path}: a module named {name} could hold anything"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef) and node.name.endswith(FORBIDDEN_CLASS_ENDINGS):
            yield f"{path}:{node.lineno}: a class named {node.name} could do anything"


def _heights() -> dict[str, int]:
    return {name: height for height, names in enumerate(LAYERS) for name in names}


def _is_allowed(one: Import) -> bool:
    importer, imported = one.importer.split(".")[0], one.imported.split(".")[0]
    heights = _heights()
    if importer == imported or importer not in heights or imported not in heights:
        return True
    if ONLY_CALLED_BY.get(imported, importer) != importer:
        return False
    return heights[imported] < heights[importer]


def _dotted(path: Path, package: Path) -> str:
    parts = path.relative_to(package).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(name: str, path: Path, package: Path, modules: dict[str, Path]) -> Iterator[Import]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    at_import_time = set(_statements_run_at_import(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for imported in _imported(node, path, package, modules):
                yield Import(name, imported, path, node.lineno, node in at_import_time)


def _imported(
    node: ast.Import | ast.ImportFrom, path: Path, package: Path, modules: dict[str, Path]
) -> Iterator[str]:
    """The modules of ours that one statement names."""
    if isinstance(node, ast.Import):
        for alias in node.names:
            if alias.name.startswith(f"{package.name}."):
                yield alias.name.removeprefix(f"{package.name}.")
        return
    origin = _origin(node, path, package)
    if origin is None:
        return
    for alias in node.names:
        deeper = f"{origin}.{alias.name}".lstrip(".")
        yield deeper if deeper in modules or not origin else origin


def _origin(node: ast.ImportFrom, path: Path, package: Path) -> str | None:
    """What stands after `from`, dotted below the package; None when it is not ours."""
    if node.level:
        folder = path.parents[node.level - 1].relative_to(package).parts
        return ".".join([*folder, *filter(None, [node.module])])
    if node.module == package.name:
        return ""
    if node.module and node.module.startswith(f"{package.name}."):
        return node.module.removeprefix(f"{package.name}.")
    return None


def _statements_run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    """Everything but the bodies of functions and what only a type checker reads."""
    for child in ast.iter_child_nodes(node):
        is_later = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        if is_later or (isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test)):
            continue
        yield child
        yield from _statements_run_at_import(child)
