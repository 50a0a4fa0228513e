import assert from 'node:assert/strict';

import { copyCatalog } from '../../../src/review/checks/copy-catalog.js';
import { createReviewContext } from '../../support/review-context.js';

async function told(path: string, before: string | undefined, after: string): Promise<string> {
  const context = createReviewContext({
    base: before === undefined ? {} : { [path]: before },
    head: { [path]: after },
  });
  const outcome = await copyCatalog.run(context);
  const reports = outcome === 'not-applicable' ? [] : outcome.reports;
  return reports.map(({ severity, message, line }) => `${severity ?? ''} ${String(line)} ${message}`).join('\n');
}

const yaml = 'config/locales/en.yml';
const json = 'locales/en.json';
const ofRails = (text: string): string => `en:\n  a: ${text}\n  b: Other\n`;
const resx = (text: string): string => `<root>\n<data name="a"><value>${text}</value></data>\n</root>\n`;

describe('the lines of a text', () => {
  it('are told of where they become one', async () => {
    const joined = /^note \d “a” was on several lines, and is on one now/;
    assert.match(await told(yaml, ofRails(String.raw`"One\nTwo"`), ofRails('"One Two"')), joined);
    assert.match(await told(json, String.raw`{"a": "One\nTwo"}`, '{"a": "One. Two"}'), joined);
    assert.match(await told('R/Main.resx', resx('One\nTwo'), resx('One Two')), joined);
    const strings = 'en.lproj/A.strings';
    assert.match(await told(strings, String.raw`"a" = "One\nTwo";`, '"a" = "One Two";'), joined);
  });

  it('are told of where their “\\n” would be read', async () => {
    const read = /^ \d “a” has “\\n” in it, and people would read these two signs/;
    assert.match(await told(yaml, ofRails(String.raw`"One\nTwo"`), ofRails(String.raw`'One\nTwo'`)), read);
    assert.match(await told(json, '{"a": "One."}', String.raw`{"a": "One.\\nTwo"}`), read);
  });

  it('are passed over where they stay, are fewer with the words, or mean nothing', async () => {
    assert.equal(await told(json, String.raw`{"a": "One\nTwo"}`, String.raw`{"a": "One\n\nThree"}`), '');
    assert.equal(await told(json, String.raw`{"a": "One long line\nand another one"}`, '{"a": "One"}'), '');
    assert.equal(await told(json, String.raw`{"a": "<p>One\nTwo</p>"}`, '{"a": "<p>One Two</p>"}'), '');
    const xliff = (text: string): string =>
      `<xliff version="1.2"><file target-language="de"><body><trans-unit id="a"><source>x</source><target>${text}</target></trans-unit></body></file></xliff>`;
    assert.equal(await told('i18n/m.de.xlf', xliff('One\n  Two'), xliff('One Two')), '');
    assert.equal(await told(json, undefined, String.raw`{"a": "One.\\nTwo"}`), '');
    assert.equal(await told(json, '{"a": "x"}', String.raw`{"a": "C:\\new and “\\n” stand here"}`), '');
    const known = (text: string): string => JSON.stringify({ a: text, b: 'One\\nTwo' });
    assert.equal(await told(json, known('One'), known('One\\nThree')), '');
    assert.equal(await told('a/de.lproj/A.strings', String.raw`"a" = "x\ny";`, String.raw`"a" = "x\nz";`), '');
  });
});

describe('the ends of the lines of a file', () => {
  const lines = '{\n"a": "x",\n"b": "y"\n}\n';
  const windows = lines.replaceAll('\n', '\r\n');

  it('are told of where all of them are others', async () => {
    assert.match(
      await told(json, lines, windows),
      /^ 1 Every line of this file ends in another way now \(CRLF, not LF\)/,
    );
    assert.match(await told(json, windows, lines.replace('x', 'z')), /\(LF, not CRLF\)/);
    assert.match(await told('docs/a.md', '# A\n\nb\n', '# A\r\n\r\nb\r\n'), /Every line/);
  });

  it('are passed over where they are mixed, few, or new', async () => {
    assert.equal(await told(json, lines, lines.replace('\n', '\r\n')), '');
    assert.equal(await told(json, '{"a": "x"}\n', '{"a": "y"}\r\n'), '');
    assert.equal(await told('docs/a.md', undefined, 'a\r\nb\r\n'), '');
    assert.equal(await told('src/a.ts', 'a;\nb;\n', 'a;\r\nb;\r\n'), '');
  });
});
