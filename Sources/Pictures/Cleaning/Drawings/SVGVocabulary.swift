// SVG 2, appendix F, and what SVG 1.1 had beside.

/// The elements of a drawing that draw.
enum SVGVocabulary {
  /// Not among them: `script`, `foreignObject`, `metadata`, and the elements of pages.
  static let elements = Set(
    """
    a animate animateColor animateMotion animateTransform circle clipPath color-profile cursor defs \
    desc discard ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix \
    feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG \
    feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight \
    feSpecularLighting feSpotLight feTile feTurbulence filter font font-face font-face-format \
    font-face-name font-face-src g glyph glyphRef hatch hatchpath hkern image line linearGradient \
    marker mask mesh meshgradient meshpatch meshrow missing-glyph mpath path pattern polygon \
    polyline radialGradient rect set solidcolor stop style svg switch symbol text textPath title \
    tref tspan use view vkern
    """.split(separator: " ").map(String.init))

  /// Where a link of the reader's own choice may lead.
  static let schemes: Set<String> = ["http", "https", "mailto", "tel"]
}
