import Fetching
import Files
import Notes
import Problems

extension Standing {
  /// No more parts of a sitemap are fetched.
  private static let partLimit = 100

  /// What stands at an address or in a folder. Of an address, the sitemap is fetched: it lists the pages,
  /// so pictures and unlisted pages are not compared, and a page has changed where its date has.
  package init(
    against place: String, of portfolio: Portfolio
  ) async throws(OutputFailure) {
    guard place.contains("://") else {
      guard let folder = Disk.resolved(place), Disk.kind(folder) == .folder else {
        throw OutputFailure([.againstUnreadable(place, "there is no such folder")])
      }
      do throws(FileError) {
        self = try Standing(folder: folder)
      } catch {
        throw OutputFailure([.againstUnreadable(place, error.explanation)])
      }
      return
    }
    guard let site = SiteAddress(place) else {
      throw OutputFailure([.againstUnreadable(place, "it is no address of a site")])
    }
    let address = Addresses(site)
    let sites = [address.url(Route(path: "")), portfolio.addresses.url(Route(path: ""))]
    do throws(Fetch.Failure) {
      let bytes = try await Fetch.bytes(address.url(.file("sitemap.xml")))
      var reading = SitemapReading(bytes, below: sites)
      var pages = reading.pages
      for part in reading.parts.prefix(Self.partLimit) {
        reading = SitemapReading(try await Fetch.bytes(part), below: sites)
        pages.merge(reading.pages) { $1 }
      }
      self.init(pages: pages)
    } catch {
      throw OutputFailure([.againstUnreadable(place, error.reason)])
    }
  }
}

extension Problem {
  fileprivate static func againstUnreadable(_ place: String, _ reason: String) -> Problem {
    Problem(
      .againstUnreadable, "there is nothing to compare with at “\(place)”: \(reason)",
      hint:
        "--against wants the address of the published site, which has a sitemap.xml, or a folder")
  }
}
