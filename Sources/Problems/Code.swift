/// The catalogue of everything that can be wrong, by the stable code that users may rely on.
extension Problem {
  package enum Code: String, Sendable, CaseIterable {
    // Templates
    case templateSyntax = "template-syntax"
    case templateNameUnknown = "template-name-unknown"
    case templatePartialMissing = "template-partial-missing"
    case templateRecursion = "template-recursion"

    // Output
    case outputCollision = "output-collision"
    case outputFolder = "output-folder"
    case outputForeign = "output-foreign"
    case outputLocked = "output-locked"
    case outputPath = "output-path"
    case outputRead = "output-read"
    case outputRecord = "output-record"
    case outputWrite = "output-write"
  }
}

extension Problem.Code {
  /// How serious a problem of this code is unless the site says otherwise.
  package var severity: Severity {
    switch self {
    default: .error
    }
  }
}
