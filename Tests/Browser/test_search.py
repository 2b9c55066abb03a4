"""The search page as readers use it, by keyboard, on a site that stands below its host's root."""
import re

from browsing import BrowserTest


def note(title, text, **matter):
    front = "".join(f"{key}: {value}\n" for key, value in matter.items())
    return f"---\ntitle: {title}\n{front}---\n{text}\n"


FILES = {
    "outloud.yml": "title: Work\nlanguage: en\n",
    "notes/2026-01-01-older.md": note("The lighthouse", "It stands in the sea."),
    "notes/2026-01-02-text.md": note("A walk", "From afar I saw the lighthouse, and went home."),
    "notes/2026-01-03-heading.md": note("A drawing", "## Lighthouse\n\nWith a pencil."),
    "notes/2026-01-04-markup.md": note(
        "'<img src=x onerror=alert(1)> & co'", "Bracketed \\<b\\> things, and `a < b && c`."),
    "notes/2026-01-05-accents.md": note(
        "Smörgåsbord på Straße", "Zażółć gęślą jaźń. Ακρόπολη. Ёлка. ışıklı İstanbul. ﬁligree."),
    "notes/2026-01-06-spaceless.md": note(
        "東京都の天気", "今日は雨が降ります。AI入門。 ภาษาไทยไม่มีช่องว่าง", lang="ja"),
    "notes/2026-01-07-rtl.md": note("שָׁלוֹם עולם", "مَرْحَبًا بالعالم", lang="he"),
    "notes/2026-01-08-held.md": note("Withheld", "Xylophone.", visibility="private"),
    "notes/2026-01-09-long.md": note(
        "A long one", "Filler words come first. " * 200 + "Then the needle, then the thread. "
        + "More filler. " * 200),
    "notes/log/2026-02-01-log.md": (
        "# A log\n\nIntro.\n\n## 2026-02-01\n\nFound the zebra.\n\n"
        "## 2026-02-02: Second day\n\nFound an ocelot.\n"),
    "pages/about.md": note("About", "I keep an aviary."),
} | {f"notes/many/2025-01-{day:02}-m{day}.md": note(f"Part {day}", "One of many parts.")
     for day in range(1, 26)}


class SearchTest(BrowserTest):
    files = FILES
    path = "/my/work/"

    def open(self, query="", **options):
        page = self.page(**options)
        page.goto(self.site.url(f"search/{query}"))
        return page

    def focus(self, page):
        """Goes to the field as a keyboard does."""
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.name") == "q":
                return
        self.fail("Tab does not reach the field")

    def wait(self, page, status=r"\d"):
        page.wait_for_function(
            "text => new RegExp(text).test(document.querySelector('[role=status]').textContent)",
            arg=status)
        return page.locator("[role=status]").text_content()

    def titles(self, page):
        return page.locator("main li h2 a").all_text_contents()

    def search(self, query):
        page = self.open()
        self.focus(page)
        page.keyboard.type(query)
        self.wait(page, ".")
        return page

    def test_type_then_enter_then_enter_opens_the_note(self):
        page = self.open()
        self.focus(page)
        page.keyboard.type("lighthouse")
        self.assertEqual(self.wait(page), "Results: 3")
        self.assertEqual(page.locator("main li h2 mark").first.text_content(), "lighthouse")
        page.keyboard.press("Enter")
        page.wait_for_function("() => document.activeElement.matches('main li h2 a')")
        self.assertEqual(page.url, self.site.url("search/?q=lighthouse"))
        page.keyboard.press("Enter")
        page.wait_for_url(self.site.url("older/"))
        self.assertEqual(page.locator("h1").text_content(), "The lighthouse")
        page.go_back()
        self.assertEqual(self.wait(page), "Results: 3")
        self.assertEqual(page.locator("[name=q]").input_value(), "lighthouse")

    def test_tab_reaches_the_results_too(self):
        page = self.search("lighthouse")
        for _ in range(2):
            page.keyboard.press("Tab")
        self.assertEqual(page.evaluate("document.activeElement.textContent"), "The lighthouse")

    def test_titles_go_before_headings_and_these_before_text(self):
        page = self.search("lighthouse")
        self.assertEqual(self.titles(page), ["The lighthouse", "A drawing", "A walk"])

    def test_snippets_show_and_mark_the_words_around(self):
        page = self.search("needle thread")
        snippet = page.locator("main li p:has(mark)")
        snippet.wait_for()
        text = snippet.text_content()
        self.assertTrue(text.startswith("… ") and text.endswith(" …"), text)
        self.assertLess(len(text), 260)
        self.assertEqual(snippet.locator("mark").all_text_contents(), ["needle", "thread"])

    def test_an_address_with_words_is_a_search(self):
        page = self.open("?q=lighthouse")
        self.assertEqual(self.wait(page), "Results: 3")
        self.assertEqual(page.locator("[name=q]").input_value(), "lighthouse")

    def test_back_and_forth_go_through_searches(self):
        page = self.search("lighthouse")
        page.keyboard.press("Enter")
        page.wait_for_function("() => document.activeElement.matches('main li h2 a')")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type("zebra")
        self.wait(page, "Results: 1$")
        page.go_back()
        self.wait(page, "Results: 3")
        self.assertEqual(page.locator("[name=q]").input_value(), "lighthouse")
        page.go_forward()
        self.wait(page, "Results: 1$")

    def test_escape_begins_anew(self):
        page = self.search("lighthouse")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        self.assertEqual(page.evaluate("document.activeElement.textContent"), "A drawing")
        page.keyboard.press("Escape")
        self.assertEqual(page.evaluate("document.activeElement.name"), "q")
        self.assertEqual(page.locator("[name=q]").input_value(), "")
        page.wait_for_function("() => document.querySelector('[role=status]').textContent === ''")
        self.assertEqual(self.titles(page), [])
        self.assertEqual(page.url, self.site.url("search/"))

    def test_case_accents_and_scripts(self):
        for query, place in [
            ("SMORGASBORD", "accents"), ("smörgås", "accents"), ("strasse", "accents"),
            ("STRAẞE", "accents"), ("zazolc gesla", "accents"), ("ακροπολη", "accents"),
            ("ΑΚΡΌΠΟΛΗ", "accents"), ("елка", "accents"), ("isikli istanbul", "accents"),
            ("IŞIKLI", "accents"), ("filigree", "accents"), ("東京", "spaceless"),
            ("天", "spaceless"), ("京都の天気", "spaceless"), ("雨が", "spaceless"),
            ("入門", "spaceless"), ("ไทย", "spaceless"), ("ช่องว่าง", "spaceless"),
            ("שלום", "rtl"), ("עול", "rtl"), ("مرحبا", "rtl"),
        ]:
            with self.subTest(query):
                page = self.search(query)
                self.wait(page, "Results: 1$")
                link = page.locator("main li h2 a")
                self.assertEqual(link.get_attribute("href"), f"/my/work/{place}/")
                page.locator("main li mark").first.wait_for()
                page.context.close()

    def test_marks_cover_what_was_found(self):
        page = self.search("京都の天")
        self.assertEqual(page.locator("main li h2 mark").all_text_contents(), ["京都の天"])
        page = self.search("smorgas")
        self.assertEqual(page.locator("main li h2 mark").all_text_contents(), ["Smörgåsbord"])

    def test_quotation_marks_keep_words_as_they_are(self):
        self.assertEqual(self.titles(self.search("lightho"))[0], "The lighthouse")
        page = self.search('"lightho"')
        self.assertEqual(page.locator("[role=status]").text_content(),
                         "Nothing here has these words.")

    def test_all_words_go_before_some_of_them(self):
        self.assertEqual(self.titles(self.search("lighthouse pencil")), ["A drawing"])
        page = self.search("lighthouse pencil nowhere")
        self.assertEqual(
            page.locator("[role=status]").text_content(),
            "No entry has all of these words. Entries with some of them: 3")
        self.assertEqual(self.titles(page)[0], "A drawing")

    def test_nothing_found_is_said(self):
        page = self.search("nowhere")
        self.assertEqual(page.locator("[role=status]").text_content(),
                         "Nothing here has these words.")
        self.assertEqual(self.titles(page), [])

    def test_an_update_of_a_log_is_found_at_its_own_place(self):
        page = self.search("ocelot")
        link = page.locator("main li h2 a")
        self.assertEqual(link.text_content(), "A log: Second day")
        href = link.get_attribute("href")
        self.assertRegex(href, r"^/my/work/log/log/#.")
        snippet = page.locator("main li p:has(mark)")
        snippet.wait_for()
        self.assertEqual(snippet.text_content(), "Found an ocelot.")
        page.keyboard.press("Enter")
        page.wait_for_function("() => document.activeElement.matches('main li h2 a')")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{self.site.origin}{href}")
        self.assertTrue(page.evaluate("document.getElementById(location.hash.slice(1)) !== null"))

    def test_pages_and_languages(self):
        self.assertEqual(self.titles(self.search("aviary")), ["About"])
        page = self.search("東京")
        self.assertEqual(page.locator("main li:has(h2)").get_attribute("lang"), "ja")

    def test_markup_in_titles_stays_text(self):
        page = self.search("onerror")
        self.assertEqual(self.titles(page), ["<img src=x onerror=alert(1)> & co"])
        self.assertEqual(page.locator("main li img").count(), 0)
        page = self.open("?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%22'")
        self.wait(page)
        self.assertEqual(page.locator("main img").count(), 0)

    def test_what_is_held_back_is_not_found(self):
        for query in ["xylophone", "withheld"]:
            page = self.search(query)
            self.assertEqual(page.locator("[role=status]").text_content(),
                             "Nothing here has these words.")

    def test_more_results_go_on_where_the_first_end(self):
        page = self.search("many parts")
        self.assertEqual(page.locator("[role=status]").text_content(), "Results: 25")
        self.assertEqual(len(self.titles(page)), 10)
        more = page.get_by_role("button", name="Show more")
        more.focus()
        page.keyboard.press("Enter")
        page.wait_for_function("() => document.activeElement.matches('main li h2 a')")
        titles = self.titles(page)
        self.assertEqual(len(titles), 20)
        self.assertEqual(page.evaluate("document.activeElement.textContent"), titles[10])
        more.focus()
        page.keyboard.press("Enter")
        page.wait_for_function("() => document.querySelectorAll('main li h2 a').length === 25")
        self.assertFalse(more.is_visible())
        self.assertEqual(len(set(self.titles(page))), 25)

    def test_assistive_technology_is_told(self):
        page = self.search("lighthouse")
        self.assertEqual(page.get_by_role("search").count(), 1)
        self.assertEqual(page.get_by_role("searchbox", name="Words to look for").count(), 1)
        self.assertEqual(page.get_by_role("status").text_content(), "Results: 3")
        self.assertEqual(page.get_by_role("list").filter(
            has=page.get_by_role("link", name="The lighthouse")).count(), 1)

    def test_without_script_the_page_says_how_else(self):
        page = self.open(java_script_enabled=False)
        self.assertFalse(page.locator("form").is_visible())
        self.assertIn("Without it", page.locator("noscript").text_content())
        links = page.locator("main a")
        self.assertGreaterEqual(links.count(), 4)
        for href in links.evaluate_all("links => links.map(link => link.href)"):
            self.assertLess(page.request.get(href).status, 400, href)

    def test_a_failure_is_said_and_may_pass(self):
        page = self.page()
        for file in self.site.folder.glob("search/words-*"):
            self.site.replaced[f"{self.path}search/{file.name}"] = None
        page.goto(self.site.url("search/?q=lighthouse"))
        self.wait(page, "could not be loaded")
        self.assertEqual(page.locator("[name=q]").input_value(), "lighthouse")
        self.assertTrue(page.locator("main section a").first.is_visible())
        self.assertTrue(self.errors)
        self.errors.clear()
        self.site.replaced.clear()
        page.locator("[name=q]").press("Enter")
        self.wait(page, "Results: 3")

    def test_other_pages_have_no_script(self):
        for file in self.site.folder.rglob("*.html"):
            scripts = re.findall(rb'<script(?! type="application/ld)', file.read_bytes())
            is_search = file.parent.name == "search"
            self.assertEqual(len(scripts), 1 if is_search else 0, file)

    def test_parts_are_loaded_when_they_are_needed(self):
        page = self.open()
        page.wait_for_selector("form:not([hidden])")
        self.assertEqual([path for path, _ in self.site.log if path.endswith((".bin", ".json"))], [])
