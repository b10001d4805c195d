import "server-only";
import { AppError } from "./errors";

/**
 * The JSON of a request whose body is no longer than so many bytes.
 * @throws AppError INVALID for a longer body, one that does not say its length, and what is not JSON
 */
export async function readJson(request: Request, mostBytes: number): Promise<unknown> {
  const size = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(size <= mostBytes)) throw new AppError("INVALID", "This request is too large");
  try {
    return await request.json();
  } catch (cause) {
    throw new AppError("INVALID", "This is not JSON", { cause });
  }
}
