import CChineseInput
import Glibc
import Synchronization

/// librime is one for a process: the first session opens it, and it stays open.
enum PinyinEngine {
    private static let opened = Mutex<PinyinData?>(nil)

    static func open(_ data: PinyinData) throws(ChineseInputFault) {
        guard data.isComplete else { throw .dataMissing(data.directory) }
        let fault: ChineseInputFault? = opened.withLock { opened in
            if let opened { return opened == data ? nil : .engineInUse }
            guard chinese_input_open(data.shared, data.prebuilt, data.user) == 0 else { return .engineUnusable }
            opened = data
            return nil
        }
        if let fault { throw fault }
    }
}
