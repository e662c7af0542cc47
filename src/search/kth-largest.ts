/** The `k`th largest of the first `count` values; -Infinity where there are fewer. */
export function kthLargest(values: Float64Array, count: number, k: number): number {
  if (count < k || k === 0) return -Infinity;
  // A heap of the k largest, the smallest of them at the root: most values are turned away by one comparison.
  const heap = values.slice(0, k).sort();
  for (let i = k; i < count; i++) {
    const value = values[i] as number;
    if (value <= (heap[0] as number)) continue;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= k) break;
      if (child + 1 < k && (heap[child + 1] as number) < (heap[child] as number)) child++;
      if ((heap[child] as number) >= value) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = value;
  }
  return heap[0] as number;
}
