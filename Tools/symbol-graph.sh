#!/usr/bin/env bash
# Has the compiler tell what is public in the library, as symbol graphs, from the modules that a build has left.
#
#   Tools/symbol-graph.sh MODULES FOLDER
set -euo pipefail

rm -rf "$2"
mkdir -p "$2"
target=$(swiftc -print-target-info | sed -n 's/^ *"triple": "\(.*\)",$/\1/p' | sed -n 1p)
system=()
if [[ $(uname) == Darwin ]]; then system=(-sdk "$(xcrun --show-sdk-path)"); fi
# What the modules import has to be found, though nothing of it is public.
lanes=$(dirname "${BASH_SOURCE[0]}")/../Sources/CLanes/include
swift symbolgraph-extract -module-name Casus -I "$1" -I "$lanes" -target "$target" "${system[@]}" \
  -minimum-access-level public -skip-synthesized-members -output-dir "$2"
