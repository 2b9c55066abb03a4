import Notes
import Pictures
import Problems
import Text

/// The words for what is wrong with pictures and other files that are published.
extension Problem {
  /// A picture beside the notes that cannot be cleaned.
  static func flawed(_ path: String, _ format: PictureFormat, _ flaw: PictureFlaw) -> Problem {
    func broken(_ reason: String, _ hint: String) -> Problem {
      Problem(
        .pictureBroken, file: path, "this \(format.rawValue) picture cannot be read: \(reason)",
        hint: hint)
    }
    let again = "open it in a program for pictures and save it again"
    switch flaw {
    case .truncated: return broken("it ends too early", "is all of it there? else \(again)")
    case .malformed(let offset): return broken("byte \(offset + 1) makes no sense", again)
    case .unknownPart(let name): return broken("no browser knows its part “\(name)”", again)
    case .documentType:
      return broken(
        "it defines words of its own, which could stand for anything",
        "save it as plain SVG, without what is meant for editing")
    case .encoding: return broken("it is not in UTF-8", "save it in the encoding UTF-8")
    case .tooDeep(let limit):
      return broken("its elements are nested more than \(limit) deep", again)
    case .notShown: return .pictureFormat(path, format.rawValue)
    case .metadata(let found):
      return Problem(
        .pictureMetadata, file: path,
        "this \(format.rawValue) picture holds \(found.words), which cannot be taken out here",
        hint: "take it out with “exiftool -all= FILE”, or save the picture as JPEG, PNG or WebP")
    }
  }

  static func pictureFormat(_ path: String, _ name: String) -> Problem {
    Problem(
      .pictureFormat, file: path,
      "browsers do not show \(name) pictures, and their metadata cannot be taken out here",
      hint: "save it as JPEG, PNG or WebP; to offer it as it is, put it into "
        + "\(SiteLayout.staticFolder)/")
  }

  static func pictureUnknown(_ path: String) -> Problem {
    Problem(
      .pictureUnknown, file: path,
      "this is named like a picture and is none that I know, so it is published as it is",
      hint: "does it open in a browser?")
  }

  static func pictureDisarmed(_ path: String, _ names: [String]) -> Problem {
    let shown = 3
    let distinct = Set(names).sorted()
    let named = distinct.prefix(shown).map { "“\($0.cut(to: 40))”" }
    let more = distinct.count > shown ? ["\(distinct.count - shown) more"] : []
    return Problem(
      .pictureDisarmed, file: path,
      "what could run or fetch something was left out of this drawing: \((named + more).spoken)",
      hint: "put in as paths or text what is needed")
  }

  /// A picture that takes long to load.
  static func pictureHeavy(_ path: String, _ bytes: Int) -> Problem {
    let tenths = (bytes + 50_000) / 100_000
    return Problem(
      .pictureHeavy, file: path,
      "this picture weighs \(tenths / 10).\(tenths % 10) MB, and whoever sees it in a list loads all of that",
      hint: "save it smaller, as with “mogrify -resize 2000x2000\\> FILE”")
  }

  /// Something that is published as it is says where it was made.
  static func filePlace(_ path: String, isPicture: Bool) -> Problem {
    isPicture
      ? Problem(
        .filePlace, file: path, "this picture says where it was taken",
        hint: "in \(SiteLayout.staticFolder)/ it is published as it is: put it beside a note, "
          + "where it is cleaned, or clean it with “exiftool -all= FILE”")
      : Problem(
        .filePlace, file: path, "this recording says where it was made",
        hint: "take that out with “exiftool -all= FILE”, or "
          + "“ffmpeg -i FILE -map_metadata -1 -map 0:v? -map 0:a? -c copy NEW”")
  }

  /// A picture that is published as it is.
  static func fileMetadata(_ path: String, _ found: Set<PictureMetadata>) -> Problem {
    Problem(
      .fileMetadata, file: path, "this picture holds \(found.words)",
      hint: "in \(SiteLayout.staticFolder)/ it is published as it is; beside a note it is cleaned")
  }

  static func fileMetadata(_ path: String, _ found: Set<AttachmentTrace>) -> Problem {
    Problem(
      .fileMetadata, file: path, "this file may say \(found.sorted().map(\.words).spoken)",
      hint: "it is published as it is: look at its properties before others do")
  }
}

extension Set<PictureMetadata> {
  fileprivate var words: String { sorted().map(\.words).spoken }
}

extension PictureMetadata {
  var words: String {
    switch self {
    case .place: "the place where it was taken"
    case .exif: "Exif data"
    case .xmp: "XMP data"
    case .iptc: "IPTC data"
    case .comment: "a comment"
    case .text: "text"
    case .preview: "a small copy of itself"
    case .editor: "what a program for drawings keeps for itself"
    case .trailing: "data behind its end"
    case .other: "data of unknown use"
    }
  }
}

extension AttachmentTrace {
  fileprivate var words: String {
    switch self {
    case .place: "where it was made"
    case .author: "who made it"
    case .device: "with what device it was made"
    case .history: "what was changed in it"
    }
  }
}
