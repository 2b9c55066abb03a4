/// A strict reading of what the renderer writes: every `<` begins a tag in the one form that it
/// has, tags nest, and nothing in them is of a kind that a note may not have.
struct Wellformedness {
  /// What is wrong first.
  private(set) var fault: String?
  private var open: [String] = []

  init(of html: String) {
    var rest = Array(html.utf8)[...]
    while let less = rest.firstIndex(of: UInt8(ascii: "<")), fault == nil {
      rest = rest[less...].dropFirst()
      if !readTag(&rest), fault == nil { fault = "no tag at \(Self.excerpt(rest))" }
    }
    if fault == nil, let name = open.last { fault = "<\(name)> is not closed" }
  }

  private mutating func readTag(_ rest: inout ArraySlice<UInt8>) -> Bool {
    let isEnd = Self.take(&rest, "/")
    let name = Self.name(&rest)
    guard !name.isEmpty else { return false }
    if isEnd {
      guard Self.take(&rest, ">") else { return false }
      if open.popLast() != name { fault = "</\(name)> closes something else" }
      return true
    }
    if ["script", "style", "iframe", "svg", "object", "base", "form"].contains(name) {
      fault = "<\(name)>"
    }
    var names: Set<String> = []
    while Self.take(&rest, " ") {
      if Self.take(&rest, "/>") { return true }
      let attribute = Self.name(&rest, hyphens: true)
      guard !attribute.isEmpty, Self.take(&rest, "=\""),
        let end = rest.firstIndex(of: UInt8(ascii: "\""))
      else { return false }
      let value = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[end...].dropFirst()
      check(attribute, value, isNew: names.insert(attribute).inserted)
    }
    guard Self.take(&rest, ">") else { return false }
    open.append(name)
    return true
  }

  private mutating func check(_ name: String, _ value: String, isNew: Bool) {
    if !isNew { fault = "\(name) stands twice" }
    if name.hasPrefix("on") || name == "style" || name == "srcset" { fault = name }
    if value.contains("<") { fault = "\(name)=\(value)" }
    let scheme = value.drop { $0.asciiValue.map { $0 <= 0x20 } ?? false }.lowercased()
    if name == "href" || name == "src",
      scheme.hasPrefix("javascript:") || scheme.hasPrefix("vbscript:")
        || scheme.hasPrefix("data:") && !scheme.hasPrefix("data:image/")
    {
      fault = "\(name)=\(value)"
    }
  }

  private static func name(_ rest: inout ArraySlice<UInt8>, hyphens: Bool = false) -> String {
    let name = rest.prefix {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || hyphens && $0 == 0x2D
    }
    rest = rest.dropFirst(name.count)
    return String(decoding: name, as: UTF8.self)
  }

  private static func take(_ rest: inout ArraySlice<UInt8>, _ mark: String) -> Bool {
    guard rest.starts(with: mark.utf8) else { return false }
    rest = rest.dropFirst(mark.utf8.count)
    return true
  }

  private static func excerpt(_ rest: ArraySlice<UInt8>) -> String {
    String(decoding: rest.prefix(60), as: UTF8.self)
  }
}
