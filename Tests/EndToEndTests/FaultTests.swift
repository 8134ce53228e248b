import Foundation
import Testing

extension WholeHall {
    /// A sample of what script/test-faults does in full.
    struct FaultTests {
        @Test(
            arguments: [
                "kiosk@form", "kiosk@filing", "store@filing", "pcscd@sealPIN", "cupsd@printing", "kiosk@printing",
            ])
        func `kill -9 in the middle costs no application and no sheet, and doubles none`(fault: String) throws {
            try withOutput { folder in
                let walk = try Programs.run("virtual-devices", ["faults", "--output", folder.path, "--only", fault])
                #expect(walk.status == 0, "\(walk.output)")
                #expect(walk.output.contains("! kill -9 \(fault.replacing("@", with: " at "))"))
                #expect(walk.output.contains("1 passed, 0 failed"))
            }
        }
    }
}
