import ArgumentParser
import Core
import Foundation
import Framebuffer
import Terminal

/// `kiosk out-of-service`: the screen in the place of a welcome. It says what is wrong and what to do, and there is no
/// way past it.
struct OutOfServiceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "out-of-service",
        abstract: "Shows why the machine does not serve (for the appliance's own services).")

    @Option(help: "kiosk, start, sealed, unprovisioned or unenrolled.")
    var because: OutOfService

    @Option(help: "Ends after so many seconds, and the machine restarts; without it the screen stays.")
    var restartAfter: Int?

    @Option(help: "File with more words for the technician, such as why a site file was refused.")
    var detail: String?

    func run() async throws {
        let backend = try FramebufferBackend(.appliance)
        let notice = OutOfServiceNotice(
            because, detail: detail.flatMap { try? String(contentsOfFile: $0, encoding: .utf8) })
        let end = restartAfter.map { ContinuousClock.now + .seconds($0) }
        let watch = Task {
            guard let end else { return }
            try await Task.sleep(until: end)
            await backend.close()
        }
        for await events in backend.events {
            for case .resize(let size) in events {
                let frame = Frame<Never>(notice.view, size: size)
                await backend.present(frame.content, theme: .standard)
            }
        }
        watch.cancel()
    }
}

extension OutOfService: ExpressibleByArgument {}

/// What the screen says, in both languages.
struct OutOfServiceNotice {
    let reason: OutOfService
    let detail: String?

    init(_ reason: OutOfService, detail: String? = nil) {
        self.reason = reason
        self.detail = detail
    }

    var view: View<Never> {
        .column {
            View.spacer
            for language in [\FaultAdvice.Bilingual.chinese, \.english] {
                View.text(reason.title[keyPath: language], style: .title, alignment: .center)
                View.space()
                View.text(reason.advice.applicant[keyPath: language], alignment: .center)
                View.space(2)
            }
            View.text(reason.advice.code, style: .dim, alignment: .center)
            for line in (detail ?? "").split(whereSeparator: \.isNewline) {
                View.text(String(line), style: .dim, alignment: .center)
            }
            View.spacer
        }
    }
}

extension FramebufferSettings {
    /// The appliance's own fonts, where no site file says otherwise.
    static let appliance: FramebufferSettings = {
        func font(_ path: String, _ face: Int? = nil) -> FontFile { FontFile("/usr/share/fonts/" + path, face: face) }
        return FramebufferSettings(
            console: "/dev/tty1",
            fonts: [
                Typeface(
                    regular: font("truetype/dejavu/DejaVuSansMono.ttf"),
                    bold: font("truetype/dejavu/DejaVuSansMono-Bold.ttf")),
                Typeface(
                    regular: font("opentype/noto/NotoSansCJK-Regular.ttc", 2),
                    bold: font("opentype/noto/NotoSansCJK-Bold.ttc", 2)),
            ])
    }()
}
