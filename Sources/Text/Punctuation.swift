extension String {
  /// With the quotes, dashes and dots of a keyboard for those of a typesetter, to compare texts by.
  package var withPlainPunctuation: String {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
    var plain = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "“", "”", "„", "«", "»", "「", "」": plain += "\""
      case "‘", "’", "‚", "‹", "›", "『", "』": plain += "'"
      case "–": plain += "--"
      case "—": plain += "---"
      case "…": plain += "..."
      case "\u{202F}": break
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }
}
