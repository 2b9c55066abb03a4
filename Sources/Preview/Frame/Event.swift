import Text

extension Scene {
  /// The scene as those hear of it who listen to `/-/events`.
  var event: [UInt8] {
    var event = ByteWriter(capacity: 1_024)
    event.append("data: ")
    event.append(jsonFor: .file) { json in
      json.text("version", version)
      json.text("origin", origin)
      json.text("base", basePath)
      json.text("audience", audience)
      json.array("notices") { json in
        for notice in notices { json.object(notice.write) }
      }
    }
    event.append("\n\n")
    return event.bytes
  }
}

extension Notice {
  fileprivate func write(to json: inout JSONWriter) {
    json.text("severity", isError ? "error" : "warning")
    json.text("place", unlessEmpty: place)
    json.text("message", message)
    json.text("excerpt", unlessEmpty: excerpt)
    json.text("hint", unlessEmpty: hint)
    json.texts("notes", notes)
  }
}
