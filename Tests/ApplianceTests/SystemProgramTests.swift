import Foundation
import Testing

@testable import Appliance

@Suite struct SystemProgramTests {
    @Test func `what a program says, and how it ended`() throws {
        let told = try #require(SystemProgram.run("/bin/sh", ["-c", "echo out; echo wrong >&2; exit 3"]))
        #expect(String(decoding: told.output, as: UTF8.self) == "out\n")
        #expect(told.status == 3 && !told.isWell)
        let both = SystemProgram.run("/bin/sh", ["-c", "echo out; echo wrong >&2"], words: .outputAndErrors)
        #expect(both.map { String(decoding: $0.output, as: UTF8.self) } == "out\nwrong\n")
        #expect(try #require(SystemProgram.run("/bin/sh", ["-c", "kill -9 $$"])).status == nil)
    }

    @Test func `it has the environment that it is given, and no input`() throws {
        let told = try #require(
            SystemProgram.run("/bin/sh", ["-c", "echo $ONE$TWO; cat"], environment: ["ONE": "1", "PATH": "/bin"]))
        #expect(String(decoding: told.output, as: UTF8.self) == "1\n")
    }

    @Test func `a program that is not there does not run`() {
        #expect(SystemProgram.run("/nowhere/program", [])?.isWell != true)
    }

    @Test func `more than a pipe holds comes whole, and many programs one after the other end`() throws {
        let much = try #require(SystemProgram.run("/usr/bin/head", ["-c", "3000000", "/dev/zero"]))
        #expect(much.output.count == 3_000_000)
        for _ in 1...200 { #expect(SystemProgram.run("/bin/true", [], words: .inherited)?.isWell == true) }
    }
}
