import "server-only";
import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { AppError } from "./errors";

/** OWASP's first choice for argon2id, the library's default: 46 MiB, one pass, one lane. */
const cost = { memoryCost: 47_104, timeCost: 1, parallelism: 1 };

/** Two at a time are under 100 MiB and leave threads for files and names; the rest queue, to a bound. */
const atOnce = 2;
const atMostWaiting = 100;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < atOnce) {
    running += 1;
  } else if (waiting.length < atMostWaiting) {
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    throw new AppError("LIMITED", "Too many people are signing in at once; try again in a moment");
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** Keyboards differ in how they compose the same character. */
const sameSpelling = (password: string) => password.normalize("NFKC");

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(sameSpelling(password), cost));
}

let decoy: Promise<string> | undefined;

/** Takes as long without a hash (unknown e-mail, no password yet) as with one, and is then false. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomPassword());
  const instead = await decoy;
  const right = await inTurn(() => verify(stored ?? instead, sameSpelling(password)));
  return stored !== null && right;
}

/** 144 bits, readable aloud from a terminal. */
export function randomPassword(): string {
  return randomBytes(18).toString("base64url");
}
