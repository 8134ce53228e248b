#pragma once
#include <stddef.h>

// Memory that forgets. A program that links this module has the heap's `free` and `realloc` of its own: what is given
// back is overwritten first, whoever gives it back: Swift, SQLite, pango, librime, TLS. glibc's own M_PERTURB does not:
// its per-thread caches (tcache) come before it, and keep small blocks as they were (measured with glibc 2.36).

/// Whether freed memory is overwritten; it is from the start of the program. Only a measurement switches it off.
void process_memory_set_forgetting(int forgets);

/// Gives the kernel back what the heap does not need now. 1 when there was something, else 0.
int process_memory_give_back(void);

/// No core dumps, no debugger and no reader of /proc/PID/mem but root; few heaps for all threads. 0, or -1 with errno.
int process_memory_protect(void);

/// Drops what lies below the present end of every thread's stack: what functions that have returned have left there.
///
/// Each thread does it to itself, in the handler of a signal. One caller at a time.
/// Answers how many threads have done it within the milliseconds, the caller included; -1 with errno.
int process_memory_drop_dead_stacks(int milliseconds);
