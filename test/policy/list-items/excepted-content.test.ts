import assert from 'node:assert/strict';
import { demandsOn, readSection } from '../../support/read-policy.js';

const of = (item: string, path: string): string[] | undefined =>
  demandsOn(readSection(`PMs can touch:\n\n- ${item}\n\nPMs cannot touch:\n\n- \`src/**\`\n`), path);

describe('what an item says of the content of its files', () => {
  for (const [item, path, demands] of [
    [
      '`config/layers.json` (names and descriptions; not `url`)',
      'config/layers.json',
      ['names and descriptions only', 'not `url`'],
    ],
    ['`config/layers.json`, never `id` or `app.title`', 'config/layers.json', ['never `id` or `app.title`']],
    ['`config/*.yaml` (not `kind`)', 'config/a.yaml', ['not `kind`']],
    ['`config/layers.json` except `url`', 'config/layers.json', ['not `url`']],
    [
      '`config/layers.json`, texts only, except for `url` and `id`',
      'config/layers.json',
      ['texts only, not `url` and `id`'],
    ],
    ['`config/*.json` except `url` and `config/keys.json`', 'config/layers.json', ['not `url` and `config/keys.json`']],
    ['`config/*.json` except `url` and `config/keys.json`', 'config/keys.json', undefined],
    ['`config/*.{json,yaml}` without `kind`', 'config/a.yaml', ['without `kind`']],
  ] as const)
    it(`is a condition: ${item}`, () => assert.deepEqual(of(item, path), demands));

  for (const item of [
    '`config/*.json` (not `keys.json`)',
    '`config/*.{yaml,json}` (not `keys.json`)',
    '`config/**` (not `keys`)',
    '`config/*.json` (not `config/keys.json`)',
  ])
    it(`is an exception where it may be a path: ${item}`, () => assert.deepEqual(of(item, 'config/layers.json'), []));
});
