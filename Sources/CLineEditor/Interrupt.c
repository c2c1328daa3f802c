// Notes that Ctrl-C was pressed. Nothing else can safely be done while a signal is handled.

#include "CLineEditor.h"

#include <signal.h>

static volatile sig_atomic_t is_pending;

static void note_interrupt(int signal) {
  (void)signal;
  is_pending = 1;
}

void casus_interrupt_watch(void) {
  // Without SA_RESTART, so that the signal also ends the wait for a key.
  struct sigaction noting = {.sa_handler = note_interrupt};
  sigemptyset(&noting.sa_mask);
  sigaction(SIGINT, &noting, NULL);
}

bool casus_interrupt_is_pending(void) { return is_pending != 0; }

void casus_interrupt_clear(void) { is_pending = 0; }
