import { readFileSync } from 'node:fs';

/** The kernel counts in these: `USER_HZ` of Linux, whatever the machine. */
const millisecondsATick = 10;

/**
 * Milliseconds that a processor worked for the programs that this process has started and that have ended, whatever those started and
 * waited for included; NaN where the system is not Linux. It is counted in ticks: the mean of many rounds says more than one.
 */
export function childrenProcessorTime(): number {
  if (process.platform !== 'linux') return NaN;
  // The name of the program, in brackets, may hold anything; `cutime` and `cstime` are the 14th and 15th after it (proc(5)).
  const text = readFileSync('/proc/self/stat', 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) * millisecondsATick;
}
