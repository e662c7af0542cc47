import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from './node-flags.js';

/** A TypeScript program that runs in a process of its own. */
export interface Child {
  readonly pid: number;
  /** Its next line of output. Rejects with its errors when it ends before. */
  nextLine(): Promise<string>;
  /** Ends it at once, as `kill -9` does, and resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts the program. It must be killed by the test. */
export function startChild(program: URL, args: readonly string[]): Child {
  const child: ChildProcess = spawn(process.execPath, [...nodeFlags, fileURLToPath(program), ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const { stdout, stderr, pid } = child;
  if (!stdout || !stderr || pid === undefined) throw new Error(`could not start ${program.href}`);
  const ended = once(child, 'close');
  let errors = '';
  stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  return {
    pid,
    nextLine: async () => {
      const { value, done } = await lines.next();
      if (done) throw new Error(`the program ended: ${errors}`);
      return value;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
