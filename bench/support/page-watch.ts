/** What a page tells about itself, gathered by {@link watchPage}; times in milliseconds since navigation. */
export interface PageWatch {
  /** When the first result was on the screen. */
  firstResult?: number;
  /** Durations of tasks that took longer than 50 ms. */
  readonly longTasks: { readonly start: number; readonly duration: number }[];
  /** Cumulated layout shift that no reader caused. */
  shift: number;
  /** When the text of the search box changed last, and when other results were on the screen after it. */
  typed?: number;
  repainted?: number;
  /** When the answer to it had come whole. */
  answered?: number;
}

declare global {
  interface Window {
    watched: PageWatch;
    /** Tells the benchmark when the first result, or other results, were on the screen. */
    tell?: (what: string) => void;
    /** Begins to wait for other results than those that show. */
    expectResults(): void;
  }
}

/** Runs in the page before its own scripts. It looks once a frame, which costs next to nothing. */
export function watchPage(): void {
  const watched: PageWatch = { longTasks: [], shift: 0 };
  window.watched = watched;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) watched.longTasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) watched.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });

  const titles = (): string | undefined =>
    document.querySelector('yn-achievement-search')?.shadowRoot?.querySelector('[part=results]')?.textContent ??
    undefined;
  /** Out of a frame's own callbacks: after that frame, which shows what was seen in it, has been drawn. */
  const painted = (then: () => void): void => {
    setTimeout(then);
  };
  const look = (): void => {
    if (titles() === undefined) requestAnimationFrame(look);
    else
      painted(() => {
        watched.firstResult = performance.now();
        window.tell?.(JSON.stringify({ firstResult: watched.firstResult }));
      });
  };
  requestAnimationFrame(look);

  window.expectResults = () => {
    const before = titles();
    delete watched.repainted;
    document.addEventListener(
      'input',
      ({ timeStamp }) => {
        watched.typed = timeStamp;
      },
      { capture: true, once: true },
    );
    const wait = (): void => {
      if (titles() === before) requestAnimationFrame(wait);
      else
        painted(() => {
          watched.repainted = performance.now();
          const answers = performance.getEntriesByType('resource').filter(({ name }) => /achievements\?/.test(name));
          watched.answered = (answers.at(-1) as PerformanceResourceTiming | undefined)?.responseEnd;
          window.tell?.(JSON.stringify({ repainted: watched.repainted }));
        });
    };
    requestAnimationFrame(wait);
  };
}
