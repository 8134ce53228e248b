#pragma once
#include <sys/types.h>

/// Starts a program on a new pseudo terminal of its own, as session leader with the terminal as its controlling one.
///
/// Swift cannot fork, and a spawned child without a controlling terminal gets no SIGWINCH.
/// Returns the child's pid and stores the master side (close-on-exec) in `master`; -1 with errno on failure.
/// The child exits with 127 when the program cannot be executed.
pid_t pseudo_terminal_spawn(
    const char *path, char *const argv[], char *const envp[], unsigned short columns, unsigned short rows,
    int *master);

/// Tells the terminal its new size; the child gets SIGWINCH. 0, or -1 with errno.
int pseudo_terminal_resize(int master, unsigned short columns, unsigned short rows);
