import assert from 'node:assert/strict';

import fc from 'fast-check';

import { escapeExpression } from '../../src/text/escape-expression.js';

describe('escapeExpression', () => {
  it('matches the text and nothing else', () => {
    fc.assert(fc.property(fc.string(), (text) => assert.match(text, new RegExp(`^(?:${escapeExpression(text)})$`))));
    assert.doesNotMatch('axb', new RegExp(escapeExpression('a.b')));
  });
});
