"""A test that looks at one site in a browser."""
import contextlib
import os
import tempfile
import unittest

from playwright.sync_api import sync_playwright

import sites

FLAGS = ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"]


class BrowserTest(unittest.TestCase):
    """Builds `files`, or the example site where there are none, in `theme`, and serves it at `path`."""

    files = None
    path = "/"
    theme = "ledger"

    @classmethod
    def setUpClass(cls):
        with contextlib.ExitStack() as stack:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            source = sites.EXAMPLE
            if cls.files is not None:
                source = f"{folder}/site"
                sites.write(source, cls.files)
            sites.build(source, f"{folder}/public", cls.path, cls.theme)
            cls.site = stack.enter_context(sites.serve(f"{folder}/public", cls.path))
            playwright = stack.enter_context(sync_playwright())
            cls.browser = playwright.chromium.launch(
                executable_path=os.environ["CHROMIUM"], args=FLAGS)
            stack.callback(cls.browser.close)
            cls.addClassCleanup(stack.pop_all().close)

    def setUp(self):
        self.site.log.clear()
        self.site.replaced.clear()

    def page(self, **options):
        """A page of its own that fails the test where anything goes wrong unexpectedly."""
        options.setdefault("locale", "en-GB")
        context = self.browser.new_context(**options)
        self.addCleanup(context.close)
        context.set_default_timeout(10_000)
        page = context.new_page()
        self.errors = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: message.type == "error"
                and self.errors.append(message.text))
        page.on("request", lambda request: request.url.startswith(self.site.origin)
                or self.errors.append(f"asks for {request.url}"))
        return page

    def tearDown(self):
        self.assertEqual(getattr(self, "errors", []), [])
