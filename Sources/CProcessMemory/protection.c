#include "CProcessMemory.h"

#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>

int process_memory_protect(void) {
    // An arena for each thread would hold what one visit needed eight times over.
    mallopt(M_ARENA_MAX, 2);
    struct rlimit none = {0, 0};
    if (setrlimit(RLIMIT_CORE, &none) < 0) return -1;
    return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}
