"""The program and the script of the search page agree on what words are, for all of Unicode."""
import re
import sys
import unicodedata

from browsing import BrowserTest


def characters():
    """Every letter, mark and digit, and what else may stand in a word or between two."""
    for value in range(0xA0, sys.maxunicode + 1):
        character = chr(value)
        if unicodedata.category(character)[0] in "LMN" or value < 0x3100:
            # Not what has no meaning yet, is half a pair, or ends a line.
            if unicodedata.category(character) not in ("Cn", "Cs", "Cc", "Co", "Zl", "Zp"):
                yield character


def notes(texts, size=300_000):
    """Texts, each a word or more, in as few notes as may be."""
    notes, length = [[]], 0
    for text in texts:
        length += len(text.encode()) + 1
        if length > size:
            notes.append([])
            length = 0
        notes[-1].append(text)
    return [" ".join(note) for note in notes]


ALL = list(characters())
TEXTS = notes(ALL + [f"a{character}b" for character in ALL]
              + [f"ไ{character}京" for character in ALL if ord(character) < 0x3400])


def words(folder):
    """The words of an index, as WordShard.swift lays them out."""
    found = set()
    for file in folder.glob("search/words-*"):
        data, at, word = file.read_bytes(), 0, b""

        def number():
            nonlocal at
            value = shift = 0
            while True:
                value |= (data[at] & 127) << shift
                shift += 7
                at += 1
                if data[at - 1] < 128:
                    return value

        while at < len(data):
            word = word[:number()]
            length = number()
            word += data[at:at + length]
            at += length
            number()
            length = number()
            at += length
            found.add(word.decode())
    return found


class FoldingTest(BrowserTest):
    files = {"outloud.yml": "title: Letters\n"} | {
        f"notes/2026-01-01-n{index}.md": f"---\ntitle: zzz\n---\n{text}\n"
        for index, text in enumerate(TEXTS)}

    def test_both_find_the_same_words(self):
        # Its name tells of its contents.
        path = re.search(r'src="([^"]*/search[^"]*\.js)"', self.site.read("/search/").decode())[1]
        script = self.site.read(path).decode()
        probe = script.replace("form.hidden = false;", "window.wordsOf = wordsOf;")
        self.assertNotEqual(probe, script)
        self.site.replaced[path] = probe.encode()
        page = self.page()
        page.goto(self.site.url("search/"))
        page.wait_for_function("() => window.wordsOf")
        read = set()
        for index in range(len(TEXTS)):
            page.goto(self.site.url("search/"))
            page.wait_for_function("() => window.wordsOf")
            read |= set(page.evaluate(
                """async (url) => {
                  const text = await (await fetch(url)).text();
                  const note = new DOMParser().parseFromString(text, "text/html");
                  const words = wordsOf(note.querySelector(".e-content").textContent);
                  return [...new Set(words.map((word) => word.word))];
                }""", self.site.url(f"n{index}/")))
        built = words(self.site.folder)
        # What the program says of notes besides their text.
        built -= {"zzz", "january", "2026"}
        read -= {"zzz", "january", "2026"}
        self.assertGreater(len(built), 100_000)
        self.assertEqual(sorted(built - read)[:20], [], "only the program finds these")
        self.assertEqual(sorted(read - built)[:20], [], "only the script finds these")
