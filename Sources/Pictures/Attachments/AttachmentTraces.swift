/// What a file that is no picture says of who made it and where, as far as that is told cheaply.
package enum AttachmentTrace: Int, Sendable, CaseIterable, Comparable {
  case place, author, device, history

  package static func < (a: AttachmentTrace, b: AttachmentTrace) -> Bool { a.rawValue < b.rawValue }

  /// The traces in a file; none in one of a kind that is not known.
  package static func all(in file: PictureBytes) -> Set<AttachmentTrace> {
    let start = file.bytes(at: 0, count: 64)
    if start.starts(with: "%PDF-".utf8) { return PDFTraces.all(in: file) }
    if OfficeTraces.isDocument(start) { return [.author, .history] }
    let film: Set<String> = ["ftyp", "moov", "mdat", "wide", "free", "skip"]
    return film.contains(file.name(at: 4)) ? FilmTraces.all(in: file) : []
  }
}

/// Text documents, tables and slides: each says who wrote it and who changed it, and may hold
/// remarks and what was deleted.
private enum OfficeTraces {
  static func isDocument(_ start: [UInt8]) -> Bool {
    // The container of Microsoft's older formats.
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return true }
    guard start.starts(with: "PK\u{3}\u{4}".utf8) else { return false }
    let name = start.dropFirst(30)
    return name.starts(with: "[Content_Types].xml")
      || name.starts(with: "mimetypeapplication/vnd.oasis.")
  }
}

/// ISO 32000-1, 14.3. What is compressed is not looked into.
private enum PDFTraces {
  private static let piece = 65_536
  private static let limit = 64 * 1_048_576

  static func all(in file: PictureBytes) -> Set<AttachmentTrace> {
    var offset = 0
    while offset < limit {
      let bytes = file.bytes(at: offset, count: piece)
      for index in bytes.indices where bytes[index] == 0x2F || bytes[index] == 0x3C {
        let rest = bytes[index...]
        if rest.starts(with: "/Author") || rest.starts(with: "<dc:creator") { return [.author] }
      }
      guard bytes.count == piece else { return [] }
      // The last letters of this piece may be the first of a word.
      offset += piece - 16
    }
    return []
  }
}
