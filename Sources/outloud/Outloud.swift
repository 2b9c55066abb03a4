import ArgumentParser

@main
struct Outloud: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outloud",
    abstract: "Turn a folder of work-in-progress notes into a public timeline portfolio.")
}
