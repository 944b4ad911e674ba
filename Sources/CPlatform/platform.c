#define _GNU_SOURCE 1
#include "cplatform.h"
#include <wchar.h>
int attune_wcwidth(unsigned int scalar) { return wcwidth((wchar_t)scalar); }
