package import Core
package import Foundation

/// Sets our papers. The same input gives the same bytes, in every process on the same fonts and library versions.
///
/// fontconfig and pango are not thread-safe and block: everything of them happens on this actor's own queue.
package actor PaperPress {
    private let executor = QueueExecutor(label: "documents.press")
    private let fonts: FontLibrary
    private let layout: PaperLayout
    package nonisolated let coverage: GlyphCoverage

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameter fonts: the directory that `script/bake-fonts` made.
    package init(fonts directory: URL, layout: PaperLayout = PaperLayout()) throws(TypesettingFault) {
        fonts = try FontLibrary(directory: directory)
        coverage = fonts.coverage
        self.layout = layout
    }

    /// The form on A4 with its two empty signature fields, ready for `FormSigning`.
    /// - Parameters:
    ///   - photo: JPEG bytes, beside the first section.
    ///   - created: the file's creation date; kiosk and store must give the same to get the same bytes.
    package func applicationForm(_ content: ApplicationFormContent, photo: [UInt8]?, created: Date)
        throws(TypesettingFault) -> [UInt8]
    {
        let drawn = try FormTypesetter(fonts: fonts, layout: layout)
            .draw(content, photo: Self.photo(photo), created: created)
        do {
            return try SignableForm.make(
                drawn, title: content.title, created: PDFTime(created).iso8601, pageHeight: layout.page.height)
        } catch {
            // cairo has written what this program cannot read: another version of it.
            throw .engine(status: error.offset)
        }
    }

    /// The form's pages as a screen shows them before anybody signs: set by the same hand as the file.
    /// - Parameters:
    ///   - photo: JPEG bytes, decoded here.
    ///   - width: dots across a page.
    package func pages(of content: ApplicationFormContent, photo: [UInt8]?, width: Int)
        throws(TypesettingFault) -> [PagePicture]
    {
        try FormTypesetter(fonts: fonts, layout: layout).pictures(content, photo: Self.photo(photo), width: width)
    }

    private static func photo(_ bytes: [UInt8]?) throws(TypesettingFault) -> Photo? {
        guard let bytes else { return nil }
        return try Photo(bytes)
    }

    /// One sheet of 行政审批受理通知书.
    /// - Parameters:
    ///   - copy: 第N次打印, from 1.
    ///   - kiosk: the kiosk's name as its label says it.
    ///   - printedAt: stands at the foot, and as the file's creation date.
    package func acceptanceNotice(_ notice: AcceptanceNotice, copy: Int, kiosk: String, printedAt: Date)
        throws(TypesettingFault) -> [UInt8]
    {
        try NoticeTypesetter(fonts: fonts, layout: layout)
            .draw(notice, PrintNote(copy: copy, kiosk: kiosk, at: printedAt))
    }

    /// One sheet that tries a printer out, and the fonts with it.
    package func testSheet(kiosk: String, at: Date) throws(TypesettingFault) -> [UInt8] {
        try TestSheetTypesetter(fonts: fonts, layout: layout).draw(kiosk: kiosk, at: at)
    }

    /// Sheets of a paper that this program has made; nil for anything else.
    package static func pageCount(of pdf: [UInt8]) -> Int? {
        guard let file = try? PDFFile(pdf) else { return nil }
        return try? DocumentCatalog(file).pages(of: file).count
    }

    /// The photo in a form that this program has made, as it was taken; nil where there is none.
    package static func photo(in pdf: [UInt8]) -> [UInt8]? {
        guard let file = try? PDFFile(pdf) else { return nil }
        for number in 1..<max(1, file.size) {
            guard let object = try? file.object(number), let stream = object.stream,
                object.value.dictionary?["Subtype"] == .name("Image"),
                object.value.dictionary?["Filter"] == .name("DCTDecode")
            else { continue }
            return Array(pdf[stream])
        }
        return nil
    }

    /// A QR code of a text, true where it is dark, row by row, without the light margin that it needs.
    package static func code(of text: String) throws(TypesettingFault) -> (side: Int, dark: [Bool]) {
        let code = try VerificationCode(text)
        return (code.side, code.dark)
    }

    /// What the person's signature shows on the form.
    package func personalMark(name: String, _ mark: SignatureMark = .typeset, at: Date)
        throws(TypesettingFault) -> SignatureAppearance
    {
        try PersonalMark(fonts: fonts, size: layout.form.personalField)
            .appearance(name: name, mark, on: CivilDate(shanghai: at))
    }

    /// What the enterprise's signature shows: its round seal.
    package func enterpriseSeal(_ enterprise: Enterprise, at: Date) throws(TypesettingFault) -> SignatureAppearance {
        try EnterpriseSeal(fonts: fonts, size: layout.form.enterpriseField)
            .appearance(enterprise, on: CivilDate(shanghai: at))
    }
}
