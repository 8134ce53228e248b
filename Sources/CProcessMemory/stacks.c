#define _GNU_SOURCE
#include "CProcessMemory.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

// The one asynchronous signal that libdispatch leaves open in its worker threads; nobody profiles a kiosk.
enum { DROP = SIGPROF };
enum { MOST_THREADS = 256, LARGEST_STACK = 16 << 20, HANDLER_STACK = 32 << 10, RED_ZONE = 128 };

/// A mapping that is somebody's stack.
struct stack {
    uintptr_t start, end;
};

// Written while `known` is 0 and no handler is at work. Handlers read it: no lock, no heap is allowed there.
static struct stack stacks[MOST_THREADS];
static atomic_size_t known;
static atomic_int at_work;

/// Counts the calls.
static atomic_int round_number;

/// A stack for the handler of each thread, by the thread's number; 0 is free. With it the signal's own frame, which has
/// gaps that the kernel does not write, never lies where it is to be dropped.
static atomic_int owners[MOST_THREADS];
static char *handler_stacks;

/// The round in which the thread at this place has dropped what lay below it.
static atomic_int dropped[MOST_THREADS];

static pid_t this_thread(void) { return (pid_t)syscall(SYS_gettid); }

/// The stack that holds this address; NULL when it is none that we know.
static const struct stack *stack_of(uintptr_t address) {
    for (size_t i = 0, count = atomic_load(&known); i < count; i++) {
        if (stacks[i].start <= address && address < stacks[i].end) return &stacks[i];
    }
    return NULL;
}

/// The place of a thread, -1 when it has none.
static int place_of(pid_t thread) {
    for (int i = 0; i < MOST_THREADS; i++) {
        if (atomic_load(&owners[i]) == thread) return i;
    }
    return -1;
}

/// The place of this thread, a free one when it has none; -1 when there is none left.
static int take_place(pid_t thread) {
    int place = place_of(thread);
    if (place >= 0) return place;
    for (int i = 0; i < MOST_THREADS; i++) {
        int nobody = 0;
        if (atomic_compare_exchange_strong(&owners[i], &nobody, thread)) return i;
    }
    return -1;
}

// Whole pages go back to the kernel, which costs nothing where none was ever touched; the rest is overwritten.
static void drop(uintptr_t start, uintptr_t end) {
    uintptr_t page_size = (uintptr_t)sysconf(_SC_PAGESIZE), page = end & ~(page_size - 1);
    if (end <= start || end - start > LARGEST_STACK) return;
    if (page > start) madvise((void *)start, page - start, MADV_DONTNEED);
    else page = start;
    memset((void *)page, 0, end - page);
}

static uintptr_t interrupted_at(const ucontext_t *context) {
#if defined(__x86_64__)
    return (uintptr_t)context->uc_mcontext.gregs[REG_RSP];
#elif defined(__aarch64__)
    return (uintptr_t)context->uc_mcontext.sp;
#else
#error "where does this machine keep its stack pointer?"
#endif
}

// A thread that has no stack for its handler yet takes one, and the next signal finds it there: the kernel installs
// what the context says when the handler returns.
static void on_drop(int signal, siginfo_t *info, void *opaque) {
    (void)signal, (void)info;
    int error = errno;
    atomic_fetch_add(&at_work, 1);
    ucontext_t *context = opaque;
    uintptr_t pointer = interrupted_at(context), here = (uintptr_t)__builtin_frame_address(0);
    const struct stack *stack = stack_of(pointer);
    int place = stack ? take_place(this_thread()) : -1;
    if (stack && stack->start <= here && here < pointer) {
        if (place >= 0) {
            context->uc_stack =
                (stack_t){.ss_sp = handler_stacks + (size_t)place * HANDLER_STACK, .ss_size = HANDLER_STACK};
        }
    } else if (stack) {
        drop(stack->start, pointer - RED_ZONE);
        if (place >= 0) atomic_store(&dropped[place], atomic_load(&round_number));
    }
    atomic_fetch_sub(&at_work, 1);
    errno = error;
}

/// A stack is private memory right above a guard page; the main thread's is named.
static int note_stacks(void) {
    FILE *maps = fopen("/proc/self/maps", "re");
    if (!maps) return -1;
    char line[512];
    uintptr_t guard_end = 0;
    size_t count = 0;
    while (count < MOST_THREADS && fgets(line, sizeof line, maps)) {
        unsigned long start, end;
        char rights[5];
        if (sscanf(line, "%lx-%lx %4s", &start, &end, rights) != 3) continue;
        int is_stack = strstr(line, "[stack]") || (guard_end == start && strcmp(rights, "rw-p") == 0);
        if (is_stack) stacks[count++] = (struct stack){start, end};
        guard_end = strcmp(rights, "---p") == 0 ? end : 0;
    }
    fclose(maps);
    atomic_store(&known, count);
    return 0;
}

static int is_living(pid_t thread) {
    char path[64];
    snprintf(path, sizeof path, "/proc/self/task/%d", thread);
    return access(path, F_OK) == 0;
}

/// Once: the handler and its stacks. Always: the places of threads that are gone are free again.
static int prepare(void) {
    if (!handler_stacks) {
        void *memory = mmap(
            NULL, (size_t)MOST_THREADS * HANDLER_STACK, PROT_READ | PROT_WRITE,
            MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (memory == MAP_FAILED) return -1;
        handler_stacks = memory;
        struct sigaction action = {.sa_sigaction = on_drop, .sa_flags = SA_RESTART | SA_SIGINFO | SA_ONSTACK};
        sigfillset(&action.sa_mask);
        if (sigaction(DROP, &action, NULL) < 0) return -1;
    }
    for (int i = 0; i < MOST_THREADS; i++) {
        int owner = atomic_load(&owners[i]);
        if (owner && !is_living(owner)) atomic_store(&owners[i], 0);
    }
    return 0;
}

static void pause_one_millisecond(void) {
    struct timespec moment = {.tv_nsec = 1000000};
    nanosleep(&moment, NULL);
}

/// Signals every thread, this one too, that has not dropped anything in this round.
/// - Returns: how many these are, -1 with errno. `answered` is how many the others are.
static int ask(int *answered) {
    DIR *threads = opendir("/proc/self/task");
    if (!threads) return -1;
    int asked = 0;
    *answered = 0;
    for (struct dirent *entry; (entry = readdir(threads));) {
        pid_t thread = atoi(entry->d_name);
        int place = thread > 0 ? place_of(thread) : -1;
        if (place >= 0 && atomic_load(&dropped[place]) == atomic_load(&round_number)) (*answered)++;
        else if (thread > 0 && syscall(SYS_tgkill, getpid(), thread, DROP) == 0) asked++;
    }
    closedir(threads);
    return asked;
}

int process_memory_drop_dead_stacks(int milliseconds) {
    // A thread that kept the signal waiting may come late; the table must not change under it.
    atomic_store(&known, 0);
    for (int i = 0; atomic_load(&at_work) > 0; i++) {
        if (i == milliseconds) return 0;
        pause_one_millisecond();
    }
    atomic_fetch_add(&round_number, 1);
    if (prepare() < 0 || note_stacks() < 0) return -1;
    int asked, answered = 0;
    // Asked again, and again after a while: a thread's first signal only gives its handler a stack, and a second one that
    // comes before the first was heard is the same.
    for (int i = 0; (asked = ask(&answered)) > 0 && i < milliseconds; i += 2) {
        pause_one_millisecond();
        pause_one_millisecond();
    }
    return asked < 0 ? -1 : answered;
}
