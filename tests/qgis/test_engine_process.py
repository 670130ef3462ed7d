"""The door: real child processes that behave well, hang, print rubbish or die."""

from __future__ import annotations

import os
import signal
from types import SimpleNamespace

import pytest


@pytest.fixture
def run(qgis_app, scripted_engine):
    from s2cloudmask.bridge.engine_process import EngineProcess

    def start(body, is_cancelled=lambda: False, arguments=("mask",), on_event=None):
        events = []
        process = EngineProcess(scripted_engine(body), list(arguments))
        code = process.run(on_event or events.append, is_cancelled)
        return code, events, process

    return start


def failure(run, body, **keywords):
    from s2cloudmask.bridge.engine_process import EngineFailure

    with pytest.raises(EngineFailure) as caught:
        run(body, **keywords)
    return caught.value


def test_events_arrive_in_order_and_the_log_is_kept(run):
    code, events, process = run(
        "print('reading', file=sys.stderr)\nevent('start', products=2)\n"
        "for i in range(500): event('progress', fraction=i / 500)\nevent('end', ok=2, failed=0)\n"
    )
    assert code == 0
    assert [e["event"] for e in events] == ["start"] + ["progress"] * 500 + ["end"]
    assert process.log.strip() == "reading"


def test_arguments_are_passed_with_the_engine_and_the_watch_on_its_input(run):
    _code, events, _ = run(
        "event('note', text=sys.argv[1:])", arguments=["mask", "/data/ünï cödé/a b.SAFE", "--out", "x"]
    )
    main, *arguments = events[0]["text"]
    assert os.path.join("core", "__main__.py") in main
    assert arguments == ["mask", "/data/ünï cödé/a b.SAFE", "--out", "x", "--stop-on-eof"]


def test_the_variables_of_qgis_are_not_passed_on(run, monkeypatch):
    for name in ("PYTHONPATH", "PYTHONHOME", "GDAL_DATA", "PROJ_LIB", "PROJ_DATA", "VIRTUAL_ENV", "GDAL_DRIVER_PATH"):
        monkeypatch.setenv(name, "/nowhere")
    monkeypatch.setenv("S2CLOUDMASK_MODELS", "/models")
    _, events, _ = run("event('note', text=dict(os.environ))")
    variables = events[0]["text"]
    assert "/nowhere" not in variables.values()
    assert variables["S2CLOUDMASK_MODELS"] == "/models"


def test_the_proxy_of_qgis_reaches_a_download_only(qgis_app, scripted_engine):
    from qgis.core import QgsNetworkAccessManager
    from qgis.PyQt.QtNetwork import QNetworkProxy

    from s2cloudmask.bridge.engine_process import EngineProcess

    manager = QgsNetworkAccessManager.instance()
    before = manager.fallbackProxy()
    program = scripted_engine("event('note', text=dict(os.environ))")
    proxy = QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "proxy.example", 3128, "me", "p@ss word")
    try:
        manager.setFallbackProxyAndExcludes(proxy, ["http://intranet.example/"], [])
        for network in (True, False):
            events = []
            EngineProcess(program, ["models"], network=network).run(events.append, lambda: False)
            variables = events[0]["text"]
            if network:
                assert variables["HTTPS_PROXY"] == "http://me:p%40ss%20word@proxy.example:3128"
                assert "intranet.example" in variables["NO_PROXY"]
            else:
                assert "proxy.example" not in str(variables)
    finally:
        manager.setFallbackProxyAndExcludes(before, [], [])


def test_a_missing_interpreter_is_a_sentence(qgis_app, tmp_path):
    from s2cloudmask.bridge.engine_process import EngineFailure, EngineProcess

    with pytest.raises(EngineFailure) as caught:
        EngineProcess(str(tmp_path / "no python"), ["mask"]).run(lambda event: None, lambda: False)
    assert caught.value.code == "engine-start"
    assert "no python" in caught.value.message


@pytest.mark.parametrize(
    "rubbish", ["'hello'", "'[1, 2]'", '\'{"no": "event"}\'', "'{\"event\": 3}'", "'\\x00\\xff'", "'[' * 100000"]
)
def test_rubbish_is_a_sentence_and_ends_the_child(run, rubbish, tmp_path):
    error = failure(
        run,
        f"open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid()))\nprint({rubbish}, flush=True)\ntime.sleep(60)\n",
    )
    assert error.code == "engine-output"
    assert not alive(tmp_path / "pid")


def test_an_endless_line_is_stopped_before_it_fills_the_memory(run, tmp_path):
    error = failure(
        run,
        f"open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid()))\nwhile True: sys.stdout.write('x' * 65536)\n",
    )
    assert error.code == "engine-output"
    assert not alive(tmp_path / "pid")


def test_an_event_without_a_line_end_counts(run):
    _, events, _ = run("sys.stdout.write(json.dumps({'event': 'end'}))")
    assert [e["event"] for e in events] == ["end"]


def test_killed_by_the_system(run):
    error = failure(run, "event('start')\nos.kill(os.getpid(), signal.SIGKILL)")
    assert error.code == "engine-killed"
    assert "memory" in error.message


def test_dead_of_a_crash(run):
    error = failure(run, "print('boom', file=sys.stderr)\nos.kill(os.getpid(), signal.SIGSEGV)")
    assert error.code == "engine-died"
    assert "11" in error.message
    assert "boom" in error.details


def test_out_of_memory_is_a_sentence(run):
    error = failure(
        run,
        "import resource\nresource.setrlimit(resource.RLIMIT_AS, (200 << 20, 200 << 20))\n"
        "event('start')\nblock = bytearray(1 << 30)\n",
    )
    assert error.code == "engine-memory"
    assert "ran out of memory" in error.message
    assert "MemoryError" in error.details


def test_a_failure_without_an_event_gives_the_last_line_of_the_log(run):
    error = failure(run, "print('ModuleNotFoundError: No module named rasterio', file=sys.stderr)\nsys.exit(1)")
    assert "No module named rasterio" in error.message


def test_a_failure_with_its_event_is_an_exit_code(run):
    code, events, _ = run("event('error', product='a', code='missing-band', message='B10 is missing.')\nsys.exit(1)")
    assert code == 1
    assert events[0]["code"] == "missing-band"


def test_a_chatty_log_does_not_block(run):
    code, _events, process = run("sys.stderr.write('y' * (20 << 20))\nevent('end')")
    assert code == 0
    assert len(process.log) <= 16384


@pytest.mark.parametrize(
    "body",
    [
        "event('start')\nsys.stdin.read()\nevent('end')\nsys.exit(130)",
        "event('start')\ntime.sleep(60)",
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\nevent('start')\nwhile True: time.sleep(1)",
        "event('start')\nos.close(1)\ntime.sleep(60)",
        "while True: event('progress', fraction=0.5)",
    ],
    ids=["polite", "deaf", "stubborn", "silent", "talking"],
)
def test_cancel_ends_the_child(run, body, tmp_path):
    seen = []
    code, _, _ = run(
        f"open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid()))\n" + body,
        is_cancelled=lambda: bool(seen),
        on_event=seen.append,
    )
    assert code == 130
    assert not alive(tmp_path / "pid")


def test_a_cancel_is_acted_on_at_once_and_a_stubborn_child_is_killed_within_two_seconds(run, monkeypatch):
    """By a clock that goes on only while the process is waited for: a busy machine changes nothing."""
    from s2cloudmask.bridge import child_process, engine_process

    now, told, seen = [0.0], [], []

    class Output(child_process._Output):
        async def next(self):
            now[0] += child_process.POLL_S
            return await super().next()

    class Watched:
        """A transport of asyncio that notes what is asked of it."""

        def __init__(self, transport):
            self._transport = transport

        def __getattr__(self, name):
            words = {"close": "closed", "terminate": "terminated", "kill": "killed"}
            if name in words and len(told) < 4:
                told.append((words[name], now[0]))
            own = getattr(self._transport, name)
            return (lambda fd: Watched(own(fd))) if name == "get_pipe_transport" else own

    class Child(child_process.ChildProcess):
        async def _start(self):
            transport, output = await super()._start()
            return Watched(transport), output

    def is_cancelled():
        if seen and not told:
            told.append(("cancelled", now[0]))
        return bool(seen)

    monkeypatch.setattr(engine_process, "ChildProcess", Child)
    monkeypatch.setattr(child_process, "_Output", Output)
    monkeypatch.setattr(child_process, "time", SimpleNamespace(monotonic=lambda: now[0]))
    stubborn = "signal.signal(signal.SIGTERM, signal.SIG_IGN)\nevent('start')\nwhile True: time.sleep(1)"
    assert run(stubborn, is_cancelled=is_cancelled, on_event=seen.append)[0] == 130
    assert [what for what, _ in told] == ["cancelled", "closed", "terminated", "killed"]
    cancelled, closed, terminated, killed = (when for _, when in told)
    assert closed == cancelled and terminated < killed < cancelled + 2


def test_a_program_left_behind_that_holds_the_output_does_not_hold_the_run(run, tmp_path):
    """As a daemon that a package starts; QGIS' task would never end."""
    code, events, process = run(
        "import subprocess\nevent('start')\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(300)'])\n"
        f"open({str(tmp_path / 'pid')!r}, 'w').write(str(child.pid))\n"
        "print('last words', file=sys.stderr)\nevent('end')"
    )
    assert code == 0
    assert [event["event"] for event in events] == ["start", "end"]
    assert process.log == "last words\n"
    assert alive(tmp_path / "pid")
    os.kill(int((tmp_path / "pid").read_text()), signal.SIGKILL)


def test_an_error_of_the_caller_ends_the_child(run, tmp_path):
    def fail(event):
        raise RuntimeError("caller")

    with pytest.raises(RuntimeError, match="caller"):
        run(
            f"open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid()))\nevent('start')\ntime.sleep(60)",
            on_event=fail,
        )
    assert not alive(tmp_path / "pid")


def alive(pid_file) -> bool:
    try:
        os.kill(int(pid_file.read_text()), 0)
    except ProcessLookupError:
        return False
    return True
