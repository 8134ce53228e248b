package import Core
package import Foundation

/// Sets our papers. The same input gives the same bytes, in every process on the same fonts and library versions.
///
/// fontconfig and pango are not thread-safe and block: everything of them happens on this actor's own queue.
package actor PaperPress {
    private let executor = QueueExecutor(label: "documents.press")
    private let fonts: FontLibrary
    private let layout: PaperLayout

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameter fonts: the directory that `script/bake-fonts` made.
    package init(fonts directory: URL, layout: PaperLayout = PaperLayout()) throws(TypesettingFault) {
        fonts = try FontLibrary(directory: directory)
        self.layout = layout
    }

    /// The form on A4 with its two empty signature fields, ready for `FormSigning`.
    /// - Parameters:
    ///   - photo: JPEG bytes, beside the first section.
    ///   - created: the file's creation date; kiosk and store must give the same to get the same bytes.
    package func applicationForm(_ content: ApplicationFormContent, photo: [UInt8]?, created: Date)
        throws(TypesettingFault) -> [UInt8]
    {
        let image: Photo?
        if let photo { image = try Photo(photo) } else { image = nil }
        let drawn = try FormTypesetter(fonts: fonts, layout: layout).draw(content, photo: image, created: created)
        do {
            return try SignableForm.make(
                drawn, title: content.title, created: PDFTime(created).iso8601, pageHeight: layout.page.height)
        } catch {
            // cairo has written what this program cannot read: another version of it.
            throw .engine(status: error.offset)
        }
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

    /// What the person's signature shows on the form.
    package func personalMark(name: String, at: Date) throws(TypesettingFault) -> SignatureAppearance {
        try PersonalMark(fonts: fonts, size: layout.form.personalField)
            .appearance(name: name, on: CivilDate(shanghai: at))
    }

    /// What the enterprise's signature shows: its round seal.
    package func enterpriseSeal(_ enterprise: Enterprise, at: Date) throws(TypesettingFault) -> SignatureAppearance {
        try EnterpriseSeal(fonts: fonts, size: layout.form.enterpriseField)
            .appearance(enterprise, on: CivilDate(shanghai: at))
    }
}
