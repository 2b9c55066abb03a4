/// The roles that elements play for each other: what one is, and what another may hold.
///
/// They follow the content models of the HTML standard, section 4, and are as strict as its parser
/// needs, so that what is written out is read back as it was meant.
struct HTMLKinds: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  static let phrasing = HTMLKinds(rawValue: 1 << 0)
  static let link = HTMLKinds(rawValue: 1 << 1)
  static let block = HTMLKinds(rawValue: 1 << 2)
  static let heading = HTMLKinds(rawValue: 1 << 3)
  static let table = HTMLKinds(rawValue: 1 << 4)
  static let item = HTMLKinds(rawValue: 1 << 5)
  static let term = HTMLKinds(rawValue: 1 << 6)
  static let summary = HTMLKinds(rawValue: 1 << 7)
  static let figureCaption = HTMLKinds(rawValue: 1 << 8)
  static let rubyText = HTMLKinds(rawValue: 1 << 9)
  static let tableCaption = HTMLKinds(rawValue: 1 << 10)
  static let tableHead = HTMLKinds(rawValue: 1 << 11)
  static let tableBody = HTMLKinds(rawValue: 1 << 12)
  static let row = HTMLKinds(rawValue: 1 << 13)
  static let cell = HTMLKinds(rawValue: 1 << 14)

  /// What stands within a line.
  static let inline: HTMLKinds = [.phrasing, .link]
  /// What stands where a paragraph may.
  static let flow: HTMLKinds = [.phrasing, .link, .block, .heading, .table]
  static let tableParts: HTMLKinds = [.tableCaption, .tableHead, .tableBody, .row, .cell]
}
