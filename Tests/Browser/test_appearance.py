"""The example site in light and dark, and on paper, in both themes."""
import re

from browsing import BrowserTest

# Colours as the browser works them out, painted on a pixel each so that any notation will do.
COLOURS = """(selector) => {
  const rgb = (colour) => {
    const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    return Array.from(context.getImageData(0, 0, 1, 1).data);
  };
  const element = document.querySelector(selector);
  let ground = element;
  while (ground && rgb(getComputedStyle(ground).backgroundColor)[3] === 0) {
    ground = ground.parentElement;
  }
  return {
    ink: rgb(getComputedStyle(element).color).slice(0, 3),
    paper: ground ? rgb(getComputedStyle(ground).backgroundColor).slice(0, 3) : [255, 255, 255],
  };
}"""

PAGES = ["", "search/", "ward/the-clock-in-the-form/", "projects/", "404.html"]


def luminance(colour):
    parts = [part / 255 for part in colour]
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(a, b):
    low, high = sorted([luminance(a), luminance(b)])
    return (high + 0.05) / (low + 0.05)


class AppearanceTest(BrowserTest):
    # What is not printed.
    hidden = "body > header, body > footer, nav, .skip"

    def colours(self, page, selector):
        return page.evaluate(COLOURS, selector)

    def test_dark_is_dark_and_light_is_light(self):
        for place in PAGES:
            seen = {}
            for scheme in ["light", "dark"]:
                page = self.page(color_scheme=scheme)
                page.goto(self.site.url(place))
                for selector in ["body", "main a[href]", "h1"]:
                    colours = self.colours(page, selector)
                    with self.subTest(place=place, scheme=scheme, selector=selector):
                        self.assertGreaterEqual(
                            contrast(colours["ink"], colours["paper"]), 4.5, colours)
                seen[scheme] = self.colours(page, "body")
                page.context.close()
            with self.subTest(place=place):
                self.assertGreater(luminance(seen["light"]["paper"]), 0.5)
                self.assertLess(luminance(seen["dark"]["paper"]), 0.1)
                self.assertLess(luminance(seen["light"]["ink"]), 0.2)
                self.assertGreater(luminance(seen["dark"]["ink"]), 0.5)

    def test_a_found_word_can_be_read_in_both(self):
        for scheme in ["light", "dark"]:
            page = self.page(color_scheme=scheme)
            page.goto(self.site.url("search/?q=clock"))
            page.locator("main li h2 mark").first.wait_for()
            colours = self.colours(page, "main li h2 mark")
            self.assertGreaterEqual(contrast(colours["ink"], colours["paper"]), 4.5, colours)

    def test_a_note_prints_as_an_article(self):
        page = self.page(color_scheme="dark")
        page.goto(self.site.url("ward/the-clock-in-the-form/"))
        page.emulate_media(media="print")
        self.assertGreater(page.locator(self.hidden).count(), 2)
        for index in range(page.locator(self.hidden).count()):
            element = page.locator(self.hidden).nth(index)
            self.assertFalse(element.is_visible(), element.evaluate("e => e.outerHTML.slice(0, 80)"))
        self.assertTrue(page.locator("h1").is_visible())
        self.assertTrue(page.locator(".e-content p").first.is_visible())
        self.assertTrue(page.locator("time").first.is_visible())
        # Ink is not spent on the ground.
        colours = self.colours(page, ".e-content p")
        self.assertGreater(luminance(colours["paper"]), 0.9)
        self.assertLess(luminance(colours["ink"]), 0.2)
        sheets = page.pdf(format="A4", print_background=False)
        self.assertTrue(sheets.startswith(b"%PDF"))
        count = len(re.findall(rb"/Type\s*/Page\b", sheets))
        self.assertTrue(1 <= count <= 4, f"{count} sheets")


class PlainAppearanceTest(AppearanceTest):
    theme = "plain"
    hidden = "body > footer, nav, body > a"
