import assert from 'node:assert/strict';
import { findOffers } from '../../../src/setup/surfaces/find-offers.js';

const offers = (
  paths: readonly string[],
  inCode: Parameters<typeof findOffers>[1] = [],
  shut = '',
): readonly string[] =>
  findOffers(paths, inCode, (path) => path !== shut).map(
    ({ kind, glob, paths: own }) => `${kind} ${glob} ${own.length}`,
  );

describe('findOffers', () => {
  it('finds files of events, components, docs, and texts in programs', () => {
    const paths = [
      ...[
        'src/analytics/events.ts',
        'src/analytics/events.test.ts',
        'lib/tracking/eventNames.js',
        'test/analytics/events.ts',
      ],
      ...['web/components/a.tsx', 'web/components/b/c.tsx', 'web/components/b/c.stories.tsx', 'web/components/d.vue'],
      ...['docs/a.md', 'src/i18n/en.ts', 'src/i18n/de.ts'],
    ];
    const texts = [{ glob: 'src/i18n/*.ts', paths: ['src/i18n/en.ts', 'src/i18n/de.ts'] }];
    assert.deepEqual(offers(paths, texts), [
      'more-docs docs/*.md 1',
      'code-texts src/i18n/*.ts 2',
      'events src/analytics/events.ts 1',
      'events lib/tracking/eventNames.js 1',
      'components web/components/**/*.tsx 2',
      'components web/components/*.vue 1',
    ]);
    assert.deepEqual(
      offers(['src/i18n/en.ts'], [{ glob: 'src/i18n/*.ts', paths: ['src/i18n/en.ts'] }], 'src/i18n/en.ts'),
      [],
    );
    assert.equal(offers(Array.from({ length: 9 }, (_, at) => `p${at}/components/a.tsx`)).length, 6);
  });
});
