package import Core
package import Foundation

extension StickFiles: PaperTaking {
    package func put(_ paper: Data, named name: String) async throws(FileFault) -> String {
        try await blocking { () throws(FileFault) in
            guard let stick = self.stick, let root = try? OpenedFile.root(self.sticks) else { throw .stickGone }
            return try self.gate.whileOpen("\(self.sticks)/\(stick)") { () throws(FileFault) in
                let folder: OpenedFile
                // Opened behind the gate: a mount that was opened for writing may be another one.
                do { folder = try root.open(stick, OpenedFile.folder) } catch { throw .stickGone }
                do throws(FileFault) {
                    return try StickCopy(folder: folder, hands: self.hands).put(paper, named: name)
                } catch { throw self.stick == stick ? error : .stickGone }
            }
        }
    }
}
