import Foundation
import PackagePlugin

/// Writes the files of `themes/` into Swift source, so that the program carries them in itself.
@main
struct EmbedThemesPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let themes = context.package.directoryURL.appending(path: "themes")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedThemes.swift")
    let files = FileManager.default.enumerator(at: themes, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }
      .filter { !$0.hasDirectoryPath }
      .sorted { $0.path < $1.path }
    return [
      .buildCommand(
        displayName: "Embed the themes",
        executable: try context.tool(named: "EmbedThemes").url,
        arguments: [themes.path, output.path],
        inputFiles: files ?? [],
        outputFiles: [output])
    ]
  }
}
