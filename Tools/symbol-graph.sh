#!/usr/bin/env bash
# Has the compiler tell what is public in the library, as symbol graphs, from the modules that a build has left.
#
#   Tools/symbol-graph.sh MODULES FOLDER
set -euo pipefail

rm -rf "$2"
mkdir -p "$2"
target=$(swiftc -print-target-info | sed -n 's/^ *"triple": "\(.*\)",$/\1/p' | head -1)
system=()
if [[ $(uname) == Darwin ]]; then system=(-sdk "$(xcrun --show-sdk-path)"); fi
swift symbolgraph-extract -module-name Casus -I "$1" -target "$target" "${system[@]}" \
  -minimum-access-level public -skip-synthesized-members -output-dir "$2"
