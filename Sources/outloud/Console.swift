import Files
import Problems

/// Text for people goes to standard error, data to standard output.
enum Console {
  static func say(_ text: String) { write(text, to: .standardError) }

  static func print(_ text: String) { write(text, to: .standardOutput) }

  /// Appends a line break where there is none.
  private static func write(_ text: String, to stream: StandardStream) {
    guard !text.isEmpty else { return }
    stream.write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8))
  }
}
