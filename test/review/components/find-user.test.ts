import assert from 'node:assert/strict';
import { findUser, unknownUser } from '../../../src/review/components/find-user.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';

const path = 'src/ui/button.tsx';

function userOf(files: SideFiles, name: string, more: Partial<Parameters<typeof findUser>[0]['breakage']> = {}) {
  const context = createReviewContext({ base: files, head: files });
  return findUser({ path, breakage: { kind: 'lost', name, ...more } }, context);
}

describe('findUser', () => {
  it('finds a program that names the export as a whole word, in another file', async () => {
    assert.equal(await userOf({ [path]: 'Button', 'a.ts': 'import { Button }' }, 'Button'), 'a.ts');
    for (const files of [{ 'a.ts': 'Buttons' }, { 'a.json': 'Button' }, { 'node_modules/a.js': 'Button' }, {}])
      assert.equal(await userOf({ [path]: 'Button', ...files }, 'Button'), undefined, JSON.stringify(files));
    assert.equal(await userOf({ 'a.test.tsx': 'Button', 'b.tsx': 'Button' }, 'Button'), 'b.tsx');
    const gone = createReviewContext({ base: { 'a.ts': 'Button' } });
    assert.equal(await findUser({ path, breakage: { kind: 'lost', name: 'Button' } }, gone), undefined);
    assert.equal(await userOf({ 'a.vue': 'import b from "./button"' }, 'default'), 'a.vue');
  });

  it('finds one that takes a prop that is gone, or does not give one that is demanded', async () => {
    const files = { 'a.tsx': '<Button size />' };
    assert.equal(await userOf(files, 'Button', { kind: 'lost-prop', prop: 'size' }), 'a.tsx');
    assert.equal(await userOf(files, 'Button', { kind: 'lost-prop', prop: 'kind' }), undefined);
    assert.equal(await userOf(files, 'Button', { kind: 'required', prop: 'size' }), undefined);
    assert.equal(await userOf(files, 'Button', { kind: 'required', prop: 'kind' }), 'a.tsx');
  });

  it('takes for used what it could not look at', async () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`${n}.ts`, 'Button']));
    assert.equal(await userOf(many, 'Button'), unknownUser);
    const context = createReviewContext({ base: { 'a.ts': 'Button' } });
    const breakage = { kind: 'lost', name: 'Button' } as const;
    const blind = { ...context.snapshot, search: () => Promise.resolve(undefined) };
    assert.equal(await findUser({ path, breakage }, { ...context, snapshot: blind }), unknownUser);
    const large = createReviewContext({
      head: { 'a.ts': { mode: '100644', oid: undefined, bytes: 9, unread: 'too-large' } },
    });
    assert.equal(await findUser({ path, breakage }, large), 'a.ts');
  });
});
