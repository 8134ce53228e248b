// Only the kernel's own header is used, no libdrm: one buffer, one mode, legacy mode-setting.
#include "CDisplay.h"

#include <errno.h>
#include <fcntl.h>
#include <libdrm/drm.h>
#include <linux/fb.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

enum { MOST = 64, MOST_MODES = 256 };

static int call(int descriptor, unsigned long request, void *argument) {
    int result;
    do result = ioctl(descriptor, request, argument);
    while (result < 0 && (errno == EINTR || errno == EAGAIN));
    return result;
}

static uint64_t address(void *pointer) { return (uint64_t)(uintptr_t)pointer; }

static int fail(int error) {
    errno = error;
    return -1;
}

/// The way from a controller to a screen.
struct route {
    uint32_t controller;
    uint32_t connector;
    struct drm_mode_modeinfo mode;
};

struct resources {
    uint32_t connectors[MOST];
    uint32_t connector_count;
    uint32_t controllers[MOST];
    uint32_t controller_count;
};

static int read_resources(int descriptor, struct resources *resources) {
    struct drm_mode_card_res card = {
        .connector_id_ptr = address(resources->connectors), .count_connectors = MOST,
        .crtc_id_ptr = address(resources->controllers), .count_crtcs = MOST,
    };
    if (call(descriptor, DRM_IOCTL_MODE_GETRESOURCES, &card) < 0) return -1;
    if (card.count_connectors > MOST || card.count_crtcs > MOST) return fail(E2BIG);
    resources->connector_count = card.count_connectors;
    resources->controller_count = card.count_crtcs;
    return 0;
}

/// The controller that feeds an encoder now, else the first that can.
static uint32_t controller_for(int descriptor, uint32_t encoder_id, const struct resources *resources) {
    struct drm_mode_get_encoder encoder = {.encoder_id = encoder_id};
    if (call(descriptor, DRM_IOCTL_MODE_GETENCODER, &encoder) < 0) return 0;
    if (encoder.crtc_id) return encoder.crtc_id;
    for (uint32_t i = 0; i < resources->controller_count; i++)
        if (encoder.possible_crtcs & 1u << i) return resources->controllers[i];
    return 0;
}

static const struct drm_mode_modeinfo *preferred(const struct drm_mode_modeinfo modes[], uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (modes[i].type & DRM_MODE_TYPE_PREFERRED) return &modes[i];
    return modes;
}

static bool find_route_of(
    int descriptor, uint32_t connector_id, const struct resources *resources, struct route *route) {
    struct drm_mode_modeinfo modes[MOST_MODES];
    uint32_t encoders[MOST];
    // Asked for no modes, the driver looks at the cable anew.
    struct drm_mode_get_connector connector = {.connector_id = connector_id};
    if (call(descriptor, DRM_IOCTL_MODE_GETCONNECTOR, &connector) < 0) return false;
    connector = (struct drm_mode_get_connector){
        .connector_id = connector_id, .modes_ptr = address(modes), .count_modes = MOST_MODES,
        .encoders_ptr = address(encoders), .count_encoders = MOST,
    };
    if (call(descriptor, DRM_IOCTL_MODE_GETCONNECTOR, &connector) < 0) return false;
    if (connector.connection != 1 || connector.count_modes == 0) return false;
    if (connector.count_modes > MOST_MODES || connector.count_encoders > MOST) return false;
    route->connector = connector_id;
    route->mode = *preferred(modes, connector.count_modes);
    route->controller = connector.encoder_id ? controller_for(descriptor, connector.encoder_id, resources) : 0;
    for (uint32_t i = 0; i < connector.count_encoders && !route->controller; i++)
        route->controller = controller_for(descriptor, encoders[i], resources);
    return route->controller != 0;
}

static int find_route(int descriptor, struct route *route) {
    struct resources resources;
    if (read_resources(descriptor, &resources) < 0) return -1;
    for (uint32_t i = 0; i < resources.connector_count; i++)
        if (find_route_of(descriptor, resources.connectors[i], &resources, route)) return 0;
    return fail(ENODEV);
}

static int map_buffer(struct display *display) {
    struct drm_mode_create_dumb dumb = {.width = display->width, .height = display->height, .bpp = 32};
    if (call(display->descriptor, DRM_IOCTL_MODE_CREATE_DUMB, &dumb) < 0) return -1;
    display->stride = dumb.pitch;
    display->buffer = dumb.handle;
    struct drm_mode_map_dumb map = {.handle = dumb.handle};
    if (call(display->descriptor, DRM_IOCTL_MODE_MAP_DUMB, &map) < 0) return -1;
    void *pixels = mmap(NULL, dumb.size, PROT_READ | PROT_WRITE, MAP_SHARED, display->descriptor, (off_t)map.offset);
    if (pixels == MAP_FAILED) return -1;
    display->pixels = pixels;
    display->length = dumb.size;
    memset(pixels, 0, dumb.size);
    return 0;
}

static int light(struct display *display, struct route *route) {
    struct drm_mode_fb_cmd frame = {
        .width = display->width, .height = display->height, .pitch = display->stride,
        .bpp = 32, .depth = 24, .handle = display->buffer,
    };
    if (call(display->descriptor, DRM_IOCTL_MODE_ADDFB, &frame) < 0) return -1;
    display->framebuffer = frame.fb_id;
    struct drm_mode_crtc controller = {
        .crtc_id = route->controller, .fb_id = frame.fb_id, .set_connectors_ptr = address(&route->connector),
        .count_connectors = 1, .mode = route->mode, .mode_valid = 1,
    };
    return call(display->descriptor, DRM_IOCTL_MODE_SETCRTC, &controller);
}

static int set_up(struct display *display) {
    struct drm_get_cap capability = {.capability = DRM_CAP_DUMB_BUFFER};
    if (call(display->descriptor, DRM_IOCTL_GET_CAP, &capability) < 0) return -1;
    if (!capability.value) return fail(ENOTSUP);
    struct route route = {0};
    if (find_route(display->descriptor, &route) < 0) return -1;
    display->width = route.mode.hdisplay;
    display->height = route.mode.vdisplay;
    if (map_buffer(display) < 0) return -1;
    return light(display, &route);
}

static int open_device(const char *path, struct display *display, int (*prepare)(struct display *)) {
    *display = (struct display){.descriptor = open(path, O_RDWR | O_CLOEXEC)};
    if (display->descriptor < 0) return -1;
    if (prepare(display) == 0) return 0;
    int error = errno;
    display_close(display);
    return fail(error);
}

int display_open_drm(const char *path, struct display *display) { return open_device(path, display, set_up); }

static int map_framebuffer(struct display *display) {
    struct fb_var_screeninfo shown;
    struct fb_fix_screeninfo memory;
    if (call(display->descriptor, FBIOGET_VSCREENINFO, &shown) < 0) return -1;
    if (call(display->descriptor, FBIOGET_FSCREENINFO, &memory) < 0) return -1;
    if (shown.bits_per_pixel != 32 || shown.red.offset != 16 || shown.green.offset != 8 || shown.blue.offset != 0)
        return fail(ENOTSUP);
    void *pixels = mmap(NULL, memory.smem_len, PROT_READ | PROT_WRITE, MAP_SHARED, display->descriptor, 0);
    if (pixels == MAP_FAILED) return -1;
    display->width = shown.xres;
    display->height = shown.yres;
    display->stride = memory.line_length;
    display->pixels = pixels;
    display->length = memory.smem_len;
    display->offset = (size_t)shown.yoffset * memory.line_length + (size_t)shown.xoffset * 4;
    if (display->offset + (size_t)shown.yres * memory.line_length <= memory.smem_len) return 0;
    return fail(ENOTSUP);
}

int display_open_fbdev(const char *path, struct display *display) {
    return open_device(path, display, map_framebuffer);
}

void display_flush(const struct display *display, uint32_t x, uint32_t y, uint32_t width, uint32_t height) {
    if (!display->framebuffer) return;
    struct drm_clip_rect clip = {
        .x1 = (uint16_t)x, .y1 = (uint16_t)y, .x2 = (uint16_t)(x + width), .y2 = (uint16_t)(y + height)};
    struct drm_mode_fb_dirty_cmd dirty = {
        .fb_id = display->framebuffer, .clips_ptr = address(&clip), .num_clips = 1};
    // A driver that shows memory directly answers ENOSYS.
    (void)call(display->descriptor, DRM_IOCTL_MODE_DIRTYFB, &dirty);
}

void display_close(struct display *display) {
    if (display->pixels) munmap(display->pixels, display->length);
    if (display->framebuffer) (void)call(display->descriptor, DRM_IOCTL_MODE_RMFB, &display->framebuffer);
    struct drm_mode_destroy_dumb dumb = {.handle = display->buffer};
    if (display->buffer) (void)call(display->descriptor, DRM_IOCTL_MODE_DESTROY_DUMB, &dumb);
    if (display->descriptor >= 0) close(display->descriptor);
    *display = (struct display){.descriptor = -1};
}
