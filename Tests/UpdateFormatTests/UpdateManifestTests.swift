import Testing
import UpdateFormat

struct UpdateManifestTests {
    private static let hash = String(repeating: "5f", count: 32)
    private static let whole = """
        format=1
        version=1.1.0
        roothash=\(hash)
        expires=2031-01-01T00:00:00Z
        root.sqfs=5000 \(hash)
        root.verity=512 \(hash)
        kiosk.efi=700 \(hash)
        """
    private static let patched =
        whole.replacing("format=1", with: "format=2") + """

            base=1.0.0
            base.roothash=\(hash)
            base.root.sqfs=4000 \(hash)
            base.kiosk.efi=600 \(hash)
            root.sqfs.patch=50 \(hash)
            kiosk.efi.patch=40 \(hash)
            """

    @Test func `a bundle holds its parts whole, or as patches over what a machine runs`() throws {
        let whole = try UpdateManifest(Self.whole)
        #expect(whole.version.description == "1.1.0" && whole.base == nil)
        #expect(UpdatePart.allCases.map(whole.member) == ["kiosk.efi", "root.verity", "root.sqfs"])
        #expect(UpdatePart.allCases.map { whole.brought($0)?.size } == [700, 512, 5_000])
        let patched = try UpdateManifest(Self.patched)
        #expect(patched.base?.version.description == "1.0.0" && patched.parts == whole.parts)
        #expect(UpdatePart.allCases.map(patched.member) == ["kiosk.efi.patch", "root.verity", "root.sqfs.patch"])
        #expect(UpdatePart.allCases.map { patched.brought($0)?.size } == [40, 512, 50])
    }

    @Test(arguments: [
        ("format=2", "format=3"), ("format=2\n", ""), ("version=1.1.0", "version=1.1"), ("version=1.1.0\n", ""),
        ("roothash=5", "roothash=F"), ("2031-01-01", "2031"), ("root.sqfs=5000", "root.sqfs=0"),
        ("root.sqfs=5000", "root.sqfs=-1"), ("root.sqfs=5000", "root.sqfs=4294967297"),
        ("root.verity=512 ", "other=512 "),
        ("base=1.0.0", "base=1"), ("base.roothash=5", "base.roothash="), ("base.kiosk.efi=600 ", "base.kiosk.efi="),
        ("root.sqfs.patch=50 5f", "root.sqfs.patch=50 "), ("base=1.0.0", "base=1.0.0\nbase=1.0.0"),
        ("base=1.0.0", "base"),
    ])
    func `what lacks something, or says it twice, is no manifest`(good: String, bad: String) throws {
        #expect(Self.patched.contains(good))
        #expect(throws: UpdateFormatFault.self) { try UpdateManifest(Self.patched.replacing(good, with: bad)) }
    }

    @Test func `each line of the patches is needed`() throws {
        let lines = Self.patched.split(separator: "\n")
        for line in lines where line.hasPrefix("base") || line.contains(".patch=") {
            let rest = lines.filter { $0 != line }.joined(separator: "\n")
            #expect(throws: UpdateFormatFault.self, "\(line)") { try UpdateManifest(rest) }
        }
    }

    @Test func `a format that is not known is told by its name`() {
        let text = Self.whole.replacing("format=1", with: "format=7")
        #expect(throws: UpdateFormatFault.format("7")) { try UpdateManifest(text) }
        #expect(throws: UpdateFormatFault.format("none")) { try UpdateManifest("") }
    }
}
