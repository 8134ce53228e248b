/// Why there is no pinyin input.
package enum ChineseInputFault: Error, Hashable, CustomStringConvertible {
    /// The data that script/bake-chinese-input makes are not there or not complete.
    case dataMissing(String)
    /// Another part of this process has opened the engine with other data.
    case engineInUse
    case engineUnusable

    package var description: String {
        switch self {
        case .dataMissing(let directory): "no pinyin data in \(directory)"
        case .engineInUse: "the pinyin engine is open already with other data"
        case .engineUnusable: "librime does not have the calls that are needed"
        }
    }
}
