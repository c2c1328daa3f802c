#!/usr/bin/env bash
# Looks for what the build needs of the system, and installs through apt-get what is missing where that is possible.
# Nothing of it is indispensable, so what cannot be had is said and no failure.
#
#   Tools/prepare.sh [make] [readline] [node] [terminal]
#   Tools/prepare.sh --options     prints the options of `swift build` that do without what is missing
set -euo pipefail

has() {
  case $1 in
    readline)
      local folder
      for folder in /usr/include /usr/local/include /opt/homebrew/include; do
        if [[ -e $folder/readline/readline.h ]]; then return 0; fi
      done
      return 1
      ;;
    terminal) python3 -c 'import pexpect, pyte' 2>/dev/null || /usr/bin/python3 -c 'import pexpect, pyte' 2>/dev/null ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

package_of() {
  case $1 in
    readline) echo libreadline-dev ;;
    node) echo nodejs ;;
    terminal) echo python3-pexpect python3-pyte ;;
    *) echo "$1" ;;
  esac
}

# Runs a command as root, asking for a password only where somebody can type one.
as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  elif ! command -v sudo >/dev/null; then
    return 1
  elif [[ -t 0 ]]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

install_packages() {
  command -v apt-get >/dev/null || return 1
  as_root apt-get update -qq >&2 || return 1
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

if [[ ${1:-} == --options ]]; then
  has readline || echo --disable-default-traits
  exit 0
fi

missing=()
for need in "$@"; do
  # shellcheck disable=SC2207
  has "$need" || missing+=($(package_of "$need"))
done
if [[ ${#missing[@]} -gt 0 ]]; then
  echo "prepare: installing ${missing[*]}" >&2
  install_packages "${missing[@]}" || echo "prepare: could not install ${missing[*]}; going on without" >&2
fi
