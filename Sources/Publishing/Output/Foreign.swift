import Files
import Parallel
import Synchronization

/// What stands in a folder and is listed nowhere.
///
/// A symbolic link is always foreign, even by the name of a listed file: nothing that is written or
/// removed may pass through one. So is a folder in which no listed file lies; it is named, with a
/// `/`, and not looked into.
struct Foreign {
  /// The builds whose files may stand there.
  let manifests: [Manifest]

  /// What a part of the folders holds, or why they could not be read.
  private struct Found: Sendable {
    var foreign: [String] = []
    /// The folders to look into next, each with a `/` behind it.
    var folders: [String] = []
    var error: FileError?
  }

  /// The foreign paths below a folder, relative to it, in no order; `exception` is the name of one
  /// of its sub-folders.
  func paths(in root: String, except exception: String? = nil) throws(FileError) -> [String] {
    var foreign: [String] = []
    var level = [""]
    while !level.isEmpty {
      let folders = level
      let next = Mutex(Found())
      concurrently(folders.count) { range in
        let found = look(into: folders[range], of: root, except: exception)
        next.withLock {
          $0.foreign += found.foreign
          $0.folders += found.folders
          $0.error = $0.error ?? found.error
        }
      }
      let found = next.withLock { $0 }
      if let error = found.error { throw error }
      foreign += found.foreign
      level = found.folders
    }
    return foreign
  }

  private func look(
    into folders: ArraySlice<String>, of root: String, except exception: String?
  ) -> Found {
    var found = Found()
    do throws(FileError) {
      for folder in folders {
        for (name, kind) in try Disk.list(root + "/" + folder) {
          let path = OutputPath(found: folder + name)
          switch kind {
          case .file where manifests.contains { $0.files.contains(path) }: break
          case .folder where path.text == exception: break
          case .folder where manifests.contains { $0.folders.contains(path) }:
            found.folders.append(path.text + "/")
          case .folder: found.foreign.append(path.text + "/")
          default: found.foreign.append(path.text)
          }
        }
      }
    } catch {
      found.error = error
    }
    return found
  }
}
