import Files
import Leaks
import Notes
import Problems
import Redaction
import Text

extension ReleaseDesk {
  /// What it takes to publish a note. `id` is for a note that has none. What is wrong with what would be
  /// published stands among its problems; what nobody can even look at is thrown.
  package func release(
    _ note: Note, for reach: Reach, id: String
  ) async throws(ReleaseRefusal) -> Release {
    let draft = try draft(note, for: reach, id: id)
    let audience = reach.audience
    var outlook = await outlook(folder(with: [draft]), for: audience)
    var used = filesUsed(by: draft, in: outlook)
    if !privateFiles.isEmpty, reach != .coach {
      // Now without the files that nobody asked for.
      outlook = await self.outlook(folder(with: [draft], files: used), for: audience)
      used = filesUsed(by: draft, in: outlook)
    }
    let files = ReleaseFiles(self, draft, used)
    let about = Set([draft.target] + used.map(\.target))
    let obstacles = draft.text.obstacles
    var problems = files.problems + obstacles
    problems += news(in: outlook, for: audience, about: about).filter { problem in
      // Of what could not be replaced it has been said where it stands in the note.
      obstacles.isEmpty || problem.code != .leakStandIn || problem.file != draft.target
    }
    problems += repositoryProblems(of: draft)
    let published = outlook.publication.flatMap { publication in
      let portfolio = publication.portfolio
      return (portfolio.notes + portfolio.unlisted).first { $0.path == draft.target }
    }
    problems += pageProblems(of: draft, published, in: outlook)
    let address = published.flatMap { note in
      outlook.publication.map { $0.portfolio.addresses.url(note.route) }
    }
    let steps = steps(draft, files)
    return Release(
      source: note.path, target: draft.target, reach: reach, text: draft.text,
      title: published?.title.text ?? note.open.title.text, address: address ?? "",
      words: draft.text.wordCount, files: files.files,
      hasPeople: !note.matter.people.isEmpty || !note.mentions.isEmpty,
      keepsOriginal: draft.keepsOriginal, isUpToDate: steps.isEmpty,
      isUpdate: draft.entries.contains { folder.kind($0.copy) == .file },
      isFirst: folder.kind(PublishedCopies.path) == nil, problems: problems,
      folder: outlook.folder, steps: steps, basis: try basis(of: steps))
  }

  private func basis(of steps: [Release.Step]) throws(ReleaseRefusal) -> [Release.Basis] {
    var basis: [Release.Basis] = []
    for path in Set(steps.flatMap(\.paths)).sorted() {
      do throws(FileError) {
        basis.append(try Release.Basis(of: path, in: folder))
      } catch {
        throw ReleaseRefusal(problems: [.unreadableFile(path, error)])
      }
    }
    return basis
  }

  // MARK: - The site as it would be

  /// The files of the private folder that may go with a note.
  private var privateFiles: [String] {
    site.companions.filter { $0.lies(in: SiteLayout.privateNotesFolder) }.sorted()
  }

  /// The folder with some notes published, and with all private files beside them, or some.
  func folder(
    with drafts: [ReleaseDraft], files: [(source: String, target: String)]? = nil
  ) -> OverlayFolder {
    var overlay = OverlayFolder(folder)
    for draft in drafts {
      overlay.put(.bytes(draft.text.bytes), at: draft.target)
      for former in draft.formerCopies { overlay.remove(former.copy) }
    }
    guard drafts.contains(where: { $0.reach != .coach }) else { return overlay }
    let all =
      files
      ?? privateFiles.compactMap { source in
        publicPath(of: source).map { (source: source, target: $0) }
      }
    for (source, target) in all
    where folder.kind(target) == nil || copies.entry(copy: target) != nil {
      overlay.put(.file(source), at: target)
    }
    return overlay
  }

  /// The private files that are shown by what would be published of a note, each with its place then.
  private func filesUsed(
    by draft: ReleaseDraft, in outlook: Outlook
  ) -> [(source: String, target: String)] {
    guard let portfolio = outlook.publication?.portfolio,
      let note = (portfolio.notes + portfolio.unlisted).first(where: { $0.path == draft.target })
    else { return [] }
    let shown = Set(portfolio.targets(of: note).companions)
    let sources = privateFiles.compactMap { source in
      publicPath(of: source).map { (source: source, target: $0) }
    }
    // One that lies there already, and in the private folder too, is on its way.
    return sources.filter { shown.contains($0.target) }
  }

  // MARK: - What is wrong with it

  private func repositoryProblems(of draft: ReleaseDraft) -> [Problem] {
    guard draft.reach != .coach else { return [] }
    var problems: [Problem] = []
    let isPublic = site.configuration.isRepositoryPublic
    if draft.reach == .unlisted, isPublic {
      problems.append(.unlistedInPublic(draft.note.path))
    }
    let strangers = draft.note.matter.people.map(site.people.completing).filter { person in
      person.consent.map { $0.instant > now } ?? true
    }
    let text = draft.text.bytes
    let isNamed = strangers.contains { person in
      !ConfidentialWords([person.name]).matches(in: text).isEmpty
    }
    if isNamed {
      let problem = Problem.personInSource(draft.note.path)
      problems.append(isPublic ? problem : problem.with(severity: .warning))
    }
    return problems
  }

  /// A page that shows a name although its text does not, and a note that would be held back.
  private func pageProblems(
    of draft: ReleaseDraft, _ published: PublishedNote?, in outlook: Outlook
  ) -> [Problem] {
    guard let publication = outlook.publication else { return [] }
    guard let published else {
      let held = publication.held.first { $0.path == draft.target }
      return held.map { [.publishHeld(draft.note.path, $0.reason)] } ?? []
    }
    guard draft.reach != .coach, site.standIns.places(in: draft.text.bytes).isEmpty else {
      return []
    }
    let html = publication.portfolio.html(of: published, published.ranges, for: .page)
    let words = Array((published.title.text + "\n" + published.summary).utf8)
    return (site.standIns.places(in: html) + site.standIns.places(in: words)).isEmpty
      ? [] : [.nameOnPage(draft.note.path)]
  }

  // MARK: - Steps

  /// Files come before the note that shows them, and what is recorded of a copy before the copy: so
  /// whatever ends it on the way, it can be done again.
  private func steps(_ draft: ReleaseDraft, _ files: ReleaseFiles) -> [Release.Step] {
    let note = draft.note.path
    let text = draft.text.bytes
    var steps: [Release.Step] = []
    var (before, after) = (copies, copies)
    before.add(files.entriesBefore)
    after.put(files.entries)
    if draft.keepsOriginal {
      let digest = SHA256.hexadecimal(text)
      let old = draft.standing.map { [SHA256.hexadecimal($0)] } ?? []
      func entry(_ copy: String, _ digests: [String]) -> PublishedCopies.Entry {
        .init(original: note, copy: copy, digests: digests, id: draft.id)
      }
      before.add([entry(draft.target, Set([digest] + old).sorted())])
      after.put([entry(draft.target, [digest])])
    }
    if before != copies {
      steps.append(.replace(PublishedCopies.path, with: before.bytes))
    }
    steps += files.steps
    if draft.keepsOriginal {
      if draft.standing == nil {
        steps.append(.place(text, at: draft.target))
      } else if draft.standing != text {
        steps.append(.replace(draft.target, with: text))
      }
      for former in draft.formerCopies where folder.kind(former.copy) == .file {
        steps.append(.remove(former.copy))
      }
    } else if draft.standing == text {
      steps.append(.remove(note))
    } else {
      if (try? folder.read(note, limit: .max)) != text { steps.append(.replace(note, with: text)) }
      if !draft.isInPlace { steps.append(.move(note, to: draft.target)) }
    }
    // Even an empty record says that the question has been asked.
    let isNew =
      folder.kind(PublishedCopies.path) == nil && folder.kind(SiteLayout.privateFolder) == .folder
    if after != before || isNew && before == copies && !steps.isEmpty {
      steps.append(.replace(PublishedCopies.path, with: after.bytes))
    }
    return steps
  }
}

extension PublicNoteText {
  /// How many words its body has, roughly as a reader counts.
  var wordCount: Int {
    let source = SourceFile(path: "", bytes: bytes)
    return source.bodyWords
  }
}

extension Problem {
  fileprivate static func unlistedInPublic(_ path: String) -> Problem {
    Problem(
      .publishHeld, file: path,
      "the repository is public, and everyone could read this note and its address there",
      hint: "publish it --to public, or show it to your coach alone: --to coach")
  }

  fileprivate static func personInSource(_ path: String) -> Problem {
    Problem(
      .personNamed, file: path,
      "its front matter names someone who has not agreed, for all who can read the repository",
      hint:
        "add the date of their consent, or to \(StandInFile.path) a stand-in: “Their Name: a colleague”"
    )
  }

  fileprivate static func nameOnPage(_ path: String) -> Problem {
    Problem(
      .redactionObstacle, file: path,
      "the page would show a name, though the text does not seem to hold it",
      hint: "is it put together from parts? write it in one piece")
  }

  fileprivate static func publishHeld(_ path: String, _ reason: HeldNote.Reason) -> Problem {
    Problem(
      .publishHeld, file: path, "it would be held back all the same: \(reason.words)")
  }
}
