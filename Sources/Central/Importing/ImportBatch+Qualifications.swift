import Core
import Crypto
import Documents
import Foundation

extension ImportBatch {
    mutating func qualification(_ line: inout ImportLine) throws -> Outcome? {
        let (number, name) = (line.documentNumber(), line.text(.name))
        let (certificate, issued) = (line.text(.qualification), line.day(.issued))
        if let issued, issued > today { line.refuse(.issued, "晚于今天。") }
        let photo = photo(&line)
        guard let number, let name, let certificate, let issued, let photo, line.refusals.isEmpty,
            claims(number.text, .number, &line), let digest = PaperDigest(bytes: SHA256.hash(data: photo))
        else { return nil }
        let stated = QualificationCertificate(place: .shanghai, number: certificate, issued: issued)
        let before = try session.row("SELECT * FROM qualifications WHERE number = ?", number.text)
        if let before, try before.text("name") == name, try before.digest("photo_digest") == digest,
            try before.json(QualificationCertificate.self, "certificate") == stated
        {
            return .unchanged
        }
        try session.run(
            """
            INSERT INTO qualifications (number, name, certificate, photo, photo_digest) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (number) DO UPDATE SET
                name = excluded.name, certificate = excluded.certificate, photo = excluded.photo,
                photo_digest = excluded.photo_digest
            """, number.text, name, JSONColumn(stated), photo, digest)
        return before == nil ? .added : .changed
    }

    /// A JPEG by its content, of the size that forms ask for, beside the file.
    private func photo(_ line: inout ImportLine) -> Data? {
        guard let path = line.text(.photo, longest: 255) else { return nil }
        guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else {
            line.refuse(.photo, "应为表格旁边的文件，不能含有“..”或以“/”开头。")
            return nil
        }
        guard let data = try? Data(contentsOf: folder.appending(path: path)) else {
            line.refuse(.photo, "找不到这个文件，或不能读取。")
            return nil
        }
        let limits = importer.rules.photoBytes
        guard limits.contains(data.count) else {
            line.refuse(.photo, "照片应为 \(limits.lowerBound) 至 \(limits.upperBound) 字节，现为 \(data.count) 字节。")
            return nil
        }
        guard (try? PhotoPicture(jpeg: Array(data))) != nil else {
            line.refuse(.photo, "不是能读取的 JPEG 照片。")
            return nil
        }
        return data
    }
}
