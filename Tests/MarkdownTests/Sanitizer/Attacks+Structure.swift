extension Attack {
  /// Names, comments, entities and nesting that reach out of the note.
  static let structure: [Attack] = [
    Attack(
      "an id that takes a name of the page",
      "<p id=main>x</p>",
      #"<p id="user-main">x</p>\#n"#),
    Attack(
      "a name that takes a property of the document",
      "<img name=getElementById src=x.png>",
      #"<img src="x.png" alt="" />\#n"#),
    Attack(
      "two ids that make a collection",
      "<a id=x></a><a id=x name=y></a>",
      #"<p><a id="user-x"></a><a></a></p>\#n"#),
    Attack(
      "an id with a space",
      #"<p id="a b">x</p>"#,
      "<p>x</p>\n"),
    Attack(
      "a form that is taken for another",
      "<p form=x is=y slot=z part=w>x</p>",
      "<p>x</p>\n"),
    Attack(
      "a class of the theme",
      "<div class=banner>x</div>",
      "<div>x</div>\n"),
    Attack(
      "a comment",
      "<!-- <script>alert(1)</script> -->",
      ""),
    Attack(
      "a comment that is none",
      "<!--><img src=x onerror=alert(1)>-->",
      #"<img src="x" alt="" />--&gt;\#n"#),
    Attack(
      "a comment that ends early",
      "<div><!-- --!><img src=x onerror=alert(1)> --></div>",
      #"<div><img src="x" alt="" /> --&gt;</div>\#n"#),
    Attack(
      "a comment without an end",
      "<div><!-- <img src=x onerror=alert(1)>\n</div>",
      "<div></div>\n"),
    Attack(
      "a comment for an old browser",
      "<!--[if IE]><script>alert(1)</script><![endif]-->",
      ""),
    Attack(
      "an instruction",
      #"<?xml-stylesheet href="javascript:alert(1)"?>"#,
      ""),
    Attack(
      "an instruction of PHP",
      "a <?php echo $a->b; ?> c",
      "<p>a  c</p>\n"),
    Attack(
      "a declaration",
      #"<!ENTITY x "<script>">"#,
      "&quot;&gt;\n"),
    Attack(
      "a CDATA section",
      "<![CDATA[<img src=x onerror=alert(1)>]]>",
      ""),
    Attack(
      "an end tag that is none",
      "<div></ <img src=x onerror=alert(1)></div>",
      "<div></div>\n"),
    Attack(
      "an end tag with attributes",
      "<div>x</div onclick=alert(1)>",
      "<div>x</div>\n"),
    Attack(
      "end tags of the page",
      "</div></article></main></body></html>",
      ""),
    Attack(
      "end tags of the page within a line",
      "a </p></div></article> b",
      "<p>a  b</p>\n"),
    Attack(
      "end tags around Markdown",
      "- a </li></ul>\n\n> </blockquote>",
      "<ul>\n<li>a </li>\n</ul>\n<blockquote>\n</blockquote>\n"),
    Attack(
      "links in links",
      "<a href=https://a.example/>a <a href=https://b.example/>b</a></a>",
      #"<p><a href="https://a.example/">a </a><a href="https://b.example/">b</a></p>\#n"#),
    Attack(
      "a link in a link of Markdown",
      "[a <a href=https://b.example/>b</a>](https://a.example/)",
      #"<p><a href="https://a.example/">a b</a></p>\#n"#),
    Attack(
      "a link of Markdown in a link",
      "<a href=https://a.example/>a [b](https://b.example/)</a>",
      #"<p><a href="https://a.example/">a b</a></p>\#n"#),
    Attack(
      "entities for a tag",
      "<div>&lt;script&gt;alert(1)&#60;/script></div>",
      "<div>&lt;script&gt;alert(1)&lt;/script&gt;</div>\n"),
    Attack(
      "an entity without a semicolon",
      "<div>&ltscript&gt</div>",
      "<div>&lt;script&gt;</div>\n"),
    Attack(
      "a less-than sign",
      "<div>a < b <3 <</div>",
      "<div>a &lt; b &lt;3 &lt;</div>\n"),
    Attack(
      "an unusual space",
      "<div><img\u{A0}src=x onerror=alert(1)>",
      "<div>\n</div>\n"),
    Attack(
      "a form feed between attributes",
      "<div><img\u{C}src=x\u{C}onerror=alert(1)></div>",
      #"<div><img src="x" alt="" /></div>\#n"#),
    Attack(
      "a bare attribute",
      "<div><p onclick>x</p hidden></div>",
      "<div><p>x</p></div>\n"),
    Attack(
      "a moment that is none",
      #"<time datetime='"><script>'>x</time>"#,
      "<p>x</p>\n"),
    Attack(
      "a language that is none",
      #"<p lang='"><script>'>x</p>"#,
      "<p>x</p>\n"),
    Attack(
      "a table that pushes its content out",
      "<table><script>alert(1)</script><div>x</div></table>",
      "<table><tr><td><div>x</div></td></tr></table>\n"),
    Attack(
      "markup in an alternative text",
      "![<img src=x onerror=alert(1)>](a.png)",
      #"<p><img src="a.png" alt="" /></p>\#n"#),
  ]
}
