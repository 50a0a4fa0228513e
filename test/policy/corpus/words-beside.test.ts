import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { demandsOn, readSection } from '../../support/read-policy.js';

const folder = path.join(process.cwd(), 'test/policy/corpus/beside');

/** Words beside a glob, and whether they demand something or close it. */
function readAll(file: string): readonly (readonly [item: string, isAsked: boolean])[] {
  const byGlob = parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, readonly string[]>;
  return Object.entries(byGlob).flatMap(([glob, tails]) =>
    tails.map((tail) => {
      const item = `\`${glob}\` ${tail}`;
      const demands = demandsOn(readSection(`PMs can touch:\n\n- ${item}\n`), pathIn(glob));
      return [item, demands === undefined || demands.length > 0] as const;
    }),
  );
}

function pathIn(glob: string): string {
  return glob
    .replaceAll('**/', 'a/')
    .replaceAll('**', 'a/b.json')
    .replaceAll('*', 'x')
    .replace(/\{([^,}]*)[^}]*\}/gu, '$1')
    .replace(/\/$/u, '/b.json');
}

// Written and labelled by somebody who knew nothing of how they are read, the second part of the demands to find what is dropped.
describe('words beside a path', () => {
  it('demand something where their author meant it, but for two that the path says itself', () => {
    const all = readAll('demands.yaml');
    const dropped = all.flatMap(([item, isAsked]) => (isAsked ? [] : [item]));
    assert.ok(all.length >= 440, String(all.length));
    assert.ok(dropped.length <= 2, dropped.join('\n'));
  });

  // What a second author found; of many of these nobody can say whether they demand or describe.
  it('demand something where they name a part or a manner, as far as that can be told', () => {
    const all = readAll('parts.yaml');
    const dropped = all.flatMap(([item, isAsked]) => (isAsked ? [] : [item]));
    assert.ok(all.length >= 157, String(all.length));
    assert.ok(dropped.length <= 39, dropped.join('\n'));
  });

  it('demand nothing where they only describe, as far as that can be told', () => {
    const all = readAll('descriptions.yaml');
    const free = all.filter(([, isAsked]) => !isAsked).length;
    assert.ok(free >= 116, `${free} of ${all.length}`);
  });
});
