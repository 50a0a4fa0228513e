import assert from 'node:assert/strict';
import { restateTexts } from '../../../src/pull-request/body/restate-texts.js';
import type { ChangedFile, FileVersion } from '../../../src/change/change.js';
import type { TextChange } from '../../../src/pull-request/read-text-changes.js';

const at = { line: 1, column: 1 };
const english = (...texts: readonly (readonly [string | undefined, string | undefined])[]): TextChange => ({
  path: 'i18n/en.json',
  locale: 'en',
  differences: texts.map(([before, after], index) => ({
    key: `k${index}`,
    at,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  })),
});

describe('what a plan says of the texts', () => {
  const rest = ' People who are lost.';
  const one = english(['You *have* [none].', 'Begin.']);

  it('stays while it is so, in whatever languages', () => {
    const said = `“You \\*have\\* (none).” becomes “Begin.”${rest}`;
    const french: TextChange = { ...one, path: 'i18n/fr.json', locale: 'fr' };
    assert.equal(restateTexts(said, [one], []), said);
    assert.equal(restateTexts(said, [one, french], []), said);
    assert.equal(restateTexts('New: “Begin”.', [english([undefined, 'Begin'])], []), 'New: “Begin”.');
    const two = `“A” becomes “B”, and 1 more text changes.${rest}`;
    assert.equal(restateTexts(two, [english(['A', 'B'], ['C', 'D'], ['E', undefined])], []), two);
  });

  it('stays where a plan quotes the beginning of a long text', () => {
    const long = 'Words and more. '.repeat(20);
    const said = `“A” becomes “${long.slice(0, 160)}…”.`;
    assert.equal(restateTexts(said, [english(['A', long])], []), said);
    assert.equal(
      restateTexts(said, [english(['A', `No. ${long}`])], []),
      '1 text changes, before and after as shown below.',
    );
    const page = (text: string): FileVersion => ({ mode: '100644', oid: undefined, bytes: text.length, text });
    assert.equal(restateTexts(said, [], [{ before: page('A'), after: page(`<p>${long}</p>`) }]), said);
  });

  it('gives way to the count once more texts change, or what they said before is another', () => {
    const now = english(['A', 'B'], ['C', 'D'], ['E', 'F']);
    for (const said of ['“A” becomes “B”, and 1 more text changes.', '“Z” becomes “B”, and 2 more texts change.'])
      assert.equal(
        restateTexts(`${said}${rest}`, [now], []),
        `3 texts change, before and after as shown below.${rest}`,
      );
    assert.equal(
      restateTexts(`“Z.” becomes “B.”${rest}`, [english(['A.', 'B.'])], []),
      `1 text changes, before and after as shown below.${rest}`,
    );
    assert.equal(restateTexts(`“A” becomes “B”.${rest}`, [], []), rest.trim());
  });

  it('is left alone where it is the author’s own', () => {
    for (const said of [
      'Parents read “B”; nobody read “A”.',
      'We say “A” becomes “B”.',
      '“A” becomes “B” for all who delete a list.',
      '“A” becomes “B.” for all who delete a list.',
      'New: “B” on the page of lists',
      '',
    ])
      for (const changes of [[one], []]) assert.equal(restateTexts(said, changes, []), said);
  });

  it('is left alone where the words are so in a file that is no catalog', () => {
    const version = (text: string): FileVersion => ({ mode: '100644', oid: undefined, bytes: text.length, text });
    const file = (before: string, after: string): Pick<ChangedFile, 'before' | 'after'> => ({
      ...(before !== '' && { before: version(before) }),
      ...(after !== '' && { after: version(after) }),
    });
    const said = `“It’s (a).” becomes “B  c.”${rest}`;
    const page = file('<p>It’s [a].</p>', '<p>B\n  c.</p>');
    assert.equal(restateTexts(said, [], [page]), said);
    assert.equal(restateTexts(`New: “B c.”${rest}`, [], [file('', '<p>B c.</p>')]), `New: “B c.”${rest}`);
    for (const other of [file('<p>Z</p>', '<p>B c.</p>'), file('<p>It’s [a].</p>', ''), file('', 'B c.')])
      assert.equal(restateTexts(said, [], [other]), rest.trim());
  });
});
