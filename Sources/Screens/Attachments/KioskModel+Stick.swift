import Core
import Terminal

extension KioskModel {
    mutating func act(_ action: Action.Stick) -> [Command] {
        guard case .stick(let page) = screen, !isBusy else { return [] }
        switch action {
        case .open(let index): return open(index, page)
        case .up:
            guard let parent = page.path.parent else {
                screen = .sourceChoice(page.choice)
                return []
            }
            return show(parent, page)
        }
    }

    private mutating func open(_ index: Int, _ page: StickPage) -> [Command] {
        guard let entries = page.folder?.entries, entries.indices.contains(index),
            let path = page.path.appending(entries[index].name),
            barrier(to: entries[index], for: page.choice.purpose) == nil
        else { return [] }
        if case .folder = entries[index].content { return show(path, page) }
        return begin(.readStick(path, page.choice.purpose, attachmentRules))
    }

    private mutating func show(_ path: SourcePath, _ page: StickPage) -> [Command] {
        screen = .stick(StickPage(choice: page.choice, path: path))
        return begin(.listStick(path))
    }

    mutating func takeFolder(_ result: Result<SourceFolder, Trouble>) -> [Command] {
        guard case .stick(var page) = screen else { return [] }
        switch result {
        case .success(let folder):
            page.folder = folder
            screen = .stick(page)
            return []
        case .failure(let trouble):
            screen = .sourceChoice(page.choice)
            return stumble(trouble)
        }
    }

    /// What can be seen of a file without reading all of it.
    func barrier(to entry: SourceEntry, for purpose: FilePurpose) -> SourceText? {
        guard case .file(let format, let byteCount) = entry.content else { return nil }
        guard format == purpose.format else { return purpose.format == .jpeg ? .notJPEG : .notPDF }
        // A large photo is cut to size; only what no camera makes is refused at once.
        let limit = purpose.format == .jpeg ? FoundFile.largestPhoto : attachmentRules.largestScan
        return byteCount > limit ? .tooLarge : nil
    }
}

extension FoundFile {
    /// Bytes of a photo that may be cut to size.
    package static let largestPhoto = 20 << 20
}
