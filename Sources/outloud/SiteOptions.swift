import ArgumentParser
import Dates
import Files
import Notes
import Problems
import Publishing

/// What every command about a site takes.
struct SiteOptions: ParsableArguments {
  @Argument(help: "The site's folder, or any folder of Markdown notes.")
  var folder = "."

  @Option(help: "Where the site will stand, such as https://example.org/; goes before outloud.yml.")
  var url: String?

  @Option(
    help: ArgumentHelp(
      "A theme to try on; goes before outloud.yml.",
      discussion: "“outloud theme list” says which there are."))
  var theme: String?

  @OptionGroup var present: PresentOption

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @Flag(help: "Go on where a note's date cannot be told, as in a shallow git clone.")
  var allowUndated = false

  @Option(
    help: ArgumentHelp(
      "A file with words that must never be published, one a line; keep it outside of the site.",
      discussion: "Without it, “confidential:” in ~/.config/outloud/config.yml says which."))
  var confidential: String?

  func validate() throws {
    if let url, SiteAddress(url) == nil {
      throw ValidationError("--url wants an address such as https://example.org/, not “\(url)”.")
    }
    if let theme { try ThemeCommand.validate(theme) }
  }

  /// The present in seconds since 1970.
  func instant(in zone: Zone) -> Int { present.instant(in: zone) }

  /// The site's own folder: the one given, or the one above it that holds `outloud.yml`.
  func root() throws -> SiteRoot {
    guard let root = SiteRoot(folder) else {
      Console.say("error: there is no folder “\(folder)”")
      throw ExitCode.inputOutput
    }
    return root
  }
}

/// What commands take that make a site for somebody.
struct AudienceOption: ParsableArguments {
  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Whom to build for: public, coach, me, or one of the site's own audiences.",
      valueName: "audience"))
  var name = "public"
}
