#pragma once
#include <stddef.h>

/// Puts a tty into raw mode and promises to give it back, however the process ends: at exit, after any signal that ends
/// it and that nobody else handles, and after a crash. Giving it back is: the bytes are written to `output`, then the
/// settings that `input` had are set again. Beyond it are SIGKILL and a stack that has run out, on which no handler runs.
///
/// One tty at a time. 0, or -1 with errno: EBUSY when one is taken already, ENOTTY, ENOBUFS for more than 256 bytes.
int terminal_take(int input, int output, const void *restore, size_t length);

/// Gives the tty back now; nothing when none is taken.
void terminal_give_back(void);

/// From now on each SIGWINCH writes one byte to this non-blocking descriptor; -1 ends it. 0, or -1 with errno.
int terminal_watch_size(int descriptor);

/// A pipe of which both ends are non-blocking and close-on-exec: [0] to read, [1] to write. 0, or -1 with errno.
int terminal_pipe(int ends[2]);

/// memmem(3), which Swift's Glibc module lacks.
const void *terminal_find(const void *bytes, size_t length, const void *wanted, size_t wanted_length);
