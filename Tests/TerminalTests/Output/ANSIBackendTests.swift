import Glibc
import TerminalEmulator
import Testing

@testable import Terminal

/// One tty at a time, hence one test at a time.
@Suite(.serialized) struct ANSIBackendTests {
    private static let size = Size(width: 60, height: 20)

    @Test func `what is presented stands on the terminal, and closing gives it back`() async throws {
        try await withBackend { terminal, backend in
            let grid = ScreenEncoderTests.chinese(Self.size, first: 0x4E00)
            await backend.present(ScreenContent(grid), theme: .standard)
            #expect(await terminal.waits { $0.screen.difference(from: grid, .standard) == nil })
            #expect(terminal.screen.modes.isSuperset(of: [1049, 1002, 1006, 2004]))
            #expect(!terminal.screen.modes.contains(25))
        }
    }

    @Test func `a terminal that knows synchronized output gets it`() async throws {
        try await withBackend { terminal, backend in
            try await Self.wait(in: backend.events) { $0 == .report(.mode(2026, setting: 2)) }
            await backend.present(ScreenContent(ScreenEncoderTests.chinese(Self.size, first: 0x4E00)), theme: .standard)
            #expect(await terminal.waits { $0.text.contains("\u{1B}[?2026h") })
        }
    }

    @Test func `a terminal that does not answer gets none`() async throws {
        try await withBackend(answers: false) { terminal, backend in
            let grid = ScreenEncoderTests.chinese(Self.size, first: 0x4E00)
            await backend.present(ScreenContent(grid), theme: .standard)
            #expect(await terminal.waits { $0.screen.difference(from: grid, .standard) == nil })
            #expect(!terminal.text.contains("\u{1B}[?2026h"))
        }
    }

    @Test func `a terminal with pixels shows a picture in them, and a wipe takes it away`() async throws {
        try await withBackend(cell: (10, 20)) { terminal, backend in
            try await Self.wait(in: backend.events) { $0 == .report(.deviceAttributes([62, 4, 22])) }
            let rect = Rect(x: 5, y: 3, width: 8, height: 4)
            let image = Image(width: 80, height: 80) { x, y in UInt8(x + y) }
            await backend.present(
                ScreenContent(Grid(Self.size), images: [PlacedImage(image, rect: rect, visible: rect)]),
                theme: .standard)
            #expect(await terminal.waits { $0.screen.picturedCells == 32 })
            await backend.wipe()
            #expect(await terminal.waits { $0.screen.picturedCells == 0 })
        }
    }

    @Test func `while there is a canvas touches tell where in their cell they are`() async throws {
        try await withBackend(cell: (10, 20)) { terminal, backend in
            try await Self.wait(in: backend.events) { $0 == .report(.deviceAttributes([62, 4, 22])) }
            await backend.present(ScreenContent(Grid(Self.size), hasCanvas: true), theme: .standard)
            try await Self.wait(in: backend.events) { $0 == .report(.mode(1016, setting: 1)) }
            terminal.type("\u{1B}[<0;36;51M")
            let touch = Touch(.down, at: Point(x: 3, y: 2), offset: Touch.Offset(x: 500, y: 500))
            try await Self.wait(in: backend.events) { $0 == .touch(touch) }
            await backend.present(ScreenContent(Grid(Self.size)), theme: .standard)
            try await Self.wait(in: backend.events) { $0 == .report(.mode(1016, setting: 2)) }
            terminal.type("\u{1B}[<0;36;11m")
            try await Self.wait(in: backend.events) { $0 == .touch(Touch(.up, at: Point(x: 35, y: 10))) }
        }
    }

    @Test func `the first event is the size, and touches come in their order`() async throws {
        try await withBackend { terminal, backend in
            #expect(await Self.first(of: backend.events) == [.resize(Self.size)])
            for column in 1...50 { terminal.type("\u{1B}[<0;\(column);1M\u{1B}[<0;\(column);1m") }
            var touched: [Int] = []
            for await batch in backend.events {
                for case .touch(let touch) in batch { touched.append(touch.point.x) }
                if touched.count >= 100 { break }
            }
            #expect(touched == (0..<50).flatMap { [$0, $0] })
        }
    }

    @Test func `a lone escape becomes a key`() async throws {
        try await withBackend { terminal, backend in
            terminal.type("\u{1B}")
            try await Self.wait(in: backend.events) { $0 == .key(.escape) }
        }
    }

    @Test func `a storm of SIGWINCH ends in the last size, told a few times at most`() async throws {
        try await withBackend { terminal, backend in
            #expect(await Self.first(of: backend.events) == [.resize(Self.size)])
            for step in 1...400 {
                terminal.resize(columns: 40 + step % 37, rows: 22 + step % 11)
                kill(getpid(), SIGWINCH)
            }
            terminal.resize(columns: 106, rows: 30)
            kill(getpid(), SIGWINCH)
            var told = 0
            try await Self.wait(in: backend.events) { event in
                if case .resize = event { told += 1 }
                return event == .resize(Size(width: 106, height: 30))
            }
            #expect(told <= 20)
        }
    }

    @Test func `through a storm of SIGWINCH frames are drawn, and the last one stands whole`() async throws {
        try await withBackend { terminal, backend in
            let last = Size(width: 106, height: 30)
            let storm = Task {
                for step in 1...60 {
                    terminal.resize(columns: 18 + step * 7 % 90, rows: 20 + step * 3 % 100)
                    kill(getpid(), SIGWINCH)
                    try await Task.sleep(for: .milliseconds(step % 10 == 0 ? 60 : 2))
                }
                terminal.resize(columns: last.width, rows: last.height)
                kill(getpid(), SIGWINCH)
            }
            for await batch in backend.events {
                guard case .resize(let size)? = batch.last else { continue }
                await backend.present(ScreenContent(ScreenEncoderTests.chinese(size, first: 0x4E00)), theme: .standard)
                if size == last { break }
            }
            try await storm.value
            let grid = ScreenEncoderTests.chinese(last, first: 0x4E00)
            #expect(await terminal.waits { $0.screen.difference(from: grid, .standard) == nil })
        }
    }

    /// foot sends two or three sizes for one turn of the screen, and may end where it began.
    @Test func `what a size in between has cut off is drawn again`() async throws {
        try await withBackend { terminal, backend in
            #expect(await Self.first(of: backend.events) == [.resize(Self.size)])
            let grid = ScreenEncoderTests.chinese(Self.size, first: 0x4E00)
            await backend.present(ScreenContent(grid), theme: .standard)
            #expect(await terminal.waits { $0.screen.difference(from: grid, .standard) == nil })
            for size in [Size(width: 18, height: 20), Self.size] {
                terminal.resize(columns: size.width, rows: size.height)
                kill(getpid(), SIGWINCH)
            }
            try await Self.wait(in: backend.events) { $0 == .resize(Self.size) }
            await backend.present(ScreenContent(grid), theme: .standard)
            #expect(await terminal.waits { $0.screen.difference(from: grid, .standard) == nil })
        }
    }

    @Test func `a wipe leaves neither screen nor scrollback, and the next frame is whole`() async throws {
        try await withBackend { terminal, backend in
            let grid = ScreenEncoderTests.chinese(Self.size, first: 0x4E00)
            await backend.present(ScreenContent(grid), theme: .standard)
            await backend.wipe()
            #expect(await terminal.waits { $0.text.hasSuffix("\u{1B}[2J\u{1B}[3J") })
            #expect(terminal.screen.rows.allSatisfy(\.isEmpty) && terminal.screen.scrollback.isEmpty)
            await backend.present(ScreenContent(grid), theme: .standard)
            #expect(await terminal.waits { $0.screen.difference(from: grid, .standard) == nil })
        }
    }

    @Test func `a ring is heard and changes nothing on the screen`() async throws {
        try await withBackend { terminal, backend in
            let grid = ScreenEncoderTests.chinese(Self.size, first: 0x4E00)
            await backend.present(ScreenContent(grid), theme: .standard)
            await backend.ring()
            #expect(await terminal.waits { $0.screen.bells == 1 })
            #expect(terminal.screen.difference(from: grid, .standard) == nil)
        }
    }

    @Test func `the events end when the terminal goes`() async throws {
        let terminal = try PseudoTerminal(columns: 60, rows: 20)
        let backend = try ANSIBackend(input: terminal.slave, output: terminal.slave)
        terminal.hangUp()
        var last: InputEvent?
        for await batch in backend.events { last = batch.last ?? last }
        #expect(last == .closed)
        await backend.close()
    }

    @Test func `without a terminal there is a clear word`() throws {
        var ends: [Int32] = [0, 0]
        pipe(&ends)
        #expect(throws: TerminalFault.notATerminal) { try ANSIBackend(input: ends[0], output: ends[1]) }
    }

    @Test(arguments: [
        (["TERM": "dumb"], TerminalFault.cannotDraw("dumb")), (["TERM": "unknown"], .cannotDraw("unknown")),
        (["TERM": "xterm", "LANG": "zh_CN.GB18030"], .notUnicode("zh_CN.GB18030")), (["LC_ALL": "C"], .notUnicode("C")),
        (["LC_ALL": "", "LC_CTYPE": "POSIX", "LANG": "C.UTF-8"], .notUnicode("POSIX")),
        (["TERM": "foot", "LANG": "zh_CN.UTF-8"], nil), (["LC_CTYPE": "C.utf8", "LANG": "C"], nil), ([:], nil),
    ])
    func `a terminal that cannot show the screen gets a clear word`(
        environment: [String: String], fault: TerminalFault?
    ) throws {
        var found: TerminalFault?
        do { try TerminalEnvironment { environment[$0] }.check() } catch { found = error }
        #expect(found == fault)
    }

    // MARK: Ends that are not normal, each in a process of its own

    @Test(arguments: [
        SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGPIPE, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU, SIGPWR, SIGSEGV, SIGBUS, SIGILL,
        SIGFPE, SIGTRAP, SIGSYS, SIGABRT,
    ])
    func `a signal that ends the process gives the terminal back`(signal: Int32) async throws {
        try await givesBack { path in
            await #expect(processExitsWith: .signal(signal)) { [path = path as String, signal = signal as Int32] in
                // Not raise(): the pool's threads block signals, another thread takes it.
                await Self.end(path) {
                    kill(getpid(), signal)
                    while true { pause() }
                }
            }
        }
    }

    @Test func `a failed precondition gives the terminal back`() async throws {
        try await givesBack { path in
            await #expect(processExitsWith: .failure) { [path = path as String] in
                await Self.end(path) { preconditionFailure() }
            }
        }
    }

    @Test func `exit gives the terminal back`() async throws {
        try await givesBack { path in
            await #expect(processExitsWith: .exitCode(3)) { [path = path as String] in
                await Self.end(path) { exit(3) }
            }
        }
    }

    private static func end(_ path: String, by last: () -> Void) async {
        setenv("SWIFT_BACKTRACE", "enable=no", 1)
        let slave = open(path, O_RDWR | O_NOCTTY)
        guard let backend = try? ANSIBackend(input: slave, output: slave) else { exit(99) }
        await backend.present(ScreenContent(ScreenEncoderTests.chinese(Self.size, first: 0x4E00)), theme: .standard)
        last()
    }

    private func givesBack(_ body: (String) async throws -> Void) async throws {
        let terminal = try PseudoTerminal(columns: Self.size.width, rows: Self.size.height)
        let settings = terminal.settings
        try await body(terminal.path)
        #expect(await terminal.waits { $0.text.contains("\u{1B}[?1049h") })
        #expect(await terminal.waits { !$0.screen.modes.contains(1049) })
        #expect(terminal.screen.modes == [7, 25])
        #expect(terminal.settings == settings)
    }

    private func withBackend(
        answers: Bool = true, cell: (width: Int, height: Int)? = nil,
        _ body: (PseudoTerminal, ANSIBackend) async throws -> Void
    ) async throws {
        let terminal = try PseudoTerminal(
            columns: Self.size.width, rows: Self.size.height, answers: answers, cell: cell)
        let settings = terminal.settings
        let backend = try ANSIBackend(input: terminal.slave, output: terminal.slave)
        #expect(terminal.settings != settings)
        do {
            try await body(terminal, backend)
        } catch {
            await backend.close()
            throw error
        }
        await backend.close()
        #expect(await terminal.waits { $0.screen.modes == [7, 25] })
        #expect(terminal.settings == settings)
        terminal.hangUp()
    }

    /// Reads on until an event comes that is the one awaited.
    private static func wait(in events: AsyncStream<[InputEvent]>, for isIt: (InputEvent) -> Bool) async throws {
        for await batch in events where batch.contains(where: isIt) { return }
        Issue.record("the events ended")
    }

    private static func first(of events: AsyncStream<[InputEvent]>) async -> [InputEvent]? {
        for await batch in events { return batch }
        return nil
    }
}
