/// The characters that a kind of token is made of.
struct Alphabet: Sendable {
  private let low: UInt64
  private let high: UInt64

  init(_ characters: String) {
    self.init(characters.utf8)
  }

  /// Of the bytes, those of ASCII.
  init(_ bytes: some Sequence<UInt8>) {
    var (low, high): (UInt64, UInt64) = (0, 0)
    for byte in bytes where byte < 0x80 {
      if byte < 0x40 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 0x40) }
    }
    self.low = low
    self.high = high
  }

  func contains(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return false }
    return byte < 0x40 ? low >> UInt64(byte) & 1 == 1 : high >> UInt64(byte - 0x40) & 1 == 1
  }

  private static let digits = "0123456789"
  private static let lower = "abcdefghijklmnopqrstuvwxyz"
  private static let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

  static let decimal = Alphabet(digits)
  static let hexadecimal = Alphabet(digits + "abcdefABCDEF")
  static let capitals = Alphabet(digits + upper)
  static let alphanumeric = Alphabet(digits + lower + upper)
  /// Those of base64 for URLs.
  static let url = Alphabet(digits + lower + upper + "_-")
  /// The same with dots between parts.
  static let dotted = Alphabet(digits + lower + upper + "_-.")
  static let base64 = Alphabet(digits + lower + upper + "+/=")
  static let uuid = Alphabet("0123456789abcdef-")
  /// Base64 of URLs with the sign between the parts of PayPal's tokens.
  static let dollars = Alphabet(digits + lower + upper + "_-$")
  /// Base64 of both kinds, with what else tokens are known to hold.
  static let wide = Alphabet(digits + lower + upper + "+/=_-.%~:")
}
