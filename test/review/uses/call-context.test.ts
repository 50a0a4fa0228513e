import assert from 'node:assert/strict';

import { readCallContext, type CallContext } from '../../../src/review/uses/call-context.js';

describe('what a string is given to', () => {
  const table: readonly (readonly [text: string, context: CallContext])[] = [
    ["t('KEY')", 'translates'],
    ["t(nameOf(x), ['a'], { b: 1 }, 'KEY')", 'translates'],
    ["track(nameOf(x), 'KEY')", 'argument'],
    ["show({ titleKey: 'KEY' })", 'translates'],
    ["show({ title: 'KEY' })", 'other'],
    ["show({ ns: 'KEY' })", 'scopes'],
    ["show(['KEY'])", 'other'],
    ["t(x); const name = 'KEY'", 'other'],
    ["t(x); title: 'KEY'", 'other'],
    ["t(x); titleKey: 'KEY'", 'translates'],
    ['<Trans keyPrefix="KEY" />', 'scopes'],
    ['<Trans i18nKey="KEY" />', 'translates'],
    ["useTranslations('KEY')", 'scopes'],
    ["t(open ? 'KEY' : 'b')", 'translates'],
    ["t((open ? 'KEY' : 'b'))", 'translates'],
    ["x === 'KEY'", 'argument'],
    ["'KEY' | translate", 'translates'],
    ["'KEY'.tr = 3", 'other'],
    ["query_string.get('KEY')", 'argument'],
    ["messages.get('KEY')", 'translates'],
    ["messages.push('KEY')", 'argument'],
    ['<b [class]="\'KEY\'">', 'other'],
  ];
  for (const [text, context] of table)
    it(`is told for ${text}`, () => assert.equal(readCallContext(text, text.search(/["']KEY/)), context));
});
