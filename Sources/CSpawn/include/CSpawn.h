#pragma once

#include <sys/types.h>

/// Starts a program as the leader of a session of its own, with an empty signal mask and default signal handling,
/// standard input from /dev/null, and no inherited descriptor besides those given.
///
/// @param path absolute path of the program
/// @param directory where it starts; NULL for the caller's
/// @param output becomes its descriptors 1 and 2
/// @param third becomes its descriptor 3; -1 for none
/// @return 0, or the errno of the failure (also of a failed exec)
int cspawn_start(
    pid_t *pid, const char *path, char *const arguments[], char *const environment[], const char *directory,
    int output, int third);
