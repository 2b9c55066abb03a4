// SVG 2, 7.2 (viewBox) and 8.10 (sizing).

extension PictureSize {
  /// How much of the file is searched for its root element.
  private static let searched = 65_536

  /// The width and height of the root element in pixels, else those of its view box.
  static func svg(_ picture: PictureBytes) -> PictureSize? {
    let text = String(decoding: picture.bytes(at: 0, count: searched), as: UTF8.self)
    guard let tag = rootTag(of: text) else { return nil }
    let box =
      attribute("viewBox", of: tag)?
      .split { $0 == " " || $0 == "," || $0.isNewline }.compactMap { Double($0) } ?? []
    let width = attribute("width", of: tag).flatMap(pixels)
    let height = attribute("height", of: tag).flatMap(pixels)
    if let width, let height { return PictureSize(width, height) }
    guard box.count == 4, box[2] > 0, box[3] > 0, box[2] <= 65_535, box[3] <= 65_535 else {
      return nil
    }
    // One side alone keeps the view box's proportions.
    if let width { return PictureSize(width, Int((Double(width) * box[3] / box[2]).rounded())) }
    if let height { return PictureSize(Int((Double(height) * box[2] / box[3]).rounded()), height) }
    return PictureSize(Int(box[2].rounded()), Int(box[3].rounded()))
  }

  /// The inside of the first tag, if it is `svg`: comments, instructions and a document type may
  /// stand before it.
  private static func rootTag(of text: String) -> Substring? {
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      rest = rest[open...]
      let end: String
      if rest.hasPrefix("<!--") {
        end = "-->"
      } else if rest.hasPrefix("<?") {
        end = "?>"
      } else if rest.hasPrefix("<!") {
        end = ">"
      } else {
        guard rest.hasPrefix("<svg"), let close = rest.firstIndex(of: ">") else { return nil }
        return rest[..<close].dropFirst(4)
      }
      guard let close = rest.firstRange(of: end) else { return nil }
      rest = rest[close.upperBound...]
    }
    return nil
  }

  private static func attribute(_ name: String, of tag: Substring) -> Substring? {
    var rest = tag
    while let equals = rest.firstIndex(of: "=") {
      let key = rest[..<equals].split(whereSeparator: \.isWhitespace).last ?? ""
      let value = rest[equals...].dropFirst().drop(while: \.isWhitespace)
      guard let quote = value.first, quote == "\"" || quote == "'",
        let close = value.dropFirst().firstIndex(of: quote)
      else { return nil }
      if key == name { return value[..<close].dropFirst() }
      rest = value[close...].dropFirst()
    }
    return nil
  }

  /// A length in CSS pixels; nil for a percentage and the units of type.
  private static func pixels(_ length: Substring) -> Int? {
    let number = length.prefix { $0.isNumber || ".+-eE".contains($0) && $0 != "e" }
    let factors = [
      "": 1.0, "px": 1, "pt": 4 / 3.0, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96,
    ]
    guard let value = Double(number), let factor = factors[String(length.dropFirst(number.count))],
      value > 0, value * factor <= 65_535
    else { return nil }
    return max(1, Int((value * factor).rounded()))
  }
}
