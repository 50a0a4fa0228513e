import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layOutAgain } from '../../src/change/lay-out-again.js';

const before = '{\n  "a": {\n    "b": "One",\n    "c": "Two"\n  }\n}\n';

describe('laying a text out again', () => {
  it('keeps what was changed, and gives all else its spaces back', () => {
    const after = '{\n    "a": {\n        "b": "Other",\n        "c": "Two",\n        "d": "New"\n    }\n}\n';
    const laidOut = layOutAgain('i18n/en.json', before, after);
    assert.equal(
      laidOut,
      '{\n  "a": {\n    "b": "Other",\n        "c": "Two",\n        "d": "New"\n  }\n}\n'.replaceAll(
        '        ',
        '    ',
      ),
    );
  });

  it('gives line ends back in any file, and spaces only where they mean nothing', () => {
    assert.equal(layOutAgain('a.md', '# A\n\n  x\n', '# A\r\n\r\n    x\r\ny'), '# A\n\n    x\ny');
    assert.equal(
      layOutAgain('a.json', before.replaceAll('\n', '\r\n'), before.replace('One', 'Eins')),
      before.replace('One', 'Eins').replaceAll('\n', '\r\n'),
    );
    assert.equal(layOutAgain('a.json', '', '{}\n'), '{}\n');
    assert.equal(layOutAgain('a.json', before, ''), '');
  });

  it('changes nothing but spaces at the ends of lines, and nothing of what was not laid out anew', () => {
    const lines = fc.array(fc.constantFrom('a', ' a', '  b', '', '\tc', 'd '), { maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, fc.constantFrom('a.json', 'a.md'), (one, other, path) => {
        const [was, now] = [one.join('\n'), other.join('\r\n')];
        const bare = (text: string): readonly string[] => text.split(/\r?\n/).map((line) => line.trim());
        assert.deepEqual(bare(layOutAgain(path, was, now)), bare(now));
        assert.equal(layOutAgain(path, was, was), was);
      }),
    );
  });

  it('takes a long text in bounded time', () => {
    const long = Array.from({ length: 20_000 }, (_, at) => `  "k${at}": "x",`);
    const begun = performance.now();
    assert.equal(layOutAgain('a.json', long.join('\n'), long.map((line) => `  ${line}`).join('\r\n')), long.join('\n'));
    assert.ok(performance.now() - begun < 3000);
  });
});
