/// The width and height in pixels at which a picture is shown, read from its first bytes.
///
/// Nothing is decoded, and nothing a header says is believed beyond its own numbers: what cannot be
/// read, or is no size that a picture can have, gives none.
package struct PictureSize: Hashable, Sendable {
  package let width: Int
  package let height: Int

  /// The largest side that is believed.
  static let limit = 65_535

  init?(_ width: Int, _ height: Int) {
    guard (1...Self.limit).contains(width), (1...Self.limit).contains(height) else { return nil }
    self.width = width
    self.height = height
  }

  /// Reads the size of a PNG, JPEG, GIF, WebP, AVIF or SVG picture, told by its bytes and not by
  /// its name.
  package init?(of picture: PictureBytes) {
    let start = picture.bytes(at: 0, count: 16)
    let size: PictureSize? =
      if start.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
        .png(picture)
      } else if start.starts(with: [0xFF, 0xD8]) {
        .jpeg(picture)
      } else if start.starts(with: "GIF8".utf8) {
        .gif(picture)
      } else if start.starts(with: "RIFF".utf8), start.dropFirst(8).starts(with: "WEBP".utf8) {
        .webP(picture)
      } else if start.dropFirst(4).starts(with: "ftyp".utf8) {
        .avif(picture)
      } else {
        .svg(picture)
      }
    guard let size else { return nil }
    self = size
  }

  /// As wide as asked for, and as high as its shape then makes it.
  package func scaled(toWidth width: Int) -> PictureSize? {
    PictureSize(width, max(1, (height * width + self.width / 2) / self.width))
  }

  /// Lying on its side.
  var turned: PictureSize? { PictureSize(height, width) }
}
