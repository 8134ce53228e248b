#pragma once
#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

// The cast macros of GObject do not reach Swift.
static inline void CPangoSetConfiguration(PangoFontMap *map, FcConfig *configuration) {
    pango_fc_font_map_set_config((PangoFcFontMap *)map, configuration);
}
