# Quivive: `make demo` shows it at work, `make test` passes the tests. Both install what is missing.

BUILD  ?= .build
PREFIX ?= /usr/local
OUT    ?= build/demo
# The released program carries Swift's own libraries, so an installed copy needs no toolchain.
RELEASE = -c release --product quivive --static-swift-stdlib --scratch-path $(BUILD)

.PHONY: help setup demo test build lint install uninstall docs completions clean

help:
	@echo "make demo               build, screen the bundled examples, write a dossier"
	@echo "make test               run all tests"
	@echo "make build              build the program in release"
	@echo "make install PREFIX=DIR install the program, its knowledge and completions"
	@echo "make lint               check the format"
	@echo "make docs               write Documentation/Generated anew"
	@echo "make clean              remove what was built"

setup:
	@scripts/setup

demo: setup
	@BUILD="$(BUILD)" OUT="$(OUT)" scripts/demo

test: setup
	@echo "Building and running the tests: about four minutes on two cores the first time."
	swift test --scratch-path $(BUILD)

build: setup
	swift build $(RELEASE)

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

install: build
	scripts/install-copy "$$(swift build $(RELEASE) --show-bin-path)/quivive" "$(DESTDIR)$(PREFIX)"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/quivive"
	rm -rf "$(DESTDIR)$(PREFIX)/share/quivive"
	rm -f "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/quivive"
	rm -f "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_quivive"
	rm -f "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/quivive.fish"

docs: setup
	swift build --scratch-path $(BUILD) --product quivive
	"$$(swift build --scratch-path $(BUILD) --show-bin-path)/quivive" docs --output Documentation/Generated

clean:
	rm -rf "$(BUILD)" "$(OUT)"
