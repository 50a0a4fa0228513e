import assert from 'node:assert/strict';
import { readPilotAnswers } from '../../../src/commands/init/read-pilot-answers.js';
import type { PilotAnswers } from '../../../src/setup/pilot-answers.js';

const read = (values: Readonly<Record<string, string | readonly string[]>>): PilotAnswers =>
  readPilotAnswers({ values, positionals: [] });

const maya = {
  name: 'Maya Rivera',
  email: 'maya@example.com',
  handle: '@maya',
  folders: [],
  flags: [],
  reviewers: [],
  engineeringDris: [],
  productDris: [],
};

describe('readPilotAnswers', () => {
  it('reads nothing where nothing was said', () => {
    assert.deepEqual(read({}), {
      people: [],
      controls: undefined,
      open: [],
      workspaces: [],
      engineers: [],
      release: undefined,
    });
  });

  it('reads a PM with all that is said of them', () => {
    const answers = read({
      pm: ['Maya Rivera <maya@example.com>'],
      handle: ['maya'],
      folders: ['src/home/, ./src/list'],
      flags: ['new-home'],
      reviewers: ['@org/home'],
      dri: ['@erin'],
      'product-dri': ['paul'],
      engineers: '@org/eng @erin',
      controls: 'regulated',
      open: 'events,components',
      workspaces: './apps/web/',
      release: 'a'.repeat(40),
    });
    assert.deepEqual(answers, {
      people: [
        {
          ...maya,
          folders: ['src/home', 'src/list'],
          flags: ['new-home'],
          reviewers: ['@org/home'],
          engineeringDris: ['@erin'],
          productDris: ['@paul'],
        },
      ],
      controls: 'regulated',
      open: ['events', 'components'],
      workspaces: ['apps/web'],
      engineers: ['@org/eng', '@erin'],
      release: 'a'.repeat(40),
    });
  });

  it('reads several, each with their own or all with the same', () => {
    const { people } = read({
      pm: ['Maya Rivera <maya@example.com> @maya', 'Tom <tom@example.com> @tom'],
      folders: ['src/home', 'src/list'],
      reviewers: ['@org/home'],
    });
    assert.deepEqual(
      people.map(({ handle, folders, reviewers }) => [handle, folders, reviewers]),
      [
        ['@maya', ['src/home'], ['@org/home']],
        ['@tom', ['src/list'], ['@org/home']],
      ],
    );
  });

  it('takes a folder by the name that it has, with brackets, blanks and quotes', () => {
    const folders = ['app/(my shop)/[locale]/[[...slug]], src/home "my app/ü"'];
    const { people } = read({ pm: ['Maya Rivera <maya@example.com> @maya'], folders });
    assert.deepEqual(people[0]?.folders, ['app/(my shop)/[locale]/[[...slug]]', 'src/home', 'my app/ü']);
  });

  it('says what it cannot read', () => {
    const pm = ['Maya Rivera <maya@example.com> @maya'];
    const two = [...pm, 'Tom <tom@example.com> @tom'];
    const cases: readonly (readonly [Readonly<Record<string, string | readonly string[]>>, RegExp])[] = [
      [{ reviewers: ['@org/home'] }, /--reviewers is about a PM/u],
      [{ pm: ['Maya'] }, /“Maya” is no PM/u],
      [{ pm: ['Maya | x <maya@example.com>'] }, /is no PM/u],
      [{ pm: ['Maya <maya>'] }, /is no PM/u],
      [{ pm: ['Maya <maya@example.com>'] }, /The handle of Maya is missing/u],
      [{ pm, handle: ['@org/team'] }, /nobody's handle/u],
      [{ pm: two, handle: ['@maya'] }, /--handle was given 1 times for 2 PMs: give it once for each/u],
      [{ pm, flags: ['a', 'b'] }, /--flags was given 2 times for 1 PMs: give it once for all, or once for each/u],
      [{ pm, folders: ['../x'] }, /“\.\.\/x” cannot stand among the feature folders/u],
      [{ pm, flags: ['`x`'] }, /cannot stand among the flags/u],
      [{ pm, dri: ['a|b'] }, /cannot stand among the engineering DRIs/u],
      [{ controls: 'none' }, /no controls called none/u],
      [{ release: 'v1' }, /40 characters/u],
      [
        { open: 'code' },
        /“code” is nothing that could be opened besides; what could is more-docs, code-texts, events, components\./u,
      ],
      [{ workspaces: '..' }, /cannot stand among the workspaces/u],
    ];
    for (const [values, said] of cases) assert.throws(() => read(values), said);
  });
});
