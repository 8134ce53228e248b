import Core
import Foundation
import Terminal
import Testing

@testable import Screens

/// In front of the scanner.
struct ScanTests {
    private let document = FilePurpose.attachment(.qualificationScan)

    @Test func `what lies in the scanner is told while one looks, and decides what can be done`() throws {
        var walk = try Walk.source()
        #expect(walk.act(.source(.take(.scanner))) == [.watchScanner(nil)])
        #expect(walk.act(.scan(.start)).isEmpty && walk.frame().shows("正在查看扫描仪"))
        #expect(try walk.answer(.scanner(.empty(hasGlass: false))) == [.watchScanner(.empty(hasGlass: false))])
        #expect(walk.act(.scan(.start)).isEmpty && walk.frame().shows("请先把纸放进进纸口"))
        #expect(try walk.answer(.scanner(.fault(.scannerOpen))).count == 1)
        #expect(walk.act(.scan(.start)).isEmpty && walk.frame().shows("扫描仪的盖子没有合上"))
        #expect(try walk.answer(.scanner(.loaded)) == [.watchScanner(.loaded)])
        #expect(walk.frame().shows("进纸口里有纸"))
        #expect(walk.act(.scan(.start)) == [.scan(document, behind: [], AttachmentRules())])
    }

    @Test func `a photo lies on the glass, whatever is in the feeder`() throws {
        #expect(try Walk.scanner(.loaded, .photo).frame().shows("扫描仪可以用了"))
        var walk = try Walk.scanner(.empty(hasGlass: false), .photo)
        #expect(walk.act(.scan(.start)).isEmpty && walk.frame().shows("这台扫描仪不能扫照片"))
    }

    @Test func `pages are counted, and a job can be stopped`() throws {
        var walk = try Walk.scanner(.loaded)
        walk.act(.scan(.start))
        walk.send(.scanned(pages: 3))
        #expect(walk.frame().shows("已扫 3 页"))
        #expect(walk.act(.scan(.back)).isEmpty && walk.act(.scan(.start)).isEmpty)
        #expect(walk.act(.scan(.stop)) == [.stopScan])
        #expect(try walk.answer(.found(.failure(.file(.scannerStopped)))) == [.watchScanner(nil)])
        #expect(walk.frame().shows("A-967") && walk.screen == "screen.scan" && !walk.model.isBusy)
    }

    @Test func `a scanner that works keeps the visit open`() throws {
        var walk = try Walk.scanner(.loaded)
        walk.act(.scan(.start))
        for seconds in stride(from: 60, through: 300, by: 60) {
            walk.send(.scanned(pages: seconds))
            walk.send(.tick(Samples.now.addingTimeInterval(TimeInterval(seconds))))
        }
        #expect(walk.screen == "screen.scan" && walk.model.warningSeconds == nil)
    }

    @Test func `what was scanned is looked at, scanned again, or gets more pages behind it`() throws {
        var walk = try Walk.scanned()
        #expect(walk.screen == "screen.fileReview")
        #expect(walk.act(.file(.addPages)) == [.watchScanner(nil)])
        #expect(walk.frame().shows("已有 1 页"))
        walk.act(.scan(.back))
        #expect(walk.screen == "screen.fileReview")
        walk.act(.file(.addPages))
        try walk.answer(.scanner(.loaded))
        #expect(
            walk.act(.scan(.start)) == [.scan(document, behind: [Samples.scannedPage], AttachmentRules())])
        // What fails takes nothing away of what is there.
        try walk.answer(.found(.failure(.file(.scannerJammed))))
        try walk.answer(.scanner(.loaded))
        #expect(walk.frame().shows("已有 1 页"))
        walk.act(.scan(.back))
        walk.act(.file(.rescan))
        try walk.answer(.scanner(.loaded))
        #expect(walk.act(.scan(.start)) == [.scan(document, behind: [], AttachmentRules())])
    }

    @Test func `a file that had to be made coarser says so`() throws {
        #expect(try Walk.scanned(reducedTo: 150).frame().shows("150 dpi"))
        #expect(try !Walk.scanned().frame().shows("dpi"))
        var walk = try Walk.reviewedScan()
        #expect(walk.act(.file(.rescan)).isEmpty && walk.act(.file(.addPages)).isEmpty)
        #expect(!walk.frame().shows("重新扫描"))
    }

    @Test func `an answer that comes after one has left is nobody's`() throws {
        var walk = try Walk.scanner(.loaded)
        walk.act(.scan(.back))
        #expect(walk.screen == "screen.sourceChoice")
        #expect(try walk.answer(.scanner(.fault(.scannerJammed))).isEmpty && walk.screen == "screen.sourceChoice")
        #expect(walk.model.notice == nil)
    }

    @Test func `a kiosk without a scanner says so`() throws {
        var settings = Samples.settings()
        settings.fileWays = [.stick]
        var model = try Walk.source().model
        model = KioskModel(settings: settings, now: model.now, seed: 1)
        #expect(model.barrier(to: .scanner) == .noScannerHere && model.barrier(to: .phone) == .noPhoneHere)
    }
}

/// A signature that was written elsewhere, and a photo for a certificate on paper.
struct BroughtTests {
    @Test func `a hand from a picture stands on the pad, to be kept, taken back or drawn over`() throws {
        var walk = try Walk.broughtSignature()
        #expect(walk.screen == "screen.signaturePad" && walk.frame().shows("这是读到的签名"))
        #expect(walk.act(.signature(.done)) == [.keepSignature(.drawn(try Samples.hand()), Samples.token)])
        walk = try .broughtSignature()
        walk.act(.signature(.undo))
        #expect(walk.model.screen == .signaturePad(SignaturePad()))
        walk = try .broughtSignature()
        walk.draw(on: "signature", from: (100, 500), to: (900, 500))
        guard case .signaturePad(let pad) = walk.model.screen else { return }
        #expect(pad.strokes.count == 1 && !pad.isBrought)
    }

    @Test func `what was drawn is there again when nothing, or the wrong thing, was brought`() throws {
        var walk = try Walk.signature()
        walk.send(.stick(isIn: true))
        walk.draw(on: "signature", from: (100, 500), to: (900, 500))
        let drawn = walk.model.screen
        walk.act(.signature(.bring))
        walk.act(.source(.back))
        #expect(walk.model.screen == drawn)
        walk.act(.signature(.bring))
        walk.act(.source(.take(.stick)))
        try walk.answer(.folder(.success(Samples.folder)))
        let path = try #require(SourcePath.root.appending("photo.jpg"))
        #expect(walk.act(.stick(.open(4))) == [.readStick(path, .signature, AttachmentRules())])
        try walk.answer(.found(.failure(.signature(.blank))))
        #expect(walk.frame().shows("A-982") && walk.screen == "screen.stick")
        walk.act(.stick(.open(4)))
        try walk.answer(.found(.success(.signature(Samples.hand()))))
        walk.act(.signature(.undo))
        #expect(walk.model.screen == drawn)
    }

    @Test func `a phone brings a signature too`() throws {
        var walk = try Walk.signatureSource()
        #expect(walk.frame().shows("在手机屏幕上签名"))
        #expect(walk.act(.source(.take(.phone))) == [.openUpload(.signature, Samples.token)])
        try walk.answer(.uploadOpened(.success(Samples.openedUpload)))
        try walk.answer(.upload(.success(.arrived(.signature(Samples.hand())))))
        #expect(walk.screen == "screen.signaturePad" && walk.frame().shows("这是读到的签名"))
    }

    @Test func `a certificate on paper is exchanged with a photo that its holder has brought`() throws {
        var walk = try Walk.exchangeWithPhoto()
        let (held, photo) = (try Samples.held(.paper), try Samples.foundPhoto(isCropped: false))
        #expect(walk.screen == "screen.certificate" && walk.frame().shows("您上传的照片"))
        let exchange = Work.exchange(held.id, photo: photo.file, brought: photo.content)
        #expect(walk.act(.certificates(.confirm)) == [exchange])
        // What the store refuses leads back to the desk with the photo on it.
        try walk.answer(.filed(.failure(.storage(.full))))
        walk.act(.filing(.retry))
        #expect(walk.screen == "screen.certificate" && walk.act(.certificates(.confirm)) == [exchange])
        try walk.answer(.filed(.success(Samples.entryID)))
        try walk.answer(.receipt(.success(EntryReceipt(entryID: Samples.entryID, outcome: .noted))))
        #expect(walk.screen == "screen.certificate" && walk.frame().shows("确认领证"))
    }

    @Test func `the photo on record can be taken after all, and without one a photo is brought`() throws {
        var walk = try Walk.exchangeWithPhoto()
        walk.act(.certificates(.bringPhoto))
        walk.act(.source(.useRecord))
        let held = try Samples.held(.paper)
        #expect(
            walk.act(.certificates(.confirm)) == [.exchange(held.id, photo: try Samples.photo(), brought: nil)])
        walk = try .certificate(.paper, hasRecords: false)
        #expect(walk.act(.certificates(.confirm)).isEmpty && walk.frame().shows("请上传照片"))
        walk.act(.certificates(.bringPhoto))
        #expect(walk.screen == "screen.sourceChoice" && walk.act(.source(.useRecord)).isEmpty)
    }
}
