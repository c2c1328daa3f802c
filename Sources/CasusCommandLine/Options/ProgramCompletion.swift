import ArgumentParser

extension CompletionKind {
  /// What a shell offers where a program is to be named.
  static var program: CompletionKind { .file(extensions: ["casus"]) }
}
