/// The catalogue of everything that can be wrong, by the stable code that users may rely on.
extension Problem {
  package enum Code: String, Sendable, CaseIterable {
    // Files
    case fileUnreadable = "file-unreadable"
    case fileNotUTF8 = "file-not-utf8"
    case fileZeroByte = "file-zero-byte"
    case fileTooLarge = "file-too-large"
    case fileLink = "file-link"
    case fileName = "file-name"
    case fileReadOnly = "file-read-only"

    // Front matter and configuration
    case frontMatterUnclosed = "front-matter-unclosed"
    case frontMatterTooLong = "front-matter-too-long"
    case frontMatterStray = "front-matter-stray"
    case frontMatterFixed = "front-matter-fixed"
    case yamlTab = "yaml-tab"
    case yamlColon = "yaml-colon"
    case keyTwice = "key-twice"
    case keyUnknown = "key-unknown"
    case keysMissing = "keys-missing"
    case valuesTooDeep = "values-too-deep"
    case valuesTooMany = "values-too-many"
    case valuesUnreadable = "values-unreadable"
    case valueInvalid = "value-invalid"
    case valueUnknown = "value-unknown"
    case visibilityUnknown = "visibility-unknown"
    case visibilityKey = "visibility-key"
    case statusUnknown = "status-unknown"
    case dateInvalid = "date-invalid"
    case addressInvalid = "address-invalid"

    // Limits of Markdown
    case nestingLimit = "nesting-limit"
    case bracketLimit = "bracket-limit"
    case cellLimit = "cell-limit"

    // Sites and their history
    case dateMissing = "date-missing"
    case historyShallow = "history-shallow"
    case gitMissing = "git-missing"
    case gitFailed = "git-failed"
    case siteOfSites = "site-of-sites"
    case siteEmpty = "site-empty"
    case siteExists = "site-exists"
    case urlMissing = "url-missing"
    case audienceUnknown = "audience-unknown"

    // Links and addresses
    case addressTwice = "address-twice"
    case idTwice = "id-twice"
    case linkBroken = "link-broken"
    case anchorBroken = "anchor-broken"
    case imageElsewhere = "image-elsewhere"
    case imageAlternative = "image-alternative"
    case photoMissing = "photo-missing"
    case htmlDropped = "html-dropped"

    // What is private within a note
    case privateUnended = "private-unended"
    case privateMisspelt = "private-misspelt"
    case privateMisplaced = "private-misplaced"
    case remarkForeign = "remark-foreign"
    case hiddenShown = "hidden-shown"

    // Pictures and other files that are published
    case pictureBroken = "picture-broken"
    case pictureFormat = "picture-format"
    case pictureMetadata = "picture-metadata"
    case pictureUnknown = "picture-unknown"
    case pictureDisarmed = "picture-disarmed"
    case pictureHeavy = "picture-heavy"
    case filePlace = "file-place"
    case fileMetadata = "file-metadata"

    // What should not be published
    case leakSecret = "leak-secret"
    case leakKeyName = "leak-key-name"
    case leakMail = "leak-mail"
    case leakPhone = "leak-phone"
    case leakConfidential = "leak-confidential"
    case leakStandIn = "leak-stand-in"
    case standInInvalid = "stand-in-invalid"
    case personNamed = "person-named"
    case unlistedID = "unlisted-id"
    case privateTracked = "private-tracked"
    case privateInHistory = "private-in-history"

    // What was published before
    case addressVanished = "address-vanished"
    case againstUnreadable = "against-unreadable"
    case goneStands = "gone-stands"
    case noteUnknown = "note-unknown"
    case noteAmbiguous = "note-ambiguous"
    case retractTaken = "retract-taken"

    // What is about to be published
    case redactionObstacle = "redaction-obstacle"
    case publishNotHere = "publish-not-here"
    case publishHeld = "publish-held"
    case publishTaken = "publish-taken"
    case publishChanged = "publish-changed"

    // Themes and templates
    case themeUnknown = "theme-unknown"
    case languageUntranslated = "language-untranslated"
    case themeFileExists = "theme-file-exists"
    case templateSyntax = "template-syntax"
    case templateNameUnknown = "template-name-unknown"
    case templatePartialMissing = "template-partial-missing"
    case templateBlockUnknown = "template-block-unknown"
    case templateKind = "template-kind"
    case templateEscaping = "template-escaping"
    case templateRecursion = "template-recursion"
    case templateLimit = "template-limit"

    // Questions
    case questionIncomplete = "question-incomplete"
    case questionTwice = "question-twice"
    case questionUnknown = "question-unknown"
    case placeholderUnknown = "placeholder-unknown"
    case answerEmpty = "answer-empty"
    case editorFailed = "editor-failed"

    // Output
    case outputCollision = "output-collision"
    case outputFolder = "output-folder"
    case outputForeign = "output-foreign"
    case outputLocked = "output-locked"
    case outputPath = "output-path"
    case outputRead = "output-read"
    case outputRecord = "output-record"
    case outputWrite = "output-write"

    // The preview
    case portTaken = "port-taken"
    case portRefused = "port-refused"
    case watchLimited = "watch-limited"
    case browserMissing = "browser-missing"
  }
}

extension Problem.Code {
  /// How serious a problem of this code is unless the site says otherwise.
  package var severity: Severity {
    switch self {
    case .fileLink, .keyUnknown, .statusUnknown, .dateMissing, .urlMissing, .linkBroken,
      .anchorBroken,
      .imageElsewhere, .imageAlternative, .photoMissing, .htmlDropped, .privateUnended, .siteEmpty,
      .languageUntranslated, .leakKeyName,
      .leakMail, .leakPhone, .pictureUnknown, .pictureDisarmed, .pictureHeavy, .fileMetadata,
      .privateTracked, .privateInHistory, .addressVanished, .goneStands, .watchLimited,
      .browserMissing:
      .warning
    default: .error
    }
  }

  /// Whether a site may take it less seriously: never where an error keeps something private,
  /// or where there would be nothing to publish.
  package var canBeEased: Bool { severity == .warning }

  /// Whether the line that it is about holds what nobody should read: where others may see what is
  /// reported, the line stays out.
  package var isLeak: Bool {
    switch self {
    case .leakSecret, .leakKeyName, .leakMail, .leakPhone, .leakConfidential, .leakStandIn,
      .standInInvalid, .redactionObstacle, .personNamed:
      true
    default: false
    }
  }

  /// Whether the reason lies with the system and not with what the user wrote.
  package var isInputOutput: Bool {
    switch self {
    case .fileUnreadable, .fileReadOnly, .outputRead, .outputWrite, .outputLocked,
      .againstUnreadable, .portTaken, .portRefused:
      true
    default: false
    }
  }
}
