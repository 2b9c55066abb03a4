"""The longest words and the widest tables, on the smallest phone."""
from browsing import BrowserTest

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ROW = "| " + " | ".join(["A column", WORD, "`https://a.example/with/a/long/address`"]) + " |\n"
NOTE = f"""---
title: {WORD}
date: 2026-11-10
project: {WORD}
status: stuck
tags: [{WORD}]
stuck_on: {WORD}
---
{WORD} and `{WORD}`.

## {WORD}

{ROW}| --- | --- | --- |
{ROW}
```
{WORD}{WORD}
```
"""


class ReflowTest(BrowserTest):
    files = {
        "outloud.yml": f"title: {WORD}\nauthor: {WORD}\nshow: [rhythm]\n",
        "pages/now.md": f"---\ndate: 2026-11-11\n---\n# {WORD}\n\n{WORD}\n",
        "notes/long.md": NOTE,
        "notes/short.md": "---\ndate: 2026-11-12\n---\n# Short\n\nSee [the other](long.md).\n",
    }

    def test_no_page_is_wider_than_the_smallest_phone(self):
        page = self.page(viewport={"width": 320, "height": 640})
        for place in ["", "long/", "short/", "now/", "projects/", f"projects/{WORD.lower()}/",
                      "topics/", f"topics/{WORD.lower()}/", "years/2026/", "subscribe/",
                      "search/?q=donaudampf", "404.html"]:
            page.goto(self.site.url(place))
            if "search" in place:
                page.locator("main li h2 mark").first.wait_for()
            with self.subTest(place):
                self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), 320)

    def test_a_long_title_is_shown_whole_in_every_list(self):
        page = self.page(viewport={"width": 320, "height": 640})
        for place in ["", f"projects/{WORD.lower()}/", f"topics/{WORD.lower()}/", "years/2026/"]:
            page.goto(self.site.url(place))
            title = page.locator(".h-entry").get_by_role("heading").filter(has_text=WORD).first
            with self.subTest(place):
                self.assertEqual(title.evaluate("title => title.scrollWidth - title.clientWidth"), 0)

    def test_a_wide_table_is_scrolled_by_keyboard(self):
        page = self.page(viewport={"width": 320, "height": 640})
        page.goto(self.site.url("long/"))
        box = page.get_by_role("group", name=f"A column, {WORD}")
        box.focus()
        self.assertEqual(box.evaluate("box => document.activeElement === box && box.scrollLeft"), 0)
        page.keyboard.press("ArrowRight")
        for _ in range(50):
            if box.evaluate("box => box.scrollLeft") > 0:
                return
            page.wait_for_timeout(100)
        self.fail("the box stays where it is")


class PlainReflowTest(ReflowTest):
    theme = "plain"
