import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Megabytes that a process takes, and that it still holds once all is collected that nobody uses; the first depends on when that was done last. */
export interface HostMemory {
  readonly taken: number;
  readonly held: number;
}

/** Memory of the extension host of a server; NaN where this system does not tell, or there is none. */
export async function measureHostMemory(profile: string): Promise<HostMemory> {
  const host = processes().find(
    (id) =>
      read(`/proc/${id}/cmdline`).includes('--type=extensionHost') && read(`/proc/${id}/environ`).includes(profile),
  );
  if (host === undefined) return { taken: NaN, held: NaN };
  const taken = megabytes(host);
  const { status } = spawnSync(
    process.execPath,
    ['--experimental-websocket', join(__dirname, 'collect-garbage.js'), host],
    {
      stdio: 'inherit',
      timeout: 60_000,
    },
  );
  assert.equal(status, 0, 'The garbage of the extension host was not collected, so nothing is known of what it holds.');
  await wait(3000);
  return { taken, held: megabytes(host) };
}

function megabytes(id: string): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${id}/status`))?.[1]) / 1024;
}

function processes(): readonly string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
