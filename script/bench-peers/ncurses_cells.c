// A peer of script/bench ui: the screen full of Chinese and the form of 200 rows, as ncurses shows them.
#define _XOPEN_SOURCE_EXTENDED 1
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

enum { PAGES = 4, ROWS = 60, GLYPHS = 100, FIELDS = 200 };

static wchar_t pages[PAGES][ROWS][GLYPHS + 1];
static wchar_t labels[FIELDS][16], values[FIELDS][64];

static void make_texts(void) {
    for (int page = 0; page < PAGES; page++)
        for (int row = 0; row < ROWS; row++)
            for (int column = 0; column < GLYPHS; column++)
                pages[page][row][column] = 0x4E00 + (page * 5000 + row * 131 + column) % 20000;
    for (int row = 0; row < FIELDS; row++) {
        swprintf(labels[row], 16, L"第%d项", row + 1);
        swprintf(values[row], 64, L"上海市示例设计研究总院有限公司第%d分院", row + 1);
    }
}

static void draw_page(int page) {
    for (int row = 0; row < LINES && row < ROWS; row++) mvaddwstr(row, 0, pages[page][row]);
    refresh();
}

static void cells(void) {
    static const wchar_t *glyphs[] = {L"沪", L"建", L"筑", L"师"};
    int page = 0, keys = 0;
    draw_page(page);
    for (;;) {
        wint_t key;
        if (get_wch(&key) == ERR || key == 'q') return;
        if (key == 'n') {
            page = (page + 1) % PAGES;
            draw_page(page);
        } else {
            mvaddwstr(30, 100, glyphs[++keys % 4]);
            refresh();
        }
    }
}

static void draw_field(int row, int y, int is_edited) {
    static const wchar_t *corners[] = {L"┌┐└┘─│", L"╔╗╚╝═║"};
    const wchar_t *box = corners[is_edited];
    int width = COLS - 14;
    mvaddwstr(y + 1, 0, labels[row]);
    for (int line = 0; line < 3; line += 2) {
        mvaddnwstr(y + line, 13, box + line, 1);
        for (int x = 0; x < width - 1; x++) addnwstr(box + 4, 1);
        addnwstr(box + line + 1, 1);
    }
    mvaddnwstr(y + 1, 13, box + 5, 1);
    attron(COLOR_PAIR(1));
    printw("%*s", width - 1, "");
    mvaddwstr(y + 1, 15, values[row]);
    if (is_edited) addwstr(L"▏");
    attroff(COLOR_PAIR(1));
    mvaddnwstr(y + 1, 13 + width, box + 5, 1);
}

static void draw_form(int first, int edited) {
    mvaddwstr(0, 0, L"二级注册建筑师初始注册申请表");
    for (int y = 1, row = first; y + 3 <= LINES && row < FIELDS; y += 3, row++) draw_field(row, y, row == edited);
    refresh();
}

static void form(void) {
    int first = 0, edited = 0;
    draw_form(first, edited);
    for (;;) {
        wint_t key;
        MEVENT mouse;
        if (get_wch(&key) == ERR || key == 'q') return;
        if (key != KEY_MOUSE || getmouse(&mouse) != OK || !(mouse.bstate & BUTTON1_RELEASED)) continue;
        edited = first + (mouse.y - 1) / 3;
        draw_form(first, edited);
    }
}

int main(int count, char **arguments) {
    setlocale(LC_ALL, "");
    make_texts();
    initscr();
    start_color();
    init_pair(1, COLOR_BLACK, COLOR_WHITE);
    raw();
    noecho();
    curs_set(0);
    keypad(stdscr, TRUE);
    mousemask(BUTTON1_PRESSED | BUTTON1_RELEASED, NULL);
    mouseinterval(0);
    if (count > 1 && strcmp(arguments[1], "form") == 0) form();
    else cells();
    endwin();
    return 0;
}
