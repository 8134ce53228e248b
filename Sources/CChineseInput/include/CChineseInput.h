#pragma once
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// librime behind what a keyboard on the screen needs. rime_api.h defines `Bool`, which shadows Swift's, and every
// struct of it wants its size set by hand: neither gets out of here. librime is not thread-safe; a lock is held in
// every call. Nothing is ever learnt, nothing is written: the schema has its user dictionary off, and maintenance,
// which builds data and installation files, is never started.

/// Opens the engine of this process on data baked ahead by script/bake-chinese-input.
///
/// `shared` holds `opencc/`, `prebuilt` the tables and schemas, `user` is an empty directory that may be read-only.
/// 0, or -1: EBUSY when it is open already, EINVAL when librime does not have the calls needed.
int chinese_input_open(const char *shared, const char *prebuilt, const char *user);

/// Ends all sessions and the engine.
void chinese_input_close(void);

/// A new session with the named schema; 0 when the schema is not there.
uintptr_t chinese_input_begin(const char *schema);

/// Forgets what was typed and ends the session.
void chinese_input_end(uintptr_t session);

/// One key by its X keysym: ASCII letters are themselves, 0xFF08 is backspace. 1 when it was taken.
int chinese_input_key(uintptr_t session, int keysym);

/// Takes a candidate by its index in the whole list. 1 when there is one.
int chinese_input_select(uintptr_t session, size_t index);

/// Drops what is typed.
void chinese_input_clear(uintptr_t session);

/// Switches one of the schema's options.
void chinese_input_set_option(uintptr_t session, const char *option, int on);

/// Copies what is being typed, in syllables, parts already chosen as characters; its bytes without NUL, -1 when it
/// does not fit.
ssize_t chinese_input_composition(uintptr_t session, char *buffer, size_t capacity);

/// Copies what has been chosen in full since the last call; its bytes without NUL, -1 when it does not fit.
ssize_t chinese_input_take_commit(uintptr_t session, char *buffer, size_t capacity);

/// Copies at most `limit` candidates from the first on, each ended by NUL, as many as fit; their number.
size_t chinese_input_candidates(uintptr_t session, size_t limit, char *buffer, size_t capacity);
