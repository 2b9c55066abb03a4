import Files
import Problems

extension Configuration {
  /// What a site's `outloud.yml` says, and what is wrong in it; nil without one.
  package static func read(
    in folder: any Folder
  ) throws(Problem) -> (configuration: Configuration, problems: [Problem])? {
    guard folder.kind(fileName) != nil else { return nil }
    switch SourceFile.read(fileName, in: folder) {
    case .failure(let problem): throw problem
    case .success(let file): return read(file)
    }
  }
}
