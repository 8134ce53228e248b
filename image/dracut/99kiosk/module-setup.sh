#!/bin/bash
# The appliance's part of the initrd: the machine's id, and what happens to a version that is damaged.
check() { return 0; }
depends() { echo systemd-initrd; }
installkernel() { instmods efivarfs efi_pstore vfat nls_cp437 nls_ascii; }
install() {
    inst_multiple mount umount mkdir cat tr grep mv ls rm sleep od modprobe
    inst_simple "$moddir/machine-id" /usr/lib/kiosk/machine-id
    inst_simple "$moddir/slot-guard" /usr/lib/kiosk/slot-guard
    for unit in kiosk-machine-id kiosk-slot-guard kiosk-slot-failed; do
        inst_simple "$moddir/$unit.service" "$systemdsystemunitdir/$unit.service"
    done
    $SYSTEMCTL -q --root "$initdir" add-wants initrd.target kiosk-machine-id.service
    $SYSTEMCTL -q --root "$initdir" add-wants initrd.target kiosk-slot-guard.service
    # Never a shell: what fails here is judged and the machine starts again.
    for unit in emergency rescue debug-shell; do
        rm -f "$initdir$systemdsystemunitdir/$unit.service"
        ln -s kiosk-slot-failed.service "$initdir$systemdsystemunitdir/$unit.service"
    done
    # Only the way to the disk: its bus and itself. What comes up under these says so by itself.
    mkdir -p "$initdir$systemdsystemunitdir/systemd-udev-trigger.service.d"
    printf '[Service]\nExecStart=\nExecStart=-udevadm trigger --type=devices --action=add %s\n' \
        "--subsystem-match=pci --subsystem-match=virtio --subsystem-match=scsi --subsystem-match=nvme --subsystem-match=block" \
        > "$initdir$systemdsystemunitdir/systemd-udev-trigger.service.d/kiosk.conf"
    for unit in systemd-sysctl systemd-modules-load systemd-tmpfiles-setup; do
        rm -f "$initdir$systemdsystemunitdir/sysinit.target.wants/$unit.service"
    done
    # 13 MB of names of hardware.
    rm -f "$initdir/usr/lib/udev/hwdb.bin" "$initdir/etc/udev/hwdb.bin"
}
