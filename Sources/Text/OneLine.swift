extension String {
  /// The text on one line: a space for every run of white space and of control characters, so that
  /// no file can write to a terminal.
  package var asOneLine: String {
    var line = ""
    var isGap = false
    for scalar in unicodeScalars {
      let category = scalar.properties.generalCategory
      if category == .control || scalar.properties.isWhitespace {
        isGap = true
      } else {
        if isGap, !line.isEmpty { line += " " }
        isGap = false
        line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}
