/** How long an answer is given again to the same request. */
export const answerHours = 24;

/** What a request answers, as it goes over the line. */
export type Answer = { status: number; headers: Record<string, string>; body: string };

/** A request that names itself: its key, and what it asks, method and path included. */
export type Named = { key: string; asks: string };
