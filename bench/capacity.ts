/** A screen of the console asks about three times. */
const READS_A_SCREEN = 3;
/** What a replica may be busy, so that bursts and collections of rubbish find room. */
const BUSY = 0.63;
const SCREENS_A_MINUTE = [100, 1_000, 5_000, 20_000];

/** How many replicas so many screens a minute take, at a measured processor time per read in milliseconds; two at least. */
export function capacityTable(cpuMs: number): string {
  const rows = SCREENS_A_MINUTE.map((screens) => {
    const reads = (screens * READS_A_SCREEN) / 60;
    const needed = Math.max(1, Math.ceil((reads * cpuMs) / 1000 / BUSY));
    const busy = Math.round((100 * reads * cpuMs) / 1000 / needed);
    const cells = [
      screens.toLocaleString('en-US'),
      reads.toFixed(0),
      `${needed} at ${busy} %`,
      Math.max(2, needed + 1),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const head = `| screens a minute | reads a second | replicas at ${cpuMs.toFixed(1)} ms of processor time per read | with one to spare |`;
  return [head, '| --- | --- | --- | --- |', ...rows].join('\n');
}
