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
        return (pages ?? []).compactMap {
            Image(width: $0.width, height: $0.height, colours: .grey, bytes: $0.grey)
        }
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
