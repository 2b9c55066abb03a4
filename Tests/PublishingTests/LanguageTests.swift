import Foundation
import Notes
import Testing
import Themes

@testable import Publishing

/// The words around notes, in each language that comes with the program.
struct LanguageTests {
  private static let english = table("en")

  /// What a file says, and nothing that it leaves to others.
  private static func table(_ language: String) -> [String: String] {
    let path = "strings/\(language).yml"
    let bytes = BuiltInTheme(named: "ledger")?.files[path] ?? []
    let (texts, problems) = StringTable.read(SourceFile(path: path, bytes: bytes))
    #expect(problems.isEmpty)
    return texts
  }

  private static let languages = ["de", "fr", "es", "pt", "ar"]

  @Test(arguments: languages)
  func `a language says all that English says, and nothing else`(language: String) {
    let table = Self.table(language)
    #expect(Set(table.keys).symmetricDifference(Self.english.keys).sorted() == [])
    #expect(table.values.filter { $0.isEmpty }.isEmpty)
  }

  @Test func `a region says what it says in its own way`() {
    let general = Self.table("pt")
    let table = Self.table("pt-BR")
    #expect(!table.isEmpty)
    for (key, text) in table { #expect(general[key] != nil && general[key] != text, "\(key)") }
  }

  @Test(arguments: ["en", "pt-BR"] + languages)
  func `words hold the places of English, and no markup`(language: String) {
    func places(_ text: String) -> Set<Substring> {
      Set(text.split(separator: "{").dropFirst().map { $0.prefix { $0 != "}" } })
    }
    for (key, text) in Self.table(language) {
      #expect(places(text) == places(Self.english[key] ?? ""), "\(key)")
      #expect(!text.contains { "<>&\"".contains($0) }, "\(key): \(text)")
      // Apostrophes and quotation marks are those of typesetters.
      #expect(!text.contains("'"), "\(key): \(text)")
    }
  }

  @Test func `French sets no plain space before its tall marks`() {
    for (key, text) in Self.table("fr") {
      for mark in ":;!?" { #expect(!text.contains(" \(mark)"), "\(key)") }
    }
  }

  private static func site(_ language: String, heading: String) -> TestSite {
    TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      language: \(language)
      -- notes/2026-02-01-a.md --
      ---
      project: Atlas
      status: stuck
      tags: [Éclair, zebra, eagle]
      ---
      # A

      ## \(heading)

      > [!TIP]
      > x

      - [ ] x[^1]

      [^1]: y
      """)
  }

  @Test(arguments: [
    ("en", "Stuck", ["1 February 2026", "Stuck<", "Projects<", "Tip", "Subscribe<"]),
    ("de", "Wo es hakt", ["1. Februar 2026", "Steckt fest<", "Projekte<", "Tipp", "Abonnieren<"]),
    ("fr", "Ce qui bloque ?", ["1er février 2026", "Bloqué<", "Projets<", "Astuce", "S’abonner<"]),
    (
      "es", "Dónde me atasqué",
      ["1 de febrero de 2026", "Atascado<", "Proyectos<", "Consejo", "Suscribirse<"]
    ),
    (
      "pt", "Onde encalhei",
      ["1 de fevereiro de 2026", "Bloqueado<", "Projetos<", "Dica", "Subscrever<"]
    ),
    (
      "pt-BR", "Onde travei",
      ["1º de fevereiro de 2026", "Travado<", "Projetos<", "Dica", "Assinar<"]
    ),
    ("ar", "أين تعثّرت؟", ["1 فبراير 2026", "متعثّر<", "المشاريع<", "نصيحة", "اشتراك<"]),
  ])
  func `pages speak the language of the site`(
    language: String, heading: String, words: [String]
  ) async throws {
    let result = try await Self.site(language, heading: heading).build()
    #expect(result.report.isEmpty)
    let page = result["a/index.html"]
    for word in words { #expect(page.contains(word), "\(word)") }
    #expect(page.contains("class=\"part stuck\""))
    let direction = language == "ar" ? "rtl" : "ltr"
    #expect(result["index.html"].contains("<html lang=\"\(language)\" dir=\"\(direction)\">"))
    // What machines read is the same in all languages.
    #expect(page.contains("datetime=\"2026-02-01\""))
    #expect(result["search/index.html"].contains("lang=\"\(language)\""))
    #expect(result["subscribe/index.html"].contains(words.last ?? ""))
  }

  @Test func `every status has its word in every language`() {
    for language in ["en"] + Self.languages {
      let words = Self.table(language).filter { $0.key.hasPrefix("status_") }
      #expect(words.count == 9)
      #expect(Set(words.values).count == 9, "\(language)")
    }
  }

  @Test func `months above entries begin with a capital letter`() async throws {
    let home = try await Self.site("fr", heading: "x").build()["index.html"]
    #expect(home.contains("class=\"label\">Février<"))
  }

  @Test func `a language may have another form of its months behind a day`() async throws {
    let site = TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      language: pl
      -- notes/2026-01-05-a.md --
      x
      -- theme/strings/pl.yml --
      month_1: styczeń
      month_of_1: stycznia
      """)
    let result = try await site.build()
    #expect(result["a/index.html"].contains("5 stycznia 2026"))
    #expect(result["index.html"].contains("Styczeń"))
  }

  @Test func `words that a site has not translated are listed`() async throws {
    let english = Self.english.filter { !["home", "skip"].contains($0.key) }
    let words = english.keys.sorted().map { "\($0): x" }.joined(separator: "\n")
    let site =
      "-- outloud.yml --\nurl: https://a.example/\nlanguage: nl\n"
      + "-- notes/2026-01-05-a.md --\nx\n-- theme/strings/nl.yml --\n\(words)\n"
    #expect(
      try await TestSite(site).build().report == """
        theme/strings/nl.yml: warning: 2 of the words are missing, so they are English [language-untranslated]
          hint: add home, skip

        """)
    #expect(try await TestSite(site + "home: x\nskip: x").build().report.isEmpty)
  }

  @Test func `English words on a page in another language are marked`() async throws {
    let result = try await Self.site("he", heading: "x").build()
    let page = result["a/index.html"]
    #expect(
      page.contains("<a href=\"/projects/\"><span lang=\"en\" dir=\"ltr\">Projects</span></a>"))
    #expect(
      page.contains("<span class=\"status\"><span lang=\"en\" dir=\"ltr\">Stuck</span></span>"))
    #expect(page.contains("<p class=\"alert-title\" lang=\"en\" dir=\"ltr\">Tip</p>"))
    // Nothing can mark an attribute, and the title of a page says where it is.
    #expect(page.contains("<nav aria-label=\"Main\">"))
    #expect(result["search/index.html"].contains("<title>Search · "))
    #expect(
      result["search/index.html"].contains(
        "<p id=\"search-status\" role=\"status\" lang=\"en\" dir=\"auto\">"))
    #expect(!result["feed.xml"].contains("span lang"))
    #expect(!result["feed.json"].contains("span lang"))
    for name in ["ledger", "plain"] {
      let files = try await Self.site("nl\ntheme: \(name)", heading: "x").build()
      #expect(files["index.html"].contains("<span lang=\"en\">Subscribe</span>"))
      #expect(!files["index.html"].contains("dir=\"ltr\">S"))
    }
  }

  @Test func `only the words that are missing are marked, and only where any is`() async throws {
    let site = TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      language: nl
      -- notes/2026-01-05-a.md --
      ---
      status: stuck
      people: [Jan]
      ---
      > [!TIP]
      > x

      > [!NOTE]
      > x
      -- theme/strings/nl.yml --
      subscribe: Volgen
      alert_tip: Tip
      """)
    let page = try await site.build()["a/index.html"]
    #expect(page.contains(">Volgen</a>"))
    #expect(page.contains("<p class=\"alert-title\">Tip</p>"))
    #expect(page.contains("<p class=\"alert-title\" lang=\"en\">Note</p>"))
    #expect(page.contains("<dd><span lang=\"en\">a colleague</span></dd>"))
    let french = try await Self.site("fr", heading: "x").build()
    for path in ["index.html", "a/index.html", "search/index.html"] {
      #expect(!french[path].contains("lang=\"en\""))
    }
  }

  @Test func `a month without a name is said in digits`() async throws {
    let site = TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      language: nl
      show: [rhythm]
      -- notes/2026-02-05-a.md --
      x
      -- notes/2026-01-05-b.md --
      x
      -- notes/c.md --
      ---
      date: 2025-11
      ---
      x
      -- theme/strings/nl.yml --
      month_1: januari
      """)
    let result = try await site.build()
    #expect(result["a/index.html"].contains(">2026-02-05</time>"))
    #expect(result["b/index.html"].contains(">5 januari 2026</time>"))
    #expect(result["c/index.html"].contains(">2025-11</time>"))
    #expect(result["index.html"].contains("class=\"label\">02<"))
    #expect(result["index.html"].contains("class=\"label\">Januari<"))
  }

  @Test func `a text in another language has its alerts in it, and its direction`() async throws {
    let result = try await TestSite(
      """
      -- outloud.yml --
      url: https://a.example/
      language: de
      -- notes/2026-01-05-a.md --
      ---
      lang: ar
      ---
      # عنوان

      > [!NOTE]
      > "x"
      -- notes/2026-01-06-b.md --
      ---
      lang: xx
      ---
      # B

      > [!NOTE]
      > x
      """
    ).build()
    let page = result["a/index.html"]
    #expect(page.contains("<html lang=\"de\" dir=\"ltr\">"))
    #expect(page.contains("prose\" lang=\"ar\" dir=\"rtl\">"))
    #expect(page.contains("ملاحظة"))
    #expect(page.contains("«x»"))
    #expect(page.contains("<meta property=\"og:locale\" content=\"ar\">"))
    #expect(result["index.html"].contains("class=\"p-name\" lang=\"ar\" dir=\"rtl\">"))
    #expect(result["b/index.html"].contains("Hinweis"))
  }

  @Test func `topics are ordered as readers look for them`() async throws {
    let page = try await Self.site("fr", heading: "x").build()["topics/index.html"]
    let places = ["eagle", "Éclair", "zebra"].compactMap { page.range(of: ">\($0)<")?.lowerBound }
    #expect(places.count == 3)
    #expect(places == places.sorted())
  }
}
