/// Addresses that begin with what no page may lead to, however it is written.
extension Attack {
  private static func scheme(_ name: String, _ note: String, without: [String]) -> Attack {
    Attack(name, note: note, .inert(without: without))
  }

  static let schemes: [Attack] = [
    scheme(
      "a link into the reader’s memory",
      "[x](blob:https://b.example/1) <blob:https://b.example/2> [y][r]\n\n[r]: filesystem:https://b.example/",
      without: ["\"blob:", "\"filesystem:"]),
    scheme(
      "links to the insides of a browser",
      "[x](about:blank) [y](view-source:https://b.example/) [z](chrome://settings) [w](resource:///x) [v](jar:https://b.example!/)",
      without: ["\"about:", "\"view-source:", "\"chrome:", "\"resource:", "\"jar:"]),
    scheme(
      "links to programs",
      "[x](vscode://file/x) [y](ms-word:ofe|u|x) [z](intent://x#Intent;end) [w](shell:x)",
      without: ["\"vscode:", "\"ms-word:", "\"intent:", "\"shell:"]),
    scheme(
      "the same by tags",
      "<a href='blob:https://b.example/'>x</a> <a href='vscode:x'>y</a> <a href='&#98;lob&colon;x'>z</a> <a href=' b\tlob:x'>w</a>",
      without: ["blob:", "vscode:"]),
    scheme(
      "signs that browsers do not see",
      "[x](java&Tab;script:quibble) [y](java&NewLine;script:quibble) [z](&#1;javascript:quibble) [w](<\u{1}javascript:quibble>)",
      without: ["href=\"java", "href=\"\u{1}", "href=\"&#1;"]),
    scheme(
      "capitals and references",
      "[x](JAVASCRIPT:quibble) [y](&#x6A;avascript:quibble) [z](javascript&#58;quibble) [w](Blob:x) [v](vbscript&colon;x)",
      without: ["href=\"JAVA", "href=\"java", "href=\"Blob", "href=\"vbs"]),
    scheme(
      "a link that is a picture with its place", "[x](data:image/png;base64,iVBORw0KGgo=)",
      without: ["data:image"]),
    scheme(
      "a picture by a scheme of its own",
      "![x](blob:https://b.example/1) ![y](about:blank) <img src='blob:x'>",
      without: ["blob:", "about:"]),
    Attack(
      "addresses in front matter",
      note:
        "---\nlicense: 'javascript:quibble()'\nimage: 'javascript:quibble()'\n---\nx",
      .inert(without: ["href=\"javascript:", "src=\"javascript:"])),
    Attack(
      "a canonical address that runs", note: "---\ncanonical: 'blob:https://b.example/'\n---\nx",
      .refused([
        "notes/2026-01-01-a.md:2:12: “canonical” wants an address that begins with https:// or http:// [value-invalid]"
      ])),
    Attack(
      "a person who is a program",
      note: "---\npeople: [{name: A, url: 'javascript:x', consent: 2025-01-01}]\n---\nx",
      .refused([
        "notes/2026-01-01-a.md:2:25: “url” wants an address that begins with https:// or http:// [value-invalid]"
      ])),
    Attack(
      "a redirection that runs", note: "x", configuration: "redirects: {/b/: \"javascript:x\"}",
      .inert(without: ["\"javascript:", "url=javascript:"])),
    scheme(
      "what readers use stays",
      "[a](tel:+4670) [b](sms:+4670) [c](xmpp:a@b.example) [d](irc://b.example/x) [e](gemini://b.example/) [f](mailto:) [g](geo:1,2) [h](magnet:?x)",
      without: []),
  ]
}
