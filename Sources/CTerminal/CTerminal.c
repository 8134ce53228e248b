#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { LONGEST_RESTORE = 256 };

// Written before `taken` is set, read by signal handlers after it: no lock is allowed there.
static struct {
    int input;
    int output;
    struct termios settings;
    char restore[LONGEST_RESTORE];
    size_t length;
} tty;
static atomic_int taken;
static atomic_int size_descriptor = -1;

// Every signal whose default is to end the process (signal(7)).
static const int ends[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGPIPE, SIGALRM, SIGUSR1, SIGUSR2, SIGVTALRM,
    SIGPROF, SIGXCPU, SIGXFSZ, SIGIO, SIGSTKFLT, SIGPWR};
static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS};
static struct sigaction before[NSIG];

static void write_all(int descriptor, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t count = write(descriptor, bytes, length);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return;
        bytes += count;
        length -= (size_t)count;
    }
}

// Only async-signal-safe calls (signal-safety(7)): write, sigaction, tcsetattr.
void terminal_give_back(void) {
    if (!atomic_exchange(&taken, 0)) return;
    int error = errno;
    // A background process that sets a tty would be stopped instead of ending.
    struct sigaction ignore = {.sa_handler = SIG_IGN}, old;
    sigaction(SIGTTOU, &ignore, &old);
    write_all(tty.output, tty.restore, tty.length);
    while (tcsetattr(tty.input, TCSANOW, &tty.settings) < 0 && errno == EINTR) {}
    sigaction(SIGTTOU, &old, NULL);
    errno = error;
}

// The signal comes again with what was set before us, so its default action or a backtrace follows.
static void on_end(int signal) {
    terminal_give_back();
    sigaction(signal, &before[signal], NULL);
    raise(signal);
}

static void watch(const int signals[], size_t count, int only_default) {
    for (size_t i = 0; i < count; i++) {
        struct sigaction action = {.sa_handler = on_end, .sa_flags = SA_ONSTACK}, old;
        sigfillset(&action.sa_mask);
        if (sigaction(signals[i], NULL, &old) < 0 || old.sa_handler == on_end) continue;
        if (only_default && old.sa_handler != SIG_DFL) continue;
        before[signals[i]] = old;
        sigaction(signals[i], &action, NULL);
    }
}

static void at_exit(void) { terminal_give_back(); }
static void register_at_exit(void) { atexit(at_exit); }

int terminal_take(int input, int output, const void *restore, size_t length) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    struct termios raw;
    if (atomic_load(&taken)) {
        errno = EBUSY;
        return -1;
    }
    if (length > LONGEST_RESTORE) {
        errno = ENOBUFS;
        return -1;
    }
    if (tcgetattr(input, &tty.settings) < 0) return -1;
    tty.input = input;
    tty.output = output;
    memcpy(tty.restore, restore, length);
    tty.length = length;
    atomic_store(&taken, 1);
    pthread_once(&once, register_at_exit);
    // A graceful stop that a service group has set up stays in force.
    watch(ends, sizeof ends / sizeof *ends, 1);
    watch(crashes, sizeof crashes / sizeof *crashes, 0);
    raw = tty.settings;
    cfmakeraw(&raw);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    if (tcsetattr(input, TCSANOW, &raw) < 0) {
        int error = errno;
        atomic_store(&taken, 0);
        errno = error;
        return -1;
    }
    return 0;
}

static void on_size(int signal) {
    (void)signal;
    int error = errno;
    int descriptor = atomic_load(&size_descriptor);
    // A full pipe already says it.
    if (descriptor >= 0) (void)!write(descriptor, "w", 1);
    errno = error;
}

int terminal_watch_size(int descriptor) {
    struct sigaction action = {.sa_handler = on_size, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    atomic_store(&size_descriptor, descriptor);
    return sigaction(SIGWINCH, &action, NULL);
}

int terminal_pipe(int pipe_ends[2]) { return pipe2(pipe_ends, O_NONBLOCK | O_CLOEXEC); }

const void *terminal_find(const void *bytes, size_t length, const void *wanted, size_t wanted_length) {
    return memmem(bytes, length, wanted, wanted_length);
}
