// The page without a mouse, without sight, on a narrow screen, in both themes.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, beforeEach, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { openPage } from './page.mjs';

let page;
before(async () => { page = await openPage(); });
after(() => page?.close());
beforeEach(() => page.load());

const focused = () => page.run(() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName);

/** Presses Tab until the focus is where `css` says; a reader would not press it more often than `most` times. */
async function tabTo(css, most = 25) {
  for (let i = 0; i < most; i += 1) {
    await page.press(Key.TAB);
    if (await page.run((selector) => document.activeElement.matches(selector), css)) return;
  }
  assert.fail(`${css} was not reached with ${most} tabs; the focus is on ${await focused()}`);
}

test('the whole way by keyboard: example, findings, reasons, lists, back', async () => {
  await tabTo('.skip');
  await tabTo('#box');
  await tabTo('#opener');
  await tabTo('.example');
  await page.press(Key.ENTER);
  await page.until(() => document.querySelector('.drawn'));

  await tabTo('#article');
  await page.press('j');
  await page.until(() => document.activeElement.matches('#article mark.chosen'));
  const first = await page.run(() => document.activeElement.dataset.id);
  await page.press(Key.ARROW_RIGHT);
  await page.until((id) => document.activeElement.dataset.id !== id, first);
  await page.press('k');
  await page.until((id) => document.activeElement.dataset.id === id, first);

  await page.press(Key.ENTER);
  await page.until(() => document.activeElement.id === 'why-heading');
  await page.press(Key.ESCAPE);
  await page.until((id) => document.getElementById('why').hidden && document.activeElement.dataset.id === id, first);

  await tabTo('[role=tab]');
  await page.press(Key.HOME);
  await page.press(Key.ARROW_RIGHT);
  await page.until(() => document.activeElement.id === 'tab-names' && document.querySelector('.names .row'));
  await tabTo('.names .row');
  await page.press(Key.ARROW_DOWN);
  await page.until(() => document.activeElement === document.querySelectorAll('.row')[1]);
  await page.press(Key.ENTER);
  await page.until(() => document.querySelector('#article .chosen') && !document.getElementById('why').hidden);
});

test('what has the focus can be seen', async () => {
  await page.openExample(0);
  for (const css of ['#edit', '#language-choice', '.switch', '#article', '[role=tab]', '.row']) {
    await page.run(() => document.querySelector('.skip').focus());
    await tabTo(css, 40);
    const outline = await page.run(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
      return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
    });
    assert.ok(outline >= 1, `${css} has no visible focus`);
  }
});

/** Every control has a name, every id is there once, every reference to one leads somewhere, headings do not skip. */
async function checkStructure() {
  const nameless = [];
  for (const control of await page.browser.findElements({ css: 'button, select, textarea, input, [role=tab], [role=group], [role=tabpanel], aside' })) {
    if (await control.isDisplayed() && !(await control.getAccessibleName())) nameless.push(await control.getAttribute('outerHTML'));
  }
  assert.deepEqual(nameless, []);
  const faults = await page.run(() => {
    const found = [];
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    for (const id of new Set(ids)) if (ids.filter((other) => other === id).length > 1) found.push(`two elements #${id}`);
    for (const attribute of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for']) {
      for (const element of document.querySelectorAll(`[${attribute}]`)) {
        if (element.checkVisibility() && !document.getElementById(element.getAttribute(attribute))) found.push(`${attribute} of ${element.tagName} leads nowhere`);
      }
    }
    let level = 0;
    for (const heading of [...document.querySelectorAll('h1, h2, h3')].filter((element) => element.checkVisibility())) {
      const next = Number(heading.tagName[1]);
      if (next > level + 1) found.push(`${heading.tagName} after H${level}`);
      level = next;
    }
    if (!document.documentElement.lang) found.push('no language');
    if (document.querySelectorAll('main').length !== 1) found.push('no single main');
    return found;
  });
  assert.deepEqual(faults, []);
}

test('controls, ids and headings are sound on the empty page', () => checkStructure());
test('controls, ids and headings are sound with a report and reasons', async () => {
  await page.openExample(1);
  await page.click('#article mark.kind-figure');
  await page.until(() => !document.getElementById('why').hidden);
  await checkStructure();
});

test('kinds differ by underline and by label, not by colour alone', async () => {
  await page.openExample(0);
  const styles = await page.run(() => [...document.querySelectorAll('.switch .sample')].map((sample) => {
    const { textDecorationLine: line, textDecorationStyle: style, textDecorationThickness: thickness, textUnderlineOffset: offset, backgroundColor, backgroundImage, backgroundSize } = getComputedStyle(sample);
    return { words: sample.textContent, look: line === 'none' ? `${backgroundColor} ${backgroundImage} ${backgroundSize}` : `${style} ${thickness} ${offset}` };
  }));
  assert.ok(styles.length >= 6);
  assert.equal(new Set(styles.map(({ look }) => look)).size, styles.length);
  assert.equal(new Set(styles.map(({ words }) => words)).size, styles.length);
});

/** Relative luminance and contrast after WCAG 2.2. */
function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** In a theme, every colour of letters stands out from every ground on which it is used by 4.5 to 1. */
function checkContrast(colours) {
  const letters = ['ink', 'soft', 'accent', 'claim', 'quote', 'person', 'organisation', 'place', 'contact', 'figure', 'time', 'note'];
  const grounds = ['paper', 'raised', 'claim-tint', 'claim-strong', 'chosen', 'echo', 'evidence'];
  for (const letter of letters) {
    for (const ground of grounds) {
      const ratio = contrast(colours[letter], colours[ground]);
      assert.ok(ratio >= 4.5, `${letter} on ${ground}: ${ratio.toFixed(2)}`);
    }
  }
}

test('letters stand out from their grounds in the light and in the dark theme', async () => {
  const css = await readFile(new URL('../../www/style/base.css', import.meta.url), 'utf8');
  const [light, dark] = [...css.matchAll(/:root \{([^}]*)\}/g)]
    .map(([, rules]) => Object.fromEntries([...rules.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value])));
  checkContrast(light);
  checkContrast(dark);
});

/** At a width, nothing sticks out to the side. Only Chromium can be made as narrow as a phone. */
async function checkWidth(width) {
  if (await page.isChromium()) {
    await page.browser.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', { width, height: 800, deviceScaleFactor: 1, mobile: false });
  } else {
    await page.browser.manage().window().setRect({ width: Math.max(width, 500), height: 800 });
  }
  const fits = () => page.run(() => document.documentElement.scrollWidth <= innerWidth);
  assert.ok(await fits(), `the empty page is wider than ${width}`);
  await page.openExample(1);
  assert.ok(await fits(), `the text is wider than ${width}`);
  await page.click('#tab-claims');
  await page.until(() => document.querySelector('.row')?.checkVisibility());
  await page.click('.row');
  await page.until(() => document.querySelector('#article .chosen')?.checkVisibility() && !document.getElementById('why').hidden);
  assert.ok(await fits(), `the reasons are wider than ${width}`);
  if (await page.isChromium()) await page.browser.sendDevToolsCommand('Emulation.clearDeviceMetricsOverride');
  else await page.browser.manage().window().setRect({ width: 1280, height: 900 });
}

test('fits a phone of 360 pixels', () => checkWidth(360));
test('fits a tablet of 768 pixels', () => checkWidth(768));
test('fits a desktop of 1440 pixels', () => checkWidth(1440));
