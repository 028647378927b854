import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = [
    "errors",
    "settings",
    "processes",
    "records",
    "knowledge",
    "chronology",
    "documents",
    "articles",
    "language",
    "timexes",
    "actors",
    "quotations",
    "events",
    "stances",
    "occurrences",
    "pipeline",
    "tasks",
    "tables",
    "store",
    "intake",
    "queries",
    "comparison",
    "charts",
    "figures",
    "exports",
    "commands",
    "__main__",
]
PACKAGE_FILES = sorted((ROOT / "s400data").rglob("*.py"))
PAGE_FILES = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py"))]
READING_A_TEXT = {"language", "timexes", "actors", "quotations", "events", "stances", "pipeline"}


def layer_of(file):
    return file.relative_to(ROOT / "s400data").parts[0].removesuffix(".py")


def imports(file, *, at_top_only=False):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in tree.body if at_top_only else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layers_imported(file):
    modules = (name.split(".") for name in imports(file))
    return {parts[1] for parts in modules if parts[0] == "s400data" and len(parts) > 1 and parts[1] in LAYERS}


@pytest.mark.parametrize("file", PACKAGE_FILES, ids=lambda f: str(f.relative_to(ROOT)))
def test_a_module_imports_only_from_layers_above_it(file):
    layer = layer_of(file)
    if layer == "__init__":
        return
    assert layer in LAYERS, f"{layer} is not in the list of layers"
    below = LAYERS[LAYERS.index(layer) + 1 :]
    assert not layers_imported(file) & set(below)


@pytest.mark.parametrize("file", PACKAGE_FILES, ids=lambda f: str(f.relative_to(ROOT)))
def test_the_data_layer_never_imports_streamlit(file):
    assert not {name for name in imports(file) if name.split(".")[0] == "streamlit"}


@pytest.mark.parametrize("file", PAGE_FILES, ids=lambda f: str(f.relative_to(ROOT)))
def test_a_page_does_not_load_the_language_pipeline(file):
    top = {name.split(".")[1] for name in imports(file, at_top_only=True) if name.startswith("s400data.")}
    assert not top & READING_A_TEXT
