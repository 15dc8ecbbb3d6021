"""A site on this machine."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

STORY = (
    "<html><head><title>Ministers meet in Lima</title></head><body><article><h1>Ministers meet in Lima</h1>"
    "<p>LIMA, May 2, 2024 (Herald) -- Foreign Minister Ana Diaz met Foreign Minister Bo Lind in Lima on Thursday.</p>"
    "<p>They agreed that students of both countries should study where they like.</p></article></body></html>"
)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/story.html":
            data = STORY.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)
        elif self.path == "/inward":
            self.send_response(302)
            self.send_header("Location", f"http://127.0.0.9:{self.connection.getsockname()[1]}/story.html")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif self.path == "/drip":
            for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 100:
                try:
                    self.wfile.write(bytes([byte]))
                except OSError:  # the other side has left, as it should
                    return
                time.sleep(0.05)
        else:
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
