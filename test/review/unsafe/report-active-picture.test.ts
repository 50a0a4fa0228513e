import assert from 'node:assert/strict';
import { unsafeCode } from '../../../src/review/checks/unsafe-code.js';
import { createReviewContext, type SideFiles } from '../../support/review-context.js';

async function told(base: SideFiles, head: SideFiles, moment: 'push' | 'commit' = 'push'): Promise<readonly string[]> {
  const outcome = await unsafeCode.run(createReviewContext({ base, head, moment }));
  assert.ok(outcome !== 'not-applicable' && outcome.undecided === true);
  return outcome.reports.map(({ path, line, undecided, message }) => {
    assert.equal(undecided, true);
    return `${String(path)}:${String(line)} ${message}`;
  });
}

const svg = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg">\n${inside}\n</svg>`;
const path = 'docs/shot.svg';

describe('a picture that is written as text', () => {
  for (const [inside, code] of [
    ['<script>alert(1)</script>', '<script'],
    ['<path onload="x()" d="M0 0"/>', 'onload='],
    ['<a href="javascript:x()"/>', 'javascript:'],
    ['<foreignObject><p>a</p></foreignObject>', '<foreignObject'],
    ['<svg:script/>', '<svg:script'],
    ['<a href="java&#115;cript:a()"/>', 'javascript:'],
    ['<style>@import url(//other.example);</style>', '@import'],
  ] as const)
    it(`is told of by what it does: ${code}`, async () => {
      const [report, ...more] = await told({}, { [path]: svg(inside) });
      assert.ok(
        report?.startsWith(`docs/shot.svg:2 This picture has “${code}” in it now, which does something`),
        report,
      );
      assert.match(String(report), /That it is safe here @erin confirms in the pull request\.$/);
      assert.deepEqual(more, []);
    });

  it('is not where it draws alone, did the same before, or before a commit', async () => {
    const drawing = svg('<title>On = off</title><style>.a{fill:red}</style><path class="a" d="M0 0h9"/>');
    assert.deepEqual(await told({}, { [path]: drawing }), []);
    const old = svg('<script>a()</script>');
    assert.deepEqual(await told({ [path]: old }, { [path]: svg('<script>b()</script>') }), []);
    assert.deepEqual(await told({}, { [path]: old }, 'commit'), []);
    assert.deepEqual(await told({ 'a.js': 'a' }, { 'a.js': 'document.write("<script>")' }), []);
  });

  it('is told of where only its name is a picture’s', async () => {
    const [report] = await told({}, { 'docs/shot.png': '<html><script>a()</script></html>' });
    assert.match(
      String(report),
      /^docs\/shot\.png:1 docs\/shot\.png is called a picture and holds text, such as a page/,
    );
    assert.deepEqual(await told({ 'docs/shot.png': 'old' }, { 'docs/shot.png': 'new' }), []);
  });

  it('is read in a time that goes with its length', async () => {
    const worst = ['<a:'.repeat(33_000), ' on'.repeat(33_000), `javascript${' '.repeat(99_000)}`];
    for (const text of worst) assert.deepEqual(await told({}, { [path]: svg(text) }), []);
  });
});
