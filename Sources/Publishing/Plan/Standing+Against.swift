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
    against place: String, of portfolio: Portfolio, by fetch: Fetch = Fetch()
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
      self.init(pages: try await Self.pages(address.url(.file("sitemap.xml")), sites, fetch))
    } catch {
      throw OutputFailure([.againstUnreadable(place, error.reason)])
    }
  }

  /// The pages that a sitemap lists, or those that it lists.
  private static func pages(
    _ address: String, _ sites: [String], _ fetch: Fetch
  ) async throws(Fetch.Failure) -> [Route: String?] {
    guard let whole = SitemapReading(try await fetch.bytes(address), below: sites) else {
      throw Fetch.Failure(reason: "its sitemap.xml is none, or breaks off")
    }
    guard whole.parts.count == Set(whole.parts).count, whole.parts.count <= partLimit else {
      throw Fetch.Failure(
        reason: "its sitemap.xml lists more than \(partLimit) others, or one of them twice")
    }
    var (pages, count) = (whole.pages, whole.count)
    for part in whole.parts {
      guard let reading = SitemapReading(try await fetch.bytes(part), below: sites) else {
        throw Fetch.Failure(reason: "a part of its sitemap is none, or breaks off")
      }
      guard !reading.isIndex else {
        throw Fetch.Failure(reason: "a part of its sitemap lists others again")
      }
      pages.merge(reading.pages) { $1 }
      count += reading.count
    }
    guard !pages.isEmpty || count == 0 else {
      throw Fetch.Failure(reason: "its sitemap lists no page of this site")
    }
    return pages
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
