import Testing

@testable import Highlighting

struct LanguageFileTests {
  @Test(arguments: EmbeddedFiles.files.indices)
  func `every file can be read`(_ file: Int) throws {
    let files = Languages.filesByName()
    do throws(LanguageFile.Failure) {
      _ = try LanguageFile.parse(Languages.text(of: file)) { name in
        files[name].map(Languages.text(of:))
      }
    } catch {
      Issue.record("\(Languages.names(ofFile: file)), line \(error.line): \(error.words)")
    }
  }

  @Test func `no name is that of two languages`() {
    var seen: Set<String> = []
    for file in EmbeddedFiles.files.indices {
      for name in Languages.names(ofFile: file) {
        #expect(seen.insert(name).inserted, "\(name) is there twice")
        #expect(name == name.lowercased())
      }
    }
  }

  @Test(arguments: EmbeddedFiles.files.indices)
  func `languages within a language are known`(_ file: Int) throws {
    let languages = Languages()
    let name = try #require(Languages.names(ofFile: file).first)
    let language = try #require(languages.language(named: name))
    for name in language.names { #expect(languages.language(named: name) != nil, "\(name)") }
  }

  @Test(arguments: [
    ("js", "javascript"), ("ts", "typescript"), ("py", "python"), ("sh", "bash"), ("zsh", "bash"),
    ("yml", "yaml"), ("c++", "cpp"), ("cpp", "c++"), ("objc", "objective-c"), ("rs", "rust"),
    ("golang", "go"), ("c#", "csharp"), ("cs", "csharp"), ("kt", "kotlin"), ("rb", "ruby"),
    ("md", "markdown"), ("docker", "dockerfile"), ("make", "makefile"), ("hs", "haskell"),
    ("gql", "graphql"), ("ex", "elixir"), ("htm", "html"), ("svg", "xml"), ("patch", "diff"),
    ("jsx", "javascript"), ("shell-session", "console"), ("Swift", "swift"), ("JSON", "json"),
  ])
  func `a language is known by its other names`(alias: String, name: String) throws {
    let languages = Languages()
    let language = try #require(languages.language(named: name))
    #expect(languages.language(named: alias) === language)
  }

  @Test(arguments: [
    ("key: if\n[code]\nkey (", 3, "a ( without its )"),
    ("[code]\nkey [z-a]", 2, "a range without its end"),
    ("[code]\nkey a{", 2, "a { without a number"),
    ("[code]\nkey \\q", 2, "an escape that is none: \\q"),
    ("[code]\nkee a", 2, "an unknown kind: kee"),
    ("[code kee]", 1, "an unknown kind: kee"),
    ("[code]\nkey a > nowhere", 2, "an unknown state: nowhere"),
    ("[code]\nkey a goto x", 2, "an unknown step: goto"),
    ("[code]\nkey a >", 2, "a rule that ends too early"),
    ("[code]\nkey a after dinner", 2, "neither value nor operator: dinner"),
    ("keys", 1, "a setting without its colon"),
    ("key: a", 1, "an unknown state: code"),
    ("[code]\nuse a\n[a]\nuse code", 4, "states that use each other"),
    ("[code]" + String(repeating: "\nkey a", count: 129), 130, "a state of too many rules"),
  ])
  func `a mistake in a file is told with its line`(text: String, line: Int, words: String) {
    do throws(LanguageFile.Failure) {
      _ = try LanguageFile.parse(Array(text.utf8)) { _ in nil }
      Issue.record("\(text) was read")
    } catch {
      #expect(error.line == line)
      #expect(error.words == words)
    }
  }
}
