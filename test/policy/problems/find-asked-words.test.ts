import assert from 'node:assert/strict';
import { findAskedWords } from '../../../src/policy/problems/find-asked-words.js';
import { readSection } from '../../support/read-policy.js';

const asked = (body: string): readonly (readonly [line: number, message: string])[] =>
  findAskedWords(readSection(body)).map(({ line, message }) => [line, message]);

describe('findAskedWords', () => {
  it('says nothing where nothing is asked', () => {
    assert.deepEqual(asked('PMs can touch:\n\n- `docs/**` (additions only)\n\nPMs cannot touch:\n\n- `lib/**`\n'), []);
  });

  it('says once for all sentences what is asked, with every line and what to write', () => {
    const [[line, message] = [0, ''], ...more] = asked(
      'Anna.\n\nPMs can touch:\n\n- `docs/**`\n\nFridays rest.\n\nHanne.\n',
    );
    assert.deepEqual([line, more], [3, []]);
    assert.match(
      message,
      /heeds "Anna\.", "Fridays rest\." \(line 9\) and "Hanne\." \(line 11\), since such words may demand/u,
    );
    assert.match(message, /begins with "Remark \(@handle\):", with their own handle/u);
  });

  it('names the words that a remark cannot hold', () => {
    const told = (...sentences: readonly string[]): string =>
      asked(`PMs can touch:\n\n- \`docs/**\`\n\n${sentences.join('\n\n')}\n`)[0]?.[1] ?? '';
    assert.match(
      told('Tell Anna if it rains.', 'Money never.', 'Fridays rest.'),
      /A remark cannot hold words that may demand something or keep somebody out, here “tell” and “never”: say that in other words there\.$/u,
    );
    assert.match(told('Fridays rest.'), /out of the PM zone\.$/u);
    assert.match(
      told('Use A.', 'Run B.', 'Keep C.', 'Check D.', 'Wait for E.', 'Stop F.', 'Try G.'),
      /here .* and others: say/u,
    );
  });

  it('has the remark of those that only seem to say whom to ask, which is then read as one', () => {
    const beside = (...sentences: readonly string[]): string =>
      `PMs can touch:\n\n- \`docs/**\`\n\n${sentences.join('\n\n')}\n`;
    const body = beside(
      'Money never, says @anna. Tidy folders, thanks to @anna',
      'Goal: small steps.',
      'PMs are @anna and friends.',
      'Anna, in green ink.',
      `Tidy folders, ${'thanks to @anna and '.repeat(20)}so on.`,
    );
    const [, ready = ''] = /it is “(.*?)”/u.exec(asked(body)[0]?.[1] ?? '') ?? [];
    assert.equal(ready, 'Remark (@handle): Tidy folders, thanks to @anna. Goal: small steps.');
    const { prose, problems } = readSection(beside(ready.replace('@handle', '@erin')));
    assert.deepEqual([prose, problems], [[], []]);
    assert.doesNotMatch(asked(beside('Fridays rest.'))[0]?.[1] ?? '', /it is/u);
  });

  it('says how to write what needs an engineer', () => {
    const [[, message] = [0, '']] = asked('PMs can touch:\n\n- `docs/**`\n\nAnna pairs with an engineer on Fridays.\n');
    assert.match(
      message,
      /PM zone\. What needs an engineer is read in a list under .* in the line “Everything else: with an engineer\.”\./u,
    );
  });

  it('says the same of what stands beside paths', () => {
    const [[line, message] = [0, '']] = asked('PMs can touch:\n\n- `docs/**` (in green ink)\n- `a/**` (in blue ink)\n');
    assert.equal(line, 5);
    assert.match(message, /whether this holds, .*: "in green ink" and "in blue ink" \(line 6\)\. Leave/u);
  });

  it('quotes what is written: words that were read as a limit, and words over a path', () => {
    const body =
      '### Ops console (`console/`)\n\n**PMs can touch:**\n\n- `console/press/**` (logos)\n- `console/news/**` (never the drafts)\n';
    assert.match(
      asked(body)[0]?.[1] ?? '',
      /: "ops console" over it, only "logos" and "never the drafts" \(line 8\)\. Leave/u,
    );
  });

  it('quotes the first five, and names the lines of all others', () => {
    const sentences = ['Anna', 'Berta', 'Cora', 'Dora', 'Emma', 'Frida', 'Gerda', 'Hanna'].map((name) => `${name}.`);
    const message = (of: number): string =>
      asked(`PMs can touch:\n\n- \`docs/**\`\n\n${sentences.slice(0, of).join('\n\n')}\n`)[0]?.[1] ?? '';
    assert.match(message(8), /"Emma\." \(line 15\) and what stands on lines 17, 19, 21, since/u);
    assert.match(message(6), /and what stands on line 17, since/u);
  });

  it('says nothing more of a sentence that has a problem of its own', () => {
    assert.deepEqual(asked('PMs can touch:\n\n- `docs/**`\n\nFridays `lib/a.ts` rests.\n'), []);
  });

  it('says of one line nothing more', () => {
    assert.match(
      String(asked('PMs can touch:\n\n- `docs/**`\n\nFridays rest.\n')[0]?.[1]),
      /heeds "Fridays rest\.", since/u,
    );
  });
});
