"""What holds the house together: who imports whom, and what may be imported at all."""

import ast
import configparser
import functools
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENGINE_PACKAGES = {"numpy", "torch", "rasterio", "openvino", "segmentation_models_pytorch", "PIL", "torchvision", "smp"}
QGIS_SIDE = [ROOT / "__init__.py", ROOT / "plugin.py"] + [
    path for folder in ("bridge", "ui", "toolbox") for path in sorted((ROOT / folder).rglob("*.py"))
]
CORE = sorted((ROOT / "core").rglob("*.py"))


@functools.cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(path: Path) -> set[tuple[int, str]]:
    """(level, module) of every import in a file, wherever it stands."""
    found = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {(0, alias.name) for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.level, node.module or ""))
    return found


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.name)
def test_the_engine_never_imports_qgis_nor_anything_outside_core(path):
    depth = len(path.relative_to(ROOT / "core").parts)
    for level, module in imported(path):
        assert module.split(".")[0] not in ("qgis", "PyQt5", "PyQt6"), module
        assert level <= depth, f"{'.' * level}{module} leaves core"


@pytest.mark.parametrize("path", QGIS_SIDE, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_qgis_side_never_imports_an_engine_package_nor_qt_directly(path):
    for level, module in imported(path):
        first = module.split(".")[0]
        assert level or first not in ENGINE_PACKAGES | {"PyQt5", "PyQt6", "subprocess"}, module
        assert not (level and "core" in module.split(".")), f"{module}: the engine is a child process, not an import"


@pytest.mark.parametrize("path", [path for path in QGIS_SIDE if path.parent != ROOT],
                         ids=lambda path: str(path.relative_to(ROOT)))  # fmt: skip
def test_ui_and_toolbox_know_nothing_of_each_other_and_bridge_of_neither(path):
    half = path.relative_to(ROOT).parts[0]
    allowed = {"bridge": {"bridge"}, "ui": {"ui", "bridge"}, "toolbox": {"toolbox", "bridge"}}[half]
    for target in imports_of(module_of(path), parsed(path)):
        assert target.split(".")[0] in allowed, target


@pytest.mark.parametrize("path", QGIS_SIDE, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_qgis_side_is_python_3_9(path):
    ast.parse(path.read_text("utf-8"), feature_version=(3, 9))


# The rooms of core/, from the lowest floor up: a room imports from its own floor and those below.
FLOORS = (
    {"errors", "events", "version", "classes", "limits", "mask_result"},
    {"system"},
    {"products"},
    {"networks", "rasters"},
    {"masking", "othermasks", "simulation"},
    {"accuracy"},
    {"runs", "training"},
    {"aftermask"},
    {"live"},
    {"api", "commands"},
    {"cli"},
)
LOWEST = {"errors", "events", "mask_result", "networks"}  # may know each other
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
# Inside functions only: optional packages, and what loads PyTorch where OpenVINO may do.
LAZY = {"torch", "torchvision", "openvino", "segmentation_models_pytorch", "safetensors", "distributed", "s2cloudless"}
LAZY |= {"pystac_client", "certifi"}
LAZY_ROOMS = {"core.networks.torch_engine", "core.networks.openvino_engine", "core.networks.unetmobv2"}
LAZY_ROOMS |= {"core.system.zarr_array", "core.simulation.eopf_zarr"}  # zarr takes half a second to load


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module_of(path): path for path in [*CORE, *QGIS_SIDE] if path.name != "__main__.py" and path.parent != ROOT}


def imports_of(module: str, tree: ast.AST) -> set[str]:
    """Modules of this repository that a file imports."""
    found = set()
    package = module.split(".") if MODULES[module].name == "__init__.py" else module.split(".")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1] + (node.module.split(".") if node.module else [])
            for alias in node.names:
                name = ".".join([*base, alias.name])
                found.add(name if name in MODULES else ".".join(base))
    return (found & MODULES.keys()) - {module}


def test_no_import_circle():
    graph = {module: imports_of(module, parsed(path)) for module, path in MODULES.items()}
    while leaves := {module for module, targets in graph.items() if not targets & graph.keys()}:
        graph = {module: targets for module, targets in graph.items() if module not in leaves}
    assert not graph, f"these import each other, directly or not: {sorted(graph)}"


@pytest.mark.parametrize("path", [path for path in CORE if path.name != "__main__.py"], ids=module_of)
def test_a_room_of_the_engine_imports_from_its_own_floor_and_those_below(path):
    module = module_of(path)
    if module == "core":
        return
    for target in imports_of(module, parsed(path)) - {"core"}:
        mine, other = module.split(".")[1], target.split(".")[1]
        assert mine == other or FLOOR[other] < FLOOR[mine] or {mine, other} <= LOWEST, target


@pytest.mark.parametrize("path", CORE, ids=module_of)
def test_only_the_command_line_knows_argparse_and_only_it_imports_late(path):
    if path.parent.name == "commands" or path.name in ("cli.py", "__main__.py", "__init__.py"):
        return
    tree, module = parsed(path), module_of(path)
    assert "argparse" not in {name for _, name in imported(path)}
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Import):
                assert all(alias.name.split(".")[0] in LAZY for alias in node.names), ast.unparse(node)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                assert node.module.split(".")[0] in LAZY, ast.unparse(node)
        assert imports_of(module, function) <= LAZY_ROOMS, f"{function.name} imports inside"


def test_tasks_are_started_in_one_place():
    """A task that QGIS starts without `start_task` holds a thread that painting needs."""
    callers = [path for path in QGIS_SIDE if ".addTask(" in path.read_text("utf-8")]
    assert callers == [ROOT / "bridge" / "background.py"]


SCRIPTS = {"core/api.py": "mask_product", "core/products/product.py": "open_product"}  # of docs/api.md


def sections(function: ast.FunctionDef) -> dict[str, str]:
    """The numpydoc sections of a docstring by their titles."""
    parts = re.split(r"^(\w+)\n-{3,}$", ast.get_docstring(function) or "", flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def arguments(function: ast.FunctionDef, marker: str = "") -> list[str]:
    """Names of the arguments in whose type `marker` stands."""
    every = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return [one.arg for one in every if one.annotation and marker in ast.unparse(one.annotation)]


def public_functions(tree: ast.Module) -> list[ast.FunctionDef]:
    """Those of a module, and the methods of its public classes."""
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    functions = [node for part in (tree, *classes) for node in part.body if isinstance(node, ast.FunctionDef)]
    return [node for node in functions if not node.name.startswith("_") or node.name == "__init__"]


def test_public_functions_and_methods_on_arrays_and_those_for_scripts_have_numpydoc_sections():
    lacking, held = [], 0
    for path in CORE:
        place = path.relative_to(ROOT).as_posix()
        for function in public_functions(parsed(path)):
            found = sections(function)
            told = re.findall(
                r"\w+", " ".join(re.findall(r"^(\S.*?)(?: :|$)", found.get("Parameters", ""), re.MULTILINE))
            )
            given = "ndarray" in ast.unparse(function.returns) if function.returns else False
            wanted = arguments(function, "ndarray")
            if SCRIPTS.get(place) == function.name:
                wanted, given = [*arguments(function), "Raises"], True
                told += [title for title in found if title == "Raises"]
            held += bool(wanted or given)
            lacking += [f"{place} {function.name}: {name}" for name in wanted if name not in told]
            if given and not {"Returns", "Yields"} & found.keys():
                lacking.append(f"{place} {function.name}: what it gives")
    assert not lacking and held > 110, lacking


def test_every_room_is_in_the_installed_package():
    named = set(re.findall(r'"s2cloudmask\.core\.(\w+)",', (ROOT / "pyproject.toml").read_text("utf-8")))
    assert named == {path.parent.name for path in (ROOT / "core").glob("*/__init__.py")}


def test_help_needs_no_package():
    """`--help` runs where nothing is installed: no site-packages at all."""
    done = subprocess.run(
        [sys.executable, "-S", "-I", str(ROOT / "core" / "__main__.py"), "mask", "--help"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0 and "--resolution" in done.stdout, done.stderr


def test_pins_are_exact_and_complete():
    def entries(name: str) -> list[str]:
        text = (ROOT / name).read_text().replace("\\\n", "")
        return [line for line in text.splitlines() if line and line[0] != "#"]

    hashed, builds = entries("requirements.txt"), entries("requirements-torch.txt")
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+(\s+--hash=sha256:[0-9a-f]{64})+", line) for line in hashed)
    assert [line.split("==")[0] for line in builds] == ["torch", "torchvision"]
    assert len(hashed) > 30 and len(hashed) == len({line.split("==")[0].lower() for line in hashed})


def test_the_version_stands_once():
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    assert f"## {metadata['general']['version']}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert metadata["general"]["version"] not in (ROOT / "pyproject.toml").read_text("utf-8")
