/// docs/architecture.md as data.
enum Laws {
    /// What each room may import of ours; C modules are named where they belong.
    static let rooms: [String: Set<String>] = [
        "Core": [],
        "Terminal": ["CChineseInput", "CTerminal", "CZinnia"],
        "TerminalEmulator": [],
        "Framebuffer": ["Terminal", "CDisplay", "CFreeType"],
        "DurableFiles": [],
        "UpdateFormat": [],
        "Appliance": ["Core", "CZstd", "DurableFiles", "UpdateFormat"],
        "Screens": ["Core", "Terminal"],
        "CardReader": ["Core", "CPCSC"],
        "Printing": ["Core", "CCUPS"],
        "Documents": ["Core", "CPango", "CQREncode", "CTurboJPEG", "CZlib"],
        "Storage": ["Core"],
        "CentralAPI": ["Core"],
        "Files": ["Core"],
        "Sync": ["Core", "CentralAPI", "DurableFiles"],
        "Speech": ["Terminal", "CSpeech"],
        "VirtualDevices": ["Core", "CardReader", "CSpawn"],
        "Kiosk": [
            "Appliance", "Core", "CardReader", "Printing", "Documents", "DurableFiles", "Files", "Storage",
            "CentralAPI",
            "Sync", "Terminal",
            "Screens", "Speech", "Framebuffer", "CProcessMemory", "UpdateFormat",
        ],
        "Central": ["Core", "CentralAPI", "Documents", "UpdateFormat"],
        "DisplayProbe": ["Terminal", "Framebuffer", "Screens"],
        "Demo": [
            "Core", "VirtualDevices", "Terminal", "TerminalEmulator", "Framebuffer", "CMemorySearch", "CPseudoTerminal",
        ],
        "UIBench": ["Terminal"],
    ]

    static let adapters: Set<String> = [
        "Appliance", "CardReader", "Printing", "Documents", "Files", "Speech", "Storage", "Sync", "Framebuffer",
    ]

    /// Comes with the toolchain or the system.
    static let system: Set<String> = ["Foundation", "Dispatch", "Synchronization", "Glibc", "Testing"]

    /// Core knows no device, file, clock or network: of the system it has these alone.
    static let systemForCore: Set<String> = ["Foundation", "Dispatch"]

    static let longestFile = 400

    /// A module map or C code, by the house's naming: C and another capital.
    static func isCModule(_ name: String) -> Bool { name.wholeMatch(of: /C[A-Z]\w*/) != nil }
}
