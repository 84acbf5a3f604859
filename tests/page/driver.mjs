// A real browser for the tests and the benchmark of the page: a name in, a WebDriver session out.
// It uses the drivers that lie in the PATH and asks no server for others.

import { readFile } from 'node:fs/promises';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { Builder, Capabilities } from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';
import firefox from 'selenium-webdriver/firefox.js';

/** The file that a command of the shell would run; throws where there is none. */
function inPath(program) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  throw new Error(`${program} is not installed: run scripts/setup`);
}

/**
 * Starts a headless browser, `chromium` or `firefox` (by default the one that BROWSER names), with the options of
 * webdriver.json, which the tests of the WebAssembly module use too. Whoever opens it calls `quit()`.
 */
export async function openBrowser(name = process.env.BROWSER ?? 'chromium') {
  const options = JSON.parse(await readFile(new URL('../../webdriver.json', import.meta.url), 'utf8'));
  const builder = new Builder();
  if (name === 'chromium') {
    return builder
      .withCapabilities(Capabilities.chrome().set('goog:chromeOptions', options['goog:chromeOptions']))
      .setChromeService(new chrome.ServiceBuilder(inPath('chromedriver')))
      .build();
  }
  if (name === 'firefox') {
    return builder
      .withCapabilities(Capabilities.firefox().set('moz:firefoxOptions', options['moz:firefoxOptions']))
      .setFirefoxService(new firefox.ServiceBuilder(inPath('geckodriver')))
      .build();
  }
  throw new Error(`BROWSER is chromium or firefox, not ${name}`);
}
