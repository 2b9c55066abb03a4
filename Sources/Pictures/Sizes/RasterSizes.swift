// PNG: W3C “Portable Network Graphics”, 11.2.2. GIF: CompuServe's GIF89a, 18. WebP: RFC 9649.

extension PictureSize {
  static func png(_ picture: PictureBytes) -> PictureSize? {
    guard picture.name(at: 12) == "IHDR", let width = picture.big(at: 16, count: 4),
      let height = picture.big(at: 20, count: 4)
    else { return nil }
    return PictureSize(width, height)
  }

  static func gif(_ picture: PictureBytes) -> PictureSize? {
    guard let width = picture.little(at: 6, count: 2), let height = picture.little(at: 8, count: 2)
    else { return nil }
    return PictureSize(width, height)
  }

  static func webP(_ picture: PictureBytes) -> PictureSize? {
    switch picture.name(at: 12) {
    case "VP8 ":
      // Two bits above each side say how to scale it, which nobody does.
      guard picture.bytes(at: 23, count: 3) == [0x9D, 0x01, 0x2A],
        let width = picture.little(at: 26, count: 2), let height = picture.little(at: 28, count: 2)
      else { return nil }
      return PictureSize(width & 0x3FFF, height & 0x3FFF)
    case "VP8L":
      guard picture.bytes(at: 20, count: 1) == [0x2F], let bits = picture.little(at: 21, count: 4)
      else { return nil }
      return PictureSize(bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    case "VP8X":
      guard let width = picture.little(at: 24, count: 3),
        let height = picture.little(at: 27, count: 3)
      else { return nil }
      return PictureSize(width + 1, height + 1)
    default: return nil
    }
  }
}
