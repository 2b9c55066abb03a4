/// The namespaces that prefixes stand for, where one is in a document.
struct Namespaces {
  static let drawing = "http://www.w3.org/2000/svg"
  static let link = "http://www.w3.org/1999/xlink"
  static let page = "http://www.w3.org/1999/xhtml"
  static let xml = "http://www.w3.org/XML/1998/namespace"

  /// By prefix, the innermost last; an empty prefix is that of elements without one.
  private var meanings: [String: [String]] = [:]

  mutating func declare(_ prefix: String, as namespace: String) {
    meanings[prefix, default: []].append(namespace)
  }

  mutating func forget(_ prefixes: [String]) {
    for prefix in prefixes { meanings[prefix]?.removeLast() }
  }

  /// What a prefix stands for; nil where nobody has said.
  func meaning(of prefix: some StringProtocol) -> String? {
    prefix == "xml" ? Self.xml : meanings[String(prefix)]?.last
  }

  /// The name of an element.
  func resolve(_ name: String) -> QualifiedName {
    guard let colon = name.firstIndex(of: ":") else {
      return QualifiedName(namespace: meaning(of: "") ?? "", local: name)
    }
    return QualifiedName(
      namespace: meaning(of: name[..<colon]) ?? "unknown",
      local: String(name[name.index(after: colon)...]))
  }
}

struct QualifiedName {
  let namespace: String
  let local: String

  /// Without any namespace a browser draws nothing, and some drawings are written so.
  var isDrawing: Bool { namespace == Namespaces.drawing || namespace.isEmpty }
}
