import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBoundedFile } from '../git/read-bounded-file.js';
import { JobError } from './job-error.js';

/** Bytes: GitHub gives no event that is larger. */
const largestEvent = 32 * 2 ** 20;
/** Bytes that GitHub takes of one step's summary; it shows nothing of a longer one. */
const largestSummary = 2 ** 20;

/** The event of a job. Throws a `JobError` where there is none. */
export async function readEventFile(path: string): Promise<unknown> {
  const bytes = await readBoundedFile(path, largestEvent);
  try {
    return JSON.parse(String(bytes)) as unknown;
  } catch {
    throw new JobError('The file that GITHUB_EVENT_PATH names holds no event. Start the gate from GitHub Actions.');
  }
}

/** Adds to the summary of the job, as much as is shown. */
export async function appendSummary(path: string, markdown: string): Promise<void> {
  const cut = '\n\n… and more than GitHub shows: see the log and the record.\n';
  const bytes = Buffer.from(markdown);
  const whole = bytes.length <= largestSummary;
  await appendFile(
    path,
    whole ? bytes : Buffer.concat([bytes.subarray(0, largestSummary - Buffer.byteLength(cut)), Buffer.from(cut)]),
  );
}

/** Sets an output of the step. Neither may hold a line break. */
export async function appendOutput(path: string, name: string, value: string): Promise<void> {
  if (/[\r\n]/.test(name + value))
    throw new JobError(`The output ${name} cannot be written: it is more than one line.`);
  await appendFile(path, `${name}=${value}\n`);
}

/** Writes one record into a folder, which is made. */
export async function writeRecord(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), text);
}
