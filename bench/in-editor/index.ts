import { writeFileSync } from 'node:fs';
import { extensions } from 'vscode';

/** Milliseconds from asking for an extension to its being active, in this window. */
export interface Activations {
  readonly empty: number;
  readonly ours: number;
}

/** Called by VS Code in its extension host: activates an extension that does nothing and ours, in the order that is asked for. */
export async function run(): Promise<void> {
  const file = process.env['PM_ZONE_BENCH_RESULT'];
  if (file === undefined) throw new Error('This is run by npm run bench.');
  const names = { empty: 'bench.empty', ours: 'pm-zone.pm-zone' } as const;
  const found: { empty?: number; ours?: number } = {};
  // Whichever is first also pays for what both share.
  await time('vscode.git');
  await calm();
  const order =
    process.env['PM_ZONE_BENCH_FIRST'] === 'ours' ? (['ours', 'empty'] as const) : (['empty', 'ours'] as const);
  for (const each of order) found[each] = await time(names[each]);
  writeFileSync(file, JSON.stringify(found));
}

/** Waits for a second in which this process was idle: the window itself is starting too. */
async function calm(): Promise<void> {
  const end = Date.now() + 20_000;
  for (let quiet = 0; quiet < 20 && Date.now() < end;) {
    const start = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 50));
    quiet = performance.now() - start < 55 ? quiet + 1 : 0;
  }
}

async function time(id: string): Promise<number> {
  const extension = extensions.getExtension(id);
  if (extension === undefined) throw new Error(`${id} is not installed.`);
  const start = process.hrtime.bigint();
  await extension.activate();
  return Number(process.hrtime.bigint() - start) / 1e6;
}
