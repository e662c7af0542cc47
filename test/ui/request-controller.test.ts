import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RequestController, STALL_MS } from '../../src/ui/request-controller.js';

class Host implements ReactiveControllerHost {
  readonly controllers: ReactiveController[] = [];
  readonly updateComplete: Promise<boolean> = Promise.resolve(true);
  readonly states: string[] = [];
  request?: RequestController<string>;

  addController(controller: ReactiveController): void {
    this.controllers.push(controller);
  }
  removeController(): void {}
  requestUpdate(): void {
    if (this.request) this.states.push(this.request.state);
  }
  leave(): void {
    for (const controller of this.controllers) controller.hostDisconnected?.();
  }
  comeBack(): void {
    for (const controller of this.controllers) controller.hostConnected?.();
  }
}

interface Deferred {
  readonly load: (signal: AbortSignal) => Promise<string>;
  resolve(value: string): void;
  reject(error: unknown): void;
  signals: AbortSignal[];
}

function deferred(): Deferred {
  const signals: AbortSignal[] = [];
  let resolve!: (value: string) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<string>((done, fail) => {
    resolve = done;
    reject = fail;
  });
  return {
    load: async (signal) => {
      signals.push(signal);
      return promise;
    },
    resolve,
    reject,
    signals,
  };
}

describe('RequestController', () => {
  let host: Host;
  let request: RequestController<string>;
  let answers: string[];
  let failures: unknown[];

  beforeEach(() => {
    vi.useFakeTimers();
    host = new Host();
    answers = [];
    failures = [];
    request = new RequestController<string>(host, {
      isEmpty: (value) => value === '',
      onAnswer: (value) => answers.push(value),
      onFailure: (error) => failures.push(error),
    });
    host.request = request;
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const settle = () => vi.advanceTimersByTimeAsync(0);

  it('is idle, then loading, then ready', async () => {
    expect(request.state).toBe('idle');
    const first = deferred();
    request.run(first.load);
    expect(request.state).toBe('loading');
    first.resolve('a');
    await settle();
    expect([request.state, request.value, answers]).toEqual(['ready', 'a', ['a']]);
  });

  it('tells empty from an error', async () => {
    request.run(async () => '');
    await settle();
    expect(request.state).toBe('empty');
    request.run(async () => Promise.reject(new Error('no')));
    await settle();
    expect(request.state).toBe('error');
  });

  it('stalls after a quarter of a second, and not when the answer was faster', async () => {
    const slow = deferred();
    request.run(slow.load);
    await vi.advanceTimersByTimeAsync(STALL_MS - 1);
    expect(request.state).toBe('loading');
    await vi.advanceTimersByTimeAsync(1);
    expect(request.state).toBe('stalled');
    slow.resolve('a');
    await settle();
    request.run(async () => 'b');
    await vi.advanceTimersByTimeAsync(STALL_MS * 2);
    expect(host.states.filter((state) => state === 'stalled')).toHaveLength(1);
  });

  it('refreshes while an older value is there, and keeps it through an error', async () => {
    request.run(async () => 'a');
    await settle();
    const next = deferred();
    request.run(next.load);
    expect([request.state, request.value]).toEqual(['refreshing', 'a']);
    next.reject('broken');
    await settle();
    expect([request.state, request.value, request.error, failures]).toEqual(['error', 'a', 'broken', ['broken']]);
    request.retry();
    expect(request.state).toBe('refreshing');
  });

  it('aborts the older run and drops its late answer, or its late failure', async () => {
    const [first, second, third] = [deferred(), deferred(), deferred()];
    for (const { load } of [first, second, third]) request.run(load);
    expect(first.signals[0]?.aborted).toBe(true);
    third.resolve('new');
    await settle();
    first.resolve('old');
    second.reject(new Error('late'));
    await settle();
    expect([request.state, request.value, answers, failures]).toEqual(['ready', 'new', ['new'], []]);
  });

  it('aborts when its element leaves, and resumes when it comes back', async () => {
    const first = deferred();
    request.run(first.load);
    host.leave();
    expect(first.signals[0]?.aborted).toBe(true);
    host.comeBack();
    expect(first.signals).toHaveLength(2);
    first.resolve('a');
    await settle();
    expect([request.state, answers]).toEqual(['ready', ['a']]);
    host.leave();
    host.comeBack();
    expect(first.signals).toHaveLength(2);
  });

  it('turns an exception before the first await into the state error', async () => {
    request.run(() => {
      throw new Error('at once');
    });
    await settle();
    expect(request.state).toBe('error');
  });

  it('forgets everything on reset', async () => {
    request.run(async () => 'a');
    await settle();
    request.reset();
    request.retry();
    expect([request.state, request.value]).toEqual(['idle', undefined]);
  });
});
