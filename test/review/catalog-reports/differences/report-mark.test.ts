import assert from 'node:assert/strict';
import { copyCatalog } from '../../../../src/review/checks/copy-catalog.js';
import { createReviewContext } from '../../../support/review-context.js';

const mark = '\uFEFF';

describe('reportMark', () => {
  async function told(path: string, before: string, after: string): Promise<readonly string[]> {
    const context = createReviewContext({ base: { [path]: before }, head: { [path]: after } });
    const outcome = await copyCatalog.run(context);
    assert.notEqual(outcome, 'not-applicable');
    return outcome === 'not-applicable' ? [] : outcome.reports.map(({ severity, message }) => `${severity} ${message}`);
  }
  const [old, now] = ['{\n  "a": "One"\n}\n', '{\n  "a": "Two"\n}\n'];

  it('tells of a sign that an editor put before the texts, and how to save without it', async () => {
    const [first, ...more] = await told('src/i18n/en.json', old, mark + now);
    assert.match(first ?? '', /^needs-fix This file begins with a sign now that nobody sees .*without “BOM”\.$/);
    assert.deepEqual(more, []);
    assert.equal(
      (await told('lang/en/a.php', "<?php return ['a' => 'b'];", `${mark}<?php return ['a' => 'c'];`)).length,
      1,
    );
  });

  it('says nothing where it was there before, where it is taken out, and in what may begin with it', async () => {
    assert.deepEqual(await told('src/i18n/en.json', mark + old, mark + now), []);
    assert.deepEqual(await told('src/i18n/en.json', mark + old, now), []);
    assert.deepEqual(await told('src/i18n/en.yml', 'en:\n  a: One\n', `${mark}en:\n  a: Two\n`), []);
    const resx = (text: string): string => `<root><data name="a"><value>${text}</value></data></root>\n`;
    assert.deepEqual(await told('Texts.resx', resx('One'), mark + resx('Two')), []);
  });
});
