package import Foundation

extension Registration {
    /// The instant of the newest save: the application form's PDF is dated by it, so that kiosk and store typeset the
    /// same bytes. Nil before the first save.
    package var formDate: Date? {
        history.last { $0.event == .save }?.at
    }
}
