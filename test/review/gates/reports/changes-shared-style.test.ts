import assert from 'node:assert/strict';
import { flagGated } from '../../../../src/review/checks/flag-gated.js';
import { createReviewContext } from '../../../support/review-context.js';

describe('styles of a component that is behind its flag', () => {
  const home = 'src/features/home';
  const around = (path: string): Readonly<Record<string, string>> => ({
    'flags.yaml': 'new-home: false\n',
    [`${home}/index.tsx`]: `import Card from './${path}';\nexport const Home = () => (useFlag('new-home') ? <Card /> : null);\n`,
  });
  const asks = async (path: string, was: string | undefined, now: string): Promise<boolean> => {
    const [base, file] = [around(path), `${home}/${path}`];
    const outcome = await flagGated.run(
      createReviewContext({
        base: was === undefined ? base : { ...base, [file]: was },
        head: { ...base, [file]: now },
      }),
    );
    assert.notEqual(outcome, 'not-applicable');
    const [report] = outcome === 'not-applicable' ? [] : outcome.reports;
    if (report !== undefined) assert.match(report.message, /does something as soon as it is loaded/u);
    return report !== undefined;
  };
  const page = (style: string): string => `<template><p>Hi</p></template>\n${style}\n`;

  it('are an engineer’s to look at where they hold for whole pages', async () => {
    const [red, none] = ['p { color: red }', 'p { display: none }'];
    for (const [path, open, isAsked] of [
      ['Card.vue', '<style>', true],
      ['Card.vue', '<style lang="scss">', true],
      ['Card.vue', '<style scoped>', false],
      ['Card.vue', '<style module="card">', false],
      ['Card.vue', '<style scoped>:global(b) {}', true],
      ['Card.svelte', '<style>', false],
      ['Card.svelte', '<style global>', true],
    ] as const) {
      const style = (text: string): string => page(`${open}${text}</style>`);
      assert.equal(await asks(path, style(red), style(none)), isAsked, `${path} ${open}`);
      assert.equal(await asks(path, style(red), style(red).replace('Hi', 'Ho')), false, `${path} ${open}`);
    }
    assert.equal(await asks('Card.vue', page(''), page('<style>p {}</style>')), true);
    assert.equal(await asks('Card.vue', undefined, page('<style>p {}</style>')), true);
  });
});
