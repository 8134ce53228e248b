import Core
import Foundation
import VirtualDevices

// What a person in the hall does with their hands.
extension Hall {
    func toggleIdentityCard() async {
        await cards.isPlaced(.identity) ? cards.remove(.identity) : cards.place(.identity)
    }

    func toggleEnterpriseCard() async {
        await cards.isPlaced(.enterprise) ? cards.remove(.enterprise) : cards.place(.enterprise)
    }

    /// Another card in the reader is taken out first.
    func toggleStaffCard(of role: StaffRole) async {
        await cards.placedStaffCard == role ? cards.remove(.enterprise) : cards.place(role)
    }

    /// Somebody else has come; does nothing when a card lies there already.
    func place(_ person: SamplePerson) async {
        guard await !cards.isPlaced(.identity) else { return }
        await cards.place(VirtualIdentityCard(person.identity), on: .identity)
    }

    func togglePaper() async {
        let printer = printRoom.printer
        if await printer.isOutOfPaper { try? await printer.refillPaper() } else { try? await printer.takePaperOut() }
    }

    func toggleStick() { try? stick.isIn ? stick.takeOut() : stick.putIn() }

    /// Paper into the feeder, then its troubles one after the other, and empty again.
    func touchScanner() {
        if scanner.sheetsInFeeder == 0, scanner.presentTrouble == nil {
            return scanner.load([SampleFiles.qualification, SampleFiles.education])
        }
        let next =
            scanner.presentTrouble.map { VirtualScanner.Trouble.after($0) } ?? VirtualScanner.Trouble.allCases.first
        scanner.cause(next)
        if next == nil { scanner.emptyFeeder() }
    }

    func toggleNetwork() {
        if network.isNetworkCut { network.mend() } else { network.cut() }
    }

    func stripState() async -> StripState {
        StripState(
            identityCardIsPlaced: await cards.isPlaced(.identity),
            enterpriseCardIsPlaced: await cards.isPlaced(.enterprise), staffCard: await cards.placedStaffCard,
            printerHasPaper: await !printRoom.printer.isOutOfPaper, networkIsCut: network.isNetworkCut,
            stickIsIn: stick.isIn, scanner: scannerWords,
            sheets: printRoom.printer.sheets.count)
    }

    /// What its button says: what lies in it, or what is wrong with it.
    private var scannerWords: String {
        switch scanner.presentTrouble {
        case .jam, .jamAtSecondSheet: "卡纸"
        case .openCover: "盖开"
        case .busy: "正忙"
        case .endsAfterFirstSheet: "中断"
        case nil: scanner.sheetsInFeeder == 0 ? "扫描" : "有纸"
        }
    }

    nonisolated func lastMessage() -> ShortMessage? { store.messages.last }
}

extension Hall {
    /// What the parts wrote, for whoever looks into a walk that failed.
    nonisolated func keepLogs(in folder: URL) throws {
        let logs = folder.appendingPathComponent("logs")
        try FileManager.default.createDirectory(at: logs, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: directory.path) where name.hasSuffix(".log") {
            try FileManager.default.copyItem(
                atPath: directory.path(name), toPath: logs.appendingPathComponent(name).path)
        }
    }
}
