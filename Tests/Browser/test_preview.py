"""The preview: changes that show by themselves, and problems over the page."""
import os
import pathlib

from previewing import STRANGER, PreviewTest

LONG = "\n\n".join(f"Paragraph {number} of many." for number in range(200))
FIRST = "---\ndate: 2026-11-01\n---\n# First\n\n{0} words.\n\n[Second](second.md)\n\n" + LONG + "\n"
SECOND = "---\ndate: 2026-11-02\n---\n# Second\n\nSee [elsewhere](https://other.example/).\n"
BROKEN = "---\nvisibility: pubilc\ndate: 2026-11-01\n---\n# First\n\nBroken words.\n"


class LivePreviewTest(PreviewTest):
    files = {
        "outloud.yml": "title: Mine\nurl: https://a.example/work/\nauthor: Ada\n",
        "notes/first.md": FIRST.format("Old"),
        "notes/second.md": SECOND,
        "private/notes/idea.md": "---\ndate: 2026-11-03\n---\n# An idea\n\nMine alone.\n",
    }

    def test_an_edit_shows_by_itself_and_the_page_stays_where_it_was(self):
        page = self.page()
        page.goto(self.site.url("/work/first/"))
        self.shown(page).get_by_text("Old words.").wait_for()
        self.inside(page).evaluate("() => scrollTo(0, 1500)")
        self.site.write("notes/first.md", FIRST.format("New"))
        self.shown(page).get_by_text("New words.").wait_for(state="attached")
        inside = self.inside(page)
        inside.wait_for_function("() => Math.abs(scrollY - 1500) < 2")
        self.assertEqual(page.url, self.site.url("/work/first/"))
        # And once more, without anything that has been left over.
        self.site.write("notes/first.md", FIRST.format("Newest"))
        self.shown(page).get_by_text("Newest words.").wait_for(state="attached")
        self.inside(page).wait_for_function("() => Math.abs(scrollY - 1500) < 2")

    def test_a_new_theme_file_or_address_shows_too(self):
        page = self.page()
        page.goto(self.site.url("/work/first/"))
        self.shown(page).get_by_text("Old words.").wait_for()
        self.site.write("outloud.yml", "title: Ours\nurl: https://a.example/moved/\nauthor: Ada\n")
        page.wait_for_url(self.site.url("/moved/first/"))
        self.shown(page).get_by_text("Ours").first.wait_for(state="attached")

    def test_a_problem_lies_over_the_last_page_until_it_is_mended(self):
        page = self.page()
        page.goto(self.site.url("/work/first/"))
        self.shown(page).get_by_text("Old words.").wait_for()
        self.assertEqual(page.locator("#state").inner_text(), "No problems")
        self.site.write("notes/first.md", BROKEN)
        panel = page.locator("#problems")
        panel.wait_for()
        self.assertEqual(page.locator("#news").inner_text(), "1 error")
        self.assertIn("first.md:2:13", panel.locator(".place").inner_text())
        self.assertEqual(
            panel.locator("pre").inner_text(),
            "    2 | visibility: pubilc\n      |             ^~~~~~")
        self.assertEqual(panel.locator(".hint").text_content(), "did you mean “public”?")
        self.assertTrue(self.shown(page).get_by_text("Old words.").is_visible())
        # By keyboard: away, and back.
        page.keyboard.press("Escape")
        self.assertTrue(panel.is_hidden())
        page.locator("#toggle").focus()
        page.keyboard.press("Enter")
        self.assertTrue(panel.is_visible())
        page.keyboard.press("Tab")
        self.assertEqual(page.evaluate("() => document.activeElement.id"), "close")
        page.keyboard.press("Enter")
        self.assertTrue(panel.is_hidden())
        self.assertEqual(page.evaluate("() => document.activeElement.id"), "toggle")
        # Another one opens it again; mended, it goes away.
        self.site.write("notes/first.md", BROKEN.replace("pubilc", "pulbic"))
        panel.wait_for()
        self.site.write("notes/first.md", FIRST.format("Mended"))
        panel.wait_for(state="hidden")
        self.shown(page).get_by_text("Mended words.").wait_for()
        self.assertTrue(page.locator("#toggle").is_hidden())

    def test_a_warning_is_counted_and_covers_nothing(self):
        page = self.page()
        page.goto(self.site.url("/work/"))
        self.inside(page)
        self.site.write("notes/second.md", SECOND + "\n[Nowhere](nowhere.md)\n")
        toggle = page.locator("#toggle")
        toggle.wait_for()
        self.assertEqual(toggle.inner_text(), "1 warning")
        self.assertTrue(page.locator("#problems").is_hidden())
        toggle.click()
        self.assertIn("nowhere.md", page.locator("#problems").inner_text())
        self.assertTrue(page.locator("#beneath").is_hidden())

    def test_the_address_follows_the_page_and_leads_back_to_it(self):
        page = self.page()
        page.goto(self.site.address)
        page.wait_for_url(self.site.url("/work/"))
        self.assertEqual(page.locator("#audience").inner_text(), "As you see it")
        self.shown(page).get_by_role("link", name="First").first.click()
        page.wait_for_url(self.site.url("/work/first/"))
        page.wait_for_function("() => document.title.startsWith('First')")
        self.shown(page).get_by_role("link", name="Second").first.click()
        page.wait_for_url(self.site.url("/work/second/"))
        page.go_back()
        page.wait_for_url(self.site.url("/work/first/"))
        self.shown(page).get_by_text("Old words.").wait_for()
        page.go_forward()
        page.wait_for_url(self.site.url("/work/second/"))
        self.shown(page).get_by_role("heading", name="Second").wait_for()
        page.reload()
        self.shown(page).get_by_role("heading", name="Second").wait_for()
        self.assertEqual(page.url, self.site.url("/work/second/"))
        # An address that is typed, and one that is none of the site's.
        page.evaluate("() => { location.hash = '/work/first/' }")
        self.shown(page).get_by_text("Old words.").wait_for()
        other = self.page()
        other.goto(self.site.url("//other.example/"))
        other.wait_for_url(self.site.url("/work/"))

    def test_other_sites_open_beside_it(self):
        page = self.page()
        page.context.route("https://other.example/**", lambda route: route.fulfill(body="Other"))
        page.goto(self.site.url("/work/second/"))
        link = self.shown(page).get_by_role("link", name="elsewhere")
        link.wait_for()
        self.inside(page)
        with page.context.expect_page() as opened:
            link.click()
        self.assertEqual(opened.value.url, "https://other.example/")
        self.assertEqual(page.url, self.site.url("/work/second/"))

    def test_another_host_is_refused(self):
        page = self.page()
        port = self.site.origin.rsplit(":", 1)[1]
        for place in ["/work/first/", "/-/", "/-/events"]:
            answer = page.goto(f"http://{STRANGER}:{port}{place}")
            self.assertEqual(answer.status, 421)
            self.assertNotIn("Old words.", page.content())
        # It is refused on purpose, and the browser says so.
        self.errors.clear()

    def test_what_is_private_is_not_for_everyone(self):
        page = self.page()
        page.goto(self.site.url("/work/idea/"))
        self.shown(page).get_by_text("Mine alone.").wait_for()

    def test_it_fits_a_small_window_and_a_large_one(self):
        for width in [320, 360, 1280]:
            for scheme in ["light", "dark"]:
                self.site.write("notes/first.md", FIRST.format("Old"))
                page = self.page(viewport={"width": width, "height": 800}, color_scheme=scheme)
                page.goto(self.site.url("/work/first/"))
                self.shown(page).get_by_text("Old words.").wait_for()
                picture(page, f"bar-{width}-{scheme}")
                self.site.write("notes/first.md", BROKEN.replace("\n# First", "tags: [a\n# First"))
                page.locator("#problems").wait_for()
                picture(page, f"problems-{width}-{scheme}")
                reach = page.evaluate("() => document.documentElement.scrollWidth")
                self.assertLessEqual(reach, width)
                self.assertEqual(page.locator("#bar > :visible").last.evaluate(
                    "e => e.getBoundingClientRect().right <= innerWidth"), True)
                page.context.close()

    def test_it_says_when_it_has_ended(self):
        page = self.page()
        page.goto(self.site.url("/work/"))
        self.inside(page)
        self.assertEqual(self.site.end(), 0)
        page.get_by_text("Not connected").wait_for()
        self.errors.clear()


def picture(page, name):
    """Taken only where somebody wants to look: PICTURES names the folder."""
    folder = os.environ.get("PICTURES")
    if folder:
        pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{folder}/{name}.png")
