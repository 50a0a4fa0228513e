import { readdirSync, readFileSync } from 'node:fs';

/** Megabytes that the extension host of a server takes; NaN where this system does not tell, or there is none. */
export function hostMemory(profile: string): number {
  const sizes = processes().flatMap((id) => {
    const what = read(`/proc/${id}/cmdline`);
    if (!what.includes('--type=extensionHost') || !read(`/proc/${id}/environ`).includes(profile)) return [];
    return [Number(/^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${id}/status`))?.[1])];
  });
  return sizes.length === 0 ? NaN : Math.max(...sizes) / 1024;
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
