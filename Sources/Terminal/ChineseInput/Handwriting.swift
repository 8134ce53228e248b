import CZinnia

/// Characters written with a finger: strokes in, candidates out, nothing learnt and nothing kept.
///
/// For what no pinyin leads to: a rare character in a name that the person can write and cannot spell.
package actor Handwriting {
    private let recognizer: StrokeRecognizer
    private let filter: CandidateFilter

    private let queue = QueueExecutor(label: "Terminal.Handwriting")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    /// - Parameter data: holds the model of Debian's tegaki-zinnia-simplified-chinese.
    package init(data: PinyinData, filter: CandidateFilter = CandidateFilter()) throws(ChineseInputFault) {
        recognizer = try StrokeRecognizer(model: data.handwriting)
        self.filter = filter
    }

    /// The characters that the strokes may mean, best first; none without a stroke.
    package func candidates(for strokes: [Stroke], limit: Int = 24) -> [String] {
        recognizer.candidates(for: strokes, limit: limit).filter { filter.allows($0) }
    }
}

/// zinnia's recognizer with its model, mapped into memory.
private final class StrokeRecognizer {
    private let recognizer: OpaquePointer

    init(model path: String) throws(ChineseInputFault) {
        guard let recognizer = zinnia_recognizer_new() else { throw .engineUnusable }
        guard zinnia_recognizer_open(recognizer, path) == 1 else {
            zinnia_recognizer_destroy(recognizer)
            throw .dataMissing(path)
        }
        self.recognizer = recognizer
    }

    deinit { zinnia_recognizer_destroy(recognizer) }

    func candidates(for strokes: [Stroke], limit: Int) -> [String] {
        guard !strokes.isEmpty, let character = zinnia_character_new() else { return [] }
        defer { zinnia_character_destroy(character) }
        zinnia_character_set_width(character, 1000)
        zinnia_character_set_height(character, 1000)
        for (index, stroke) in strokes.enumerated() {
            for point in stroke.points { zinnia_character_add(character, index, Int32(point.x), Int32(point.y)) }
        }
        guard let result = zinnia_recognizer_classify(recognizer, character, limit) else { return [] }
        defer { zinnia_result_destroy(result) }
        return (0..<zinnia_result_size(result)).compactMap {
            zinnia_result_value(result, $0).map { String(cString: $0) }
        }
    }
}
