// A peer of script/bench ui: the screen full of Chinese, as notcurses shows it.
#define _GNU_SOURCE
#include <locale.h>
#include <notcurses/notcurses.h>
#include <stdio.h>

enum { PAGES = 4, ROWS = 60, GLYPHS = 100 };

static char pages[PAGES][ROWS][3 * GLYPHS + 1];

static void make_texts(void) {
    for (int page = 0; page < PAGES; page++)
        for (int row = 0; row < ROWS; row++)
            for (int column = 0; column < GLYPHS; column++) {
                unsigned value = 0x4E00 + (page * 5000 + row * 131 + column) % 20000;
                char *to = pages[page][row] + 3 * column;
                to[0] = (char)(0xE0 | value >> 12);
                to[1] = (char)(0x80 | (value >> 6 & 0x3F));
                to[2] = (char)(0x80 | (value & 0x3F));
            }
}

static void draw_page(struct notcurses *screen, struct ncplane *plane, int page) {
    for (int row = 0; row < ROWS; row++) ncplane_putstr_yx(plane, row, 0, pages[page][row]);
    notcurses_render(screen);
}

int main(void) {
    static const char *glyphs[] = {"沪", "建", "筑", "师"};
    int page = 0, keys = 0;
    setlocale(LC_ALL, "");
    make_texts();
    struct notcurses_options options = {.flags = NCOPTION_SUPPRESS_BANNERS | NCOPTION_NO_WINCH_SIGHANDLER};
    struct notcurses *screen = notcurses_core_init(&options, NULL);
    if (!screen) return 1;
    struct ncplane *plane = notcurses_stdplane(screen);
    draw_page(screen, plane, page);
    for (;;) {
        ncinput input;
        uint32_t key = notcurses_get_blocking(screen, &input);
        if (key == (uint32_t)-1 || key == 'q') break;
        if (input.evtype == NCTYPE_RELEASE || key > 'z') continue;
        if (key == 'n') {
            draw_page(screen, plane, page = (page + 1) % PAGES);
        } else {
            ncplane_putstr_yx(plane, 30, 100, glyphs[++keys % 4]);
            notcurses_render(screen);
        }
    }
    return notcurses_stop(screen);
}
