// What readline asks when Tab is pressed, put to whoever reads the line.

#include "Completion.h"

#ifdef CASUS_READLINE

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <readline/readline.h>

struct casus_completions {
  char **words;
  size_t count;
  char breaks[64];
  char end;
  bool are_files;
};

static casus_completer completer;
static void *completer_context;
static casus_completions found;

void casus_line_editor_set_completer(casus_completer new_completer, void *context) {
  completer = new_completer;
  completer_context = context;
}

void casus_completions_add(casus_completions *completions, const char *word) {
  char **words = realloc(completions->words, (completions->count + 1) * sizeof *words);
  if (words == NULL) return;
  completions->words = words;
  char *copy = strdup(word);
  if (copy != NULL) words[completions->count++] = copy;
}

void casus_completions_set_breaks(casus_completions *completions, const char *characters) {
  snprintf(completions->breaks, sizeof completions->breaks, "%s", characters);
}

void casus_completions_set_end(casus_completions *completions, char character) { completions->end = character; }

void casus_completions_use_files(casus_completions *completions) { completions->are_files = true; }

static void forget_words(void) {
  for (size_t index = 0; index < found.count; index++) free(found.words[index]);
  free(found.words);
  found = (casus_completions){.end = ' '};
}

/// Readline asks first where the word begins, and so everything is found out here.
static char *find_breaks(void) {
  forget_words();
  if (completer != NULL) completer(completer_context, rl_line_buffer, (size_t)rl_point, &found);
  return found.breaks;
}

/// How many bytes two words have in common at their beginning, in whole characters.
static size_t common_length(const char *left, const char *right) {
  size_t length = 0;
  while (left[length] != 0 && left[length] == right[length]) length++;
  // Not between the bytes of one character.
  while (length > 0 && ((unsigned char)left[length] & 0xC0) == 0x80) length--;
  return length;
}

/// What all words have in common, where that is more than was typed; else what was typed.
static char *common_beginning(const char *typed) {
  size_t length = strlen(found.words[0]);
  for (size_t index = 1; index < found.count; index++) {
    size_t common = common_length(found.words[0], found.words[index]);
    if (common < length) length = common;
  }
  // A single word replaces what was typed; several must not take any of it away.
  return found.count == 1 || length >= strlen(typed) ? strndup(found.words[0], length) : strdup(typed);
}

static char **offer_words(const char *typed, int start, int end) {
  (void)start;
  (void)end;
  // Where nothing fits, readline must not offer the names of files.
  rl_attempted_completion_over = 1;
  if (found.are_files) {
    rl_filename_completion_desired = 1;
    return rl_completion_matches(typed, rl_filename_completion_function);
  }
  if (found.count == 0) return NULL;
  rl_completion_append_character = found.end;
  if (found.end == 0) rl_completion_suppress_append = 1;
  rl_sort_completion_matches = 0;
  rl_filename_completion_desired = 0;
  char **matches = calloc(found.count + 2, sizeof *matches);
  if (matches == NULL) return NULL;
  matches[0] = common_beginning(typed);
  if (found.count > 1) {
    for (size_t index = 0; index < found.count; index++) matches[index + 1] = strdup(found.words[index]);
  }
  return matches;
}

void casus_completion_start(void) {
  rl_completion_word_break_hook = find_breaks;
  rl_attempted_completion_function = offer_words;
  rl_completer_quote_characters = "\"";
  rl_filename_quote_characters = " \t";
}

#else

void casus_line_editor_set_completer(casus_completer completer, void *context) {
  (void)completer;
  (void)context;
}

void casus_completions_add(casus_completions *found, const char *word) {
  (void)found;
  (void)word;
}

void casus_completions_set_breaks(casus_completions *found, const char *characters) {
  (void)found;
  (void)characters;
}

void casus_completions_set_end(casus_completions *found, char character) {
  (void)found;
  (void)character;
}

void casus_completions_use_files(casus_completions *found) { (void)found; }

#endif
