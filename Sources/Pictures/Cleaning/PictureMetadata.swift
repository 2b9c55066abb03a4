/// What a picture may say beside what it shows.
package enum PictureMetadata: Int, Sendable, CaseIterable, Comparable {
  case place, exif, xmp, iptc, comment, text, preview, editor, trailing, other

  package static func < (a: PictureMetadata, b: PictureMetadata) -> Bool { a.rawValue < b.rawValue }
}

/// A picture with nothing in it but what it shows: no metadata, no small copies of itself, nothing
/// behind its end. How it is turned, its colours and its movement stay.
package struct CleanPicture: Sendable {
  package internal(set) var bytes: [UInt8]
  /// What was left out.
  package internal(set) var removed: Set<PictureMetadata> = []
  /// Of a drawing: what could have run or fetched something, by its name.
  package internal(set) var disarmed: [String] = []

  init(_ bytes: [UInt8] = []) {
    self.bytes = bytes
  }

  /// Cleans a picture of a format; the same bytes always give the same.
  package init(_ bytes: [UInt8], as format: PictureFormat) throws(PictureFlaw) {
    self =
      switch format {
      case .jpeg: try JPEGCleaning.clean(bytes)
      case .png: try PNGCleaning.clean(bytes)
      case .gif: try GIFCleaning.clean(bytes)
      case .webP: try WebPCleaning.clean(bytes)
      case .svg: try SVGCleaning.clean(bytes)
      case .avif: try AVIFInspection.inspect(bytes)
      case .heic, .jpegXL, .jpeg2000, .tiff, .photoshop, .raw: throw .notShown
      }
  }
}

/// Why a picture cannot be cleaned.
package enum PictureFlaw: Error, Hashable, Sendable {
  /// It ends before it is complete.
  case truncated
  /// What stands at an offset is none of its format.
  case malformed(at: Int)
  /// It needs a part that no browser knows.
  case unknownPart(String)
  /// Metadata is woven into it.
  case metadata(Set<PictureMetadata>)
  /// Browsers do not show such pictures.
  case notShown
  /// A drawing with a document type that defines things, which could stand for anything.
  case documentType
  /// A drawing in another encoding than UTF-8.
  case encoding
  /// A drawing whose elements are nested deeper than this.
  case tooDeep(limit: Int)
}
