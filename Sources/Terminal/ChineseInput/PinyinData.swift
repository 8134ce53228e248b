import Glibc

/// Where the data lie that script/bake-chinese-input has made: `build/`, `opencc/`, `handwriting/`, and an empty `user/`.
package struct PinyinData: Hashable, Sendable {
    package let directory: String

    package init(directory: String) {
        self.directory = directory
    }

    var shared: String { directory }
    var prebuilt: String { directory + "/build" }
    /// librime wants one; it may be read-only, as nothing is ever written to it.
    var user: String { directory + "/user" }
    /// zinnia's model of some 6,800 characters.
    var handwriting: String { directory + "/handwriting/zh_CN.model" }

    /// librime would start without them, and offer nothing.
    var isComplete: Bool {
        let files = ["build/default.yaml", "build/kiosk.schema.yaml", "build/kiosk.table.bin", "build/kiosk.prism.bin"]
        return (files + ["opencc/t2s.json"]).allSatisfy { access("\(directory)/\($0)", R_OK) == 0 }
    }
}
