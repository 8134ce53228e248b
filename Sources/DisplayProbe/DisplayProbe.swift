import Foundation
import Framebuffer

/// `display-probe`: is the screen lit, does the finger arrive where it is put, how fast is it? For the test in a virtual
/// machine and for a technician in front of a new panel; the appliance has no use for it.
@main
struct DisplayProbe {
    private static let usage = """
        usage: display-probe show SETTINGS.json    the first screens; every touch and key is written on a line
               display-probe bench SETTINGS.json   painting in memory, without a screen
        SETTINGS.json is the “display” section of a site's settings.

        """

    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 2, let verb = arguments.first, let file = arguments.last else { return fail(usage) }
        let data = try Data(contentsOf: URL(fileURLWithPath: file))
        let settings = try JSONDecoder().decode(FramebufferSettings.self, from: data)
        switch verb {
        case "show": await show(settings)
        case "bench": try bench(settings)
        default: fail(usage)
        }
    }

    private static func show(_ settings: FramebufferSettings) async {
        do throws(DisplayFault) {
            await Showing(backend: try FramebufferBackend(settings)).run()
        } catch {
            fail("display-probe: \(error)\n")
        }
    }

    private static func bench(_ settings: FramebufferSettings) throws {
        for line in try Measuring(settings).lines() { Lines.write(line) }
    }

    private static func fail(_ words: String) {
        FileHandle.standardError.write(Data(words.utf8))
        exit(1)
    }
}
