import Foundation
import Glibc
import Trials

/// Ends runs of the program by force, at moments that are spread over what a run takes.
///
/// Half of them lie anywhere in a run. As most of it reads and thinks, the others lie between the
/// first sign that something is being changed and the end. How long both take is measured first, and
/// corrected by every kill: a machine has other work too.
struct Killing {
  private var random: SplitMix64
  /// In seconds: of a whole run, and of what follows the first sign of a change.
  private var length: Double
  private var changing: Double
  private(set) var kills = 0
  /// How many of them found the program still running.
  private(set) var hits = 0

  /// Measures a run that comes to its end, below a folder in which it changes something.
  init(measuring arguments: [String], in folder: URL, watching: URL? = nil) throws {
    random = SplitMix64(state: Trials.seed)
    let watch = try Watch(over: watching ?? folder)
    let start = ContinuousClock.now
    let process = try Self.start(arguments, in: folder)
    var change = start
    var isChanged = false
    while process.isRunning {
      if !isChanged {
        change = .now
        isChanged = watch.isChanged
      }
      usleep(200)
    }
    length = start.duration(to: .now) / .seconds(1)
    changing = change.duration(to: .now) / .seconds(1)
  }

  /// Starts the program and ends it.
  mutating func kill(
    _ arguments: [String], in folder: URL, watching: URL? = nil, by signal: Int32 = SIGKILL
  ) throws {
    let watch = kills % 2 == 0 ? nil : try Watch(over: watching ?? folder)
    let delay = Double.random(in: 0...(watch == nil ? length : changing), using: &random)
    kills += 1
    let process = try Self.start(arguments, in: folder)
    while let watch, process.isRunning, !watch.isChanged { usleep(200) }
    usleep(UInt32(delay * 1_000_000))
    Glibc.kill(process.processIdentifier, signal)
    process.waitUntilExit()
    let isHit = process.terminationReason == .uncaughtSignal
    let factor = isHit ? 1.05 : 0.8
    if watch == nil { length *= factor } else { changing *= factor }
    if isHit { hits += 1 }
  }

  /// What to print, so that a run can be repeated and judged.
  func report(_ name: String, onTheWay: Int) -> String {
    "kills, \(name): SEED=\(Trials.seed), \(kills) kills, \(hits) before the end, \(onTheWay) between two states"
  }

  /// Whether there are to be more, until so many have hit: the others came after the end and tested
  /// nothing. A program that cannot be hit is not tried for ever.
  func goesOn(to count: Int) -> Bool { hits < count && kills < 20 * count }

  private static func start(_ arguments: [String], in folder: URL) throws -> Process {
    let process = Process()
    process.executableURL = try Binary.location
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }
}

/// Tells by the folders below one whether a name has come or gone in them.
private struct Watch {
  private let folders: [String]
  private let stamps: [Stamp]

  private struct Stamp: Equatable {
    let seconds: Int
    let nanoseconds: Int
  }

  init(over root: URL) throws {
    // Not what a build keeps for itself: first it prepares there, for most of its time.
    let below = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { !$0.contains(".outloud") }.map { root.appending(path: $0).path }
    folders =
      [root.path]
      + below.filter { path in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
          && isFolder.boolValue
      }
    stamps = folders.map(Self.stamp)
  }

  var isChanged: Bool { folders.map(Self.stamp) != stamps }

  private static func stamp(_ path: String) -> Stamp {
    var status = stat()
    guard lstat(path, &status) == 0 else { return Stamp(seconds: 0, nanoseconds: 0) }
    return Stamp(seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
  }
}
