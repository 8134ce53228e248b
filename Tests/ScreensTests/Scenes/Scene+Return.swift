import Core
import Terminal

@testable import Screens

// 退回修改 and 撤回.
extension Scene {
    var returning: Walk {
        get throws {
            var walk = try Walk.formReturn()
            switch self {
            case .returnChosen: walk.act(.formReturn(.choose(.enterprisePhone)))
            case .returnWords, .returnWordsDigits:
                walk.act(.formReturn(.choose(.other)))
                walk.act(.formReturn(.editWords))
                if self == .returnWordsDigits { walk.act(.words(.key(.mode(.digits)))) }
                guard self == .returnWords else { break }
                walk.type("xmyw") { .words(.key($0)) }
                try walk.answer(
                    .composition(Composition(preedit: "x m y w", candidates: ["姓名有误", "项目", "熊猫", "姓名"])))
            case .returnWordsWriting:
                walk.act(.formReturn(.choose(.other)))
                walk.act(.formReturn(.editWords))
                walk.act(.words(.key(.mode(.handwriting))))
                for y in [220, 500, 800] { walk.draw(from: (150, y), to: (850, y)) }
                try walk.answer(.composition(Composition(candidates: ["三", "兰", "二"])))
            case .returning, .returnedNotice:
                walk = try .returning()
                if self == .returnedNotice { try walk.applied(.returnedByEnterprise) }
            default: break
            }
            return walk
        }
    }

    var withdrawal: Walk {
        get throws {
            var walk = try Walk.detail(.personallySigned)
            walk.act(.detail(.withdraw))
            guard self != .detailWithdrawQuestion else { return walk }
            walk = try .withdrawing()
            if self == .withdrawnNotice { try walk.applied(.withdrawn) }
            return walk
        }
    }
}
