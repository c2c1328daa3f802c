#!/usr/bin/env bash
# Starts the server on a free port, runs the very lines of the session in README.md, and compares what comes back.
#
#   Examples/Embedding/check-server.sh [FOLDER]     builds in FOLDER
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

options=(--traits Server --scratch-path "${1:-.build}")
if ! swift package "${options[@]}" resolve >/dev/null 2>&1; then
  echo "check-server: SKIPPED, since Hummingbird cannot be fetched here" >&2
  exit 0
fi
swift build "${options[@]}" --product answer-server >&2
program=$(swift build "${options[@]}" --show-bin-path)/answer-server

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"$program" ../russia-dprk-2024/treaty.casus "$port" >&2 &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
for _ in $(seq 100); do
  if curl -s "localhost:$port/" >/dev/null; then break; fi
  sleep 0.1
done

# What the session shows: lines that begin with `$` are run, the others are what they print.
session() { awk '/^```console/ { inside = 1; next } /^```/ { inside = 0 } inside' README.md; }
seen=$(session | sed -n 's/^\$ //p' | while IFS= read -r line; do
  printf '$ %s\n' "$line"
  eval "${line//8080/$port}"
done)
if [[ ${UPDATE_SNAPSHOTS:-} == 1 ]]; then
  printf '%s\n' "$seen"
  exit 0
fi
diff <(session) <(printf '%s\n' "$seen") || { echo "check-server: README.md shows something else" >&2; exit 1; }
echo "check-server: $(session | grep -c '^\$') requests answered as README.md shows them"
