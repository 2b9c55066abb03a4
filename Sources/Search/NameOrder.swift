/// The order in which readers look for names: without case and accents, as they search for them.
package struct NameOrder {
  private var folding = Folding()

  package init() {}

  /// What comes first in it has the smaller key; names that differ in case and accents alone have
  /// the same.
  package mutating func key(of name: String) -> String {
    var bytes: [UInt8] = []
    for scalar in name.unicodeScalars {
      for piece in folding.fold(scalar) { bytes += piece.utf8 }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
