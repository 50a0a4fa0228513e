import { execFileSync } from 'node:child_process';
import { makeSampleRepository, type SampleRepository } from '../demo/sample-repository.js';
import { generatePaths } from './generate.js';

/** The sample repository with so many files more on `main`, all of them in the working tree. Throws where git fails. */
export function makeGrownSample(folder: string, files: number): SampleRepository {
  const sample = makeSampleRepository(folder);
  const { erin } = sample.people;
  const who = `${erin.name} <${erin.email}> 1746600000 +0000`;
  const text = 'export const nothing = 0;\n';
  const stream = [
    `blob\nmark :1\ndata ${text.length}\n${text}`,
    `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata 4\nGrow\nfrom refs/heads/main^0\n`,
    ...generatePaths(files, 1).map((path) => `M 100644 :1 "${path}"\n`),
  ];
  const git = (cwd: string, args: readonly string[], input = ''): void => {
    execFileSync('git', args, { cwd, env: sample.environment, input, stdio: ['pipe', 'ignore', 'pipe'] });
  };
  git(sample.origin, ['fast-import', '--quiet'], stream.join(''));
  git(sample.root, ['pull', '--quiet', 'origin', 'main']);
  return sample;
}
