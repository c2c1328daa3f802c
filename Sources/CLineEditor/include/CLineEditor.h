#pragma once

#include <stdbool.h>
#include <stddef.h>

// Lines

/// Whether lines are edited by GNU readline, or read as they come.
bool casus_line_editor_is_available(void);

/// Shows `prompt` and reads what is typed until it is entered; what is pasted may have many lines. The caller frees the
/// result. NULL at the end of input, and where the user gave the line up with Ctrl-C:
/// `casus_line_editor_was_interrupted` tells which.
///
/// Between \001 and \002 the prompt holds what takes no columns.
char *casus_line_editor_read(const char *prompt);

/// Whether the last line was given up with Ctrl-C.
bool casus_line_editor_was_interrupted(void);

/// Adds an entry, which may have many lines, to what the arrow keys and Ctrl-R find.
void casus_line_editor_remember(const char *entry);

/// Forgets the oldest entries beyond so many.
void casus_line_editor_limit_memory(int count);

// Completion

/// Words that could stand where the cursor is.
typedef struct casus_completions casus_completions;

/// Finds the words that could stand at `cursor`, a number of bytes, in `line`.
typedef void (*casus_completer)(void *context, const char *line, size_t cursor, casus_completions *found);

/// Who is asked when the user presses Tab while a line is read; NULL for nobody.
void casus_line_editor_set_completer(casus_completer completer, void *context);

/// Adds a word that may replace the one before the cursor, which begins behind the last of the characters that
/// `casus_completions_set_breaks` names.
void casus_completions_add(casus_completions *found, const char *word);

/// Says which characters come before a word.
void casus_completions_set_breaks(casus_completions *found, const char *characters);

/// Says what follows a word that is the only one: a blank, an opening bracket, or nothing (0).
void casus_completions_set_end(casus_completions *found, char character);

/// Says that names of files could stand there, which readline finds by itself.
void casus_completions_use_files(casus_completions *found);

// Interrupts

/// From now on Ctrl-C ends no process but is noted.
void casus_interrupt_watch(void);

/// Whether Ctrl-C was pressed since it was last cleared.
bool casus_interrupt_is_pending(void);

void casus_interrupt_clear(void);
