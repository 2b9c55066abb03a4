import Dates
import Markdown
import Problems

/// What `outloud.yml` says, with a default for every key.
package struct Configuration: Sendable {
  package var title = "Notes"
  package var description: String?
  /// Where the site will stand; nil where nobody has said.
  package var address: SiteAddress?
  package var author = Author()
  /// A BCP 47 tag.
  package var language = "en"
  package var zone = Zone.utc
  package var theme = "ledger"
  package var look = Look()
  /// The folder of the notes, relative to the site's.
  package var notesFolder: String?
  package var isRepositoryPublic = false
  package var show: Set<Part> = []
  package var rhythm = Rhythm.weekly
  package var away: Moment?
  package var audiences: [OwnAudience] = []
  package var pageSize = 50
  package var feedItems = 20
  package var html = MarkdownOptions.RawHTML.sanitize
  /// Whether straight quotes, dashes and dots become those of a typesetter.
  package var isSmart = true
  /// Whether `:tada:` becomes a character.
  package var hasEmoji = false
  package var topicsFromFolders = true
  package var severities: [Problem.Code: SeverityChoice] = [:]
  /// Addresses that lead to others, in the order of the file.
  package var redirects: [Redirect] = []

  package init() {}

  /// Says where the site will stand, for whomever it is built.
  mutating func move(to address: SiteAddress) {
    self.address = address
    for index in audiences.indices { audiences[index].address = nil }
  }

  /// What is off until it is asked for.
  package enum Part: String, Sendable, CaseIterable {
    case resume, path, experience, rhythm, reply
  }

  /// What the author finds enough.
  package enum Rhythm: String, Sendable, CaseIterable {
    case weekly, monthly, quarterly
  }

  package enum SeverityChoice: String, Sendable, CaseIterable {
    case error, warning, ignore
  }

  /// An audience of the site's own, such as the people of one company, with a build for itself.
  package struct OwnAudience: Hashable, Sendable {
    package let name: String
    /// Where that build stands, if not where the public one does.
    package var address: SiteAddress?
  }

  package struct Redirect: Hashable, Sendable {
    package let from: String
    /// A path below the root, or an address elsewhere.
    package let to: String
  }
}

/// The person whose site it is.
package struct Author: Hashable, Sendable {
  package var name: String?
  package var url: String?
  package var email: String?
  package var photo: String?
  package var note: String?
  package var links: [Link] = []

  package struct Link: Hashable, Sendable {
    package let name: String
    package let url: String
  }
}

/// Where a site stands: scheme and host, and the path below which all its pages lie.
package struct SiteAddress: Hashable, Sendable {
  /// `https://example.org`, without a slash at its end.
  package let origin: String
  /// `/`, or `/sub/path/`.
  package let basePath: String

  private init(host: String) {
    origin = "http://" + host
    basePath = "/"
  }

  /// For a site of which nobody has said where it will stand.
  package static let local = SiteAddress(host: "localhost:8080")

  package init?(_ text: String) {
    guard let scheme = ["https://", "http://"].first(where: text.lowercased().hasPrefix) else {
      return nil
    }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    let forbidden: Set<Character> = ["?", "#", " ", "\"", "<", ">", "\\", "@"]
    guard !host.isEmpty, !host.hasPrefix(":"), !rest.contains(where: forbidden.contains) else {
      return nil
    }
    origin = scheme + host.lowercased()
    let parts = rest.dropFirst(host.count).split(separator: "/")
    guard parts.allSatisfy({ $0 != "." && $0 != ".." }) else { return nil }
    basePath = parts.isEmpty ? "/" : "/" + parts.joined(separator: "/") + "/"
  }
}
