package import Core

/// What is on the stick, a folder at a time.
package struct StickPage: Hashable, Sendable {
    package let choice: SourceChoice
    package var path = SourcePath.root
    /// Nil while it is being read.
    package var folder: SourceFolder?
}
