import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../../demo/project-folder.js';

interface Cutter {
  readonly cut: (whole: unknown) => unknown;
  readonly cutDescription: string;
  readonly wholeDescription: string;
}

describe("the cut of GitHub's API description", () => {
  it('is what its script makes of the whole one', async function () {
    const script = pathToFileURL(join(projectFolder(), 'scripts/cut-github-description.mjs')).href;
    const { cut, cutDescription, wholeDescription } = (await import(script)) as Cutter;
    if (!existsSync(wholeDescription)) {
      console.log(
        `      not compared: run node scripts/cut-github-description.mjs once, which fetches the whole one to ${wholeDescription}`,
      );
      this.skip();
    }
    const whole: unknown = JSON.parse(readFileSync(wholeDescription, 'utf8'));
    assert.equal(readFileSync(cutDescription, 'utf8'), `${JSON.stringify(cut(whole))}\n`);
  });
});
