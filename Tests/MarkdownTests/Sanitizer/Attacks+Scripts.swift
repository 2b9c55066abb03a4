extension Attack {
  /// Scripts, handlers and styles.
  static let scripts: [Attack] = [
    Attack(
      "a script",
      "<script>alert(1)</script>",
      ""),
    Attack(
      "a script in capitals, with a slash",
      "<div><SCRIPT/x src=//evil.example/x.js></SCRIPT >",
      "<div>\n</div>\n"),
    Attack(
      "a script without an end",
      "<script>alert(1)\n\nrest",
      ""),
    Attack(
      "a script within a line",
      "a <script>alert(1)</script> b",
      "<p>a  b</p>\n"),
    Attack(
      "a script tag within a line without an end",
      "a <script> b",
      "<p>a  b</p>\n"),
    Attack(
      "a script in a script",
      "<scr<script>ipt>alert(1)</script>",
      "<p>&lt;scr</p>\n"),
    Attack(
      "a script split by a null byte",
      "<div><scr\0ipt>alert(1)</scr\0ipt>",
      "<div>alert(1)\n</div>\n"),
    Attack(
      "a script that hides its end in a comment",
      "<script><!--<script></script>alert(1)//--></script>",
      "alert(1)//--&gt;\n"),
    Attack(
      "an image with a handler",
      "<img src=x onerror=alert(1)>",
      #"<img src="x" alt="" />\#n"#),
    Attack(
      "an image with a slash for a space",
      "<div><img/src='x'/onerror=alert(1)>",
      #"<div><img src="x" alt="" />\#n</div>\#n"#),
    Attack(
      "a handler behind a quote",
      #"<div><img src="x"onerror="alert(1)">"#,
      #"<div><img src="x" alt="" />\#n</div>\#n"#),
    Attack(
      "a handler in capitals on lines of its own",
      "<div><img src=x\nONERROR\n=\nalert(1)\n>",
      #"<div><img src="x" alt="" />\#n</div>\#n"#),
    Attack(
      "a handler behind a quote that never ends",
      #"<div><img src="x onerror=alert(1)>\#n\#nrest"#,
      "<div></div>\n<p>rest</p>\n"),
    Attack(
      "a handler behind an equals sign",
      "<p =onclick=alert(1)>x</p>",
      "<p>x</p>\n"),
    Attack(
      "a handler as a second attribute of the name",
      #"<a title=a title='" onclick=alert(1)'>x</a>"#,
      #"<p><a title="a">x</a></p>\#n"#),
    Attack(
      "a quote in a value",
      #"<p title='"><script>alert(1)</script>'>x</p>"#,
      #"<p title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">x</p>\#n"#),
    Attack(
      "an entity for a quote in a value",
      #"<p title="&quot;&gt;&lt;script&gt;">x</p>"#,
      #"<p title="&quot;&gt;&lt;script&gt;">x</p>\#n"#),
    Attack(
      "a tag in a value",
      #"<p title="<img src=x onerror=alert(1)>">x</p>"#,
      #"<p title="&lt;img src=x onerror=alert(1)&gt;">x</p>\#n"#),
    Attack(
      "backticks for quotes",
      "<div><a href=`x` title=`a onclick=alert(1)`>x</a>",
      #"<div><a href="%60x%60" title="`a">x</a>\#n</div>\#n"#),
    Attack(
      "an image with backticks",
      "<div><img src=`javascript:alert(1)`>",
      #"<div><img src="%60javascript:alert(1)%60" alt="" />\#n</div>\#n"#),
    Attack(
      "a null byte in a value",
      #"<p title="a\#0b">x</p>"#,
      #"<p title="a�b">x</p>\#n"#),
    Attack(
      "a null byte in an attribute's name",
      "<p on\0click=alert(1)>x</p>",
      "<p>x</p>\n"),
    Attack(
      "a tag without an end",
      "<div><img src=x onerror=alert(1)",
      "<div></div>\n"),
    Attack(
      "a tag over two blocks",
      "<div\n\nonclick=alert(1)>x</div>",
      "<p>onclick=alert(1)&gt;x</p>\n"),
    Attack(
      "a handler on a body",
      "<body onload=alert(1)>x</body>",
      "x\n"),
    Attack(
      "a style",
      "<style>body{background:url(//evil.example)}</style>",
      ""),
    Attack(
      "a style that imports",
      "<style>@import'//evil.example/x.css';</style>x",
      "x\n"),
    Attack(
      "a style attribute",
      #"<p style="background:url(javascript:alert(1))">x</p>"#,
      "<p>x</p>\n"),
    Attack(
      "an expression in a style",
      #"<div style="width:expression(alert(1))">x</div>"#,
      "<div>x</div>\n"),
  ]
}
