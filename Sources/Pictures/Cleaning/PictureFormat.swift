/// What kind of picture some bytes are, told by their beginning and not by a name.
package enum PictureFormat: String, Sendable, CaseIterable {
  case jpeg = "JPEG"
  case png = "PNG"
  case gif = "GIF"
  case webP = "WebP"
  case svg = "SVG"
  case avif = "AVIF"
  // What browsers do not show, and what nobody here can clean.
  case heic = "HEIC"
  case jpegXL = "JPEG XL"
  case jpeg2000 = "JPEG 2000"
  case tiff = "TIFF"
  case photoshop = "Photoshop"
  case raw = "raw"

  /// How many bytes of a file are enough to tell.
  package static let beginning = 65_536

  package init?(of beginning: [UInt8]) {
    guard let format = Self.format(of: beginning) else { return nil }
    self = format
  }

  /// Whether browsers show it.
  package var isShown: Bool {
    switch self {
    case .jpeg, .png, .gif, .webP, .svg, .avif: true
    case .heic, .jpegXL, .jpeg2000, .tiff, .photoshop, .raw: false
    }
  }

  private static func format(of bytes: [UInt8]) -> PictureFormat? {
    if bytes.starts(with: PNGCleaning.signature) { return .png }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) { return .gif }
    if bytes.name(at: 0) == "RIFF", bytes.name(at: 8) == "WEBP" { return .webP }
    if bytes.starts(with: "II*\0".utf8) || bytes.starts(with: "MM\0*".utf8) { return .tiff }
    if bytes.starts(with: [0x49, 0x49, 0x2B, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 0x2B]) {
      return .tiff
    }
    if bytes.starts(with: "8BPS".utf8) { return .photoshop }
    if bytes.starts(with: [0xFF, 0x0A]) { return .jpegXL }
    switch bytes.name(at: 4) {
    case "JXL ": return .jpegXL
    case "jP  ": return .jpeg2000
    case "ftyp": return format(ofBrandsIn: bytes)
    default: return SVGCleaning.isDrawing(bytes) ? .svg : nil
    }
  }

  /// A file of boxes says in the first of them what it is; films and sound do too, and are none.
  private static func format(ofBrandsIn bytes: [UInt8]) -> PictureFormat? {
    let end = min(bytes.big(at: 0, count: 4) ?? 0, 256)
    let brands = [8] + stride(from: 16, to: max(16, end), by: 4)
    for brand in brands.compactMap(bytes.name) {
      switch brand {
      case "avif", "avis": return .avif
      case "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs": return .heic
      case "crx ": return .raw
      default: break
      }
    }
    // A picture all the same, coded in some other way.
    let isPicture = brands.contains { ["mif1", "msf1", "miaf"].contains(bytes.name(at: $0)) }
    return isPicture ? .heic : nil
  }
}
