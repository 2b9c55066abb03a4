/// ISO 32000-1, 7.3.4 (strings) and 14.3 (metadata). What is compressed is not looked into.
enum PDFTraces {
  private static let piece = 65_536
  /// No value is longer.
  private static let overlap = 4_096
  private static let limit = 64 * 1_048_576

  private static let keys = [
    "/Author", "/Title", "/Subject", "/Keywords", "/Creator", "/Company", "/Manager",
  ].map { Array($0.utf8) }
  private static let packet = Array("<x:xmpmeta".utf8)

  static func find(in file: PictureBytes, _ findings: inout AttachmentFindings) {
    var offset = 0
    while offset < limit {
      let bytes = file.bytes(at: offset, count: piece + overlap)
      for index in bytes.indices.prefix(piece) {
        switch bytes[index] {
        case 0x2F: value(in: bytes, at: index, &findings)
        case 0x3C: markup(in: file, bytes, at: index, offset, &findings)
        // Photographs keep their Exif data in it.
        case 0x45 where bytes[index...].starts(with: "Exif\0\0"):
          if Exif(bytes[(index + 6)...]).hasPlace { findings.traces.insert(.place) }
        default: break
        }
      }
      guard bytes.count > piece else { return }
      offset += piece
    }
  }

  private static func value(
    in bytes: [UInt8], at index: Int, _ findings: inout AttachmentFindings
  ) {
    guard let key = keys.first(where: { bytes[index...].starts(with: $0) }) else { return }
    let name = String(decoding: key.dropFirst(), as: UTF8.self)
    let rest = bytes[(index + key.count)...].drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    if name == "Author" { findings.traces.insert(.author) }
    switch rest.first {
    case 0x28: findings.add(text(literal(rest.dropFirst())))
    case 0x3C where rest.dropFirst().first != 0x3C:
      findings.add(text(hexadecimal(rest.dropFirst())))
    default: break
    }
  }

  private static func markup(
    in file: PictureBytes, _ bytes: [UInt8], at index: Int, _ offset: Int,
    _ findings: inout AttachmentFindings
  ) {
    let rest = bytes[index...]
    if rest.starts(with: "<dc:creator") { findings.traces.insert(.author) }
    if rest.starts(with: "<exif:GPS") || rest.starts(with: "exif:GPSL") {
      findings.traces.insert(.place)
    }
    guard rest.starts(with: packet) else { return }
    findings.add(file.bytes(at: offset + index, count: 16_384))
  }

  private static func literal(_ rest: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var depth = 0
    var index = rest.startIndex
    while index < rest.endIndex, bytes.count < overlap {
      let byte = rest[index]
      index += 1
      switch byte {
      case 0x28: depth += 1
      case 0x29:
        if depth == 0 { return bytes }
        depth -= 1
      case 0x5C:
        guard index < rest.endIndex else { return bytes }
        let digits = rest[index...].prefix(3).prefix { 0x30...0x37 ~= $0 }
        if digits.isEmpty {
          bytes.append(rest[index])
          index += 1
        } else {
          let code = digits.reduce(0) { $0 << 3 | Int($1 & 7) }
          bytes.append(UInt8(truncatingIfNeeded: code))
          index = digits.endIndex
        }
        continue
      default: break
      }
      bytes.append(byte)
    }
    return bytes
  }

  private static func hexadecimal(_ rest: ArraySlice<UInt8>) -> [UInt8] {
    let digits = rest.prefix(overlap).prefix { $0 != 0x3E }.compactMap { byte -> UInt8? in
      switch byte {
      case 0x30...0x39: byte - 0x30
      case 0x41...0x46: byte - 0x37
      case 0x61...0x66: byte - 0x57
      default: nil
      }
    }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  private static func text(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFE, 0xFF]) { return String(wide: bytes[...], isBig: true) }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF])
      ? String(decoding: bytes.dropFirst(3), as: UTF8.self) : String(latin: bytes)
  }
}
