/// Which USB devices get in: the image's rules, held by a site to the panels, keypads and hand scanners that it lists.
package enum USBRules {
    /// `0eef:c002`: vendor and product, as `lsusb` has them.
    package static func isIdentifier(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { $0.utf8.count == 4 && $0.allSatisfy(isDigit) }
    }

    private static func isDigit(_ letter: Character) -> Bool {
        letter.isASCII && letter.isHexDigit && !letter.isUppercase
    }

    /// Whatever has an interface for input (class 03) must be listed, whatever else it is.
    /// - Parameter rules: usbguard-rules.conf(5), as image/rootfs/usr/share/kiosk/usbguard.rules.
    package static func limiting(_ rules: String, to inputs: [String]) -> String {
        let lines = rules.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let first = lines.firstIndex { $0.hasPrefix("reject ") }.map { $0 + 1 } ?? lines.endIndex
        let listed = inputs.map { "allow id \($0) with-interface all-of { 03:*:* }" }
        let rest = lines[first...].filter { !$0.contains("03:*:*") }
        return (lines[..<first] + listed + ["reject with-interface one-of { 03:*:* }"] + rest).joined(separator: "\n")
    }
}
