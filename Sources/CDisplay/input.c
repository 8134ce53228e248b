#define _GNU_SOURCE
#include "CDisplay.h"

#include <linux/input.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <unistd.h>

/// A set of event codes, as the kernel gives it: long words, the lowest bit first.
struct codes {
    unsigned long words[KEY_MAX / (8 * sizeof(unsigned long)) + 1];
};

static bool has(const struct codes *codes, unsigned code) {
    const unsigned bits = 8 * sizeof(unsigned long);
    return codes->words[code / bits] >> code % bits & 1;
}

static struct display_axis axis(int descriptor, const struct codes *codes, unsigned code) {
    struct input_absinfo range;
    if (!has(codes, code) || ioctl(descriptor, EVIOCGABS(code), &range) < 0) return (struct display_axis){0};
    return (struct display_axis){
        .exists = range.maximum > range.minimum, .minimum = range.minimum, .maximum = range.maximum};
}

static bool has_keys(const struct codes *keys) {
    static const unsigned telling[] = {KEY_A, KEY_1, KEY_ENTER, KEY_UP, KEY_KP1, KEY_KPENTER};
    for (size_t i = 0; i < sizeof telling / sizeof *telling; i++)
        if (has(keys, telling[i])) return true;
    return false;
}

int display_describe_input(int descriptor, struct display_input *input) {
    struct codes keys = {0}, axes = {0}, properties = {0};
    memset(input, 0, sizeof *input);
    if (ioctl(descriptor, EVIOCGBIT(EV_KEY, sizeof keys), &keys) < 0) return -1;
    // A device without axes or without properties says so by an error or by nothing.
    (void)ioctl(descriptor, EVIOCGBIT(EV_ABS, sizeof axes), &axes);
    (void)ioctl(descriptor, EVIOCGPROP(sizeof properties), &properties);
    input->x = axis(descriptor, &axes, ABS_X);
    input->y = axis(descriptor, &axes, ABS_Y);
    input->touch_x = axis(descriptor, &axes, ABS_MT_POSITION_X);
    input->touch_y = axis(descriptor, &axes, ABS_MT_POSITION_Y);
    input->has_slots = has(&axes, ABS_MT_SLOT);
    input->has_touch = has(&keys, BTN_TOUCH);
    input->has_left_button = has(&keys, BTN_LEFT);
    input->is_pointer = has(&properties, INPUT_PROP_POINTER);
    input->has_keys = has_keys(&keys);
    return 0;
}

int display_grab_input(int descriptor) { return ioctl(descriptor, EVIOCGRAB, (long)1); }

int display_watch_folder(const char *path) {
    int watcher = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (watcher < 0) return -1;
    if (inotify_add_watch(watcher, path, IN_CREATE | IN_ATTRIB | IN_MOVED_TO) >= 0) return watcher;
    close(watcher);
    return -1;
}

int display_bell(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void display_ring(int bell) { (void)!eventfd_write(bell, 1); }
