// CIPA DC-008 (Exif 2.32), 4.6; TIFF 6.0, section 2.

/// What is worth knowing of the Exif data of a picture.
struct Exif {
  /// 1 to 8; nil where it says none, or one that makes no sense.
  private(set) var orientation: Int?
  /// Whether it says where the picture was taken.
  private(set) var hasPlace = false

  private static let entryLimit = 200
  static let orientationTag = 0x0112
  private static let placeTag = 0x8825

  /// `bytes` begin with the byte order; some put the name of JPEG's segment before.
  init(_ bytes: ArraySlice<UInt8>) {
    let bytes = Array(bytes.starts(with: "Exif\0\0") ? bytes.dropFirst(6) : bytes)
    let isBig = bytes.starts(with: "MM".utf8)
    func number(_ offset: Int, _ count: Int) -> Int? {
      isBig ? bytes.big(at: offset, count: count) : bytes.little(at: offset, count: count)
    }
    guard number(2, 2) == 42, let directory = number(4, 4), let count = number(directory, 2) else {
      return
    }
    for index in 0..<min(count, Self.entryLimit) {
      let entry = directory + 2 + index * 12
      guard let tag = number(entry, 2) else { return }
      if tag == Self.placeTag { hasPlace = true }
      if tag == Self.orientationTag, orientation == nil, let turn = number(entry + 8, 2),
        (1...8).contains(turn)
      {
        orientation = turn
      }
    }
  }

  /// What it comes down to.
  var metadata: Set<PictureMetadata> { hasPlace ? [.exif, .place] : [.exif] }

  /// Exif data that says nothing but how a picture is turned; nil where it is not.
  var minimal: [UInt8]? {
    guard let orientation, orientation != 1 else { return nil }
    var bytes = Array("II*\0".utf8)
    bytes.append(little: 8, count: 4)
    bytes.append(little: 1, count: 2)
    bytes.append(little: Self.orientationTag, count: 2)
    // One short number.
    bytes.append(little: 3, count: 2)
    bytes.append(little: 1, count: 4)
    bytes.append(little: orientation, count: 4)
    bytes.append(little: 0, count: 4)
    return bytes
  }
}

extension Exif {
  static let minimalSize = 26
}
