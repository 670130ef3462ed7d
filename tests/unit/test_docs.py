"""The user guide says what the program does: commands, error codes, variables, models; its links lead somewhere."""

import re
import tomllib
from pathlib import Path

import pytest

from s2cloudmask.core.cli import build_parser
from s2cloudmask.core.errors import CODES
from s2cloudmask.core.networks.catalog import models
from s2cloudmask.core.networks.own_network import KEYS, describe_file
from s2cloudmask.docs.make_commands import reference

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]


def text(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def sources(*folders: str) -> str:
    return "\n".join(path.read_text("utf-8") for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))


def test_the_command_reference_is_that_of_the_parser():
    assert text("commands.md") == reference(build_parser()), "run python docs/make_commands.py"


def test_troubleshooting_has_every_code_and_no_other():
    told = re.findall(r"^\| `([a-z-]+)` \|", text("troubleshooting.md"), re.MULTILINE)
    of_the_qgis_side = set(re.findall(r'EngineFailure\(\s*"([a-z-]+)"', sources("bridge", "ui", "toolbox")))
    assert len(told) == len(set(told))
    assert set(told) == CODES | of_the_qgis_side


def test_the_variables_are_those_of_the_program():
    used = set(re.findall(r"S2CLOUDMASK_[A-Z]+", sources("core", "bridge")))
    told = set(re.findall(r"^\| `(S2CLOUDMASK_[A-Z]+)`", text("offline.md"), re.MULTILINE))
    assert told == used


def test_every_model_is_described_with_its_licence_and_citation():
    page = " ".join(text("models.md").split())
    for model in models():
        assert f"`{model.name}`" in page
        assert set(re.findall(r"doi:[^\s;]+", model.citation)) <= set(re.findall(r"doi:[^\s;]+", page))


def test_the_toml_of_the_guide_is_taken(tmp_path):
    example = re.search(r"```toml\n(.*?)```", text("models.md"), re.DOTALL)[1]
    (tmp_path / "forest.toml").write_text(example, encoding="utf-8")
    (tmp_path / "forest.onnx").write_bytes(b"its description is read without it")
    model = describe_file(tmp_path / "forest.onnx")
    assert model.bands == ("B02", "B03", "B04", "B8A") and model.patch == 512
    assert set(tomllib.loads(example)) == KEYS - {"licence", "citation", "note"}  # these are named in its last line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)]+)\)", page.read_text("utf-8")):
        if target.startswith("https://"):
            continue
        name, _, anchor = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        assert file.is_file(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE)
            slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
            assert anchor in slugs, target


def test_the_guide_that_the_dialog_opens_is_there():
    opened = re.search(r'GUIDE = os\.path\.join\(ROOT, "(\w+)", "([\w.]+)"\)', sources("ui"))
    assert (ROOT / opened[1] / opened[2]).is_file()
