import Foundation
import PackagePlugin

/// Writes the files of a target's folder into Swift source, so that the program carries them in
/// itself.
@main
struct EmbedFilesPlugin: BuildToolPlugin {
  /// Where the files of each target lie.
  private static let folders = [
    "Highlighting": "Sources/Highlighting/Languages",
    "Insurance": "Sources/Insurance/Packs",
    "Preview": "Sources/Preview/Frame/Page",
    "Themes": "themes",
  ]

  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    guard let path = Self.folders[target.name] else {
      Diagnostics.error("EmbedFilesPlugin knows no folder of the target \(target.name)")
      return []
    }
    let folder = context.package.directoryURL.appending(path: path)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }
      .filter { !$0.hasDirectoryPath }
      .sorted { $0.path < $1.path }
    return [
      .buildCommand(
        displayName: "Embed \(path)",
        executable: try context.tool(named: "EmbedFiles").url,
        arguments: [folder.path, output.path],
        inputFiles: files ?? [],
        outputFiles: [output])
    ]
  }
}
