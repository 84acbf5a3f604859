// What scripts/test makes of the output of its steps: a failure, a skipped test and a step without a test all end it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const tally = fileURLToPath(new URL('../../scripts/lib/tally.sh', import.meta.url));

/** Runs steps as scripts/test does, and checks the exit status, the last line and what is said on standard error. */
function check(steps, expected) {
  const script = `set -euo pipefail; source '${tally}'; trap finish EXIT; ${steps}; complete=yes`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  assert.deepEqual({ status, last: stdout.trimEnd().split('\n').at(-1), stderr: stderr.trim() }, expected, steps);
}

test('adds up the tests of cargo, wasm-bindgen and Node', () => {
  const cargo = `printf 'test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\\n%.0s' 1 2`;
  const wasm = `echo 'test result: ok. 2 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.02s'`;
  const node = `printf '\\033[34mℹ tests 4\\033[39m\\nℹ pass 4\\nℹ fail 0\\nℹ cancelled 0\\nℹ skipped 0\\nℹ todo 0\\n'`;
  check(`counted A ${cargo}; counted B ${wasm}; counted C ${node}; checked D true`, {
    status: 0,
    last: '12 passed, 0 failed',
    stderr: '',
  });
});

test('stops at a failed test', () => {
  check(`fails() { echo 'test result: FAILED. 3 passed; 2 failed; 0 ignored;'; return 101; }; counted A fails; checked B false`, {
    status: 1,
    last: '3 passed, 2 failed',
    stderr: 'error: A: 2 tests failed',
  });
  check(`fails() { printf 'ℹ pass 5\\nℹ fail 1\\n'; return 1; }; counted A fails`, {
    status: 1,
    last: '5 passed, 1 failed',
    stderr: 'error: A: 1 tests failed',
  });
});

test('stops at a command that fails without a count', () => {
  check(`checked A bash -c 'exit 3'`, { status: 1, last: '0 passed, 1 failed', stderr: 'error: A: exit status 3' });
  check(`fails() { false; echo 'test result: ok. 1 passed; 0 failed; 0 ignored;'; }; counted A fails`, {
    status: 1,
    last: '0 passed, 1 failed',
    stderr: 'error: A: exit status 1',
  });
});

test('stops where no test ran, or one was skipped', () => {
  check(`counted A echo 'test result: ok. 0 passed; 0 failed; 0 ignored;'`, {
    status: 1,
    last: '0 passed, 1 failed',
    stderr: 'error: A: no test was run',
  });
  check('counted A true', { status: 1, last: '0 passed, 1 failed', stderr: 'error: A: no test was run' });
  check(`counted A echo 'test result: ok. 7 passed; 0 failed; 1 ignored;'`, {
    status: 1,
    last: '7 passed, 1 failed',
    stderr: 'error: A: 1 tests were skipped',
  });
  check(`counted A printf 'ℹ pass 2\\nℹ skipped 1\\n'`, {
    status: 1,
    last: '2 passed, 1 failed',
    stderr: 'error: A: 1 tests were skipped',
  });
});

test('counts a failure outside the steps', () => {
  check('false', { status: 1, last: '0 passed, 1 failed', stderr: '' });
  check('exit 0', { status: 1, last: '0 passed, 1 failed', stderr: '' });
  check('kill -TERM $$', { status: null, last: '0 passed, 1 failed', stderr: '' });
});
