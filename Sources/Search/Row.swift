/// A growing row of plain values, such as numbers.
///
/// To make sure that nobody else holds it takes an array longer than to look at such a value or to
/// change it. This is held by nobody else.
struct Row<Element: BitwiseCopyable>: ~Copyable {
  private var start: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 64) {
    self.capacity = max(capacity, 1)
    start = .allocate(capacity: self.capacity)
  }

  init(repeating element: Element, count: Int) {
    self.init(capacity: count)
    start.initialize(repeating: element, count: count)
    self.count = count
  }

  deinit { start.deallocate() }

  /// Whether there is an element with this index.
  @inline(__always)
  func has(_ index: Int) -> Bool { UInt(bitPattern: index) < UInt(bitPattern: count) }

  subscript(index: Int) -> Element {
    @inline(__always)
    get {
      precondition(has(index))
      return start[index]
    }
    @inline(__always)
    set {
      precondition(has(index))
      start[index] = newValue
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    start[count] = element
    count += 1
  }

  mutating func removeAll() { count = 0 }

  /// All of it, in an array that can be handed on.
  var array: [Element] { Array(UnsafeBufferPointer(start: start, count: count)) }

  @inline(never)
  private mutating func grow() {
    capacity *= 2
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.initialize(from: start, count: count)
    start.deallocate()
    start = larger
  }
}
