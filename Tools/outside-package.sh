#!/usr/bin/env bash
# Follows docs/embedding.md, and nothing else, from an empty folder to an answer with its reasons: what the page says is
# run, what it shows is compared with what is printed, and nothing of readline may be linked.
#
#   Tools/outside-package.sh [FOLDER]     builds in FOLDER and keeps it
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

page=$PWD/docs/embedding.md
repository=$PWD
scratch=()
if [[ -n ${1:-} ]]; then
  mkdir -p "$1"
  scratch=(--scratch-path "$(cd "$1" && pwd)")
fi
outside=$(mktemp -d)
trap 'rm -rf "$outside"' EXIT

# The first block of the page with the words behind its fence: `swift Package.swift`, or none.
block() {
  awk -v words="$1" '
    /^```/ { if (inside) exit; if (substr($0, 4) == words) { inside = 1; next } }
    inside { print }' "$page"
}

ln -s "$repository" "$outside/casus"
cd "$outside"
eval "$(block '')" >/dev/null
cd "$outside/hello"
for file in Package.swift Sources/hello/hello.swift; do
  block "swift $file" >"$file"
  [[ -s $file ]] || { echo "outside-package: the page has no block for $file" >&2; exit 1; }
done
swift run "${scratch[@]}" hello >printed 2>log || { cat log >&2; exit 1; }
block 'text hello' | diff - printed || { echo "outside-package: the page shows something else" >&2; exit 1; }

program=$(swift build "${scratch[@]}" --show-bin-path)/hello
libraries=$(if [[ $(uname) == Darwin ]]; then otool -L "$program"; else ldd "$program"; fi)
if grep -Ei 'readline|history|edit|tinfo|curses' <<<"$libraries" >&2; then
  echo "outside-package: the program is linked with a line editor" >&2
  exit 1
fi
echo "outside-package: $(grep -c . printed) lines as docs/embedding.md shows them, and no line editor is linked"
