import Files
import Foundation
import Synchronization
import Testing

struct FileLockTests {
  @Test func `nobody holds the lock of a file that is gone`() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/lock"
    let holders = Atomic(0)
    let most = Atomic(0)
    let group = DispatchGroup()
    for _ in 0..<6 {
      group.enter()
      Thread.detachNewThread {
        for turn in 0..<300 {
          guard let lock = try? FileLock.take(path) else { continue }
          most.max(holders.add(1, ordering: .sequentiallyConsistent).newValue, ordering: .relaxed)
          holders.subtract(1, ordering: .sequentiallyConsistent)
          if turn % 2 == 0 { try? Disk.removeFile(path) }
          lock.release()
        }
        group.leave()
      }
    }
    group.wait()
    #expect(most.load(ordering: .relaxed) == 1)
  }
}
