// Microsoft and IBM, Multimedia Programming Interface 1.0, chapter 3 (RIFF, LIST INFO); EBU Tech 3285.

/// WAVE and AVI: chunks with names and lengths.
enum WaveTraces {
  private static let chunkLimit = 2_000
  private static let names = [
    "IART": "artist", "IENG": "engineer", "ITCH": "encoded by", "ICMS": "owner",
  ]

  static func find(in file: PictureBytes, _ findings: inout AttachmentFindings) {
    walk(file, from: 12, to: .max, isInfo: false, &findings)
  }

  private static func walk(
    _ file: PictureBytes, from start: Int, to end: Int, isInfo: Bool,
    _ findings: inout AttachmentFindings
  ) {
    var offset = start
    for _ in 0..<chunkLimit {
      guard offset < end, let size = file.little(at: offset + 4, count: 4) else { return }
      let name = file.name(at: offset)
      let content = offset + 8
      switch name {
      case "LIST" where !isInfo && file.name(at: content) == "INFO":
        walk(file, from: content + 4, to: content + size, isInfo: true, &findings)
      case "id3 ", "ID3 ": ID3Traces.find(in: file, at: content, &findings)
      case "bext":
        findings.add(file.bytes(at: content, count: min(size, 256)).untilZero)
        findings.add(
          file.bytes(at: content + 256, count: min(max(0, size - 256), 32)).untilZero,
          named: "originator")
      case "_PMX", "iXML": findings.add(file.bytes(at: content, count: min(size, 16_384)))
      default:
        if isInfo {
          findings.add(
            file.bytes(at: content, count: min(size, 4_096)).untilZero, named: names[name] ?? "")
        }
      }
      offset = content + size + size % 2
    }
  }
}

extension [UInt8] {
  fileprivate var untilZero: [UInt8] { Array(prefix { $0 != 0 }) }
}
