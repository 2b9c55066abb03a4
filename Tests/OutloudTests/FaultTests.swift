import Foundation
import Testing

/// Disks that fill, folders that may not be written to, builds that meet: what the user has written
/// and the last good site stay whole.
struct FaultTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for number in 0..<60 {
      let link = "![A dot](dot.svg) and [the first](2026-01-01-note-0.md)"
      try folder.write(
        "---\nid: n-\(number)\n---\n# Note \(number)\n\nWords of it. \(link)\r\n",
        to: "site/notes/2026-01-0\(number % 9 + 1)-note-\(number).md")
    }
    try folder.write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>",
      to: "site/notes/dot.svg")
    try folder.write("title: One\nurl: https://a.example/\n", to: "site/outloud.yml")
  }

  /// Runs a script where file systems may be mounted that nobody else sees. `$outloud` is the
  /// program, `$disk` an empty folder; `state NAME` prints whether what stands at two places is the
  /// same.
  private func run(_ script: String) throws -> String {
    let lead = """
      set -u; outloud="\(try Binary.location.path)"; disk=$PWD/disk; mkdir $disk
      same() { diff -r "$1" "$2" >/dev/null 2>&1 && echo "$3: whole" || echo "$3: HARMED"; }
      build() { $outloud build $disk/site --output $disk/out --now 2026-11-23 2>log; echo "build: $?"; }
      """
    try folder.write("\(lead)\n\(script)\n", to: "script")
    return try Binary.run(
      URL(filePath: "/usr/bin/unshare"), Self.namespace + ["bash", "script"], [:], folder.url
    ).output
  }

  private static let namespace =
    getuid() == 0 ? ["--mount"] : ["--mount", "--user", "--map-root-user"]

  static let canMount: Bool = {
    let test = "mkdir -p $0 && mount -t tmpfs -o size=64k none $0"
    let place = FileManager.default.temporaryDirectory.appending(path: "outloud-mount").path
    let result = try? Binary.run(
      URL(filePath: "/usr/bin/unshare"), namespace + ["bash", "-c", test, place])
    return result?.status == 0
  }()

  @Test(.enabled(if: canMount, "this needs the right to mount a file system"))
  func `a disk that fills leaves the notes and the last good site whole`() throws {
    let result = try run(
      """
      mount -t tmpfs -o size=4m none $disk; cp -r site $disk/site
      build
      cp -r $disk/out good
      sed -i 's/One/Another title on every page of it/' $disk/site/outloud.yml; cp -r $disk/site mine
      head -c 8m /dev/zero >$disk/filling 2>/dev/null; truncate -s -60k $disk/filling
      build
      grep -o 'could not be .*' log
      same good $disk/out site; same mine $disk/site notes
      truncate -s -4k $disk/filling; head -c 100k /dev/zero >$disk/more 2>/dev/null
      $outloud retract "Note 7" $disk/site --now 2026-11-23 2>log; echo "retract: $?"
      same mine $disk/site notes
      rm $disk/filling $disk/more
      build
      grep -c 'Another title' $disk/out/index.html >/dev/null && echo "the next one: done"
      """)
    #expect(
      result == """
        build: 0
        build: 3
        could not be written: No space left on device [output-write]
        site: whole
        notes: whole
        retract: 3
        notes: whole
        build: 0
        the next one: done

        """)
  }

  @Test(.enabled(if: canMount, "this needs the right to mount a file system"))
  func `a first build onto a full disk leaves nothing behind`() throws {
    let result = try run(
      """
      mount -t tmpfs -o size=512k none $disk; cp -r site $disk/site
      head -c 8m /dev/zero >$disk/filling 2>/dev/null; truncate -s -40k $disk/filling
      build
      ls -A $disk; same site $disk/site notes
      """)
    #expect(result == "build: 3\nfilling\nsite\nnotes: whole\n")
  }

  @Test(.enabled(if: canMount, "this needs the right to mount a file system"))
  func `a file system that turns read-only is said, and nothing changed`() throws {
    let result = try run(
      """
      mount -t tmpfs -o size=8m none $disk; cp -r site $disk/site
      build
      sed -i 's/One/Another/' $disk/site/outloud.yml
      cp -r $disk/out good; cp -r $disk/site mine
      mount -o remount,ro $disk
      build
      grep -o 'Read-only file system' log | sort -u
      $outloud retract "Note 7" $disk/site --now 2026-11-23 2>log; echo "retract: $?"
      grep -o 'Read-only file system' log | sort -u
      same good $disk/out site; same mine $disk/site notes
      mount -o remount,rw $disk
      build
      """)
    #expect(
      result == """
        build: 0
        build: 3
        Read-only file system
        retract: 3
        Read-only file system
        site: whole
        notes: whole
        build: 0

        """)
  }

  @Test(.enabled(if: canMount, "this needs the right to mount a file system"))
  func `a folder that may not be written to keeps the others as they are`() throws {
    let result = try run(
      """
      mount -t tmpfs -o size=8m none $disk; cp -r site $disk/site; build
      cp -r $disk/site mine
      mount --bind $disk/site/notes $disk/site/notes; mount -o remount,bind,ro $disk/site/notes
      $outloud retract "Note 7" $disk/site --forget --now 2026-11-23 2>log; echo "retract: $?"
      same mine/notes $disk/site/notes notes
      build
      umount $disk/site/notes
      $outloud retract "Note 7" $disk/site --forget --now 2026-11-23 2>log; echo "retract: $?"
      cmp mine/notes/2026-01-08-note-7.md $disk/site/private/notes/2026-01-08-note-7.md && echo moved
      ls $disk/site/notes | grep -c note-7.md
      """)
    #expect(
      result == """
        build: 0
        retract: 3
        notes: whole
        build: 0
        retract: 0
        moved
        0

        """)
  }

  @Test func `many builds of two sites at once make one of the two`() throws {
    try FileManager.default.copyItem(
      at: folder.url.appending(path: "site"), to: folder.url.appending(path: "other"))
    try folder.write("title: Two\nurl: https://a.example/\n", to: "other/outloud.yml")
    let outloud = Binary(workingFolder: folder.url)
    for name in ["site", "other"] {
      let built = try outloud.run(
        "build", name, "--output", "\(name)-alone", "--now", "2026-11-23")
      #expect(built.status == 0, "\(built.error)")
    }
    let script = """
      for turn in 1 2 3 4 5 6; do for site in site other; do
      ("$0" build $site --output out --now 2026-11-23 2>$site-$turn.log; echo $? >>codes) &
      done; done; wait
      """
    let program = try Binary.location.path
    _ = try Binary.run(
      URL(filePath: "/bin/bash"), ["-c", script, program], [:], folder.url)
    let codes = try folder.read("codes").split(separator: "\n")
    #expect(codes.count == 12)
    #expect(codes.contains("0"))
    #expect(Set(codes).isSubset(of: ["0", "3"]), "\(codes)")
    let out = try folder.contents(of: "out")
    #expect(
      try out == folder.contents(of: "site-alone") || out == folder.contents(of: "other-alone"))
  }
}
