// scripts/setup: which way it takes on which machine, and that it leaves alone what is there.
// Other machines are played by folders of small programs that write down how they were called.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const setup = fileURLToPath(new URL('../../scripts/setup', import.meta.url));

/** The ordinary tools that every machine has. */
const ORDINARY = (
  'awk bash basename cat chmod cksum cp cut dirname env flock grep head id ln mkdir mktemp mv rm sed sh sort tail timeout tr uname'
).split(' ');

/** What a machine with rustup answers; `add` is what `rustup target add` does. */
const rustup = (add) => ({
  rustc: `case "$*" in --version) echo 'rustc 1.99.0 (0 2030-01-01)' ;; *target-libdir*) echo "$WORLD/lib" ;; esac`,
  rustup: `case "$*" in 'target add '*) ${add} ;; esac`,
  cc: 'true',
});
const ADDS = 'mkdir -p "$WORLD/lib" && : >"$WORLD/lib/libtest-0.rlib"';

/**
 * Runs `scripts/setup build` on a machine that has the ordinary tools and `programs` (name to shell commands).
 * Returns what it printed, and the calls of those programs but rustc, one a line.
 */
function onMachine(programs) {
  const world = mkdtempSync(path.join(tmpdir(), 'machine-'));
  const bin = path.join(world, 'bin');
  mkdirSync(bin);
  for (const name of ORDINARY) {
    const real = ['/bin', '/usr/bin'].map((folder) => path.join(folder, name)).find(existsSync);
    if (real && !(name in programs)) symlinkSync(real, path.join(bin, name));
  }
  const calls = path.join(world, 'calls');
  writeFileSync(calls, '');
  for (const [name, commands] of Object.entries(programs)) {
    const record = name === 'rustc' ? '' : `echo "${name} $*" >>"$WORLD/calls"\n`;
    writeFileSync(path.join(bin, name), `#!/bin/sh\n${record}${commands}\n`);
    chmodSync(path.join(bin, name), 0o755);
  }
  const env = { PATH: bin, HOME: world, WORLD: world, ARTICLE_ANALYSER_TOOLS: path.join(world, 'tools') };
  const { status, stdout, stderr } = spawnSync('/bin/bash', [setup, 'build'], { env, encoding: 'utf8' });
  const called = readFileSync(calls, 'utf8');
  rmSync(world, { recursive: true });
  return { status, stdout, stderr, called };
}

test('a second run finds everything there', () => {
  const { status, stdout, stderr } = spawnSync(setup, { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^(have: .*\n)+$/);
});

test('an unknown goal is an error', () => {
  const { status, stderr } = spawnSync(setup, ['tset'], { encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /unknown goal 'tset'; usage: scripts\/setup/);
});

test('rustup is asked first, and where it answers nobody else is', () => {
  const { stdout, called } = onMachine({ ...rustup(ADDS), 'apt-get': 'exit 1', id: 'echo 0' });
  assert.match(stdout, /^have: a C compiler\ninstall: Rust with wasm32-unknown-unknown\ninstall: Node/);
  const rust = called.split('\n').filter((line) => !line.startsWith('id'));
  assert.deepEqual(rust.slice(0, 2), ['rustup show active-toolchain', 'rustup target add wasm32-unknown-unknown']);
  assert.doesNotMatch(called, /rustc-web/);
});

test('where rustup cannot reach its server, it is Debian’s compiler', () => {
  const { status, called, stderr } = onMachine({ ...rustup('exit 1'), 'apt-get': 'exit 1', id: 'echo 0' });
  assert.match(called, /rustup target add[^\n]*\n(.*\n)*apt-get update\n(.*\n)*apt-get install [^\n]*--no-remove rustc-web cargo-web rust-web-src/);
  assert.equal(status, 1);
  assert.match(stderr, /no way to a Rust compiler of at least [\d.]+ with the target wasm32-unknown-unknown/);
  assert.match(stderr, /install rustup \(https:\/\/rustup\.rs\)/);
});

test('a machine with neither is told what to do', () => {
  const { status, stderr } = onMachine({ cc: 'true' });
  assert.equal(status, 1);
  assert.match(stderr, /no way to a Rust compiler/);
});

test('a machine without apt is told what is missing', () => {
  const { status, stderr } = onMachine({});
  assert.equal(status, 1);
  assert.match(stderr, /this is no Debian or Ubuntu, so please install the equivalent of: gcc libc6-dev/);
});

test('apt wants root, or sudo', () => {
  const user = onMachine({ 'apt-get': 'true', id: 'echo 1000' });
  assert.equal(user.status, 1);
  assert.match(user.stderr, /this needs root: .* apt-get install .*gcc libc6-dev/);
  assert.doesNotMatch(user.called, /apt-get/);
  const sudoer = onMachine({ 'apt-get': 'true', id: 'echo 1000', sudo: 'exec "$@"' });
  assert.match(sudoer.called, /sudo env DEBIAN_FRONTEND=noninteractive apt-get install .* gcc libc6-dev/);
});
