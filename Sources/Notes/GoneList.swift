import Dates
import Files
import Problems
import Text

/// The addresses that were taken down on purpose, as `gone.yml` lists them: address and date, nothing
/// else.
///
///     - address: /the-cache/
///       date: 2026-11-25
package struct GoneList: Sendable {
  package struct Entry: Hashable, Sendable {
    /// Below the site's root, with `/` between its parts and none at either end.
    package let place: String
    package let line: Int
  }

  package let entries: [Entry]

  package static let fileName = "gone.yml"
  package static let none = GoneList(entries: [])

  package static func read(
    in folder: any Folder, zone: Zone
  ) -> (list: GoneList, problems: [Problem]) {
    guard folder.kind(fileName) != nil else { return (.none, []) }
    switch SourceFile.read(fileName, in: folder) {
    case .failure(let problem): return (.none, [problem])
    case .success(let file): return read(file, zone: zone)
    }
  }

  static func read(_ file: SourceFile, zone: Zone) -> (list: GoneList, problems: [Problem]) {
    let field: Field
    do throws(Problem) {
      field = try Field.yaml(file)
    } catch {
      return (.none, [error])
    }
    var reader = FieldReader(
      Field(value: .nothing, mark: field.mark), in: file, what: "file")
    guard !field.isNothing else { return (.none, []) }
    guard case .list(let items) = field.value else {
      return (.none, [.noGoneList(file, at: reader.range(of: field))])
    }
    var entries: [Entry] = []
    for item in items {
      reader.read(item, what: "entry", keys: ["address", "date"]) { reader in
        let range = reader.range(of: item)
        if reader.field("date") == nil || reader.field("address") == nil {
          reader.report(.goneWithout(file, at: range))
        }
        _ = reader.date("date", in: zone)
        guard let field = reader.field("address"), let text = reader.text(field, key: "address")
        else { return }
        guard let path = text.percentDecoded.flatMap({ SitePath($0) }) else {
          reader.report(
            .addressInvalid(text, key: "address", file, at: reader.range(of: field)))
          return
        }
        entries.append(Entry(place: path.path, line: item.mark.line))
      }
    }
    return (GoneList(entries: entries), reader.problems)
  }

  /// The bytes of a list with one entry more: behind all that is there, in its line endings. Nil where
  /// the list has it already.
  package static func adding(
    _ address: String, on date: CivilDate, to old: [UInt8], zone: Zone
  ) throws(GoneListDamage) -> [UInt8]? {
    let file = SourceFile(path: fileName, bytes: old)
    let (list, problems) = read(file, zone: zone)
    guard problems.isEmpty else { throw GoneListDamage(problems: problems) }
    let place = address.percentDecoded.flatMap { SitePath($0)?.path } ?? address
    guard !list.entries.contains(where: { $0.place == place }) else { return nil }
    let hasReturns = old.firstIndex(of: Ascii.newline).map { $0 > 0 && old[$0 - 1] == 0x0D }
    let end = hasReturns ?? false ? "\r\n" : "\n"
    let start = old.isEmpty || old.last == Ascii.newline ? "" : end
    let entry = "\(start)- address: \(quoted(address))\(end)  date: \(date)\(end)"
    let bytes = old + Array(entry.utf8)
    // What cannot be added to, such as a list between brackets, is left to its author.
    let (added, damage) = read(SourceFile(path: fileName, bytes: bytes), zone: zone)
    guard damage.isEmpty, added.entries.count == list.entries.count + 1 else {
      throw GoneListDamage(
        problems: damage.isEmpty ? [.noGoneList(file, at: 0..<old.count)] : damage)
    }
    return bytes
  }

  /// An address is percent encoded, but may hold what means something to YAML.
  private static func quoted(_ address: String) -> String {
    let isPlain = address.utf8.allSatisfy { byte in
      switch byte {
      case 0x2D...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
      default: false
      }
    }
    return isPlain ? address : "\"\(address)\""
  }
}

/// Why nothing can be added to the list of what is gone.
package struct GoneListDamage: Error {
  package let problems: [Problem]
}

extension Problem {
  fileprivate static func noGoneList(_ file: SourceFile, at range: Range<Int>) -> Problem {
    Problem(
      .valueInvalid, file: file.path, at: range, in: file.lines,
      "this wants to be a list of addresses that were taken down",
      hint: "write “- address: /the-note/”, and “date: 2026-11-25” below it")
  }

  fileprivate static func goneWithout(_ file: SourceFile, at range: Range<Int>) -> Problem {
    Problem(
      .valueInvalid, file: file.path, at: range, in: file.lines,
      "what is gone has an address and a date",
      hint: "write “address: /the-note/” and “date: 2026-11-25”")
  }
}
