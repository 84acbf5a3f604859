# shellcheck shell=bash
# One step of the set-up: look, and only where something is missing take the lock, install it, and look again.
# Sourced by scripts/setup after env.sh.

LOG=$TOOLS/setup.log

# step NAME CHECK COMMAND…: prints `have: NAME` where CHECK holds; else runs COMMAND, after which CHECK must hold.
step() {
  local name=$1 check=$2 status=0
  shift 2
  if $check; then
    say "have: $name"
    return
  fi
  take_lock
  if $check; then
    say "have: $name (another run has just made it)"
    return
  fi
  say "install: $name"
  # A condition would switch `set -e` off inside the command, so its status is taken this way.
  set +e
  (set -e; "$@") >"$LOG" 2>&1
  status=$?
  set -e
  if [ "$status" -ne 0 ]; then
    tail -n 20 "$LOG" >&2
    die "$name could not be installed (the whole output is in $LOG)"
  fi
  choose_rust
  $check || die "$name was installed, but is still not found (the whole output is in $LOG)"
}

# Two runs at once would build the same tools over each other: the second waits.
take_lock() {
  [ -z "${locked-}" ] || return 0
  locked=yes
  mkdir -p "$TOOLS"
  if have flock; then
    exec 9>"$TOOLS/lock"
    flock -n 9 || { say "waiting for another scripts/setup"; flock 9; }
  fi
}

# as_root COMMAND…: for what only root may do.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif have sudo; then
    sudo "$@"
  else
    die "this needs root: run as root, or install sudo, or ask someone to run: $*"
  fi
}

# packages NAME…: installs Debian packages, and removes none to make room for them.
packages() {
  have apt-get || die "this is no Debian or Ubuntu, so please install the equivalent of: $*"
  local install=(as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends --no-remove)
  # The lists of a new machine are empty and those of an old one out of date; the first try tells.
  "${install[@]}" "$@" || { as_root apt-get update && "${install[@]}" "$@"; }
}

# crate NAME VERSION: builds the tools of one crate, for a short build rather than for the fastest tool.
crate() {
  local name=$1 version=$2
  cd "$TOOLS"
  # The three tools have many dependencies in common.
  export CARGO_TARGET_DIR=$TOOLS/build
  export CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
  export CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_PROFILE_RELEASE_STRIP=true
  unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_TARGET CARGO_BUILD_RUSTFLAGS
  # A lockfile may name a release that has been withdrawn since; then the newest that fit must do.
  cargo install --locked --root "$(crate_home "$name" "$version")" --version "$version" "$name" ||
    cargo install --root "$(crate_home "$name" "$version")" --version "$version" "$name"
}

# What only the builds of the tools needed.
sweep() { [ -z "${locked-}" ] || rm -rf "$TOOLS/build"; }

# npm_packages FOLDER: what the folder's lockfile lists.
npm_packages() {
  local home new
  home=$(npm_home "$1")
  new=$home.new
  rm -rf "$new"
  mkdir -p "$new"
  cp "$ROOT/$1/package.json" "$ROOT/$1/package-lock.json" "$new"
  (cd "$new" && npm ci --no-audit --no-fund --ignore-scripts)
  rm -rf "$home"
  mv "$new" "$home"
}
