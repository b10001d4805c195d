import { AppError } from "@/lib/errors";
import { limits } from "@/lib/exchange/import/file/rules";
import { uploadInput } from "@/lib/exchange/import/schema";
import { uploadFile } from "@/lib/exchange/import/upload/commands";
import { parseInput } from "@/lib/input";
import { route } from "@/lib/route";

/** A file's bytes as they are, its name in the address: streamed away, never held as a whole. */
export const POST = route(async (ctx, request) => {
  const input = parseInput(uploadInput, Object.fromEntries(request.nextUrl.searchParams));
  if (Number(request.headers.get("content-length") ?? 0) > limits.fileBytes || !request.body) {
    const values = { maximum: limits.fileBytes / 1024 / 1024 };
    throw new AppError("INVALID", "A file has at most {maximum} MB; split it", { values });
  }
  return Response.json(await uploadFile(ctx, input, request.body), { status: 201 });
});
