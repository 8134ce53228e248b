/// Names that are found by the initials of their pinyin, or by a part of their characters, while each letter is typed.
///
/// Built once from a register and kept in memory: 16 bytes a key and the bytes of the keys and names. A prefix of
/// initials is found in a sorted array, everything else by a scan of the bytes.
package struct InitialsIndex<ID: Hashable & Sendable>: Sendable {
    package struct Match: Hashable, Sendable {
        package let id: ID
        package let name: String
    }

    private let ids: [ID]
    /// Names and keys, each after the other, ended by a line feed.
    private let names: TextPool
    private let keys: TextPool
    /// By their first ten characters, six bits each.
    private let sorted: [Entry]

    private struct Entry {
        let prefix: UInt64
        let key: UInt32
    }

    package init(_ entries: some Sequence<(id: ID, name: String)>) {
        var ids: [ID] = []
        var names = TextPool()
        var keys = TextPool()
        var sorted: [Entry] = []
        for (owner, entry) in entries.enumerated() {
            ids.append(entry.id)
            names.append(entry.name.utf8, owner: UInt32(owner))
            for key in PinyinInitials.keyBytes(of: entry.name) {
                sorted.append(Entry(prefix: PackedInitials.pack(key), key: UInt32(keys.count)))
                keys.append(key, owner: UInt32(owner))
            }
        }
        sorted.sort { $0.prefix == $1.prefix ? $0.key < $1.key : $0.prefix < $1.prefix }
        self.ids = ids
        self.names = names
        self.keys = keys
        self.sorted = sorted
    }

    package var count: Int { ids.count }

    /// At most `limit` names: those whose initials begin with the query, then those that contain it. A query with
    /// Chinese characters is looked for in the names themselves.
    package func matches(_ query: String, limit: Int = 8) -> [Match] {
        var found = Found(limit: limit)
        let initials = query.unicodeScalars.allSatisfy(\.isASCII)
        let wanted = Array((initials ? query.lowercased() : query).utf8)
        guard !wanted.isEmpty, limit > 0 else { return [] }
        if initials {
            collectPrefixes(wanted, into: &found)
            keys.collect(containing: wanted, into: &found)
        } else {
            names.collect(containing: wanted, into: &found)
        }
        return found.owners.map { Match(id: ids[Int($0)], name: names.text(Int($0))) }
    }

    private func collectPrefixes(_ wanted: [UInt8], into found: inout Found) {
        let range = PackedInitials.range(of: wanted)
        var index = sorted.partitioningIndex { $0.prefix >= range.lowerBound }
        while index < sorted.count, sorted[index].prefix <= range.upperBound, !found.isFull {
            let key = Int(sorted[index].key)
            if keys.starts(key, with: wanted) { found.add(keys.owner(key)) }
            index += 1
        }
    }
}

/// What has been found so far, each once, in the order of finding.
struct Found {
    let limit: Int
    private(set) var owners: [UInt32] = []

    init(limit: Int) {
        self.limit = limit
    }

    var isFull: Bool { owners.count >= limit }

    mutating func add(_ owner: UInt32) {
        if !isFull, !owners.contains(owner) { owners.append(owner) }
    }
}

extension Array {
    /// The first index whose element, as all after it, fulfils the condition.
    func partitioningIndex(where isInSecondPart: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
