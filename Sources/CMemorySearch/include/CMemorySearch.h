#pragma once
#include <stddef.h>
#include <stdint.h>

/// Bytes to be found: `length` units of `unit` bytes each, whose beginnings lie `stride` bytes apart; what lies between
/// them may be anything. Ordinary text has one unit.
struct memory_pattern {
    const uint8_t *bytes;
    size_t length, unit, stride;
};

/// Looks for many patterns in one pass. Each begins with two bytes of its first unit at least.
///
/// Writes the index of each pattern that occurs, and where it occurs first, as often as fit; answers how many occur.
size_t memory_search(
    const uint8_t *memory, size_t size, const struct memory_pattern *patterns, size_t count, size_t *found,
    size_t *places, size_t capacity);
