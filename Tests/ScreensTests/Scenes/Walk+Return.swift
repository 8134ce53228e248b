import Core
import Terminal

@testable import Screens

extension Walk {
    static func formReturn() throws -> Walk {
        var walk = try review()
        walk.act(.review(.sendBack))
        return walk
    }

    static func returning() throws -> Walk {
        var walk = try formReturn()
        walk.act(.formReturn(.choose(.enterprisePhone)))
        walk.act(.formReturn(.send))
        try walk.answer(.filed(.success(Samples.entryID)))
        return walk
    }

    static func withdrawing() throws -> Walk {
        var walk = try detail(.personallySigned)
        walk.act(.detail(.withdraw))
        walk.act(.detail(.confirmWithdrawal(true)))
        try walk.answer(.filed(.success(Samples.entryID)))
        return walk
    }
}
