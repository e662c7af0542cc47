// Clients in a process of their own, for bench/http.ts: URL, number of clients, seconds, paths as JSON on standard input.
// Each client keeps one bare connection and reads no more than the length of an answer, to leave the processor to the platform.
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

const [, , address = '', clients = '1', seconds = '5'] = process.argv;
const { hostname, port } = new URL(address);
const paths = JSON.parse(await text(process.stdin)) as string[];
const END = Buffer.from('\r\n\r\n');
const times: number[] = [];
let failures = 0;
let bytes = 0;

function client(first: number, until: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    let received: Buffer = Buffer.alloc(0);
    let expected = -1;
    let at = first;
    let asked = 0;
    const ask = (): void => {
      const path = paths[at % paths.length] as string;
      at += Number(clients);
      asked = performance.now();
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept-Encoding: identity\r\n\r\n`);
    };
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      received = received.length > 0 ? Buffer.concat([received, chunk]) : chunk;
      if (expected < 0) {
        const end = received.indexOf(END);
        if (end < 0) return;
        const head = received.toString('latin1', 0, end);
        if (!head.startsWith('HTTP/1.1 200')) failures += 1;
        expected = end + END.length + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      }
      if (received.length < expected) return;
      bytes += expected;
      times.push(performance.now() - asked);
      received = Buffer.alloc(0);
      expected = -1;
      if (performance.now() < until) ask();
      else {
        socket.destroy();
        resolve();
      }
    });
  });
}

const started = performance.now();
const until = started + Number(seconds) * 1000;
await Promise.all(Array.from({ length: Number(clients) }, (_, i) => client(i, until)));
const elapsed = (performance.now() - started) / 1000;
times.sort((a, b) => a - b);
const quantile = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const rate = times.length / elapsed;
const result = { requests: times.length, failures, rate, median: quantile(0.5), p99: quantile(0.99), bytes };
process.stdout.write(JSON.stringify(result));
