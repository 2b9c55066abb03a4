/// The names by which the server may be asked.
///
/// Another site can have its own name lead to this machine, and then its scripts could read all
/// that is served here. They cannot choose the name that the browser sends.
struct HostNames: Sendable {
  let port: Int

  private static let names = ["localhost", "127.0.0.1", "[::1]"]

  func contains(_ host: String) -> Bool {
    let host = host.lowercased()
    return Self.names.contains { host == "\($0):\(port)" || port == 80 && host == $0 }
  }
}
