/// What a file that is no picture says of who made it and where, as far as that is told cheaply.
package enum AttachmentTrace: Int, Sendable, CaseIterable, Comparable {
  case place, author, device, history

  package static func < (a: AttachmentTrace, b: AttachmentTrace) -> Bool { a.rawValue < b.rawValue }

  /// The traces in a file; none in one of a kind that is not known.
  package static func all(in file: PictureBytes) -> Set<AttachmentTrace> {
    AttachmentFindings(of: file).traces
  }
}

/// Text documents, tables and slides: each says who wrote it and who changed it, and may hold
/// remarks and what was deleted.
enum OfficeTraces {
  static func isDocument(_ start: [UInt8]) -> Bool {
    // The container of Microsoft's older formats.
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return true }
    guard start.starts(with: "PK\u{3}\u{4}".utf8) else { return false }
    let name = start.dropFirst(30)
    return name.starts(with: "[Content_Types].xml")
      || name.starts(with: "mimetypeapplication/vnd.oasis.")
  }
}
