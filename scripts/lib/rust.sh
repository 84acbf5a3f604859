# shellcheck shell=bash
# A Rust compiler with a standard library for WebAssembly: from rustup where its server answers, else from Debian's
# own compiler, which builds that library from its source package. Sourced by scripts/setup after steps.sh.

# The packages of Debian's newest compiler, kept up to date for the browsers that are built with it.
DEBIAN_RUST=(rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web ca-certificates)

# The first way that works.
install_rust() {
  if have rustup && from_rustup; then return; fi
  if from_debian; then return; fi
  die "no way to a Rust compiler of at least $(oldest_rust) with the target $WASM_TARGET.
  With a network: install rustup (https://rustup.rs), then run scripts/setup again.
  Behind a firewall: use Debian 12 or later, whose packages ${DEBIAN_RUST[*]} this script builds it from."
}

# A server out of reach must not hold things up for long, so rustup asks once and is stopped after five minutes.
from_rustup() {
  export RUSTUP_MAX_RETRIES=0
  if ! rustup show active-toolchain >/dev/null 2>&1; then
    limited rustup default stable || return 1
  fi
  limited rustup target add "$WASM_TARGET" || return 1
  rust_fits || { limited rustup update stable && limited rustup target add "$WASM_TARGET" && rust_fits; }
}

# Five minutes for a command, where there is a way to stop it.
limited() { if have timeout; then timeout 300 "$@"; else "$@"; fi; }

# A toolchain of its own under $TOOLS: Debian's compiler told to look for libraries there, and Debian's linker under
# the name that the compiler looks for. Nothing is written among Debian's own files.
from_debian() {
  local home new llvm
  have apt-get || return 1
  # Old lists may still offer a compiler that is too old.
  as_root apt-get update
  packages "${DEBIAN_RUST[@]}" || return 1
  rust_is_recent /usr/bin/rustc || return 1
  llvm=$(/usr/bin/rustc --version --verbose | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
  packages "lld-$llvm" || return 1
  home=$(debian_rust_home)
  new=$home.new
  rm -rf "$new"
  mkdir -p "$new/bin" "$new/lib/rustlib"
  build_std "$new/lib/rustlib/$WASM_TARGET/lib" || return 1
  ln -s /usr/lib/rustlib/*-linux-gnu* "$new/lib/rustlib/"
  ln -s /usr/bin/cargo /usr/bin/cargo-fmt /usr/bin/rustdoc /usr/bin/rustfmt "$new/bin/"
  ln -s "/usr/bin/lld-$llvm" "$new/bin/rust-lld"
  # cargo-clippy runs the clippy-driver of the folder that it lies in itself, so here a link would not do.
  cp /usr/bin/cargo-clippy "$new/bin/"
  printf '#!/bin/sh\nexec /usr/bin/rustc --sysroot "%s" "$@"\n' "$home" >"$new/bin/rustc"
  printf '#!/bin/sh\nSYSROOT="%s" exec /usr/bin/clippy-driver "$@"\n' "$home" >"$new/bin/clippy-driver"
  chmod +x "$new/bin/rustc" "$new/bin/clippy-driver"
  rm -rf "$home"
  mv "$new" "$home"
}

# build_std FOLDER: the standard library, with the test harness that wasm-pack needs and the bitcode that link-time
# optimisation needs. RUSTC_BOOTSTRAP opens the unstable flag: a compiler may always build its own library.
build_std() {
  local work
  work=$(mktemp -d)
  mkdir "$work/src"
  printf '[package]\nname = "nothing"\nversion = "0.0.0"\nedition = "2021"\n' >"$work/Cargo.toml"
  : >"$work/src/lib.rs"
  (
    cd "$work"
    unset CARGO_TARGET_DIR CARGO_BUILD_TARGET CARGO_ENCODED_RUSTFLAGS
    RUSTFLAGS=-Cembed-bitcode=yes RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc /usr/bin/cargo build \
      --release --target "$WASM_TARGET" -Zbuild-std=std,panic_abort,test
  ) || return 1
  rm "$work/target/$WASM_TARGET"/release/deps/libnothing-*.rlib
  mkdir -p "$1"
  mv "$work/target/$WASM_TARGET"/release/deps/*.rlib "$1"
  rm -rf "$work"
}

# The formatter and the linter that scripts/test runs.
has_lints() { cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1; }

install_lints() {
  have rustup || die "this compiler came without cargo fmt and cargo clippy: install the packages that hold them"
  rustup component add rustfmt clippy
}
