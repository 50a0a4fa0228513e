import assert from 'node:assert/strict';
import type { Policy } from '../../../src/policy/policy.js';
import { addBacking } from '../../../src/setup/files/add-backing.js';
import type { PilotRequest } from '../../../src/setup/pilot-request.js';
import { surveyedFiles } from '../../support/surveyed-files.js';

const closed = [
  { matter: 'money', glob: '**/pay/**', files: 4, owned: [{ owners: ['@a'], files: 1 }], unowned: 3 },
  { matter: 'money', glob: '**/bill/**', files: 2, owned: [], unowned: 2 },
  { matter: 'data', glob: '**/data/**', files: 2, owned: [{ owners: ['@a'], files: 2 }], unowned: 0 },
];
const backing = ['**/bill/ @org/eng', '/CLAUDE.md @org/eng'];

interface Asked {
  readonly text?: string | undefined;
  readonly file?: string | undefined;
  readonly lines?: readonly string[];
  readonly engineers?: readonly string[];
  readonly isZoneOnly?: boolean;
}

async function after({
  text,
  file = 'CODEOWNERS',
  lines = backing,
  engineers = ['@org/eng'],
  isZoneOnly = false,
}: Asked) {
  const request = { answers: { engineers }, isZoneOnly } as unknown as PilotRequest;
  const policy = { tips: [{ codeowners: file === '' ? undefined : { file } }] } as unknown as Policy;
  const { revision } = surveyedFiles(text === undefined ? {} : { CODEOWNERS: text });
  return (await addBacking(request, revision, { policy, backing: lines }, closed))?.after;
}

describe('addBacking', () => {
  it('adds at the end the lines that take nothing from anybody', async () => {
    const added = '# What product managers cannot touch\n**/bill/ @org/eng\n/CLAUDE.md @org/eng\n';
    assert.equal(await after({ text: '* @a\n' }), `* @a\n\n${added}`);
    assert.equal(await after({ text: '* @a' }), `* @a\n\n${added}`);
    assert.equal(await after({ text: '' }), `\n${added}`);
    assert.equal(await after({ text: '* @a\r\n' }), `* @a\r\n\r\n${added.replaceAll('\n', '\r\n')}`);
  });

  it('puts those of folders that are owned in part first, where every line that is there goes on to count', async () => {
    const ahead =
      '# What product managers cannot touch, as far as no line below says whose it is\n**/pay/ @org/eng\n\n';
    const lines = ['**/pay/ @org/eng'];
    assert.equal(await after({ text: 'web/pay/ @a\n', lines }), `${ahead}web/pay/ @a\n`);
    assert.equal(await after({ text: '\uFEFFweb/pay/ @a', lines }), `\uFEFF${ahead}web/pay/ @a`);
    assert.equal(await after({ text: 'web/pay/ @a\r\n', lines }), `${ahead.replaceAll('\n', '\r\n')}web/pay/ @a\r\n`);
    assert.equal(
      await after({ text: '# Owners\nweb/pay/ @a\n', lines: [...backing, ...lines] }),
      `${ahead}# Owners\nweb/pay/ @a\n\n# What product managers cannot touch\n**/bill/ @org/eng\n/CLAUDE.md @org/eng\n`,
    );
  });

  it('leaves the file alone where that would change more, or nobody said who owns it', async () => {
    for (const asked of [
      { text: '[Section]\n* @a\n' },
      { text: '* @a\n^[Optional]\n' },
      { text: '* @a\n', engineers: [] },
      { text: '* @a\n', isZoneOnly: true },
      { text: 'web/pay/ @a\n', lines: ['**/data/ @org/eng'] },
      { text: 'web/pay/ @a\napps/pay/\n', lines: ['**/pay/ @org/eng'] },
      { text: 'web/pay/ @a\napps/pay/ # nobody\n', lines: ['**/pay/ @org/eng'] },
      { text: undefined },
      { text: '* @a\n', file: '' },
    ])
      assert.equal(await after(asked), undefined);
  });
});
