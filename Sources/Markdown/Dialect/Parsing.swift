extension Tree {
  /// The tree of a Markdown text, given as valid UTF-8. A text that holds nothing beyond CommonMark
  /// is libcmark's alone.
  init(parsing source: [UInt8], options: MarkdownOptions) {
    let scan = DialectScan(source, options)
    let finding = scan.finding
    if finding == .mayBeMore || scan.holdsManyBrackets {
      self = DialectTree.parse(source, options: options)
      return
    }
    self.init(parsing: source, isSmart: finding == .smartMarks)
    if scan.syntax.contains(.autolinks), hasBareAddress {
      self = DialectTree.parse(source, options: options)
    }
  }
}
