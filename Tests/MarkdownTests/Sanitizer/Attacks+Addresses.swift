extension Attack {
  /// Addresses that run code or ask another host.
  static let addresses: [Attack] = [
    Attack(
      "a link that runs",
      "<a href=javascript:alert(1)>x</a>",
      "<p><a>x</a></p>\n"),
    Attack(
      "a link that runs, in capitals",
      #"<a href="JaVaScRiPt:alert(1)">x</a>"#,
      "<p><a>x</a></p>\n"),
    Attack(
      "a link that runs, behind spaces",
      #"<a href="  \#t javascript:alert(1)">x</a>"#,
      "<p><a>x</a></p>\n"),
    Attack(
      "a link that runs, behind a control character",
      #"<a href="&#1;javascript:alert(1)">x</a>"#,
      "<p><a>x</a></p>\n"),
    Attack(
      "a link that runs, with a tab in it",
      #"<a href="jav\#tascript:alert(1)">x</a>"#,
      "<p><a>x</a></p>\n"),
    Attack(
      "a link that runs, with a line break in it",
      #"<a href="java\#nscript:alert(1)">x</a>"#,
      "<p><a>x</a></p>\n"),
    Attack(
      "a link that runs, with entities",
      #"<a href="&#106;&#x61;vascript&colon;alert(1)">x</a>"#,
      "<p><a>x</a></p>\n"),
    Attack(
      "a link that runs, with entities without semicolons",
      #"<a href="&#0000106&#97&#118ascript:alert(1)">x</a>"#,
      "<p><a>x</a></p>\n"),
    Attack(
      "a link that runs, with named white space",
      #"<a href="java&Tab;scr&NewLine;ipt:alert(1)">x</a>"#,
      "<p><a>x</a></p>\n"),
    Attack(
      "a link that runs, with a null byte",
      #"<a href="java\#0script:alert(1)">x</a>"#,
      #"<p><a href="java%EF%BF%BDscript:alert(1)">x</a></p>\#n"#),
    Attack(
      "a link that runs another script",
      "<a href=vbscript:msgbox(1)>x</a>",
      "<p><a>x</a></p>\n"),
    Attack(
      "a link to a document in its address",
      #"<a href="data:text/html,<script>alert(1)</script>">x</a>"#,
      "<p><a>x</a></p>\n"),
    Attack(
      "a link to a document in base 64",
      #"<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>"#,
      "<p><a>x</a></p>\n"),
    Attack(
      "a link to a file",
      "<a href=file:///etc/passwd>x</a>",
      "<p><a>x</a></p>\n"),
    Attack(
      "a link with an unknown scheme",
      #"<a href="view-source:javascript:alert(1)">x</a>"#,
      "<p><a>x</a></p>\n"),
    Attack(
      "a link with a target and a ping",
      "<a href=https://a.example/ target=_blank ping=//evil.example>x</a>",
      #"<p><a href="https://a.example/">x</a></p>\#n"#),
    Attack(
      "a picture that runs",
      "<img src=javascript:alert(1) alt=x>",
      "x\n"),
    Attack(
      "a drawing in an address",
      #"<img src="data:image/svg+xml,<svg onload=alert(1)>" alt=x>"#,
      "x\n"),
    Attack(
      "a picture in an address",
      #"<img src="data:image/png;base64,iVBORw0KGgo=" alt=x>"#,
      #"<img src="data:image/png;base64,iVBORw0KGgo=" alt="x" />\#n"#),
    Attack(
      "a set of pictures",
      #"<img src=a.png srcset="//evil.example/b.png 2x" sizes=1px>"#,
      #"<img src="a.png" alt="" />\#n"#),
    Attack(
      "a picture with sources",
      "<picture><source srcset=//evil.example/b.png><img src=a.png></picture>",
      #"<p><img src="a.png" alt="" /></p>\#n"#),
    Attack(
      "a picture with a script for a pixel",
      "<img lowsrc=javascript:alert(1) dynsrc=x>x",
      "<p>x</p>\n"),
    Attack(
      "a background",
      "<table background=//evil.example/x.png><tr><td background=x>y</td></tr></table>",
      "<table><tr><td>y</td></tr></table>\n"),
    Attack(
      "a video with a poster from elsewhere",
      "<video src=a.mp4 poster=//evil.example/x.png autoplay></video>",
      #"<p><video src="a.mp4" controls="" preload="metadata"></video></p>\#n"#),
    Attack(
      "a video with a handler on its source",
      "<video><source onerror=alert(1)></video>",
      "<p></p>\n"),
    Attack(
      "a video that runs",
      "<video src=javascript:alert(1)></video>",
      "<p></p>\n"),
    Attack(
      "a quote's origin",
      "<blockquote cite=javascript:alert(1)>x</blockquote>",
      "<blockquote>x</blockquote>\n"),
  ]
}
