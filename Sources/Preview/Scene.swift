/// One state of a site, as the server shows it.
package struct Scene: Sendable {
  /// Tells it from the states before, and from those of another run of the program.
  package let version: String
  /// Where the site stands on its host: `/`, or `/sub/`.
  package let basePath: String
  /// Where the site is published, or will be: `https://me.example`. Its whole addresses lead to what
  /// is shown here.
  package let origin: String
  /// Whom it is shown as, in words for a person.
  package let audience: String
  /// What is wrong with the site now. What is shown may be an earlier state that was sound.
  package let notices: [Notice]
  private let find: Find?

  /// Makes the bytes of a file. They are made each time that somebody asks.
  package typealias Contents = @Sendable () throws(Unavailable) -> [UInt8]
  /// Finds a file by the path below the base path at which a build would put it:
  /// `ward/index.html`.
  package typealias Find = @Sendable (String) -> Contents?

  /// Why a file could not be made, in words for a person.
  package struct Unavailable: Error {
    package let words: String

    package init(_ words: String) {
      self.words = words
    }
  }

  /// Without `find` there is nothing to show yet.
  package init(
    version: String, origin: String, basePath: String, audience: String, notices: [Notice],
    find: Find?
  ) {
    self.version = version
    self.origin = origin
    self.basePath = basePath
    self.audience = audience
    self.notices = notices
    self.find = find
  }

  var isEmpty: Bool { find == nil }

  /// How the bytes of a file are made; nil where there is no such file.
  package func contents(of file: String) -> Contents? { find?(file) }
}

/// Something wrong that the author should see, in words.
package struct Notice: Sendable {
  package let isError: Bool
  /// File, line and column, as far as they are known: `notes/a.md:4:13`.
  package let place: String?
  package let message: String
  /// The line it is about, and a caret beneath.
  package let excerpt: String?
  package let hint: String?
  /// What else belongs to it, a line each.
  package let notes: [String]

  package init(
    isError: Bool, place: String?, message: String, excerpt: String?, hint: String?,
    notes: [String]
  ) {
    self.isError = isError
    self.place = place
    self.message = message
    self.excerpt = excerpt
    self.hint = hint
    self.notes = notes
  }
}
