import Core
import Documents
import Foundation
import Screens
import Terminal

// Papers and photos as the screen shows them.
extension CommandRunner {
    /// Dots across a page: read without effort on a full screen, and three megabytes for a form of two sheets.
    private static let pageWidth = 1000

    /// What the person signed is typeset anew with the photo out of the signed file: the same sheets, since the same
    /// input gives the same bytes, and what the enterprise seals is compared with its registration anyway.
    func showSignedForm(of registration: Registration, session: SessionToken) async -> Result<TypesetForm, Trouble> {
        await makingPaper {
            let pdf = try await self.signedForm(of: registration, session: session)
            guard let digest = PaperDigest(of: pdf), let pages = PaperPress.pageCount(of: pdf) else {
                throw PaperTrouble.otherContent
            }
            let pictures = await self.pictures(of: registration, photo: PaperPress.photo(in: pdf))
            return TypesetForm(digest: digest, pages: pages, pictures: pictures)
        }
    }

    /// None when they cannot be drawn: the paper can be signed all the same, and the screen says what it says.
    func pictures(of registration: Registration, photo: [UInt8]?) async -> [Image] {
        let content = ApplicationFormContent(registration)
        let pages = try? await ports.press.pages(of: content, photo: photo, width: Self.pageWidth)
        return (pages ?? []).compactMap(Image.init(page:))
    }

    /// The newest signed form as its file is, with what the signatures show, once they have been judged.
    func showPaper(of registration: Registration, session: SessionToken) async -> Result<TypesetForm, Trouble> {
        await makingPaper {
            guard let paper = registration.shownPaper, let savedAt = registration.savedAt else {
                throw PaperTrouble.otherContent
            }
            let pdf = Array(try await self.ports.store.paper(paper.digest, of: registration.id, session: session))
            guard let form = try? await self.ports.verifier.verify(pdf, at: paper.signedAt),
                form.enterprise != nil || paper.kind == .personallySignedForm
            else { throw PaperTrouble.notVerified }
            let pages = try await self.ports.press.pages(
                of: ApplicationFormContent(registration), signed: pdf, created: savedAt, width: Self.pageWidth)
            return try Self.shown(pdf, pages)
        }
    }

    /// The certificate as the store has signed it, with the office's seal.
    func showCertificate(_ id: CertificateID, _ session: SessionToken) async -> Result<TypesetForm, Trouble> {
        await makingPaper {
            let (edition, signedAt) = try await self.certificate(id, session)
            let pdf = Array(edition.pdf)
            let pages = try await self.ports.press.pages(
                of: edition.content, signed: pdf, created: signedAt, width: Self.pageWidth)
            return try Self.shown(pdf, pages)
        }
    }

    private static func shown(_ pdf: [UInt8], _ pictures: [PagePicture]) throws -> TypesetForm {
        guard let digest = PaperDigest(of: pdf), let pages = PaperPress.pageCount(of: pdf) else {
            throw PaperTrouble.otherContent
        }
        return TypesetForm(digest: digest, pages: pages, pictures: pictures.compactMap(Image.init(page:)))
    }

    func decode(_ photo: Data) async -> Result<Image, Trouble> {
        await makingPaper {
            let picture = try PhotoPicture(jpeg: Array(photo))
            guard
                let image = Image(
                    width: picture.width, height: picture.height, colours: .rgb, bytes: picture.colours)
            else { throw PaperTrouble.cannotTypeset }
            return image
        }
    }
}

extension Image {
    fileprivate init?(page: PagePicture) {
        self.init(width: page.width, height: page.height, colours: .grey, bytes: page.grey)
    }
}
