import CSpeech
import Foundation
import Synchronization
import Terminal

/// The socket that an event device of the kernel tells of (`/dev/input/by-path/…`). While there is no such device
/// nothing is plugged in; it may come later.
package final class EvdevHeadphones: Headphones {
    private let watch: HeadphoneWatch

    package init(device: String) {
        watch = HeadphoneWatch(device: device)
        Thread.detachNewThread { [watch] in watch.run() }
    }

    deinit { watch.stop() }

    package var isPluggedIn: Bool { watch.isPluggedIn }

    package var changes: AsyncStream<Bool> { watch.changes() }
}
