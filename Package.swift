// swift-tools-version: 6.2
// The house: see docs/architecture.md. Laws between the rooms are checked by Tests/ArchitectureTests.

import PackageDescription

/// One settings list for every target of ours.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

extension Target.Dependency {
    static let argumentParser = product(name: "ArgumentParser", package: "swift-argument-parser")
    static let asyncHTTPClient = product(name: "AsyncHTTPClient", package: "async-http-client")
    static let asn1 = product(name: "SwiftASN1", package: "swift-asn1")
    static let crypto = product(name: "Crypto", package: "swift-crypto")
    static let cryptoExtras = product(name: "CryptoExtras", package: "swift-crypto")
    static let grdb = product(name: "GRDB", package: "GRDB.swift")
    static let hummingbird = product(name: "Hummingbird", package: "hummingbird")
    static let hummingbirdTLS = product(name: "HummingbirdTLS", package: "hummingbird")
    static let logging = product(name: "Logging", package: "swift-log")
    static let nioCore = product(name: "NIOCore", package: "swift-nio")
    static let nioHTTP1 = product(name: "NIOHTTP1", package: "swift-nio")
    static let nioPosix = product(name: "NIOPosix", package: "swift-nio")
    static let nioSSL = product(name: "NIOSSL", package: "swift-nio-ssl")
    static let serviceLifecycle = product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
    static let unixSignals = product(name: "UnixSignals", package: "swift-service-lifecycle")
    static let x509 = product(name: "X509", package: "swift-certificates")
}

/// A C library of the system: a module map and, where macros need it, a shim header.
func system(_ name: String, pkgConfig: String? = nil) -> Target {
    .systemLibrary(name: name, path: "Sources/\(name)", pkgConfig: pkgConfig)
}

func room(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], resources: [Resource]? = nil
) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: settings)
}

func program(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
    .executableTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource]? = nil
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: settings)
}

/// A libFuzzer target, built only when KIOSK_FUZZ=1 (script/fuzz): the fuzzer brings its own main.
func fuzzer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies, path: "Fuzz/\(name)",
        swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
}

let package = Package(
    name: "service-hall-kiosk",
    products: [
        .executable(name: "kiosk", targets: ["Kiosk"]),
        .executable(name: "central", targets: ["Central"]),
        .executable(name: "virtual-devices", targets: ["Demo"]),
        .executable(name: "ui-bench", targets: ["UIBench"]),
        .executable(name: "display-probe", targets: ["DisplayProbe"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1", exact: "1.7.4"),
        .package(url: "https://github.com/apple/swift-certificates", exact: "1.21.1"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        // Rooms that know nothing of ours.
        room("Core"),
        room("Terminal", ["CChineseInput", "CTerminal", "CZinnia"], exclude: ["ChineseInput/rime"]),
        room("TerminalEmulator"),
        room("Framebuffer", ["Terminal", "CDisplay", "CFreeType"]),
        room("DurableFiles"),
        room("UpdateFormat"),
        room("Appliance", ["Core", "CZstd", "DurableFiles", "UpdateFormat", .crypto]),

        // The screens: values over Core and Terminal, no device.
        room("Screens", ["Core", "Terminal"]),

        // Adapters: each speaks to one part of the world, none to another adapter.
        room("CardReader", ["Core", "CPCSC"]),
        room("Printing", ["Core", "CCUPS"]),
        room(
            "Documents", ["Core", "CPango", "CQREncode", "CTurboJPEG", "CZlib", .asn1, .crypto, .cryptoExtras, .x509],
            resources: [.embedInCode("Resources/Papers"), .embedInCode("Resources/sample-photo.jpg")]),
        room("Storage", ["Core", .crypto, .grdb]),
        room("CentralAPI", ["Core", .asn1]),
        room("Files", ["Core", .asyncHTTPClient, .nioCore, .nioHTTP1]),
        room(
            "Sync",
            [
                "Core", "CentralAPI", "DurableFiles", .asn1, .asyncHTTPClient, .crypto, .logging, .nioCore, .nioHTTP1,
                .nioSSL, .serviceLifecycle, .x509,
            ]
        ),
        room("Speech", ["Terminal", "CSpeech"]),
        room(
            "VirtualDevices", ["Core", "CardReader", "CSpawn", .asn1, .crypto, .cryptoExtras, .x509],
            resources: [.embedInCode("Resources/phone-photo.jpg")]),

        // Programs.
        program(
            "Kiosk",
            [
                "Appliance", "Core", "CardReader", "CentralAPI", "DurableFiles", "Printing", "Documents", "Files",
                "Speech", "Storage", "Sync", "Terminal", "Screens", "Framebuffer", "CProcessMemory", "UpdateFormat",
                .argumentParser, .crypto, .logging, .serviceLifecycle, .unixSignals,
            ]
        ),
        program(
            "Central",
            [
                "Core", "CentralAPI", "Documents", "UpdateFormat", .argumentParser, .asn1, .crypto, .cryptoExtras,
                .grdb, .hummingbird, .hummingbirdTLS, .asyncHTTPClient, .logging, .nioCore, .nioHTTP1, .nioSSL,
                .serviceLifecycle, .unixSignals, .x509,
            ],
            resources: [
                .embedInCode("Resources/sample-photo.jpg"), .embedInCode("Resources/holidays.json"),
                .embedInCode("Resources/office.css"),
            ]
        ),
        program(
            "Demo",
            [
                "Core", "VirtualDevices", "Terminal", "TerminalEmulator", "Framebuffer", "CMemorySearch",
                "CPseudoTerminal", .argumentParser, .crypto,
            ]
        ),
        program("UIBench", ["Terminal"]),
        program("DisplayProbe", ["Terminal", "Framebuffer", "Screens"]),

        // C libraries, each imported by exactly one room.
        system("CPCSC", pkgConfig: "libpcsclite"),
        system("CCUPS"),
        system("CPango", pkgConfig: "pangocairo"),
        system("CQREncode"),
        system("CTurboJPEG"),
        system("CZinnia"),
        system("CZlib"),
        system("CZstd"),
        system("CRime", pkgConfig: "rime"),
        system("CFreeType", pkgConfig: "freetype2"),
        .target(name: "CSpawn"),
        .target(name: "CSpeech"),
        .target(name: "CChineseInput", dependencies: ["CRime"]),
        .target(name: "CTerminal"),
        .target(name: "CDisplay"),
        .target(name: "CPseudoTerminal"),
        .target(name: "CProcessMemory"),
        .target(name: "CMemorySearch"),

        // Tests, mirroring the rooms. Tables that the kiosk's screens and the store both run.
        .target(name: "FormCases", dependencies: ["Core"], path: "Tests/FormCases", swiftSettings: settings),
        .target(
            name: "PhoneBrowser", dependencies: [.asyncHTTPClient, .nioCore, .nioHTTP1], path: "Tests/PhoneBrowser",
            swiftSettings: settings),
        tests("CoreTests", ["Core"]),
        tests("UpdateFormatTests", ["UpdateFormat"]),
        tests("ApplianceTests", ["Appliance", "Core", "UpdateFormat", .crypto]),
        tests("TerminalTests", ["Terminal", "TerminalEmulator"], exclude: ["Goldens"]),
        tests("FramebufferTests", ["Terminal", "Framebuffer", "CDisplay"]),
        tests("ScreensTests", ["Core", "Terminal", "Screens", "Framebuffer", "FormCases"], exclude: ["Goldens"]),
        tests(
            "CardReaderTests", ["Core", "CardReader", "VirtualDevices", .asn1, .crypto, .cryptoExtras, .x509],
            resources: [.copy("Fixtures")]
        ),
        tests("PrintingTests", ["Core", "Printing", "VirtualDevices"]),
        tests(
            "DocumentsTests", ["Core", "Documents", .asn1, .crypto, .cryptoExtras, .x509],
            exclude: ["Goldens", "Support/witness.py"]
        ),
        tests("StorageTests", ["Core", "Storage", .grdb], exclude: ["Fixtures"]),
        tests("FilesTests", ["Core", "Files", "VirtualDevices"]),
        tests("SpeechTests", ["Terminal", "Speech"]),
        tests(
            "SyncTests",
            [
                "Core", "CentralAPI", "Sync", .asn1, .crypto, .logging, .nioCore, .nioHTTP1, .nioPosix, .nioSSL,
                .serviceLifecycle, .x509,
            ]
        ),
        tests(
            "CentralTests",
            [
                "Core", "CentralAPI", "Central", "Documents", "FormCases", "PhoneBrowser", "Sync", "UpdateFormat",
                .argumentParser,
                .asn1,
                .asyncHTTPClient,
                .hummingbirdTLS,
                .crypto,
                .cryptoExtras, .hummingbird, .logging, .nioCore, .nioHTTP1, .nioSSL, .x509,
            ],
            exclude: ["Office/walk.py"]
        ),
        tests(
            "KioskTests",
            [
                "Appliance", "CentralAPI", "Core", "CardReader", "Documents", "Framebuffer", "Terminal", "Screens",
                "Speech", "Kiosk", "Storage", "Sync", "UpdateFormat",
                "VirtualDevices", .argumentParser, .asn1, .crypto, .logging, .x509,
            ]
        ),
        tests("ArchitectureTests", []),
        tests(
            "EndToEndTests",
            ["Core", "VirtualDevices", "TerminalEmulator", "Kiosk", "Central", "Demo", "PhoneBrowser"],
            exclude: ["Support/witness.py"]
        ),
    ]
)

if Context.environment["KIOSK_FUZZ"] == "1" {
    package.targets += [
        fuzzer("FuzzIdentityText", ["CardReader", "Core"]),
        fuzzer("FuzzInputParser", ["Terminal"]),
        fuzzer("FuzzEmulator", ["TerminalEmulator"]),
        fuzzer("FuzzPDF", ["Core", "Documents"]),
        fuzzer("FuzzPhoto", ["Documents"]),
        fuzzer("FuzzWire", ["CentralAPI", "Core"]),
    ]
}

// Only the rooms that need no package from outside: their tests build in a minute (script/test --pure).
if Context.environment["KIOSK_PURE"] == "1" {
    let pure: Set = [
        "Core", "Terminal", "TerminalEmulator", "Screens", "Speech", "Framebuffer", "UIBench", "DisplayProbe", "CRime",
        "CChineseInput", "CZinnia", "CSpeech", "CTerminal", "CDisplay", "CFreeType", "CoreTests", "TerminalTests",
        "ScreensTests", "SpeechTests", "FramebufferTests", "ArchitectureTests", "FormCases", "FuzzInputParser",
        "FuzzEmulator", "UpdateFormat", "UpdateFormatTests",
    ]
    package.products.removeAll { !["ui-bench", "display-probe"].contains($0.name) }
    package.dependencies = []
    package.targets.removeAll { !pure.contains($0.name) }
}
