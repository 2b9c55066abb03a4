import CMark
import Glibc

/// What libcmark alone makes of a text: the only file here that sees its pointers.
enum Reference {
  /// Parses and renders, and returns the length of the HTML.
  static func render(_ text: [UInt8]) -> Int {
    let html = text.withUnsafeBytes { bytes in
      cmark_markdown_to_html(
        bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, CMARK_OPT_UNSAFE)
    }
    guard let html else { return 0 }
    defer { free(html) }
    return strlen(html)
  }
}
