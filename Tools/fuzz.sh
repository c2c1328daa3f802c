#!/usr/bin/env bash
# Feeds programs that libFuzzer makes up to the library (Tests/Fuzz): whatever the bytes, nothing may crash or hang.
#
#   Tools/fuzz.sh SECONDS [folder for what it builds]
#
# It begins with the conformance cases and the examples, each with its questions behind it. What it finds stands in the
# folder `found` of that folder; give such a file to the program that was built to see it again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Not every toolchain brings libFuzzer along.
resources=$(swiftc -print-target-info | sed -n 's/.*"runtimeResourcePath" *: *"\(.*\)".*/\1/p')
if [ -z "$(find -L "$resources/clang" -name '*clang_rt.fuzzer*' 2>/dev/null)" ]; then
  echo "fuzz: this toolchain has no libFuzzer, so nothing is tried"
  exit 0
fi

seconds=$1
build=${2:-.build/fuzz}
mkdir -p "$build/seeds" "$build/found"
build=$(cd "$build" && pwd)

swift build --package-path Tests/Fuzz --scratch-path "$build" -Xswiftc -sanitize=fuzzer
program=$(swift build --package-path Tests/Fuzz --scratch-path "$build" --show-bin-path)/Fuzz

number=0
while IFS= read -r -d '' file; do
  number=$((number + 1))
  {
    cat "$file"
    printf '\n---\n'
    sed -n 's/^ *expect \(.*\) is .*/\1/p; s/^ *ask \(.*\)/\1/p' "$file" | sed -n 1,6p # not `head`: it closes the pipe
  } >"$build/seeds/$number"
done < <(find Tests/Conformance Examples -name '*.casus' -print0 | sort -z)

# The words of the language, so that what is made up looks like a program.
grep -o '"[a-z_]*"' Grammar/Casus.ebnf | sort -u >"$build/words"

mkdir -p "$build/corpus"
if ! "$program" "$build/corpus" "$build/seeds" -dict="$build/words" -artifact_prefix="$build/found/" -max_len=4096 \
  -timeout=20 -rss_limit_mb=2048 -max_total_time="$seconds" -print_final_stats=1 -verbosity=0 >"$build/log" 2>&1; then
  tail -40 "$build/log"
  exit 1
fi
tried=$(sed -n 's/^stat::number_of_executed_units: *//p' "$build/log")
echo "fuzz: $tried inputs in $seconds seconds, from $number programs on: nothing crashed"
