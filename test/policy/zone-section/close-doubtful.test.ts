import assert from 'node:assert/strict';
import { demandsOn, describeRules, readSection } from '../../support/read-policy.js';

const lists = 'PMs can touch:\n\n- `src/**`\n- `docs/**`\n\n';

describe('paths that words name which nobody understands', () => {
  for (const sentence of [
    'Legal: `docs/legal/**`',
    '`docs/legal/**`: ask Erin.',
    'Finger weg von `docs/legal/**`.',
    'So is `docs/legal/**`.',
    'Phase 2: `docs/legal/**`',
  ])
    it(`are open only together with an engineer where they are less than what a list opens: ${sentence}`, () => {
      const zone = readSection(`${lists}${sentence}\n`);
      assert.equal(demandsOn(zone, 'docs/legal/a.md'), undefined);
      assert.notEqual(demandsOn(zone, 'docs/a.md'), undefined);
      assert.match(
        zone.problems.map(({ message }) => message).join('\n'),
        /`docs\/legal\/\*\*` is open only together with an engineer and the engineering DRI is asked/u,
      );
    });

  it('stay open where a list opens them by the very same name', () => {
    const zone = readSection(`${lists}The guides in \`docs/**\` come first.\n`);
    assert.deepEqual(demandsOn(zone, 'docs/a.md'), ['The guides in `docs/**` come first.']);
    assert.match(
      zone.problems.map(({ message }) => message).join(),
      /or to close it, so the engineering DRI is asked/u,
    );
  });

  it('are all named where they are several', () => {
    const zone = readSection(`${lists}Legal: \`docs/legal/**\`, \`src/terms/**\`\n`);
    assert.match(
      zone.problems.map(({ message }) => message).join(),
      /`docs\/legal\/\*\*`, `src\/terms\/\*\*` are open only/u,
    );
  });

  it('are closed behind the path of an item too', () => {
    const zone = readSection('PMs can touch:\n\n- `docs/**` less `docs/legal/**`\n');
    assert.equal(demandsOn(zone, 'docs/legal/a.md'), undefined);
    assert.deepEqual(demandsOn(zone, 'docs/a.md'), ['less `docs/legal/**`']);
  });

  it('stay open where the item only counts them', () => {
    const zone = readSection('PMs can touch:\n\n- `docs/**` including `docs/adr/**`\n');
    assert.notEqual(demandsOn(zone, 'docs/adr/a.md'), undefined);
  });
});

describe('a sentence that opens, with a refusal behind it', () => {
  for (const words of ['; they cannot touch', ' and cannot touch', ', not', ', but never'])
    it(`locks all that it refuses: “${words}”`, () => {
      const zone = readSection(`${lists}PMs can touch \`src/ui/**\`${words} \`src/auth/**\` and \`docs/legal/**\`.\n`);
      assert.equal(demandsOn(zone, 'src/auth/x.ts'), undefined);
      assert.equal(demandsOn(zone, 'docs/legal/a.md'), undefined);
      const closed = describeRules(zone).filter((rule) => rule.startsWith('-'));
      assert.ok(closed.includes('- src/auth/**') && closed.includes('- docs/legal/**'), closed.join());
    });

  it('locks no name that is only one of content', () => {
    const zone = readSection(
      'PMs can touch:\n\n- `src/i18n/*.json`, never rename `welcome.title` or `src/i18n/*.json`\n',
    );
    assert.notEqual(demandsOn(zone, 'src/i18n/en.json'), undefined);
  });
});
