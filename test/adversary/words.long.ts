import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  changedClone,
  confirmAll,
  countConfirmed,
  editTexts,
  gateItems,
  textsPath,
  trailersOf,
  type ItemObject,
} from '../attestations/play.js';
import { appendixA } from '../support/pilot-repository.js';
import { pmZone } from '../support/run-command-line.js';
import type { TemporaryRepository } from '../support/temporary-repository.js';
import { processorTime } from '../support/processor-time.js';

const maya = 'Maya <maya@example.com>';
const subject = 'chore: confirm the review items of this change';
const others = `
| PM | Email | Feature folders | Flags | Reviewers | Engineering DRI | Product DRI | Status |
| --- | --- | --- | --- | --- | --- | --- | --- |
| Maya (@maya) | maya@example.com | src/home | new-home | @org/home | @erin | @paul | active |
| Kim (@kim) | kim@example.com | src/home | new-home | @org/home | @erin | @paul | active |
| Rob (@rob) | rob@example.com | src/home | new-home | @org/home | @erin | @paul | revoked |
`;

/** Design §9, "Attestations travel with the branch": what is not the PM's own word for exactly this content counts for nothing, and what is, does. */
describe('the word of a PM', () => {
  let clone: TemporaryRepository;
  let origin: TemporaryRepository;
  let remove: () => void;
  /** The lines that a true word has, one string. */
  let words: string;
  let start: string;
  before(async () => {
    ({ clone, origin, remove } = changedClone({ policy: appendixA + others }));
    start = clone.git('rev-parse', 'HEAD');
    await confirmAll(clone);
    words = trailersOf(clone).join('\n');
  });
  after(() => remove());
  beforeEach(() => {
    clone.git('switch', '-q', '-C', 'pm/mine', start);
    clone.git('reset', '-q', '--hard');
  });

  const say = (message: string, author = maya): string => clone.commit(message, { author });
  /** A commit object as it is, on top of HEAD. */
  function sayRaw(message: string | Buffer, headers: Partial<Record<'author' | 'more', string>> = {}): void {
    const head = clone.git('rev-parse', 'HEAD');
    const tree = clone.git('rev-parse', 'HEAD^{tree}');
    const { author = `${maya} 1700000000 +0000`, more = '' } = headers;
    const object = Buffer.concat([
      Buffer.from(
        `tree ${tree}\nparent ${head}\nauthor ${author}\ncommitter ${maya} 1700000000 +0000\n${more}\n`,
        'latin1',
      ),
      Buffer.from(message),
    ]);
    const made = clone.gitWith(object, 'hash-object', '-t', 'commit', '-w', '--stdin', '--literally');
    clone.git('reset', '-q', '--hard', made);
  }
  const none = async (items?: readonly ItemObject[]): Promise<readonly ItemObject[]> => {
    const found = items ?? (await gateItems(clone));
    assert.ok(found.length > 0);
    assert.deepEqual(
      found.filter(({ verdict }) => verdict === 'attested'),
      [],
    );
    return found;
  };
  const all = async (...args: Parameters<typeof gateItems>): Promise<void> => {
    const found = await gateItems(...args);
    assert.ok(found.length > 0 && found.every(({ verdict }) => verdict === 'attested'), JSON.stringify(found));
  };

  describe('is not forged', () => {
    /** Messages by Maya, none of which gives her word. */
    const messages: readonly (readonly [string, (given: string) => string])[] = [
      ['in the subject', (given) => given],
      ['in the only paragraph', (given) => `${subject}\n${given}`],
      ['in the middle of the message', (given) => `${subject}\n\n${given}\n\nAnd some more.`],
      ['among prose', (given) => `${subject}\n\nSee:\n${given}\nas Erin said.`],
      ['behind prose without a blank line', (given) => `${subject}\n\nIt is as follows.\n${given}`],
      ['indented, as git quotes a squash', (given) => `${subject}\n\n${given.replace(/^/gm, '    ')}`],
      ['as a quotation', (given) => `${subject}\n\n${given.replace(/^/gm, '> ')}`],
      ['as comments', (given) => `${subject}\n\n${given.replace(/^/gm, '# ')}`],
      ['with the key in another case', (given) => `${subject}\n\n${given.replaceAll('PM-Zone', 'pm-zone')}`],
      [
        'with a look-alike letter in the key',
        (given) => `${subject}\n\n${given.replaceAll('Confirms', 'C\u043enfirms')}`,
      ],
      ['with a look-alike hyphen', (given) => `${subject}\n\n${given.replaceAll('PM-Zone', 'PM\u2010Zone')}`],
      ['with something invisible in the key', (given) => `${subject}\n\n${given.replaceAll('PM-', 'PM-\u200b')}`],
      ['with something invisible in the name', (given) => `${subject}\n\n${given.replace(/: (?=[a-z])/g, ': \u00ad')}`],
      [
        'with the hash in capitals',
        (given) => `${subject}\n\n${given.replace(/[0-9a-f]{48}/g, (hash) => hash.toUpperCase().replace(/^\d/, 'A'))}`,
      ],
      ['with a shorter hash', (given) => `${subject}\n\n${given.replace(/[0-9a-f]$/gm, '')}`],
      ['with a longer hash', (given) => `${subject}\n\n${given.replace(/$/gm, '0')}`],
      ['with another version of the hash', (given) => `${subject}\n\n${given.replaceAll('v1:', 'v2:')}`],
      ['without a version', (given) => `${subject}\n\n${given.replaceAll('v1:', '')}`],
      ['with words behind the hash', (given) => `${subject}\n\n${given.replace(/$/gm, ' (as far as I know)')}`],
      ['for the name of another item', (given) => `${subject}\n\n${given.replace(/: [a-z-]+ /g, ': other ')}`],
      ['for all items at once', () => `${subject}\n\nPM-Zone-Confirms: *\nPM-Zone-Confirms: all v1:${'0'.repeat(48)}`],
      [
        'by the words of another tool',
        (given) => `${subject}\n\n${given.replaceAll('PM-Zone-Confirms', 'Reviewed-by')}`,
      ],
      ['taken back further down', (given) => `${subject}\n\n${given}\n${given.replaceAll('Confirms', 'Takes-Back')}`],
    ];
    for (const [name, message] of messages) {
      it(name, async () => {
        say(message(words));
        await none();
      });
    }

    /** Whose commit it is, and what is said of it. */
    const people: readonly (readonly [string, string, RegExp])[] = [
      ['by an engineer', 'Erin <erin@example.com>', /not on the list of PMs/],
      ['by somebody unknown of the PM’s name', 'Maya <maya@elsewhere.example>', /not on the list of PMs/],
      [
        'by a bot',
        'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>',
        /not on the list of PMs/,
      ],
      ['by a PM who was revoked', 'Rob <rob@example.com>', /no longer a pilot PM/],
      [
        'with a look-alike letter in the address',
        'Maya <m\u0430ya@example.com>',
        /no e-mail address|more than one way/,
      ],
      [
        'with a letter that only lower case makes one of hers',
        'Kim <\u212aim@example.com>',
        /no e-mail address|more than one way/,
      ],
      ['with another tag in the address', 'Maya <maya+1@example.com>', /not on the list of PMs/],
      [
        'by a handle that is not hers at the host',
        'Maya <1+maya-lin@users.noreply.github.com>',
        /not on the list of PMs/,
      ],
      ['by nobody', 'Maya <maya>', /no e-mail address|more than one way/],
      ['by two at once', 'Maya <maya@example.com,erin@example.com>', /no e-mail address|more than one way/],
      [
        'with her address in the name',
        'maya@example.com <erin@example.com>',
        /more than one way|not on the list of PMs/,
      ],
    ];
    for (const [name, author, why] of people) {
      it(`${name}, and that is said`, async () => {
        say(`${subject}\n\n${words}`, author);
        const items = await gateItems(clone);
        // Whom nobody knows as a PM is asked for nothing only where all of the change is theirs.
        for (const { setAside } of await none(items)) assert.match(String(setAside?.why), why);
        const { stdout } = await pmZone(clone, ['review', '--base', 'origin/main']);
        assert.match(stdout, /confirms it, which does not count, since its /);
      });
    }

    it('by the committer, a co-author or a sign-off', async () => {
      sayRaw(`${subject}\n\n${words}\nCo-authored-by: ${maya}\nSigned-off-by: ${maya}\n`, {
        author: 'Erin <erin@example.com> 1700000000 +0000',
      });
      await none();
    });

    it('by a second author in the commit’s headers', async () => {
      sayRaw(`${subject}\n\n${words}\n`, {
        author: 'Erin <erin@example.com> 1700000000 +0000\nauthor Maya <maya@example.com> 1700000000 +0000',
      });
      await none();
      clone.git('reset', '-q', '--hard', start);
      sayRaw(`${subject}\n\n${words}\n`, {
        author: 'Maya <maya@example.com> 1700000000 +0000\nauthor Erin <erin@example.com> 1700000000 +0000',
      });
      await none();
    });

    it('by .mailmap, by a setting or by a note', async () => {
      say(`${subject}\n\n${words}`, 'Erin <erin@example.com>');
      clone.write('.mailmap', 'Maya <maya@example.com> <erin@example.com>\n');
      clone.git('config', 'mailmap.file', join(clone.root, '.mailmap'));
      clone.git('config', 'log.mailmap', 'true');
      clone.git('config', 'trailer.separators', ':=');
      clone.git('notes', 'add', '-m', `${subject}\n\n${words}`, start);
      clone.git('config', 'notes.displayRef', 'refs/notes/*');
      await none();
      clone.remove('.mailmap');
    });

    it('hidden behind a NUL, or before one', async () => {
      for (const message of [
        `${subject}\n\nAll fine.\0\n\n${words}\n`,
        `${subject}\0\n\n${words}\n`,
        `${subject}\n\n${words}\n\0`,
      ]) {
        sayRaw(message);
        await none();
        clone.git('reset', '-q', '--hard', start);
      }
    });

    it('in bytes that only one encoding makes a word of', async () => {
      const escaped = words.replaceAll('PM-Zone', 'PM-\u001b(BZone');
      sayRaw(`${subject}\n\n${escaped}\n`, { more: 'encoding ISO-2022-JP\n' });
      await none();
      clone.git('reset', '-q', '--hard', start);
      sayRaw(Buffer.from(`${subject}\n\n${words}\n`, 'utf16le'), { more: 'encoding UTF-16LE\n' });
      await none();
      clone.git('reset', '-q', '--hard', start);
      sayRaw(`${subject}\n\n${words}\n`, {
        author: 'Maya <m\u001b(Baya@example.com> 1700000000 +0000',
        more: 'encoding ISO-2022-JP\n',
      });
      await none();
    });

    it('in the message of a merge, of main or of anything else', async () => {
      origin.write('README.md', '# Main moved\n');
      origin.commit('Move', { author: 'Erin <erin@example.com>' });
      clone.git('fetch', '-q');
      clone.git('merge', '-q', '--no-ff', '-m', `Merge main\n\n${words}`, 'origin/main');
      const items = await none();
      assert.ok(items.every(({ setAside }) => /merges branches/.test(String(setAside?.why))));
      clone.git('reset', '-q', '--hard', 'HEAD');
    });

    it('on a commit of main, whoever made it', async () => {
      const kept = origin.git('rev-parse', 'HEAD');
      origin.commit(`${subject}\n\n${words}`, { author: maya });
      clone.git('fetch', '-q');
      await none();
      clone.git('merge', '-q', '--no-ff', '-m', 'Merge main', 'origin/main');
      await none();
      origin.git('reset', '-q', '--hard', kept);
      clone.git('fetch', '-q', '--force');
    });

    it('on a commit after the head, or on another branch', async () => {
      const later = say(`${subject}\n\n${words}`);
      await none(await gateItems(clone, start));
      clone.git('branch', '-q', '-f', 'pm/other', later);
      clone.git('tag', '-f', 'pm/mine', later);
      clone.git('reset', '-q', '--hard', start);
      await none();
      await none(await gateItems(clone, 'pm/mine'));
      clone.git('tag', '-d', 'pm/mine');
    });

    it('by the message of a tag, or by objects and parents swapped in here', async () => {
      clone.git('tag', '-a', '-f', '-m', `${subject}\n\n${words}`, 'confirmed', start);
      await none();
      const forged = say(`${subject}\n\n${words}`);
      clone.git('reset', '-q', '--hard', start);
      const swapped = clone.git('commit-tree', `${start}^{tree}`, '-p', `${start}^`, '-m', `${subject}\n\n${words}`);
      clone.git('replace', start, swapped);
      await none();
      clone.git('replace', '-d', start);
      clone.write('.git/info/grafts', `${start} ${forged}\n`);
      await none();
      clone.remove('.git/info');
    });

    it('by any file: in git’s folder, in the tree, or named like the one that held it', async () => {
      const given = await gateItems(clone);
      const entries = given.map(({ id }) => ({ item: id, content: 'x', by: 'maya@example.com', at: '2026-01-01' }));
      writeFileSync(join(clone.root, '.git/pm-zone/word.json'), JSON.stringify(entries));
      await none();
      clone.write('src/home/pm-zone/word.json', JSON.stringify(entries));
      clone.write('src/home/confirmed.md', `${subject}\n\n${words}\n`);
      say('docs: say so');
      await none();
    });
  });

  describe('holds for exactly the content that it was given for', () => {
    const changes: readonly (readonly [string, () => void])[] = [
      ['a text edited after', () => editTexts(clone, 'Begin now.')],
      ['a blank at the end of a line', () => editTexts(clone, 'Begin. ')],
      [
        'the line endings of a file',
        () => clone.write(textsPath, '{\r\n  "title": "Home, {name}",\r\n  "body": "Begin."\r\n}\r\n'),
      ],
      ['one file more', () => clone.write('src/home/more.md', 'more\n')],
      ['one file less', () => clone.remove('src/home/PLANNING.md')],
      ['another mode', () => clone.write(textsPath, '{\n  "title": "Home, {name}",\n  "body": "Begin."\n}\n', true)],
      ['a file that no text is read from', () => clone.write('src/home/a.bin', '\0')],
    ];
    for (const [name, change] of changes) {
      it(`and no longer after ${name}`, async () => {
        clone.git('config', 'core.autocrlf', 'false');
        say(`${subject}\n\n${words}`);
        await all(clone);
        change();
        say('feat: more');
        await none();
        clone.git('reset', '-q', '--hard', 'HEAD^');
        await all(clone);
        change();
        clone.git('add', '-A');
        clone.git('-c', 'user.name=Maya', 'commit', '-q', '--amend', '--no-edit');
        await none();
      });
    }

    it('and not for an older one, of which it was true', async () => {
      editTexts(clone, 'Begin now.');
      say('feat: other words');
      const other = clone.git('rev-parse', 'HEAD');
      say(`${subject}\n\n${words}`);
      await none();
      clone.git('reset', '-q', '--hard', other);
      clone.git('revert', '--no-edit', other);
      clone.git('commit', '-q', '--allow-empty', '-m', `${subject}\n\n${words}`);
      await all(clone);
    });

    it('and not for the same content of an item that reads otherwise', async () => {
      const skill =
        '---\nname: pm-pr-review\ndescription: x\n---\n\n## Tests and docs\n\n- [ ] Docs are up to date <!-- check: docs -->\n';
      origin.write('.claude/skills/pm-pr-review/SKILL.md', skill);
      const kept = origin.git('rev-parse', 'HEAD');
      origin.commit('Change the list', { author: 'Erin <erin@example.com>' });
      clone.git('fetch', '-q');
      say(`${subject}\n\n${words}`);
      const docs = (await gateItems(clone)).filter(({ id }) => id === 'docs');
      assert.deepEqual(
        docs.map(({ verdict }) => verdict),
        ['attest'],
      );
      origin.git('reset', '-q', '--hard', kept);
      clone.git('fetch', '-q', '--force');
    });
  });

  describe('is not lost', () => {
    beforeEach(() => say(`${subject}\n\n${words}`));
    const moved = (): void => {
      origin.write('src/other/readme.md', `# Other\n${origin.git('rev-parse', 'HEAD')}\n`);
      origin.commit('Move', { author: 'Erin <erin@example.com>' });
      clone.git('fetch', '-q');
    };

    it('by amending its message, its date or its committer', async () => {
      clone.git(
        '-c',
        'user.email=erin@example.com',
        'commit',
        '-q',
        '--amend',
        '--allow-empty',
        '--no-edit',
        '--date=2026-01-01T00:00:00Z',
      );
      await all(clone);
      clone.git('commit', '-q', '--amend', '--allow-empty', '-m', `confirmed\n\nAll of it.\n\nRefs: 12\n${words}`);
      await all(clone);
    });

    it('by a rebase that changes nothing, also an interactive one', async () => {
      moved();
      clone.git('rebase', '-q', 'origin/main');
      await all(clone);
      moved();
      clone.git('-c', 'sequence.editor=:', 'rebase', '-q', '-i', '--keep-empty', 'origin/main');
      await all(clone);
    });

    it('by “Update branch”', async () => {
      moved();
      clone.git(
        '-c',
        'user.email=noreply@github.com',
        'merge',
        '-q',
        '--no-ff',
        '-m',
        "Merge branch 'main' into pm/mine",
        'origin/main',
      );
      await all(clone);
    });

    it('by squashing the branch into one commit', async () => {
      const editor = 'sed -i -e 2,\\$s/^pick/squash/';
      clone.git('-c', `sequence.editor=${editor}`, '-c', 'core.editor=:', 'rebase', '-q', '-i', 'origin/main');
      assert.equal(clone.git('rev-list', '--count', 'origin/main..HEAD'), '1');
      await all(clone);
    });

    it('by a cherry-pick that says where it is from', async () => {
      const [plan = '', texts = '', word = ''] = clone.git('rev-list', '--reverse', 'origin/main..HEAD').split('\n');
      clone.git('switch', '-q', '-C', 'pm/picked', 'origin/main');
      clone.git('cherry-pick', '-x', '--allow-empty', plan, texts, word);
      await all(clone);
    });

    it('by another commit on top that leaves the content as it is, nor by a sign-off or a signature', async () => {
      say('chore: start the checks again');
      await all(clone);
      clone.git('reset', '-q', '--hard', 'HEAD^');
      clone.git('commit', '-q', '--amend', '--allow-empty', '--no-edit', '--signoff');
      await all(clone);
      clone.git('reset', '-q', '--hard', start);
      sayRaw(`${subject}\n\n${words}\n`, {
        more: 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n',
      });
      await all(clone);
    });

    it('by Windows’ line ends, or by the encoding of the message', async () => {
      clone.git('reset', '-q', '--hard', start);
      sayRaw(`${subject}\r\n\r\n${words.replaceAll('\n', '\r\n')}\r\n`);
      await all(clone);
      clone.git('reset', '-q', '--hard', start);
      sayRaw(Buffer.from(`${subject} \xe9\n\n${words}\n`, 'latin1'), { more: 'encoding ISO-8859-1\n' });
      await all(clone);
    });

    it('by what somebody else says after, by thousands of other words, or by a word that is as long as it may be', async () => {
      say(`${subject}\n\n${words}`, 'Erin <erin@example.com>');
      say(`${subject}\n\n${words.replaceAll('Confirms', 'Takes-Back')}`, 'Erin <erin@example.com>');
      await all(clone);
      const noise = Array.from(
        { length: 2500 },
        (_, index) => `PM-Zone-Confirms: docs v1:${String(index).padStart(48, '0')}`,
      );
      say(`noise\n\n${noise.join('\n')}`, 'Erin <erin@example.com>');
      await all(clone);
    });

    it('to a colleague on the roster, whose word is as good', async () => {
      clone.git('reset', '-q', '--hard', start);
      say(`${subject}\n\n${words}`, 'Kim <KIM@example.com>');
      const items = await gateItems(clone);
      assert.ok(items.every(({ claimedBy }) => claimedBy?.address === 'KIM@example.com'));
      clone.git('reset', '-q', '--hard', start);
      say(`${subject}\n\n${words}`, 'Kim <123+kim@users.noreply.github.com>');
      await all(clone);
    });
  });

  it('says nothing where there are more words than anyone gives, and takes no long time over them', async () => {
    say(`${subject}\n\n${words}`);
    for (let commit = 0; commit < 4; commit += 1) {
      const noise = Array.from(
        { length: 3000 },
        (_, index) => `PM-Zone-Confirms: docs v1:${`${commit}${index}`.padStart(48, 'a')}`,
      );
      say(`noise\n\n${noise.join('\n')}`);
    }
    const began = processorTime();
    await none();
    assert.ok(processorTime() - began < 10_000);
    say(`${subject}\n\n${words}`);
    await all(clone);
  });

  it('goes when the PM takes it back, and comes when they give it again', async () => {
    say(`${subject}\n\n${words}`);
    say(`chore: think again\n\n${words.replaceAll('Confirms', 'Takes-Back')}`);
    await none();
    say(`${subject}\n\n${words}`);
    await all(clone);
    assert.match(await countConfirmed(clone), /^(\d+) of \1$/);
  });
});
