/// Small pictures with words of their author's in them.
enum SamplePicture {
  /// A gray picture of one dot, with its orientation, a camera, a place and a comment.
  static func jpeg(_ secret: String, profile: [UInt8] = []) -> [UInt8] {
    let exif =
      Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 3]
      + [0x01, 0x0F, 0, 2, 0, 0, 0, 4] + Array("CAM\0".utf8)
      + [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]
      + [0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 50, 0, 0, 0, 0]
      + [0, 1, 0, 1, 0, 2, 0, 0, 0, 2, 0x4E, 0, 0, 0, 0, 0, 0, 0]
    return [0xFF, 0xD8] + segment(0xE1, exif) + segment(0xFE, Array(secret.utf8))
      + (profile.isEmpty ? [] : segment(0xE2, profile)) + picture
  }

  /// The same without what tells of anyone.
  static let cleanJPEG: [UInt8] = {
    let exif =
      Array("Exif\0\0II*\0".utf8) + [8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6]
      + [0, 0, 0, 0, 0, 0, 0]
    return [0xFF, 0xD8] + segment(0xE1, exif) + picture
  }()

  static func svg(_ secret: String) -> [UInt8] {
    Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"><!-- \(secret) -->
      <metadata>\(secret)</metadata><path d="M0 0h1"/></svg>
      """.utf8)
  }

  static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
    [0xFF, marker, 0, UInt8(payload.count + 2)] + payload
  }

  /// All that decodes it: tables, frame, scan.
  private static let picture: [UInt8] =
    segment(0xDB, [0] + [UInt8](repeating: 1, count: 64))
    + segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0])
    + segment(0xC4, [0x00, 1] + [UInt8](repeating: 0, count: 15) + [0])
    + segment(0xC4, [0x10, 1] + [UInt8](repeating: 0, count: 15) + [0])
    + segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x3F, 0xFF, 0xD9]
}
