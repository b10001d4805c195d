import "server-only";

/** A file for the person to keep; `private, no-store` is the route's own. */
export function csvResponse(body: ReadableStream<Uint8Array>, name: string): Response {
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "x-accel-buffering": "no",
    },
  });
}
