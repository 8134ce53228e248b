import Testing

/// The reader reads: a law that nothing can break would be no law.
@Suite struct ReadingTests {
    @Test(arguments: [
        ("import Core", "Core"), ("package import Core", "Core"), ("  @testable import Core", "Core"),
        ("@_spi(Some, Thing) import Core", "Core"), ("@preconcurrency internal import Core", "Core"),
        ("import struct Core.Sex", "Core"), ("import Core.Sex", "Core"), ("let a = 1; import Core", "Core"),
        ("// import Core", nil), ("/* import Core */", nil), ("let text = \"import Core\"", nil),
        ("\"\"\"\nimport Core\n\"\"\"", nil), ("#\"\n\"# ; import Core", "Core"), ("importCore()", nil),
    ])
    func `an import is found however it is written, and only there`(text: String, module: String?) {
        #expect(SourceFile(path: "Sources/X/x.swift", text: text).imports == Set([module].compactMap { $0 }))
    }

    @Test(arguments: [
        ("a // b", "a "), ("a /* b\nc */ d", "a \n d"), ("f(\"b\\(c(\"d\"))e\")", "f(\"c(\"\")\")"),
        ("\"a\\\"b\" + c", "\"\" + c"), ("#\"a\\(b)\"# + c", "\"\" + c"), ("#\"a\\#(b)\"# + c", "\"b\" + c"),
        ("\"\"\"\n  a \"b\" // c\n  \"\"\" + d", "\"\n\n\" + d"), ("\"http://x\" + d", "\"\" + d"),
    ])
    func `comments and literals are no code`(text: String, code: String) { #expect(Blanking.code(of: text) == code) }

    @Test func `the manifest gives dependencies by module name`() {
        let manifest = Manifest(
            """
            static let logging = product(name: "Logging", package: "swift-log")
            room("Core"),
            room("Sync", ["Core", .logging]),
            program(
                "Kiosk",
                [
                    "Core", "Sync",
                ],
                resources: [.copy("x")]
            ),
            tests("CoreTests", []),
            system("CPCSC", pkgConfig: "libpcsclite"),
            .target(name: "CInput", dependencies: ["CRime"]),
            """)
        #expect(
            manifest.dependencies == [
                "Core": [], "Sync": ["Core", "Logging"], "Kiosk": ["Core", "Sync"], "CoreTests": [], "CPCSC": [],
                "CInput": ["CRime"],
            ])
    }
}
