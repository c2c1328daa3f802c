#!/usr/bin/env bash
# Compiles the core as Embedded Swift for bare WebAssembly, which has no runtime, no Foundation and no system: the one
# compiler that finds every `any`, untyped `throws` and import that must not be there. Links it with a small entry point
# (Tests/EmbeddedSmoke) and, where node is installed, runs that.
#
#   Tools/embedded-check.sh [folder for what it builds]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

build=${1:-.build/embedded}
triple=wasm32-unknown-none-wasm
# In the order of their layers: each imports only what stands before it.
modules=(CasusDiagnostics CasusSyntax CasusFormatting CasusSemantics CasusEngine CasusAnalysis)

# The parts of the toolchain stand beside the compiler that is in use, wherever that is.
resources=$(swiftc -print-target-info | sed -n 's/.*"runtimeResourcePath" *: *"\(.*\)".*/\1/p')
tools=$(cd "$resources/../../bin" && pwd)
unicode=$resources/embedded/$triple/libswiftUnicodeDataTables.a

for needed in "$tools/clang" "$tools/wasm-ld" "$unicode"; do
  if [[ ! -e $needed ]]; then
    echo "embedded: this toolchain lacks $needed; a full toolchain from swift.org has it" >&2
    exit 1
  fi
done

swift_flags=(
  -target "$triple" -enable-experimental-feature Embedded -wmo -Osize -parse-as-library
  -swift-version 6 -package-name casus -warnings-as-errors
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
  -enable-upcoming-feature MemberImportVisibility -I "$build" -I Sources/CLanes/include
)

mkdir -p "$build"
objects=()

# compile MODULE FOLDER: all Swift files below a folder, as one module.
compile() {
  local sources=()
  while IFS= read -r -d '' file; do sources+=("$file"); done < <(find "$2" -name '*.swift' -print0 | sort -z)
  echo "embedded: $1 (${#sources[@]} files)"
  swiftc "${swift_flags[@]}" -module-name "$1" \
    -emit-module -emit-module-path "$build/$1.swiftmodule" -c "${sources[@]}" -o "$build/$1.o"
  objects+=("$build/$1.o")
}

for module in "${modules[@]}"; do compile "$module" "Sources/$module"; done
compile EmbeddedSmoke Tests/EmbeddedSmoke

"$tools/clang" --target=wasm32-unknown-none -std=c17 -O2 -Wall -Wextra -Werror -ffreestanding -fno-builtin -nostdlib \
  -c Tests/EmbeddedSmoke/rt.c -o "$build/rt.o"
"$tools/wasm-ld" --no-entry --export=casus_allocate --export=casus_run --strip-all --gc-sections \
  -z stack-size=1048576 "${objects[@]}" "$build/rt.o" "$unicode" -o "$build/casus.wasm"
echo "embedded: linked $build/casus.wasm, $(($(wc -c <"$build/casus.wasm") / 1024)) KB"

if command -v node >/dev/null; then
  node Tests/EmbeddedSmoke/smoke.js "$build/casus.wasm"
else
  echo "embedded: no node here, so the smoke test is skipped"
fi
