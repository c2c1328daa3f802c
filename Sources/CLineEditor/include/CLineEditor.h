#pragma once

#include <stdbool.h>

/// Whether lines are edited by GNU readline, or read as they come.
bool casus_line_editor_is_available(void);

/// Shows `prompt` and reads one line, without its line break. The caller frees the result. NULL at the end of input, and
/// where the user gave the line up with Ctrl-C: `casus_line_editor_was_interrupted` tells which.
char *casus_line_editor_read(const char *prompt);

/// Whether the last line was given up with Ctrl-C.
bool casus_line_editor_was_interrupted(void);

/// Adds a line to the history of this session.
void casus_line_editor_remember(const char *line);
