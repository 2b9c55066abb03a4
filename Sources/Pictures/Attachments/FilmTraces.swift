// ISO/IEC 14496-12, 8.10 (user data); 3GPP TS 26.244, 8.4 (loci); Apple's QuickTime File Format.

/// Looks through the boxes of a film or a recording for what cameras and phones put in.
enum FilmTraces {
  private static let depthLimit = 8
  private static let containers: Set<String> = [
    "moov", "trak", "mdia", "minf", "stbl", "udta", "ilst",
  ]

  /// Tracks in which cameras write down where they are, moment by moment.
  private static let placeTracks: Set<String> = ["gpmd", "camm", "rtmd"]

  static func all(in file: PictureBytes) -> Set<AttachmentTrace> {
    var traces: Set<AttachmentTrace> = []
    // The last box may say that it goes on to the end; only the media data do.
    walk(Box.all(in: file, from: 0, to: .max), depth: 0, file, &traces)
    return traces
  }

  private static func walk(
    _ boxes: [Box], depth: Int, _ file: PictureBytes, _ traces: inout Set<AttachmentTrace>
  ) {
    guard depth < depthLimit else { return }
    for box in boxes {
      switch box.name {
      case "©xyz", "loci": traces.insert(.place)
      case "©mak", "©mod": traces.insert(.device)
      case "©ART", "©aut", "auth", "aART": traces.insert(.author)
      case "keys": read(keys: box, file, &traces)
      case "stsd":
        for entry in Box.all(in: file, from: box.start + 8, to: box.end)
        where placeTracks.contains(entry.name) {
          traces.insert(.place)
        }
      case "meta":
        // Apple leaves out the four bytes of version and flags.
        let isFull = file.big(at: box.start, count: 4) == 0
        let inner = Box.all(in: file, from: box.start + (isFull ? 4 : 0), to: box.end)
        walk(inner, depth: depth + 1, file, &traces)
      case let name where containers.contains(name):
        walk(Box.all(in: file, from: box.start, to: box.end), depth: depth + 1, file, &traces)
      default: break
      }
    }
  }

  /// Names of values such as `com.apple.quicktime.location.ISO6709`, each in a box of its own.
  private static func read(
    keys box: Box, _ file: PictureBytes, _ traces: inout Set<AttachmentTrace>
  ) {
    for key in Box.all(in: file, from: box.start + 8, to: box.end) {
      let bytes = file.bytes(at: key.start, count: min(key.end - key.start, 200))
      let name = String(decoding: bytes, as: UTF8.self).lowercased()
      if name.contains("location") { traces.insert(.place) }
      if name.hasSuffix(".make") || name.hasSuffix(".model") { traces.insert(.device) }
      if name.hasSuffix(".author") || name.hasSuffix(".artist") { traces.insert(.author) }
    }
  }
}
