import Problems

extension Look {
  /// Reads `accent`, `colors` and `fonts`.
  static func read(_ reader: inout FieldReader) -> Look {
    var look = Look()
    look.accent = colour("accent", "a colour such as \"#0b6e4f\"", &reader) { _ in true }
    if let field = reader.field("colors", "colours") {
      reader.read(field, what: "list of colours", keys: ["paper", "ink", "dark"]) { reader in
        look.paper = light("paper", &reader)
        look.ink = dark("ink", &reader)
        guard let field = reader.field("dark") else { return }
        reader.read(field, what: "list of colours", keys: ["paper", "ink"]) { reader in
          look.darkPaper = dark("paper", &reader)
          look.darkInk = light("ink", &reader)
        }
      }
    }
    guard let field = reader.field("fonts") else { return look }
    guard field.entries != nil else {
      look.textFont = font(field, "fonts", &reader)
      return look
    }
    reader.read(field, what: "list of fonts", keys: ["text", "labels"]) { reader in
      look.textFont = reader.field("text").flatMap { font($0, "text", &reader) }
      look.labelFont = reader.field("labels").flatMap { font($0, "labels", &reader) }
    }
    return look
  }

  private static func light(_ key: String, _ reader: inout FieldReader) -> Colour? {
    colour(key, "a light colour such as \"#fffdf8\"", &reader) { light.contains($0.luminance) }
  }

  private static func dark(_ key: String, _ reader: inout FieldReader) -> Colour? {
    colour(key, "a dark colour such as \"#1c1a17\"", &reader) { dark.contains($0.luminance) }
  }

  private static func colour(
    _ key: String, _ wish: String, _ reader: inout FieldReader, where suits: (Colour) -> Bool
  ) -> Colour? {
    guard let field = reader.field(key), let text = reader.text(field, key: key) else { return nil }
    if let colour = Colour(text), suits(colour) { return colour }
    reader.report(
      .wrongKind(key, wants: "\(wish), in quotes", reader.file, at: reader.range(of: field)))
    return nil
  }

  private static func font(_ field: Field, _ key: String, _ reader: inout FieldReader) -> Font? {
    guard let text = reader.text(field, key: key) else { return nil }
    if let font = Font(text) { return font }
    reader.report(
      .wrongKind(
        key, wants: "serif, sans, mono or the name of a font", reader.file,
        at: reader.range(of: field)))
    return nil
  }
}
