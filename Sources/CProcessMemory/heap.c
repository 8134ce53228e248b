// free and realloc of the whole program, over glibc's allocator: a definition in the program takes the place of the
// library's for every shared library too (glibc manual, "Replacing malloc").
#include "CProcessMemory.h"

#include <malloc.h>
#include <stdatomic.h>
#include <string.h>

static atomic_int keeps;

void process_memory_set_forgetting(int forgets) { atomic_store(&keeps, !forgets); }

int process_memory_give_back(void) { return malloc_trim(0); }

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define HEAP_IS_TAKEN 1
#endif
#endif

// A sanitizer brings a heap of its own.
#ifndef HEAP_IS_TAKEN
extern void __libc_free(void *block);
extern void *__libc_malloc(size_t size);
extern void *__libc_realloc(void *block, size_t size);

static void forget(void *start, size_t length) {
    if (!atomic_load_explicit(&keeps, memory_order_relaxed)) explicit_bzero(start, length);
}

void free(void *block) {
    if (block) forget(block, malloc_usable_size(block));
    __libc_free(block);
}

// glibc's own would leave a block that it moves as it was.
void *realloc(void *block, size_t size) {
    if (!block) return __libc_malloc(size);
    if (size == 0) {
        free(block);
        return NULL;
    }
    size_t capacity = malloc_usable_size(block);
    if (size <= capacity) {
        forget((char *)block + size, capacity - size);
        // A smaller block stays where it is; glibc takes back the rest.
        return size < capacity / 2 ? __libc_realloc(block, size) : block;
    }
    void *moved = __libc_malloc(size);
    if (!moved) return NULL;
    memcpy(moved, block, capacity);
    free(block);
    return moved;
}
#endif
