"""A test that looks at a site while it is written."""
import contextlib
import os
import pathlib
import signal
import subprocess
import tempfile

from playwright.sync_api import sync_playwright

import sites
from browsing import FLAGS, BrowserTest

# A name that some other site could lead here.
STRANGER = "stranger.example"


class Serving:
    """`outloud serve` at a site's folder."""

    def __init__(self, folder, *options):
        self.folder = pathlib.Path(folder)
        command = [os.environ["OUTLOUD"], "serve", str(folder), "--port", "0",
                   "--now", sites.NOW, *options]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = self.process.stdout.readline().strip()
        self.origin = self.address.removesuffix("/-/")
        # What the tests of built sites have besides.
        self.log, self.replaced = [], {}

    def url(self, place="/"):
        return f"{self.address}#{place}"

    def write(self, path, text):
        sites.write(self.folder, {path: text})

    def end(self):
        self.process.send_signal(signal.SIGINT)
        self.process.stdout.close()
        return self.process.wait(timeout=30)


class PreviewTest(BrowserTest):
    """Serves `files`, or the example site where there are none, in a folder that tests may change."""

    options = []

    @classmethod
    def setUpClass(cls):
        with contextlib.ExitStack() as stack:
            playwright = stack.enter_context(sync_playwright())
            cls.browser = playwright.chromium.launch(
                executable_path=os.environ["CHROMIUM"],
                args=[*FLAGS, f"--host-resolver-rules=MAP {STRANGER} 127.0.0.1"])
            stack.callback(cls.browser.close)
            cls.addClassCleanup(stack.pop_all().close)

    def setUp(self):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        sites.write(folder, self.files)
        self.site = Serving(folder, *self.options)
        self.addCleanup(self.site.end)
        super().setUp()

    def shown(self, page):
        """The page in the frame."""
        return page.frame_locator("#site")

    def inside(self, page):
        """Its frame, once it has loaded a page of the site."""
        page.wait_for_function("() => document.title !== 'Preview'")
        return next(frame for frame in page.frames if frame != page.main_frame)
