import assert from 'node:assert/strict';
import { markdownRoot } from '../../markdown-root.js';
import { readZone } from '../../../src/policy/zone-section/read-zone.js';
import { completePolicyLine } from '../../../src/presentation/policy-file/complete-policy-line.js';
import { settingLines } from '../../../src/presentation/policy-file/setting-lines.js';

const names = {
  paths: [
    'README.md',
    'src/home/i18n/de.json',
    'src/home/i18n/en.json',
    'src/home/Home.tsx',
    'src/auth/login.ts',
    'Makefile',
  ],
  handles: ['@erin', '@org/growth'],
  flags: ['new-home'],
};
/** What is offered where `|` stands in the last of the lines, and what the line becomes by the first of it. */
function complete(text: string, isOwners = false): readonly string[] {
  const lines = text.replace('¦', '').split('\n');
  const line = text.split('\n').findIndex((each) => each.includes('¦'));
  const character = (text.split('\n')[line] as string).indexOf('¦');
  const found = completePolicyLine(lines, { line, character }, names, isOwners);
  const written = lines[line] as string;
  return found.map(
    ({ label, detail, start, end }) =>
      `${written.slice(0, start)}${label}${written.slice(end)}${detail && `  ${detail}`}`,
  );
}

describe('completePolicyLine', () => {
  it('offers folders, the files of one ending and all below in backticks', () => {
    assert.deepEqual(complete('- `¦`'), ['- `src/`  4 files', '- `*.md`  1 file']);
    assert.deepEqual(complete('- `src/H¦'), ['- `src/home/  3 files']);
    assert.deepEqual(complete('- `/src/home/¦` (texts)'), [
      '- `/src/home/i18n/` (texts)  2 files',
      '- `/src/home/*.tsx` (texts)  1 file',
      '- `/src/home/**` (texts)  3 files',
    ]);
    assert.deepEqual(complete('- `src/**/¦`'), []);
    assert.deepEqual(complete('- `none/¦`'), []);
    assert.deepEqual(complete('- `src/home/` ¦'), []);
  });

  it('offers handles, settings and flags where they stand', () => {
    assert.deepEqual(complete('**Engineers:** @e¦'), ['**Engineers:** @erin', '**Engineers:** @org/growth']);
    assert.deepEqual(complete('maya@e¦'), []);
    assert.deepEqual(complete('- **Con¦').slice(0, 2), [
      '- **Controls:** regulated',
      '- **Size limit:** 15 files, 400 lines',
    ]);
    assert.deepEqual(complete('*¦'), []);
    const table = '| PM | Flags |\n| --- | --- |\n';
    assert.deepEqual(complete(`${table}| Maya | ne¦ |`), ['| Maya | new-home |']);
    assert.deepEqual(complete(`${table}| Ma¦ | |`), []);
    assert.deepEqual(complete('| PM | Fl¦ |'), []);
    assert.deepEqual(complete('| a |\n| b | c | ¦'), []);
    assert.deepEqual(completePolicyLine([], { line: 3, character: 0 }, names, false), []);
  });

  it('offers patterns and owners in CODEOWNERS', () => {
    assert.deepEqual(complete('/src/a¦', true), ['/src/auth/  1 file']);
    assert.deepEqual(complete('/src/auth/ @¦', true), ['/src/auth/ @erin', '/src/auth/ @org/growth']);
    assert.deepEqual(complete('# src/¦', true), []);
    assert.deepEqual(complete('**¦', true), []);
  });

  it('offers settings that are read as they stand', () => {
    for (const line of settingLines) {
      const text = `## PM zone\n\nPMs can touch:\n\n- \`a/**\`\n\n${line}\n`;
      assert.deepEqual(readZone({ path: 'CLAUDE.md', text }, markdownRoot(text))?.problems, [], line);
    }
  });
});
