/**
 * Milliseconds of processor time that this process has used in its own code. What is held to a bound is held to it by this clock: the one on the
 * wall goes on while other processes have the machine.
 */
export function processorTime(): number {
  return process.cpuUsage().user / 1000;
}
