/** Nothing: without a file of its own, the floor would start as the application does. */
export function register() {}
