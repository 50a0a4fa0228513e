import assert from 'node:assert/strict';
import type { FileVersion } from '../../src/change/change.js';
import { openPlanReader } from '../../src/planning/plan-reader.js';
import { createTextMemory } from '../../src/text/text-memory.js';
import { completePlan } from './plan-texts.js';

describe('openPlanReader', () => {
  const version = (text: string): FileVersion => ({ text }) as FileVersion;

  it('has the planning doc of an earlier reader where the text is the same, and reads another one', async () => {
    const remember = createTextMemory();
    const read = (text: string) => openPlanReader(remember).readDoc(version(text));
    const first = await read(completePlan());
    assert.equal(first?.status, 'Approved');
    assert.equal(await read(completePlan()), first);
    const other = await read(completePlan().replace('Approved', 'Draft'));
    assert.equal(other?.status, 'Draft');
    assert.notEqual(await openPlanReader().readDoc(version(completePlan())), first);
  });

  it('reads no more marks in all, also of texts that are remembered', async () => {
    const remember = createTextMemory();
    const plans = Array.from({ length: 30 }, (_, index) => `${completePlan()}\n${'* _ '.repeat(1_000)} ${index}\n`);
    const readAll = async (): Promise<readonly boolean[]> => {
      const reader = openPlanReader(remember);
      const read: boolean[] = [];
      for (const text of plans) read.push((await reader.readDoc(version(text))) !== undefined);
      return read;
    };
    const first = await readAll();
    assert.ok(first[0] === true && first.at(-1) === false, String(first));
    assert.deepEqual(await readAll(), first);
  });
});
