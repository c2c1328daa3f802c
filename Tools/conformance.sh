#!/usr/bin/env bash
# Runs the conformance cases, the examples and the commands in their READMEs through a built program, as a user would.
#
#   Tools/conformance.sh PROGRAM [FOLDER OF CASES]
#
# good/*.casus   every `expect` holds
# wrong/*.casus  some `expect` does not
# bad/*.casus    an error on each line that ends in `//! error`, and on no other; `//! error PATH:LINE` speaks of a line
#                of a data file, its path relative to the program
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

casus=$1
cases=${2:-Tests/Conformance}
output=$(mktemp)
trap 'rm -f "$output"' EXIT
passed=0
failed=0

report_failure() {
  failed=$((failed + 1))
  echo "conformance: $1" >&2
  sed 's/^/    /' "$output" >&2
}

# exits STATUS ARGUMENT…: the program ends with just this exit code.
exits() {
  local expected=$1 actual=0
  shift
  "$casus" "$@" >"$output" 2>&1 || actual=$?
  if [[ $actual == "$expected" ]]; then
    passed=$((passed + 1))
  else
    report_failure "casus $*: exit code $actual instead of $expected"
  fi
}

# runs_its_commands README: each line of it that begins with `casus` ends well. What would write to a file does not; what
# names a variable (data of the reader's own) is left out.
runs_its_commands() {
  local line status
  while IFS= read -r line; do
    status=0
    (casus() { "$casus" "$@"; }; eval "${line% > *}") </dev/null >"$output" 2>&1 || status=$?
    if [[ $status == 0 ]]; then
      passed=$((passed + 1))
    else
      report_failure "$1: $line: exit code $status"
    fi
  done < <(grep '^casus ' "$1" | grep -v '\$' || true)
}

# The places that the comments of a program say have an error.
expected_errors() {
  awk -v file="$1" -v folder="$(dirname "$1")" '
    /\/\/! error *$/ { print file ":" NR }
    match($0, /\/\/! error +[^ ]+:[0-9]+ *$/) {
      place = substr($0, RSTART); sub(/^\/\/! error +/, "", place); sub(/ *$/, "", place)
      place = folder "/" place
      while (place ~ /[^\/]+\/\.\.\//) sub(/[^\/]+\/\.\.\//, "", place)
      print place
    }' "$1" | sort
}

# The places of the errors that the program reports: each diagnostic is one line of its JSON.
actual_errors() {
  local range='{"start": {"line": \([0-9]*\), "character": [0-9]*}, "end": {"line": [0-9]*, "character": [0-9]*}}'
  sed -n 's/^  {"file": "\([^"]*\)", "range": '"$range"', "severity": 1,.*/\1 \2/p' "$1" |
    awk '{ line = $NF + 1; sub(/ [0-9]*$/, ""); print $0 ":" line }' | sort
}

# has_marked_errors FILE: `check` reports just the errors that the comments announce.
has_marked_errors() {
  local status=0 difference
  "$casus" check --diagnostics json "$1" >"$output" 2>&1 || status=$?
  difference=$(diff <(expected_errors "$1") <(actual_errors "$output") || true)
  if [[ $status == 1 && -z $difference ]]; then
    passed=$((passed + 1))
  else
    { echo "exit code $status; < expected, > reported:"; echo "$difference"; } >"$output"
    report_failure "$1"
  fi
}

if [[ -d $cases ]]; then
  while IFS= read -r -d '' file; do exits 0 test "$file"; done < <(find "$cases" -path '*/good/*.casus' -print0 | sort -z)
  while IFS= read -r -d '' file; do exits 1 test "$file"; done < <(find "$cases" -path '*/wrong/*.casus' -print0 | sort -z)
  while IFS= read -r -d '' file; do has_marked_errors "$file"; done < <(find "$cases" -path '*/bad/*.casus' -print0 | sort -z)
fi
if [[ -d Examples ]]; then
  while IFS= read -r -d '' file; do exits 0 test "$file"; done < <(find Examples -name '*.casus' -print0 | sort -z)
  while IFS= read -r -d '' file; do runs_its_commands "$file"; done < <(find Examples -name README.md -print0 | sort -z)
fi

echo "conformance: $passed passed, $failed failed"
[[ $failed == 0 ]]
