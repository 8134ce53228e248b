// Runs inside the machine of script/test-framebuffer, as two tools.
//
//     guest console        tells how /dev/tty1 stands: its mode, its keyboard, who decides on switching
//     guest panel          a touch panel of the kernel's own making, moved by lines on standard input:
//                          d SLOT X Y, m SLOT X Y, u SLOT, p SLOT (it is a palm), r (report), q
#include <fcntl.h>
#include <linux/kd.h>
#include <linux/uinput.h>
#include <linux/vt.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { LAST = 4095 };

static int console(void) {
    int descriptor = open("/dev/tty1", O_RDWR | O_NOCTTY), mode = -1, keyboard = -1;
    struct vt_mode switching = {0};
    if (descriptor < 0) return 1;
    ioctl(descriptor, KDGETMODE, &mode);
    ioctl(descriptor, KDGKBMODE, &keyboard);
    ioctl(descriptor, VT_GETMODE, &switching);
    printf(
        "CONSOLE %s %s %s\n", mode == KD_GRAPHICS ? "graphics" : "text", keyboard == K_OFF ? "off" : "on",
        switching.mode == VT_PROCESS ? "held" : "free");
    return 0;
}

static void emit(int device, int type, int code, int value) {
    struct input_event event = {.type = (unsigned short)type, .code = (unsigned short)code, .value = value};
    (void)!write(device, &event, sizeof event);
}

static void axis(int device, int code, int maximum) {
    struct uinput_abs_setup setup = {.code = (unsigned short)code, .absinfo = {.maximum = maximum}};
    ioctl(device, UI_SET_ABSBIT, code);
    ioctl(device, UI_ABS_SETUP, &setup);
}

static int make_panel(void) {
    int device = open("/dev/uinput", O_WRONLY);
    struct uinput_setup setup = {.id = {.bustype = BUS_USB, .vendor = 1, .product = 1}, .name = "panel"};
    if (device < 0) return -1;
    ioctl(device, UI_SET_EVBIT, EV_KEY);
    ioctl(device, UI_SET_KEYBIT, BTN_TOUCH);
    ioctl(device, UI_SET_EVBIT, EV_ABS);
    ioctl(device, UI_SET_PROPBIT, INPUT_PROP_DIRECT);
    axis(device, ABS_X, LAST);
    axis(device, ABS_Y, LAST);
    axis(device, ABS_MT_SLOT, 9);
    axis(device, ABS_MT_TRACKING_ID, 65535);
    axis(device, ABS_MT_POSITION_X, LAST);
    axis(device, ABS_MT_POSITION_Y, LAST);
    axis(device, ABS_MT_TOOL_TYPE, MT_TOOL_MAX);
    ioctl(device, UI_DEV_SETUP, &setup);
    return ioctl(device, UI_DEV_CREATE) < 0 ? -1 : device;
}

static void place(int device, int x, int y) {
    emit(device, EV_ABS, ABS_MT_POSITION_X, x);
    emit(device, EV_ABS, ABS_MT_POSITION_Y, y);
}

static int panel(void) {
    int device = make_panel(), next = 1, slot, x, y;
    char line[80];
    if (device < 0) return 1;
    while (fgets(line, sizeof line, stdin) && line[0] != 'q') {
        int count = sscanf(line + 1, "%d %d %d", &slot, &x, &y);
        if (line[0] == 'r') emit(device, EV_SYN, SYN_REPORT, 0);
        if (count < 1) continue;
        emit(device, EV_ABS, ABS_MT_SLOT, slot);
        if (line[0] == 'd') emit(device, EV_ABS, ABS_MT_TRACKING_ID, next++);
        if (line[0] == 'u') emit(device, EV_ABS, ABS_MT_TRACKING_ID, -1);
        if (line[0] == 'p') emit(device, EV_ABS, ABS_MT_TOOL_TYPE, MT_TOOL_PALM);
        if (count == 3) place(device, x, y);
    }
    ioctl(device, UI_DEV_DESTROY);
    return 0;
}

int main(int count, char *arguments[]) {
    if (count == 2 && !strcmp(arguments[1], "console")) return console();
    if (count == 2 && !strcmp(arguments[1], "panel")) return panel();
    return 2;
}
