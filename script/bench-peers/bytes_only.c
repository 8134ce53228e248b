// No toolkit at all, for script/bench ui: as many bytes as a full frame or a key has, and nothing else. What the others
// take beyond it is theirs; this is the pseudo terminal's.
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { FRAME = 18137, KEY = 5 };

int main(void) {
    static char bytes[FRAME];
    struct termios settings;
    char key = 'n';
    if (tcgetattr(STDIN_FILENO, &settings) != 0) return 69;
    cfmakeraw(&settings);
    tcsetattr(STDIN_FILENO, TCSANOW, &settings);
    memset(bytes, 'x', sizeof bytes);
    do {
        size_t wanted = key == 'n' ? FRAME : KEY;
        for (size_t written = 0; written < wanted;) {
            ssize_t count = write(STDOUT_FILENO, bytes + written, wanted - written);
            if (count < 0) return 74;
            written += count;
        }
    } while (read(STDIN_FILENO, &key, 1) == 1 && key != 'q');
    return 0;
}
