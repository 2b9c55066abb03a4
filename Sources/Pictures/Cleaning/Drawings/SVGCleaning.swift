// XML 1.0 (fifth edition), 2 and 3; Namespaces in XML 1.0, 6; SVG 2.

/// Keeps of an SVG what draws, byte by byte.
///
/// Such a picture is a document that a browser opens like a page, with all a page may do. What is
/// left of it has no script, asks no other file for anything, and says nothing of who drew it.
struct SVGCleaning {
  /// XML readers take no more.
  private static let depthLimit = 256

  private var scanner: MarkupScanner
  private var clean = CleanPicture()
  private var namespaces = Namespaces()
  private var open: [OpenElement] = []
  private var sheet = Sheet()
  private var hasRoot = false

  private struct OpenElement {
    let name: ArraySlice<UInt8>
    let isKept: Bool
    let isSheet: Bool
    let prefixes: [String]
  }

  /// What has been gathered of the style sheet that is being read.
  private struct Sheet {
    var start = 0
    var text: [UInt8] = []
    /// Whether there is nothing but text in it.
    var isPlain = true
  }

  static func clean(_ picture: [UInt8]) throws(PictureFlaw) -> CleanPicture {
    var cleaning = SVGCleaning(scanner: try MarkupScanner(picture))
    try cleaning.run()
    return cleaning.clean
  }

  private init(scanner: MarkupScanner) {
    self.scanner = scanner
    clean.bytes.reserveCapacity(scanner.bytes.count)
  }

  private var isKeeping: Bool { open.last?.isKept ?? true }
  private var isInSheet: Bool { open.last.map { $0.isKept && $0.isSheet } ?? false }

  private mutating func run() throws(PictureFlaw) {
    while let token = try scanner.next() {
      switch token {
      case .byteOrderMark: break
      case .comment:
        clean.removed.insert(.comment)
        sheet.isPlain = false
      case .documentType:
        guard !hasRoot else { throw .malformed(at: scanner.offset) }
      case .instruction(let range):
        try take(instruction: range)
      case .text(let range): try take(text: range)
      case .characterData(let range):
        guard !open.isEmpty else { throw .malformed(at: range.lowerBound) }
        if isInSheet {
          sheet.text += scanner.bytes[range].dropFirst(9).dropLast(3)
        } else if isKeeping {
          clean.bytes += scanner.bytes[range]
        }
      case .start(let tag): try take(tag)
      case .end(let name, let range): try close(name, range)
      }
    }
    guard hasRoot, open.isEmpty else { throw .truncated }
  }

  private mutating func take(instruction range: Range<Int>) throws(PictureFlaw) {
    let text = scanner.bytes[range]
    guard text.starts(with: "<?xml"), text.dropFirst(5).first.map(XML.isSpace) ?? false else {
      // A style sheet elsewhere is fetched; the rest is for other programs.
      if text.starts(with: "<?xml-stylesheet") { clean.disarmed.append("xml-stylesheet") }
      clean.removed.insert(.other)
      sheet.isPlain = false
      return
    }
    guard !hasRoot, clean.bytes.isEmpty else { throw .malformed(at: range.lowerBound) }
    let words = String(decoding: text, as: UTF8.self).lowercased()
    let encodings = ["utf-8", "utf8", "us-ascii", "iso-8859-1", "windows-1252"]
    if words.contains("encoding") {
      guard encodings.contains(where: { words.contains("\"\($0)\"") || words.contains("'\($0)'") })
      else { throw .encoding }
    }
    clean.bytes += text
  }

  private mutating func take(text range: Range<Int>) throws(PictureFlaw) {
    let text = scanner.bytes[range]
    guard !open.isEmpty else {
      guard text.allSatisfy(XML.isSpace) else { throw .malformed(at: range.lowerBound) }
      clean.bytes += text
      return
    }
    if isInSheet {
      sheet.text += XML.decoded(text)
    } else if isKeeping {
      clean.bytes += text
    }
  }

  // MARK: - Elements

  private mutating func take(_ tag: MarkupTag) throws(PictureFlaw) {
    guard open.count < Self.depthLimit else { throw .tooDeep(limit: Self.depthLimit) }
    guard !(open.isEmpty && hasRoot) else { throw .malformed(at: tag.range.lowerBound) }
    let attributes = tag.attributes.map { SVGAttribute($0, in: scanner.bytes) }
    var prefixes: [String] = []
    for attribute in attributes {
      guard let prefix = attribute.declaredPrefix else { continue }
      namespaces.declare(prefix, as: attribute.value)
      prefixes.append(prefix)
    }
    let name = namespaces.resolve(String(decoding: scanner.bytes[tag.name], as: UTF8.self))
    if !hasRoot {
      guard name.isDrawing, name.local == "svg" else { throw .malformed(at: tag.range.lowerBound) }
      hasRoot = true
    }
    let isKept = isKeeping && !isInSheet && keeps(name, attributes)
    if isKept { write(tag, name.local, attributes) }
    if isInSheet { sheet.isPlain = false }
    guard !tag.isEmpty else {
      namespaces.forget(prefixes)
      return
    }
    let isSheet = name.local == "style"
    if isKept, isSheet { sheet = Sheet(start: scanner.offset) }
    open.append(
      OpenElement(
        name: scanner.bytes[tag.name], isKept: isKept, isSheet: isSheet, prefixes: prefixes))
  }

  private mutating func close(
    _ name: Range<Int>, _ range: Range<Int>
  ) throws(PictureFlaw) {
    guard let element = open.last, element.name.elementsEqual(scanner.bytes[name]) else {
      throw .malformed(at: range.lowerBound)
    }
    if isInSheet {
      let style = StyleCleaning.clean(sheet.text)
      clean.disarmed += style.disarmed
      clean.removed.formUnion(style.removed)
      if sheet.isPlain, style.bytes == sheet.text {
        clean.bytes += scanner.bytes[sheet.start..<range.lowerBound]
      } else {
        clean.bytes.append(xml: style.bytes)
      }
    }
    if element.isKept { clean.bytes += scanner.bytes[range] }
    namespaces.forget(element.prefixes)
    open.removeLast()
  }

  /// Whether an element draws, or makes part of what does.
  private mutating func keeps(_ name: QualifiedName, _ attributes: [SVGAttribute]) -> Bool {
    guard name.isDrawing else {
      // What editors keep for themselves; pages inside a drawing can do what pages can.
      if name.namespace == Namespaces.page {
        clean.disarmed.append(name.local)
      } else {
        clean.removed.insert(.editor)
      }
      return false
    }
    guard SVGVocabulary.elements.contains(name.local) else {
      if name.local == "metadata" {
        clean.removed.insert(.editor)
      } else {
        clean.disarmed.append(name.local)
      }
      return false
    }
    // A link or a handler can also be set in the course of a movement.
    let moved = attributes.first { $0.name == "attributeName" }
    if let target = moved?.value.filter({ !$0.isWhitespace }).lowercased(),
      target == "href" || target.hasSuffix(":href") || target.hasPrefix("on")
    {
      clean.disarmed.append(name.local)
      return false
    }
    return true
  }

  private mutating func write(_ tag: MarkupTag, _ local: String, _ attributes: [SVGAttribute]) {
    clean.bytes += scanner.bytes[tag.range.lowerBound..<tag.name.upperBound]
    for attribute in attributes {
      switch attribute.verdict(in: local, namespaces) {
      case .keep: clean.bytes += scanner.bytes[attribute.range]
      case .drop: clean.removed.insert(.editor)
      case .disarm: clean.disarmed.append(attribute.name)
      case .rewrite(let value, let removed, let disarmed):
        clean.removed.formUnion(removed)
        clean.disarmed += disarmed
        clean.bytes += " \(attribute.name)=\"".utf8
        clean.bytes.append(xml: value)
        clean.bytes += "\"".utf8
      }
    }
    clean.bytes += scanner.bytes[tag.tail]
  }

  /// Whether a file begins like a drawing.
  static func isDrawing(_ beginning: [UInt8]) -> Bool {
    guard var scanner = try? MarkupScanner(beginning) else { return false }
    scanner.allowsDefinitions = true
    while let token = try? scanner.next() {
      switch token {
      case .start(let tag):
        let name = scanner.bytes[tag.name]
        return name.split(separator: UInt8(ascii: ":")).last.map { Array($0) == Array("svg".utf8) }
          ?? false
      case .text(let range):
        guard scanner.bytes[range].allSatisfy(XML.isSpace) else { return false }
      case .end, .characterData: return false
      default: break
      }
    }
    return false
  }
}
