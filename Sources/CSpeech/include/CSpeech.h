#pragma once

#include <stddef.h>
#include <sys/types.h>

/// Starts a program that is found on PATH, with an empty signal mask and default signal handling, `input` and `output`
/// as its descriptors 0 and 1, /dev/null as 2, and nothing else of ours.
///
/// @return 0, or the errno of the failure (also of a failed exec)
int speech_start(pid_t *pid, char *const arguments[], char *const environment[], int input, int output);

/// A pair of connected sockets of which both are close-on-exec: [0] is kept, [1] given to a program as its input.
/// Unlike a pipe's, writing to one whose reader is gone need not raise SIGPIPE. 0, or -1 with errno.
int speech_channel(int ends[2]);

/// A pipe of which both ends are close-on-exec: [0] to read, [1] to write. 0, or -1 with errno.
int speech_pipe(int ends[2]);

/// send(2) of everything, without SIGPIPE. 0, or -1 with errno.
int speech_send(int channel, const void *bytes, size_t length);

/// Whether SW_HEADPHONE_INSERT is set on this event device: 0 or 1, or -1 with errno where it has no switches.
int speech_headphones(int device);
