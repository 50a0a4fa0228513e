import assert from 'node:assert/strict';
import { escapeWords, renderLink, renderSection } from '../../../src/presentation/change-page/html.js';
import { listLanguages, nameLanguage } from '../../../src/presentation/change-page/language-names.js';
import { readNextStepWords } from '../../../src/presentation/change-page/next-step-words.js';
import { shorten, shortSentence } from '../../../src/presentation/change-page/short-sentence.js';
import { commandAddress } from '../../../src/presentation/pages/command-address.js';

describe('the words of the page', () => {
  it('are those of the view “Next step”', () => {
    const words = readNextStepWords(
      'Found. [Look](command:a) there.\n[Do It](command:b?%5B1%5D)\nNot yet? [Later](command:c).\n[Other](command:d)',
    );
    assert.deepEqual(words, {
      sentence: [
        'Found. ',
        { label: 'Look', address: 'command:a' },
        ' there.',
        ' ',
        'Not yet? ',
        { label: 'Later', address: 'command:c' },
        '.',
      ],
      buttons: [
        { label: 'Do It', address: 'command:b?%5B1%5D' },
        { label: 'Other', address: 'command:d' },
      ],
    });
  });

  it('name languages as people do, else as the path has them', () => {
    for (const path of ['res/values/strings.xml', 'l10n/messages.properties'])
      assert.equal(nameLanguage({ path, locale: undefined }, 'en'), 'Original');
    const name = (locale: string | undefined): string => nameLanguage({ path: 'i18n/x.json', locale }, 'en');
    assert.deepEqual(['de', 'pt_BR', 'zz-invalid-x', 'qq', 'a b', undefined, 'ua', 'jp_JP'].map(name), [
      'German',
      'Brazilian Portuguese',
      'zz-invalid-x',
      'qq',
      'a b',
      'x.json',
      'Ukrainian',
      'Japanese',
    ]);
    const many = Array.from({ length: 42 }, () => ({ path: 'a', locale: 'fr' }));
    assert.match(listLanguages(many, 'en'), /^French, (?:French, ){38}French and 2 more$/);
  });

  it('are short where there is little room, and cut through no character', () => {
    const sentence = (after: string | undefined, before?: string): string =>
      shortSentence(
        { key: 'a.b', differences: [{ path: 'p', locale: 'en', ...(before && { before }), ...(after && { after }) }] },
        12,
      );
    assert.deepEqual(
      [sentence('One\n two'), sentence(undefined, 'Old'), sentence(undefined), sentence('A long sentence')],
      ['“One two”', '“Old”', 'a.b', '“A long se…”'],
    );
    assert.equal(shorten('aaa😀bbb', 5), 'aaa…');
    assert.deepEqual(
      [
        'At most {{size}} of it',
        'Go to (%{page_name}) now',
        'See <link>here</link> or',
        '{count, plural, other {#}}',
      ].map((text) => shorten(text, 14)),
      ['At most…', 'Go to…', 'See <link>her…', '{count, plura…'],
      'nor through what the app fills in',
    );
  });

  it('are shown as they are, in their lines, and never as markup', () => {
    assert.equal(escapeWords('<b>&\r\n"x"\u202e'), '&#60;b&#62;&#38;<br/>&#34;x&#34;\\u{202e}');
    assert.equal(escapeWords('می\u200cخواهم'), 'می&#x200c;خواهم');
    assert.equal(escapeWords('a \\u{200d} b'), 'a \\u{200d} b');
    assert.equal(escapeWords('a\u200db'), 'a&#x200d;b');
    assert.equal(renderSection('a', 'A', ''), '');
    assert.equal(
      renderLink({ id: '"i', label: '<l>', spoken: 's', address: commandAddress('c', ['"']) }, 'primary'),
      '<a id="&#34;i" class="button primary" aria-label="s" href="command:c?%5B%22%5C%22%22%5D">&#60;l&#62;</a>',
    );
    assert.equal(commandAddress('c'), 'command:c');
  });
});
