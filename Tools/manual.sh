#!/usr/bin/env bash
# Prints the manual page of a built program, in the form that `man` reads: its commands and options from its own help, the
# rest from tables of the documentation, so that nothing is said in two places.
#
#   Tools/manual.sh PROGRAM >casus.1
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

casus=$1

# The help of a command, each paragraph and each option on one line.
help_of() {
  COLUMNS=10000 "$casus" help "$@"
}

# What roff would take for something else: backslashes, minus signs, and points that begin a line.
escaped() {
  sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^[.']/\\\\\&&/"
}

# The options that are told once for all commands.
shared_options() {
  help_of run | sed -n '/^OPTIONS:/,$p' | grep '^  -' | grep -v '^  --format '
}

# Turns lines `  NAME   TEXT`, and text below a name that is too long to have it beside, into a list.
listed() {
  escaped | awk '
    /^ {20}/ { sub(/^ +/, ""); print; next }
    /^  / {
      sub(/^ +/, "")
      at = match($0, /  +/)
      name = at ? substr($0, 1, at - 1) : $0
      printf ".TP\n\\fB%s\\fR\n", name
      if (at) print substr($0, at + RLENGTH)
    }'
}

section_of_command() {
  local text
  text=$(help_of "$1" | grep -vxF -f <(shared_options) || true)
  echo ".SS casus $(escaped <<<"$1")"
  awk '/^USAGE:/ { exit } /^$/ { gap = 1; next } { if (gap) print ""; gap = 0; print }' <<<"$text" |
    sed 's/^OVERVIEW: //' | escaped | sed 's/^$/.PP/'
  sed -n '/^USAGE:/,/^$/p' <<<"$text" | sed -e 's/^USAGE: //' -e 's/^ *//' -e '/^$/d' | escaped |
    sed -e 's/^/.PP\n\\fI/' -e 's/$/\\fR/'
  sed -n -e '/^ARGUMENTS:/,/^$/p' -e '/^OPTIONS:/,/^$/p' <<<"$text" | grep '^ ' | listed
}

# Turns the table below a heading of a page into a list.
table() {
  sed -n "/^## $2\$/,/^## /p" "docs/$1.md" | grep '^| ' | tail -n +2 | tr -d '`' | escaped |
    sed -E 's/^\| (.*) \| (.*) \|$/.TP\n\\fB\1\\fR\n\2/'
}

commands=$(help_of | sed -n '/^SUBCOMMANDS:/,/^$/p' | awk '/^  / { print $1 }')

cat <<END
.TH CASUS 1 "" "$("$casus" --version)" "User Commands"
.SH NAME
casus \- answers what treaties and laws oblige whom to do
.SH SYNOPSIS
.B casus
.I command
.RI [ options ]
.IR file \ ...
.br
.B casus \-\-version
.RB [ \-\-format
.IR format ]
.SH DESCRIPTION
$(help_of | sed -n 's/^OVERVIEW: //p' | escaped)
.PP
Answers go to standard output, messages to standard error.
.SH COMMANDS
$(for command in $commands; do section_of_command "$command"; done)
.SH OPTIONS OF MOST COMMANDS
$(shared_options | listed)
.SH EXIT STATUS
$(table command-line "Exit codes")
.SH ENVIRONMENT
$(table session Environment)
.SH FILES
$(table session Files)
END
