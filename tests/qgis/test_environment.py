"""The engine's environment: which interpreter is used, how making it fails in words, and making it for real."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import textwrap

import pytest
from python_script import first_lines


@pytest.fixture
def data_folder(qgis_app, settings):
    """The plugin's folder of the throw-away profile, empty before and after."""
    import shutil

    from s2cloudmask.bridge.environment import data_folder

    shutil.rmtree(data_folder(), ignore_errors=True)
    yield data_folder()
    shutil.rmtree(data_folder(), ignore_errors=True)


@pytest.fixture
def scripted_python(tmp_path):
    """An executable that stands where a Python would."""

    def make(body: str) -> str:
        program = tmp_path / "scripted_python"
        program.write_text(
            first_lines(sys.executable) + "import json, os, sys, time\n" + textwrap.dedent(body), encoding="utf-8"
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return str(program)

    return make


def answering(version, venv=True, bits=64, final=True, rest=""):
    """The body of a Python that answers the probe."""
    answer = {"version": version, "bits": bits, "venv": venv, "final": final, "executable": ""}
    probe = f"if sys.argv[1] == '-c' and 'struct' in sys.argv[2]:\n    print(json.dumps({answer!r}))\n    sys.exit()\n"
    return probe + rest


@pytest.fixture
def make(data_folder):
    """Make the environment with a Python; returns log and steps, raises as the maker does."""
    from s2cloudmask.bridge.environment_maker import make_environment
    from s2cloudmask.bridge.package_installer import SetupPlan
    from s2cloudmask.bridge.setup_step import Watcher

    def run(python, is_cancelled=lambda: False, **plan):
        log, steps = [], []
        watcher = Watcher(lambda fraction, text: steps.append((fraction, text)), log.append, is_cancelled)
        interpreter = make_environment(SetupPlan(python, **plan), watcher)
        return interpreter, log, steps

    return run


def test_without_anything_there_is_no_engine_and_a_way_to_one(data_folder):
    from s2cloudmask.bridge.environment import engine_interpreter, how_to_set_up

    assert engine_interpreter() is None
    assert "Set up the engine" in how_to_set_up()


def test_the_variable_goes_before_the_setting_and_the_setting_before_the_private_one(
    data_folder, monkeypatch, tmp_path
):
    from s2cloudmask.bridge.environment import engine_interpreter, how_to_set_up
    from s2cloudmask.bridge.settings import SetupSettings, save_setup_settings

    private = make_complete()
    assert engine_interpreter() == private
    named = tmp_path / "named"
    named.touch()
    save_setup_settings(SetupSettings(interpreter=str(named)))
    assert engine_interpreter() == str(named)
    monkeypatch.setenv("S2CLOUDMASK_PYTHON", sys.executable)
    assert engine_interpreter() == sys.executable
    monkeypatch.setenv("S2CLOUDMASK_PYTHON", "/no/such/python")
    assert engine_interpreter() is None
    assert "/no/such/python" in how_to_set_up()


def test_a_half_made_environment_is_never_used(data_folder):
    from s2cloudmask.bridge.environment import MARKER, engine_interpreter, environment_folder

    assert engine_interpreter() is None
    make_complete()
    assert engine_interpreter() is not None
    os.remove(os.path.join(environment_folder(), MARKER))
    assert engine_interpreter() is None


def make_complete() -> str:
    """An environment folder that looks complete."""
    from s2cloudmask.bridge.environment import MARKER, environment_folder, environment_python

    python = environment_python(environment_folder())
    os.makedirs(os.path.dirname(python), exist_ok=True)
    for path, text in ((python, ""), (os.path.join(environment_folder(), MARKER), '{"packages": "cpu"}')):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    return python


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (answering([3, 9, 1]), "too old"),
        (answering([3, 15, 0]), "too new"),
        (answering([3, 11, 0], final=False), "a preliminary release"),
        (answering([3, 12, 1], venv=False), "no venv module"),
        (answering([3, 12, 1], bits=32), "32-bit"),
        ("print('Python was not found; run without arguments to install from the Store')", "not a working Python"),
        (answering([3, 12, 1], rest="sys.exit('Error: ensurepip is not available')"), "no venv module"),
        (answering([3, 12, 1], rest="sys.exit('OSError: [Errno 28] No space left on device')"), "disk is full"),
    ],
)
def test_a_wrong_python_is_a_sentence_with_a_way_out(make, scripted_python, body, words):
    from s2cloudmask.bridge.setup_step import SetupFailure

    with pytest.raises(SetupFailure, match=words) as caught:
        make(scripted_python(body))
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("output", "words"),
    [
        (
            "WARNING: Retrying ... NewConnectionError: Temporary failure in name resolution\nERROR: No matching",
            "no connection",
        ),
        ("error: Failed to fetch: `https://x`\n  Caused by: dns error", "no connection"),
        (
            "ERROR: HTTPSConnectionPool ProxyError('Tunnel connection failed: 407 Proxy Authentication Required')",
            "proxy",
        ),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'", "certificate"),
        ("ERROR: No matching distribution found for torch==2.13.0", r"no torch==2\.13\.0"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk is full"),
        ("hm\nERROR: something new", "something new"),
    ],
)
def test_what_pip_says_becomes_a_sentence(qgis_app, output, words):
    from s2cloudmask.bridge.setup_reasons import reason_of

    assert __import__("re").search(words, reason_of(output.splitlines()))


def test_passwords_stay_out_of_the_log(qgis_app):
    from s2cloudmask.bridge.setup_reasons import without_password

    assert (
        without_password("Looking in https://me:secret@host.example/simple")
        == "Looking in https://***@host.example/simple"
    )


@pytest.mark.slow
def test_no_network_is_found_out_by_a_real_pip(make, monkeypatch, tmp_path):
    from s2cloudmask.bridge.environment import engine_interpreter
    from s2cloudmask.bridge.python_finder import find_pythons
    from s2cloudmask.bridge.setup_step import SetupFailure

    python = next((python for python in find_pythons() if not python.problem), None)
    if python is None:
        pytest.skip("no Python 3.11 to 3.14 with venv on this machine")
    nothing = tmp_path / "pip.conf"
    nothing.write_text("[global]\nretries = 1\n")
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", str(nothing))
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    with pytest.raises(SetupFailure, match="no connection"):
        make(python.path)
    assert engine_interpreter() is None


def write_wheel(folder, name: str, program: str, needs: str = ""):
    """A small wheel, version 1.0 of one module, that pip takes; gives its path."""
    import zipfile

    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n" + (f"Requires-Dist: {needs}\n" if needs else "")
    files = {
        f"{name}.py": program,
        f"{name}-1.0.dist-info/METADATA": metadata,
        f"{name}-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for member, text in files.items():
            wheel.writestr(member, text)
        wheel.writestr(f"{name}-1.0.dist-info/RECORD", "".join(f"{member},,\n" for member in files))
    return path


@pytest.fixture
def installed(data_folder, monkeypatch, tmp_path):
    """Installs pins from a folder of wheels into an environment; gives its Python and the environment's folder."""
    from s2cloudmask.bridge import environment, package_installer
    from s2cloudmask.bridge.setup_step import Watcher

    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "wheels"))
    pins = tmp_path / "pins.txt"
    for module in (environment, package_installer):
        monkeypatch.setattr(module, "REQUIREMENTS", (str(pins),))
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "engine")], check=True)
    python = environment.environment_python(str(tmp_path / "engine"))
    watcher = Watcher(lambda fraction, text: None, [].append, lambda: False)

    def install(text: str) -> tuple[str, str]:
        pins.write_text(text)
        package_installer.install_packages(package_installer.SetupPlan("python"), python, watcher)
        return python, environment.environment_folder()

    return install


def test_a_package_is_installed_only_when_it_is_the_pinned_file(installed, tmp_path):
    import hashlib

    from s2cloudmask.bridge.environment import environment_python
    from s2cloudmask.bridge.setup_step import SetupFailure

    right = hashlib.sha256(write_wheel(tmp_path / "wheels", "honest", "x = 1\n").read_bytes()).hexdigest()
    wrong = "# pins\nhonest==1.0" + f" \\\n    --hash=sha256:{'0' * 64}"
    python = environment_python(str(tmp_path / "engine"))
    with pytest.raises(SetupFailure, match="DO NOT MATCH THE HASHES"):
        installed(wrong + "\n")
    assert subprocess.run([python, "-c", "import honest"], capture_output=True, check=False).returncode
    folders = {installed(f"{wrong} \\\n    --hash=sha256:{right}\n")[1]}
    subprocess.run([python, "-c", "import honest"], check=True)
    folders.add(installed(f"honest==1.0 --hash=sha256:{right}\n")[1])
    assert len(folders) == 2, "other requirements, another environment"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the registry's build loads as it is")
def test_a_torch_that_needs_cudas_libraries_gets_them(installed, tmp_path):
    """As PyPI's build for Linux, which comes where PyTorch's own index cannot be reached."""
    write_wheel(tmp_path / "wheels", "torch", "import libraries_of_cuda\n", needs="libraries-of-cuda")
    write_wheel(tmp_path / "wheels", "libraries_of_cuda", "")
    write_wheel(tmp_path / "wheels", "greedy", "", needs="libraries-of-cuda")
    python, _ = installed("greedy==1.0\n")
    assert subprocess.run([python, "-c", "import libraries_of_cuda"], capture_output=True, check=False).returncode
    installed("torch==1.0\ngreedy==1.0\n")
    subprocess.run([python, "-c", "import torch"], check=True)


def test_cancel_ends_the_set_up_and_leaves_no_engine(make, scripted_python, tmp_path):
    from s2cloudmask.bridge.environment import engine_interpreter
    from s2cloudmask.bridge.setup_step import SetupCancelled

    started = tmp_path / "started"
    python = scripted_python(answering([3, 12, 1], rest=f"open({str(started)!r}, 'w').close()\ntime.sleep(60)"))
    with pytest.raises(SetupCancelled):
        make(python, is_cancelled=started.exists)
    assert engine_interpreter() is None


def test_cancel_ends_the_set_up_while_a_python_is_asked_what_it_is(make, scripted_python, tmp_path):
    from s2cloudmask.bridge.setup_step import SetupCancelled

    asked = tmp_path / "asked"
    python = scripted_python(f"open({str(asked)!r}, 'w').close()\ntime.sleep(60)")
    with pytest.raises(SetupCancelled):
        make(python, is_cancelled=asked.exists)


def test_cancel_ends_what_a_step_of_the_set_up_has_started(make, scripted_python, tmp_path, wait_until, alive):
    """As `python -m venv` starts another Python, which brings pip: it must not go on in the environment's folder."""
    from s2cloudmask.bridge.setup_step import SetupCancelled

    started = tmp_path / "started"
    rest = (
        "import subprocess\nchild = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(300)'])\n"
        f"open({str(started)!r} + '.part', 'w').write(str(child.pid))\n"
        f"os.rename({str(started)!r} + '.part', {str(started)!r})\nchild.wait()"
    )
    with pytest.raises(SetupCancelled):
        make(scripted_python(answering([3, 12, 1], rest=rest)), is_cancelled=started.exists)
    wait_until(lambda: not alive(int(started.read_text())))


def test_cancel_on_windows_leaves_the_ending_of_the_family_to_taskkill(
    make, scripted_python, tmp_path, monkeypatch, wait_until
):
    """A program of that name stands for Windows' own: it notes what it is told, and ends the process."""
    from s2cloudmask.bridge import child_process
    from s2cloudmask.bridge.setup_step import SetupCancelled

    started, told = tmp_path / "started", tmp_path / "told"
    (tmp_path / "bin").mkdir()
    taskkill = tmp_path / "bin" / "taskkill"
    taskkill.write_text(f'#!/bin/sh\necho "$@" > {told}\nkill -9 "$4"\n')
    taskkill.chmod(0o755)
    monkeypatch.setenv("PATH", f"{taskkill.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(child_process, "_ON_WINDOWS", True)
    with pytest.raises(SetupCancelled):
        make(scripted_python(answering([3, 12, 1], rest=_NOTES_ITS_NUMBER % str(started))), is_cancelled=started.exists)
    assert told.read_text().split() == ["/F", "/T", "/PID", started.read_text()]


# Under a temporary name first: whoever sees the file finds the number in it.
_NOTES_ITS_NUMBER = """
started = %r
open(started + '.part', 'w').write(str(os.getpid()))
os.rename(started + '.part', started)
time.sleep(300)
"""


def test_an_engine_that_fails_its_check_is_not_used(make, scripted_python):
    """The `venv` of this Python makes an interpreter that installs happily and then cannot import."""
    from s2cloudmask.bridge.environment import engine_interpreter
    from s2cloudmask.bridge.setup_step import SetupFailure

    inner = first_lines(sys.executable)
    inner += "import sys\nif sys.argv[1] == '-c': sys.exit('ImportError: libGL.so.1 is missing')\n"
    python = scripted_python(
        answering(
            [3, 12, 1],
            rest=f"""
os.makedirs(os.path.join(sys.argv[3], 'bin'))
path = os.path.join(sys.argv[3], 'bin', 'python')
open(path, 'w').write({inner!r})
os.chmod(path, 0o755)
""",
        )
    )
    with pytest.raises(SetupFailure, match=r"libGL\.so\.1 is missing"):
        make(python)
    assert engine_interpreter() is None


def test_a_second_qgis_waits_for_the_first_and_a_dead_one_holds_nothing(make, scripted_python, data_folder):
    from s2cloudmask.bridge.setup_step import SetupFailure

    os.makedirs(data_folder, exist_ok=True)
    holder = (
        "import sys, time\nfrom qgis.PyQt.QtCore import QLockFile\n"
        f"lock = QLockFile({os.path.join(data_folder, 'engine.lock')!r})\nlock.setStaleLockTime(0)\n"
        "assert lock.tryLock(1000)\nprint('held', flush=True)\ntime.sleep(60)\n"
    )
    other = subprocess.Popen([sys.executable, "-c", holder], stdout=subprocess.PIPE)
    try:
        assert other.stdout.readline().strip() == b"held"
        with pytest.raises(SetupFailure, match="Another QGIS"):
            make(scripted_python(answering([3, 9, 0])))
    finally:
        other.kill()
        other.communicate()
    with pytest.raises(SetupFailure, match="too old"):
        make(scripted_python(answering([3, 9, 0])))


def test_no_room_is_said_before_anything_is_made(make, scripted_python, monkeypatch):
    from s2cloudmask.bridge import environment_maker

    monkeypatch.setitem(environment_maker.NEEDED_BYTES, "cpu", 10**18)
    with pytest.raises(environment_maker.SetupFailure, match="Make room"):
        make(scripted_python(answering([3, 12, 0])))


def test_removing_takes_every_version_away(data_folder):
    from s2cloudmask.bridge.environment import engine_interpreter
    from s2cloudmask.bridge.environment_maker import disk_use, environment_folders, remove_environments

    make_complete()
    os.makedirs(os.path.join(data_folder, "engine-0123456789", "bin"))
    assert disk_use() > 0
    assert len(environment_folders()) == 2
    remove_environments()
    assert environment_folders() == []
    assert engine_interpreter() is None


def test_where_a_python_may_lie(qgis_app):
    from s2cloudmask.bridge.python_finder import candidate_paths

    windows = candidate_paths("win32", r"C:\OSGeo4W\apps\Python312", r"C:\OSGeo4W\bin\qgis-bin.exe")
    assert windows[0] == r"C:\OSGeo4W\apps\Python312\python.exe"
    assert r"C:\OSGeo4W\bin\python3.exe" in windows
    mac = candidate_paths(
        "darwin", "/Applications/QGIS.app/Contents/MacOS", "/Applications/QGIS.app/Contents/MacOS/QGIS"
    )
    assert mac[0] == "/Applications/QGIS.app/Contents/MacOS/bin/python3"
    assert "/opt/homebrew/bin/python3.12" in mac
    linux = candidate_paths("linux", "/usr", "/usr/bin/qgis")
    assert linux[0] == "/usr/bin/python3"
    assert "/usr/bin/python3.11" in linux


def test_the_self_check_leaves_nothing_in_the_home_folder(qgis_app, engine_python, tmp_path):
    """OpenVINO's statistics would keep a number of the user's there."""
    from s2cloudmask.bridge.environment_maker import SELF_CHECK

    environment = {**os.environ, "HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    code = SELF_CHECK.replace("torch, ", "")  # an engine without it runs the embedded networks
    subprocess.run([engine_python, "-c", code], env=environment, check=True)
    assert list(tmp_path.iterdir()) == []


def asked_of(monkeypatch, data_folder, index: str) -> dict[str, bool]:
    """Whether pip is told of the extra index, a package."""
    from s2cloudmask.bridge import package_installer

    asked = {}

    def step(_python, arguments, _watcher):
        if "download" in arguments:
            with open(arguments[-1], encoding="utf-8") as file:
                asked[file.read().split("==")[0]] = index in arguments

    monkeypatch.setattr(package_installer, "run_step", step)
    watcher = package_installer.Watcher(lambda *_: None, lambda _: None, lambda: False)
    package_installer.install_packages(package_installer.SetupPlan("python3", index=index), "python3", watcher)
    return asked


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere PyTorch's own index is not the default")
def test_pytorchs_own_index_is_asked_for_pytorch_alone_and_a_mirror_for_everything(monkeypatch, data_folder):
    from s2cloudmask.bridge.package_installer import default_index

    own = asked_of(monkeypatch, data_folder, default_index("cpu", "linux"))
    assert [name for name, is_asked in own.items() if is_asked] == ["torch", "torchvision"]
    mirror = asked_of(monkeypatch, data_folder, "https://mirror.example/simple")
    assert len(mirror) == len(own) > 20 and all(mirror.values())


@pytest.mark.skipif(
    os.environ.get("S2CLOUDMASK_TEST_SETUP") is None,
    reason="makes the environment (560 MB of downloads): set S2CLOUDMASK_TEST_SETUP to 1 or to an index for PyTorch",
)
def test_the_environment_is_made_for_real_cancelled_resumed_and_removed(make, data_folder):
    from s2cloudmask.bridge.engine_process import EngineProcess
    from s2cloudmask.bridge.environment import engine_interpreter
    from s2cloudmask.bridge.environment_maker import remove_environments
    from s2cloudmask.bridge.python_finder import find_pythons
    from s2cloudmask.bridge.setup_step import SetupCancelled

    python = next(python.path for python in find_pythons() if not python.problem)
    index = os.environ["S2CLOUDMASK_TEST_SETUP"].removeprefix("1")
    downloads = os.path.join(data_folder, "downloads")

    def downloaded() -> int:
        return sum(os.path.getsize(os.path.join(top, name)) for top, _, names in os.walk(downloads) for name in names)

    with pytest.raises(SetupCancelled):
        make(python, is_cancelled=lambda: downloaded() > 1_000_000, index=index)
    assert engine_interpreter() is None
    assert downloaded() > 1_000_000
    interpreter, log, steps = make(python, index=index)
    assert any("is downloaded already" in line for line in log)
    assert steps[-1][0] == 1.0
    assert [fraction for fraction, _ in steps] == sorted(fraction for fraction, _ in steps)
    assert engine_interpreter() == interpreter
    assert not os.path.exists(downloads)
    events = []
    assert EngineProcess(interpreter, ["models", "list", "--json"]).run(events.append, lambda: False) == 0
    assert any(event.get("state") == "embedded" for event in events)
    remove_environments()
    assert engine_interpreter() is None
