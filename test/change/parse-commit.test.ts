import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCommit } from '../../src/change/parse-commit.js';
import { GitError } from '../../src/git/git-error.js';
import { processorTime } from '../support/processor-time.js';

const oid = 'c'.repeat(40);
const commit = (message: string | Buffer, headers = ''): Buffer =>
  Buffer.concat([
    Buffer.from(
      `tree ${oid}\nparent ${'1'.repeat(40)}\nparent ${'2'.repeat(40)}\nauthor A <a@x> 1 +0000\ncommitter C <c@x> 1 +0000\n${headers}\n`,
    ),
    Buffer.from(message),
  ]);
const trailers = (message: string): readonly string[] =>
  parseCommit(commit(message), oid).trailers.map(({ key, value }) => `${key}=${value}`);

describe('parseCommit', () => {
  it('reads people, parents and the subject over several lines', () => {
    const { parents, author, committer, subject } = parseCommit(commit('\nFirst line\nsecond\n\nbody\n'), oid);
    assert.deepEqual(parents, ['1'.repeat(40), '2'.repeat(40)]);
    assert.deepEqual(
      [author, committer],
      [
        { name: 'A', email: 'a@x' },
        { name: 'C', email: 'c@x' },
      ],
    );
    assert.equal(subject, 'First line second');
  });

  for (const [name, line, expected] of [
    ['no name', '<a@x> 1 +0000', { name: '', email: 'a@x' }],
    ['no email', 'Just A Name 1 +0000', { name: 'Just A Name', email: '' }],
    ['an empty email', 'A <> 1 +0000', { name: 'A', email: '' }],
    ['an email that does not end', 'A <a@x 1 +0000', { name: 'A', email: 'a@x 1 +0000' }],
    ['brackets in the name', 'A > B <a@x> <b@x> 1 +0000', { name: 'A > B', email: 'a@x' }],
    ['nothing', '', { name: '', email: '' }],
  ] as const) {
    it(`reads a person with ${name}`, () => {
      assert.deepEqual(parseCommit(Buffer.from(`author ${line}\n\nmessage`), oid).author, expected);
    });
  }

  it('decodes the encoding that the commit names, and takes an unknown one for UTF-8', () => {
    const latin = Buffer.from('author J\xf6rg <j@x> 1 +0000\nencoding ISO-8859-1\n\n\xe9t\xe9', 'latin1');
    const { author, subject } = parseCommit(latin, oid);
    assert.deepEqual([author.name, subject], ['Jörg', 'été']);
    assert.equal(parseCommit(commit('été', 'encoding no-such-thing\n'), oid).subject, 'été');
    assert.equal(parseCommit(commit(Buffer.from([0xff])), oid).subject, '\ufffd');
  });

  for (const [name, message, headers, expected] of [
    ['in the last paragraph only', 's\n\nCo-authored-by: E <e@x>\n', '', undefined],
    ['in the middle', 's\n\nCo-Authored-By: E <e@x>\n\nmore\n', '', ['E <e@x>']],
    ['in the only paragraph', 's\n> co-authored-by : E <e@x>\r\n', '', ['E <e@x>']],
    ['without a name', 's\n\nCo-authored-by:\n\nmore\n', '', undefined],
    ['within a line', 's\n\nsee Co-authored-by: E <e@x>\n\nmore\n', '', undefined],
    [
      'as a second author',
      's',
      'author E <e@x> 1 +0000\ncommitter F <f@x> 1 +0000\n',
      ['E <e@x> 1 +0000', 'F <f@x> 1 +0000'],
    ],
  ] as const) {
    it(`keeps who is named ${name}`, () =>
      assert.deepEqual(parseCommit(commit(message, headers), oid).mentions, expected));
  }

  it('stops where nobody could have meant so many', () => {
    const message = `s\n\n${'Co-authored-by: E <e@x>\n'.repeat(20_000)}\nmore`;
    assert.equal(parseCommit(commit(message), oid).mentions?.length, 10_000);
  });

  it('reads a signed commit: the lines of a header that go on are none of their own', () => {
    const { author, trailers: found } = parseCommit(
      commit('s\n\nA: b', 'gpgsig -----BEGIN\n author X <x@x>\n \n -----END\n'),
      oid,
    );
    assert.equal(author.email, 'a@x');
    assert.deepEqual(found, [{ key: 'A', value: 'b' }]);
  });

  for (const [name, message, expected] of [
    [
      'the last paragraph',
      'subject\n\nbody: no\n\nCo-authored-by: E <e@x>\nAssisted-by: Claude\n\n',
      ['Co-authored-by=E <e@x>', 'Assisted-by=Claude'],
    ],
    ['Windows line ends', 'subject\r\n\r\nCo-authored-by: E <e@x>\r\n', ['Co-authored-by=E <e@x>']],
    ['a value that goes on', 's\n\nA: one\n  two\nB:three', ['A=one two', 'B=three']],
    ['a line that goes on from nothing', 's\n\n  lost\nA: b', ['A=b']],
    ['trailers among prose', 's\n\nSome words.\nA: b\n more\n(cherry picked)\n not this', ['A=b more']],
    ['no trailer in the subject', 'fix: this\n', []],
    ['no trailer in a first paragraph after blank lines', '\n\nfix: this\nA: b\n', []],
    ['no link', 's\n\nhttps://example.com', []],
    ['nothing', '', []],
    ['blank lines alone', '\n \n', []],
  ] as const) {
    it(`reads trailers: ${name}`, () => assert.deepEqual(trailers(message), expected));
  }

  it('says where readers differ in the trailers, or in the author', () => {
    const isAmbiguous = (content: Buffer): boolean => parseCommit(content, oid).isAmbiguous === true;
    for (const message of [
      's\n\nA: b\n',
      's\n\nwords\n\nA: b\r\n  c\nB: c\n(cherry picked from commit 12)\n',
      's\n\nno trailer\n',
      's\n\nno trailer\0\n',
    ])
      assert.ok(!isAmbiguous(commit(message)), message);
    for (const message of [
      's\n\nwords\nA: b\n',
      's\n\nA: b\n(see there)\n',
      's\n\nA: b\x1b[2K\n',
      's\0\n\nA: b\n',
      's\n\nA: b\n\0',
    ])
      assert.ok(isAmbiguous(commit(message)), message);
    const by = (author: string): boolean => isAmbiguous(Buffer.from(`author ${author}\n\ns\n\nA: b\n`, 'latin1'));
    assert.ok(!by('J\xf6rg <j@x> 1 +0000'));
    for (const author of [
      'J <j\xf6@x> 1 +0000',
      'J <j> 1 +0000',
      'J <j@x> 1 +0000\nauthor K <k@x> 1 +0000',
      'a@b <j@x> 1 +0000',
    ])
      assert.ok(by(author), author);
  });

  it('reads 10 MB at once', () => {
    const started = processorTime();
    assert.deepEqual(trailers(`subject\n\n${'words of prose: '.repeat(700_000)}\n\nA: b`), ['A=b']);
    assert.deepEqual(trailers(' '.repeat(10_000_000)), []);
    assert.equal(parseCommit(commit('x'.repeat(10_000_000)), oid).subject.length, 1000);
    assert.ok(processorTime() - started < 3000);
  });

  it('says so where the last paragraph is too large for trailers', () => {
    assert.throws(
      () => trailers(`subject\n\n${'A: b\n'.repeat(2_000_000)}`),
      (error) => error instanceof GitError && error.kind === 'too-much' && error.sentence.includes('cccccccccccc'),
    );
  });

  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        (bytes) => typeof parseCommit(Buffer.from(bytes), oid).subject === 'string',
      ),
    );
    fc.assert(
      fc.property(fc.string(), (message) => {
        assert.ok(parseCommit(commit(message), oid).trailers.every(({ key }) => /^[A-Za-z0-9-]+$/.test(key)));
      }),
    );
  });
});
