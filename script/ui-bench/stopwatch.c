// Runs a program on a pseudo terminal, gives it input piece by piece, and times its answers to the last byte.
//
//     stopwatch COLUMNS ROWS PAUSE PROGRAM ARGUMENT… < inputs
//
// Each line of standard input is one piece: a number of bytes that the answer has at least, a blank, and the input, in
// which \e is ESC. For each it prints microseconds to the last byte, microseconds of processor time that the program
// took for it, and bytes; before them, in a line "start", the same from the start to the end of the first frame, and
// after them "memory", the resident kilobytes. An answer is over when its least bytes have come and nothing more for
// PAUSE milliseconds.
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// A program that says nothing for so long will say nothing more.
enum { LONGEST_WAIT = 60 * 1000 };

static int master;
static char seen[1 << 16];

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

static void answer(ssize_t count, const char *question, const char *reply) {
    if (memmem(seen, count, question, strlen(question))) (void)!write(master, reply, strlen(reply));
}

// What programs ask before they draw: a terminal like foot answers so.
static void answer_questions(ssize_t count) {
    answer(count, "\033[?2026$p", "\033[?2026;2$y");
    answer(count, "\033[6n", "\033[1;1R");
    answer(count, "\033[c", "\033[?62;22c");
}

struct reading {
    double last;
    long bytes;
};

// Until `least` bytes have come and then nothing for `pause` milliseconds.
static struct reading read_answer(long least, int pause) {
    struct reading reading = {now(), 0};
    for (;;) {
        struct pollfd descriptor = {master, POLLIN, 0};
        int ready = poll(&descriptor, 1, reading.bytes >= least ? pause : LONGEST_WAIT);
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return reading;
        ssize_t count = read(master, seen, sizeof seen);
        if (count <= 0) return reading;
        reading.last = now();
        reading.bytes += count;
        answer_questions(count);
    }
}

// Microseconds of processor time that the program has taken so far, all its threads together.
static double used(pid_t child) {
    clockid_t clock;
    struct timespec time = {0};
    if (clock_getcpuclockid(child, &clock) == 0) clock_gettime(clock, &time);
    return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

static size_t unescape(char *text) {
    char *to = text;
    for (char *from = text; *from && *from != '\n'; from++) {
        if (from[0] == '\\' && from[1] == 'e') {
            *to++ = 033;
            from++;
        } else {
            *to++ = *from;
        }
    }
    return to - text;
}

static long resident(pid_t child) {
    char path[64], line[256];
    long kilobytes = 0;
    snprintf(path, sizeof path, "/proc/%d/status", child);
    FILE *status = fopen(path, "r");
    while (status && fgets(line, sizeof line, status)) sscanf(line, "VmRSS: %ld", &kilobytes);
    if (status) fclose(status);
    return kilobytes;
}

static void end(pid_t child) {
    (void)!write(master, "q", 1);
    for (int i = 0; i < 3000; i++) {
        struct pollfd descriptor = {master, POLLIN, 0};
        if (poll(&descriptor, 1, 10) > 0 && read(master, seen, sizeof seen) <= 0) usleep(10000);
        if (waitpid(child, NULL, WNOHANG) == child) return;
    }
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
}

int main(int count, char **arguments) {
    if (count < 5) return 64;
    struct winsize size = {.ws_col = atoi(arguments[1]), .ws_row = atoi(arguments[2])};
    int pause = atoi(arguments[3]);
    double start = now();
    pid_t child = forkpty(&master, NULL, NULL, &size);
    if (child < 0) return 71;
    if (child == 0) {
        execvp(arguments[4], arguments + 4);
        _exit(127);
    }
    // The first frame may come in pieces, with the import of a module between them.
    struct reading reading = read_answer(size.ws_col * size.ws_row / 8, 700 + pause);
    printf("start %.0f %.0f %ld\n", reading.last - start, used(child), reading.bytes);
    char line[4096];
    while (fgets(line, sizeof line, stdin)) {
        char *input;
        long least = strtol(line, &input, 10);
        size_t length = unescape(++input);
        double before = used(child);
        start = now();
        (void)!write(master, input, length);
        reading = read_answer(least, pause);
        printf("%.1f %.1f %ld\n", reading.last - start, used(child) - before, reading.bytes);
        fflush(stdout);
    }
    printf("memory %ld\n", resident(child));
    end(child);
    return 0;
}
