/// The catalogue of everything that can be wrong, by the stable code that users may rely on.
extension Problem {
  package enum Code: String, Sendable, CaseIterable {
    // Templates
    case templateSyntax = "template-syntax"
    case templateNameUnknown = "template-name-unknown"
    case templatePartialMissing = "template-partial-missing"
    case templateBlockUnknown = "template-block-unknown"
    case templateKind = "template-kind"
    case templateEscaping = "template-escaping"
    case templateRecursion = "template-recursion"
    case templateLimit = "template-limit"
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
