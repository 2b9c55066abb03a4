import Text

/// Markup that is trusted: made by this program, or made safe by it.
@usableFromInline
package protocol Markup: Sendable {
  var isEmpty: Bool { get }
  func write(to output: inout ByteWriter)
}

extension [UInt8]: Markup {
  @usableFromInline
  package func write(to output: inout ByteWriter) { output.append(self) }
}
