import Foundation

/// Turns characters into the form in which they are compared: without case, accents, and the many
/// widths and shapes of one letter.
///
/// A scalar is decomposed (NFKD of Unicode Standard Annex 15), freed of the marks that readers leave
/// out when they type, and put into lower case; a few letters that Unicode takes for letters of
/// their own are spelt as people type them. `themes/shared/search.js` does the same, scalar by
/// scalar: what changes here changes there.
struct Folding {
  /// What a folded scalar is to words.
  enum Kind: Sendable {
    /// It belongs to no word.
    case separator
    /// A letter or digit of a script that puts space between words.
    case letter
    /// A letter of a script that puts none.
    case spaceless
    /// A mark that stays, because without it the letter before it would be another.
    case mark
  }

  struct Piece: Sendable {
    let kind: Kind
    let utf8: Unicode.UTF8.EncodedScalar
  }

  private var pieces: [Piece] = []
  /// By the upper bits of a scalar: where its page starts in `places`; 0 for one not met yet.
  private var pages = [Int32](repeating: 0, count: 0x1100)
  /// By scalar, page by page: the range of its pieces, as start and length, and 1 added to know it.
  private var places = [UInt32](repeating: 0, count: 256)

  /// A text holds few different characters, so each is worked out once.
  mutating func fold(_ scalar: Unicode.Scalar) -> ArraySlice<Piece> {
    let value = Int(scalar.value)
    if pages[value >> 8] == 0 {
      pages[value >> 8] = Int32(places.count)
      places.append(contentsOf: repeatElement(0, count: 256))
    }
    let place = Int(pages[value >> 8]) + value & 0xFF
    if places[place] == 0 {
      let start = pieces.count
      pieces += Self.pieces(of: scalar)
      places[place] = UInt32(start << 8 | (pieces.count - start + 1))
    }
    let start = Int(places[place] >> 8)
    return pieces[start..<start + Int(places[place] & 0xFF) - 1]
  }

  private static func pieces(of scalar: Unicode.Scalar) -> [Piece] {
    var pieces: [Piece] = []
    for part in String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars
    where !isLeftOut(part) {
      for small in part.properties.lowercaseMapping.unicodeScalars where !isLeftOut(small) {
        for letter in spelling(of: small).unicodeScalars {
          guard let utf8 = Unicode.UTF8.encode(letter) else { continue }
          pieces.append(Piece(kind: kind(of: letter), utf8: utf8))
        }
      }
    }
    return pieces
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: .mark
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      isSpaceless(scalar) ? .spaceless : .letter
    default: .separator
    }
  }

  /// Accents of European scripts, the points of Hebrew and Arabic, the stretching of Arabic, and
  /// what only tells a printer where to break a word. Other marks are vowels.
  private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x483...0x487, 0x591...0x5C7, 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670,
      0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7, 0x6E8, 0x6EA...0x6ED, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
      0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xAD, 0x200C...0x200F, 0x2060, 0xFEFF:
      true
    default: false
    }
  }

  /// Thai, Lao, Burmese, Khmer, kana and Han.
  private static func isSpaceless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3041...0x30FF,
      0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  private static func spelling(of scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "ß": "ss"
    case "æ": "ae"
    case "œ": "oe"
    case "ø": "o"
    case "đ", "ð": "d"
    case "ħ": "h"
    case "ı": "i"
    case "ĸ": "k"
    case "ł": "l"
    case "ŧ": "t"
    case "þ": "th"
    case "ς": "σ"
    default: String(scalar)
    }
  }
}
