import assert from 'node:assert/strict';
import { findStrayBrace } from '../../../src/catalogs/faults/find-stray-brace.js';
import { readMessageShape } from '../../../src/catalogs/message-shape.js';

describe('findStrayBrace', () => {
  it('finds a brace by itself where the program that fills a text in stops at it', () => {
    for (const [message, dialect, offset] of [
      ['Hi {name} {', 'vue', 10],
      ['Hi {name} }', 'vue', 10],
      ['Hi {}', 'vue', 3],
      ['Hi { }', 'vue', 3],
      ['Hi {0} {', 'numbered', 7],
      ['Hi { {0}', 'quoting', 3],
      ['Hi {0', 'numbered', 3],
    ] as const) {
      assert.equal(findStrayBrace(message, dialect)?.offset, offset, message);
      assert.equal(readMessageShape(message, dialect, undefined).problem?.offset, offset, message);
    }
    assert.match(String(findStrayBrace('{', 'vue')?.message), /is written “\{'\{'\}”/u);
  });

  it('finds none that is written out, or that fills something in, and none elsewhere', () => {
    for (const [message, dialect] of [
      ["Hi {name} {'{'} {'}'} \\{", 'vue'],
      ['Hi {name}, {n, number} {0}', 'vue'],
      ['Hi {{}} and {0}', 'numbered'],
      ['{0,choice,0#none|1#one {1}|1<{0} nodes}', 'numbered'],
      ['Hi {0:N2} {1,10} }', 'numbered'],
      ["Hi '{' {0}", 'quoting'],
      ['Hi {', 'numbered'],
      ['Hi {name} {', 'braces'],
    ] as const)
      assert.equal(findStrayBrace(message, dialect), undefined, message);
  });

  it('takes time in line with the length of a text', () => {
    const before = performance.now();
    for (const part of ['{', '}', '{ ', "{'", '{0', "'{"])
      for (const dialect of ['vue', 'numbered'] as const) findStrayBrace(`{0}${part.repeat(50_000)}`, dialect);
    assert.ok(performance.now() - before < 2000);
  });
});
