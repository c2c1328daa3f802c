# What there is to do with this repository; `make help` lists it.
#
# Some things may be said on the command line: BUILD, the folder to build in; FLAGS, more options for `swift build`;
# PREFIX, below which to install, and DESTDIR, what to put before it; FUZZ_SECONDS, how long programs are made up;
# FUZZ_COUNT, how many calls of the library; BENCH_DATA, BENCH_FIGURES and PEERS, see the targets that begin with `bench`.

BUILD ?= .build
FLAGS ?=
PREFIX ?= /usr/local
DESTDIR ?=
FUZZ_SECONDS ?= 30
FUZZ_COUNT ?= 3000
BENCH_DATA ?=
BENCH_FIGURES ?=
PEERS ?= python3
DEMO = Examples/russia-dprk-2024/scenarios.casus

# GNU readline is linked where it is installed; the interactive session reads plain lines where it is not.
options = --scratch-path $(BUILD) $$(Tools/prepare.sh --options) $(FLAGS)
# A program that runs where no Swift is installed, without the names that only debuggers read; only Linux can do that.
static = $$(test "$$(uname)" != Linux || echo --static-swift-stdlib -Xlinker -s $(direct_metadata))
# Types are made by calls instead of from their names: half a millisecond less at every start.
direct_metadata = -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors

# What the table of workloads is measured with: a Python with the other engines, and perhaps a folder of figures.
workloads = --casus "$$(swift build -c release $(options) --show-bin-path)/casus" \
  --deciding "$$(swift build --package-path Benchmarks/Deciding -c release --show-bin-path)/DecidingBenchmark" \
  --exact "$$(swift build --package-path Benchmarks/Exact -c release --show-bin-path)/ExactBenchmark" \
  --peers "$(PEERS)" $(if $(BENCH_FIGURES),--figures "$(BENCH_FIGURES)")

# What is installed, by its path below the prefix.
installed = bin/casus share/man/man1/casus.1 share/bash-completion/completions/casus \
  share/zsh/site-functions/_casus share/fish/vendor_completions.d/casus.fish

.PHONY: help build release demo install uninstall test lint format conformance terminal installation embedded fuzz \
  sanitizers outside embedding embedding-server interface interface-check docs bench bench-quick \
  bench-deciding bench-exact bench-modes bench-growth bench-cold instructions instructions-write clean

help: ## Lists these targets.
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 24

build: ## Builds everything for debugging.
	@Tools/prepare.sh readline
	swift build $(options)

release: ## Builds the `casus` program, fast and in one file, its manual page and completions for shells.
	@Tools/prepare.sh readline
	swift build -c release $(static) --product casus $(options)
	Tools/stage.sh "$$(swift build -c release $(options) --show-bin-path)/casus" $(BUILD)/stage

# Whoever installs, root for instance, need not be able to build: what is there is not built again.
$(BUILD)/stage/bin/casus:
	$(MAKE) --no-print-directory release

install: $(BUILD)/stage/bin/casus ## Installs what `make release` has built below PREFIX, /usr/local.
	@for file in $(installed); do \
	  mode=644; case $$file in bin/*) mode=755;; esac; \
	  install -d "$(DESTDIR)$(PREFIX)/$$(dirname $$file)" || exit; \
	  install -m $$mode "$(BUILD)/stage/$$file" "$(DESTDIR)$(PREFIX)/$$file" || exit; \
	  echo "$(DESTDIR)$(PREFIX)/$$file"; \
	done

uninstall: ## Removes what `make install` has installed, with the same PREFIX.
	@for file in $(installed); do rm -f "$(DESTDIR)$(PREFIX)/$$file" || exit; done

demo: release ## Asks what the treaty of 2024 between Russia and North Korea obliges whom to do.
	"$$(swift build -c release $(options) --show-bin-path)/casus" run $(DEMO)

test: ## Checks everything: style, conformance, examples, the embedded core, made-up programs, and the tests.
	@Tools/prepare.sh readline node terminal valgrind
	$(MAKE) --no-print-directory lint
	swift build --build-tests $(options)
	$(MAKE) --no-print-directory conformance
	$(MAKE) --no-print-directory terminal
	$(MAKE) --no-print-directory installation
	$(MAKE) --no-print-directory embedded
	$(MAKE) --no-print-directory fuzz
	$(MAKE) --no-print-directory interface-check
	$(MAKE) --no-print-directory docs
	$(MAKE) --no-print-directory outside
	$(MAKE) --no-print-directory instructions
	swift test --disable-xctest $(options)

lint: ## Says where the source is not formatted as the house does.
	swift format lint --strict -r Sources Tests Package.swift Examples/Embedding

format: ## Formats the source.
	swift format -i -r Sources Tests Package.swift Examples/Embedding

conformance: ## Runs the conformance cases and the examples through the built program.
	swift build --product casus $(options)
	Tools/conformance.sh "$$(swift build $(options) --show-bin-path)/casus"

terminal: ## Drives the interactive session through a pseudo-terminal.
	@Tools/prepare.sh readline terminal
	swift build --product casus $(options)
	Tools/terminal-tests.sh "$$(swift build $(options) --show-bin-path)/casus"

installation: ## Installs the built program into a folder of its own, looks at what is there, and removes it.
	swift build --product casus $(options)
	Tools/installation-check.sh "$$(swift build $(options) --show-bin-path)/casus"

embedded: ## Compiles the core as Embedded Swift for WebAssembly and runs it.
	Tools/embedded-check.sh $(BUILD)/embedded

fuzz: ## Asks programs made up from the cases and the examples, for FUZZ_SECONDS.
	Tools/fuzz.sh $(FUZZ_SECONDS) $(BUILD)/fuzz

sanitizers: ## Shares one query between ten threads, and makes calls up, under the thread and the address sanitizer.
	swift test --sanitize thread --disable-xctest --filter '[.]ThreadTests' --scratch-path $(BUILD)/thread-sanitizer \
	  $$(Tools/prepare.sh --options)
	CASUS_FUZZ_COUNT=$(FUZZ_COUNT) swift test --sanitize address --disable-xctest --filter '^CasusTests[.]' --skip '(SmallStack|Nesting)Tests' \
	  --scratch-path $(BUILD)/address-sanitizer $$(Tools/prepare.sh --options)

outside: ## Follows docs/embedding.md in an empty folder, from nothing to an answer with its reasons.
	Tools/outside-package.sh $(BUILD)/outside

embedding: ## Builds and tests the programs in Examples/Embedding, but for the server.
	swift test --disable-xctest --package-path Examples/Embedding --scratch-path $(BUILD)/outside

embedding-server: ## Builds the server in Examples/Embedding and runs the session in its README.
	Examples/Embedding/check-server.sh $(abspath $(BUILD))/outside

interface: ## Lists what is public in the library in docs/interface.md.
	swift build --target Casus $(options)
	Tools/symbol-graph.sh "$$(swift build $(options) --show-bin-path)/Modules" $(BUILD)/symbol-graph
	Tools/interface.py $(BUILD)/symbol-graph docs/interface.md --write

interface-check: ## Says where the public interface is no longer what docs/interface.md lists.
	swift build --target Casus $(options)
	Tools/symbol-graph.sh "$$(swift build $(options) --show-bin-path)/Modules" $(BUILD)/symbol-graph
	Tools/interface.py $(BUILD)/symbol-graph docs/interface.md

docs: ## Makes the pages of the library with DocC, in BUILD/documentation/pages.
	swift build --target Casus $(options)
	Tools/documentation.sh "$$(swift build $(options) --show-bin-path)/Modules" $(BUILD)/documentation

bench: release ## Measures five workloads by Casus, by Swift written by hand, and by other engines that PEERS can run.
	swift build --package-path Benchmarks/Deciding -c release
	swift build --package-path Benchmarks/Exact -c release
	Benchmarks/Workloads/table.py $(workloads)

bench-quick: release ## The same with fewer cases, one round, and no other engines.
	swift build --package-path Benchmarks/Deciding -c release
	swift build --package-path Benchmarks/Exact -c release
	Benchmarks/Workloads/table.py --quick --rounds 1 --peers none $(workloads)

bench-deciding: ## Measures deciding one case and many, and explanations, with allocations; BENCH_DATA may name a folder of columns.
	swift run --package-path Benchmarks/Deciding -c release DecidingBenchmark $(BENCH_DATA)

bench-exact: ## Measures the phases of an exact analysis over 20, 40 and 80 open facts, with allocations.
	swift run --package-path Benchmarks/Exact -c release ExactBenchmark

bench-modes: ## Compares the answers of all modes to millions of cases, row by row; BENCH_DATA may name a folder of columns.
	swift run --package-path Benchmarks/Deciding -c release DecidingBenchmark modes $(BENCH_DATA)

bench-growth: release ## Measures how time and memory grow with the size of each workload.
	swift run --package-path Benchmarks/Exact -c release ExactBenchmark growth
	Benchmarks/Workloads/growth.py "$$(swift build -c release $(options) --show-bin-path)/casus"

bench-cold: release ## Measures how long a cold start takes, and how much memory.
	Benchmarks/cold-start.sh "$$(swift build -c release $(options) --show-bin-path)/casus" $(DEMO)

instructions: ## Counts the instructions of what has to stay fast, and compares them with the figures committed.
	@Tools/prepare.sh valgrind
	Benchmarks/instruction-counts.sh $(BUILD)/instructions

instructions-write: ## Counts the same and writes the figures.
	@Tools/prepare.sh valgrind
	Benchmarks/instruction-counts.sh $(BUILD)/instructions --write

clean: ## Removes what was built.
	rm -rf $(BUILD)
