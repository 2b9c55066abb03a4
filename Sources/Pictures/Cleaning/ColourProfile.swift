// ICC.1:2022, 7.2 and 7.3 (header and tags), 10.15 and 10.24 (texts); ICC.1:2001, 6.5.17.

/// The words in a picture's colour profile, which stays in it when it is cleaned: the name of a screen
/// may be that of its owner.
package enum ColourProfile {
  private static let tagLimit = 100
  private static let textLimit = 4_096

  /// The words in the profile of a JPEG or WebP. What a PNG has is compressed and not looked into.
  package static func texts(in picture: [UInt8], _ format: PictureFormat) -> [String] {
    switch format {
    case .jpeg: texts(ofProfile: jpegProfile(picture))
    case .webP: texts(ofProfile: webPProfile(picture))
    default: []
    }
  }

  private static func jpegProfile(_ picture: [UInt8]) -> [UInt8] {
    var profile: [UInt8] = []
    var offset = 2
    while let marker = picture.big(at: offset, count: 2), marker != 0xFFDA, marker >= 0xFF00,
      let length = picture.big(at: offset + 2, count: 2), length >= 2
    {
      let end = min(offset + 2 + length, picture.count)
      let payload = picture[min(offset + 4, end)..<end]
      // Its name, which piece it is and of how many.
      if marker == 0xFFE2, payload.starts(with: "ICC_PROFILE\0") {
        profile += payload.dropFirst(14)
      }
      offset += 2 + length
    }
    return profile
  }

  private static func webPProfile(_ picture: [UInt8]) -> [UInt8] {
    var offset = 12
    while let size = picture.little(at: offset + 4, count: 4) {
      let start = offset + 8
      guard start + size <= picture.count else { return [] }
      if picture.name(at: offset) == "ICCP" { return Array(picture[start..<start + size]) }
      offset = start + size + size % 2
    }
    return []
  }

  static func texts(ofProfile profile: [UInt8]) -> [String] {
    guard let count = profile.big(at: 128, count: 4) else { return [] }
    var texts: [String] = []
    for index in 0..<min(count, tagLimit) {
      let entry = 132 + index * 12
      guard let offset = profile.big(at: entry + 4, count: 4),
        let size = profile.big(at: entry + 8, count: 4), size >= 8, offset <= profile.count,
        size <= profile.count - offset
      else { continue }
      let value = profile[offset..<offset + size]
      switch profile.name(at: offset) {
      case "text": texts.append(String(latin: value.dropFirst(8).prefix(textLimit)))
      case "desc":
        texts.append(String(latin: value.dropFirst(12).prefix(textLimit).prefix { $0 != 0 }))
      case "mluc":
        for record in 0..<min(profile.big(at: offset + 8, count: 4) ?? 0, tagLimit) {
          guard let length = profile.big(at: offset + 20 + record * 12, count: 4),
            let place = profile.big(at: offset + 24 + record * 12, count: 4), place <= size,
            length <= size - place
          else { break }
          let words = value.dropFirst(place).prefix(min(length, textLimit))
          texts.append(String(wide: words, isBig: true))
        }
      default: break
      }
    }
    return texts.filter { !$0.isEmpty }
  }
}
