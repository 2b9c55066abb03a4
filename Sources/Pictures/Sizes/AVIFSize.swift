// ISO/IEC 14496-12 (boxes), ISO/IEC 23008-12 (items and their properties).

extension PictureSize {
  /// The size of the primary item of an AVIF picture, turned where it says so.
  static func avif(_ picture: PictureBytes) -> PictureSize? {
    guard let brands = Box.all(in: picture, from: 0, to: .max).first(where: { $0.name == "ftyp" }),
      brands.holds(["avif", "avis"], in: picture),
      let meta = Box.all(in: picture, from: 0, to: .max).first(where: { $0.name == "meta" })
    else { return nil }
    // A full box: four bytes of version and flags come first.
    let boxes = Box.all(in: picture, from: meta.start + 4, to: meta.end)
    guard let primary = boxes.first(where: { $0.name == "pitm" }),
      let properties = boxes.first(where: { $0.name == "iprp" })
    else { return nil }
    let isWide = picture.big(at: primary.start, count: 1) ?? 0 > 0
    guard let item = picture.big(at: primary.start + 4, count: isWide ? 4 : 2) else { return nil }
    let inner = Box.all(in: picture, from: properties.start, to: properties.end)
    guard let container = inner.first(where: { $0.name == "ipco" }) else { return nil }
    let all = Box.all(in: picture, from: container.start, to: container.end)
    let numbers =
      inner.filter { $0.name == "ipma" }
      .compactMap { $0.associations(of: item, in: picture) }.first ?? []
    let own = numbers.compactMap { all.indices.contains($0 - 1) ? all[$0 - 1] : nil }
    guard let extent = own.first(where: { $0.name == "ispe" }),
      let width = picture.big(at: extent.start + 4, count: 4),
      let height = picture.big(at: extent.start + 8, count: 4)
    else { return nil }
    let quarters =
      own.first { $0.name == "irot" }
      .flatMap { picture.big(at: $0.start, count: 1) } ?? 0
    let size = PictureSize(width, height)
    return quarters & 1 == 1 ? size?.turned : size
  }
}

extension Box {
  /// Whether a file type box names one of some brands.
  fileprivate func holds(_ brands: Set<String>, in picture: PictureBytes) -> Bool {
    stride(from: start, to: min(end, start + 256), by: 4)
      .contains { brands.contains(picture.name(at: $0)) }
  }

  /// The properties of an item, counted from 1, by an association box.
  fileprivate func associations(of item: Int, in picture: PictureBytes) -> [Int]? {
    guard let version = picture.big(at: start, count: 1),
      let flags = picture.big(at: start + 3, count: 1),
      let count = picture.big(at: start + 4, count: 4)
    else { return nil }
    let (idSize, indexSize) = (version < 1 ? 2 : 4, flags & 1 == 1 ? 2 : 1)
    var offset = start + 8
    for _ in 0..<min(count, Self.limit) {
      guard let id = picture.big(at: offset, count: idSize),
        let entries = picture.big(at: offset + idSize, count: 1), offset < end
      else { return nil }
      offset += idSize + 1
      // The highest bit says whether the property must be understood.
      let numbers = (0..<entries).compactMap { index in
        picture.big(at: offset + index * indexSize, count: indexSize)
          .map { $0 & (indexSize == 2 ? 0x7FFF : 0x7F) }
      }
      if id == item { return numbers }
      offset += entries * indexSize
    }
    return nil
  }
}
