import assert from 'node:assert/strict';
import { readPolicy } from '../../support/read-policy.js';

const said = (policy: string): readonly string[] =>
  (readPolicy(policy)?.problems ?? []).map(({ severity, line, message }) => `${severity} ${line} ${message}`);

describe('a section that speaks of PMs and is no PM zone', () => {
  for (const heading of ['What product managers may touch', 'Product managers', 'For our PMs'])
    it(`is an error where nothing else is a zone: ${heading}`, () => {
      const [first, ...more] = said(`# App\n\n## ${heading}\n\nOpen:\n\n- the texts in \`locales/**\`\n`);
      assert.match(first ?? '', /^error 3 .*looks like the heading of a PM zone and is none, so nothing is open/);
      assert.deepEqual(more, []);
    });

  it('is one by the head of its table, too', () => {
    const table = '| Path | Engineer | PM |\n| --- | --- | --- |\n| `docs/**` | yes | yes |\n';
    assert.match(said(`## Who may touch what\n\n${table}`).join(), /^error 1 “Who may touch what” looks like/);
  });

  it('is nothing where there is a zone, where no path is named, or where nobody speaks of PMs', () => {
    const zone = '## PM zone\n\nPMs can touch:\n\n- `docs/**`\n';
    assert.deepEqual(said(`## Product managers\n\n- \`locales/**\`\n\n${zone}`), said(zone));
    for (const policy of [
      '## Product managers\n\n- ask in `#product`, see [the wiki](https://acme.example/wiki) and `https://acme.example/a`\n',
      '## Product managers\n\n`docs/**` is theirs.\n',
      '## Package manager\n\n- `pnpm-lock.yaml`, `packages/**`\n',
      '- PMs: `docs/**`\n\n## Commands\n\n| PM2 | |\n| --- | --- |\n| `pm2/**` | |\n',
    ])
      assert.equal(readPolicy(policy), undefined, policy);
  });
});
