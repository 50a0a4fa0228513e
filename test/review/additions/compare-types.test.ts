import assert from 'node:assert/strict';

import { breachesOf } from './program-breaches.js';

describe('compareTypes, compareInterfaces and compareEnums', () => {
  it('keep members without a name where they are the same', () => {
    const before = 'interface E { [key: string]: unknown; (): void; a: 1 }';
    assert.deepEqual(breachesOf(before, 'interface E { a: 1; (): void; [key: string]: unknown; b?: 1 }'), []);
    assert.deepEqual(breachesOf('type E = { [k: string]: A }', 'type E = { [k: string]: A; b: B }'), []);
  });

  it('report a member without a name that is gone, says something else or is new', () => {
    const gone = ['“E.” is gone', '{ [key: string]: 2 }'];
    assert.deepEqual(breachesOf('type E = { [key: string]: 1 }', 'type E = { [key: string]: 2 }'), [
      gone,
      ['“E.” is new', '[key: string]: 2 }'],
    ]);
    assert.deepEqual(breachesOf('type E = { [key: string]: 1; (): 1 }', 'type E = { [key: string]: 1 }'), [
      ['“E.” is gone', '{ [key: string]: 1 }'],
    ]);
    assert.deepEqual(breachesOf('type E = { a: 1 }', 'type E = { a: 1; (): void }'), [['“E.” is new', '(): void }']]);
  });

  it('take a new member without a type for a duty, unless it may be left out', () => {
    assert.deepEqual(breachesOf('interface E { a: 1 }', 'interface E { a: 1; b }'), [
      ['“E.b” is a new part of an existing event', 'b }'],
    ]);
    assert.deepEqual(breachesOf('interface E { a: 1 }', 'interface E { a: 1; b? }'), []);
  });

  it('take a count among counts for a measure of its own', () => {
    const before = 'interface IDailyMeasures { clicks: number; readonly isNew: boolean }';
    assert.deepEqual(breachesOf(before, before.replace('}', '; readonly views: number }')), []);
    for (const [old, member] of [
      [before, 'name: string'],
      [before.replace('boolean', 'string'), 'views: number'],
      [before.replace('IDailyMeasures', 'Signup'), 'views: number'],
    ] as const)
      assert.equal(breachesOf(old, old.replace('}', `; ${member} }`)).length, 1, `${old} ${member}`);
  });

  it('let members without a type stay, and none get one', () => {
    assert.deepEqual(breachesOf('interface E { a }', 'interface E { b?: 1; a }'), []);
    assert.deepEqual(breachesOf('interface E { a }', 'interface E { a: 1 }'), [['“E.a” is not what it was', 'a: 1 }']]);
  });

  it('let an event of a union grow by what may be left out', () => {
    const before = "type E = { type: 'sent'; to: string } | { kind: 'read' } | 'gone';";
    assert.deepEqual(breachesOf(before, before.replace('to: string', 'to: string; at?: number')), []);
    assert.deepEqual(breachesOf(before, before.replace('to: string', 'to: string; at: number')), [
      ['“E.at” is a new part of an existing event', "at: number } | { kind: 'read' } | 'gone';"],
    ]);
    for (const after of [
      before.replace('; to: string', ''),
      before.replace("'sent'", "'mailed'"),
      before.replace('kind', 'name'),
      before.replace(" | 'gone'", " | 'went'"),
    ])
      assert.notDeepEqual(breachesOf(before, after), [], after);
    const computed = "type E = { [kind]: 'a'; type: 'sent' } | { to: 1 };";
    assert.deepEqual(breachesOf(computed, computed.replace("'sent' }", "'sent'; at?: 1 }")), []);
    const grownBesideNameless = "type E = { to: 2 } | { type: 'sent'; at?: 1 };";
    assert.deepEqual(breachesOf("type E = { type: 'sent' } | { to: 1 };", grownBesideNameless).length, 1);
    const nameless = 'type E = { to: string } | { at: 1 };';
    assert.notDeepEqual(breachesOf(nameless, nameless.replace('string', 'string; by?: 1')), []);
  });

  it('let a property of an event that a type wraps take one value more', () => {
    const before = "type E = ScopedEvent<{ name: 'Opened'; payload: { from: 'a' | 'b'; id?: string } }>;";
    assert.deepEqual(breachesOf(before, before.replace("'b'", "'b' | 'c'")), []);
    assert.deepEqual(breachesOf(before, before.replace('id?', 'at?: number; id?')), []);
    for (const after of [
      before.replace(" | 'b'", ''),
      before.replace("'a' | 'b'", 'string'),
      before.replace("'Opened'", "'Closed'"),
      before.replace('id?', 'at: number; id?'),
      before.replace('ScopedEvent', 'OtherEvent'),
      before.replace('}>', '}, true>'),
      before.replace(/<.*>/, "<'a'>"),
    ])
      assert.notDeepEqual(breachesOf(before, after), [], after);
    for (const name of ['Exclude', 'OmitEvent', 'Wrapped', 'Names.Event']) {
      const other = before.replace('ScopedEvent', name);
      assert.notDeepEqual(breachesOf(other, other.replace("'b'", "'b' | 'c'")), [], name);
    }
    const plain = 'type E = Event;';
    assert.notDeepEqual(breachesOf(plain, 'type E = Event<{ a?: 1 }>;'), []);
  });

  it('compare the members of an enum, its modifiers and its order', () => {
    assert.deepEqual(breachesOf('enum E { A, B }', 'enum E { A, B, C }'), []);
    assert.deepEqual(breachesOf('enum E { A, B }', 'enum E { A }'), [['“E.B” is gone', 'enum E { A }']]);
    assert.deepEqual(breachesOf('enum E { A }', 'declare enum E { A }'), [
      ['“E” is not what it was', 'declare enum E { A }'],
    ]);
    assert.deepEqual(breachesOf('enum E { A = 1, B }', 'enum E { A = 1, C = 7, B }'), [
      ['“E.C” changes “E”', 'C = 7, B }'],
      ['“E (its order gives the values)” is not what it was', 'C = 7, B }'],
    ]);
  });
});
