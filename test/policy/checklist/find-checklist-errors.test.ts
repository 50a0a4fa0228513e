import assert from 'node:assert/strict';
import fc from 'fast-check';
import { builtInChecklist } from '../../../src/policy/built-in-checklist.js';
import { findChecklistErrors } from '../../../src/policy/checklist/find-checklist-errors.js';

const find = (text: string): readonly string[] =>
  findChecklistErrors({ path: 'SKILL.md', text }).map(
    ({ severity, file, line, message }) => `${severity} ${file}:${line} ${message}`,
  );

describe('findChecklistErrors', () => {
  const wrong: Readonly<Record<string, readonly [text: string, error: RegExp]>> = {
    'a check that is misspelt': [
      '# R\n\n- [ ] Own flags <!-- check: flag-ownd -->',
      /^error SKILL\.md:3 There is no check `flag-ownd`.*Did you mean `<!-- check: flag-owned -->`\?$/,
    ],
    'a check that nobody knows': ['- [ ] x <!-- check: accessibility -->', /`accessibility`.*take the comment out/],
    'a name of JavaScript': ['- [ ] x <!-- check: constructor -->', /no check `constructor`/],
    'a check in capitals': ['- [ ] x <!-- check: Flag-Owned -->', /can be read.*`<!-- check: flag-owned -->`\?/],
    'an underscore': ['- [ ] x <!-- check: flag_owned -->', /can be read.*`<!-- check: flag-owned -->`\?/],
    'the plural': ['- [ ] x <!-- checks: flag-owned -->', /can be read.*check: flag-owned/],
    'two names': ['- [ ] x <!-- check: zone, size -->', /can be read.*check: size/],
    'no colon': ['- [ ] x <!-- check flag-owned -->', /can be read.*check: flag-owned/],
    'no name': ['- [ ] x <!-- check: -->', /can be read.*take the comment out/],
    'no end': ['- [ ] x <!-- check: flag-owned', /can be read/],
    'a long one': [`- [ ] x <!-- check: ${'ä '.repeat(300)}-->`, /^.{1,300}$/],
    'a long name': [`- [ ] x <!-- check: ${'a'.repeat(3000)} -->`, /^.{1,300}$/],
    'a second check': ['- [ ] x <!-- check: zone --> <!-- check: size -->', /more than one check/],
    'a second check that is none': ['- [ ] x <!-- check: zone --> <!-- check: sise -->', /more than one check/],
    'a check on the line below its item': ['- [ ] x\n      y <!-- check: zone -->', /:2 .*outside of an item/],
    'a check of a bullet without a box': ['- x <!-- check: zone -->', /outside of an item/],
    'security without a check': [
      '## Security and privacy\n- [ ] No secrets',
      /:2 .*names no check, so nothing decides/,
    ],
    'security in other words': ['## 4. **Security & Privacy** (hard blocker)\n- [ ] No secrets', /names no check/],
    'privacy first': ['### Privacy and security\n1. [x] No secrets <!-- none -->', /names no check/],
  };
  for (const [what, [text, error]] of Object.entries(wrong)) {
    it(`finds ${what}`, () => {
      const found = find(text);
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0] ?? '', error);
    });
  }

  const right: Readonly<Record<string, string>> = {
    'the built-in list': builtInChecklist,
    'no item': '',
    'items for people':
      '## Copy\n- [ ] Read aloud\n- [ ] Legal <!-- check with legal first -->\n- [ ] x <!-- TODO -->\n',
    'check that a person decides so far': '- [ ] x <!-- check: docs -->',
    'a security section of the team’s own': '## Security review\n- [ ] Threat model',
    'an example in a fence': '```\n- [ ] x <!-- check: mine -->\n```',
    'a note outside of items': '<!-- check these twice -->\n<!-- checked by Erin -->',
  };
  for (const [what, text] of Object.entries(right)) {
    it(`finds nothing in ${what}`, () => {
      assert.deepEqual(find(text), []);
    });
  }

  it('says a few of very many, in time', () => {
    assert.equal(find('<!-- check: a -->\n'.repeat(20_000)).length, 20);
    assert.equal(find(`- [ ] ${'<!-- check: '.repeat(30_000)}`).length, 1);
    assert.equal(find(`- [ ] <!-- check: ${'a'.repeat(300_000)} b`).length, 1);
  });

  it('throws on no text', () => {
    fc.assert(fc.property(fc.string(), (text) => find(text).length <= 20));
  });
});
