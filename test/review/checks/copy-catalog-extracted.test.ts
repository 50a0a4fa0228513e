import assert from 'node:assert/strict';

import { copyCatalog } from '../../../src/review/checks/copy-catalog.js';
import { createReviewContext, type ReviewContextParts, type SideFiles } from '../../support/review-context.js';

async function told(base: SideFiles, head: SideFiles, parts: ReviewContextParts = {}): Promise<readonly string[]> {
  const outcome = await copyCatalog.run(createReviewContext({ ...parts, base, head }));
  const reports = outcome === 'not-applicable' ? assert.fail('not applicable') : outcome.reports;
  return reports.flatMap(({ message, path, line, undecided }) => {
    if (!message.startsWith('This file lists the words that stand in the code')) return [];
    assert.equal(undecided, true);
    return [`${String(path)}:${String(line)}`];
  });
}

const unit = (words: string, target = ''): string =>
  `<xliff version="1.2"><file source-language="en" original="ng2.template"><body>\n<trans-unit id="a">\n<source>${words}</source>${target}\n<context-group purpose="location"><context context-type="sourcefile">src/a.html</context></context-group></trans-unit></body></file></xliff>\n`;
const pot = (words: string, place = '#: src/a.py:1\n'): string => `${place}msgid "${words}"\nmsgstr ""\n`;
const [xlf, gettext] = ['src/locale/messages.xlf', 'locale/django.pot'];

describe('a list of the words in the code', () => {
  it('is told of where it is edited by hand', async () => {
    assert.deepEqual(await told({ [xlf]: unit('Old') }, { [xlf]: unit('New') }), [`${xlf}:3`]);
    assert.deepEqual(await told({ [gettext]: pot('Old words') }, { [gettext]: pot('New words') }), [`${gettext}:2`]);
    assert.deepEqual(await told({ [gettext]: `${pot('A')}\n${pot('B')}` }, { [gettext]: pot('A') }), [`${gettext}:1`]);
  });

  it('is none where it is made anew with the code, is new, holds translations or says no places, and before a commit', async () => {
    const code = { 'src/a.html': '<p i18n>Old</p>\n' };
    const base = { [xlf]: unit('Old'), ...code };
    assert.deepEqual(await told(base, { [xlf]: unit('New'), 'src/a.html': '<p i18n>New</p>\n' }), []);
    assert.deepEqual(await told({}, { [xlf]: unit('New') }), []);
    const [one, other] = ['Alt', 'Neu'].map((words) => unit('Old', `<target>${words}</target>`));
    assert.deepEqual(await told({ [xlf]: String(one) }, { [xlf]: String(other) }), []);
    assert.deepEqual(await told({ [gettext]: pot('Old words', '') }, { [gettext]: pot('New words', '') }), []);
    const json = 'src/locale/en.json';
    assert.deepEqual(await told({ [json]: '{"a": "Old"}' }, { [json]: '{"a": "New"}' }), []);
    assert.deepEqual(await told({ [xlf]: unit('Old') }, { [xlf]: unit('New') }, { moment: 'commit' }), []);
  });
});
