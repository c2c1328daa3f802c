#!/usr/bin/env bash
# Drives the interactive session of a built program through a pseudo-terminal, as somebody who sits at it.
#
#   Tools/terminal-tests.sh PROGRAM [option of Python's unittest]…
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [[ -n $(Tools/prepare.sh --options) ]]; then
  echo "terminal: there is no GNU readline, so nothing to try" >&2
  exit 0
fi
for python in python3 /usr/bin/python3; do
  if "$python" -c 'import pexpect, pyte' 2>/dev/null; then
    CASUS=$1 PYTHONDONTWRITEBYTECODE=1 exec "$python" -m unittest discover -s Tests/Terminal "${@:2}"
  fi
done
echo "terminal: Python has no pexpect and pyte; the session was not tried at a terminal" >&2
