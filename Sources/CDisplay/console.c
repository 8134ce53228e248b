#define _GNU_SOURCE
#include "CDisplay.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/kd.h>
#include <linux/vt.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

// Written before `taken` is set, read by signal handlers after it: no lock is allowed there.
static struct {
    int descriptor;
    int mode;
    int keyboard;
    struct vt_mode switching;
} console;
static atomic_int taken;

static const int ends[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT};
static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS};
static struct sigaction before[NSIG];

// ioctl is not on the list of signal-safety(7); on Linux it is a bare system call.
void display_give_back_console(void) {
    if (!atomic_exchange(&taken, 0)) return;
    int error = errno;
    (void)ioctl(console.descriptor, VT_SETMODE, &console.switching);
    (void)ioctl(console.descriptor, KDSKBMODE, (long)console.keyboard);
    (void)ioctl(console.descriptor, KDSETMODE, (long)console.mode);
    close(console.descriptor);
    errno = error;
}

void display_sound(unsigned hertz, unsigned milliseconds) {
    // The clock of the PC's interval timer, which the kernel counts the period in.
    const unsigned clock = 1193180;
    if (!atomic_load(&taken) || hertz == 0) return;
    (void)ioctl(console.descriptor, KDMKTONE, (unsigned long)(milliseconds << 16 | (clock / hertz & 0xFFFF)));
}

// The signal comes again with what was set before us, so its default action or a backtrace follows.
static void on_end(int signal) {
    display_give_back_console();
    sigaction(signal, &before[signal], NULL);
    raise(signal);
}

static void watch(const int signals[], size_t count, bool only_default) {
    for (size_t i = 0; i < count; i++) {
        struct sigaction action = {.sa_handler = on_end, .sa_flags = SA_ONSTACK}, old;
        sigfillset(&action.sa_mask);
        if (sigaction(signals[i], NULL, &old) < 0 || old.sa_handler == on_end) continue;
        if (only_default && old.sa_handler != SIG_DFL) continue;
        before[signals[i]] = old;
        sigaction(signals[i], &action, NULL);
    }
}

static void at_exit(void) { display_give_back_console(); }
static void register_at_exit(void) { atexit(at_exit); }

static int read_state(int descriptor) {
    console.descriptor = descriptor;
    if (ioctl(descriptor, KDGETMODE, &console.mode) < 0) return -1;
    if (ioctl(descriptor, KDGKBMODE, &console.keyboard) < 0) return -1;
    return ioctl(descriptor, VT_GETMODE, &console.switching);
}

// The kernel asks by SIGUSR1 whether it may switch, and waits for an answer that never comes.
static int set_state(int descriptor) {
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGUSR1, &ignore, NULL);
    struct vt_mode mode = {.mode = VT_PROCESS, .relsig = SIGUSR1, .acqsig = SIGUSR1};
    if (ioctl(descriptor, KDSETMODE, (long)KD_GRAPHICS) < 0) return -1;
    if (ioctl(descriptor, KDSKBMODE, (long)K_OFF) < 0) return -1;
    return ioctl(descriptor, VT_SETMODE, &mode);
}

int display_take_console(const char *path) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    if (atomic_load(&taken)) {
        errno = EBUSY;
        return -1;
    }
    int descriptor = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0) return -1;
    if (read_state(descriptor) < 0) {
        int error = errno;
        close(descriptor);
        errno = error;
        return -1;
    }
    atomic_store(&taken, 1);
    pthread_once(&once, register_at_exit);
    // A graceful stop that a service group has set up stays in force.
    watch(ends, sizeof ends / sizeof *ends, true);
    watch(crashes, sizeof crashes / sizeof *crashes, false);
    if (set_state(descriptor) == 0) return 0;
    int error = errno;
    display_give_back_console();
    errno = error;
    return -1;
}
