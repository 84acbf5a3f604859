// The page in a browser, as a reader has it: texts go in, what is to be seen comes out.
// Knows the page's elements by their ids and roles only, and nothing of its modules.

import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { By, Key, logging } from 'selenium-webdriver';
import { serve } from '../../scripts/lib/server.mjs';
import { openBrowser } from './driver.mjs';

const WWW = fileURLToPath(new URL('../../www', import.meta.url));
const BASE = '/some/path/';
/** Milliseconds that anything on the page may take, on a machine with much other work to do. */
const PATIENCE = 60_000;

/** Serves the page with some files put in place of its own, or missing where the content is null: `{ url, close }`. */
export async function serveChanged(files) {
  const folder = await mkdtemp(path.join(tmpdir(), 'page-'));
  await cp(WWW, folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    if (content === null) await rm(path.join(folder, name));
    else await writeFile(path.join(folder, name), content);
  }
  const { url, close } = await serve(folder, 0, BASE);
  return { url, close: () => Promise.all([close(), rm(folder, { recursive: true })]) };
}

/** A browser, and the page in it at BASE_URL or from www/. Whoever opens it calls `close()`. */
export async function openPage() {
  const server = process.env.BASE_URL ? { url: process.env.BASE_URL, close: () => {} } : await serve(WWW, 0, BASE);
  const browser = await openBrowser().catch(async (error) => {
    await server.close();
    throw error;
  });
  await browser.manage().window().setRect({ width: 1280, height: 900 });
  return new Page(browser, server);
}

export class Page {
  #server;
  /** Milliseconds to wait for anything. */
  patience = PATIENCE;

  constructor(browser, server) {
    this.browser = browser;
    this.url = server.url;
    this.#server = server;
  }

  async close() {
    await this.browser.quit();
    await this.#server.close();
  }

  /** Loads the page with nothing kept from before. */
  async load(url = this.url) {
    await this.browser.get(url);
    await this.run(() => sessionStorage.clear());
    await this.reload(url);
  }

  /** Loads the page as it is when the reader comes back to the tab. */
  async reload(url = this.url) {
    await this.browser.get(url);
    await this.run(() => {
      window.violations = [];
      document.addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.violatedDirective}: ${event.blockedURI}`));
    });
    await this.until(() => document.querySelectorAll('.example').length > 0);
  }

  /** Runs a function in the page. */
  run(what, ...args) {
    return this.browser.executeScript(what, ...args);
  }

  /** Waits until a function is truthy in the page, and returns what it gives. */
  until(what, ...args) {
    return this.browser.wait(() => this.run(what, ...args), this.patience, `waited in vain for ${what}`);
  }

  /** Pastes a text over the whole page, as from the clipboard, and waits for what comes of it. */
  async paste(text) {
    return this.pasteMade(JSON.stringify(text));
  }

  /** The same for a text that an expression makes in the page. */
  async pasteMade(expression) {
    await this.hand(expression);
    return this.settled();
  }

  /** Pastes such a text and does not wait. Firefox makes a paste from `data` and leaves out a `clipboardData`. */
  hand(expression) {
    return this.run(`
      const data = ${expression};
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', data);
      const paste = { bubbles: true, cancelable: true };
      const made = new ClipboardEvent('paste', { ...paste, dataType: 'text/plain', data });
      document.body.dispatchEvent(made.clipboardData ? made : new ClipboardEvent('paste', { ...paste, clipboardData }));`);
  }

  /** Waits for the running analysis to end, and for the first piece of the text: `{ status, alert }`. */
  settled() {
    return this.until(() => !document.querySelector('[aria-busy]') && {
      status: document.getElementById('status').textContent, alert: document.getElementById('alert').textContent,
    });
  }

  async openExample(index) {
    await this.click('.example', index);
    return this.until(() => document.querySelector('.drawn') && !document.querySelector('[aria-busy]'));
  }

  async find(css, index = 0) {
    const found = await this.browser.findElements(By.css(css));
    if (!found[index]) throw new Error(`there are ${found.length} of ${css}, and no number ${index}`);
    return found[index];
  }

  async click(css, index = 0) {
    await (await this.find(css, index)).click();
  }

  /** What is in an element. */
  text(css) {
    return this.run((selector) => document.querySelector(selector)?.textContent ?? null, css);
  }

  /** Whether an element can be seen. */
  async shown(css) {
    return (await this.find(css)).isDisplayed();
  }

  /** Presses keys one after the other, wherever the focus is. */
  async press(...keys) {
    await this.browser.actions().sendKeys(...keys).perform();
  }

  /** Presses a key while Control is held. */
  async control(key) {
    await this.browser.actions().keyDown(Key.CONTROL).sendKeys(key).keyUp(Key.CONTROL).perform();
  }

  /** The marks in the text that can be seen: `{ id, kind, text }`, parts of one finding put together. */
  marks() {
    return this.run(() => {
      const marks = new Map();
      for (const { dataset, textContent, classList } of document.querySelectorAll('#article mark')) {
        const mark = marks.get(dataset.id) ?? { id: dataset.id, kind: dataset.kind, text: '', faint: classList.contains('weak') };
        mark.text += textContent;
        marks.set(dataset.id, mark);
      }
      return [...marks.values()].filter((mark) => !mark.faint);
    });
  }

  /** Whether the browser is Chromium, which hands out its console and can be told the size of its window exactly. */
  async isChromium() {
    return (await this.browser.getCapabilities()).getBrowserName() !== 'firefox';
  }

  /** What the page did wrong since it was loaded: breaches of its own policy, and errors in the console. */
  async problems() {
    const violations = await this.run(() => window.violations);
    if (!(await this.isChromium())) return violations;
    const entries = await this.browser.manage().logs().get(logging.Type.BROWSER);
    return [...violations, ...entries.map((entry) => entry.message)];
  }
}
