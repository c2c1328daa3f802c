// All of it is in the header, so that callers need not call.
#include "CLanes.h"
