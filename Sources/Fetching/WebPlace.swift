/// An address of the web, as far as it tells who answers there.
struct WebPlace {
  let address: String
  /// `https` or `http`
  let scheme: String
  /// With its port where it says one, in lower case.
  private let host: String

  /// Nil for another scheme, and for a host that two programs could read in two ways.
  init?(_ address: String) {
    guard let end = address.firstRange(of: "://") else { return nil }
    scheme = address[..<end.lowerBound].lowercased()
    guard ["https", "http"].contains(scheme) else { return nil }
    host = address[end.upperBound...].prefix { !"/?#".contains($0) }.lowercased()
    let isPlain = host.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "-.:[]%_".unicodeScalars.contains(scalar)
    }
    guard isPlain, !host.isEmpty else { return nil }
    self.address = address
  }

  /// Whether somebody who was asked here may send the question there.
  func mayLead(to other: WebPlace) -> Bool {
    (scheme == other.scheme || other.scheme == "https") && bareHost == other.bareHost
  }

  private var bareHost: Substring {
    let port = scheme == "https" ? ":443" : ":80"
    let named = host.hasSuffix(port) ? host.dropLast(port.count) : host[...]
    return named.hasPrefix("www.") ? named.dropFirst(4) : named
  }
}

extension String {
  /// What a stranger says, to be shown: short, on one line, and nothing that a terminal obeys.
  var printed: String {
    let scalars = unicodeScalars.prefix(200).map { scalar in
      scalar.isASCII && scalar.value > 0x20 && scalar.value < 0x7F ? scalar : "?"
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
