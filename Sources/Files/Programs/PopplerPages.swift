package import Core
package import Foundation

/// Draws with poppler's `pdftoppm`. It gets the file through its standard input.
package struct PopplerPages: PageDrawing {
    private let program: LimitedProgram

    package init(program: String = "/usr/bin/pdftoppm", limiter: String = "/usr/bin/prlimit") {
        // A page as wide as a screen is far smaller than what it may write.
        self.program = LimitedProgram(
            path: program, limiter: limiter, patience: 8, processorSeconds: 5, memory: 512 << 20, mostBytes: 32 << 20)
    }

    package func firstPage(of pdf: Data, width: Int) async -> DrawnPage? {
        let outcome = await program.run(
            ["-singlefile", "-f", "1", "-l", "1", "-scale-to-x", "\(width)", "-scale-to-y", "-1", "-"], input: pdf)
        guard let outcome, outcome.status == 0 else { return nil }
        return PortablePixmap.read(outcome.output)
    }
}
