/// How far templates may go. A theme may come from a stranger, and must not take a build with it.
enum TemplateLimits {
  /// Sections, blocks and partials inside one another, as they are written.
  static let nesting = 100
  /// What the templates of one page may come to once partials are expanded, in bytes.
  static let expandedBytes = 8 << 20
  /// What each expansion of a partial or a block counts for among them.
  static let bytesOfRoutine = 1024
  /// The length up to which a list that is the same on every page is written out beforehand.
  static let constantItems = 200
  /// Sections and partials inside one another while a page is rendered, where recursive partials
  /// follow the data.
  static let depth = 200
  /// How often the sections and partials of one page may run.
  static let passes = 10_000_000
  /// The size of one page.
  static let outputBytes = 256 << 20
}
