import CMalloc

/// How the C library gets memory from the system.
enum Memory {
  /// In large pieces, of which nothing is used before it is needed.
  ///
  /// A build takes more and more until it ends. By default each thread asks for a few pages at a
  /// time, and while the system answers one, the others wait.
  static func takeLargePieces() {
    let size: Int32 = 32 << 20
    mallopt(M_TOP_PAD, size)
    mallopt(M_MMAP_THRESHOLD, size)
    // What is free at the end of a heap is not given back, only to be taken again.
    mallopt(M_TRIM_THRESHOLD, .max)
    LargePages.ask()
  }
}
