extension ServiceProcess {
    /// A command that ends by itself and says something.
    package struct Once: Sendable {
        package let command: ServiceCommand

        package init(
            _ executable: String, _ arguments: [String] = [], environment: [String: String] = [:], log: String
        ) {
            command = ServiceCommand(executable, arguments, environment: environment, log: log)
        }

        /// Runs it to its end.
        /// - Returns: all that it wrote, also what its log held before.
        /// - Throws: `.endedEarly` unless it exits with 0, `.notReady` when it takes longer than the limit.
        package func output(within limit: Duration = .seconds(60)) async throws(ServiceFault) -> String {
            let process = try ServiceProcess.start(command)
            let hasEnded = await process.waitForExit(within: limit)
            await process.stop()
            let log = process.logTail(bytes: .max)
            guard hasEnded, let exit = process.exit else { throw .notReady(name: command.name, log: log) }
            guard exit == .status(0) else { throw .endedEarly(name: command.name, exit: exit, log: log) }
            return log
        }
    }
}
