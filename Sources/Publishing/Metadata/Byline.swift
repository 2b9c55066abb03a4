import Notes
import Problems

extension Portfolio {
  /// Who speaks here: the author, or the site where nobody is named.
  var byline: String { configuration.author.name ?? configuration.title }

  /// The whole address of the author's photo, which lies below `static/` or stands elsewhere.
  var photo: String? {
    guard let photo = configuration.author.photo else { return nil }
    if photo.hasPrefix("https://") || photo.hasPrefix("http://") { return photo }
    return portrait.map { addresses.url($0) }
  }

  /// Where the author's photo lies on the site itself: pages show nothing of another one.
  var portrait: Route? { configuration.author.photo.flatMap(staticRoute) }
}

extension Portfolio {
  /// A photo of the author's that is not there.
  var photoProblem: Problem? {
    guard let path = configuration.author.photo, photo == nil else { return nil }
    return Problem(
      .photoMissing, file: Configuration.fileName, "there is no photo “\(path)” of the author",
      hint: "put it into \(SiteLayout.staticFolder)/, and name it from there")
  }
}

extension Author {
  /// What the author is called in the fediverse, told by the first link to a profile there:
  /// `@mara@social.example`.
  var handle: String? {
    links.lazy.compactMap { link -> String? in
      let parts = link.url.split(separator: "/")
      guard parts.count == 3, parts[2].hasPrefix("@"), parts[2].count > 1 else { return nil }
      return "\(parts[2])@\(parts[1])"
    }.first
  }
}
