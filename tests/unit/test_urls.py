"""Products and masks under addresses: a web server and an S3 server of our own on the loopback interface."""

import http.server
import json
import shutil
import subprocess
import sys
import threading
import urllib.request
import zipfile
from functools import partial
from pathlib import Path

import pytest
from defusedxml import ElementTree
from range_server import Ranges

from s2cloudmask.core import mask_product
from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.products.address import gdal_address, is_address, shown, stem
from s2cloudmask.core.products.metadata import BAND_IDS
from s2cloudmask.core.products.remote_container import open_remote
from s2cloudmask.core.runs.bucket import RemoteFolder
from s2cloudmask.core.system import vsi
from s2cloudmask.tests.faults.samples import zip_of

MASK = ("--model", "quick", "--progress", "json")


# -- addresses --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("s3://bucket/a/b.SAFE/", "/vsis3/bucket/a/b.SAFE"),
        ("gs://bucket/b.zip", "/vsigs/bucket/b.zip"),
        ("az://container/b.zip", "/vsiaz/container/b.zip"),
        ("https://host/b.zip?key=1", "/vsicurl/https://host/b.zip?key=1"),
        ("/vsicurl/http://host/b.zip", "/vsicurl/http://host/b.zip"),
        ("/vsizip//vsicurl/https://host/b.zip", "/vsicurl/https://host/b.zip"),
        ("/vsizip/{/vsis3/bucket/b.zip}", "/vsis3/bucket/b.zip"),
        ("/vsizip/{https://host/b.zip?key=1}/", "/vsicurl/https://host/b.zip?key=1"),
        ("/vsizip//home/me/b.zip", "/home/me/b.zip"),
    ],
)
def test_an_address_becomes_the_path_of_gdal(address, path):
    assert is_address(address) and gdal_address(address) == path


@pytest.mark.parametrize(
    "address",
    [
        "ftp://host/b.zip", "file:///etc/passwd", "/vsicurl/file:///etc/passwd", "/vsicurl/ftp://host/b.zip",
        "/vsicurl?url=https://host/b.zip", "/vsimem/b.zip", "/vsistdin/", "/vsisubfile/0_1,/etc/passwd", "s3://",
        "/vsizip//vsicurl/file:///etc/b.zip", "/vsizip//vsimem/b.zip", "/vsitar//home/b.tar", "s3://bucket/../other/b",
        "/vsizip//vsicurl/https://host/b.zip/inside.SAFE", "https://", "s3://bucket/a\nb",
    ],
)  # fmt: skip
def test_no_other_address_is_taken(address):
    with pytest.raises(EngineError) as refused:
        gdal_address(address)
    assert refused.value.code == "not-a-product"


@pytest.mark.parametrize("path", ["a/b.zip", "/a/b.zip", "C:\\a\\b.zip", "C:/a/b.zip", "a?b.zip", "x:/y"])
def test_a_path_is_no_address(path):
    assert not is_address(path) and shown(path) == path


def test_secrets_are_not_shown():
    assert shown("https://me:word@host/a.zip?X-Amz-Signature=1") == "https://host/a.zip"
    assert stem("https://host/a.SAFE.zip?X-Amz-Signature=1/2") == "a"
    assert stem("s3://bucket/a.SAFE/") == stem("/vsizip/{/vsis3/bucket/a.zip}") == stem("b/a.tif") == "a"
    assert stem("/d/a.SAFE/MTD_MSIL1C.xml") == stem("s3://bucket/a.SAFE/manifest.safe") == "a"


def test_masks_go_to_buckets_only(tmp_path):
    for address in ("https://host/masks", "ftp://host/masks"):
        with pytest.raises(EngineError) as refused:
            RemoteFolder(address, tmp_path)
        assert refused.value.code == "output-folder"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://host/P.SAFE", "https://host/P.SAFE gives no list of its files"),
        ("s3://bucket/P.SAFE", r"s3://bucket/P.SAFE cannot be read \(Access Denied\)"),
    ],
)
def test_what_cannot_be_listed_says_so(monkeypatch, address, words):
    def refuse(*_):
        raise OSError(13, "Access Denied")

    monkeypatch.setattr(vsi, "list_files", refuse)
    with pytest.raises(EngineError, match=words):
        open_remote(address)


def test_a_zip_afar_is_read_by_the_names_it_has_there(tmp_path, monkeypatch):
    with zipfile.ZipFile(tmp_path / "P.zip", "w") as archive:
        archive.writestr("P.SAFE\\MTD_MSIL1C.xml", "<a/>")
        archive.writestr("__MACOSX/x", "")
    monkeypatch.setattr(vsi, "open_file", lambda place: (tmp_path / "P.zip").open("rb"))
    container = open_remote("https://host/P.zip?sig=1")
    assert container.is_zip and container.names == ("P.SAFE/MTD_MSIL1C.xml",)
    assert container.read("P.SAFE/MTD_MSIL1C.xml") == b"<a/>"
    assert container.gdal_path("a") == "/vsizip/{/vsicurl/https://host/P.zip?sig=1}/a"


def test_a_bucket_names_no_file_outside_the_product(monkeypatch):
    listed = ["MTD_MSIL1C.xml", "../other/B02.jp2", "a/../../B03.jp2", "/etc/passwd", "a..b/B04.jp2", "._B05.jp2"]
    monkeypatch.setattr(vsi, "list_files", lambda *_: listed)
    container = open_remote("s3://bucket/P.SAFE/MTD_MSIL1C.xml")
    assert container.names == ("MTD_MSIL1C.xml", "a..b/B04.jp2") and not container.is_zip
    assert container.stem == "P" and container.gdal_path("x.jp2") == "/vsis3/bucket/P.SAFE/x.jp2"
    monkeypatch.setattr(vsi, "list_files", lambda place, most, depth: ["x"] * (most + 1))
    with pytest.raises(EngineError, match="holds more than"):
        open_remote("s3://bucket")


# -- a web server -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def web(tmp_path_factory):
    """(address, folder, what was asked) of a web server."""
    folder = tmp_path_factory.mktemp("web")
    asked = []
    handler = partial(type("Handler", (Ranges,), {"asked": asked}), directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", folder, asked
    server.shutdown()
    server.server_close()


def but_for_links(files: dict[str, bytes]) -> dict[str, bytes]:
    """A STAC item's links lead from where it lies to the product, so they differ from place to place."""
    items = {name: json.dumps(json.loads(text) | {"links": []}) for name, text in files.items() if ".stac." in name}
    return {**files, **{name: text.encode() for name, text in items.items()}}


def contents(folder: Path) -> dict[str, bytes]:
    """Files of a folder by name."""
    return but_for_links({path.name: path.read_bytes() for path in folder.iterdir()})


@pytest.fixture(scope="module")
def local(simulated, command, tmp_path_factory):
    """A zip, and the files of its mask made in the plain way."""
    product = simulated(layout="zip").path
    folder = tmp_path_factory.mktemp("local")
    assert command("mask", product, "--out", folder, *MASK).code == 0
    return product, contents(folder)


def test_a_zip_on_a_web_server_gives_the_same_bytes(web, local, command, tmp_path):
    address, folder, asked = web
    product, files = local
    shutil.copy(product, folder)
    done = command("mask", f"/vsizip//vsicurl/{address}/{product.name}", "--out", tmp_path, *MASK)
    assert done.code == 0, done.out + done.err
    assert contents(tmp_path) == files
    assert done.of("result")[0]["bands"]["B02"].startswith(f"/vsizip/{{/vsicurl/{address}/")
    assert {path for path, _ in asked} == {f"/{product.name}"}  # nothing beside the product was looked for


def test_a_product_on_a_web_server_without_its_metadata_is_read_by_its_granules(web, simulated, command):
    address, folder, _ = web
    zip_of(simulated(size=120).path, folder / "bare.zip", lambda name: name.replace("MTD_MSIL1C.xml", "lost.txt"))
    (found,) = command("info", f"{address}/bare.zip", "--json").of("product")
    (granule,) = found["granules"]
    assert len(granule["bands"]) == 13 and "MTD_MSIL1C.xml is not there" in granule["notes"][0]


def test_a_signed_address_is_read_and_its_signature_kept_out_of_the_mask(web, local, command, tmp_path):
    address, folder, _ = web
    product, files = local
    shutil.copy(product, folder)
    done = command("mask", f"{address}/{product.name}?signature=hushhush", "--out", tmp_path, *MASK)
    assert done.code == 0, done.out + done.err
    made = contents(tmp_path)
    assert made == files and not any(b"hushhush" in data for data in made.values())


def test_a_stack_on_a_web_server(web, command, tmp_path):
    import numpy as np
    import rasterio

    address, folder, _ = web
    rng = np.random.default_rng(3)
    with rasterio.open(
        folder / "stack.tif", "w", driver="GTiff", width=200, height=200, count=len(BAND_IDS), dtype="uint16",
        crs="EPSG:32631", transform=rasterio.Affine(20, 0, 500000, 0, -20, 4800000),
    ) as file:  # fmt: skip
        file.write(rng.integers(500, 5000, (len(BAND_IDS), 200, 200), dtype="uint16"))
        file.descriptions = BAND_IDS
    plain, far = tmp_path / "plain", tmp_path / "far"
    assert command("mask", folder / "stack.tif", "--out", plain, *MASK).code == 0
    done = command("mask", f"{address}/stack.tif", "--out", far, *MASK)
    assert done.code == 0, done.out + done.err
    mask = "stack_cloudmask.tif"
    assert (plain / mask).read_bytes() == (far / mask).read_bytes()


@pytest.mark.parametrize(
    ("name", "words"), [("nothing.zip", "cannot be read"), ("folder.SAFE", "gives no list"), ("torn.zip", "whole zip")]
)
def test_what_cannot_be_read_is_said_in_one_sentence(web, local, command, tmp_path, name, words):
    address, folder, _ = web
    (folder / "torn.zip").write_bytes(local[0].read_bytes()[:20000])
    done = command("mask", f"{address}/{name}", "--out", tmp_path, *MASK)
    assert done.code == 1 and words in done.of("error")[0]["message"], done.out
    assert done.of("error")[0]["code"] in ("not-a-product", "broken-zip") and not list(tmp_path.iterdir())


def test_a_web_server_takes_no_masks(local, command):
    done = command("mask", local[0], "--out", "https://127.0.0.1/masks", *MASK)
    assert done.code == 1 and done.of("error")[0]["code"] == "output-folder"


# -- a bucket ---------------------------------------------------------------------------------------------------------


S3_SERVER = """
import sys
sys.path.insert(0, sys.argv[1])
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
sys.stdin.read()
"""
S3_PACKAGES = Path(sys.prefix) / "s3"  # where rasterio does not find boto3


class Bucket:
    """A bucket of an S3 server on this machine, and the environment of a command that uses it."""

    def __init__(self, port: str, name: str) -> None:
        self._address = f"http://127.0.0.1:{port}/{name}"
        self._ask("")
        self.env = {
            "AWS_S3_ENDPOINT": f"127.0.0.1:{port}", "AWS_HTTPS": "NO", "AWS_VIRTUAL_HOSTING": "FALSE",
            "AWS_ACCESS_KEY_ID": "me", "AWS_SECRET_ACCESS_KEY": "mine", "AWS_DEFAULT_REGION": "us-east-1",
        }  # fmt: skip

    def _ask(self, key: str, content: bytes | None = b"", method: str = "PUT") -> bytes:
        credential = (
            "AWS4-HMAC-SHA256 Credential=me/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0"
        )
        headers = {"Content-Type": "application/octet-stream", "Authorization": credential}
        asked = urllib.request.Request(f"{self._address}/{key}", data=content, headers=headers, method=method)
        with urllib.request.urlopen(asked, timeout=60) as answer:
            return answer.read()

    def put(self, path: Path, key: str) -> None:
        """Put a file there."""
        self._ask(key, path.read_bytes())

    def files(self, folder: str) -> dict[str, bytes]:
        """What is below a folder, by name, but for what names the bucket."""
        listed = ElementTree.fromstring(self._ask(f"?list-type=2&prefix={folder}", None, "GET"))
        keys = [entry.text for entry in listed.iter() if entry.tag.endswith("}Key")]
        return but_for_links({key.rpartition("/")[2]: self._ask(key, None, "GET") for key in keys})


@pytest.fixture(scope="module")
def bucket():
    """The bucket `archive`."""
    if not S3_PACKAGES.is_dir():
        pytest.skip("needs the S3 server of requirements-s3.txt, which `make test` installs")
    with subprocess.Popen(
        [sys.executable, "-c", S3_SERVER, str(S3_PACKAGES)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        yield Bucket(server.stdout.readline().strip(), "archive")
        server.stdin.close()


@pytest.mark.slow
def test_from_bucket_to_bucket_and_again(bucket, simulated, command, tmp_path):
    product = simulated(seed=6).path
    for path in product.rglob("*"):
        if path.is_file():
            bucket.put(path, f"in/{product.name}/{path.relative_to(product).as_posix()}")
    options = ("--confidence", *MASK)
    assert command("mask", product, "--out", tmp_path, *options).code == 0
    files = contents(tmp_path)

    asked = ("mask", f"s3://archive/in/{product.name}", "--out", "s3://archive/masks", *options)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    done = command(*asked, env={**bucket.env, "TMPDIR": str(scratch)})
    assert done.code == 0, done.out + done.err
    assert bucket.files("masks/") == files
    (result,) = done.of("result")
    assert result["mask"] == f"/vsis3/archive/masks/{product.stem}_cloudmask.tif" and not result.get("skipped")
    assert result["bands"]["B02"].startswith(f"/vsis3/archive/in/{product.name}/")
    assert not list(scratch.iterdir())

    again = command(*asked, env=bucket.env)
    assert again.code == 0 and again.of("result")[0]["skipped"] and again.of("result")[0]["mask"] == result["mask"]
    other = command(*asked, "--resolution", "60", env=bucket.env)
    assert other.code == 1 and other.of("error")[0]["code"] == "exists"
    assert bucket.files("masks/") == files


def test_a_zip_in_a_bucket_and_a_name_for_its_mask(bucket, local, command):
    product, files = local
    bucket.put(product, product.name)
    target = "/vsis3/archive/one/mine.tif"
    done = command("mask", f"/vsis3/archive/{product.name}", "--mask-file", target, *MASK, env=bucket.env)
    assert done.code == 0, done.out + done.err
    made = bucket.files("one/")
    assert sorted(made) == ["mine.json", "mine.qml", "mine.stac.json", "mine.tif", "mine.tif.aux.xml"]
    assert made["mine.tif"] == next(data for name, data in files.items() if name.endswith("_cloudmask.tif"))


def test_the_function_for_scripts_takes_addresses(bucket, local, quick, monkeypatch):
    product, files = local
    for name, value in {**bucket.env, "S2CLOUDMASK_MODELS": str(quick.parent)}.items():
        monkeypatch.setenv(name, value)
    bucket.put(product, product.name)
    asked = (f"s3://archive/{product.name}", "s3://archive/script")
    (result,) = mask_product(*asked, model="quick")
    assert result.mask == f"/vsis3/archive/script/{Path(result.mask).name}" and result.json.startswith("/vsis3/")
    assert bucket.files("script/") == files
    (kept,) = mask_product(*asked, model="quick")
    assert kept.skipped and kept.mask == result.mask
    with pytest.raises(EngineError) as refused:
        mask_product(*asked, model="quick", buffer=2)
    assert refused.value.code == "exists" and "/vsis3/archive/script/" in refused.value.message


def test_a_bucket_that_takes_nothing_is_an_error_of_the_product(bucket, local, command):
    done = command("mask", local[0], "--out", "s3://no-such-bucket/masks", *MASK, env=bucket.env)
    assert done.code == 1 and done.of("error")[0]["code"] == "output-folder", done.out
    assert "/vsis3/no-such-bucket/masks/" in done.of("error")[0]["message"] and done.of("end")


def test_info_of_a_product_in_a_bucket(bucket, local, command):
    bucket.put(local[0], local[0].name)
    (facts,) = command("info", f"s3://archive/{local[0].name}", "--json", env=bucket.env).events
    assert len(facts["granules"][0]["bands"]) == 13 and facts["path"] == f"/vsis3/archive/{local[0].name}"
