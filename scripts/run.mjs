// Runs a command of this project with its output passed through; resolves to the exit code.
import { spawn } from 'node:child_process';

/** @param {string} command @param {string[]} args @param {Record<string, string>} [env] @returns {Promise<number>} */
export function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
