import assert from 'node:assert/strict';
import { readLead, readSentenceLead } from '../../../../src/policy/grammar/leads/read-lead.js';
import { readTransparentLead } from '../../../../src/policy/grammar/leads/read-transparent-lead.js';
import { phraseOf } from '../phrase-of.js';

const leads: readonly (readonly [text: string, effect: string, conditions?: readonly string[]])[] = [
  ['PMs can touch:', 'allow'],
  ['PMs can touch, without an engineer:', 'allow'],
  ['PMs can touch. Everything else needs an engineer:', 'allow'],
  ['Copy: PMs can touch:', 'allow'],
  ['PMs can touch (additions only):', 'allow', ['additions-only']],
  ['PMs can touch, wording only:', 'allow', ['wording only']],
  ['PMs can touch, once Legal agrees:', 'allow', ['once legal agrees']],
  ['What PMs can change themselves:', 'allow'],
  ['What game designers and PMs can change:', 'unknown'],
  ['PMs can touch the following without review by engineering:', 'allow'],
  ['PMs can touch without asking us:', 'allow'],
  ['PMs can touch without review by Legal:', 'unknown'],
  ['Engineers and PMs can touch:', 'forbid'],
  ['Legal and PMs can touch:', 'unknown'],
  ['PMs can touch behind a flag:', 'allow', ['behind a flag']],
  ['Editable behind the flag of their feature:', 'unknown'],
  ["PMs can touch behind an engineer's back:", 'unknown'],
  ['PMs can touch without a flag:', 'allow'],
  ['PMs can touch without a flag that Erin has seen:', 'unknown'],
  ['Only the following may be changed by a product manager:', 'allow'],
  ['Only the following may be changed by a product manager and an engineer:', 'unknown'],
  ['PMs can touch only what is listed here:', 'allow'],
  ['PMs can touch only what Erin has seen:', 'unknown'],
  ['PMs and designers can change on their own:', 'allow'],
  ['PMs and the content team may edit:', 'allow'],
  ['PMs and engineers can change:', 'forbid'],
  ['PMs and nobody can change:', 'forbid'],
  ['PMs and writers of Legal can change:', 'unknown'],
  ['PMs can touch without asking anyone:', 'allow'],
  ['a) Free to change', 'allow'],
  ['Free to change in May', 'unknown'],
  ['OK for PMs', 'allow'],
  ['Not OK for PMs', 'forbid'],
  ['In pairs:', 'pair'],
  ['Only in pairs with the moon:', 'unknown'],
  ['And with one of us beside you:', 'pair'],
  ['Never in pairs:', 'forbid'],
  ['PMs have the right to modify:', 'allow'],
  ['PMs have no right to modify:', 'unknown'],
  ['PMs can touch, on non-protected surfaces:', 'allow', ['on non-protected surfaces']],
  ['PMs can touch, on hold:', 'unknown'],
  ['PMs can touch, on non-negotiable terms of an engineer:', 'unknown'],
  ['PMs can touch, secrets only:', 'unknown'],
  ['PMs can touch, once a developer agrees:', 'unknown'],
  ['PMs can touch, after 2031:', 'unknown'],
  ['PMs can touch, only with an engineer:', 'pair'],
  ['PMs can touch, never on Fridays:', 'forbid'],
  ['~~PMs can touch:~~', 'unknown'],
  ['PMs dürfen ändern:', 'unknown'],
];

const sentences: readonly (readonly [text: string, effect: string | undefined])[] = [
  ['PMs can edit', 'allow'],
  ['PMs can edit the texts in', 'allow'],
  ['PMs can edit the secrets in', undefined],
  ['PMs may only change Markdown:', 'allow'],
  ['PMs may only change secrets:', undefined],
  ['PMs may not edit', 'forbid'],
  ['Together with an engineer:', 'pair'],
  ['Together with an engineer. Then:', undefined],
  ['~~PMs can edit~~', undefined],
];

const over: readonly (readonly [text: string, conditions: readonly string[] | undefined])[] = [
  ['These files:', []],
  ['Copy and content, no review needed:', []],
  ['Within their feature folders:', ['feature-folder']],
  ['Once Legal agrees:', ['once legal agrees']],
  ['The secrets:', undefined],
  ['~~These files:~~', undefined],
];

function said(
  conditions: readonly { readonly kind: string; readonly text: string }[] | undefined,
): string[] | undefined {
  return conditions?.map(({ kind, text }) => (kind === 'free-text' ? text : kind));
}

describe('readLead', () => {
  for (const [text, effect, conditions] of leads)
    it(`${text} ${effect}`, () => {
      const reading = readLead(phraseOf(text));
      assert.equal(reading.effect, effect);
      if (reading.effect === 'allow') assert.deepEqual(said(reading.conditions), conditions ?? []);
    });
});

describe('readSentenceLead', () => {
  for (const [text, effect] of sentences)
    it(`${text} ${effect ?? 'is none'}`, () => assert.equal(readSentenceLead(phraseOf(text))?.effect, effect));
});

describe('readTransparentLead', () => {
  for (const [text, conditions] of over)
    it(text, () => assert.deepEqual(said(readTransparentLead(phraseOf(text))), conditions));
});
