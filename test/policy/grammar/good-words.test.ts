import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isGoodWord } from '../../../src/policy/grammar/remarks/good-words.js';
import { demandsOn, readSection } from '../../support/read-policy.js';

const words = `
Hi Amara, hi Finn!
Hello Amara and Finn!
Thanks for reading this far!
Thank you for helping with the product.
We are glad you are here.
We’re happy to have you here!
We love it when PMs fix things themselves.
No question is silly.
So you found a typo.
Here is how far you can go by yourself.
Every typo fixed by you is an hour saved for us.
This is your part of the repo.
Happy knitting!
`
  .trim()
  .split('\n');

const demands = `
Hi Amara, ask Finn!
Hi Amara, texts only!
Hi Amara and Legal!
Hi Only Amara!
Welcome until May!
Dear Everyone, ask first!
Thanks for asking first!
Thanks for asking Erin!
Thanks for keeping texts short!
Thanks for waiting!
Thank you for helping Legal with each text.
Thank you for one text at a time.
We are glad you ask.
We are glad when you ask first.
We are glad you are here in May.
We are glad if texts stay short.
We love it when PMs ask first.
We love it when PMs fix texts.
We love it when PMs fix typos only.
We love it when you pair.
No question is needed.
So you found a typo: ask Erin.
So you found a text.
Here is how far you can go with Erin.
Here is how far you can go by yourself in May.
Every typo fixed by you is read by Legal.
Every typo you fix is a ticket.
Welcome Seniors!
Dear Contractors!
Every text fixed by you is an hour for Legal.
This is your part of the repo in May.
This is your part of the texts.
Schreibt zuerst Erin!
Merci de demander!
Gracias por preguntar primero!
`
  .trim()
  .split('\n');

const demandsOf = (line: string): string[] | undefined =>
  demandsOn(
    readSection(`${line}\n\nPMs can touch:\n\n- \`docs/**\`\n\nPMs cannot touch:\n\n- \`lib/**\`\n`),
    'docs/a.md',
  );

describe('good words', () => {
  for (const line of words) it(`demand nothing: ${line}`, () => assert.deepEqual(demandsOf(line), []));
  for (const line of demands) it(`are kept with a demand: ${line}`, () => assert.notDeepEqual(demandsOf(line), []));

  it('are kept with any other word in them', () => {
    const noise = fc.constantFrom(
      ...'only not never unless before if when must needs legal drafts each ask'.split(' '),
    );
    fc.assert(
      fc.property(fc.constantFrom(...words), noise, fc.nat(), (line, word, at) => {
        const all = line.split(' ');
        const place = at % (all.length + 1);
        const noisy = [...all.slice(0, place), word, ...all.slice(place)].join(' ');
        assert.ok(!isGoodWord(noisy), noisy);
      }),
      { numRuns: 1000 },
    );
  });

  it('ask for more, or for what no list names', () => {
    for (const line of ['Feel like something is missing? Ask @erin.', 'For anything else do pop by.'])
      assert.deepEqual(demandsOf(line), [], line);
    for (const line of [
      'Is a text missing? Ask @erin.',
      'For the others speak with Nikos.',
      'For anything else and texts do pop by.',
      'For anything else do pop by before each change.',
    ])
      assert.notDeepEqual(demandsOf(line), [], line);
  });
});
