import Notes
import Templates

/// What all pages have.
extension Shapes {
  static func frame(
    of portfolio: Portfolio, _ strings: Strings, _ styleSheet: Route
  ) -> Shape<Frame> {
    Shape<Frame>("page")
      .text("title", "What the page is called; empty on the home page.") { $0.title }
      .text("description", "What the page is about, for machines and search engines.") {
        $0.description
      }
      .text("language", "The language of the page, as in `en` or `pt-BR`.") { $0.language }
      .text("direction", "Which way that is written: `ltr` or `rtl`.") {
        Direction(language: $0.language).rawValue
      }
      .text("url", "The whole address of the page.") { $0.url }
      .text("canonical", "The address that search engines should know; empty for none.") { frame in
        frame.canonical ?? (frame.isHidden ? "" : frame.url)
      }
      .flag("is_hidden", "Whether search engines are asked to leave the page out.") {
        $0.isHidden
      }
      .flag("is_article", "Whether it is the page of a note that has a date.") {
        $0.article != nil
      }
      .text("published", "Of an article: when it became public, with the second and the zone.") {
        $0.article?.published
      }
      .text("modified", "Of an article: when it was last changed, likewise.") {
        $0.article?.modified
      }
      .object("card", "The picture of the note, for where others link to it.", Self.card) {
        $0.card
      }
      .text("locale", "The language of the text as OpenGraph has it, such as `pt_BR`.") {
        String(($0.article?.note.language ?? $0.language).map { $0 == "-" ? "_" : $0 })
      }
      .html("structured_data", "What the page says of itself as JSON-LD, for a `script` element.") {
        StructuredData(frame: $0)
      }
      .list("feeds", "Of a project or topic: its feeds.", Self.feedLink) { $0.feeds }
      .flag("is_home", "Whether it is the home page.") { $0.route.path.isEmpty }
      .flag("is_projects", "Whether it is the list of projects.") { $0.route == .page("projects") }
      .flag("is_topics", "Whether it is the list of topics.") { $0.route == .page("topics") }
      .flag("is_search", "Whether it is the search page.") { $0.route == .page("search") }
      .flag("is_subscribe", "Whether it is the page that explains the feeds.") {
        $0.route == SubscribePage.route
      }
      .list("standing_pages", "The standing pages, such as About.", Self.navigationLink) {
        $0.standingPages
      }
      .including(site(strings, styleSheet), of: portfolio)
  }

  static func site(_ strings: Strings, _ styleSheet: Route) -> Shape<Portfolio> {
    Shape<Portfolio>("site")
      .text("site_title", "What the site is called.") { $0.configuration.title }
      .text("site_description", "What the site says of itself.") { $0.configuration.description }
      .text("home", "The link to the home page.") { $0.href(Route(path: "")) }
      .text("byline", "The author's name, or the site's title where nobody is named.") {
        $0.byline
      }
      .text("photo", "The whole address of the author's photo.") { $0.photo }
      .text("portrait", "The link to that photo; empty where it stands on another site.") {
        portfolio in portfolio.portrait.map { portfolio.href($0) }
      }
      .object("site_card", "The picture that stands for pages without one.", Self.card) { $0.card }
      .list("site_feeds", "The feeds of the whole site.", Self.feedLink) {
        $0.links(to: $0.followable)
      }
      .text("subscribe_link", "The link to the page that explains the feeds.") {
        $0.href(SubscribePage.route)
      }
      .text("feed", "The link to the RSS feed.") { $0.href(.file("feed.xml")) }
      .text("feed_url", "The whole address of the RSS feed.") {
        $0.addresses.url(.file("feed.xml"))
      }
      .text("stylesheet", "The link to the theme's style sheet.") {
        $0.href(styleSheet)
      }
      .text("theme_folder", "The link to the folder of the theme's other files.") {
        $0.href(.file("\(Theme.folder)/"))
      }
      .text("icon", "The link to the site's icon: the author's own, or a monogram.") {
        $0.href($0.icon.route)
      }
      .text("icon_type", "The icon's media type, such as `image/svg+xml`.") { $0.icon.type }
      .merging(Self.look) { $0.configuration.look }
      .object("author", "The person whose site it is.", Self.author) { $0.configuration.author }
      .text("projects_link", "The link to the list of projects; empty without any.") {
        $0.projects.isEmpty ? "" : $0.href(.page("projects"))
      }
      .text("topics_link", "The link to the list of topics; empty without any.") {
        $0.topics.isEmpty ? "" : $0.href(.page("topics"))
      }
      .text("people_link", "The link to the page of people; empty where nobody is named.") {
        $0.people.isEmpty ? "" : $0.href(PeoplePage.route)
      }
      .text("undated_link", "The link to the notes without a date; empty without any.") {
        $0.undated.isEmpty ? "" : $0.href(.page("undated"))
      }
      .text("search_link", "The link to the search page; empty where there is nothing to find.") {
        $0.notes.isEmpty ? "" : $0.href(.page("search"))
      }
      .list("all_years", "Every year that has entries, newest first.", Self.link) { $0.yearLinks }
      .constants("strings", "The theme's words in the site's language.", strings.phrases)
  }

  static var card: Shape<Card> {
    Shape<Card>("card picture")
      .text("url", "Its whole address.") { $0.url }
      .number("width", "Its width in pixels; 0 where it is not known.") { $0.width ?? 0 }
      .number("height", "Its height in pixels; 0 where it is not known.") { $0.height ?? 0 }
      .html("alt", "What it shows, ready for an attribute.") { $0.alternative }
      .flag("is_large", "Whether it is wide enough to stand above the words.") { $0.isLarge }
  }

  static var feedLink: Shape<FeedLink> {
    Shape<FeedLink>("feed")
      .text("name", "What it is called.") { $0.title }
      .text("url", "Its whole address.") { $0.url }
      .text("type", "Its media type, such as `application/rss+xml`.") { $0.mediaType }
  }

  static var look: Shape<Look> {
    Shape<Look>("colours and fonts")
      .flag("has_look", "Whether the site says anything of colours or fonts.") {
        $0 != Look()
      }
      .text("accent", "The site's accent colour, such as `#0b6e4f`; empty for the theme's own.") {
        $0.accent?.hex
      }
      .text("paper", "The colour of the paper, where the site says it.") {
        $0.paper?.hex
      }
      .text("ink", "The colour of the text, where the site says it.") {
        $0.ink?.hex
      }
      .text("dark_paper", "The paper of the dark scheme, where the site says it.") {
        $0.darkPaper?.hex
      }
      .text("dark_ink", "The text of the dark scheme, where the site says it.") {
        $0.darkInk?.hex
      }
      .object("text_font", "The font of the text, where the site says it.", Self.font) {
        $0.textFont
      }
      .object("label_font", "The font of dates and labels, where the site says it.", Self.font) {
        $0.labelFont
      }
  }

  static var font: Shape<Look.Font> {
    Shape<Look.Font>("font")
      .text("generic", "`serif`, `sans` or `mono`; empty where a family is named.") {
        $0.generic?.rawValue
      }
      .text("family", "The family's name, which CSS takes as it is.") { $0.family }
  }

  static var author: Shape<Author> {
    Shape<Author>("author")
      .text("name", "The author's name.") { $0.name }
      .text("url", "The author's own address.") { $0.url }
      .text("note", "What the author says of themselves, in a line.") { $0.note }
      .list("links", "Where else the author can be found.", authorLink) { $0.links }
  }

  static var authorLink: Shape<Author.Link> {
    Shape<Author.Link>("author's link")
      .text("name", "What the link says.") { $0.name }
      .text("href", "Where it leads.") { $0.url }
  }

  static var navigationLink: Shape<NavigationLink> {
    Shape<NavigationLink>("link of the navigation")
      .text("name", "What the link says.") { $0.title }
      .text("href", "Where it leads.") { $0.href }
      .flag("is_current", "Whether it leads to this very page.") { $0.isCurrent }
  }
}
