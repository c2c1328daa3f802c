#pragma once

#include "CLineEditor.h"

#ifdef CASUS_READLINE
/// Has readline ask for words where Tab is pressed.
void casus_completion_start(void);
#endif
