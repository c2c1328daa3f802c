// The only file that knows GNU readline. It owns readline's global variables and the signal that Ctrl-C sends, which
// Swift could not touch safely.

#include "CLineEditor.h"

#include <stddef.h>

#ifdef CASUS_READLINE

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>
#include <readline/history.h>
#include <readline/readline.h>

static volatile sig_atomic_t has_seen_interrupt;
static bool was_interrupted;

/// What the terminal sends for Ctrl-C.
enum { interrupt_key = 3 };

static void note_interrupt(int signal) {
  (void)signal;
  has_seen_interrupt = 1;
}

/// Reads a key, and hands a signal on as if its key had been pressed: readline itself would wait for another key first.
static int read_key(FILE *stream) {
  for (;;) {
    unsigned char key;
    ssize_t count = read(fileno(stream), &key, 1);
    if (count == 1) return key;
    if (count == 0 || errno != EINTR) return EOF;
    rl_check_signals();
    if (has_seen_interrupt) {
      has_seen_interrupt = 0;
      return interrupt_key;
    }
  }
}

static int give_up_line(int count, int key) {
  (void)count;
  (void)key;
  was_interrupted = true;
  rl_replace_line("", 0);
  rl_done = 1;
  return 0;
}

static void start(void) {
  static bool has_started;
  if (has_started) return;
  has_started = true;
  rl_readline_name = "casus";
  rl_catch_signals = 0;
  rl_getc_function = read_key;
  rl_variable_bind("enable-bracketed-paste", "on");
  rl_initialize();
  rl_bind_key(interrupt_key, give_up_line);
  // File names are no part of the language, so Tab offers none.
  rl_bind_key('\t', rl_insert);
}

bool casus_line_editor_is_available(void) { return true; }

char *casus_line_editor_read(const char *prompt) {
  start();
  was_interrupted = false;
  has_seen_interrupt = 0;
  // Without SA_RESTART, so that the signal ends the wait for a key. Outside this function Ctrl-C ends the program.
  struct sigaction noting = {.sa_handler = note_interrupt}, before;
  sigemptyset(&noting.sa_mask);
  sigaction(SIGINT, &noting, &before);
  char *line = readline(prompt);
  sigaction(SIGINT, &before, NULL);
  if (was_interrupted && line != NULL) {
    rl_free(line);
    line = NULL;
  }
  return line;
}

bool casus_line_editor_was_interrupted(void) { return was_interrupted; }

void casus_line_editor_remember(const char *line) { add_history(line); }

#else

bool casus_line_editor_is_available(void) { return false; }

char *casus_line_editor_read(const char *prompt) {
  (void)prompt;
  return NULL;
}

bool casus_line_editor_was_interrupted(void) { return false; }

void casus_line_editor_remember(const char *line) { (void)line; }

#endif
