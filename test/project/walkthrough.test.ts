import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
  };
}

describe('the walkthrough of week one', () => {
  const { commands, views, walkthroughs } = (JSON.parse(read('package.json')) as Manifest).contributes;
  const words = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
  const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);

  it('has every step end by something that the editor knows', () => {
    const contexts = readdirSync(join(root, 'src', 'editor'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [...read(`src/editor/${name}`).matchAll(/'(pmZone\.\w+)'/g)].map(([, key]) => key));
    const known = new Set<string | undefined>([
      ...commands.map(({ command }) => `onCommand:${command}`),
      ...Object.values(views).flatMap((each) => each.flatMap(({ id }) => [`onView:${id}`, `onCommand:${id}.focus`])),
      ...contexts.map((key) => `onContext:${key}`),
    ]);
    assert.ok(steps.length > 0);
    for (const { id, completionEvents } of steps) {
      assert.notDeepEqual(completionEvents, [], id);
      for (const event of completionEvents) assert.ok(known.has(event.replace(/ == \w+$/, '')), event);
    }
  });

  it('has a button to a command of ours in every step', () => {
    for (const { description } of steps) {
      const text = words[description.replaceAll('%', '')] ?? '';
      assert.match(text, /\n\[[^\]]+\]\(command:pmZone\.[\w.]+\)$/);
    }
  });

  it('has a picture for each step, in the colors of the theme, and packages it', () => {
    assert.match(read('.vscodeignore'), /^!media\/walkthrough\/\*\.svg$/m);
    const pictures = steps.map(({ media }) => media.svg);
    assert.deepEqual(
      [...pictures].sort(),
      readdirSync(join(root, 'media/walkthrough')).map((name) => `media/walkthrough/${name}`),
    );
    for (const picture of pictures) {
      const svg = read(picture);
      assert.match(svg, /^<svg /);
      assert.doesNotMatch(svg, /<script|href|(?:fill|stroke)="#/);
    }
  });
});
