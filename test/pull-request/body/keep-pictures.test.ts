import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeBody, longestBody, type BodyPart } from '../../../src/pull-request/body/compose-body.js';
import { readGeneratedParts } from '../../../src/pull-request/body/generated-parts.js';
import { isPicture, keepPictures, withoutPictures } from '../../../src/pull-request/body/keep-pictures.js';
import { comingPicture } from '../../../src/pull-request/picture-lines.js';
import { renewBody } from '../../../src/pull-request/renew-body.js';

const coming = comingPicture({ alt: 'The greeting', name: 'greeting-0123456789ab.png' });
const dropped = '<img width="800" alt="image" src="https://github.com/user-attachments/assets/1b2c" />';
const written = '![image](https://github.com/user-attachments/assets/1b2c)';

const parts = (state: string): readonly BodyPart[] => [
  { id: 'why', heading: 'Why', text: `Because ${state}.` },
  { id: 'changes', heading: 'What changed', text: `- One, ${state}\n- Two` },
  { id: 'tests', heading: 'How to test', text: 'Open it.' },
];

describe('pictures that somebody put into a generated text', () => {
  it('are lines of pictures alone, as hosts write them', () => {
    for (const line of [coming, dropped, written, `  ${written} ${dropped}`, '![](/uploads/0a/x.png)'])
      assert.ok(isPicture(line), line);
    for (const line of [
      'Text',
      `See ${written}`,
      '![a](b c)',
      '<img>',
      '*The author adds nothing*',
      `${written} x`,
      written.repeat(200),
    ])
      assert.ok(!isPicture(line), line);
  });

  for (const [name, insert] of [
    ['as paragraphs of their own', (line: string) => `- Two\n\n${line}\n\n`],
    ['right below a line', (line: string) => `- Two\n${line}\n`],
    ['on the blank line', (line: string) => `- Two\n${line}`],
  ] as const)
    for (const picture of [coming, dropped, written, `${written}\n${dropped}`, `${written}\n\n${coming}`])
      it(`leave the part one that is made new, and stay where they were, ${name}: ${picture.slice(0, 20)}`, () => {
        const body = composeBody(undefined, parts('first')).body.replace('- Two\n', insert(picture));
        assert.deepEqual(
          readGeneratedParts(body)?.map(({ isChanged }) => isChanged),
          [false],
        );
        const { body: renewed, notes } = renewBody(body, parts('second'));
        assert.deepEqual(notes, []);
        const block = picture.replace(/(?<!\n)\n(?!\n)/g, '\n\n');
        assert.ok(renewed.includes(`- One, second\n- Two\n\n${block}\n\n## How to test`), renewed);
        assert.deepEqual(renewBody(renewed, parts('second')), { body: renewed, notes: [] });
      });

  it('leave a part that is one no more where words were written besides', () => {
    const body = composeBody(undefined, parts('first')).body.replace('- Two', `- Two, and more\n${written}`);
    assert.deepEqual(
      readGeneratedParts(body)?.map(({ isChanged }) => isChanged),
      [true],
    );
    assert.equal(renewBody(body, parts('second')).body, body);
  });

  it('stand at the beginning where they did, behind the list that went on, and at the end where their place is gone', () => {
    assert.equal(keepPictures('B', `${written}\n\nA`), `${written}\n\nB`);
    assert.equal(keepPictures('- a\n- b\n\nC', `- a\n\n${written}\n\nC`), `- a\n- b\n\n${written}\n\nC`);
    assert.equal(keepPictures('C', `- a\n\n${written}\n\nC`), `C\n\n${written}`);
    assert.equal(keepPictures('- a', `- a\n\n${written}`), `- a\n\n${written}`);
    assert.equal(keepPictures('', `A\n\n${written}`), `\n${written}`);
  });

  it('are not put in twice', () => {
    assert.equal(keepPictures(`A\n\n${coming}`, `A\n\n${coming}`), `A\n\n${coming}`);
  });

  it('stay under a heading of the template too, and where there is no room they cost no more than other text', () => {
    const body = composeBody('## Why\n\n## Notes\n', parts('first')).body;
    const put = body.replace('Because first.', `Because first.\n\n${written}`);
    assert.match(renewBody(put, parts('second')).body, /Because second\.\n\n!\[image\]/);
    const many = Array.from({ length: 900 }, (_, at) => `![image](https://github.com/user-attachments/assets/${at})`);
    const full = composeBody(undefined, parts('first')).body.replace('Open it.', `Open it.\n\n${many.join('\n\n')}`);
    const long: readonly BodyPart[] = [
      ...parts('second'),
      { id: 'review', heading: 'Review', text: 'x'.repeat(40_000) },
    ];
    const renewed = renewBody(full, long);
    assert.ok(renewed.body.length <= longestBody);
    assert.match(renewed.body, /assets\/899\)[^]*left out/);
    assert.deepEqual(renewed.notes, []);
  });

  it('cost a text nothing else: without them it is what it was', () => {
    const line = fc.constantFrom('A', 'B', '', '- c', coming, written);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const plain = lines.filter((each) => each !== '' && !isPicture(each));
        for (const gap of [[''], []]) {
          const left = withoutPictures(text, gap).split('\n');
          assert.deepEqual(
            left.filter((each) => each !== ''),
            plain,
          );
        }
        const kept = keepPictures(plain.join('\n'), text).split('\n');
        assert.deepEqual(
          kept.filter((each) => each !== '' && !isPicture(each)),
          plain,
        );
        assert.deepEqual(new Set(kept.filter(isPicture)), new Set(lines.filter(isPicture)));
      }),
    );
  });
});
