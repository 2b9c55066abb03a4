"""What a home page costs, and a first search on a site of 4,000 notes."""
import gzip
import random
import re

from browsing import BrowserTest

COUNT = 4000
LIMIT = 150_000


def corpus():
    """Notes of some 300 words, their words as frequent as those of a language (Zipf)."""
    random.seed(7)
    syllables = [a + b for a in "bcdfghklmnprst" for b in ("a", "e", "i", "o", "u", "an", "er")]
    vocabulary = sorted({"".join(random.choices(syllables, k=random.randint(1, 4)))
                         for _ in range(30_000)})
    random.shuffle(vocabulary)
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    files = {"outloud.yml": "title: Many\n"}
    for number in range(COUNT):
        words = random.choices(vocabulary, weights, k=300)
        files[f"notes/n{number}.md"] = (
            f"---\ntitle: {' '.join(words[:5])} {number}\ndate: {2015 + number % 11}-05-05\n"
            f"tags: [{words[7]}x]\n---\n" + " ".join(words) + ".\n")
    return vocabulary, files


VOCABULARY, FILES = corpus()


class HomeWeightTest(BrowserTest):
    """A home page of fifty entries, with what it cannot be shown without."""

    def test_the_home_page_comes_with_the_first_packets(self):
        home = self.site.read("/").decode()
        self.assertEqual(len(re.findall(r'<li class="[^"]*h-entry', home)), 50)
        files = ["/"] + re.findall(r'<(?:link rel="stylesheet" href|script src)="([^"]*)"', home)
        self.assertEqual(len(files), 2)
        packed = sum(len(gzip.compress(self.site.read(path))) for path in files)
        print(f"\n  {self.theme}, home with styles: {packed} bytes gzipped", end=" ")
        self.assertLess(packed, 14_000)


class PlainHomeWeightTest(HomeWeightTest):
    theme = "plain"


class WeightTest(BrowserTest):
    files = FILES

    def test_a_first_search_is_small_and_quick(self):
        for name, query in [("a frequent word", VOCABULARY[0]), ("a rare one", VOCABULARY[9000]),
                            ("three words", " ".join(VOCABULARY[5:8]))]:
            with self.subTest(name):
                page = self.page()
                page.goto(self.site.url("search/"))
                page.wait_for_selector("form:not([hidden])")
                page.locator("[name=q]").fill(query)
                time = page.evaluate(
                    """() => new Promise((found) => {
                      const start = performance.now();
                      const look = () => document.querySelector("main li h2 a")
                        ? found(performance.now() - start) : requestAnimationFrame(look);
                      look();
                    })""")
                page.locator("main li mark").last.wait_for()
                page.wait_for_load_state("networkidle")
                page.context.close()
                loaded = {path: size for path, size in self.site.log}
                self.site.log.clear()
                bytes = sum(loaded.values())
                packed = sum(len(gzip.compress(self.site.read(path) or b"")) for path in loaded)
                print(f"\n  {name}: {bytes} bytes ({packed} gzipped) in {len(loaded)} files, "
                      f"shown after {time:.0f} ms", end=" ")
                # All of it: the page, its style sheet and script, the index, and the notes that
                # the snippets come from.
                self.assertLess(bytes, LIMIT)
                self.assertLess(time, 2000)
