#pragma once
#include <rime_api.h>
