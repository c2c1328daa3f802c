// Reads lines with GNU readline, whose global variables Swift could not touch safely.

#include "CLineEditor.h"

#include "Completion.h"

#ifdef CASUS_READLINE

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/select.h>
#include <unistd.h>
#include <readline/history.h>
#include <readline/readline.h>

static bool was_interrupted;

/// What the terminal sends for Ctrl-C and Ctrl-G.
enum { interrupt_key = 3, abort_key = 7 };

/// The signals that are heard while a key is waited for, and at no other time: none can come between looking for it and
/// waiting.
static void hold_back_signals(sigset_t *before) {
  static const int heard[] = {SIGINT, SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGALRM};
  sigset_t held;
  sigemptyset(&held);
  for (size_t index = 0; index < sizeof heard / sizeof *heard; index++) sigaddset(&held, heard[index]);
  sigprocmask(SIG_BLOCK, &held, before);
}

/// Waits until there is something to read, or a signal; false where a signal came.
static bool wait_for_key(int descriptor) {
  sigset_t before;
  hold_back_signals(&before);
  fd_set readable;
  FD_ZERO(&readable);
  FD_SET(descriptor, &readable);
  int count = pselect(descriptor + 1, &readable, NULL, NULL, NULL, &before);
  bool is_ready = count >= 0 || errno != EINTR;
  sigprocmask(SIG_SETMASK, &before, NULL);
  return is_ready;
}

/// Reads a key, and hands Ctrl-C on as if it were one: readline itself would wait for another key first.
static int read_key(FILE *stream) {
  int descriptor = fileno(stream);
  for (;;) {
    if (wait_for_key(descriptor)) {
      unsigned char key;
      ssize_t count = read(descriptor, &key, 1);
      if (count == 1) return key;
      if (count == 0 || errno != EINTR) return EOF;
    }
    rl_check_signals();
    if (casus_interrupt_is_pending()) {
      casus_interrupt_clear();
      // Where readline asks a question of its own, it knows another key for giving up.
      return RL_ISSTATE(RL_STATE_MOREINPUT) ? abort_key : interrupt_key;
    }
  }
}

static int give_up_line(int count, int key) {
  (void)count;
  (void)key;
  was_interrupted = true;
  rl_point = rl_end;
  rl_redisplay();
  rl_crlf();
  rl_replace_line("", 0);
  rl_done = 1;
  return 0;
}

static int insert_line_break(int count, int key) {
  (void)count;
  (void)key;
  rl_insert_text("\n");
  return 0;
}

/// Ctrl-C gives the line up, in each way of editing and whatever .inputrc says.
static void bind_interrupt_key(void) {
  Keymap maps[] = {emacs_standard_keymap, vi_insertion_keymap, vi_movement_keymap};
  for (size_t index = 0; index < sizeof maps / sizeof *maps; index++) {
    rl_bind_key_in_map(interrupt_key, give_up_line, maps[index]);
  }
}

static void start(void) {
  static bool has_started;
  if (has_started) return;
  has_started = true;
  // What `$if` in .inputrc asks for.
  rl_readline_name = "Casus";
  rl_getc_function = read_key;
  rl_variable_bind("enable-bracketed-paste", "on");
  casus_completion_start();
  // Before .inputrc is read, which may have the key do something else.
  rl_bind_keyseq_in_map("\\e\\C-m", insert_line_break, emacs_standard_keymap);
  rl_initialize();
  bind_interrupt_key();
}

bool casus_line_editor_is_available(void) { return true; }

char *casus_line_editor_read(const char *prompt) {
  start();
  was_interrupted = false;
  char *line = readline(prompt);
  if (was_interrupted && line != NULL) {
    rl_free(line);
    line = NULL;
  }
  return line;
}

bool casus_line_editor_was_interrupted(void) { return was_interrupted; }

void casus_line_editor_remember(const char *entry) { add_history(entry); }

void casus_line_editor_limit_memory(int count) { stifle_history(count); }

#else

bool casus_line_editor_is_available(void) { return false; }

char *casus_line_editor_read(const char *prompt) {
  (void)prompt;
  return NULL;
}

bool casus_line_editor_was_interrupted(void) { return false; }

void casus_line_editor_remember(const char *entry) { (void)entry; }

void casus_line_editor_limit_memory(int count) { (void)count; }

#endif
