import type { CDPSession } from 'playwright';

/** A task of a page's main thread, in milliseconds since the navigation. */
export interface MainThreadTask {
  readonly start: number;
  /** By the clock on the wall. */
  readonly duration: number;
  /** By the processor, which hardly changes with what else the machine does. */
  readonly processor: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly documentLoaderURL?: string } };
}

/** Begins to record; the function that it gives ends that, and tells the tasks of the page at `url`. */
export async function recordTasks(cdp: CDPSession): Promise<(url: string) => Promise<MainThreadTask[]>> {
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing', 'disabled-by-default-devtools.timeline'] },
  });
  return async (url) => {
    const complete = new Promise((resolve) => {
      cdp.once('Tracing.tracingComplete', resolve);
    });
    await cdp.send('Tracing.end');
    await complete;
    const begin = events.find(
      ({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL?.startsWith(url),
    );
    if (!begin) throw new Error(`The trace does not tell when ${url} was asked for.`);
    return events
      .filter(
        ({ name, pid, tid, ts }) => name === 'RunTask' && pid === begin.pid && tid === begin.tid && ts >= begin.ts,
      )
      .map(({ ts, dur = 0, tdur = 0 }) => ({
        start: (ts - begin.ts) / 1000,
        duration: dur / 1000,
        processor: tdur / 1000,
      }));
  };
}
