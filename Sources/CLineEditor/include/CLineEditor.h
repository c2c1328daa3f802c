#pragma once
/// Reads one line after showing `prompt`. The caller frees the result; NULL at the end of input.
char *casus_line_editor_read(const char *prompt);
