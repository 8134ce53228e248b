package import Core
package import Foundation

/// Sets our papers. The same input gives the same bytes, in every process on the same fonts and library versions.
///
/// fontconfig and pango are not thread-safe and block: everything of them happens on this actor's own queue.
package actor PaperPress {
    private let executor = QueueExecutor(label: "documents.press")
    private let fonts: FontLibrary
    private let templates: TemplateLibrary
    package nonisolated let coverage: GlyphCoverage

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - fonts: the directory that `script/bake-fonts` made.
    ///   - layouts: a site's own layouts; nil: those that come with the program.
    package init(fonts directory: URL, layouts: URL? = nil) throws(TypesettingFault) {
        fonts = try FontLibrary(directory: directory)
        coverage = fonts.coverage
        do throws(TemplateFaults) { templates = try TemplateLibrary(overriddenBy: layouts) } catch {
            throw .templates(error)
        }
    }

    /// The form on A4 with its two empty signature fields, ready for `FormSigning`.
    /// - Parameters:
    ///   - photo: JPEG bytes, beside the first section.
    ///   - created: the file's creation date; kiosk and store must give the same to get the same bytes.
    package func applicationForm(_ content: ApplicationFormContent, photo: [UInt8]?, created: Date)
        throws(TypesettingFault) -> [UInt8]
    {
        try signable(content.words(photo: Self.photo(photo)), created: created)
    }

    /// The form's pages as a screen shows them before anybody signs: set by the same hand as the file.
    /// - Parameters:
    ///   - photo: JPEG bytes, decoded here.
    ///   - width: dots across a page.
    package func pages(of content: ApplicationFormContent, photo: [UInt8]?, width: Int)
        throws(TypesettingFault) -> [PagePicture]
    {
        try typesetter(content.words(photo: Self.photo(photo))).pictures(width: width)
    }

    /// 注册证书 with its empty field for the issuing office's signature.
    /// - Parameter photo: JPEG bytes of the holder.
    package func certificate(_ content: CertificateContent, photo: [UInt8], created: Date)
        throws(TypesettingFault) -> [UInt8]
    {
        try signable(content.words(photo: try Photo(photo)), created: created)
    }

    /// The pages of a signed form as the file shows them, its signatures' marks included.
    /// - Parameters:
    ///   - pdf: whose signatures hold.
    ///   - created: as it was set.
    /// - Returns: none when our layout does not give the file's bytes: another picture than the paper's is no picture.
    package func pages(of content: ApplicationFormContent, signed pdf: [UInt8], created: Date, width: Int)
        throws(TypesettingFault) -> [PagePicture]
    {
        try pages(of: content.words(photo: Self.photo(Self.photo(in: pdf))), signed: pdf, created: created, width)
    }

    /// The same of a certificate that its office has signed.
    /// - Parameter created: when it was set, which is when it was signed.
    package func pages(of content: CertificateContent, signed pdf: [UInt8], created: Date, width: Int)
        throws(TypesettingFault) -> [PagePicture]
    {
        guard let photo = Self.photo(in: pdf) else { throw .photoUnreadable }
        return try pages(of: content.words(photo: try Photo(photo)), signed: pdf, created: created, width)
    }

    private func pages(of words: PaperWords, signed pdf: [UInt8], created: Date, _ width: Int)
        throws(TypesettingFault) -> [PagePicture]
    {
        guard let history = try? FormHistory(pdf), try signable(words, created: created)[...] == history.base else {
            return []
        }
        return try typesetter(words).pictures(width: width, marks: history.signatures.map(\.mark))
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
        try sheet(notice.words, PrintNote(copy: copy, kiosk: kiosk, at: printedAt))
    }

    /// Any other paper that is printed at a kiosk.
    package func sheet(_ paper: PrintedPaper, copy: Int, kiosk: String, printedAt: Date)
        throws(TypesettingFault) -> [UInt8]
    {
        try sheet(paper.words, PrintNote(copy: copy, kiosk: kiosk, at: printedAt))
    }

    /// One sheet that tries a printer out, and the fonts with it.
    package func testSheet(kiosk: String, at instant: Date) throws(TypesettingFault) -> [UInt8] {
        let words = PaperWords(.testSheet, ["kiosk": kiosk, "day": CivilDate(shanghai: instant).chinese])
        return try typesetter(words).draw(created: instant).bytes
    }

    /// A paper with plainly fictitious content, as its layout sets it.
    package func sample(_ paper: PaperName, _ length: PaperSamples.Length = .ordinary, at instant: Date)
        throws(TypesettingFault) -> [UInt8]
    {
        let words = try PaperSamples.words(of: paper, length, at: instant)
        switch paper {
        case .initialForm, .renewalForm, .cancellationForm, .registrationCertificate:
            return try signable(words, created: instant)
        case .acceptanceNotice, .correctionNotice, .nonAcceptanceNotice, .filingReceipt, .renameList, .handOverList,
            .testSheet:
            return try typesetter(words).draw(created: instant).bytes
        }
    }

    private func sheet(_ words: PaperWords, _ note: PrintNote) throws(TypesettingFault) -> [UInt8] {
        try typesetter(words.adding(note.words)).draw(created: note.at).bytes
    }

    private func signable(_ words: PaperWords, created: Date) throws(TypesettingFault) -> [UInt8] {
        let typesetter = try typesetter(words)
        let drawn = try typesetter.draw(created: created)
        let template = typesetter.template
        do {
            return try SignableForm.make(
                drawn, title: template.title.filled(words.texts), created: PDFTime(created).iso8601,
                pageHeight: template.page.height)
        } catch {
            // cairo has written what this program cannot read: another version of it.
            throw .engine(status: error.offset)
        }
    }

    private func typesetter(_ words: PaperWords) throws(TypesettingFault) -> PaperTypesetter {
        PaperTypesetter(fonts: fonts, template: try templates.template(of: words.paper), words: words)
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
        let code = try VerificationCode(onScreen: text)
        return (code.side, code.dark)
    }

    /// What the person's signature shows on the form.
    package func personalMark(name: String, _ mark: SignatureMark = .typeset, at: Date)
        throws(TypesettingFault) -> SignatureAppearance
    {
        try PersonalMark(fonts: fonts, size: SignatureField.personal.size)
            .appearance(name: name, mark, on: CivilDate(shanghai: at))
    }

    /// What the issuing office's signature shows: its round seal, without a credit code.
    package func officeSeal(named name: String, at: Date) throws(TypesettingFault) -> SignatureAppearance {
        try EnterpriseSeal(fonts: fonts, size: SignatureField.issuer.size)
            .appearance(name: name, lower: "注册证书专用章", on: CivilDate(shanghai: at))
    }

    /// What the enterprise's signature shows: its round seal.
    package func enterpriseSeal(_ enterprise: Enterprise, at: Date) throws(TypesettingFault) -> SignatureAppearance {
        try EnterpriseSeal(fonts: fonts, size: SignatureField.enterprise.size)
            .appearance(enterprise, on: CivilDate(shanghai: at))
    }
}
