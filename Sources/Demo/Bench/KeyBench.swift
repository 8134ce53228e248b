/// From a key to the last byte of the screen's answer.
struct KeyBench {
    let peers: BenchPeers

    /// Keys a run: enough for a p99 that is not simply the slowest.
    static let keys = 120

    /// Ours: keys of the on-screen keyboard, touched over and over in this order.
    static func measure(
        _ name: String, _ order: [String], on probe: Probe, into ledger: inout FigureLedger
    ) async throws {
        let answers = try await answers(of: probe) { number in try probe.finger.touchKey(order[number % order.count]) }
        ledger.add("\(name), p50", .milliseconds, [answers.time.median])
        ledger.add("\(name), p99", .milliseconds, [answers.time.quantile(0.99)])
        ledger.add("\(name), output", .bytes, [answers.bytes.median])
    }

    /// The peers': a letter and a backspace in turn, into a field.
    func measurePeers(into ledger: inout FigureLedger) async throws {
        for library in BenchPeers.TextUI.allCases {
            let probe = try Probe(peers.program(library, .field))
            do {
                _ = try await probe.instant(of: "企业电话")
                await probe.silence(for: .milliseconds(500))
                let answers = try await Self.answers(of: probe) { number in
                    probe.terminal.send(number.isMultiple(of: 2) ? Array("2".utf8) : [0x7F])
                }
                for name in ["key on the phone pad", "key on the pinyin keyboard"] {
                    ledger.add(peer: library.rawValue, to: "\(name), p50", .milliseconds, [answers.time.median])
                    ledger.add(peer: library.rawValue, to: "\(name), p99", .milliseconds, [answers.time.quantile(0.99)])
                    ledger.add(peer: library.rawValue, to: "\(name), output", .bytes, [answers.bytes.median])
                }
            } catch {
                await probe.terminal.close()
                throw error
            }
            await probe.terminal.close()
        }
    }

    private static func answers(
        of probe: Probe, pressing press: (Int) throws -> Void
    ) async throws -> (time: Samples, bytes: Samples) {
        var (time, bytes) = (Samples(), Samples())
        for number in 0..<keys {
            await probe.silence()
            let answer = try await probe.answer { try press(number) }
            time.add([answer.time.milliseconds])
            bytes.add([Double(answer.bytes)])
        }
        return (time, bytes)
    }
}
