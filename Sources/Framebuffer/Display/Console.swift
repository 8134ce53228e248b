import CDisplay
import Glibc

/// The virtual console behind the screen: silent and out of reach while we draw.
enum Console {
    static func take(_ path: String) throws(DisplayFault) {
        guard display_take_console(path) == 0 else { throw .console(path, errno) }
    }

    /// As a terminal's bell sounds.
    static func ring() {
        display_sound(750, 125)
    }

    static func giveBack() {
        display_give_back_console()
    }
}
