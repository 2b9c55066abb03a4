import Text

/// Files that programs keep keys and passwords in, known by their names.
enum KeyFile {
  static func isOne(_ path: String) -> Bool {
    // Most files are notes.
    guard !path.hasSuffix(".md") || hasHiddenPart(path) else { return false }
    let parts = path.split(separator: "/").map { $0.lowercased() }
    guard let name = parts.last else { return false }
    if parts.contains(where: { [".ssh", ".gnupg", ".aws", ".kube"].contains($0) }) { return true }
    if names.contains(name) { return true }
    let isExample = ["example", "sample", "template", "dist"].contains { name.hasSuffix(".\($0)") }
    if name.hasPrefix(".env."), !isExample { return true }
    return endings.contains { name.hasSuffix($0) }
  }

  private static func hasHiddenPart(_ path: String) -> Bool {
    path.withUTF8Bytes { path in
      path.indices.contains { path[$0] == Ascii.dot && ($0 == 0 || path[$0 - 1] == Ascii.slash) }
    }
  }

  private static let names: Set<String> = [
    ".env", ".npmrc", ".pypirc", ".netrc", ".pgpass", ".my.cnf", ".htpasswd", ".git-credentials",
    ".dockercfg", "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519",
  ]

  private static let endings = [".p12", ".pfx", ".jks", ".keystore", ".kdbx", ".ppk", ".ovpn"]
}
