/// Why a paper could not be typeset. No case carries what a person entered.
package enum TypesettingFault: Error, Hashable, Sendable {
    /// The directory of baked fonts is absent or incomplete: `script/bake-fonts` makes it.
    case fontsMissing
    /// A character that the fonts lack, or one that would not be seen; never printed as an empty box.
    case unprintable(field: String)
    case tooLong(field: String)
    /// Not a JPEG that a PDF can hold.
    case photoUnreadable
    /// A site's layouts that cannot be used, each mistake with its place.
    case templates(TemplateFaults)
    /// cairo, pango or libqrencode failed; the status is for the technician.
    case engine(status: Int)
}
