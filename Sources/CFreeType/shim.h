#pragma once
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

// Macros with arguments do not reach Swift.

/// Hints rows and leaves widths alone: strokes are sharp, and a cell's width is kept.
static const FT_Int32 CFreeTypeLightHinting = FT_LOAD_TARGET_LIGHT;

static inline int CFreeTypeIsScalable(FT_Face face) { return FT_IS_SCALABLE(face) != 0; }
