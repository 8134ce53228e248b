#include "CMemorySearch.h"

#include <stdlib.h>
#include <string.h>

static int matches(const uint8_t *memory, size_t size, const struct memory_pattern *pattern) {
    for (size_t i = 0; i < pattern->length; i++) {
        if (i * pattern->stride + pattern->unit > size) return 0;
        if (memcmp(memory + i * pattern->stride, pattern->bytes + i * pattern->unit, pattern->unit) != 0) return 0;
    }
    return 1;
}

static size_t beginning(const uint8_t *bytes) { return bytes[0] | (size_t)bytes[1] << 8; }

size_t memory_search(
    const uint8_t *memory, size_t size, const struct memory_pattern *patterns, size_t count, size_t *found,
    size_t *places, size_t capacity) {
    // Chains of the patterns that begin with the same two bytes; 0 is the end, i + 1 the pattern i.
    size_t *first = calloc(65536, sizeof *first), *next = calloc(count + 1, sizeof *next);
    size_t total = 0;
    if (first && next) {
        for (size_t i = count; i-- > 0;) {
            next[i] = first[beginning(patterns[i].bytes)];
            first[beginning(patterns[i].bytes)] = i + 1;
        }
        for (size_t at = 0; at + 2 <= size; at++) {
            size_t *link = &first[beginning(memory + at)];
            while (*link) {
                size_t i = *link - 1;
                if (matches(memory + at, size - at, &patterns[i])) {
                    if (total < capacity) {
                        found[total] = i;
                        places[total] = at;
                    }
                    total++;
                    *link = next[i];
                } else {
                    link = &next[i];
                }
            }
        }
    }
    free(first);
    free(next);
    return total;
}
