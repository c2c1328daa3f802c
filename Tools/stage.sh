#!/usr/bin/env bash
# Puts all that is installed into a folder, as it is to lie below the prefix: a built program, its manual page and what
# shells need to complete its command lines.
#
#   Tools/stage.sh PROGRAM FOLDER
set -euo pipefail

program=$1
stage=$2

rm -rf "$stage"
mkdir -p "$stage"/bin "$stage"/share/{man/man1,bash-completion/completions,zsh/site-functions,fish/vendor_completions.d}
cp "$program" "$stage/bin/casus"
"$(dirname "${BASH_SOURCE[0]}")/manual.sh" "$(realpath "$program")" >"$stage/share/man/man1/casus.1"
"$program" --generate-completion-script bash >"$stage/share/bash-completion/completions/casus"
"$program" --generate-completion-script zsh >"$stage/share/zsh/site-functions/_casus"
"$program" --generate-completion-script fish >"$stage/share/fish/vendor_completions.d/casus.fish"
