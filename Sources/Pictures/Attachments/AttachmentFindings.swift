/// What a file that is no picture says of itself: traces of who made it, where and with what, and the
/// words that stand in its metadata.
package struct AttachmentFindings: Sendable {
  package internal(set) var traces: Set<AttachmentTrace> = []
  /// In the order of the file, so many and no longer.
  package private(set) var texts: [String] = []
  private var bytesLeft = 262_144

  private static let longest = 16_384
  private static let countLimit = 2_000
  /// No picture within a file is larger.
  private static let pictureLimit = 16 * 1_048_576

  package init(of file: PictureBytes) {
    let start = file.bytes(at: 0, count: 64)
    let film: Set<String> = ["ftyp", "moov", "mdat", "wide", "free", "skip"]
    if start.starts(with: "%PDF-".utf8) {
      PDFTraces.find(in: file, &self)
    } else if OfficeTraces.isDocument(start) {
      traces.formUnion([.author, .history])
    } else if film.contains(file.name(at: 4)) {
      FilmTraces.find(in: file, &self)
    } else if start.starts(with: "OggS".utf8) {
      OggTraces.find(in: file, &self)
    } else if start.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) {
      MatroskaTraces.find(in: file, &self)
    } else if start.starts(with: "RIFF".utf8) || start.starts(with: "RF64".utf8) {
      WaveTraces.find(in: file, &self)
    } else {
      let offset = start.starts(with: "ID3".utf8) ? ID3Traces.find(in: file, at: 0, &self) : 0
      if offset > 0 || start.first == 0xFF, let tag = file.last(128) {
        ID3Traces.readLast(tag, &self)
      }
      if file.name(at: offset) == "fLaC" { FLACTraces.find(in: file, from: offset + 4, &self) }
    }
  }

  /// Words of the metadata, under a name where they have one.
  mutating func add(_ text: String, named name: String = "") {
    let words = text.trimmingPrefix { $0 == "\0" || $0.isWhitespace }
    guard !words.isEmpty, texts.count < Self.countLimit, bytesLeft > 0 else { return }
    let kept = String(words.prefix(Self.longest))
    bytesLeft -= kept.utf8.count
    texts.append(kept)
    let key = name.lowercased().filter(\.isLetter)
    if Self.placeNames.contains(where: key.contains) || Self.isPosition(kept) {
      traces.insert(.place)
    }
    if Self.authorNames.contains(key) { traces.insert(.author) }
    if Self.deviceNames.contains(key) { traces.insert(.device) }
  }

  mutating func add(_ bytes: [UInt8], named name: String = "") {
    add(String(decoding: bytes.prefix(Self.longest), as: UTF8.self), named: name)
  }

  /// A picture on the cover, which may say where it was taken.
  mutating func add(picture: [UInt8]) {
    guard picture.count <= Self.pictureLimit, let format = PictureFormat(of: picture) else {
      return
    }
    let clean = try? CleanPicture(picture, as: format)
    if clean?.removed.contains(.place) ?? AVIFInspection.namesPlace(picture) {
      traces.insert(.place)
    }
  }

  private static let placeNames = ["gps", "geo", "latitude", "longitude", "location"]
  private static let authorNames: Set<String> = [
    "artist", "author", "albumartist", "composer", "performer", "encodedby", "creator", "director",
    "producer", "owner", "engineer", "lyricist", "originator",
  ]
  private static let deviceNames: Set<String> = ["make", "model", "device", "camera"]

  /// Whether a text holds a position as ISO 6709 has it: `+59.3293+018.0686/`.
  private static func isPosition(_ text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(4_096))
    return bytes.indices.contains { index in
      guard let half = degrees(bytes, index, digits: 2), let end = degrees(bytes, half, digits: 3)
      else { return false }
      return end == bytes.count || !(0x30...0x39 ~= bytes[end])
    }
  }

  /// The end of a sign, so many digits or more, a point and two decimals or more.
  private static func degrees(_ bytes: [UInt8], _ start: Int, digits: Int) -> Int? {
    guard start < bytes.count, bytes[start] == 0x2B || bytes[start] == 0x2D else { return nil }
    let whole = bytes[(start + 1)...].prefix { 0x30...0x39 ~= $0 }
    guard digits...digits + 4 ~= whole.count, whole.endIndex < bytes.count,
      bytes[whole.endIndex] == 0x2E
    else { return nil }
    let decimals = bytes[(whole.endIndex + 1)...].prefix { 0x30...0x39 ~= $0 }
    return decimals.count >= 2 ? decimals.endIndex : nil
  }
}

extension String {
  fileprivate func trimmingPrefix(while isLeft: (Character) -> Bool) -> Substring {
    drop(while: isLeft)
  }

  /// Of one byte for each letter, as the oldest tags have it.
  init(latin bytes: some Sequence<UInt8>) {
    self = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// UTF-16 with or without its mark.
  init(wide bytes: ArraySlice<UInt8>, isBig: Bool) {
    var isBig = isBig
    var rest = bytes
    if rest.starts(with: [0xFE, 0xFF]) { (isBig, rest) = (true, rest.dropFirst(2)) }
    if rest.starts(with: [0xFF, 0xFE]) { (isBig, rest) = (false, rest.dropFirst(2)) }
    var units: [UInt16] = []
    var index = rest.startIndex
    while index + 1 < rest.endIndex {
      let (first, second) = (UInt16(rest[index]), UInt16(rest[index + 1]))
      units.append(isBig ? first << 8 | second : second << 8 | first)
      index += 2
    }
    self = String(decoding: units, as: UTF16.self)
  }
}
