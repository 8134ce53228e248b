#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: The screen

/// A screen whose pixels are in memory: 32 bits each (0x00RRGGBB), rows `stride` bytes apart.
struct display {
    int descriptor;
    uint32_t width;
    uint32_t height;
    uint32_t stride;
    void *pixels;
    size_t length;
    /// From `pixels` to the first that is seen, in bytes.
    size_t offset;
    /// DRM's handles; 0 for a plain framebuffer.
    uint32_t buffer;
    uint32_t framebuffer;
};

/// Lights the first connected screen of a DRM device (/dev/dri/card0) in the mode that it prefers, showing a black
/// dumb buffer. Who opens first is the master; it ends with the descriptor.
/// 0, or -1 with errno: ENODEV when nothing is connected, ENOTSUP when the driver has no dumb buffers, EACCES when
/// somebody else is the master.
int display_open_drm(const char *path, struct display *display);

/// Takes a framebuffer of the kernel's (/dev/fb0) as it is. 0, or -1 with errno: ENOTSUP for another depth than 32 bits.
int display_open_fbdev(const char *path, struct display *display);

/// Says that this block of pixels was written. Drivers that copy (virtio, USB) show it only now; others need no word.
void display_flush(const struct display *display, uint32_t x, uint32_t y, uint32_t width, uint32_t height);

/// Gives the screen back; the kernel shows its console again.
void display_close(struct display *display);

// MARK: The console

/// Puts a virtual console (/dev/tty1) into graphics mode, where the kernel draws nothing; its keyboard off, so that no
/// combination of keys reaches the kernel; and its switching to another console stopped. Given back at exit, after
/// SIGTERM, SIGINT, SIGHUP or SIGQUIT where nobody else handles them, and after a crash. Only SIGKILL is beyond it.
///
/// One console at a time. 0, or -1 with errno: EBUSY when one is taken already, EPERM for a console that is neither
/// the process's own nor granted by CAP_SYS_TTY_CONFIG.
int display_take_console(const char *path);

/// Gives the console back now; nothing when none is taken.
void display_give_back_console(void);

/// A tone of the console's speaker (KDMKTONE, ioctl_console(2)); nothing when no console is taken or it has none.
void display_sound(unsigned hertz, unsigned milliseconds);

// MARK: Input

/// An absolute axis; `exists` is false for a device without it.
struct display_axis {
    bool exists;
    int32_t minimum;
    int32_t maximum;
};

/// What an event device (/dev/input/event0) says of itself.
struct display_input {
    /// ABS_X, ABS_Y: one finger, or a tablet.
    struct display_axis x;
    struct display_axis y;
    /// ABS_MT_POSITION_X, ABS_MT_POSITION_Y.
    struct display_axis touch_x;
    struct display_axis touch_y;
    /// ABS_MT_SLOT: fingers by protocol B.
    bool has_slots;
    /// BTN_TOUCH.
    bool has_touch;
    /// BTN_LEFT.
    bool has_left_button;
    /// INPUT_PROP_POINTER: a pad that moves a pointer, no panel.
    bool is_pointer;
    /// Any of letters, digits, enter, arrows.
    bool has_keys;
};

/// 0, or -1 with errno: ENOTTY for a file that is no event device.
int display_describe_input(int descriptor, struct display_input *input);

/// From now on this device's events come to this descriptor alone: not to the kernel's console, nor to its SysRq.
int display_grab_input(int descriptor);

/// A descriptor that becomes readable when a file comes to a folder, or may be opened by others than before. -1 with
/// errno when it cannot be watched.
int display_watch_folder(const char *path);

/// A descriptor that becomes readable by `display_ring`. -1 with errno.
int display_bell(void);
void display_ring(int bell);
