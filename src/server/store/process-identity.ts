import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** What tells one process from every other, as far as the system says. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Run of the machine, the space that pids are counted in (a container has its own), and start. Linux only. */
  readonly linux?: { readonly boot: string; readonly pidSpace: string; readonly start: string };
}

/** The identity of this process. */
export async function describeThisProcess(): Promise<ProcessIdentity> {
  const linux = await describeOnLinux();
  return { pid: process.pid, host: hostname(), ...(linux && { linux }) };
}

/**
 * Whether the process that gave this identity still runs. `unknown` when it ran on another machine or in another
 * container, whose processes cannot be seen from here.
 */
export async function stateOf(identity: ProcessIdentity): Promise<'running' | 'gone' | 'unknown'> {
  const me = await describeThisProcess();
  const { linux } = identity;
  if (linux && me.linux) {
    if (linux.boot !== me.linux.boot) return identity.host === me.host ? 'gone' : 'unknown';
    if (linux.pidSpace !== me.linux.pidSpace) return 'unknown';
    // The pid may have been given to a later process
    return (await startOf(identity.pid)) === linux.start ? 'running' : 'gone';
  }
  if (identity.host !== me.host) return 'unknown';
  return isAlive(identity.pid) ? 'running' : 'gone';
}

async function describeOnLinux(): Promise<ProcessIdentity['linux']> {
  if (process.platform !== 'linux') return undefined;
  const start = await startOf(process.pid);
  if (start === undefined) return undefined;
  const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
  return { boot, pidSpace: await readlink('/proc/self/ns/pid'), start };
}

/** Clock ticks from the machine's start to the process's. The name before it, in brackets, may hold blanks. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie holds nothing open any more
    return state === 'Z' ? undefined : rest[18];
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
