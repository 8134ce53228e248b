#include "CChineseInput.h"
