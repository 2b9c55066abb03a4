extension Unicode.Scalar {
  /// Whether it turns the direction of what follows, so that a text shows itself as another: the
  /// embeddings, overrides and isolates of the bidirectional algorithm.
  package var turnsText: Bool {
    switch value {
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension String {
  /// Without what could write to a terminal or turn the words around it: U+FFFD for each control
  /// character but the tab, and for each scalar that turns text.
  package var printable: String {
    guard unicodeScalars.contains(where: Self.isUnprintable) else { return self }
    var printable = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      printable.append(Self.isUnprintable(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(printable)
  }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.turnsText
      || scalar != "\t" && (scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value)
  }
}
