/// Writes JSON straight into bytes, where a site has much of it; for the rest there is `JSONValue`.
///
/// Keys are plain words, and stand in the order in which they are written.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private let place: JSONPlace

  package init(for place: JSONPlace, capacity: Int) {
    self.place = place
    bytes.reserveCapacity(capacity)
  }

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    beginItem()
    bytes.append(UInt8(ascii: "{"))
    members(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  package mutating func array(_ key: StaticString, _ items: (inout JSONWriter) -> Void) {
    self.key(key)
    bytes.append(UInt8(ascii: "["))
    items(&self)
    bytes.append(UInt8(ascii: "]"))
  }

  /// A member that is an object.
  package mutating func object(_ key: StaticString, _ members: (inout JSONWriter) -> Void) {
    self.key(key)
    bytes.append(UInt8(ascii: "{"))
    members(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  /// A member that is a text; none where there is no text.
  package mutating func text(_ key: StaticString, _ text: String?) {
    guard let text else { return }
    self.key(key)
    bytes.append(jsonString: text, for: place)
  }

  /// A member that is a list of texts; none where there are none.
  package mutating func texts(_ key: StaticString, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    array(key) { json in
      for text in texts {
        json.beginItem()
        json.bytes.append(jsonString: text, for: json.place)
      }
    }
  }

  package mutating func number(_ key: StaticString, _ number: Int) {
    self.key(key)
    bytes.append(String(number))
  }

  /// A member that was written before, for the same place.
  package mutating func written(_ key: StaticString, _ value: [UInt8]) {
    self.key(key)
    bytes.append(contentsOf: value)
  }

  private mutating func key(_ key: StaticString) {
    beginItem()
    bytes.append(Ascii.quote)
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(Ascii.quote)
    bytes.append(Ascii.colon)
  }

  /// What stands behind another has a comma before it; what has just been opened holds nothing yet.
  private mutating func beginItem() {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["): break
    default: bytes.append(UInt8(ascii: ","))
    }
  }
}
