// Elements that few pages have and nobody waits for: the loader asks for them by this file, so that its own, which every
// page fetches first, need not name all of theirs.
export async function loadReviewDesk(): Promise<unknown> {
  return import('../elements/review-desk/define.js');
}

export async function loadSubmissionStatus(): Promise<unknown> {
  // What reads the answer, which the client fetches only when it asks
  const reader = import('../sdk/resources/submissions-reader.js').catch(() => undefined);
  return Promise.all([import('../elements/submission-status/define.js'), reader]);
}
