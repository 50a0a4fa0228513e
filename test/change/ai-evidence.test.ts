import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseAiNote, classifyTrailer, parseAgentTraces } from '../../src/change/ai-evidence.js';

describe('kindOfTrailer', () => {
  for (const [key, value, kind] of [
    ['Co-authored-by', 'Claude <noreply@anthropic.com>', 'assisted'],
    ['Co-Authored-By', 'Copilot <223556219+Copilot@users.noreply.github.com>', 'assisted'],
    ['co-authored-by', 'Cursor Agent <cursoragent@cursor.com>', 'assisted'],
    ['Co-developed-by', 'Codex <codex@openai.com>', 'assisted'],
    ['Co-authored-by', 'Ada <ada@example.com>', undefined],
    ['Co-authored-by', 'Ampelio Rossi <ampelio@example.com>', undefined],
    ['Assisted-by', 'anything', 'assisted'],
    ['AI-Assisted-By', 'x', 'assisted'],
    ['AI-Assisted', 'yes', 'assisted'],
    ['Generated-by', 'Gemini', 'generated'],
    ['AI-Generated', 'true', 'generated'],
    ['Assisted-by', 'none', undefined],
    ['AI-Generated', 'false', undefined],
    ['Generated-by', '', undefined],
    ['Reviewed-by', 'Claude <noreply@anthropic.com>', undefined],
  ] as const) {
    it(`${key}: ${value} → ${kind ?? 'nothing'}`, () => assert.equal(classifyTrailer(key, value), kind));
  }
});

describe('filesOfNote', () => {
  it('reads the files of an authorship log', () => {
    const note = 'src/a.ts\n  abc123 1-4,9\n"a b.md"\n  abc123 1\nlonely\n---\n{"schema_version":"authorship/3.0.0"}';
    assert.deepEqual(parseAiNote(note), [
      { kind: 'generated', path: 'src/a.ts' },
      { kind: 'generated', path: 'a b.md' },
    ]);
  });
  for (const [note, expected] of [
    ['', []],
    [' \n', []],
    ['AI helped here', [{ kind: 'assisted', path: undefined }]],
    ['Generated with an assistant', [{ kind: 'generated', path: undefined }]],
    ['a\n---\nb', [{ kind: 'assisted', path: undefined }]],
  ] as const) {
    it(`takes ${JSON.stringify(note)} as a whole`, () => assert.deepEqual(parseAiNote(note), expected));
  }
});

describe('readTraces', () => {
  const record = (path: unknown, ...types: readonly unknown[]): string =>
    JSON.stringify({
      version: '0.1.0',
      files: [{ path, conversations: types.map((type) => ({ contributor: { type }, ranges: [] })) }],
    });

  for (const [name, text, expected] of [
    ['a file by AI', record('a.ts', 'ai'), [{ kind: 'generated', path: 'a.ts' }]],
    ['a file by both', record('./a.ts', 'ai', 'human'), [{ kind: 'assisted', path: 'a.ts' }]],
    ['a mixed file', record('a.ts', 'mixed'), [{ kind: 'assisted', path: 'a.ts' }]],
    ['nothing by hand', record('a.ts', 'human', 'unknown'), []],
    [
      'a contributor of lines',
      JSON.stringify({ files: [{ path: 'a', conversations: [{ ranges: [{ contributor: { type: 'ai' } }] }] }] }),
      [{ kind: 'generated', path: 'a' }],
    ],
    [
      'several lines, broken ones among them',
      `{\n${record('a', 'ai')}\nnull\n[]\n{"files":{}}\n${record(1, 'ai')}\n${record('b', 'mixed')}\n`,
      [
        { kind: 'generated', path: 'a' },
        { kind: 'assisted', path: 'b' },
      ],
    ],
    ['nothing', '', []],
  ] as const) {
    it(`reads ${name}`, () => assert.deepEqual(parseAgentTraces(text), expected));
  }

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json()),
        (text) => Array.isArray(parseAgentTraces(text)) && Array.isArray(parseAiNote(text)),
      ),
    );
  });
});
