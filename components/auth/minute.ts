/** An instant to the minute, in the zone it names: the same for the server and every reader. */
export const minute = (iso: string) => `${iso.slice(0, 16).replace("T", " ")} UTC`;
