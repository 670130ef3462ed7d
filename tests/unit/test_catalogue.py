"""Search of a STAC catalogue: what is printed is what `mask` takes; what cannot be answered is a sentence."""

import http.server
import json
import threading
from dataclasses import replace
from typing import ClassVar

import pytest

from s2cloudmask.core.errors import EngineError
from s2cloudmask.core.products.catalogue import Wanted, search
from s2cloudmask.core.products.stac_product import is_item

pytest.importorskip("pystac_client", reason="pystac-client is pinned in requirements.txt; make setup installs it")
CLOUDS = (3.5, 80.0, None, 12.0)


class Catalogue(http.server.BaseHTTPRequestHandler):
    """A STAC API of four scenes, two a page; `asked` holds the bodies of the searches."""

    asked: ClassVar[list[dict]] = []

    def do_GET(self):
        self.answer(
            {
                "type": "Catalog", "id": "test", "description": "-", "stac_version": "1.0.0",
                "conformsTo": [f"https://api.stacspec.org/v1.0.0/{name}" for name in ("core", "item-search")],
                "links": [
                    {"rel": rel, "href": f"{self.root}{path}", "type": kind, "method": method}
                    for rel, path, kind, method in (
                        ("self", "/", "application/json", "GET"), ("root", "/", "application/json", "GET"),
                        ("search", "/search", "application/geo+json", "POST"),
                    )
                ],
            }
        )  # fmt: skip

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append(body)
        page = body.get("page", 0)
        following = {"rel": "next", "href": f"{self.root}/search", "method": "POST", "body": {**body, "page": 1}}
        features = [self.scene(number) for number in (2 * page, 2 * page + 1)]
        self.answer({"type": "FeatureCollection", "features": features, "links": [] if page else [following]})

    def scene(self, number: int) -> dict:
        said = {"datetime": f"2024-07-1{number}T10:50:31Z", "grid:code": "MGRS-31TCJ", "eo:cloud_cover": CLOUDS[number]}
        return {
            "type": "Feature", "stac_version": "1.0.0", "id": f"S2A_{number}", "collection": "sentinel-2-l2a",
            "geometry": {"type": "Point", "coordinates": [1, 44]}, "bbox": [1, 44, 1, 44], "properties": said,
            "assets": {}, "links": [{"rel": "self", "href": f"{self.root}/collections/c/items/S2A_{number}"}],
        }  # fmt: skip

    @property
    def root(self) -> str:
        return f"http://{self.headers['Host']}"

    def answer(self, found: dict) -> None:
        data = json.dumps(found).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def address():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Catalogue) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def wanted(address: str, **more) -> Wanted:
    return Wanted(address, ("sentinel-2-l2a",), **{"bounds": (0.9, 43.9, 1.1, 44.1), "dates": "2024-07", **more})


@pytest.mark.parametrize(
    ("more", "numbers"), [({}, [0, 1, 2, 3]), ({"max_cloud": 20}, [0, 3]), ({"most": 3}, [0, 1, 2])]
)
def test_all_pages_are_read_and_each_scene_is_an_address_that_mask_takes(address, more, numbers):
    Catalogue.asked.clear()
    found = list(search(wanted(address, **more)))
    assert [scene.name for scene in found] == [f"S2A_{number}" for number in numbers]
    assert all(is_item(scene.address) and scene.tile == "31TCJ" for scene in found)
    assert found[0].sensing_time == "2024-07-10T10:50:31Z" and found[0].cloud_cover == 3.5
    first = Catalogue.asked[0]
    assert first["collections"] == ["sentinel-2-l2a"] and first["bbox"] == [0.9, 43.9, 1.1, 44.1]
    assert first["datetime"] == "2024-07-01T00:00:00Z/2024-07-31T23:59:59Z"


def test_the_command_prints_a_list_of_addresses_or_json(address, command):
    words = ("search", "--catalogue", address, "--bounds", "179.5", "-1", "-179.5", "1", "--dates", "2024-07-10")
    Catalogue.asked.clear()
    plain = command(*words, "--max-cloud", 20)
    assert plain.code == 0 and plain.out.split() == [f"{address}collections/c/items/S2A_{n}" for n in (0, 3)]
    assert Catalogue.asked[0]["bbox"] == [179.5, -1, -179.5, 1]
    assert [scene["cloud_cover"] for scene in command(*words, "--json").events] == list(CLOUDS)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"catalogue": "http://127.0.0.1:9/"}, "download"),
        ({"catalogue": "earth-search"}, "bad-settings"),
        ({"bounds": (300000, 4800000, 310000, 4900000)}, "bad-settings"),
        ({"dates": "July"}, "bad-settings"),
    ],
)
def test_what_cannot_be_asked_or_reached_is_a_sentence(address, more, code):
    with pytest.raises(EngineError) as caught:
        list(search(replace(wanted(address), **more)))
    assert caught.value.code == code and caught.value.message.endswith(".")
