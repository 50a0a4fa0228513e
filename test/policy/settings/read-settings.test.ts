import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownRoot } from '../../markdown-root.js';
import type { Zone } from '../../../src/policy/policy.js';
import { defaultSettings } from '../../../src/policy/settings/default-settings.js';
import { readSettings, type SettingsReading } from '../../../src/policy/settings/read-settings.js';
import { findZone } from '../../../src/policy/zone-section/find-zone.js';
import { processorTime } from '../../support/processor-time.js';

function settingsOf(text: string): SettingsReading {
  const blocks = findZone(markdownRoot(text), text).section?.blocks ?? [];
  return readSettings(blocks, text);
}

/** The settings of a section's body. */
function settingsIn(body: string): SettingsReading {
  return settingsOf(`## PM zone\n\n${body}\n`);
}

function severities({ problems }: SettingsReading): string {
  return problems.map(({ severity, line }) => `${severity} ${line}`).join(', ');
}

const withoutControls = ({ settings }: SettingsReading): object => ({ ...settings, controls: 'standard' });

describe('readSettings', () => {
  describe('takes controls for regulated, with an error, where that is written', () => {
    const forms = [
      'The old rules say:\nControls: regulated',
      'We love PMs.\nControls: regulated',
      'Controls: regulated, mostly',
      'Controls: regulated until May',
      'Controls - regulated',
      'Controls – regulated',
      'Controls = regulated',
      'Controls → regulated',
      'Controls： regulated',
      'controls are regulated',
      'The controls are regulated.',
      'In this zone the controls are regulated.',
      'Our controls must be regulated',
      'Regulated: yes',
      'Regulated controls apply.',
      'This pilot runs under regulated controls.',
      'Settings: Controls: regulated',
      '**Compliance:** regulated',
      '**Kontrollen:** reguliert',
      '**Contrôles :** réglementés',
      'Controles: regulado',
      '**Controlli:** regolamentati',
      '**Controles:** gereguleerd',
      '**Kontroller:** regulerede',
      '**Contrlos:** regulated',
      '**Сontrols:** regulated',
      'Con\u200btrols: regulated',
      'controlsMode: regulated',
      '*Controls:* regulated',
      '**Controls** regulated',
      '**Controls**\nregulated',
      '**Controls:**\nregulated',
      'Con**tr**ols: regulated',
      '"Controls": regulated',
      '`Controls: regulated`',
      '`Controls`: regulated',
      'Text before. **Controls:** regulated',
      'Text before, **Controls:** regulated',
      '&#67;ontrols: regulated',
      '\\*\\*Controls:\\*\\* regulated',
      '[Controls](x): regulated',
      '[Controls]: regulated',
      '![Controls: regulated](x.png)',
      '- Controls: regulated',
      '1. Controls: regulated',
      '- [ ] Controls: regulated',
      'PMs can touch:\n- `a/**`\n- Controls: regulated',
      '### Controls: regulated',
      '### Controls\n\nregulated',
      '### Controls\n\n- regulated',
      '> **Controls:** regulated',
      '> Controls: regulated',
      '[^1]\n\n[^1]: **Controls:** regulated',
      '~~**Controls:** regulated~~',
      '**Controls:** ~~standard~~',
      '~~Controls: regulated~~',
      '| Controls | regulated |\n|---|---|\n| x | y |',
      '| Setting | Value |\n|---|---|\n| **Controls** | `regulated` |',
      '| Controls | Size limit |\n|---|---|\n| regulated | 5 files |',
      '> | Size | Controls |\n> |---|---|\n> | 5 | regulated |',
      '<b>Controls:</b> regulated',
      '<p>Controls: regulated</p>',
      '<!-- Controls: regulated -->',
      '```yaml\ncontrols: regulated\n```',
      '```\n{"controls": "regulated"}\n```',
      '    controls: regulated',
      'Controls: lax',
      'Controls:',
    ];
    for (const form of forms) {
      it(form.replaceAll('\n', ' / '), () => {
        const found = settingsIn(form);
        assert.equal(found.settings.controls, form === '**Controls:** ~~standard~~' ? 'standard' : 'regulated');
        assert.match(severities(found), /error/u);
      });
    }

    const doubtful = [
      'This repository is regulated (SOX).',
      'The regulated variant applies.',
      '**Regulated environment**',
      'We are a regulated company.',
      '- Everything here is strictly regulated',
      'This repository\nis regulated.',
    ];
    for (const form of doubtful) {
      it(`with a warning where nothing says which controls hold: ${form.replaceAll('\n', ' / ')}`, () => {
        const found = settingsIn(form);
        assert.deepEqual([found.settings.controls, severities(found)], ['regulated', 'warning 3']);
        assert.ok(found.problems[0]?.message.startsWith(`“${form.slice(0, 4)}`), found.problems[0]?.message);
        assert.equal(settingsIn(`${form}\n\n**Controls:** standard`).settings.controls, 'standard');
      });
    }

    const others = [
      'This repository is not regulated.',
      'In unregulated environments, use the standard variant.',
      'Not a regulated product.',
      'Never put regulated data into a text.',
      'What we change is regulated by CODEOWNERS.',
      'Outside of regulated markets this is open.',
      '```\nregulated environment\n```',
    ];
    for (const form of others) {
      it(`not for other words: ${form.replaceAll('\n', ' / ')}`, () => {
        assert.equal(settingsIn(form).settings.controls, 'standard');
      });
    }

    it('says once what comes of a line that is no setting that is known', () => {
      const { problems } = settingsIn('**Kontrollen:** reguliert');
      assert.deepEqual(
        problems.map(({ severity }) => severity),
        ['error'],
      );
    });

    it('says what another name of a setting is, where its default would be less strict', () => {
      const names: Readonly<Record<string, string>> = {
        '**Engineer:** @sam': 'engineers',
        '**Engineering:** @org/eng': 'engineers',
        '**Eng team:** @org/eng': 'engineers',
        '**Compliance:** @org/c': 'compliance sign-off',
        '**Size:** 10 files, 200 lines': 'size limit',
        '**Max size:** 10 files': 'size limit',
        '**Valid until:** 2027-02-05': 'pilot',
        '**Expires:** 5.2.2027': 'pilot',
      };
      for (const [line, setting] of Object.entries(names)) {
        const [problem] = settingsIn(line).problems;
        assert.equal(problem?.severity, 'error', line);
        assert.ok(problem.message.includes(`meant for “${setting}”`), problem.message);
      }
      for (const line of [
        '**Owner:** @sam',
        '**Engineering:** ask @sam',
        '**Size:** keep it small',
        '**Until:** later',
      ])
        assert.deepEqual(
          settingsIn(line).problems.map(({ severity }) => severity),
          ['info'],
          line,
        );
    });

    it('takes no line for a zone that is a draft or suspended', () => {
      for (const line of ['**Status:** draft', '**Status:** currently suspended', '**Zone status:** not yet in force'])
        assert.equal(severities(settingsIn(line)), 'error 3', line);
      assert.equal(severities(settingsIn('**Status:** approved by the platform team')), 'info 3');
    });

    it('does not say of what closes that it changes nothing', () => {
      for (const line of ['**Off limits:** `docs/**`', '**Protected files:** `docs/**`'])
        assert.equal(severities(settingsIn(line)), '', line);
    });

    it('says where that stands which is a column of the list of PMs', () => {
      for (const label of ['Engineering DRI', 'Reviewers', 'Feature folders']) {
        const [problem] = settingsIn(`**${label}:** @erin`).problems;
        assert.match(problem?.message ?? '', /is no setting .* It is a column of the list of PMs/u, label);
        assert.equal(problem?.severity, 'info', label);
      }
    });

    it('takes folders outside of the list of PMs for an error: every PM would have the whole zone', () => {
      assert.equal(severities(settingsIn('**Feature folders:** `src/home`')), 'error 3');
      assert.equal(severities(settingsIn('**Feature folder:** src/home')), 'error 3');
      assert.equal(severities(settingsIn('**Feature folders:** as the table says')), 'info 3');
    });

    it('leaves them standard, with an error, where only that is written', () => {
      for (const form of [
        '- Controls: standard',
        '> **Controls:** standard.',
        '| Controls | standard | x |\n|---|---|---|',
      ]) {
        const found = settingsIn(form);
        assert.equal(found.settings.controls, 'standard', form);
        assert.equal(severities(found), 'error 3', form);
      }
    });
  });

  describe('reads', () => {
    const forms: Readonly<Record<string, Partial<Zone['settings']>>> = {
      'Controls: regulated': { controls: 'regulated' },
      'CONTROLS: REGULATED': { controls: 'regulated' },
      'Size limit: 8 files, 200 lines\nControls: regulated': {
        controls: 'regulated',
        sizeLimit: { files: 8, lines: 200 },
      },
      'Protected data: card number, date of birth\nEngineering DRI: @erin': {
        protectedData: ['card number', 'date of birth'],
      },
      '**Controls: regulated**': { controls: 'regulated' },
      '***Controls:*** regulated': { controls: 'regulated' },
      '__Controls:__ `regulated`': { controls: 'regulated' },
      '**Controls：** regulated': { controls: 'regulated' },
      '**Controls**： regulated (HIPAA)': { controls: 'regulated' },
      '**Control:** regulated': { controls: 'regulated' },
      '- [x] **Controls:** regulated': { controls: 'regulated' },
      '- Settings\n  - **Controls:** regulated': { controls: 'regulated' },
      'PMs can touch:\n- `a/**`\n- **Controls:** regulated': { controls: 'regulated' },
      '🔒 **Controls:** regulated, **Size limit:** 5 files, 50 lines': {
        controls: 'regulated',
        sizeLimit: { files: 5, lines: 50 },
      },
      '**Size limit:** 5 files, 50 lines · **Base branch:** develop': {
        sizeLimit: { files: 5, lines: 50 },
        baseBranch: 'develop',
      },
      '**Size limit:** max 10 files / 250 changed lines per pull request': { sizeLimit: { files: 10, lines: 250 } },
      '**Size limit:** 10 files, 1,000 lines': { sizeLimit: { files: 10, lines: 1000 } },
      '**Audit log:** `src/a/**`,\n`src/b/**`\nand `c/**`': { auditLog: ['src/a/**', 'src/b/**', 'c/**'] },
      '**Audit log:** none': {},
      '**Audit-logs:** src/audit/': { auditLog: ['src/audit/'] },
      '**Flag files:** `a.yaml`, b/c.yaml and\n`d.yaml`': { flagFiles: ['a.yaml', 'b/c.yaml', 'd.yaml'] },
      '**Protected data:** none': {},
      '**Design-System:** src/ui': { designSystem: ['src/ui'] },
      '**Base branch:** develop.': { baseBranch: 'develop' },
      '**Protected data:** resident name, flag\n**Base branch:** develop': {
        protectedData: ['resident name', 'flag'],
        baseBranch: 'develop',
      },
    };
    for (const [form, expected] of Object.entries(forms)) {
      it(form.replaceAll('\n', ' / '), () => {
        const found = settingsIn(form);
        assert.deepEqual(found.settings, { ...defaultSettings, ...expected });
        assert.equal(severities(found), '');
      });
    }

    it('the stricter of a plain line and a bold one, and “strict” as it is read in bold', () => {
      const twice = settingsIn('Controls: standard\n**Controls:** regulated');
      assert.deepEqual([twice.settings.controls, severities(twice)], ['regulated', 'warning 4']);
      for (const line of ['Controls: strict', '**Controls:** strict']) {
        const strict = settingsIn(line);
        assert.deepEqual([strict.settings.controls, severities(strict)], ['regulated', 'warning 3']);
      }
    });

    it('the days of the pilot, the fewest where it is said twice', () => {
      const pilot = (...lines: readonly string[]): unknown => settingsIn(lines.join('\n')).settings.pilot;
      assert.deepEqual(pilot('**Pilot:** 2027-01-11 – 2027-02-05.'), { from: '2027-01-11', to: '2027-02-05' });
      assert.deepEqual(pilot('**Pilot:** 2027-01-11 to 2027-02-05', '**Pilot:** 2027-01-09 to 2027-02-01'), {
        from: '2027-01-11',
        to: '2027-02-01',
      });
      assert.deepEqual(pilot('**Pilot:** 2027-01-11 to 2027-02-05', '**Pilot:** 2027-01-12 to 2027-02-06'), {
        from: '2027-01-12',
        to: '2027-02-05',
      });
    });

    it('the lines that are nothing but settings', () => {
      const found = settingsIn(
        '**Controls:** regulated\nWords.\n**Audit log:** `a/**`,\n`b/**`\n\n- **Flag files:** `c`\n- **Size limit:**\n- `d/**`\n~~**Base branch:** x~~',
      );
      assert.deepEqual([...found.lines], [3, 6, 5, 8]);
    });
  });

  describe('says what it cannot use', () => {
    const forms: readonly (readonly [text: string, severities: string])[] = [
      ['**Audit log:** every file in trail', 'error 3'],
      ['**Audit log:** `src/audit/**` and every file in trail', 'error 3'],
      ['**Audit log:** **/audit/**', 'error 3'],
      ['**Audit log:** */audit/*', 'error 3'],
      ['**Audit log:** [trail](src/audit/**)', 'error 3'],
      ['**Audit log:** tbd', 'error 3'],
      ['**Audit log:** …', 'error 3'],
      ['**Audit log:** `a/**`, ` `', 'error 3'],
      ['**Audit log:**\n- `src/audit/**`', 'error 3'],
      ['Audit log:\n\n- `src/audit/**`', 'error 3'],
      ['~~**Audit log:** `src/audit/**`~~', 'error 3'],
      ['**Audit log:** ` `', 'error 3'],
      ['**Flag files:** the flags', 'error 3'],
      ['**Planning docs:** our plans', 'warning 3'],
      ['**Size limit:** small', 'error 3'],
      ['**Size limit:** 5 files, 100 lines, 3 for migrations', 'error 3'],
      ['**Size limit:** 5 files, 100 lines for Maya', 'warning 3'],
      ['**Size limit:** 5 files', 'warning 3'],
      ['**Base branch:** the develop branch', 'error 3'],
      ['**Pilot:** from 2027-01-11 to 2027-02-05', ''],
      ['**Pilot:** four weeks from January', 'error 3'],
      ['**Pilot:** 2027-02-05 to 2027-01-11', 'error 3'],
      ['**Pilot:** 2027-02-30 to 2027-03-30', 'error 3'],
      ['**Pilot:** 2027-01-01 to 2027-13-01', 'error 3'],
      ['**Engineers:** @org/engineering', ''],
      ['Rules for PMs. Engineers: skip.', ''],
      ['Rules for PMs. Engineers: skip Erin.', 'error 3'],
      ['**Production-critical:** `src/pay/**`', ''],
      ['**Production-critical:** the checkout', 'error 3'],
      ['**Compliance sign-off:** @org/compliance', ''],
      ['**Incident contacts:** none', 'warning 3'],
      ['**Incident contacts:** @org/on-call, #incidents', ''],
      ['**Engineers:** none', 'warning 3'],
      ['**Wave 1:** `src/home/**`\n\n**Wave 2:** `src/cart/**`, after a compliance review', ''],
      ['**Wave 2:** `src/cart/**`, after a fresh compliance review and from 2027-03-01', ''],
      ['**Wave 2:** `src/cart/**` (compliance review on 2027-03-01)', ''],
      ['**Wave 2:** `src/cart/**`, compliance review on 2027-02-30', 'error 3'],
      ['**Wave 2:** `src/cart/**`, from 2027-13-01', 'error 3'],
      ['**Wave 2:** `src/cart/**`, when it feels right', 'error 3'],
      ['**Wave 2:** `../cart/**`', 'error 3'],
      ['**Wave 2:** the cart', 'error 3, error 3'],
      ['**Waves:** `src/cart/**`', 'error 3'],
      ['### Waves\n\n1. Wave 1: `src/home`', 'error 5'],
      ['**Labels:** `pm-change`', 'error 3'],
      ['**Labels:** `size:S` as `size/S`', ''],
      ['**Labels:** none', ''],
      ['**Labels:** size:S as size/S', 'error 3'],
      ['**Labels:** `size:S` as *`size/S`*', 'error 3'],
      ['**Labels:** `size:S` as ~~`size/S`~~', 'error 3'],
      ['**Labels:** `size:S` as `size/S` and never `automerge`', 'error 3'],
      ['**Labels:** `size:S` as `a` or `b`', 'error 3'],
      ['**Labels:** `size:S`, `size:M` as `size`', 'error 3'],
      ['**Labels:** `automerge` as `automerge`', 'error 3'],
      ['**Labels:** `size:S` as `a`, `size:S` as `b`', 'error 3'],
      ['**Labels:** `size:S` as `a`\n\n**Labels:** `size:S` as `b`', 'warning 5, error 5'],
      ['**Labels:** `size:S` as `a`\n\n**Labels:** `size:M` as `b`', 'warning 5'],
      ['**Labels:** `size:S` as `size:XL`', 'error 3'],
      ['**Labels:** `size:S` as `a,automerge`', 'error 3'],
      ['**Labels:** `size:S` as `auto\u200bmerge`', 'error 3'],
      ['**Labels:** `size:S` as `\u202eegremotua`', 'error 3'],
      ['**Labels:** `size:S` as `a\u00a0b`', 'error 3'],
      [`**Labels:** \`size:S\` as \`${'x'.repeat(51)}\``, 'error 3'],
      ['Labels: `size:S` as `size/S`', 'error 3'],
      ['**Confirmation subject:** `docs: confirm`', ''],
      ['**Confirmation subject:** 12: confirm', 'warning 3'],
      ['**Confirmation subject:** docs: bestätigt', 'warning 3'],
      [`**Confirmation subject:** docs: ${'x'.repeat(70)}`, 'warning 3'],
      ['**Confirmation subject:** docs: one\n\n**Confirmation subject:** docs: two', 'warning 5'],
      ['**Colour:** blue', 'info 3'],
      ['**Default branch:** develop', 'info 3'],
    ];
    for (const [form, expected] of forms) {
      it(form.replaceAll('\n', ' / '), () => assert.equal(severities(settingsIn(form)), expected));
    }

    it('and how it is written', () => {
      const [problem] = settingsIn('Audit log: `src/audit/**`').problems;
      assert.match(problem?.message ?? '', /on a line of its own, like \*\*Audit log:\*\* `src\/audit\/\*\*`/u);
    });
  });

  describe('names labels', () => {
    const namesIn = (body: string): unknown => settingsIn(body).settings.labels;

    it('one each, in either order of letters, on one line or more', () => {
      assert.deepEqual(
        namesIn(
          '**Labels:** `pm-authored` as `product`, `SIZE:s` = `size/S`,\n`zone:copy` → `Type: copy ⚠️`; and `ai-assisted` is `AI`.',
        ),
        [
          { own: 'pm-authored', name: 'product' },
          { own: 'size:S', name: 'size/S' },
          { own: 'zone:copy', name: 'Type: copy ⚠️' },
          { own: 'ai-assisted', name: 'AI' },
        ],
      );
    });

    it('by what is right of a line alone, and the first where two are said', () => {
      assert.deepEqual(namesIn('**Labels:** `size:S` as `a`, `size:S` as `b`, `nope` as `c`, `size:M` as `size:m`'), [
        { own: 'size:S', name: 'a' },
        { own: 'size:M', name: 'size:m' },
      ]);
      assert.deepEqual(namesIn('**Labels:** `size:S` as `a`\n\n**Labels:** `size:S` as `b`, `size:M` as `c`'), [
        { own: 'size:S', name: 'a' },
        { own: 'size:M', name: 'c' },
      ]);
      for (const value of ['none', '`x`', '`nope` as `automerge`', '`size:S` as `size:L`'])
        assert.equal(namesIn(`**Labels:** ${value}`), undefined, value);
    });

    it('with words that say what is wrong', () => {
      const said = (value: string): string =>
        settingsIn(`**Labels:** ${value}`)
          .problems.map(({ message }) => message)
          .join();
      assert.match(said('`automerge` as `x`'), /PM Zone sets no label “automerge”\. It sets pm-authored, zone:copy/u);
      assert.match(said('`size:S` as `size:L`'), /cannot be called “size:L”, which is another label of PM Zone/u);
      assert.match(said('`size:S`'), /cannot be read: .* Write it like \*\*Labels:\*\* `size:S` as `size\/S`/u);
    });
  });

  it('keeps the first of two confirmation subjects, with or without the marks of code', () => {
    const subjectOf = (body: string): unknown => settingsIn(body).settings.confirmationSubject;
    assert.equal(subjectOf('**Confirmation subject:** `docs(pm): confirm it`'), 'docs(pm): confirm it');
    assert.equal(subjectOf('**Confirmation subject:** docs: one\n\n**Confirmation subject:** docs: two'), 'docs: one');
    assert.equal(subjectOf('**Confirmation subject:** 12'), undefined);
  });

  describe('says what names a setting without being one', () => {
    const forms = [
      '**Audit log paths:** `src/audit/**`',
      '**Audit lgo:** `src/audit/**`',
      '**Audit logg:** trail',
      '**Our audit log:** `src/audit/**`',
      '**Size limit per PR:** 5 files',
      'Size limit per PR: 5 files',
      'Size limit is 5 files.',
      'size-limit: 5 files',
      '{"sizeLimit": "5 files"}',
      '**Size\nlimit:** 5 files, 3 lines',
      'Size\nlimit: 5 files',
      'Base branch: develop',
      'Base branch = `develop`',
      'Pilot: 2027-01-11 to 2027-02-05',
      'Engineers: @org/engineering',
      'Engineers: who pair: @org/engineering',
      'Engineers for this zone: @org/engineering',
      'Flag files: `config/x.yaml`',
      '- Protected data: ssn, mrn',
      'Protected data: names, ask erin before each change',
      'Protected data: names, docs only with erin',
      'Protected data: prices, and texts wait for hanne',
      'Protected data: names and, in may, docs',
      '<!-- protected data: ssn -->',
      'PMs can touch:\n- `a/**`\n- Size limit: 5 files',
      '| **Audit log** | `src/audit/**` |\n|---|---|',
      'Note **Audit log:** `x/**`',
      '**Controls:** regulated, size limit: 5 files',
      'audit log → `src/audit/**`',
      '**Audit log:** `a/**`,\n`b/**`; base branch: develop',
      'Audit log is `src/audit/**`',
      'Words\nAudit log | `src/audit/**`',
      '**Audit log** `src/audit/**`',
      '### Settings for PMs\n\n- Audit log: `src/audit/**`',
    ];
    for (const form of forms) {
      it(form.replaceAll('\n', ' / '), () => assert.match(severities(settingsIn(form)), /error \d$/u));
    }
  });

  describe('leaves in peace', () => {
    const forms = [
      'PMs can touch, with our design system:\n- `src/**`',
      'Parental controls are in `src/parental`.',
      'Engineers to pair with: @erin, @sol',
      'PMs in the pilot: Ana (@ana). **Engineers on duty:** @erin',
      'Access controls are regulated by SOC 2.',
      'Under regulated controls the plan comes first.',
      'The regulated variant is described in the wiki.',
      'PMs can touch:\n- Flag files: `config/flags.yaml` for flags they own\n- Planning docs: `docs/plans/*.md`',
      'PMs cannot touch:\n- Audit log: `src/audit/**`',
      'Use the design system. Protected data is out of scope.',
      'The audit log: nobody edits it',
      'Engineers can change everything else.',
      'The pilot runs for four weeks.',
      'Design system components only.',
      '**Design system** parts only',
      'Flag files are reviewed by engineers.',
      'The size limit keeps reviews short.',
      'Our controls: see the framework.',
      'Planning docs live beside the feature.',
      'Keep changes small, design system only.',
      '| Area | Path | PMs |\n|---|---|---|\n| Design system | `src/ds/**` | no |\n| Audit log | `src/audit/**` | no |',
      '| Area | Owner |\n|---|---|\n| Design system | @org/ds |',
      '```ts\nconst controls = useControls();\nlabels: [1]\n```',
      '### Pilot roster\n\n### Audit log\n\n### Controls',
      '**PMs can change flag files:** `a/**`',
      '<!-- prettier-ignore -->',
    ];
    for (const form of forms) {
      it(form.replaceAll('\n', ' / '), () => {
        const found = settingsIn(form);
        assert.equal(severities(found), '');
        assert.deepEqual(found.settings, defaultSettings);
      });
    }
  });

  it('reads who signs for compliance as it reads engineers; said twice, only who is named both times', () => {
    const { settings, problems } = settingsIn('**Compliance sign-off:** @org/compliance, the lawyers, @sam');
    assert.deepEqual(settings.compliance, ['@org/compliance', '@sam']);
    assert.match(problems[0]?.message ?? '', /“Compliance sign-off” cannot use “the lawyers”/);
    const twice = settingsIn('**Compliance sign-off:** @a, @b\n\n**Compliance signoff:** @b');
    assert.deepEqual(twice.settings.compliance, ['@b']);
    assert.equal(settingsIn('Words.').settings.compliance, undefined);
  });

  it('takes for engineers whom it can know, and of two lists those in both', () => {
    const mixed = settingsIn('**Engineers:** @erin, the backend team, @org/eng');
    assert.deepEqual(mixed.settings.engineers, ['@erin', '@org/eng']);
    assert.deepEqual(
      mixed.problems.map(({ severity, message }) => `${severity}: ${message.split(':')[0]}`),
      ['warning: “Engineers” cannot use “the backend team”'],
    );
    const twice = settingsIn('**Engineers:** @erin, @org/eng\n\n**Engineers:** @org/eng, @sam');
    assert.deepEqual(twice.settings.engineers, ['@org/eng']);
  });

  describe('outside of the section', () => {
    const forms: readonly (readonly [text: string, controls: string, severities: string])[] = [
      ['---\ncontrols: regulated\n---\n\n## PM zone\n\nx\n', 'regulated', 'error 2'],
      ['# Top\n\n**Controls:** regulated\n\n## PM zone\n\nx\n', 'regulated', 'error 3'],
      [
        '## PM zone\n\nx\n\n## Settings\n\n**Size limit:** 5 files\n**Audit log:** `x/**`\n**Base branch:** main\n',
        'standard',
        'error 7, error 8',
      ],
      [
        '# Game\n\n**Controls:** keys\n\n**Design system:** `src/ds`\n\nSize limit: 5 files\n\n## PM zone\n\nx\n',
        'standard',
        '',
      ],
    ];
    for (const [text, controls, expected] of forms) {
      it(text.replaceAll('\n', ' / '), () => {
        const found = settingsOf(text);
        assert.equal(found.settings.controls, controls);
        assert.equal(severities(found), expected);
      });
    }
  });

  describe('whatever the form', () => {
    const values: readonly (readonly [label: string, value: string, expected: Partial<Zone['settings']>])[] = [
      ['Controls', 'regulated', {}],
      ['Size limit', '5 files, 50 lines', { sizeLimit: { files: 5, lines: 50 } }],
      ['Design system', '`src/ui`', { designSystem: ['src/ui'] }],
      ['Flag files', '`config/x.yaml`', { flagFiles: ['config/x.yaml'] }],
      ['Protected data', '`ssn`', { protectedData: ['ssn'] }],
      ['Planning docs', '`docs/plans/*.md`', { planningDocs: ['docs/plans/*.md'] }],
      ['Audit log', '`src/audit/**`', { auditLog: ['src/audit/**'] }],
      ['Base branch', 'develop', { baseBranch: 'develop' }],
      ['Labels', '`size:S` as `size/S`', { labels: [{ own: 'size:S', name: 'size/S' }] }],
    ];
    const marks = ['', '**', '__', '*', '***', '~~', '`', '"', '<b>'];
    const frames: readonly ((line: string) => string)[] = [
      (line) => line,
      (line) => `- ${line}`,
      (line) => `1. ${line}`,
      (line) => `- [ ] ${line}`,
      (line) => `- ✅ ${line}`,
      (line) => `- Settings\n  - ${line}`,
      (line) => `> ${line}`,
      (line) => `> - ${line}`,
      (line) => `### ${line}`,
      (line) => `| ${line.replace(/:/u, ' | ')} |\n|---|---|\n| a | b |`,
      (line) => `| Setting | Value |\n|---|---|\n| ${line.replace(/:/u, ' | ')} |`,
      (line) => `\`\`\`\n${line}\n\`\`\``,
      (line) => `<!-- ${line} -->`,
      (line) => `<div>\n${line}\n</div>`,
      (line) => `Some words.\n${line}\nMore words.`,
      (line) => `Some words. ${line}`,
    ];
    const noises: readonly ((label: string) => string)[] = [
      (label) => label,
      (label) => label.toUpperCase(),
      (label) => label.toLowerCase(),
      (label) => label.replace('o', 'о').replace('i', 'і'),
      (label) => `${label.slice(0, 3)}\u200b${label.slice(3)}`,
      (label) => label.replace(' ', '-'),
      (label) => label.replace(' ', '_'),
      (label) =>
        label
          .normalize('NFKC')
          .replace(/[a-z]/gu, (letter) => String.fromCodePoint(0xff21 + 32 + letter.charCodeAt(0) - 97)),
    ];

    it('a setting is read, or an error stands', () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...values),
          fc.constantFrom(...marks),
          fc.constantFrom(...frames),
          fc.constantFrom(...noises),
          fc.constantFrom(':', ': ', ' : ', '：', ' ='),
          fc.constantFrom('label', 'label and colon', 'line'),
          ([label, value, expected], mark, frame, noise, colon, extent) => {
            const end = mark === '<b>' ? '</b>' : mark;
            const name = noise(label);
            const line =
              extent === 'label'
                ? `${mark}${name}${end}${colon} ${value}`
                : extent === 'line'
                  ? `${mark}${name}${colon} ${value}${end}`
                  : `${mark}${name}${colon.trim()}${end} ${value}`;
            const body = frame(line);
            const found = settingsIn(body);
            if (label === 'Controls') assert.equal(found.settings.controls, 'regulated', body);
            const isRead =
              Object.keys(expected).length > 0 &&
              fc.stringify(withoutControls(found)) === fc.stringify({ ...defaultSettings, ...expected });
            const isError = found.problems.some(({ severity }) => severity === 'error');
            assert.ok(label === 'Controls' || isRead || isError, body);
          },
        ),
        { numRuns: 1500 },
      );
    });

    it('it throws on none, and lines are of the text', () => {
      fc.assert(
        fc.property(
          fc.string({ unit: 'binary', maxLength: 100 }),
          fc.constantFrom(...values),
          (text, [label, value]) => {
            const found = settingsIn(`${text}\n**${label}:** ${value} ${text}`);
            for (const { line } of found.problems) assert.ok(line >= 1);
          },
        ),
        { numRuns: 300 },
      );
    });
  });

  it('reads blocks that were built without positions', () => {
    const blocks = [
      { type: 'paragraph' as const, children: [{ type: 'text' as const, value: 'Controls: regulated' }] },
    ];
    assert.equal(readSettings(blocks, 'Controls: regulated').settings.controls, 'regulated');
  });

  it('takes a moment for a hostile text', () => {
    for (const line of [
      '. '.repeat(9000),
      '| '.repeat(9000),
      'controls '.repeat(2000),
      'a: '.repeat(6000),
      '<!-'.repeat(6000),
    ]) {
      const start = processorTime();
      readSettings([], `${line}\n`.repeat(20));
      assert.ok(processorTime() - start < 3000, line.slice(0, 10));
    }
  });
});
