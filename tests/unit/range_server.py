"""A web server of files with range requests, as GDAL asks for them."""

import http.server
import re
from pathlib import Path


class Ranges(http.server.SimpleHTTPRequestHandler):
    """A folder with range requests; `asked` collects (path, bytes sent)."""

    asked: list

    def do_GET(self):
        """The part that is asked for. A folder is not listed."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            return self.send_error(404)
        data = path.read_bytes()
        match = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        first, last = (int(match[1]), int(match[2] or len(data) - 1)) if match else (0, len(data) - 1)
        if match and first >= len(data):
            return self.send_error(416)
        part = data[first : last + 1]
        self.asked.append((self.path, len(part)))
        self.send_response(206 if match else 200)
        self.send_header("Content-Length", str(len(part)))
        self.send_header("Accept-Ranges", "bytes")
        if match:
            self.send_header("Content-Range", f"bytes {first}-{first + len(part) - 1}/{len(data)}")
        self.end_headers()
        return self.wfile.write(part)

    def log_message(self, *_):
        """Silence."""
