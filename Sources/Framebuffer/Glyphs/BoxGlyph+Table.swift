extension BoxGlyph {
    /// U+2500…257F: up, right, down, left of each; l light, h heavy, d double, - nothing, ~ a glyph of the font's own.
    /// Dashes are drawn in full, round corners square.
    static let table: [String] = [
        "-l-l -h-h l-l- h-h- -l-l -h-h l-l- h-h- -l-l -h-h l-l- h-h- -ll- -hl- -lh- -hh-",
        "--ll --lh --hl --hh ll-- lh-- hl-- hh-- l--l l--h h--l h--h lll- lhl- hll- llh-",
        "hlh- hhl- lhh- hhh- l-ll l-lh h-ll l-hl h-hl h-lh l-hh h-hh -lll -llh -hll -hlh",
        "-lhl -lhh -hhl -hhh ll-l ll-h lh-l lh-h hl-l hl-h hh-l hh-h llll lllh lhll lhlh",
        "hlll llhl hlhl hllh hhll llhh lhhl hhlh lhhh hlhh hhhl hhhh -l-l -h-h l-l- h-h-",
        "-d-d d-d- -dl- -ld- -dd- --ld --dl --dd ld-- dl-- dd-- l--d d--l d--d ldl- dld-",
        "ddd- l-ld d-dl d-dd -dld -ldl -ddd ld-d dl-l dd-d ldld dldl dddd -ll- --ll l--l",
        "ll-- ~~~~ ~~~~ ~~~~ ---l l--- -l-- --l- ---h h--- -h-- --h- -h-l l-h- -l-h h-l-",
    ]

    static let boxes: [Box?] = table.flatMap { $0.split(separator: " ") }.map { word in
        let strokes = word.map(stroke)
        guard strokes.count == 4, !word.contains("~") else { return nil }
        return Box(up: strokes[0], right: strokes[1], down: strokes[2], left: strokes[3])
    }

    private static func stroke(_ letter: Character) -> Stroke? {
        switch letter {
        case "l": .light
        case "h": .heavy
        case "d": .double
        default: nil
        }
    }
}
