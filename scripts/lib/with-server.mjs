// Runs a command while dist/ is served: node with-server.mjs COMMAND ARGUMENT…
// The command finds the page's address in BASE_URL, and its exit status is passed on. The page lies under a sub-path,
// as it does on a project's static host, so that an address that is not relative fails here too.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { serve } from './server.mjs';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const [command, ...args] = process.argv.slice(2);
const server = await serve(dist, 0, '/some/path/');
const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, BASE_URL: server.url } });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
const status = await new Promise((resolve) => {
  child.on('exit', (code) => resolve(code ?? 1));
  child.on('error', (error) => {
    console.error(`error: ${command}: ${error.message}`);
    resolve(127);
  });
});
await server.close();
process.exit(status);
