import Dates
import Files
import Notes
import Parallel
import Problems

/// A site made ready for one audience: every page and file of it, none of them rendered yet.
package struct Publication: Sendable {
  package let portfolio: Portfolio
  /// What is rendered.
  package let pages: [Page]
  package let held: [HeldNote]
  /// What goes into the output folder, but for the index of search.
  private let shelved: [OutputFile]
  private let searchFiles: Lazy<SearchFiles>?

  /// Everything that goes into the output folder, the pages included.
  package var files: [OutputFile] { shelved + searchIndex }

  private var searchIndex: [OutputFile] {
    (searchFiles?.value.files ?? []).map { file in
      OutputFile(file.route.file) { file.bytes }
    }
  }

  /// Finds the files by their paths, for who wants few of them: the index of search is made only for
  /// who asks for a part of it.
  package var finder: @Sendable (String) -> OutputFile? {
    let byPath = Dictionary(
      shelved.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return { path in
      if let file = byPath[path] { return file }
      guard path.hasPrefix(SearchFile.folder) else { return nil }
      return searchIndex.first { $0.path == path }
    }
  }

  /// Makes a site ready, from what was read of its folder, and tells the problems of both.
  ///
  /// `now` is in seconds since 1970; `makesAll` as in `Edition.Order`. There is no publication of
  /// what could not be read, or where the theme cannot be used.
  package static func make(
    of reading: SiteReader.Reading, in folder: any Folder, for audience: Audience, now: Int,
    makesAll: Bool = false
  ) -> (publication: Publication?, problems: [Problem]) {
    guard let site = reading.site else { return (nil, reading.problems) }
    let gate = Gate(for: audience, now: now, people: site.people)
    let (published, held) = gate.sort(site.notes + site.pages, copies: site.copies)
    let portfolio = Portfolio(site, published: published, for: audience, in: folder)
    let words = site.words.table(in: portfolio.configuration.language)
    let hasSearch = !portfolio.notes.isEmpty && !portfolio.isTaken(.page("search"))
    let searchFiles = hasSearch ? Lazy { SearchFiles(portfolio, Strings(words)) } : nil
    let check = PublicationCheck(
      of: reading, site, portfolio, gate, published: published, held: held, in: folder)
    let shelving = Shelving(
      site: site, words: words, portfolio: portfolio, searchFiles: searchFiles, folder: folder,
      now: now)
    // Most of it is one thing after another, and leaves processors free.
    let makeReady: @Sendable () -> (problems: [Problem], shelf: Result<Shelf, ThemeFailure>) = {
      (check.problems, shelving.shelf)
    }
    let made = makesAll ? together({ _ = searchFiles?.value }, makeReady).1 : makeReady()
    switch made.shelf {
    case .failure(let failure): return (nil, made.problems + failure.problems)
    case .success(let shelf):
      let publication = Publication(
        portfolio: portfolio, pages: shelf.pages, held: held, shelved: shelf.files,
        searchFiles: searchFiles)
      return (publication, made.problems + shelf.problems)
    }
  }
}
