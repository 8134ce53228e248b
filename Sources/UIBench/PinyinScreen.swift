import Glibc
import Terminal

/// The pinyin keyboard over the real dictionary, which lies where `KIOSK_CHINESE_INPUT` says.
struct PinyinScreen: BenchScreen {
    private let session: PinyinSession
    private var state = PinyinState()
    private var text = ""

    init() throws {
        let directory = getenv("KIOSK_CHINESE_INPUT").map { String(cString: $0) } ?? ".build/chinese-input"
        session = try PinyinSession(data: PinyinData(directory: directory))
    }

    func view(size: Size) -> View<BenchAction> {
        View.column {
            View.line(text + "▏", style: .field, mayBeShortened: true).background(.field).border(.double)
                .meaning(.field, "企业名称", value: text)
            View.spacer
            View.keyboard(
                Keyboard(
                    mode: .pinyin, composition: state.composition, candidates: state.candidates,
                    hasMoreCandidates: state.hasMore)
            ) { .key($0) }
        }
        .meaning(.group, "pinyin", id: "screen.pinyin")
    }

    mutating func take(_ action: BenchAction) async {
        guard case .key(let key) = action else { return }
        switch key {
        case .character(let letter): state = await session.type(letter)
        case .backspace: state = await session.backspace()
        case .candidate(let index): state = await session.select(index)
        case .space: state = await session.select(0)
        case .clear:
            state = await session.clear()
            text = ""
        case .moreCandidates: state = await session.more()
        case .originalCharacters(let keeps): state = await session.keepOriginalCharacters(keeps)
        case .confirm, .suggestion, .mode: break
        }
        text += state.committed
    }

    mutating func take(_ key: Key) {}
}
