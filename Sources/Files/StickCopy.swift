import Core
import Foundation

/// What writes to a stick; a test puts a full or a failing one in its place.
struct StickHands: Sendable {
    /// As `write(2)` and `fsync(2)`: -1 with `errno`.
    var write: @Sendable (Int32, UnsafeRawBufferPointer) -> Int
    var sync: @Sendable (Int32) -> Int32

    static let system = StickHands(write: { Foundation.write($0, $1.baseAddress, $1.count) }, sync: { fsync($0) })
}

/// One file for a stick: written under a passing name, brought to the medium, read back from there, compared, and only
/// then named. Whoever pulls the stick in between has a rest that no program takes for the paper.
struct StickCopy {
    let folder: OpenedFile
    let hands: StickHands

    private static let passing = "kiosk.part"
    /// Papers of the same name on one stick.
    private static let most = 99

    /// - Returns: the name under which it lies there: this one, or with a number behind it.
    func put(_ paper: Data, named name: String) throws(FileFault) -> String {
        for number in 1...Self.most {
            let name = number == 1 ? name : Self.numbered(name, number)
            switch present(name, paper) {
            case .same: return name
            case .other: continue
            case .free:
                try write(paper)
                guard renameat(folder.descriptor, Self.passing, folder.descriptor, name) == 0 else {
                    throw given(up: FileFault(writing: errno))
                }
                // Not every file system of sticks knows how to bring a folder's names home.
                if hands.sync(folder.descriptor) != 0, errno != EINVAL { throw FileFault(writing: errno) }
                return name
            }
        }
        throw .stickFull
    }

    private static func numbered(_ name: String, _ number: Int) -> String {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, let ending = parts.last else { return "\(name)-\(number)" }
        return "\(parts.dropLast().joined(separator: "."))-\(number).\(ending)"
    }

    private enum Present { case free, same, other }

    private func present(_ name: String, _ paper: Data) -> Present {
        var status = stat()
        guard fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .free }
        let content = try? folder.open(name, OpenedFile.file).content(limit: paper.count)
        return content == paper ? .same : .other
    }

    private func write(_ paper: Data) throws(FileFault) {
        unlinkat(folder.descriptor, Self.passing, 0)
        let created = openat(
            folder.descriptor, Self.passing, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard created >= 0 else { throw FileFault(writing: errno) }
        do throws(FileFault) {
            try fill(OpenedFile(created), with: paper)
            guard try folder.open(Self.passing, OpenedFile.file).content(limit: paper.count) == paper else {
                throw FileFault.stickUnwritten
            }
        } catch { throw given(up: error == .unreadable || error == .tooLarge ? .stickUnwritten : error) }
    }

    private func fill(_ file: OpenedFile, with paper: Data) throws(FileFault) {
        var rest = paper[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { hands.write(file.descriptor, $0) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw count == 0 ? .stickFull : FileFault(writing: errno) }
            rest = rest.dropFirst(count)
        }
        guard hands.sync(file.descriptor) == 0 else { throw FileFault(writing: errno) }
        // What is read back comes from the stick, not from the memory of what was written.
        posix_fadvise(file.descriptor, 0, 0, POSIX_FADV_DONTNEED)
    }

    private func given(up fault: FileFault) -> FileFault {
        unlinkat(folder.descriptor, Self.passing, 0)
        return fault
    }
}

extension FileFault {
    /// What the kernel says of a stick that was written to.
    init(writing code: Int32) {
        self =
            switch code {
            case ENOSPC, EDQUOT, EFBIG: .stickFull
            case EROFS, EACCES, EPERM: .stickLocked
            case ENODEV, ENXIO, ENOENT, ESTALE: .stickGone
            default: .stickUnwritten
            }
    }
}
