/// A part of a block's text on its way into the tree.
///
/// Pieces lie flat, in the order of the text: what emphasis and links enclose is told by pieces
/// that open and close. So nothing is moved when a pair is found, and nesting costs no stack.
struct Piece {
  enum Kind: UInt8 {
    /// Bytes of the block.
    case text
    /// Bytes of the tree's text, which the author wrote otherwise.
    case literal
    case softBreak, lineBreak
    /// A node without children, or one whose children follow up to its `close`.
    case leaf, open, close
    /// A run of delimiters, which may open and close any number of spans.
    case delimiter
  }

  var kind: Kind
  var start: Int32 = 0
  var end: Int32 = 0
  /// The place among the parser's nodes or delimiters.
  var index: Int32 = 0

  static func text(_ range: Range<Int>) -> Piece {
    Piece(kind: .text, start: Int32(range.lowerBound), end: Int32(range.upperBound))
  }

  static func literal(_ range: Range<Int32>) -> Piece {
    Piece(kind: .literal, start: range.lowerBound, end: range.upperBound)
  }
}
