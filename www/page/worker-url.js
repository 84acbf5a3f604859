// Starts the worker. Under Trusted Types a script's address must come from a policy; this one knows a single address.

const ADDRESS = new URL('../worker.js', import.meta.url).href;

const policy = globalThis.trustedTypes?.createPolicy('worker', {
  createScriptURL(address) {
    if (address !== ADDRESS) throw new TypeError(`not the worker's address: ${address}`);
    return address;
  },
});

export function startWorker() {
  return new Worker(policy ? policy.createScriptURL(ADDRESS) : ADDRESS, { type: 'module', name: 'analyser' });
}
