import Dates
import Files
import Notes
import Pictures
import Problems
import Redaction
import Text

/// Looks at a site as it would be with a note published, and says what that takes.
package struct ReleaseDesk: Sendable {
  let site: Site
  let folder: any Folder
  let copies: PublishedCopies
  /// Reads a folder as a build would.
  let read: @Sendable (any Folder, Audience) async -> SiteReader.Reading
  /// In seconds since 1970.
  let now: Int
  /// What a build for everyone, and for the coach, says of the site as it is.
  private let known: [Audience: Set<Problem>]

  /// `site` is the whole of it, private notes included. What a build says of it anyway is not said
  /// again.
  package init(
    _ site: Site, in folder: any Folder, now: Int, for audiences: [Audience] = [.public],
    reading: @escaping @Sendable (any Folder, Audience) async -> SiteReader.Reading
  ) async throws(ReleaseRefusal) {
    let (copies, problems) = PublishedCopies.read(in: folder)
    guard problems.isEmpty else { throw ReleaseRefusal(problems: problems) }
    self.site = site
    self.folder = folder
    self.copies = copies
    self.now = now
    read = reading
    var known: [Audience: Set<Problem>] = [:]
    for audience in audiences {
      let reading = await reading(folder, audience)
      let made = Publication.make(of: reading, in: folder, for: audience, now: now)
      known[audience] = Set(made.problems)
    }
    self.known = known
  }

  var today: Moment {
    Moment(
      date: Moment(instant: now, in: site.configuration.zone).date, in: site.configuration.zone)
  }

  /// The site as it would be, for an audience.
  struct Outlook {
    let folder: OverlayFolder
    let publication: Publication?
    let problems: [Problem]
  }

  func outlook(_ folder: OverlayFolder, for audience: Audience) async -> Outlook {
    let reading = await read(folder, audience)
    let made = Publication.make(of: reading, in: folder, for: audience, now: now)
    return Outlook(folder: folder, publication: made.publication, problems: made.problems)
  }

  /// What an outlook says of some files, or has not been said before.
  func news(in outlook: Outlook, for audience: Audience, about files: Set<String>) -> [Problem] {
    let known = known[audience] ?? []
    return outlook.problems.filter { problem in
      let isAbout =
        problem.file.map(files.contains) ?? false
        || problem.notes.contains { $0.file.map(files.contains) ?? false }
      return isAbout || !known.contains(problem)
    }
  }
}

/// Why a note is not published.
package struct ReleaseRefusal: Error {
  package let problems: [Problem]
}
