import { spawn } from 'node:child_process';

/**
 * Waits for a line or for the end of its input. A line: nothing to do. The end: who held the other side is gone, however it ended, and the
 * process gets its grace, the polite signal and the kill. $1 is a process, or a group with a minus; $2 the seconds of grace.
 */
const script = `read -r line && exit
left=$2
while kill -0 "$1" 2>/dev/null && [ "$left" -gt 0 ]; do left=$((left - 1)); sleep 1; done
kill -TERM "$1" 2>/dev/null || exit
sleep 1
kill -KILL "$1" 2>/dev/null`;

/**
 * Ends a process when this one ends first, also by a signal that nothing can catch. `target` is a process id, or that of a group with a
 * minus; `grace` are the seconds that it may still take. Returns a function for when the process has ended. It costs a small shell: not
 * for what is over in no time. Does nothing on Windows, which has neither a shell nor named pipes that block.
 */
export function endWithUs(target: number, grace = 0, platform = process.platform): () => void {
  if (platform === 'win32') return () => undefined;
  const watcher = spawn('/bin/sh', ['-c', script, 'sh', String(target), String(Math.ceil(grace))], {
    cwd: '/',
    env: {},
    // Ctrl-C in a terminal is not for it.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without it nothing is lost but that.
  watcher.on('error', () => undefined);
  watcher.stdin.on('error', () => undefined);
  watcher.unref();
  (watcher.stdin as unknown as Pick<NodeJS.Timeout, 'unref'>).unref();
  return () => void watcher.stdin.end('\n');
}
