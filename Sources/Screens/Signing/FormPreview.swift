package import Core

/// What will be signed.
package struct FormPreview: Hashable, Sendable {
    package let registration: Registration
    package var typeset: TypesetForm?
    package var look = PaperLook()
}
