import Dates

/// One Markdown text, rendered: its HTML, and what the text says about itself.
///
/// Links to other files are not in the HTML yet, because where they lead depends on what is
/// published and to whom. Each leaves slots behind, which `append(_:to:resolving:)` fills.
package struct Document: Sendable {
  /// The HTML around the slots.
  let markup: [UInt8]
  let slots: [Slot]
  /// Relative links, and all images, in the order of the text.
  package internal(set) var links: [Link]
  package internal(set) var sections: [Section]
  /// The ids of all headings.
  package let anchors: Set<String>
  /// The ids that headings say themselves, by those that their words would make.
  let customAnchors: [String: String]
  /// The raw HTML that was left out; nil where nothing was.
  package internal(set) var droppedHTML: DroppedHTML?
  /// The anchors that raw HTML gives, as they are written out.
  package let rawIDs: Set<String>
  /// What the text holds too much of, so that nothing of it was rendered.
  package var excess: Excess? = nil
  /// What of the text was left out because its author keeps it to themselves; nil where nothing was.
  package internal(set) var privateBlocks: PrivateBlocks?

  /// A place in the HTML where something of a link belongs.
  struct Slot: Sendable {
    enum Part: Sendable { case open, close, image, destination }

    let offset: Int
    let part: Part
    let link: Int
  }

  /// A link, image, video or recording whose destination is still to be resolved.
  package struct Link: Sendable {
    package enum Kind: Sendable {
      /// By a relative address, as Markdown's links are.
      case address
      /// By a note's title, file name or alias, or a picture's file name: `[[name]]`.
      case wiki
      /// To a footnote or from one back to the text, on the same page.
      case footnote
    }

    package let kind: Kind
    package let isImage: Bool
    /// As written, with entities and escapes resolved; may be relative, or only a fragment.
    package internal(set) var destination: String
    package let title: String
    /// The escaped alternative text of an image; else empty.
    package let alternative: [UInt8]
    /// Whether it stands within another link, where no link may be put.
    package let isInsideLink: Bool
    /// Line and column, counted from 1, and the length of the destination in characters.
    package internal(set) var line: Int
    package let column: Int
    package let length: Int
    /// In pixels, where a wiki link or raw HTML says them.
    package internal(set) var width: Int?
    package internal(set) var height: Int?
    /// What plays it, where raw HTML says that something is to be played.
    package internal(set) var player: Player?
    /// Further attributes that raw HTML gives, ready to be written.
    var attributes: [UInt8] = []

    package enum Player: String, Sendable { case video, audio }
  }

  /// What of the raw HTML was left out: the first of it, and how much it was.
  package struct DroppedHTML: Hashable, Sendable {
    /// `<script>`, or `the attribute onclick of <p>`.
    package let what: String
    /// Line and column, counted from 1, and the length in characters.
    package internal(set) var line: Int
    package let column: Int
    package let length: Int
    package let count: Int
    /// Whether it hid something, which is shown without it.
    package let hides: Bool
  }

  /// What is wrong with the private blocks of a text.
  package struct PrivateBlocks: Hashable, Sendable {
    /// The lines of those without an end, which reach to the end of the list, quote or text.
    package let unended: [Int]
    package let misspelt: [Misspelling]
    /// The lines of paragraphs and the like in which one seems to begin, where none can.
    package let misplaced: [Int]
    /// The lines of code by its spaces that would begin one with fewer of them.
    package let indented: [Int]
    /// The lines of what other programs leave out.
    package let remarks: [Int]

    /// A name that is near to “private”, or that its author may take for it.
    package struct Misspelling: Hashable, Sendable {
      package let name: String
      package let line: Int
      package let column: Int
      package let length: Int
    }
  }

  /// A heading of the first or second level with what follows it, or what stands before the first
  /// of them.
  package struct Section: Sendable {
    package internal(set) var heading: Heading?
    /// Of the heading itself and of the text below it, in the HTML around the slots.
    package let headingRange: Range<Int>
    package let bodyRange: Range<Int>
    /// Of an update, and of the first section that has any: the plain words of the first paragraph
    /// below the heading, else of the first list item or quote.
    package let firstWords: String
    /// The first time of day, in seconds since midnight, that a line of a log gives.
    package let firstTime: Int?
    /// The plain words of its paragraphs up to `<!--more-->`, or all of them, in a text that has
    /// one; else empty.
    package let excerpt: String
    /// Whether it has one.
    package let endsExcerpt: Bool

    /// The same section, for where its heading is said elsewhere.
    package var withoutHeading: Section {
      Section(
        heading: nil, headingRange: bodyRange.lowerBound..<bodyRange.lowerBound,
        bodyRange: bodyRange, firstWords: firstWords, firstTime: firstTime,
        excerpt: excerpt, endsExcerpt: endsExcerpt)
    }
  }

  package struct Heading: Sendable {
    package let level: Int
    package let text: String
    /// The anchor, unique in the document.
    package let id: String
    package internal(set) var line: Int
    /// The day that an update's heading names, and its title after the colon.
    package let update: Update?

    package struct Update: Sendable {
      package let day: CivilDate
      package let title: String?
    }
  }

  /// The whole text, as a range of the HTML around the slots.
  package var everything: Range<Int> { 0..<markup.count }

  /// Whether nothing is seen of a part of the text: nothing stands there, or remarks alone.
  package func isBlank(_ range: Range<Int>) -> Bool {
    var rest = markup[range].drop { $0 <= 0x20 }
    while rest.starts(with: "<!--".utf8) {
      let end = rest.indices.dropFirst(6).first { rest[($0 - 2)...$0].elementsEqual("-->".utf8) }
      guard let end else { return false }
      rest = rest[(end + 1)...].drop { $0 <= 0x20 }
    }
    return rest.isEmpty
  }

  /// The id of the heading that has these words, or would have.
  package func anchor(ofHeading words: String) -> String {
    let anchor = Anchor.id(of: words)
    return customAnchors[anchor] ?? anchor
  }

  /// The first heading of the first level that stands in no list or quote.
  package var titleSection: Section? {
    sections.first { $0.heading?.level == 1 }
  }
}

/// What becomes of a link.
package enum LinkTarget: Sendable {
  /// It leads to an address, which is escaped here.
  case address(String)
  /// It leads nowhere that may be shown: its words stand alone.
  case none
  /// An image that becomes a link to an address, because a page asks no other host for anything and
  /// shows no other note.
  case imageElsewhere(String)
  case image(String, Display)

  /// What a browser is told of an image beforehand.
  package struct Display: Sendable {
    /// In pixels, where they are known.
    let width: Int?
    let height: Int?
    /// Whether it is fetched only when the reader comes near.
    let isLazy: Bool

    package init(width: Int? = nil, height: Int? = nil, isLazy: Bool = false) {
      self.width = width
      self.height = height
      self.isLazy = isLazy
    }
  }
}
