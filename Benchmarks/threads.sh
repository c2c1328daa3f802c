#!/usr/bin/env bash
# How many answers two threads find that share one query, against one thread: Examples/Embedding/Sources/Throughput.
#
#   Benchmarks/threads.sh [TREATY.casus]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

treaty=${1:-Examples/russia-dprk-2024/treaty.casus}
swift build -c release --package-path Examples/Embedding --product throughput >&2
"$(swift build -c release --package-path Examples/Embedding --show-bin-path)/throughput" "$treaty"
