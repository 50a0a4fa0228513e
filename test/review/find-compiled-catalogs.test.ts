import assert from 'node:assert/strict';
import { copyCatalog } from '../../src/review/checks/copy-catalog.js';
import { findCompiledCatalogs } from '../../src/review/find-compiled-catalogs.js';
import { createReviewContext } from '../support/review-context.js';

const po = (text: string): string => `msgid "Last Nap"\nmsgstr "${text}"\n`;

describe('findCompiledCatalogs', () => {
  const around = { 'locale/de/app.mo': 'old', 'locale/fr/app.mo': 'old', 'i18n/app_de.qm': 'old', 'src/a.ts': 'a' };
  const base = { ...around, 'locale/de/app.po': po('A'), 'locale/fr/app.po': po('A'), 'locale/es/app.po': po('A') };

  it('names what is built from a changed catalog and is left as it was', async () => {
    const head = {
      ...around,
      'locale/fr/app.mo': 'new',
      'locale/de/app.po': po('B'),
      'locale/fr/app.po': po('B'),
      'locale/es/app.po': po('B'),
      'src/a.ts': 'b',
    };
    const context = createReviewContext({ base, head });
    assert.deepEqual(await findCompiledCatalogs(context), [
      { source: 'locale/de/app.po', compiled: 'locale/de/app.mo' },
    ]);
    const outcome = await copyCatalog.run(context);
    assert.ok(outcome !== 'not-applicable');
    assert.deepEqual(
      outcome.reports.map(({ path, severity, message }) => [
        path,
        severity,
        /app\.mo.*still has the old words/.test(message),
      ]),
      [['locale/de/app.po', 'note', true]],
    );
  });

  it('names none for a catalog that is gone, and asks for none where nothing is built', async () => {
    const gone = createReviewContext({ base: { 'a/b.po': po('A'), 'a/b.mo': 'x' }, head: { 'a/b.mo': 'x' } });
    assert.deepEqual(await findCompiledCatalogs(gone), []);
    const other = createReviewContext({ base: { 'a.json': '{}' }, head: { 'a.json': '{"a": 1}' } });
    const snapshot = { ...other.snapshot, pathsNamed: () => Promise.reject(new Error('asked')) };
    assert.deepEqual(await findCompiledCatalogs({ ...other, snapshot }), []);
  });
});
