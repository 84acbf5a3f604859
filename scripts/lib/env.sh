# shellcheck shell=bash
# What every script shares: the folders, the pinned versions, the PATH and how to speak. Sourced, never run.
# Nothing is installed here; scripts/setup does that, and leaves its work under $TOOLS, outside the clone,
# so that a second clone finds it. ARTICLE_ANALYSER_TOOLS puts that folder elsewhere.

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
TOOLS=${ARTICLE_ANALYSER_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/article-analyser}
WASM_TARGET=wasm32-unknown-unknown

# The release of a package in Cargo.lock.
locked_version() {
  awk -v name="\"$1\"" '$1 == "name" { found = $3 == name } found && $1 == "version" { gsub(/"/, "", $3); print $3; exit }' "$ROOT/Cargo.lock"
}

# wasm-bindgen refuses a module made for another release of itself, so its tool follows the lockfile.
WASM_BINDGEN_VERSION=$(locked_version wasm-bindgen)
WASM_PACK_VERSION=0.15.1
GECKODRIVER_VERSION=0.37.1

say() { printf '%s\n' "$*"; }
die() { printf '\nerror: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# Where a folder's npm packages are kept: one copy for each state of its lockfile.
npm_home() { printf '%s/npm-%s\n' "$TOOLS" "$(cksum <"$ROOT/$1/package-lock.json" | tr ' ' -)"; }

# Where the tools of one crate are kept.
crate_home() { printf '%s/%s-%s\n' "$TOOLS" "$1" "$2"; }

# The toolchain that scripts/setup makes of Debian's compiler; another release of that compiler needs another.
debian_rust_home() { printf '%s/rust-%s\n' "$TOOLS" "$(/usr/bin/rustc --version 2>/dev/null | cut -d' ' -f2)"; }

# rust_is_recent RUSTC: whether that compiler is the oldest that Cargo.toml allows, or younger.
rust_is_recent() {
  local found wanted
  found=$("$1" --version 2>/dev/null | cut -d' ' -f2 | cut -d- -f1) && [ -n "$found" ] || return 1
  wanted=$(oldest_rust)
  [ "$(printf '%s\n' "$wanted" "$found" | sort -V | head -n 1)" = "$wanted" ]
}

oldest_rust() { sed -n 's/^rust-version = "\(.*\)"/\1/p' "$ROOT/Cargo.toml"; }

# Whether the compiler in the PATH is recent enough and has a standard library for WebAssembly.
rust_fits() {
  local libraries
  rust_is_recent rustc || return 1
  libraries=$(rustc --print target-libdir --target "$WASM_TARGET" 2>/dev/null) || return 1
  compgen -G "$libraries/libtest-*.rlib" >/dev/null
}

# Puts Debian's compiler first where that is the one with the library.
choose_rust() {
  rust_fits && return
  local home
  home=$(debian_rust_home)
  if [ -x "$home/bin/rustc" ]; then PATH="$home/bin:$PATH"; fi
}

PATH=$(npm_home scripts/npm)/node_modules/.bin:$PATH:${CARGO_HOME:-$HOME/.cargo}/bin
PATH=$(crate_home wasm-bindgen-cli "$WASM_BINDGEN_VERSION")/bin:$PATH
PATH=$(crate_home wasm-pack "$WASM_PACK_VERSION")/bin:$(crate_home geckodriver "$GECKODRIVER_VERSION")/bin:$PATH
export PATH
choose_rust
