/// The texts that are measured.
enum Samples {
  /// What notes mostly are: paragraphs, lists, links, code.
  static let plain = text(
    """
    # The cache forgets

    It answers *from yesterday*. I have turned off three things, and it is **none of them**; see
    [the log](log.md "of that day") and [the manual](https://a.example/manual?page=3#expiry), where
    `max-age` is said to win. Nothing of this is in the `Vary` header.

    ## What I tried

    - turn off the proxy in front
    - count what comes in, by hand, for an hour:
      1. with the header
      2. without it
    - sleep

    > The two hard things are naming, and this.

    ```swift
    let age = response.headers["Age"].flatMap(Int.init) ?? 0
    if age > 60 { print("stale: \\(age)") }
    ```

    A line that ends hard\\
    and one that does not. Entities such as &amp; and &copy; stay, and so does 1 < 2.

    ![The curve](curve.png)

    ***

    """)

  /// Every construct beyond CommonMark, close together.
  static let extended = text(
    """
    ## 2026-11-20: It ~~works~~ counts

    | What | How much | Where |
    |:-----|---------:|:-----:|
    | hits | **12** | [[the log]] |
    | misses | ~~3~~ 4 | https://a.example/misses |

    - [x] ask ada@a.example[^ask]
    - [ ] measure it, see www.a.example/how
    - 14:05 ==done== for today

    > [!TIP]
    > Look at ![[curve.png|300]] before [[The cache#Next|what is next]].

    [^ask]: She knows it from *before*, see http://b.example/why.

    """)

  private static func text(_ part: String) -> [UInt8] {
    Array(String(repeating: part, count: 262_144 / part.utf8.count).utf8)
  }
}
