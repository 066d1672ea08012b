import { readFileSync } from 'node:fs';

/** Resident memory of a process in MB, or null where the system does not tell (no /proc, or it has ended). */
export function residentMemory(pid: number): number | null {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}
