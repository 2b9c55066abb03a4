import CMark
import Glibc

/// Memory that libcmark takes piece by piece for one tree, and that is given back as a whole.
///
/// A tree is hundreds of small pieces that live equally long: to the system's allocator they are
/// as much work as parsing is to libcmark. Each thread keeps a chunk from one tree to the next, as
/// large as its trees have needed.
struct ParserMemory {
  private var chunks: [UnsafeMutableRawPointer]
  /// Where the next piece begins in the last chunk, and how many bytes are left there.
  private var next: UnsafeMutableRawPointer
  private var left: Int
  /// The size of all chunks together.
  private var size = Self.leastSize

  private static let leastSize = 1 << 18
  /// So much is kept at most.
  private static let greatestKept = 1 << 23
  private static let alignment = 16
  /// Before each piece stands its size.
  private static let header = alignment

  /// Parses a text, given as valid UTF-8, and hands its tree to `body`, which parses nothing itself.
  /// Then the tree is gone.
  static func withTree(
    of source: UnsafeBufferPointer<UInt8>, _ options: Int32 = CMARK_OPT_DEFAULT,
    _ body: (OpaquePointer) -> Void
  ) {
    defer { current?.pointee.reset() }
    var allocator = cmark_mem(
      calloc: { ParserMemory.zeroed($0 * $1) }, realloc: { ParserMemory.resized($0, to: $1) },
      free: { _ in })
    withUnsafeMutablePointer(to: &allocator) { allocator in
      let parser = cmark_parser_new_with_mem(options, allocator)
      source.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
      if let root = cmark_parser_finish(parser) { body(root) }
    }
  }

  // MARK: - The thread's own

  /// libcmark does not say for which tree it wants memory, so the thread has to tell.
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { pointer in
      guard let memory = pointer?.assumingMemoryBound(to: ParserMemory.self) else { return }
      memory.pointee.chunks.forEach { $0.deallocate() }
      memory.deinitialize(count: 1)
      memory.deallocate()
    }
    return key
  }()

  private static var current: UnsafeMutablePointer<ParserMemory>? {
    pthread_getspecific(key)?.assumingMemoryBound(to: ParserMemory.self)
  }

  private static var made: UnsafeMutablePointer<ParserMemory> {
    // Once a thread: it is not to weigh on each piece.
    @inline(never) get {
      let memory = UnsafeMutablePointer<ParserMemory>.allocate(capacity: 1)
      memory.initialize(to: ParserMemory())
      pthread_setspecific(key, memory)
      return memory
    }
  }

  private static func zeroed(_ count: Int) -> UnsafeMutableRawPointer {
    let piece = (current ?? made).pointee.take(count)
    memset(piece, 0, count)
    return piece
  }

  private static func resized(
    _ piece: UnsafeMutableRawPointer?, to count: Int
  ) -> UnsafeMutableRawPointer {
    guard let piece else { return (current ?? made).pointee.take(count) }
    let old = (piece - header).load(as: Int.self)
    guard count > old else { return piece }
    let larger = (current ?? made).pointee.take(count)
    memcpy(larger, piece, old)
    return larger
  }

  // MARK: - Pieces

  private init() {
    next = .allocate(byteCount: size, alignment: Self.alignment)
    left = size
    chunks = [next]
  }

  @inline(__always)
  private mutating func take(_ count: Int) -> UnsafeMutableRawPointer {
    let taken = (count + (Self.header + Self.alignment - 1)) & ~(Self.alignment - 1)
    if taken > left { addChunk(of: taken) }
    let piece = next + Self.header
    next.storeBytes(of: count, as: Int.self)
    next += taken
    left -= taken
    return piece
  }

  @inline(never)
  private mutating func addChunk(of least: Int) {
    left = max(least, size)
    size += left
    next = .allocate(byteCount: left, alignment: Self.alignment)
    chunks.append(next)
  }

  private mutating func reset() {
    if chunks.count > 1 {
      chunks.forEach { $0.deallocate() }
      // One as large as all of them.
      size = min(size, Self.greatestKept)
      chunks = [.allocate(byteCount: size, alignment: Self.alignment)]
    }
    next = chunks[0]
    left = size
  }
}
