import Trials

/// What a random note is: where it lies, who may see it and why.
struct NotePlan {
  let path: String
  let title: String
  /// What its text and its front matter are full of.
  let word: String
  var hidden: Set<Crowd> = []
  var isUnlisted = false
  var id: String?
  /// The lines of its front matter that say what it is.
  var matter: String
  let isLog: Bool

  init(everyoneSees number: Int) {
    path = "notes/public-\(number).md"
    title = "Public \(number)"
    word = "open"
    id = "n-\(number)"
    matter = "title: Public \(number)\nid: n-\(number)\ndate: 2026-10-01\n"
    isLog = false
  }

  init(number: Int, _ canaries: RandomSite.Canaries, _ random: inout SplitMix64) {
    let standing = Standing.random(&random)
    let isOpen = standing.hidden.isEmpty && !standing.isUnlisted
    word = standing.word(canaries)
    hidden = standing.hidden
    isUnlisted = standing.isUnlisted
    isLog = random.chance(30)
    let day = "2026-10-\(String(100 + number + 1).dropFirst())"
    let folder = random.one(of: ["", "", "ward/", "ward/2026/", "Data/"])
    // What nobody sees may share names with what is seen; two that somebody sees may not.
    let isFree = standing.hidden == .all
    let isClash = isFree && random.chance(20)
    let name =
      isClash
      ? "\(day)-public-0"
      : isOpen
        ? random.one(of: ["public-\(number)", "\(day)-public-\(number)", day])
        : random.one(of: ["\(word)-\(number)", "\(day)-\(word)-\(number)"])
    path = "\(standing.root)/\(isClash ? "\(word)/" : folder)\(name).md"
    title = random.one(
      of: isOpen ? ["Public \(number)", "The same"] : ["\(word) title", "The same", "Public 0"])
    matter = standing.matter
    if standing.isUnlisted {
      let secret = "q3egrz7wlm2xj4tb\(number)p9k"
      id = secret
      matter += "id: \(secret)\n"
    } else if random.chance(60) {
      id = isFree && random.chance(50) ? "n-0" : "n-\(number)"
      matter += "id: \(id ?? "")\n"
    }
    if random.chance(40) { matter += "title: \(title)\n" }
    if !standing.saysDate, random.chance(70) {
      matter +=
        "date: \(random.one(of: ["2026-10-01", "2026-11-12", "2014-06", day, "2026-11-12 08:30"]))\n"
    }
    guard isFree, random.chance(50) else {
      if isOpen, random.chance(20) {
        matter += "aliases: [/old-\(number)/, Other name \(number)]\n"
      }
      return
    }
    matter += random.one(of: [
      "slug: public-0\n", "permalink: /public-0/\n", "aliases: [/public-0/, Other name]\n",
      "aliases: [/\(word)/, \(word) name]\n", "permalink: /gone/\n",
    ])
  }

  /// Why a note is seen by some, and not by others.
  struct Standing {
    let hidden: Set<Crowd>
    let matter: String
    var root = "notes"
    var isUnlisted = false
    var saysDate = false

    func word(_ canaries: RandomSite.Canaries) -> String {
      if isUnlisted { return canaries.unlisted }
      if hidden.isEmpty { return "open" }
      if hidden == .all { return canaries.nobody }
      return hidden.contains(.coach) ? canaries.inside : canaries.coach
    }

    private static let open: [Standing] = [
      .init(hidden: [], matter: ""), .init(hidden: [], matter: "visibility: public\n"),
      .init(hidden: [], matter: "draft: false\nembargo: 2026-11-01\n"),
      .init(hidden: [], matter: "kind: decision\nvisibility: public\n"),
      .init(hidden: [], matter: "published: 2026-11-10\n"),
    ]

    private static let others: [Standing] = [
      .init(hidden: .all, matter: "visibility: private\n"),
      .init(hidden: .all, matter: "draft: true\n"),
      .init(hidden: .all, matter: "draft: yes\nvisibility: public\n"),
      .init(hidden: .all, matter: "published: false\n"),
      .init(hidden: .all, matter: "publish: no\nvisibility: internal\n"),
      .init(hidden: .all, matter: "embargo: 2026-11-24\n"),
      .init(hidden: .all, matter: "embargo: 2027\nvisibility: coach\n"),
      .init(hidden: .all, matter: "date: 2026-11-24\n", saysDate: true),
      .init(hidden: .all, matter: "published: 2026-12-01\n"),
      .init(hidden: .all, matter: "kind: decision\n"),
      .init(hidden: .all, matter: "kind: boundary\n"),
      .init(hidden: .all, matter: "visibility: board\n"),
      .init(hidden: .all, matter: "", root: "private/notes"),
      .init(hidden: .all, matter: "visibility: public\n", root: "private/notes"),
      .init(hidden: .all, matter: "visibility: internal\n", root: "private/notes"),
      .init(hidden: [.everyone, .inside], matter: "visibility: coach\n"),
      .init(hidden: [.everyone, .inside], matter: "visibility: coach\n", root: "private/notes"),
      .init(hidden: [.everyone, .inside], matter: "visibility: coach\nkind: boundary\n"),
      .init(hidden: [.everyone, .coach], matter: "visibility: internal\n"),
      .init(hidden: [.everyone, .coach], matter: "visibility: internal\nkind: decision\n"),
    ]

    private static let unlisted = Standing(
      hidden: [], matter: "visibility: unlisted\n", isUnlisted: true)

    static func random(_ random: inout SplitMix64) -> Standing {
      if random.chance(12) { return unlisted }
      return random.one(of: random.chance(40) ? open : others)
    }
  }
}
