/// Writes JSON without white space straight to where it belongs.
///
/// Keys are plain words, and stand in the order in which they are written.
package struct JSONWriter: ~Copyable {
  fileprivate var output: ByteWriter
  private let place: JSONPlace

  fileprivate init(for place: JSONPlace, writingTo output: consuming ByteWriter) {
    self.place = place
    self.output = output
  }

  fileprivate consuming func finish() -> ByteWriter { output }

  /// An item of a list that is an object.
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    beginItem()
    writeObject(members)
  }

  package mutating func array(_ key: StaticString, _ items: (inout JSONWriter) -> Void) {
    self.key(key)
    output.append(UInt8(ascii: "["))
    items(&self)
    output.append(UInt8(ascii: "]"))
  }

  /// A member that is an object.
  package mutating func object(_ key: StaticString, _ members: (inout JSONWriter) -> Void) {
    self.key(key)
    writeObject(members)
  }

  fileprivate mutating func writeObject(_ members: (inout JSONWriter) -> Void) {
    output.append(UInt8(ascii: "{"))
    members(&self)
    output.append(UInt8(ascii: "}"))
  }

  /// A member that is a text; none where there is no text.
  package mutating func text(_ key: StaticString, _ text: String?) {
    guard let text else { return }
    self.key(key)
    output.append(jsonString: text, for: place)
  }

  /// The same, and none where the text is empty.
  package mutating func text(_ key: StaticString, unlessEmpty text: String?) {
    if text?.isEmpty == false { self.text(key, text) }
  }

  /// A member that is a text at hand as UTF-8.
  package mutating func text(_ key: StaticString, _ text: [UInt8]) {
    self.key(key)
    text.withUnsafeBufferPointer { output.append(jsonString: $0, for: place) }
  }

  /// A member that is a list of texts; none where there are none.
  package mutating func texts(_ key: StaticString, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    array(key) { json in
      for text in texts {
        json.beginItem()
        json.output.append(jsonString: text, for: json.place)
      }
    }
  }

  package mutating func number(_ key: StaticString, _ number: Int) {
    self.key(key)
    output.append(number)
  }

  /// A member that was written before, for the same place.
  package mutating func written(_ key: StaticString, _ value: [UInt8]) {
    self.key(key)
    output.append(value)
  }

  private mutating func key(_ key: StaticString) {
    beginItem()
    output.append(Ascii.quote)
    key.withUTF8Buffer { output.append($0) }
    output.append(Ascii.quote)
    output.append(Ascii.colon)
  }

  /// What stands behind another has a comma before it; what has just been opened holds nothing yet.
  private mutating func beginItem() {
    switch output.last {
    case UInt8(ascii: "{"), UInt8(ascii: "["): break
    default: output.append(UInt8(ascii: ","))
    }
  }
}

extension ByteWriter {
  /// Appends an object in JSON.
  package mutating func append(jsonFor place: JSONPlace, _ members: (inout JSONWriter) -> Void) {
    var json = JSONWriter(for: place, writingTo: self)
    json.writeObject(members)
    self = json.finish()
  }
}
