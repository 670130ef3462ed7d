"""What scripts use: `from s2cloudmask.core import mask_product`, and the examples of docs/api.md, run as they stand."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import rasterio

from s2cloudmask.core import EngineError, mask_product, open_product

ROOT = Path(__file__).resolve().parents[2]


def examples() -> list[str]:
    return re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "api.md").read_text("utf-8"), re.DOTALL)


def western_half(product: Path) -> tuple[float, float, float, float]:
    with rasterio.open(open_product(product).granules[0].bands["B02"].path) as band:
        left, bottom, right, top = band.bounds
    return left, bottom, (left + right) / 2, top


@pytest.fixture(scope="module")
def masked(simulated, quick, tmp_path_factory):
    """A product, its mask by the function, and the progress it told."""
    product = simulated(layout="zip").path
    told = []
    results = mask_product(product, tmp_path_factory.mktemp("masks"), model=quick, on_progress=told.append)
    return product, results, told


def test_the_function_writes_the_bytes_of_the_command(masked, quick, command, tmp_path):
    product, (result,), _ = masked
    done = command("mask", product, "--out", tmp_path, "--model", quick, "--progress", "json")
    assert done.code == 0, done.err
    assert Path(done.of("result")[0]["mask"]).read_bytes() == Path(result.mask).read_bytes()
    assert done.of("result")[0]["fractions"] == result.fractions


def test_progress_goes_from_0_to_1_and_never_back(masked):
    _, _, told = masked
    assert told == sorted(told) and told[0] == 0 and told[-1] == 1


def test_a_mask_that_is_there_is_kept_and_another_not_overwritten_unasked(masked, quick):
    product, (result,), _ = masked
    before = Path(result.mask).stat().st_mtime_ns
    (kept,) = mask_product(product, Path(result.mask).parent, model=quick)
    assert kept.skipped and kept.fractions == result.fractions and kept.mask == result.mask
    with pytest.raises(EngineError) as refused:
        mask_product(product, Path(result.mask).parent, model=quick, buffer=3)
    assert refused.value.code == "exists" and Path(result.mask).stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("options", "code"),
    [({"resolution": 15}, "bad-settings"), ({"model": "no_such_model"}, "missing-model"), ({"tta": 9}, "bad-settings")],
)
def test_what_cannot_work_is_said_with_its_code(simulated, quick, tmp_path, options, code):
    with pytest.raises(EngineError) as refused:
        mask_product(simulated(layout="zip").path, tmp_path, **{"model": quick, **options})
    assert refused.value.code == code and not list(tmp_path.iterdir())


def test_the_examples_of_the_documentation_run(simulated, tmp_path, capsys):
    pytest.importorskip("xarray", reason="xarray is in requirements-test.txt only")
    product = simulated(layout="zip").path
    names = {"product": product, "folder": str(tmp_path), "areas": [western_half(product)]}
    assert len(examples()) == 4
    for example in examples():
        exec(compile(example, "docs/api.md", "exec"), names)
    said = capsys.readouterr().out
    assert "cloud" in said and "of the valid pixels are clear" in said
    assert 0 < float(re.search(r"clear ground: ([\d.]+)", said)[1]) < 1
    assert float(names["clear"].max()) <= float(names["scene"]["red"].max())


def test_networks_stay_open_between_the_calls_of_a_loop(simulated, quick, tmp_path, monkeypatch):
    from s2cloudmask.core import Networks
    from s2cloudmask.core.runs import predictors

    product, opened, plain = simulated(layout="zip").path, [], predictors.open_network
    monkeypatch.setattr(predictors, "open_network", lambda *given, **how: opened.append(1) or plain(*given, **how))
    asked = {"model": quick, "bounds": western_half(product)}
    networks, made = Networks(), []
    for number, kept in enumerate((networks, networks, None)):
        (result,) = mask_product(product, tmp_path / str(number), networks=kept, **asked)
        made.append(Path(result.mask).read_bytes())
    assert len(opened) == 2 and made[0] == made[1] == made[2]


def test_importing_the_engine_imports_no_package():
    code = "import conftest, sys; from s2cloudmask.core import EngineError; sys.exit('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    assert done.returncode == 0


def test_all_names_of_the_api_are_there():
    from s2cloudmask import core

    assert all(callable(getattr(core, name)) for name in core.__all__) and set(core.__all__) <= set(dir(core))
    with pytest.raises(AttributeError):
        core.no_such_name  # noqa: B018
