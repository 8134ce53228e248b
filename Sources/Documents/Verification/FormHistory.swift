import Core
import Crypto

/// A signed form taken apart: the base that was typeset, and the signature revisions on top of it.
///
/// A revision is accepted only when `SignatureRevision` would have written exactly these bytes: whatever else a later
/// revision may hold, a stamp on the page, another appearance, a redirected object, is a modification.
struct FormHistory {
    struct Signature {
        let field: SignatureField
        let time: PDFTime
        /// The bytes of the hole.
        let message: [UInt8]
        /// SHA-256 of all but the hole.
        let digest: [UInt8]
        /// What stands in its field.
        let mark: PlacedMark
    }

    let base: ArraySlice<UInt8>
    /// Oldest first.
    let signatures: [Signature]

    init(_ pdf: [UInt8]) throws(SignatureFinding) {
        var signatures: [Signature] = []
        var bytes = pdf
        while signatures.count <= SignatureField.allCases.count {
            let file = try Self.file(bytes)
            guard try Self.isSigned(file) else { break }
            let (signature, end) = try Self.peel(file)
            signatures.insert(signature, at: 0)
            bytes = Array(bytes[..<end])
        }
        base = bytes[...]
        self.signatures = signatures
    }

    private static func file(_ bytes: [UInt8]) throws(SignatureFinding) -> PDFFile {
        do { return try PDFFile(bytes) } catch { throw .unreadable }
    }

    private static func isSigned(_ file: PDFFile) throws(SignatureFinding) -> Bool {
        do {
            return try DocumentCatalog(file).fields(of: file).values.contains(where: \.isSigned)
        } catch {
            throw .unreadable
        }
    }

    /// The newest revision, and where the file before it ends.
    private static func peel(_ file: PDFFile) throws(SignatureFinding) -> (Signature, end: Int) {
        let section = file.newest
        guard let end = section.offsets.values.min(), end > 0, end < file.bytes.count,
            let before = try? PDFFile(Array(file.bytes[..<end])), before.newest.offset == section.previous
        else { throw .modifiedAfterSigning }
        do {
            let (revision, hole, mark) = try read(section, in: file, before: before)
            let draft = try revision.draft(on: before)
            guard draft.hole == hole, matches(file.bytes, draft) else { throw SignatureFinding.modifiedAfterSigning }
            guard let message = Hexadecimal.decode(file.bytes[hole.lowerBound + 1..<hole.upperBound - 1]) else {
                throw SignatureFinding.broken
            }
            var hash = SHA256()
            for part in draft.covered { hash.update(data: part) }
            return (
                Signature(
                    field: revision.field, time: revision.time, message: message, digest: Array(hash.finalize()),
                    mark: mark),
                end
            )
        } catch let finding as SignatureFinding {
            throw finding
        } catch {
            throw .modifiedAfterSigning
        }
    }

    /// What the revision says it is. Nothing of it is believed before it has been written again and compared.
    private static func read(_ section: PDFFile.Section, in file: PDFFile, before: PDFFile)
        throws -> (SignatureRevision, hole: Range<Int>, PlacedMark)
    {
        let catalog = try DocumentCatalog(before)
        let fields = try catalog.fields(of: before)
        let changed = SignatureField.allCases.filter { name in
            fields[name.rawValue].map { section.offsets[$0.number] != nil } ?? false
        }
        guard changed.count == 1, let name = changed.first, let number = fields[name.rawValue]?.number,
            let field = try file.object(number).value.dictionary,
            let signature = field["V"]?.reference, let look = field["AP"]?.dictionary?["N"]?.reference,
            let time = PDFTime(try file.object(signature).value.dictionary?["M"])
        else { throw SignatureFinding.modifiedAfterSigning }
        let appearance = try SignatureAppearance(file.object(look), in: file.bytes)
        guard let start = section.offsets[signature],
            let open = file.bytes[start...].firstRange(of: Array("/Contents <".utf8))?.upperBound
        else { throw SignatureFinding.modifiedAfterSigning }
        let hole = open - 1..<open + 2 * SignatureRevision.capacity + 1
        guard hole.upperBound <= file.bytes.count else { throw SignatureFinding.modifiedAfterSigning }
        let mark = PlacedMark(appearance, upright: field["Rect"], page: try catalog.page(of: field, in: before))
        guard let mark else { throw SignatureFinding.modifiedAfterSigning }
        return (SignatureRevision(field: name, appearance: appearance, time: time), hole, mark)
    }

    private static func matches(_ bytes: [UInt8], _ draft: SignatureRevision.Draft) -> Bool {
        let hole = draft.hole
        return bytes.count == draft.bytes.count && bytes[..<hole.lowerBound] == draft.bytes[..<hole.lowerBound]
            && bytes[hole.upperBound...] == draft.bytes[hole.upperBound...]
            && bytes[hole.lowerBound] == UInt8(ascii: "<") && bytes[hole.upperBound - 1] == UInt8(ascii: ">")
    }
}

extension SignatureAppearance {
    fileprivate init(_ object: PDFFile.Object, in bytes: [UInt8]) throws(PDFFault) {
        guard let box = object.value.dictionary?["BBox"]?.array, box.count == 4, let stream = object.stream,
            let width = box[2].points, let height = box[3].points
        else { throw PDFFault(offset: 0) }
        self.init(size: Size(width: width, height: height), stream: Array(bytes[stream]))
    }
}
