"""Sites built with the program, and served on loopback as a careful host would serve them."""
import contextlib
import http.server
import mimetypes
import os
import pathlib
import subprocess
import threading
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLE = HERE.parent.parent / "example-site"
NOW = "2026-11-23"

# Nothing that is not the site's own, and no script but its files.
POLICY = ("default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
          "style-src 'self' 'unsafe-inline'; form-action 'self'; base-uri 'none'")


def build(folder, output, path="/", theme="ledger"):
    """Builds a site that stands at a path of its host, in a theme."""
    command = [os.environ["OUTLOUD"], "build", str(folder), "--output", str(output),
               "--url", f"https://mara.example{path}", "--now", NOW,
               "--theme", theme]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(command)}\n{done.stderr}")


def write(folder, files):
    """Writes a site from texts by path."""
    for path, text in files.items():
        file = pathlib.Path(folder) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


class Served:
    """A built site at a path of a host. `log` holds the path and size of every answer."""

    def __init__(self, folder, path):
        self.folder, self.path = pathlib.Path(folder), path
        self.log = []
        # By path: what to answer instead; None for 404.
        self.replaced = {}
        self.origin = None

    def url(self, place=""):
        return f"{self.origin}{self.path}{place}"

    def read(self, path):
        if path in self.replaced:
            return self.replaced[path]
        if path == "/favicon.ico":
            return b""  # Browsers ask for it unasked.
        if not path.startswith(self.path):
            return None
        file = self.folder / path[len(self.path):]
        if path.endswith("/"):
            file = file / "index.html"
        return file.read_bytes() if file.is_file() else None


@contextlib.contextmanager
def serve(folder, path="/"):
    site = Served(folder, path)

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            path = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)
            body = site.read(path)
            site.log.append((path, len(body or b"")))
            kind = "text/html" if path.endswith("/") else mimetypes.guess_type(path)[0]
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", kind or "application/octet-stream")
            self.send_header("Content-Length", str(len(body or b"")))
            self.send_header("Content-Security-Policy", POLICY)
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *arguments):
            pass

    class Server(http.server.ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request, client_address):
            pass  # The browser hung up, as it may.

    server = Server(("127.0.0.1", 0), Handler)
    site.origin = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
