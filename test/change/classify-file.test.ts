import assert from 'node:assert/strict';
import { classifyFile } from '../../src/change/classify-file.js';

const cases: readonly (readonly [string, ReturnType<typeof classifyFile>])[] = [
  ['src/home/PLANNING.md', 'planning'],
  ['planning.md', 'planning'],
  ['src/home/flags.yaml', 'flags'],
  ['feature-flags.json', 'flags'],
  ['home.flags.yml', 'flags'],
  ['features.yaml', 'flags'],
  ['src/flags.goff.yaml', 'flags'],
  ['demo.flagd.json', 'config'],
  ['config/flags.flagd.json', 'flags'],
  ['config/flags.production.yaml', 'flags'],
  ['config/feature_flags-stg.yml', 'flags'],
  ['src/country/flags.de.json', 'config'],
  ['src/flags.schema.json', 'config'],
  ['config/feature_flags/development/new_home.yml', 'flags'],
  ['ee/config/feature-flags/new_home.yaml', 'flags'],
  ['src/feature-flags/de.json', 'config'],
  ['src/feature-flags/a/b/c.yml', 'config'],
  ['src/analytics/events.ts', 'events'],
  ['src/analytics/dashboard.json', 'events'],
  ['src/i18n/en.json', 'copy'],
  ['locales/de/common.json', 'copy'],
  ['src/prompts/greeting.md', 'prompts'],
  ['src/components/Card.tsx', 'components'],
  ['src/home/Card.tsx', 'components'],
  ['README.md', 'docs'],
  ['docs/webhooks/events.mdx', 'docs'],
  ['docs/events/checkout.md', 'docs'],
  ['src/components/README.md', 'docs'],
  ['src/pages/about.mdx', 'components'],
  ['src/pages/readme.mdx', 'components'],
  ['locales/README.md', 'docs'],
  ['src/prompts/CHANGELOG.de.md', 'docs'],
  ['locales/de/notes.md', 'copy'],
  ['locales/readme.json', 'copy'],
  ['content/messages/events.md', 'copy'],
  ['src/home/settings.json', 'config'],
  ['src/home/math.ts', 'other'],
  ['Makefile', 'other'],
  ['', 'other'],
];

describe('kindOfFile', () => {
  for (const [path, kind] of cases)
    it(`takes ${path || 'nothing'} for ${kind}`, () => assert.equal(classifyFile(path), kind));
});
