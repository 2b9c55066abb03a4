/// The page at `/-/`, which shows the site in a frame, with a bar above it: what it is made of lies
/// in `Page/`.
enum FramePage {
  /// A file by its name below `/-/`; the page itself has none.
  static func file(at name: String) -> (type: String, bytes: [UInt8])? {
    let path = name.isEmpty ? "frame.html" : name
    guard !name.hasSuffix(".html"),
      let file = EmbeddedFiles.files.first(where: { $0.path.holds(path) })
    else { return nil }
    return (ContentType.of(path), file.text.withUTF8Buffer { Array($0) })
  }
}

extension StaticString {
  fileprivate func holds(_ text: String) -> Bool {
    withUTF8Buffer { $0.elementsEqual(text.utf8) }
  }
}
