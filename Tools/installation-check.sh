#!/usr/bin/env bash
# Installs a built program into a folder of its own, looks at what lies there, and removes it again.
#
#   Tools/installation-check.sh PROGRAM
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() {
  echo "installation: $1" >&2
  exit 1
}

in_folder() {
  make --no-print-directory "$1" BUILD="$folder/build" DESTDIR="$folder/place" PREFIX=/opt/casus
}

Tools/stage.sh "$program" "$folder/build/stage"
in_folder install >/dev/null
root=$folder/place/opt/casus
share=$root/share

[[ $("$root/bin/casus" --version) == "casus "* ]] || fail "the program does not run"
for command in $("$program" help | awk '/^SUBCOMMANDS:/ { list = 1; next } /^$/ { list = 0 } list && /^  [a-z]/ { print $1 }'); do
  grep -q "^\.SS casus $command\$" "$share/man/man1/casus.1" || fail "the manual page leaves out $command"
done
# The first and the last of each list.
for name in 0 130 CASUS_HISTORY 'NO_COLOR, CLICOLOR_FORCE' '~/.config/casus/rc' '\-\-as\-of <date>' '\-\-quiet'; do
  grep -qxF "\\fB$name\\fR" "$share/man/man1/casus.1" || fail "the manual page has nothing on $name"
done

# Each shell that is here reads its script.
bash -n "$share/bash-completion/completions/casus" || fail "bash cannot read its completions"
if command -v zsh >/dev/null; then zsh -n "$share/zsh/site-functions/_casus" || fail "zsh cannot read its completions"; fi
if command -v fish >/dev/null; then
  fish --no-execute "$share/fish/vendor_completions.d/casus.fish" || fail "fish cannot read its completions"
fi
if command -v mandoc >/dev/null; then
  # A page that is made anew has no date.
  problems=$(mandoc -T lint -W warning "$share/man/man1/casus.1" | grep -v 'missing date' || true)
  [[ -z $problems ]] || fail "the manual page is no good: $problems"
fi

in_folder uninstall
[[ -z $(find "$folder/place" -type f) ]] || fail "uninstalling leaves files behind"
echo "installation: as it should be"
