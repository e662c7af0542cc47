import { describe, expect, it } from 'vitest';
import { describeError, SERVER_PACKAGES } from '../../src/cli/describe-error.js';
import { SourceFileError } from '../../src/server/exchange/fault.js';
import { DataFolderInUseError, StoreError } from '../../src/server/store/errors.js';

function systemError(code: string, facts: object = {}): Error {
  return Object.assign(new Error(code), { code }, facts);
}

describe('errors that end a command say what to do', () => {
  it('a missing package: one command that installs all a server needs', () => {
    const error = systemError('ERR_MODULE_NOT_FOUND');
    error.message = "Cannot find package 'hono' imported from /x/app.js";
    expect(describeError(error, 'en')).toBe(
      `The package "hono", which a server needs, is not installed. Run: npm install ${SERVER_PACKAGES.join(' ')}`,
    );
    error.message = "Cannot find package 'pg' imported from /x/postgres.js";
    expect(describeError(error, 'zh-CN')).toContain(`npm install ${SERVER_PACKAGES.join(' ')} pg`);
  });

  it('a missing module of our own is a mistake of ours, not a missing package', () => {
    const error = systemError('ERR_MODULE_NOT_FOUND');
    error.message = "Cannot find module '/x/dist/gone.js'";
    expect(describeError(error, 'en')).toBeUndefined();
    error.message = "Cannot find package 'left-pad' imported from /x";
    expect(describeError(error, 'en')).toBeUndefined();
  });

  it.each<[string, unknown, string, string]>([
    ['a port in use', systemError('EADDRINUSE', { port: 8787 }), '--port 8788', '--port 8788'],
    ['a port for root', systemError('EACCES', { port: 80 }), 'above 1023', '1024'],
    ['a host of elsewhere', systemError('EADDRNOTAVAIL', { address: '192.0.2.1' }), '192.0.2.1', '--host'],
    ['a folder without permission', systemError('EACCES', { path: '/data' }), 'write /data', '/data'],
    ['a full disk', systemError('ENOSPC'), 'disk is full', '磁盘已满'],
    ['a folder in use', new DataFolderInUseError('/d', 7, undefined), 'in use by process 7', '进程 7'],
    [
      'a folder in use by a platform',
      new DataFolderInUseError('/d', 7, 'http://127.0.0.1:1'),
      '--url http://127.0.0.1:1 --token',
      '--url http://127.0.0.1:1 --token',
    ],
    ['a broken file', new SourceFileError({ code: 'file-empty' }), 'no text', '没有任何内容'],
    ['a store that says it itself', new StoreError('driver-missing', 'Install pg.'), 'Install pg.', 'Install pg.'],
  ])('%s', (_, error, english, chinese) => {
    expect(describeError(error, 'en')).toContain(english);
    expect(describeError(error, 'zh-CN')).toContain(chinese);
  });

  it('an error that nobody foresaw is not given a reason', () => {
    expect(describeError(new TypeError('x is not a function'), 'en')).toBeUndefined();
    expect(describeError('text', 'en')).toBeUndefined();
  });
});
