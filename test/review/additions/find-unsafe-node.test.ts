import assert from 'node:assert/strict';

import { findUnsafeNode } from '../../../src/review/additions/find-unsafe-node.js';
import { breachesOf, statementOf } from './program-breaches.js';

/** The text of what might do more than name and send, in a text that may use `sdk` and `names`. */
function unsafeIn(text: string): string | undefined {
  const node = findUnsafeNode(statementOf(text), new Set(['sdk', 'names']));
  return node && text.slice(node.start, node.end);
}

describe('firstUnsafe', () => {
  it('lets a function send through what may not be there', () => {
    for (const call of [
      "sdk?.track('a')",
      "sdk.track?.('a')",
      "sdk?.capture('a', { b: names.b })",
      "sdk['a'].track()",
    ]) {
      assert.equal(unsafeIn(`function f() { ${call}; }`), undefined, call);
      assert.equal(unsafeIn(`async function f() { await ${call}; void ${call}; return ${call}; }`), undefined, call);
    }
  });

  it('refuses other calls, whatever is in between', () => {
    for (const call of [
      "sdk?.load('a')",
      "sdk.load?.('a')",
      "sdk['track']('a')",
      "sdk?.['track']('a')",
      '(() => 1)()',
    ]) {
      assert.equal(unsafeIn(`function f() { return ${call}; }`), call);
      assert.equal(unsafeIn(`function f() { ${call}; }`), `${call};`);
    }
  });

  it('refuses the ways from a value to what made it, written with a point or as a text', () => {
    for (const name of ['constructor', '__proto__', 'prototype', 'call', 'apply', 'bind']) {
      for (const member of [`sdk.${name}`, `sdk?.${name}`, `sdk['${name}']`, `sdk?.['${name}']`]) {
        assert.equal(unsafeIn(`function f() { return ${member}; }`), member);
      }
    }
    assert.equal(unsafeIn("function f() { return sdk['name']; }"), undefined);
    assert.equal(unsafeIn('function f() { return sdk[0]; }'), undefined);
  });

  it('knows no name that a constructor makes a property of, and lets no constructor be added', () => {
    const before = "import { track } from './t'; class E { a() { track('a'); } }";
    const added = "constructor(private b: string) { track('b', b); } }";
    assert.deepEqual(breachesOf(before, before.replace(/}$/, added)), [['“E.constructor” is new', added]]);
  });
});
