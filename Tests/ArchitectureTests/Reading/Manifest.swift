/// What Package.swift declares, read as text: asking the package manager takes seconds and a lock.
struct Manifest {
    /// Dependencies by target, as module names.
    let dependencies: [String: Set<String>]

    init(_ text: String) {
        var products: [String: String] = [:]
        for match in text.matches(of: /static let (\w+) = product\(name: "(\w+)"/) {
            products[String(match.1)] = String(match.2)
        }
        var dependencies: [String: Set<String>] = [:]
        for match in text.matches(
            of: /(?:room|program|tests|\.target)\(\s*(?:name: )?"(\w+)"((?:[^()\[\]]|\[[^\]]*\])*)\)/)
        {
            let list = match.2.firstMatch(of: /\[([^\]]*)\]/)?.1 ?? ""
            let modules = list.matches(of: /"(\w+)"/).map { String($0.1) }
            let external = list.matches(of: /\.(\w+)/).compactMap { products[String($0.1)] }
            dependencies[String(match.1)] = Set(modules + external)
        }
        for match in text.matches(of: /system\("(\w+)"/) { dependencies[String(match.1)] = [] }
        self.dependencies = dependencies
    }
}
