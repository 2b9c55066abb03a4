/// A file of the search index, named by what it holds.
struct SearchFile: Sendable {
  let name: String
  let bytes: [UInt8]

  /// Where they all stand.
  static let folder = "search/"

  init(_ kind: String, _ suffix: String, _ bytes: [UInt8]) {
    name = "\(kind)-\(Self.hash(bytes)).\(suffix)"
    self.bytes = bytes
  }

  var route: Route { .file(Self.folder + name) }

  /// FNV-1a of 64 bits, in 13 digits.
  private static func hash(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 36)
    return String(repeating: "0", count: 13 - digits.count) + digits
  }
}
