# What can be asked of this folder; `make` alone lists it. Whatever is longer than a line lies in .make/.
SHELL := bash
PREFIX ?= /usr/local
PRACTICE ?=
SWIFT_FILES := Package.swift Sources Tests Plugins

.PHONY: help run test test-fast fuzz build lint format record bench proof install clean
.NOTPARALLEL:

help: ## says this
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 18

run: ## builds attune and starts a guided chain analysis; PRACTICE=folder keeps it there
	@.make/needs build
	@.make/build
	@PRACTICE='$(PRACTICE)' .make/run

test: ## runs every test, then the judges that others wrote
	@.make/needs test
	.make/swift build --build-tests
	swift test --skip-build
	@.make/judge

test-fast: ## runs every test of ours
	@.make/needs build
	.make/swift build --build-tests
	swift test --skip-build

fuzz: ## feeds the readers and the line what nobody would type, for some minutes; SECONDS_EACH=600 for longer
	@.make/needs build
	@SECONDS_EACH='$(SECONDS_EACH)' BURSTS='$(BURSTS)' .make/fuzz

build: ## leaves .build/release/attune
	@.make/needs build
	@.make/build

lint: ## says where the style of the sources differs
	swift format lint --strict --recursive --parallel $(SWIFT_FILES)

format: ## lays the sources out
	swift format format --in-place --recursive --parallel $(SWIFT_FILES)

record: ## writes the pages of the manual and the snapshots anew, to be looked at
	@.make/record

bench: ## measures the released program side by side with sqlite3, bc, a bare libedit loop and the disk
	@.make/bench

proof: ## tries all that is promised: ten thousand sessions cut off, every call of the disk failing, 350 endings
	@.make/needs build
	@.make/proof

install: ## copies the program and its completions under PREFIX (/usr/local)
	@test -x .build/release/attune || $(MAKE) build
	@.make/install '$(DESTDIR)$(PREFIX)'

clean: ## takes away what was built; what was downloaded stays
	swift package clean
	rm -rf .build/judges
