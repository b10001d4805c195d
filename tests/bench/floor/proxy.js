/** Never called: without a file of its own, the floor would answer through the application's. */
export function proxy() {}

export const config = { matcher: "/none" };
