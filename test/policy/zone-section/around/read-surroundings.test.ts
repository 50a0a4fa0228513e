import assert from 'node:assert/strict';
import { readSurroundings } from '../../../../src/policy/zone-section/around/read-surroundings.js';
import { describeProse, describeRules, readPolicy } from '../../../support/read-policy.js';

const opens = '# Product\n\n## PM zone\n\nPMs can touch:\n\n- `docs/**`\n- `i18n/*.json`\n\n## Releases\n\n';

/** What words outside of the section close, and what of them is asked. */
function readBeside(words: string): readonly string[] {
  const zone = readPolicy(`${opens}${words}\n`);
  assert.ok(zone);
  assert.deepEqual(
    zone.problems.filter(({ severity }) => severity === 'error'),
    [],
  );
  return [
    ...describeRules(zone).filter((rule) => !rule.startsWith('+')),
    ...describeProse(zone).map((text) => `? ${text}`),
  ];
}

/** Words as somebody sets them off. */
const settings: Record<string, (words: string) => string> = {
  'a quote': (words) => `> ${words}`,
  'a quote in a quote': (words) => `> > ${words}`,
  'a quote in an item': (words) => `- Docs\n\n  > ${words}`,
  'an alert': (words) => `> [!WARNING]\n> ${words}`,
  'a footnote': (words) => `Docs[^1] are built.\n\n[^1]: ${words}`,
  'a block of code': (words) => `\`\`\`\n${words}\n\`\`\``,
  'a block of text': (words) => `\`\`\`text\n# Rules\n\n${words}\n\`\`\``,
  'code by its indent': (words) => `    ${words}`,
  details: (words) => `<details>\n<summary>More</summary>\n\n${words}\n\n</details>`,
  'details as HTML': (words) => `<details><summary>More</summary>${words}</details>`,
  'a paragraph of HTML': (words) => `<p class="x">\n${words}\n</p>`,
  'a cell of HTML': (words) => `<table>\n<tr><td>Docs</td><td>${words}</td></tr>\n</table>`,
  'a comment': (words) => `<!-- ${words} -->`,
  'a comment that never ends': (words) => `<!-- ${words}`,
  'a comment in a paragraph': (words) => `Docs are built. <!-- ${words} -->`,
  'a comment in a heading': (words) => `### Docs <!-- ${words} -->`,
  'a comment behind HTML': (words) => `<br> <!-- x --> <!-- ${words} --> <br>`,
  'a heading': (words) => `### ${words}`,
};

describe('what stands around the section, set off', () => {
  for (const [name, set] of Object.entries(settings)) {
    it(`locks in ${name} what it keeps PMs out of`, () => {
      assert.deepEqual(readBeside(set('PMs must not edit `docs/legal/`.')), ['- docs/legal/']);
      assert.deepEqual(readBeside(set('Product people stay out of docs/legal/.')), ['- docs/legal/']);
    });

    it(`makes in ${name} what it says of PMs open only together with an engineer`, () => {
      assert.deepEqual(readBeside(set('PMs edit `docs/legal/` with an engineer.')), ['~ docs/legal/']);
    });

    it(`asks about what in ${name} keeps PMs out of everything, and about the zone`, () => {
      // A heading that names the zone so is an error.
      const ofZone = name === 'a heading' ? [] : ['The PM zone: closed.'];
      for (const words of ['PMs change nothing until May.', ...ofZone]) {
        const [asked = '', ...more] = readBeside(set(words));
        assert.ok(asked.startsWith('? ') && asked.endsWith(words), asked);
        assert.deepEqual(more, []);
      }
    });
  }

  it('reads a path that HTML sets as code', () => {
    assert.deepEqual(readBeside('<p>PMs do not edit <code class="x">docs/legal/</code>.</p>'), ['- docs/legal/']);
    assert.deepEqual(readBeside('<p>PMs <b>never</b> touch<br/>docs/legal/.</p>'), ['- docs/legal/']);
  });

  it('leaves what is said of nobody, or of agents, to those whom it is for', () => {
    for (const words of ['Never edit `docs/api/`.', 'Ask Erin before you change `docs/api/`.', '`docs/api/` is built.'])
      for (const name of ['a quote', 'a block of code', 'a comment', 'a paragraph of HTML'])
        assert.deepEqual(readBeside((settings[name] as (text: string) => string)(words)), [], `${name}: ${words}`);
  });

  it('closes what an alert or a heading says of everybody', () => {
    assert.deepEqual(readBeside('> [!CAUTION]\n> Never edit `docs/api/`.'), ['- docs/api/']);
    assert.deepEqual(readBeside('### Never edit `docs/api/`'), ['- docs/api/']);
  });

  it('asks about no command, no program, no tool and no title', () => {
    for (const words of [
      '```sh\nnpx pm-zone doctor draft.md --head main\n```',
      "```ts\n// PMs cannot see this\nif (role === 'PM') throw new Error('PMs must not edit docs/api/');\n```",
      '<!-- prettier-ignore -->',
      '<!-- pm-zone:begin -->',
      '### Off limits for PMs\n\n- the office',
      '```\nPMs are welcome.\n```',
      'PM changes go through the same review as ours.',
      'PM changes go through CI.',
    ])
      assert.deepEqual(readBeside(words), [], words);
  });

  it('asks about a title with nothing under it', () => {
    assert.deepEqual(readBeside('### No PM changes\n\n### Tests\n\nRun them.'), ['? No PM changes']);
    assert.deepEqual(readBeside('### No PM changes\n\n## Tests\n\nRun them.'), ['? No PM changes']);
  });

  it('asks about what ends the pilot, and about whom changes of PMs go through', () => {
    for (const words of [
      'We have stopped the PM pilot.',
      'PM changes go through Erin.',
      'Changes by PMs pass by Legal.',
      'PMs work with an engineer.',
    ])
      assert.deepEqual(readBeside(words), [`? ${words}`]);
  });

  it('reads long HTML, code and comments in time', () => {
    const began = performance.now();
    for (const part of ['<p>', '<!--', '<!-- PMs -->', '`', '<code', '<', 'PMs not docs/ ', '<td>PMs ', '\n\n', '-->'])
      for (const type of ['html', 'code'] as const)
        readSurroundings('CLAUDE.md', [{ type, value: part.repeat(100_000 / part.length) }]);
    assert.ok(performance.now() - began < 8000);
  });
});
