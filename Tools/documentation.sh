#!/usr/bin/env bash
# Makes the pages of the library from its comments and Sources/Casus/Casus.docc; a warning is an error.
#
#   Tools/documentation.sh MODULES FOLDER
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

Tools/symbol-graph.sh "$1" "$2/graphs"
docc=$(command -v docc || xcrun --find docc)
"$docc" convert Sources/Casus/Casus.docc --additional-symbol-graph-dir "$2/graphs" --output-path "$2/pages" \
  --fallback-display-name Casus --fallback-bundle-identifier casus --warnings-as-errors
echo "documentation: $2/pages; \`docc preview\`, or any web server that serves the folder, shows it"
