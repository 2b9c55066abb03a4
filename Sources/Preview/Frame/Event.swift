import Text

extension Scene {
  /// The scene as those hear of it who listen to `/-/events`.
  var event: [UInt8] {
    var bytes = Array("data: ".utf8)
    bytes.append(
      json: .object([
        "version": .text(version),
        "origin": .text(origin),
        "base": .text(basePath),
        "audience": .text(audience),
        "notices": .array(notices.map(\.json)),
      ]))
    bytes.append("\n\n")
    return bytes
  }
}

extension Notice {
  fileprivate var json: JSONValue {
    .object([
      "severity": .text(isError ? "error" : "warning"),
      "place": .text(unlessEmpty: place),
      "message": .text(message),
      "excerpt": .text(unlessEmpty: excerpt),
      "hint": .text(unlessEmpty: hint),
      "notes": .texts(unlessEmpty: notes),
    ])
  }
}
