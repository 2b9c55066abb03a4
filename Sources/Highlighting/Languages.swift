import Synchronization

/// The languages that the program knows, each read from its table when first asked for.
///
/// What is kept of them never changes, so one of these serves all threads, and it makes no
/// difference whether there is one or many.
package final class Languages: Sendable {
  private struct Known {
    var files: [String: Int] = [:]
    var languages: [Int: Language] = [:]
  }

  private let known = Mutex(Known())

  package init() {}

  /// The kinds of the code's pieces, from its first byte to its last; nil for a language that is
  /// none of these.
  ///
  /// Names are those of GitHub, in any case: `swift`, `c++`, `js`.
  package func tokens(of code: ArraySlice<UInt8>, as name: String) -> [Token]? {
    guard let language = language(named: name) else { return nil }
    return code.withUnsafeBufferPointer { bytes in
      var tokens: [Token] = []
      tokens.reserveCapacity(bytes.count / 4)
      Lexer.read(bytes, in: 0..<bytes.count, as: language, of: self, adding: &tokens)
      return tokens
    }
  }

  func language(named name: String) -> Language? {
    let name = name.lowercased()
    return known.withLock { known in
      if known.files.isEmpty { known.files = Self.filesByName() }
      guard let file = known.files[name] else { return nil }
      if let language = known.languages[file] { return language }
      // That each file can be read is what the tests see to.
      let language = try? LanguageFile.parse(Self.text(of: file)) { name in
        known.files[name].map(Self.text(of:))
      }
      known.languages[file] = language
      return language
    }
  }

  static func text(of file: Int) -> [UInt8] {
    EmbeddedFiles.files[file].text.withUTF8Buffer { Array($0) }
  }

  static func filesByName() -> [String: Int] {
    var files: [String: Int] = [:]
    for index in EmbeddedFiles.files.indices {
      for name in names(ofFile: index) { files[name] = index }
    }
    return files
  }

  static func names(ofFile file: Int) -> [String] {
    EmbeddedFiles.files[file].text.withUTF8Buffer { LanguageFile.names(in: $0) }
  }
}
