#!/bin/bash
# The appliance's initrd: a script of one page in place of a service manager, and what it calls.
check() { return 0; }
depends() { return 0; }
installkernel() {
    instmods virtio_pci virtio_blk virtio_scsi ahci nvme sd_mod dm_mod dm_verity squashfs sha256_generic sha256_ssse3 \
        efivarfs efi_pstore vfat nls_cp437 nls_ascii
}
install() {
    inst_multiple sh mount umount mkdir cat tr grep sed sort mv ls rm sleep od seq sync modprobe findfs \
        veritysetup switch_root
    inst_simple "$moddir/init" /init
    inst_simple "$moddir/slot-guard" /usr/sbin/slot-guard
    mkdir -p "$initdir"/{dev,proc,sys,run,sysroot,tmp}
}
