// ISO/IEC 14496-12, 8.10 (user data); 3GPP TS 26.244, 8.4 (loci); Apple's QuickTime File Format.

/// Looks through the boxes of a film or a recording for what cameras and phones put in.
enum FilmTraces {
  private static let depthLimit = 8
  private static let containers: Set<String> = [
    "moov", "trak", "mdia", "minf", "stbl", "udta", "ilst",
  ]

  /// Tracks in which cameras write down where they are, moment by moment.
  private static let placeTracks: Set<String> = ["gpmd", "camm", "rtmd"]

  /// No text is longer, in bytes.
  private static let textLimit = 16_384

  static func find(in file: PictureBytes, _ findings: inout AttachmentFindings) {
    // The last box may say that it goes on to the end; only the media data do.
    walk(Box.all(in: file, from: 0, to: .max), depth: 0, isTold: false, file, &findings)
  }

  /// `isTold` says whether the boxes hold what is said of the film, and not the film.
  private static func walk(
    _ boxes: [Box], depth: Int, isTold: Bool, _ file: PictureBytes,
    _ findings: inout AttachmentFindings
  ) {
    guard depth < depthLimit else { return }
    for box in boxes {
      let inside = isTold || box.name == "udta" || box.name == "ilst"
      switch box.name {
      case "©xyz", "loci": findings.traces.insert(.place)
      case "©mak", "©mod": findings.traces.insert(.device)
      case "©ART", "©aut", "auth", "aART": findings.traces.insert(.author)
      default: break
      }
      switch box.name {
      case "keys": read(keys: box, file, &findings)
      case "stsd":
        for entry in Box.all(in: file, from: box.start + 8, to: box.end)
        where placeTracks.contains(entry.name) {
          findings.traces.insert(.place)
        }
      case "meta":
        // Apple leaves out the four bytes of version and flags.
        let isFull = file.big(at: box.start, count: 4) == 0
        let inner = Box.all(in: file, from: box.start + (isFull ? 4 : 0), to: box.end)
        walk(inner, depth: depth + 1, isTold: true, file, &findings)
      case "covr":
        // A box of data, with its kind and its language before the picture.
        for data in Box.all(in: file, from: box.start, to: box.end) {
          let size = data.end - data.start - 8
          guard size > 0, size <= 16 * 1_048_576 else { continue }
          findings.add(picture: file.bytes(at: data.start + 8, count: size))
        }
      case let name where containers.contains(name):
        let inner = Box.all(in: file, from: box.start, to: box.end)
        walk(inner, depth: depth + 1, isTold: inside, file, &findings)
      case "XMP_", "uuid": readText(of: box, file, &findings)
      default:
        if inside { readText(of: box, file, &findings) }
      }
    }
  }

  /// What can be read in a box whose form is one of many: the numbers before and between texts are
  /// left out.
  private static func readText(
    of box: Box, _ file: PictureBytes, _ findings: inout AttachmentFindings
  ) {
    let bytes = file.bytes(at: box.start, count: min(box.end - box.start, textLimit))
    let runs = bytes.split { $0 < 0x20 && !(0x09...0x0D ~= $0) || $0 == 0x7F }
    for run in runs where run.count > 1 && !run.elementsEqual("data".utf8) {
      findings.add(Array(run))
    }
    // 3GPP may write in UTF-16, which has a mark.
    for index in bytes.indices.dropLast()
    where bytes[index] == 0xFE && bytes[index + 1] == 0xFF {
      findings.add(String(wide: bytes[index...], isBig: true))
    }
  }

  /// Names of values such as `com.apple.quicktime.location.ISO6709`, each in a box of its own.
  private static func read(
    keys box: Box, _ file: PictureBytes, _ findings: inout AttachmentFindings
  ) {
    for key in Box.all(in: file, from: box.start + 8, to: box.end) {
      let bytes = file.bytes(at: key.start, count: min(key.end - key.start, 200))
      let name = String(decoding: bytes, as: UTF8.self).lowercased()
      if name.contains("location") { findings.traces.insert(.place) }
      if name.hasSuffix(".make") || name.hasSuffix(".model") { findings.traces.insert(.device) }
      if name.hasSuffix(".author") || name.hasSuffix(".artist") { findings.traces.insert(.author) }
    }
  }
}
