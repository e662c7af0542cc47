import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/cli/io.js';
import { run, temporaryFile } from './support.js';

describe('help', () => {
  it.each(['serve', 'import', 'export', 'site', 'token', 'webhook', 'message', 'audit'])(
    '%s explains itself in both languages',
    async (name) => {
      const english = await run([name, '--help']);
      const chinese = await run(['help', name], {}, 'zh-CN');
      expect(english).toMatchObject({ code: 0, err: '' });
      expect(english.out).toContain(`Usage: yuniao ${name}`);
      expect(chinese.out).toContain(`用法：yuniao ${name}`);
      const options = (text: string) => [...new Set(text.match(/--[a-z-]+/g))].toSorted();
      expect(options(chinese.out)).toEqual(options(english.out));
    },
  );

  it('names every command, and fits a terminal of 90 columns', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    for (const name of ['serve', 'import', 'export', 'site', 'token', 'webhook', 'message', 'audit']) {
      expect(out).toContain(`  ${name} `);
      const { out: help } = await run([name, '--help']);
      expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThanOrEqual(90);
    }
  });

  it('warns that a token on the command line can be seen by others', async () => {
    expect((await run(['import', '--help'])).out).toContain('YUNIAO_TOKEN');
  });

  it('tells the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(await run(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});

describe('a command that is not given properly ends with code 2 and says what to do', () => {
  it.each<[string[], string]>([
    [[], 'Usage: yuniao COMMAND'],
    [['fly'], 'There is no command "fly"'],
    [['fly', '--help'], 'There is no command "fly"'],
    [['constructor'], 'There is no command "constructor"'],
    [['serve', '--prot', '1'], 'There is no option --prot'],
    [['serve', '--port'], '--port needs a value'],
    [['serve', '--port', '99999'], '--port takes a whole number from 0 to 65535, not "99999"'],
    [['serve', 'now'], '"now" is one word too many'],
    [['serve', '--www', '/nowhere/at/all'], 'no folder /nowhere/at/all'],
    [['serve', '--smtp-url', 'smtp://mail.example'], '--mail-from is missing'],
    [['serve', '--smtp-url', 'mail.example', '--mail-from', 'a@b.example'], 'smtp://user:password@host:port'],
    [['serve', '--mail-from', 'a@b.example'], '--mail-from goes with --smtp-url only'],
    [
      ['serve', '--smtp-url', 'smtp://x', '--mail-from', 'A <a@b.example>'],
      '"A <a@b.example>" is not an e-mail address',
    ],
    [['webhook', 'add', '--event', 'record.published'], '--url is missing'],
    [['webhook', 'add', '--url', 'https://d.example/'], '--event is missing'],
    [
      ['webhook', 'add', '--url', 'https://d.example/', '--event', 'fire'],
      'submission.received, submission.transition',
    ],
    [['webhook', 'add', '--url', 'http://d.example/', '--event', 'record.published'], 'is not encrypted'],
    [['webhook', 'add', '--url', 'https://10.0.0.1/', '--event', 'record.published'], '--allow-private'],
    [['webhook', 'add', '--url', 'district', '--event', 'record.published'], 'is not an address'],
    [['webhook', 'remove'], 'Name the id of the webhook'],
    [['message'], 'Say what to do: list, retry'],
    [['import'], 'Name the kind of record'],
    [['import', 'patents', 'x'], 'There is no kind of record "patents"'],
    [['import', 'demands'], 'Name the file to import'],
    [['import', 'indicators', 'x.csv', '--skip-field', 'a'], '--skip-field goes with import achievements|demands only'],
    [['import', 'achievements'], 'Name the file to import'],
    [['import', 'achievements', 'my', 'file.csv'], 'quotation marks'],
    [['import', 'achievements', 'x.csv', '--batch', '0'], '--batch takes a whole number from 1 to 500'],
    [['import', 'achievements', 'x.csv', '--encoding', 'ebcdic'], 'utf-8, utf-16le'],
    [['import', 'achievements', 'x.csv', '--token', 't'], '--token goes with --url only'],
    [['import', 'achievements', 'x.csv', '--url', 'https://p.example'], 'Set YUNIAO_TOKEN'],
    [['import', 'achievements', 'x.csv', '--url', 'p.example', '--token', 't'], 'not the address of a platform'],
    [
      ['import', 'achievements', 'x.csv', '--url', 'https://p.example', '--token', 't', '--data', 'd'],
      'exclude each other',
    ],
    [['import', 'achievements', 'x.csv', '--reject', './x.csv'], 'must not be the file'],
    [['export'], 'Name the kind of record'],
    [['site'], 'Say what to do: add, list, remove'],
    [['site', 'rename'], 'not one of add, list, remove'],
    [['site', 'add', '--origin', 'https://a.example'], '--name is missing'],
    [['site', 'add', '--name', 'Park'], '--origin is missing'],
    [['site', 'add', '--name', 'Park', '--origin', 'https://a.example/path'], 'without a path'],
    [['site', 'add', '--name', 'Park', '--origin', 'a.example'], 'Write it like https://park.example'],
    [['site', 'remove'], 'Name the key'],
    [['token', 'create', '--scope', 'import'], '--label is missing'],
    [['token', 'create', '--label', 'Office'], '--scope is missing'],
    [['token', 'create', '--label', 'Office', '--scope', 'everything'], 'Scopes are: import'],
    [['token', 'revoke'], 'Name the id'],
  ])('yuniao %j', async (args, message) => {
    const { code, err } = await run(args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('in Chinese where the system speaks it', async () => {
    const { err } = await run(['serve', '--prot'], {}, 'zh-CN');
    expect(err).toBe('yuniao: 没有 --prot 这个选项。\n用法见：yuniao serve --help\n');
  });
});

it('opens no database for a file that cannot be read', async () => {
  const data = temporaryFile('not-a-folder', 'x');
  const absent = await run(['import', 'achievements', '/nowhere.csv', '--data', data]);
  expect(absent).toMatchObject({ code: 1, err: 'yuniao: There is no file /nowhere.csv.\n' });
  const titleless = temporaryFile('a.csv', 'x,y\n1,2\n');
  const refused = await run(['import', 'achievements', titleless, '--dry-run']);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('No column is a title. The columns are: x, y.');
});

it.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
  [{ LANG: 'zh' }, 'zh-CN'],
  [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
  [{ LC_MESSAGES: 'zh_TW', LANG: 'en_GB' }, 'zh-CN'],
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{}, 'en'],
])('%j speaks %s', (env, lang) => {
  expect(languageOf(env)).toBe(lang);
});
