import { readFileSync } from "node:fs";

/** MB of memory that a process holds now. */
export function residentMb(pid: number): number {
  const [, kilobytes] = readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/) ?? [];
  return Number(kilobytes) / 1024;
}

/** Milliseconds that a process has had a core so far: a crowded machine lengthens answers, but not this. */
export function cpuMs(pid: number): number {
  // After the name in parentheses: 12 fields on come the ticks in and below the program, of 10 ms each.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
