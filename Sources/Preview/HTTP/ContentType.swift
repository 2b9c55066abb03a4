/// What a file is, by the ending of its name.
enum ContentType {
  static func of(_ file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    if let kind = feeds[String(name)] { return kind }
    // `_redirects` and the like are texts for people and hosts.
    guard let dot = name.lastIndex(of: ".") else { return "text/plain; charset=utf-8" }
    let ending = name[dot...].dropFirst().lowercased()
    if let kind = texts[ending] { return "\(kind); charset=utf-8" }
    return others[ending] ?? "application/octet-stream"
  }

  /// What feeds are called everywhere.
  private static let feeds = [
    "feed.xml": "application/rss+xml; charset=utf-8",
    "atom.xml": "application/atom+xml; charset=utf-8", "feed.json": "application/feed+json",
  ]

  private static let texts = [
    "html": "text/html", "htm": "text/html", "css": "text/css", "js": "text/javascript",
    "mjs": "text/javascript", "txt": "text/plain", "md": "text/markdown", "csv": "text/csv",
    "ics": "text/calendar", "vcf": "text/vcard", "vtt": "text/vtt", "xml": "application/xml",
    "yml": "text/plain", "yaml": "text/plain",
  ]

  private static let others = [
    "json": "application/json", "map": "application/json", "opml": "text/x-opml",
    "webmanifest": "application/manifest+json", "svg": "image/svg+xml", "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "avif": "image/avif", "ico": "image/vnd.microsoft.icon", "bmp": "image/bmp",
    "pdf": "application/pdf", "epub": "application/epub+zip", "zip": "application/zip",
    "gz": "application/gzip", "wasm": "application/wasm", "woff": "font/woff",
    "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf", "mp3": "audio/mpeg",
    "m4a": "audio/mp4", "aac": "audio/aac", "ogg": "audio/ogg", "oga": "audio/ogg",
    "opus": "audio/ogg", "flac": "audio/flac", "wav": "audio/wav", "mp4": "video/mp4",
    "m4v": "video/mp4", "webm": "video/webm", "ogv": "video/ogg", "mov": "video/quicktime",
  ]
}
