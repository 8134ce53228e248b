import Foundation

/// A table of comma-separated values (RFC 4180) with a header, in UTF-8 (with or without a byte order mark) or GB18030.
struct CSVFile: Hashable, Sendable {
    struct Record: Hashable, Sendable {
        /// Where it begins in the file, from 1.
        let line: Int
        let fields: [String]
    }

    let header: [String]
    /// Without empty lines.
    let records: [Record]

    enum Fault: Error, Hashable, CustomStringConvertible {
        case encoding
        case empty
        case quote(line: Int)

        var description: String {
            switch self {
            case .encoding: "neither UTF-8 nor GB18030"
            case .empty: "no header"
            case .quote(let line): "line \(line): a quotation mark in the wrong place, or one that is not closed"
            }
        }
    }

    init(_ data: Data) throws(Fault) {
        guard let text = Self.text(data) else { throw .encoding }
        var parser = Parser(text)
        let records = try parser.records()
        guard let header = records.first else { throw .empty }
        self.header = header.fields.map { $0.trimmingCharacters(in: .whitespaces) }
        self.records = Array(records.dropFirst())
    }

    /// Bytes that are UTF-8 are: what Chinese spreadsheets write otherwise is GB18030.
    private static func text(_ data: Data) -> String? {
        let mark = Data([0xEF, 0xBB, 0xBF])
        let content = data.starts(with: mark) ? data.dropFirst(mark.count) : data
        if let text = String(validating: content, as: UTF8.self) { return text }
        return String(data: content, encoding: String.Encoding(rawValue: 0x8000_0632))
    }
}

extension CSVFile {
    /// Over scalars, not characters: to Swift a carriage return and a line feed are one.
    private struct Parser {
        private let scalars: [Unicode.Scalar]
        private var position = 0
        private var line = 1

        init(_ text: String) { scalars = Array(text.unicodeScalars) }

        mutating func records() throws(Fault) -> [Record] {
            var records: [Record] = []
            while position < scalars.count {
                let start = line
                let fields = try record()
                if fields != [""] { records.append(Record(line: start, fields: fields)) }
            }
            return records
        }

        private mutating func record() throws(Fault) -> [String] {
            var fields = [try field()]
            while position < scalars.count {
                switch scalars[position] {
                case ",":
                    position += 1
                    fields.append(try field())
                default:
                    endLine()
                    return fields
                }
            }
            return fields
        }

        /// Ends before a comma, the end of the line or of the file.
        private mutating func field() throws(Fault) -> String {
            guard position < scalars.count, scalars[position] == "\"" else { return try plainField() }
            let start = line
            position += 1
            var text = String.UnicodeScalarView()
            while position < scalars.count {
                let scalar = scalars[position]
                position += 1
                if scalar != "\"" {
                    if scalar == "\n" { line += 1 }
                    text.append(scalar)
                } else if position < scalars.count, scalars[position] == "\"" {
                    text.append(scalar)
                    position += 1
                } else {
                    guard position == scalars.count || [",", "\r", "\n"].contains(scalars[position]) else {
                        throw .quote(line: line)
                    }
                    return String(text)
                }
            }
            throw .quote(line: start)
        }

        private mutating func plainField() throws(Fault) -> String {
            var text = String.UnicodeScalarView()
            while position < scalars.count, ![",", "\r", "\n"].contains(scalars[position]) {
                guard scalars[position] != "\"" else { throw .quote(line: line) }
                text.append(scalars[position])
                position += 1
            }
            return String(text)
        }

        private mutating func endLine() {
            if scalars[position] == "\r" { position += 1 }
            if position < scalars.count, scalars[position] == "\n" { position += 1 }
            line += 1
        }
    }
}
