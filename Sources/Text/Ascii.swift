/// The bytes that the scanners of this program look for, by name.
package enum Ascii {
  package static let tab: UInt8 = 0x09
  package static let newline: UInt8 = 0x0A
  package static let carriageReturn: UInt8 = 0x0D
  package static let space: UInt8 = 0x20
  package static let hash: UInt8 = 0x23
  package static let ampersand: UInt8 = 0x26
  package static let quote: UInt8 = 0x22
  package static let apostrophe: UInt8 = 0x27
  package static let hyphen: UInt8 = 0x2D
  package static let dot: UInt8 = 0x2E
  package static let slash: UInt8 = 0x2F
  package static let colon: UInt8 = 0x3A
  package static let less: UInt8 = 0x3C
  package static let greater: UInt8 = 0x3E
  package static let question: UInt8 = 0x3F
}
