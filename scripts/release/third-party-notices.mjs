import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { idOf } from './bundled-packages.mjs';

/** What may be in the bundles. A licence that asks for more than its text and its authors' names wants a person's decision first. */
const allowed = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** Texts that packages leave out, or that belong to what others carry, as their repositories have them. */
const ownTexts = join(dirname(fileURLToPath(import.meta.url)), 'licenses');

const rule = '='.repeat(80);

/**
 * The licences of all packages in the bundles, each text once, and `sources`, the notices of what the sources themselves are made
 * after. Throws where a package has no text, or a licence that nobody has looked at yet.
 */
export function thirdPartyNotices(packages, sources) {
  const holders = new Map();
  const add = (text, holder) => holders.set(text, [...(holders.get(text) ?? []), holder]);
  for (const each of packages) {
    if (!allowed.includes(each.license)) {
      throw new Error(
        `${idOf(each)} has the licence ${each.license}: is it to be bundled? scripts/release/ says what may.`,
      );
    }
    add(textOf(each.name, each.folder), `${idOf(each)} (${each.license})`);
    for (const name of each.carried) add(textOf(name), `${name}, a part of ${idOf(each)}`);
  }
  return [
    'PM Zone holds code of the packages below, under their licences.\n',
    ...[...holders].map(([text, names]) => `${rule}\n${[...new Set(names)].join('\n')}\n${rule}\n\n${text}\n`),
    `${rule}\n\n${sources.trim()}\n`,
  ].join('\n');
}

function textOf(name, folder) {
  const own = join(ownTexts, `${name.replace('/', '+')}.txt`);
  const places = folder === undefined ? [] : textsIn(folder);
  if (existsSync(own)) places.push(own);
  if (places.length === 0) throw new Error(`There is no licence of ${name}: put its repository's at ${own}.`);
  return places.map((place) => readFileSync(place, 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n');
}

function textsIn(folder) {
  return readdirSync(folder)
    .filter((name) => /^(?:licen[cs]e|copying|notice)\b/i.test(name))
    .sort()
    .map((name) => join(folder, name));
}
